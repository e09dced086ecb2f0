// Two actors side by side: equal and differing fields marked in words, not by colour.
import { capital, signed, whole } from '../../format';
import type { Lang } from '../../state';
import { h } from '../../ui/dom';
import { markIcon } from '../../ui/icons';
import { SHAPES } from '../../generated/tokens';
import type { Card, Item } from './data';
import { count, say } from './words';

const shapes: Record<string, string> = SHAPES;

export function comparison(lang: Lang, item: Item): HTMLElement {
  const { left, right, same, differs, reasons, changes } = item;
  return h(
    'div',
    {},
    h('div', { class: 'two-cards' }, card(lang, left, say(lang, 'newcomer')), card(lang, right, say(lang, 'known'))),
    h(
      'div',
      { class: 'same-differs' },
      h('section', {}, h('h3', {}, say(lang, 'same_fields')), same.length ? h('ul', {}, same.map(({ label, value }) => h('li', {}, h('span', { class: 'sign-ready', 'aria-hidden': 'true' }, '✓'), h('span', {}, h('strong', {}, capital(label[lang])), ' ', value)))) : h('p', { class: 'hint' }, say(lang, 'no_same'))),
      h(
        'section',
        {},
        h('h3', {}, say(lang, 'different_fields')),
        differs.length
          ? h('ul', {}, differs.map(({ label, left: one, right: other }) => h('li', {}, h('span', { class: 'sign-look', 'aria-hidden': 'true' }, '≠'), h('span', {}, h('strong', {}, capital(label[lang])), ' ', h('span', {}, one), ' / ', h('span', {}, other)))))
          : h('p', { class: 'hint' }, say(lang, 'no_different')),
      ),
    ),
    h('p', { class: 'lead' }, h('strong', {}, say(lang, 'why')), lang === 'fr' ? '\u202f: ' : ': ', reasons.map((reason) => reason[lang]).join(' · '), h('span', { class: 'hint points' }, points(lang, item))),
    h('p', { class: 'lead change' }, h('strong', {}, say(lang, 'would_change')), lang === 'fr' ? '\u202f: ' : ': ', changes.sentence[lang]),
  );
}

/** « Points : nom +100, nature déclarée −6 = 94 »; what counted for nothing is not told. */
function points(lang: Lang, { features, points: sum }: Item): string {
  const terms = features.filter((one) => one.points).map((one) => `${one.label[lang]} ${signed(one.points, 0, lang)}`);
  return say(lang, 'points', { terms: terms.join(', '), sum: whole(sum, lang) });
}

function card(lang: Lang, actor: Card, title: string): HTMLElement {
  const plain = actor.family === 'gathering' || actor.family === 'pole';
  const colour = plain ? actor.family : `sector.${actor.sector}`;
  const said = [capital(actor.kind_label), actor.where, count(lang, 'ties', actor.ties)].filter(Boolean).join(' · ');
  const ids: [string, string][] = [];
  if (actor.siren) ids.push(['SIREN', actor.siren]);
  if (actor.rna) ids.push(['RNA', actor.rna]);
  return h(
    'article',
    { class: 'one-card' },
    h('p', { class: 'hint' }, title),
    h('header', { class: 'who' }, markIcon({ shape: shapes[actor.family] ?? 'circle', colour, hollow: actor.sector === 'unknown' || actor.family === 'gathering' }, 28), h('div', {}, h('h2', { lang: 'fr' }, actor.name), h('p', { class: 'about' }, said))),
    h('dl', { class: 'facts' }, [...ids, ...actor.facts.map(({ label, value }) => [capital(label[lang]), value] as [string, string])].flatMap(([name, value]) => [h('dt', {}, name), h('dd', {}, value)])),
    actor.sources.length > 0 && h('p', { class: 'hint', lang: 'fr' }, actor.sources.join(' · ')),
  );
}
