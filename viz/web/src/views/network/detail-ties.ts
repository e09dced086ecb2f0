// The ties of an actor, each down to the rows that say so.
import type { Api, RecordData, TieData } from '../../api';
import { capital, day, factText } from '../../format';
import { whenOf } from '../../sentence';
import { h } from '../../ui/dom';
import { lineIcon } from '../../ui/icons';
import { lineOf, type Actions, type Net } from './net';

const FIRST = 12;
// Facts told with the rows only.
const ASIDE = ['certainty', 'note'];
const ORDER = ['cooperation', 'support', 'affiliation', 'institutional'];

type Answer = TieData | 'asked' | 'failed';

export class TieList {
  private readonly records = new Map<number, Answer>();
  private opened = new Set<number>();
  private all = false;

  constructor(
    private readonly actions: Actions,
    private readonly api: Api,
    private readonly changed: () => void,
  ) {}

  forget(): void {
    this.opened.clear();
    this.all = false;
  }

  render(net: Net, row: number, ties: readonly number[]): HTMLElement {
    const { model } = net;
    const place = (tie: number): number => ORDER.indexOf(model.tieKey('layer', tie));
    const sorted = [...ties].sort((a, b) => place(a) - place(b) || model.width[b] - model.width[a] || model.labels[model.other(a, row)].localeCompare(model.labels[model.other(b, row)], 'fr'));
    const some = this.all || sorted.length <= FIRST + 2 ? sorted : sorted.slice(0, FIRST);
    return h(
      'div',
      {},
      h('ul', { class: 'tie-list' }, some.map((tie) => this.item(net, row, tie))),
      some.length < sorted.length &&
        h('button', { type: 'button', class: 'quiet', 'data-key': 'more-ties', on: { click: () => this.more() } }, net.count('other_ties', sorted.length - some.length)),
      standings(net, ties),
    );
  }

  private item(net: Net, row: number, tie: number): HTMLElement {
    const { model } = net;
    const other = model.other(tie, row);
    const open = this.opened.has(tie);
    const way = !model.isDirected(tie) ? '' : model.source[tie] === row ? ` (${net.say('way_out')})` : ` (${net.say('way_in')})`;
    const said = [`${net.word('tie', model.tieKey('kind', tie))}${way}`, model.subtype(tie), whenOf(model, tie, net.lang)].filter(Boolean);
    return h(
      'li',
      {},
      lineIcon(lineOf(net, tie), 30),
      h(
        'div',
        {},
        h('button', { type: 'button', class: 'name', lang: 'fr', 'data-key': `other:${tie}`, on: { click: () => this.actions.select([other], { reveal: true }) } }, net.name(other)),
        h('p', {}, capital(said.join(', '))),
        this.facts(net, tie, open),
      ),
      h(
        'button',
        { type: 'button', class: 'source', 'aria-expanded': open, 'aria-label': net.say('who_says_of', { tie: net.name(other) }), 'data-key': `who:${tie}`, on: { click: () => this.toggle(net, tie) } },
        shortSource(model.sources(tie)[0]) ?? net.say('who_says'),
      ),
      open && this.rows(net, tie),
    );
  }

  private facts(net: Net, tie: number, all: boolean): HTMLElement | null {
    const facts = net.model.tieFacts(tie).filter(({ field }) => all || !ASIDE.includes(field));
    return facts.length ? h('p', { class: 'hint' }, facts.map((fact) => net.say('field_value', { name: net.word('field', fact.field), value: factText(fact, net.lang) })).join(' · ')) : null;
  }

  private rows(net: Net, tie: number): HTMLElement {
    const answer = this.records.get(tie);
    if (!answer || answer === 'asked') return h('p', { class: 'hint' }, net.say('records_loading'));
    if (answer === 'failed') return h('p', { class: 'hint wrong' }, net.say('records_failed'));
    return h('ul', { class: 'records' }, answer.records.map((record) => recordItem(net, record)));
  }

  private toggle(net: Net, tie: number): void {
    if (this.opened.has(tie)) this.opened.delete(tie);
    else {
      this.opened.add(tie);
      if (!this.records.has(tie) || this.records.get(tie) === 'failed') void this.ask(net, tie);
    }
    this.changed();
  }

  private async ask(net: Net, tie: number): Promise<void> {
    this.records.set(tie, 'asked');
    try {
      const ids = await this.api.tieIds(net.model.packed);
      this.records.set(tie, await this.api.tie(ids[tie]));
    } catch {
      this.records.set(tie, 'failed');
    }
    this.changed();
  }

  private more(): void {
    this.all = true;
    this.changed();
  }
}

/** What a row said, as it said it: its cells, its place in its document. */
function recordItem(net: Net, record: RecordData): HTMLElement {
  const where = [record.source, record.locator].filter(Boolean).join(', ') || [record.sheet, `l. ${record.line}`].filter(Boolean).join(', ');
  const seen = observedOn(record);
  const said = [
    seen && net.say(seen.split('-').length > 2 ? 'observed_on' : 'observed_in', { date: day(seen, net.lang) }),
    record.declared_by?.name && net.say('record_declared', { name: record.declared_by.name }),
    record.import_title && net.say('record_file', { title: record.import_title }),
  ].filter(Boolean);
  const cells = Object.entries(record.cells);
  return h(
    'li',
    {},
    h('p', {}, h('strong', { lang: 'fr' }, where)),
    said.length > 0 && h('p', { class: 'hint' }, said.join(' · ')),
    cells.length > 0 && h('dl', { class: 'cells', lang: 'fr' }, cells.flatMap(([name, value]) => [h('dt', {}, name), h('dd', {}, value)])),
  );
}

function observedOn({ observed_on: seen }: RecordData): string | null {
  if (!seen || typeof seen === 'string') return seen || null;
  if (seen.earliest === seen.latest) return seen.earliest;
  const year = seen.earliest.slice(0, 4);
  return seen.latest.startsWith(year) ? (seen.earliest.slice(5, 7) === seen.latest.slice(5, 7) ? seen.earliest.slice(0, 7) : year) : `${seen.earliest}/${seen.latest}`;
}

/** « tous rapportés par un tiers », or how many of each. */
function standings(net: Net, ties: readonly number[]): HTMLElement | null {
  if (!ties.length) return null;
  const counts = new Map<string, number>();
  for (const tie of ties) {
    const standing = net.model.tieKey('standing', tie);
    if (standing) counts.set(standing, (counts.get(standing) ?? 0) + 1);
  }
  if (!counts.size) return null;
  const many = (standing: string): string => net.say(`standing_many_${standing}` as 'standing_many_reported');
  const text = counts.size === 1 && ties.length > 1 ? net.say('all_standing', { standing: many([...counts.keys()][0]) }) : [...counts].map(([standing, n]) => `${n} ${net.word('standing', standing)}`).join(' · ');
  return h('p', { class: 'hint standing' }, capital(text));
}

const LONGEST = 22;

function shortSource(source: string | undefined): string | null {
  if (!source) return null;
  const first = source.length <= LONGEST ? source : source.split(',')[0];
  return first.length > LONGEST ? `${first.slice(0, LONGEST - 1)}…` : first;
}
