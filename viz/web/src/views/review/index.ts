// The Review view: two cards side by side, what is equal and what differs, one verdict, its undoing.
import type { App, ViewPart } from '../../app';
import { fault } from '../../fault';
import type { View } from '../../state';
import { h, refill, setText } from '../../ui/dom';
import { glyph } from '../../ui/icons';
import { say as everywhere } from '../../words';
import { comparison } from './cards';
import type { Item, Queue, Verdict } from './data';
import { judgedList } from './judged';
import { count, say, type ReviewWord } from './words';

export class ReviewView implements ViewPart {
  readonly element = h('div', { class: 'page review' });
  private readonly title = h('h1', { id: 'sentence', tabindex: -1 });
  private readonly nuance = h('p', { class: 'nuance' });
  private readonly bar = h('div', { class: 'bar', role: 'status', hidden: true });
  private readonly body = h('div', { class: 'review-body', id: 'table', tabindex: -1 });
  private queue: Queue | null = null;
  private failed = false;
  private at = 0;
  private read = -1;
  /** What was left for later comes last. */
  private readonly later = new Set<string>();

  constructor(private readonly app: App) {
    this.element.append(h('div', { class: 'page-head' }, h('div', {}, this.title, this.nuance)), this.bar, this.body);
    this.element.addEventListener('keydown', (event) => this.press(event));
  }

  shown(): void {
    if (this.read !== this.app.revision) void this.load();
  }

  update(_: View): void {
    this.render();
  }

  private async load(): Promise<void> {
    this.failed = false;
    this.read = this.app.revision;
    this.app.frame.busy(true);
    try {
      this.queue = await this.app.api.get<Queue>('review');
      this.queue.items.sort((a, b) => Number(this.later.has(a.id)) - Number(this.later.has(b.id)));
      this.at = Math.min(this.at, Math.max(this.queue.items.length - 1, 0));
      this.app.waits(this.queue.waiting);
    } catch {
      this.failed = true;
      this.read = -1;
    } finally {
      this.app.frame.busy(false);
    }
    this.render();
  }

  private render(): void {
    const { lang } = this.app.store.view;
    const w = (key: ReviewWord): string => say(lang, key);
    const { queue } = this;
    const sentence = this.failed ? w('failed') : !queue ? w('loading') : queue.waiting ? count(lang, 'waiting', queue.waiting) : w('nothing');
    setText(this.title, sentence);
    if (this.app.store.view.name === 'review') this.app.frame.title(sentence);
    setText(this.nuance, !queue ? '' : !queue.compared ? w('not_compared') : queue.waiting ? w('nuance') : w('nothing_hint'));
    if (this.failed) return refill(this.body, h('p', { class: 'acts' }, h('button', { type: 'button', class: 'primary', 'data-key': 'retry', on: { click: () => void this.load() } }, w('retry'))));
    if (!queue) return refill(this.body);
    const item = queue.items[this.at];
    refill(
      this.body,
      item && h('div', { class: 'review-columns' }, this.list(queue.items), h('section', { class: 'card pair', 'aria-live': 'off' }, comparison(lang, item), this.verdicts(item))),
      item && h('p', { class: 'hint' }, w('keys')),
      queue.judged.length > 0 && judgedList(lang, queue.judged, (id) => void this.undo(`review/judgements/${encodeURIComponent(id)}`)),
    );
  }

  private list(items: readonly Item[]): HTMLElement {
    const { lang } = this.app.store.view;
    return h(
      'nav',
      { class: 'card queue', 'aria-label': say(lang, 'queue') },
      h(
        'ol',
        {},
        items.map((item, i) =>
          h(
            'li',
            {},
            h('button', { type: 'button', class: 'queue-item', 'aria-current': i === this.at ? 'true' : undefined, 'data-key': `item:${item.id}`, on: { click: () => this.go(i) } }, h('strong', { lang: 'fr' }, item.left.name), h('span', { class: 'hint', lang: 'fr' }, item.right.name === item.left.name ? item.right.where || item.right.kind_label : item.right.name), item.import && h('span', { class: 'hint' }, say(lang, 'from_import', { title: item.import.title }))),
          ),
        ),
      ),
    );
  }

