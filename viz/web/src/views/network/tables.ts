// Everything drawn, as tables: sorted, walked by cell, downloaded.
import { capital, listed } from '../../format';
import { whenOf } from '../../sentence';
import { h, refill } from '../../ui/dom';
import { markIcon } from '../../ui/icons';
import { save } from '../../ui/save';
import { DataTable, type Column } from '../../ui/table';
import { placeName } from './legend-where';
import { markOf, type Actions, type Net, type Part } from './net';

const MOST_PRINTED = 200;

export type TableName = 'actors' | 'ties';

export class Tables implements Part {
  readonly element = h('section', { class: 'tables', id: 'table', tabindex: -1, hidden: true });
  private readonly actors: DataTable;
  private readonly ties: DataTable;
  private readonly switch = h('div', { class: 'segments', role: 'group' });

  constructor(private readonly actions: Actions) {
    this.actors = new DataTable((row) => actions.select([row], { reveal: true }));
    this.ties = new DataTable(() => undefined);
  }

  update(net: Net, before: Net | null): void {
    const { table } = net.view;
    this.element.hidden = table === null;
    if (table === null) return;
    const changed = before?.shown !== net.shown || before.lang !== net.lang || before.view.table !== table || before.view.selection !== net.view.selection || before.look !== net.look;
    if (!changed) return;
    const button = (name: TableName, text: string): HTMLElement => h('button', { type: 'button', 'aria-pressed': table === name, 'data-key': `table:${name}`, on: { click: () => this.actions.set({ table: name }) } }, text);
    refill(this.switch, button('actors', net.say('actors_tab')), button('ties', net.say('ties_tab')));
    const { table: data, rows, columns } = this.content(net, table);
    data.render({ columns, rows, lang: net.lang, chosen: table === 'actors' ? net.selection : new Set(), caption: caption(net, table, rows.length), more: (n) => net.say('show_more', { rows: net.count('rows', n) }) });
    refill(this.element, h('div', { class: 'table-head' }, this.switch, h('button', { type: 'button', 'data-key': 'csv', on: { click: () => this.download(net, table) } }, net.say('csv'))), data.element);
  }

  /** On paper everything that is drawn follows the scene, unless it would be a book. */
  print(net: Net, on: boolean): void {
    if (net.view.table) return;
    this.element.hidden = !on;
    if (!on) return refill(this.element);
    const printed = (['actors', 'ties'] as const).flatMap((table) => {
      const { rows, columns } = this.content(net, table);
      if (!rows.length || rows.length > MOST_PRINTED) return [];
      const whole = new DataTable(() => undefined, MOST_PRINTED);
      whole.render({ columns, rows, lang: net.lang, chosen: new Set(), caption: net.say(table === 'actors' ? 'actors_tab' : 'ties_tab'), more: () => '' });
      return [whole.element];
    });
    refill(this.element, ...printed);
  }

  download(net: Net, table: TableName): void {
    const { columns, rows } = this.content(net, table);
    saveCsv(`maillage-${net.say(table === 'actors' ? 'actors_tab' : 'ties_tab').toLowerCase()}.csv`, columns, rows, net.lang === 'fr' ? ';' : ',');
  }

  private content(net: Net, table: TableName): { table: DataTable; rows: number[]; columns: Column[] } {
    const { model, shown } = net;
    if (table === 'actors') return { table: this.actors, rows: [...model.byName()].filter((row) => shown.nodes[row]), columns: actorColumns(net) };
    return { table: this.ties, rows: tiesByName(net), columns: tieColumns(net, this.actions) };
  }
}

/** As the names at their ends are read: who is looked for is found in one place. */
function tiesByName({ model, shown }: Net): number[] {
  const rank = new Int32Array(model.n);
  model.byName().forEach((row, place) => (rank[row] = place));
  const rows = [...shown.ties.keys()].filter((tie) => shown.ties[tie]);
  return rows.sort((a, b) => rank[model.source[a]] - rank[model.source[b]] || rank[model.target[a]] - rank[model.target[b]] || a - b);
}

