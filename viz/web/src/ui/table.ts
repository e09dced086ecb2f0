// A table that sorts, is walked by cell with the arrows, and shows its rows a page at a time.
import type { Lang } from '../state';
import { h, refill } from './dom';

export interface Column {
  key: string;
  title: string;
  text(row: number): string;
  /** Sorts as a number, written to the right. */
  number?(row: number): number;
  /** Sorts as this text. */
  order?(row: number): string;
  mark?(row: number): Node;
  open?(row: number): void;
  head?: boolean;
  lang?: string;
}

export interface Content {
  columns: Column[];
  rows: number[];
  lang: Lang;
  chosen: ReadonlySet<number>;
  caption: string;
  more(n: number): string;
}

const PAGE = 100;

export class DataTable {
  readonly element = h('div', { class: 'data-table' });
  private sort: { key: string; down: boolean } | null = null;
  private content: Content | null = null;
  private readonly table = h('table', { on: { keydown: (event) => this.walk(event) } });
  private readonly more = h('button', { type: 'button', class: 'quiet', on: { click: () => this.grow() } });

  constructor(
    private readonly open: (row: number) => void,
    private limit = PAGE,
  ) {
    this.element.append(h('div', { class: 'scroll' }, this.table), this.more);
  }

  render(content: Content): void {
    this.content = content;
    const { columns, lang, chosen, caption } = content;
    const rows = this.sorted(content);
    const some = rows.slice(0, this.limit);
    refill(
      this.table,
      h('caption', {}, caption),
      h('thead', {}, h('tr', {}, columns.map((column) => this.heading(column)))),
      h('tbody', {}, some.map((row) => h(chosen.has(row) ? 'tr.chosen' : 'tr', {}, columns.map((column) => this.cell(column, row))))),
    );
    this.more.hidden = rows.length <= this.limit;
    this.more.textContent = content.more(rows.length - some.length);
    this.table.lang = lang;
  }

  private heading(column: Column): HTMLElement {
    const sorted = this.sort?.key === column.key ? (this.sort.down ? 'descending' : 'ascending') : undefined;
    const arrow = sorted === 'descending' ? '▼' : sorted ? '▲' : '';
    return h('th', { scope: 'col', 'aria-sort': sorted, class: column.number ? 'numeric' : undefined }, h('button', { type: 'button', 'data-key': `sort:${column.key}`, on: { click: () => this.sortBy(column.key) } }, column.title, h('span', { class: 'arrow', 'aria-hidden': 'true' }, arrow)));
  }

  private cell(column: Column, row: number): HTMLElement {
    const text = column.text(row);
    const open = column.open ?? (column.head ? this.open : null);
    const inside = open ? h('button', { type: 'button', class: 'name', 'data-key': `cell:${column.key}:${row}`, on: { click: () => open(row) } }, text) : text;
    const attributes = { class: column.number ? 'numeric' : undefined, 'data-title': column.title, lang: column.lang };
    if (!column.head) return h('td', attributes, inside);
    return h('th', { ...attributes, scope: 'row' }, column.mark ? h('span', { class: 'with-mark' }, column.mark(row), inside) : inside);
  }

  private sortBy(key: string): void {
    const down = this.sort?.key === key ? !this.sort.down : Boolean(this.content?.columns.find((column) => column.key === key)?.number);
    this.sort = { key, down };
    if (this.content) this.render(this.content);
  }

  private sorted({ columns, rows, lang }: Content): number[] {
    const column = columns.find(({ key }) => key === this.sort?.key);
    if (!column) return rows;
    const { number, order } = column;
    const sign = this.sort?.down ? -1 : 1;
    if (number) return [...rows].sort((a, b) => sign * (number(a) - number(b)));
    const collator = new Intl.Collator(lang, { sensitivity: 'base', numeric: true });
    const keys = new Map(rows.map((row) => [row, (order ?? column.text)(row)]));
    // What is not said stands last, whichever the way.
    return [...rows].sort((a, b) => {
      const [one, other] = [keys.get(a) as string, keys.get(b) as string];
      if (!one || !other) return one === other ? 0 : one ? -1 : 1;
      return sign * collator.compare(one, other);
    });
  }

  private grow(): void {
    const at = this.limit;
    this.limit += 5 * PAGE;
    if (this.content) this.render(this.content);
    this.table.querySelectorAll<HTMLElement>('tbody tr')[at]?.querySelector('button')?.focus();
  }

  /** Arrows go from cell to cell; Home and End to the ends of a row; `s` sorts by the column. */
  private walk(event: KeyboardEvent): void {
    const here = (event.target as Element).closest<HTMLTableCellElement>('th, td');
    const steps: Record<string, [number, number]> = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1], Home: [-99, 0], End: [99, 0] };
    const step = steps[event.key];
    if (!here || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 's' && this.content) {
      event.preventDefault();
      this.sortBy(this.content.columns[here.cellIndex].key);
    }
    if (!step) return;
    event.preventDefault();
    const rows = [...this.table.rows];
    const row = rows[Math.min(Math.max(rows.indexOf(here.parentElement as HTMLTableRowElement) + step[1], 0), rows.length - 1)];
    const cell = row.cells[Math.min(Math.max(here.cellIndex + step[0], 0), row.cells.length - 1)];
    const target = cell.querySelector<HTMLElement>('button') ?? cell;
    if (target === cell) cell.tabIndex = -1;
    target.focus();
  }
}
