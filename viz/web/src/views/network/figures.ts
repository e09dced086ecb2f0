// The figures of what is shown: how many ties cross, what chance would give, what is left out.
import type { Api } from '../../api';
import { cutOf, figuresOf, type FigureSet } from '../../data/figures';
import { capital, decimal, pValue, range, signed, whole } from '../../format';
import type { Word } from '../../words';
import { h, newId, refill, setText } from '../../ui/dom';
import type { Job } from '../../job';
import { legendIcon } from '../../ui/icons';
import { heatMap } from './heat';
import type { Actions, Net, Part } from './net';

const QUIET = 300;
export const PARTITIONS = ['sector', 'public_private', 'kind', 'departement', 'region', 'pole'] as const;
const LAYERS = ['cooperation', 'support', 'affiliation', 'institutional'];

export class Figures implements Part {
  readonly element = h('div', { class: 'figures' });
  private by: string = 'sector';
  private view = '';
  private found: FigureSet | null = null;
  private state: 'asked' | 'failed' | 'done' = 'asked';
  private net: Net | null = null;
  private readonly progress = h('p', { class: 'hint', role: 'status' });
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
    if (before?.shown !== net.shown || before.model !== net.model || before.lang !== net.lang) this.ask();
  }

  /** After some quiet; the figures before stay, greyed. */
  private ask(): void {
    window.clearTimeout(this.timer);
    this.abort?.abort();
    this.state = 'asked';
    this.progress.hidden = this.found !== null;
    setText(this.progress, this.net?.say('figures_loading') ?? '');
    this.render();
    this.timer = window.setTimeout(() => void this.fetch(), QUIET);
  }

  private async fetch(): Promise<void> {
    const { net } = this;
    if (!net) return;
    const abort = new AbortController();
    this.abort = abort;
    try {
      const cut = net.model.aggregated ? null : await cutOf(this.api, net.model, net.shown);
      this.found = await figuresOf(this.api, { by: this.by, view: this.counted(net), at: net.view.filters.at }, cut, (job) => this.tell(job), abort.signal);
      this.state = 'done';
    } catch {
      if (abort.signal.aborted) return;
      this.state = 'failed';
    }
    this.render();
    if (this.found && this.state === 'done') this.actions.announce(this.found.verdict.sentence[net.lang], 'figures');
  }

  /** How far a long work is. */
  private tell(job: Job): void {
    const { net } = this;
    if (!net) return;
    this.progress.hidden = false;
    setText(this.progress, `${net.say('figures_loading')} ${howFar(net, job)}`);
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
    this.element.setAttribute('aria-busy', String(state === 'asked'));
    if (state === 'failed') return refill(this.element, title, h('p', { class: 'hint' }, net.say('figures_failed')), h('button', { type: 'button', class: 'quiet', 'data-key': 'figures-retry', on: { click: () => this.ask() } }, net.say('retry')));
    if (!found) return refill(this.element, title, this.progress);
    const old = state === 'asked';
    refill(
      this.element,
      title,
      this.choices(net),
      old && this.progress,
      net.model.aggregated && h('p', { class: 'hint' }, net.say('figures_whole')),
      h('div', { class: old ? 'figure-set old' : 'figure-set' }, this.content(net, found)),
    );
  }

  private choices(net: Net): HTMLElement {
    const select = (key: string, label: Word, value: string, options: [string, string][], change: (value: string) => void): HTMLElement => {
      const id = newId(key);
      const list = h('select', { id, 'data-key': key, on: { change: () => change(list.value) } }, options.map(([one, text]) => h('option', { value: one }, text)));
      list.value = value;
      return h('div', { class: 'field' }, h('label', { for: id }, net.say(label)), list);
    };
    return h(
      'div',
      {},
      select('figures-by', 'boundary', this.by, PARTITIONS.map((by) => [by, net.say(`by_${by}` as Word)]), (by) => this.choose({ by })),
      select('figures-view', 'counted_ties', this.counted(net), LAYERS.map((layer) => [layer === 'cooperation' ? layer : `layer:${layer}`, net.say(`view_${layer}` as Word)]), (view) => this.choose({ view })),
    );
  }

  private choose({ by, view }: { by?: string; view?: string }): void {
    this.by = by ?? this.by;
    this.view = view ?? this.view;
    this.ask();
  }

  private content(net: Net, found: FigureSet): (HTMLElement | null)[] {
    if (!found.ties) return [h('p', { class: 'lead' }, net.say('figures_none')), composition(net), net.shown.counts.has('layer:cooperation') ? null : h('p', { class: 'hint' }, net.say('figures_none_next')), this.kept(net, found)];
    const [first, ...rest] = lead(net, found);
    return [h('p', { class: 'lead' }, h('strong', {}, first), ' ', rest.join(' ')), heatMap(net, found), h('p', { class: 'hint' }, net.say('heat_key')), this.index(net, found), this.kept(net, found)];
  }

  /** Of one group alone nothing can cross: an index would say what is not so. */
  private index(net: Net, { ei, verdict }: FigureSet): HTMLElement | null {
    if (verdict.code === 'one_group') return null;
    if (typeof ei?.value !== 'number') return null;
    const { lang } = net;
    const { bounds, interval, expected, p } = ei;
    const known = typeof bounds?.low === 'number' && typeof bounds.high === 'number' ? { low: bounds.low, high: bounds.high } : null;
    const rows: [string, string][] = [];
    if (typeof expected === 'number') rows.push([net.say('ei_chance'), signed(expected, 2, lang)]);
    if (interval) rows.push([net.say('ei_interval'), range(interval.low, interval.high, 2, lang)]);
    if (known) rows.push([net.say('ei_bounds'), range(known.low, known.high, 2, lang)]);
    if (typeof p === 'number') rows.push([net.say('ei_p'), pValue(p, lang)]);
    return h(
      'div',
      { class: 'index' },
      h('p', {}, h('strong', {}, net.say('ei')), ' ', h('span', { class: 'value' }, signed(ei.value, 2, lang)), ' ', h('span', { class: 'hint' }, net.say('ei_help'))),
      h('dl', { class: 'facts' }, rows.flatMap(([name, text]) => [h('dt', {}, name), h('dd', {}, text)])),
      known && bounds && bounds.undecided_nodes > 0 && h('p', { class: 'hint' }, net.say('bounds', { n: bounds.undecided_nodes, a: signed(known.low, 2, lang), b: signed(known.high, 2, lang) })),
    );
  }

  private kept(net: Net, found: FigureSet): HTMLElement {
    // Who has no known group is kept in the view: the index alone leaves it out.
    const undecided = found.left_out.find(({ reason }) => reason === UNDECIDED);
    const outside = found.left_out.filter((one) => one !== undecided);
    const sum = (what: 'nodes' | 'ties'): number => outside.reduce((total, one) => total + (one[what] ?? 0), 0);
    return h(
      'div',
      { class: 'kept' },
      h('p', {}, h('strong', {}, net.say('kept')), ' ', net.say('kept_value', { nodes: net.count('organisations', found.nodes), ties: net.count('ties', found.ties) })),
      undecided && h('p', { class: 'hint' }, net.say('undecided', { actors: net.count('people', undecided.nodes ?? 0), ties: net.count('ties', undecided.ties ?? 0) })),
      outside.length > 0 &&
        h(
          'details',
          {},
          h('summary', { 'data-key': 'left-out' }, h('strong', {}, net.say('left_out')), ` ${net.count('people', sum('nodes'))}, ${net.count('ties', sum('ties'))}`),
          h('ul', {}, outside.map(({ label, nodes, ties }) => h('li', {}, h('span', {}, capital(label[net.lang])), h('span', { class: 'count' }, [nodes, ties].filter((n) => n).map((n) => whole(n ?? 0, net.lang)).join(' + '))))),
        ),
    );
  }
}

