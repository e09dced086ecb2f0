// Loading, nothing to show, no answer, too many to draw: an empty area says why it is empty.
import { say } from '../../words';
import { hasFilters, type Lang, type ViewName } from '../../state';
import { h, refill } from '../../ui/dom';
import { glyph } from '../../ui/icons';
import { chipsOf } from './heading';
import type { Actions, Net, Part } from './net';

export interface NoticeEvents {
  retry(): void;
  search(): void;
  scope(scope: 'all' | 'poles'): void;
  open(name: ViewName): void;
  actions: Actions;
}

export class Notices implements Part {
  private readonly state = h('div', { class: 'state', hidden: true });
  private readonly bar = h('div', { class: 'bar', role: 'status', hidden: true });
  readonly element = h('div', { class: 'notices' }, this.bar, this.state);
  private broken = false;

  constructor(private readonly events: NoticeEvents) {}

  update(net: Net): void {
    if (this.broken) return;
    const { model, shown } = net;
    if (!model.n) this.nobody(net);
    else if (shown.missing !== null) this.missing(net);
    else if (!shown.nNodes || (!shown.nTies && hasFilters(net.view))) this.nothing(net);
    else if (model.aggregated) this.aggregated(net);
    else if (net.view.scope === 'all') this.put('calm', h('button', { type: 'button', 'data-key': 'scope', on: { click: () => this.events.scope('poles') } }, net.say('draw_poles')));
    else this.state.hidden = true;
  }

  loading(first: boolean, lang: Lang): void {
    if (first) this.put('loading', h('p', { role: 'status' }, say(lang, 'loading')), skeleton());
  }

  done(): void {
    this.broken = false;
    this.state.hidden = true;
  }

  failed(said: string, lang: Lang): void {
    this.broken = true;
    this.put('failed', h('p', { role: 'alert' }, said), h('button', { type: 'button', class: 'primary', 'data-key': 'retry', on: { click: () => this.events.retry() } }, say(lang, 'retry')));
  }

  /** What was done, until it is closed. */
  tell(text: string, close: string): void {
    this.bar.hidden = false;
    refill(this.bar, h('p', {}, text), h('button', { type: 'button', class: 'icon', 'aria-label': close, on: { click: () => (this.bar.hidden = true) } }, glyph('close', 16)));
  }

  /** What is under way; empty once it has ended. */
  await(text: string): void {
    this.bar.hidden = !text;
    refill(this.bar, h('p', {}, text));
  }

  private nobody(net: Net): void {
    this.put('empty', h('p', {}, net.say('empty_hint')), h('p', { class: 'lift' }, h('button', { type: 'button', class: 'primary', 'data-key': 'door', on: { click: () => this.events.open('import') } }, net.say('empty_door'))));
  }

  /** A button per filter to lift. */
  private nothing(net: Net): void {
    const chips = chipsOf(net, this.events.actions);
    this.put(
      'nothing',
      h('p', {}, net.say('nothing')),
      h('p', { class: 'lift' }, chips.map(({ key, text, drop }) => h('button', { type: 'button', 'data-key': `lift:${key}`, on: { click: drop } }, text)), h('button', { type: 'button', class: 'primary', 'data-key': 'lift:all', on: { click: () => this.events.actions.clear() } }, net.say('clear_all'))),
    );
  }

  /** A link about an actor who is not here. */
  private missing(net: Net): void {
    const button = (key: string, text: string, click: () => void, kind = ''): HTMLElement => h('button', { type: 'button', class: kind, 'data-key': key, on: { click } }, text);
    this.put(
      'calm',
      button('search', net.say('search_label'), () => this.events.search(), 'primary'),
      net.model.aggregated ? button('scope', net.say('draw_all'), () => this.events.scope('all')) : button('lift:focus', net.say('clear_focus'), () => this.events.actions.set({ focus: null })),
    );
  }

  private aggregated(net: Net): void {
    this.put('calm', h('button', { type: 'button', 'data-key': 'scope', on: { click: () => this.events.scope('all') } }, net.say('draw_all')));
  }

  private put(kind: string, ...children: Node[]): void {
    this.state.hidden = false;
    this.state.dataset.kind = kind;
    refill(this.state, ...children);
  }
}

/** Hulls to come. */
function skeleton(): HTMLElement {
  return h('div', { class: 'skeleton', 'aria-hidden': 'true' }, h('span', {}), h('span', {}), h('span', {}), h('span', {}));
}
