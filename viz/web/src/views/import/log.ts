// The log of imports: who, when, how many lines; each can be taken back, and put back.
import type { App } from '../../app';
import { fault } from '../../fault';
import { moment, day, whole } from '../../format';
import { h, refill, setText } from '../../ui/dom';
import type { Logged } from './data';
import { say, type ImportWord } from './words';

export class Log {
  readonly element = h('section', { class: 'log' });
  private items: Logged[] = [];
  private limit = 10;
  private readonly dialog = h('dialog', { class: 'dialog' });
  private readonly failed = h('p', { class: 'wrong', role: 'alert' });

  constructor(
    private readonly app: App,
    private readonly changed: (text: string) => void,
  ) {}

  async load(): Promise<void> {
    try {
      this.items = (await this.app.api.get<{ items: Logged[] }>('imports')).items;
    } catch {
      this.items = [];
    }
    this.render();
  }

  render(): void {
    const { lang } = this.app.store.view;
    const w = (key: ImportWord): string => say(lang, key);
    const some = this.items.slice(0, this.limit);
    refill(
      this.element,
      h('h2', {}, w('log_title')),
      this.failed,
      !some.length
        ? h('p', { class: 'hint' }, w('log_empty'))
        : h(
            'div',
            { class: 'scroll data-table' },
            h(
              'table',
              {},
              h('caption', { class: 'sr' }, w('log_title')),
              h('thead', {}, h('tr', {}, (['log_what', 'log_when', 'log_who', 'log_lines', 'log_state'] as const).map((key) => h('th', { scope: 'col', class: key === 'log_lines' ? 'numeric' : undefined }, w(key))), h('td', {}))),
              h('tbody', {}, some.map((item) => this.row(item))),
            ),
          ),
      this.items.length > some.length && h('button', { type: 'button', class: 'quiet', 'data-key': 'more-log', on: { click: () => this.more() } }, `+ ${this.items.length - some.length}`),
      this.dialog,
    );
  }

  private row(item: Logged): HTMLElement {
    const { lang } = this.app.store.view;
    const act = item.live ? 'undo' : 'redo';
    return h(
      'tr',
      { class: item.live ? undefined : 'undone' },
      h('th', { scope: 'row' }, item.title || item.file, h('span', { class: 'hint' }, ` ${item.list_label[lang]}${item.replaces ? `, ${say(lang, 'log_copy', { file: item.file })}` : ''}`)),
      h('td', { 'data-title': say(lang, 'log_when') }, moment(item.loaded_at, lang)),
      h('td', { 'data-title': say(lang, 'log_who') }, item.author),
      h('td', { class: 'numeric', 'data-title': say(lang, 'log_lines') }, whole(item.rows, lang)),
      h('td', { 'data-title': say(lang, 'log_state') }, this.state(item)),
      h('td', {}, h('button', { type: 'button', class: 'quiet', 'data-key': `${act}:${item.id}`, 'aria-label': say(lang, `${act}_of`, { title: item.title }), on: { click: () => this.ask(item) } }, say(lang, act))),
    );
  }

  private state(item: Logged): string {
    const { lang } = this.app.store.view;
    if (item.live) return [say(lang, 'log_live'), item.complete_on && say(lang, 'log_complete', { date: day(item.complete_on, lang) })].filter(Boolean).join(', ');
    const by = this.items.find((one) => one.id === item.replaced_by);
    return by ? say(lang, 'log_replaced', { by: `${by.file}, ${moment(by.loaded_at, lang)}` }) : say(lang, 'log_undone');
  }

  /** Only what somebody else loaded is asked about before it is taken back. */
  private ask(item: Logged): void {
    const { lang } = this.app.store.view;
    if (!item.live) return void this.redo(item);
    if (!item.author || item.author === this.app.me?.name) return void this.undo(item);
    const title = 'undo-title';
    this.dialog.setAttribute('aria-labelledby', title);
    refill(
      this.dialog,
      h('h2', { id: title }, say(lang, 'confirm_other', { name: item.author })),
      h('p', { class: 'acts' }, h('button', { type: 'button', class: 'primary', on: { click: () => this.answer(item, true) } }, say(lang, 'undo')), h('button', { type: 'button', on: { click: () => this.answer(item, false) } }, say(lang, 'keep'))),
    );
    this.dialog.showModal();
  }

  private answer(item: Logged, yes: boolean): void {
    this.dialog.close();
    if (yes) void this.undo(item);
  }

  async undo(item: Pick<Logged, 'id'>): Promise<void> {
    await this.act(() => this.app.api.delete(`imports/${encodeURIComponent(item.id)}`), 'undone');
  }

  private async redo(item: Logged): Promise<void> {
    await this.act(() => this.app.api.post(`imports/${encodeURIComponent(item.id)}/redo`, {}), 'redone');
  }

  private async act(call: () => Promise<unknown>, said: ImportWord): Promise<void> {
    const { lang } = this.app.store.view;
    setText(this.failed, '');
    try {
      await call();
      this.changed(say(lang, said));
    } catch (error) {
      setText(this.failed, fault(error, lang));
    }
    await this.load();
  }

  private more(): void {
    this.limit += 40;
    this.render();
  }
}