  private verdicts(item: Item): HTMLElement {
    const { lang } = this.app.store.view;
    const button = (verdict: Verdict, style: string, key: string): HTMLElement => h('button', { type: 'button', class: style || undefined, 'data-key': `verdict:${verdict}`, on: { click: () => void this.decide(item, verdict) } }, say(lang, verdict), ' ', h('kbd', { 'aria-hidden': 'true' }, key));
    return h('p', { class: 'acts verdicts' }, button('same', 'primary', 'o'), button('different', '', 'n'), button('later', '', 'p'));
  }

  private go(i: number): void {
    const { queue } = this;
    if (!queue?.items.length) return;
    this.at = (i + queue.items.length) % queue.items.length;
    this.render();
    this.body.querySelector<HTMLElement>(`[aria-current='true']`)?.focus();
  }

  private async decide(item: Item, verdict: Verdict): Promise<void> {
    const { lang } = this.app.store.view;
    const names = { left: item.left.name, right: item.right.name };
    try {
      const { undo } = await this.app.api.post<{ undo: string | null }>(`review/${encodeURIComponent(item.id)}`, { verdict });
      if (verdict === 'later') {
        this.later.add(item.id);
        this.queue?.items.push(...(this.queue.items.splice(this.at, 1) ?? []));
      } else this.app.wrote();
      this.tell(say(lang, `said_${verdict}` as ReviewWord, names), undo);
      await this.load();
      this.app.live.say(`${say(lang, `said_${verdict}` as ReviewWord, names)} ${this.title.textContent}`);
      (this.body.querySelector<HTMLElement>('.verdicts button') ?? this.title).focus();
    } catch (error) {
      // The judgement is kept here, to be sent again.
      const text = fault(error, lang);
      this.app.live.warn(text);
      this.tell(text, null, () => void this.decide(item, verdict));
    }
  }

  private async undo(path: string): Promise<void> {
    const { lang } = this.app.store.view;
    try {
      await this.app.api.delete(path);
      this.app.wrote();
      this.tell(say(lang, 'undone'), null);
      this.app.live.say(say(lang, 'undone'));
    } catch (error) {
      const text = fault(error, lang);
      this.app.live.warn(text);
      this.tell(text, null);
    }
    await this.load();
  }

  /** What was done, with its undoing, until it is closed. */
  private tell(text: string, undo: string | null, again?: () => void): void {
    const { lang } = this.app.store.view;
    this.bar.hidden = false;
    refill(
      this.bar,
      h('p', {}, text),
      undo && h('button', { type: 'button', class: 'quiet', 'data-key': 'bar-undo', on: { click: () => void this.undo(undo) } }, glyph('undo', 16), say(lang, 'undo')),
      again && h('button', { type: 'button', class: 'quiet', 'data-key': 'bar-again', on: { click: again } }, say(lang, 'retry')),
      h('button', { type: 'button', class: 'icon', 'aria-label': everywhere(lang, 'close'), 'data-key': 'bar-close', on: { click: () => (this.bar.hidden = true) } }, glyph('close', 16)),
    );
  }

  private press(event: KeyboardEvent): void {
    if (!this.app.settings.singleKeys || event.ctrlKey || event.metaKey || event.altKey) return;
    const item = this.queue?.items[this.at];
    if (!item) return;
    const verdicts: Record<string, Verdict> = { o: 'same', n: 'different', p: 'later' };
    if (event.key === 'j') this.go(this.at + 1);
    else if (event.key === 'k') this.go(this.at - 1);
    else if (event.key in verdicts) void this.decide(item, verdicts[event.key]);
    else return;
    event.preventDefault();
  }
}