/** « 400 sur 1 000 », or since when if nobody counts. */
export function howFar(net: Net, { done, total, lasted }: Job): string {
  return total ? net.say('rank', { i: done, n: total }) : net.say('lasting', { n: lasted });
}

const UNDECIDED = 'undecided_group';

/** Where no tie can be counted, who is there can. */
function composition(net: Net): HTMLElement {
  const rows = net.model.legend.filter(({ group, key }) => group === 'sector' && net.shown.counts.get(`sector:${key}`));
  return h('ul', { class: 'key' }, rows.map((row) => h('li', { class: 'row' }, legendIcon(row), h('span', { class: 'row-name' }, capital(row.label[net.lang])), h('span', { class: 'count' }, whole(net.shown.counts.get(`sector:${row.key}`) ?? 0, net.lang)))));
}

/** The answer in words, then what it rests upon. */
function lead(net: Net, { verdict, ei }: FigureSet): string[] {
  const said = [verdict.sentence[net.lang]];
  if (verdict.code === 'one_group' || typeof ei?.value !== 'number' || !ei.ties) return said;
  const crossing = (index: number): number => ((1 + index) / 2) * ei.ties;
  said.push(net.say('crossing', { n: Math.round(crossing(ei.value)), total: ei.ties }));
  if (typeof ei.expected === 'number') said.push(net.say('chance_would', { n: decimal(crossing(ei.expected), 1, net.lang) }));
  return said;
}
