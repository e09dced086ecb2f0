// The door: a zone to drop a file on, doubled by a button; templates; an example to try.
import type { App } from '../../app';
import { fault } from '../../fault';
import { capital } from '../../format';
import type { Lang } from '../../state';
import { h, newId, refill } from '../../ui/dom';
import { glyph } from '../../ui/icons';
import { save } from '../../ui/save';
import type { ListKind } from './data';
import { say } from './words';

const EXAMPLE = 'members';

export class Drop {
  readonly element = h('div', { class: 'door' });
  private readonly input = h('input', { type: 'file', id: newId('file'), class: 'sr', tabindex: -1, accept: '.xlsx,.xlsm,.xls,.ods,.csv,.tsv,.txt,.json', 'aria-hidden': 'true', on: { change: () => this.chosen() } });

  constructor(
    private readonly app: App,
    private readonly take: (file: File) => void,
  ) {}

  render(lang: Lang, lists: readonly ListKind[]): void {
    const zone = h(
      'div',
      { class: 'drop-zone', on: { dragover: (event) => this.over(event, true), dragleave: (event) => this.over(event, false), drop: (event) => this.dropped(event) } },
      glyph('import', 44),
      h('p', { class: 'drop-title' }, say(lang, 'drop_here')),
      h('p', { class: 'hint' }, say(lang, 'drop_kinds')),
      h('p', { class: 'acts' }, h('button', { type: 'button', class: 'primary', 'data-key': 'choose-file', on: { click: () => this.input.click() } }, say(lang, 'choose_file')), lists.some(({ name }) => name === EXAMPLE) && h('button', { type: 'button', class: 'quiet', 'data-key': 'example', on: { click: () => void this.trying(lang, () => this.example(lang)) } }, say(lang, 'try_example'))),
      this.input,
    );
    refill(this.element, zone, lists.length > 0 && this.lists(lang, lists));
  }

  private lists(lang: Lang, lists: readonly ListKind[]): HTMLElement {
    return h(
      'section',
      { class: 'card lists' },
      h('h2', {}, say(lang, 'lists_title')),
      h(
        'ul',
        {},
        lists.map(({ name, label, hint }) =>
          h(
            'li',
            {},
            h('div', {}, h('strong', {}, capital(label[lang])), h('p', { class: 'hint' }, capital(hint[lang]))),
            h('button', { type: 'button', class: 'quiet', 'data-key': `template-${name}`, 'aria-label': say(lang, 'template_of', { list: label[lang] }), on: { click: () => void this.trying(lang, () => this.template(name)) } }, say(lang, 'template')),
          ),
        ),
      ),
    );
  }

  private over(event: DragEvent, on: boolean): void {
    event.preventDefault();
    (event.currentTarget as Element).classList.toggle('over', on);
  }

  private dropped(event: DragEvent): void {
    this.over(event, false);
    const file = event.dataTransfer?.files[0];
    if (file) this.take(file);
  }

  private chosen(): void {
    const file = this.input.files?.[0];
    this.input.value = '';
    if (file) this.take(file);
  }

  /** In the language of the page, as all that is asked of the server is: a link would not be. */
  private async template(name: string): Promise<void> {
    const file = await this.app.api.download(`templates/${encodeURIComponent(name)}`);
    save(file.name, file);
  }

  /** The template of a list of members holds one line of example. */
  private async example(lang: Lang): Promise<void> {
    const template = await this.app.api.download(`templates/${EXAMPLE}?format=csv`);
    this.take(new File([template], lang === 'fr' ? 'exemple.csv' : 'example.csv', { type: 'text/csv' }));
  }

  private async trying(lang: Lang, act: () => Promise<void>): Promise<void> {
    try {
      await act();
    } catch (error) {
      this.app.live.warn(fault(error, lang));
    }
  }
}
