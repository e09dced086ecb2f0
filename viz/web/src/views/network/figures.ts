// The figures of what is shown: how many ties cross, what chance would give, what is left out.
import type { Api } from '../../api';
import { cutOf, figuresOf, type FigureSet } from '../../data/figures';
import { decimal, pValue, range, signed, whole } from '../../format';
import type { Word } from '../../words';
import { h, newId, refill } from '../../ui/dom';
import { groupName, heatMap } from './heat';
import { reasonName } from './left-out';
import type { Actions, Net, Part } from './net';

const QUIET = 300;
const FEWEST = 10;
export const PARTITIONS = ['sector', 'public_private', 'kind', 'departement', 'region', 'pole'] as const;
const LAYERS = ['cooperation', 'support', 'affiliation', 'institutional'];

export class Figures implements Part {
  readonly element = h('div', { class: 'figures' });
  private by: string = 'sector';
  private view = '';
  private found: FigureSet | null = null;
  private state: 'asked' | 'failed' | 'done' = 'asked';
  private net: Net | null = null;
  private timer = 0;
  private abort: AbortController | null = null;

  constructor(
    private readonly api: Api,
    private readonly actions: Actions,
  ) {}

  update(net: Net, before: Net | null): void {
    this.net = net;
    if (!net.model.n) {
      this.element.hidden = true;
      return;
    }
    const stale = !before || before.shown !== net.shown || before.model !== net.model;
    if (stale) this.ask();
    else if (before.lang !== net.lang) this.render();
  }

  /** After some quiet; the figures before stay, greyed. */
  private ask(): void {
    window.clearTimeout(this.timer);
    this.abort?.abort();
    this.state = 'asked';
    this.render();
    this.timer = window.setTimeout(() => void this.fetch(), QUIET);
  }

  private async fetch(): Promise<void> {
    const { net } = this;
    if (!net) return;
    const abort = new AbortController();
    this.abort = abort;
    try {
      const cut = net.model.aggregated ? null : cutOf(net.model, net.shown);
      this.found = await figuresOf(this.api, { by: this.by, view: this.counted(net), at: net.view.filters.at }, cut, abort.signal);
      this.state = 'done';
    } catch {
      if (abort.signal.aborted) return;
      this.state = 'failed';
    }
    this.render();
    if (this.found && this.state === 'done') this.actions.announce(this.lead(net, this.found).join(' '));
  }

  /** The ties that are counted: those of cooperation, or of the first layer that is ticked. */
  private counted(net: Net): string {
    if (this.view) return this.view;
    const off = net.view.filters.off.layer ?? [];
    const first = LAYERS.find((layer) => !off.includes(layer)) ?? 'cooperation';
    return first === 'cooperation' ? 'cooperation' : `layer:${first}`;
  }

  private render(): void {
    const { net, found, state } = this;
    if (!net) return;
    const title = h('h2', {}, net.say('figures'));
    if (state === 'failed') return refill(this.element, title, h('p', { class: 'hint' }, net.say('figures_failed')), h('button', { type: 'button', class: 'quiet', 'data-key': 'figures-retry', on: { click: () => this.ask() } }, net.say('retry')));
    if (!found) return refill(this.element, title, h('p', { class: 'hint', role: 'status' }, net.say('figures_loading')));
    const old = state === 'asked';
    refill(
      this.element,
      title,
      this.choices(net),
      found.whole && h('p', { class: 'hint' }, net.say('figures_whole')),
      h('div', { class: old ? 'figure-set old' : 'figure-set', 'aria-busy': old }, this.content(net, found)),
    );
  }

  private choices(net: Net): HTMLElement {
    const select = (key: string, label: Word, value: string, options: [string, string][], change: (value: string) => void): HTMLElement => {
      const id = newId(key);
      const list = h('select', { id, 'data-key': key, on: { change: () => change(list.value) } }, options.map(([one, text]) => h('option', { value: one }, text)));
      list.value = value;
      return h('div', { class: 'field' }, h('label', { for: id }, net.say(label)), list);
    };
    const name = (by: string): string => (by === 'public_private' ? (net.lang === 'fr' ? 'public ou privé' : 'public or private') : net.say(`by_${by}` as Word));
    return h(
      'div',
      {},
      select('figures-by', 'boundary', this.by, PARTITIONS.map((by) => [by, name(by)]), (by) => this.choose({ by })),
      select('figures-view', 'counted_ties', this.counted(net), LAYERS.map((layer) => [layer === 'cooperation' ? layer : `layer:${layer}`, net.say(`view_${layer}` as Word)]), (view) => this.choose({ view })),
    );
  }

  private choose({ by, view }: { by?: string; view?: string }): void {
    this.by = by ?? this.by;
    this.view = view ?? this.view;
    this.ask();
  }

