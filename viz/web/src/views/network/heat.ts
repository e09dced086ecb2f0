// Who is tied to whom, as a table that is also a heat map: observed, expected, and the sign.
import { capital, decimal, whole } from '../../format';
import { pair, SIGNS, stepOfZ, type FigureSet } from '../../data/figures';
import { h, newId } from '../../ui/dom';
import { markIcon } from '../../ui/icons';
import type { Net } from './net';

const MOST = 10;

/** The name of a group of a partition. */
export function groupName(net: Net, by: string, key: string): string {
  if (by === 'pole') {
    const row = net.model.row(key);
    return row < 0 ? key : net.name(row);
  }
  const table = by === 'public_private' ? 'sector' : by;
  if (by === 'public_private' && key === 'private') return net.lang === 'fr' ? 'Privé' : 'Private';
  return capital(net.word(table, key));
}

export function heatMap(net: Net, figures: FigureSet, large: boolean): HTMLElement {
  const { by, observed } = figures;
  const order = [...figures.groups].sort((a, b) => place(by, a) - place(by, b));
  const isTied = (group: string): boolean => {
    const i = figures.groups.indexOf(group);
    return observed[i].some((n) => n > 0) || observed.some((row) => row[i] > 0);
  };
  const groups = order.filter((group) => large || isTied(group)).slice(0, MOST);
  const absent = figures.groups.filter((group) => !groups.includes(group));
  const title = newId('heat');
  const at = new Map(figures.groups.map((group, i) => [group, i]));
  const count = (a: string, b: string): number => {
    const [i, j] = [at.get(a) as number, at.get(b) as number];
    return observed[Math.min(i, j)][Math.max(i, j)];
  };
  return h(
    'div',
    { class: large ? 'heat large' : 'heat' },
    h(
      'table',
      { 'aria-labelledby': title, on: { keydown: walk } },
      h('caption', { id: title }, net.say('heat_caption')),
      h('thead', {}, h('tr', {}, h('td', {}), groups.map((group) => h('th', { scope: 'col' }, mark(by, group), shortName(net, by, group, large))))),
      h(
        'tbody',
        {},
        groups.map((row, i) =>
          h(
            'tr',
            {},
            h('th', { scope: 'row' }, mark(by, row), h('span', {}, shortName(net, by, row, large), large && h('small', {}, net.count('people', figures.sizes[row] ?? 0)))),
            groups.map((column, j) => (j < i ? h('td', { class: 'blank' }) : cell(net, figures, row, column, count(row, column), large))),
          ),
        ),
      ),
    ),
    absent.length > 0 && h('p', { class: 'hint' }, net.say('heat_absent', { names: absent.map((group) => groupName(net, by, group)).join(', ') })),
  );
}

const SECTORS = ['public', 'ess', 'private', 'mixed', 'citizens', 'unknown'];

const place = (by: string, group: string): number => (by === 'sector' || by === 'public_private' ? SECTORS.indexOf(group) : 0);

function shortName(net: Net, by: string, group: string, large: boolean): HTMLElement {
  const full = groupName(net, by, group);
  return !large && group === 'unknown' ? h('abbr', { title: full }, net.say('short_unknown')) : h('span', {}, full);
}

function mark(by: string, group: string): SVGElement | null {
  if (by !== 'sector' && by !== 'public_private') return null;
  return markIcon({ shape: 'circle', colour: `sector.${group}`, hollow: group === 'unknown' }, 14);
}

function cell(net: Net, figures: FigureSet, a: string, b: string, n: number, large: boolean): HTMLElement {
  const key = pair(a, b);
  const [expected, z] = [figures.expected[key], figures.z[key]];
  const names = { a: groupName(net, figures.by, a), b: groupName(net, figures.by, b) };
  const value = h('b', {}, whole(n, net.lang));
  if (!figures.sizes[a] || !figures.sizes[b]) return h('td', { class: 'nobody', tabindex: -1 }, net.say('cell_nobody'));
  if (expected === undefined) return h('td', { class: 'untested', tabindex: -1, 'aria-label': net.say('cell_plain', { ...names, n }) }, value);
  const chance = decimal(expected, 1, net.lang);
  if (expected < 1 && n <= 1) {
    return h('td', { class: 'few', tabindex: -1, 'aria-label': net.say('cell', { ...names, n, m: chance, said: net.say('cell_few') }) }, value, h('i', {}, chance), large && h('small', {}, net.say('cell_few')));
  }
  const step = z === undefined ? 3 : stepOfZ(z);
  const said = net.say(step > 3 ? 'more_than' : step < 3 ? 'less_than' : 'as_chance').toLowerCase();
  return h(
    `td.z${step}` as 'td.z',
    { tabindex: -1, 'aria-label': net.say('cell', { ...names, n, m: chance, said }) },
    value,
    ' ',
    h('span', { class: 'sign' }, SIGNS[step]),
    h('i', {}, chance),
    large && z !== undefined && h('small', {}, `z ${decimal(z, 1, net.lang)}`),
  );
}

/** Arrows go from cell to cell. */
function walk(event: KeyboardEvent): void {
  const here = (event.target as Element).closest<HTMLTableCellElement>('td, th');
  const step = ({ ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] } as Record<string, [number, number]>)[event.key];
  if (!here || !step) return;
  const table = here.closest('table') as HTMLTableElement;
  const row = table.rows[(here.parentElement as HTMLTableRowElement).rowIndex + step[1]];
  const next = row?.cells[here.cellIndex + step[0]];
  if (!next || next.classList.contains('blank')) return;
  event.preventDefault();
  next.focus();
}