function caption(net: Net, table: TableName, n: number): string {
  return table === 'actors' ? net.say('table_actors_caption', { n, total: net.model.n }) : net.say('table_ties_caption', { n, total: net.model.m });
}

function actorColumns(net: Net): Column[] {
  const { model } = net;
  return [
    { key: 'name', title: net.say('col_name'), head: true, text: (row) => net.name(row), mark: (row) => markIcon(markOf(net, row), 16), lang: 'fr' },
    { key: 'kind', title: net.say('col_kind'), text: (row) => capital(net.word('kind', model.key('kind', row))) },
    { key: 'sector', title: net.say('col_sector'), text: (row) => (model.isPlain(row) ? '' : capital(net.word('sector', model.key('sector', row)))) },
    { key: 'departement', title: net.say('col_departement'), text: (row) => model.key('departement', row) && placeName(net, model.key('departement', row)) },
    { key: 'poles', title: net.say('col_poles'), text: (row) => listed(model.polesOf(row).filter((pole) => pole !== row).map((pole) => net.name(pole)), net.lang), lang: 'fr' },
    { key: 'ties', title: net.say('col_ties'), text: (row) => String(shownDegree(net, row)), number: (row) => shownDegree(net, row) },
  ];
}

function tieColumns(net: Net, actions: Actions): Column[] {
  const { model } = net;
  const end = (row: number): { text: string; open(): void } => ({ text: net.name(row), open: () => actions.select([row], { reveal: true }) });
  return [
    { key: 'source', title: net.say('col_source'), head: true, text: (tie) => net.name(model.source[tie]), open: (tie) => end(model.source[tie]).open(), lang: 'fr' },
    { key: 'kind', title: net.say('col_tie'), text: (tie) => capital(net.word('tie', model.tieKey('kind', tie))) },
    { key: 'target', title: net.say('col_target'), text: (tie) => net.name(model.target[tie]), open: (tie) => end(model.target[tie]).open(), lang: 'fr' },
    { key: 'subtype', title: net.say('col_subtype'), text: (tie) => model.subtype(tie), lang: 'fr' },
    { key: 'layer', title: net.say('col_layer'), text: (tie) => capital(net.word('layer', model.tieKey('layer', tie))) },
    { key: 'when', title: net.say('col_when'), text: (tie) => whenOf(model, tie, net.lang), order: (tie) => dateOrder(net, tie) },
    { key: 'standing', title: net.say('col_standing'), text: (tie) => (model.tieKey('standing', tie) ? capital(net.word('standing', model.tieKey('standing', tie))) : '') },
    { key: 'sources', title: net.say('col_sources'), text: (tie) => model.sources(tie).join(' ; '), lang: 'fr' },
  ];
}

function dateOrder({ model }: Net, tie: number): string {
  const { start, end, last, first } = model.dates(tie);
  return start ?? end ?? last ?? first ?? '';
}

function shownDegree({ model, shown }: Net, row: number): number {
  let found = 0;
  for (let at = model.first[row]; at < model.first[row + 1]; at += 1) found += shown.ties[model.tieAt[at]];
  return found;
}

/** A cell that a spreadsheet would run as a formula is prefixed with an apostrophe. */
function cell(text: string, separator: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) && !/^-?\d+([.,]\d+)?$/.test(text) ? `'${text}` : text;
  return safe.includes(separator) || /["\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

export function saveCsv(name: string, columns: readonly Column[], rows: readonly number[], separator: string): void {
  const lines = [columns.map(({ title }) => cell(title, separator)), ...rows.map((row) => columns.map(({ text }) => cell(text(row), separator)))];
  save(name, new Blob([`\ufeff${lines.map((line) => line.join(separator)).join('\r\n')}\r\n`], { type: 'text/csv;charset=utf-8' }));
}