  private content(net: Net, found: FigureSet): (HTMLElement | null)[] {
    if (!found.ties) return [h('p', { class: 'lead' }, net.say('figures_none')), this.kept(net, found)];
    const [first, ...rest] = this.lead(net, found);
    return [h('p', { class: 'lead' }, h('strong', {}, first), ' ', rest.join(' ')), heatMap(net, found, false), h('p', { class: 'hint' }, net.say('heat_key')), this.index(net, found), this.kept(net, found)];
  }

  /** The answer in words: how many cross, and whether chance would do. */
  private lead(net: Net, found: FigureSet): string[] {
    const { ei } = found;
    if (!ei || ei.value === null || !ei.ties) return [net.say('crossing_none')];
    if ((ei.groups?.length ?? 0) < 2) return [net.say('one_group')];
    const crossing = Math.round(((1 + (ei.value as number)) / 2) * ei.ties);
    const said = [ei.ties === 1 ? net.say('crossing_one') : net.say('crossing', { n: crossing, total: ei.ties })];
    if (ei.ties < FEWEST) return [...said, `${net.say('too_few')}.`];
    if (typeof ei.expected === 'number') said.push(net.say('chance_would', { n: decimal(((1 + ei.expected) / 2) * ei.ties, 1, net.lang) }));
    const { low, high } = ei.bounds ?? {};
    if (typeof low === 'number' && typeof high === 'number' && low < 0 && high > 0) said.push(net.say('sign_unknown'));
    if (typeof ei.p === 'number') said.push(`${verdict(net, ei.value as number, ei.expected ?? 0, ei.p)}.`);
    return said;
  }

  private index(net: Net, { ei }: FigureSet): HTMLElement | null {
    if (!ei || ei.value === null) return null;
    const { lang } = net;
    const value = ei.value as number;
    const rows: [string, string][] = [];
    if (typeof ei.expected === 'number') rows.push([net.say('ei_chance'), signed(ei.expected, 2, lang)]);
    if (ei.interval) rows.push([net.say('ei_interval'), range(ei.interval.low, ei.interval.high, 2, lang)]);
    const { bounds } = ei;
    if (typeof bounds?.low === 'number' && typeof bounds.high === 'number') rows.push([net.say('ei_bounds'), range(bounds.low, bounds.high, 2, lang)]);
    if (typeof ei.p === 'number') rows.push(['p', pValue(ei.p, lang).replace(/^p\u00a0=\u00a0/, '')]);
    return h(
      'div',
      { class: 'index' },
      h('p', {}, h('strong', {}, net.say('ei')), ' ', h('span', { class: 'value' }, signed(value, 2, lang)), ' ', h('span', { class: 'hint' }, net.say('ei_help'))),
      h('dl', { class: 'facts' }, rows.flatMap(([name, text]) => [h('dt', {}, name), h('dd', {}, text)])),
      bounds && bounds.undecided_nodes > 0 && typeof bounds.low === 'number' && typeof bounds.high === 'number' && h('p', { class: 'hint' }, net.say('bounds', { n: bounds.undecided_nodes, a: signed(bounds.low, 2, lang), b: signed(bounds.high, 2, lang) })),
    );
  }

  private kept(net: Net, found: FigureSet): HTMLElement {
    const { nodes, ties } = found.leftOut;
    const sum = (counts: Record<string, number>): number => Object.values(counts).reduce((total, n) => total + n, 0);
    const lines = [...Object.entries(nodes), ...Object.entries(ties).map(([key, n]) => [`ties:${key}`, n] as [string, number])];
    const label = (key: string): string => (['unknown', 'mixed', 'citizens'].includes(key) ? groupName(net, 'sector', key) : reasonName(key, net.lang));
    return h(
      'div',
      { class: 'kept' },
      h('p', {}, h('strong', {}, net.say('kept')), ' ', net.say('kept_value', { nodes: net.count('organisations', found.nodes), ties: net.count('ties', found.ties) })),
      lines.length > 0 &&
        h(
          'details',
          {},
          h('summary', { 'data-key': 'left-out' }, h('strong', {}, net.say('left_out')), ` ${net.count('people', sum(nodes))}, ${net.count('ties', sum(ties))}`),
          h('ul', {}, lines.map(([key, n]) => h('li', {}, h('span', {}, label(key)), h('span', { class: 'count' }, whole(n, net.lang))))),
        ),
    );
  }
}

/** Always from the computed p: never « significant », never « no difference ». */
function verdict(net: Net, value: number, expected: number, p: number): string {
  if (p >= 0.05) return `${net.say('within_chance')} (${pValue(p, net.lang)})`;
  const side = net.say(value > expected ? 'more_than' : 'less_than');
  return `${side}${net.lang === 'fr' ? '\u202f: ' : ': '}${net.say(p < 0.01 ? 'very_unlikely' : 'unlikely')} (${pValue(p, net.lang)})`;
}
