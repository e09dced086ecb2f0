// The last decisions, each with its undoing.
import { moment } from '../../format';
import type { Lang } from '../../state';
import { h } from '../../ui/dom';
import type { Judged } from './data';
import { say } from './words';

export function judgedList(lang: Lang, judged: readonly Judged[], undo: (id: string) => void): HTMLElement {
  return h(
    'section',
    { class: 'judged' },
    h('h2', {}, say(lang, 'judged')),
    h(
      'ul',
      { class: 'card' },
      judged.map((one) => {
        const names = { left: one.left.name, right: one.right.name };
        return h(
          'li',
          { class: one.live ? undefined : 'undone' },
          h('div', {}, h('strong', { lang: 'fr' }, `${names.left} / ${names.right}`), h('p', { class: 'hint' }, [one.live ? say(lang, `judged_${one.verdict}`) : say(lang, 'judged_off'), one.author, moment(one.decided_at, lang)].filter(Boolean).join(' · '))),
          one.live && h('button', { type: 'button', class: 'quiet', 'data-key': `unjudge:${one.id}`, 'aria-label': say(lang, 'undo_of', names), on: { click: () => undo(one.id) } }, say(lang, 'undo')),
        );
      }),
    ),
  );
}
