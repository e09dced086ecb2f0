// Who is tied to whom, as a table that is also a heat map: observed, expected, and the sign.
import { capital, decimal, whole } from '../../format';
import { pair, SIGNS, stepOfZ, type FigureSet, type Group } from '../../data/figures';
import type { Word } from '../../words';
import { h, newId } from '../../ui/dom';
import { markIcon } from '../../ui/icons';
import type { Net } from './net';

const MOST = 10;
// A column is as narrow as a figure: what does not fit has a short name.
const SHORT: Record<string, Word> = { unknown: 'short_unknown', ess: 'short_ess' };

export function heatMap(net: Net, figures: FigureSet): HTMLElement {
  const isTied = ({ key }: Group): boolean => figures.groups.some((other) => figures.observed(key, other.key) > 0);
  const tied = figures.groups.filter(isTied);
  // The largest, when they are many; in the order they came.
  const largest = [...tied].sort((a, b) => b.size - a.size).slice(0, MOST);
  const groups = tied.filter((group) => largest.includes(group));
  const absent = figures.groups.filter((group) => !groups.includes(group));
  const title = newId('heat');
  return h(
    'div',
    { class: 'heat', tabindex: 0, role: 'group', 'aria-labelledby': title },
    h(
      'table',
      { on: { keydown: walk } },
      h('caption', { id: title }, net.say('heat_caption')),
      h('thead', {}, h('tr', {}, h('td', {}), groups.map((group) => h('th', { scope: 'col' }, mark(group), shortName(net, group))))),
      h('tbody', {}, groups.map((row, i) => h('tr', {}, h('th', { scope: 'row' }, name(net, row)), groups.map((column, j) => (j < i ? h('td', { class: 'blank' }) : cell(net, figures, row, column, i === 0 && j === 0)))))),
    ),
    absent.length > 0 && h('p', { class: 'hint' }, net.say('heat_absent', { names: absent.slice(0, MOST).map(({ label }) => label).join(', ') + (absent.length > MOST ? '…' : '') })),
  );
}

function mark({ key, colour }: Group): SVGElement | null {
  return colour ? markIcon({ shape: 'circle', colour, hollow: key === 'unknown' }, 14) : null;
}

function name(net: Net, { key, label }: Group): HTMLElement {
  return SHORT[key] ? h('abbr', { title: capital(label) }, net.say(SHORT[key])) : h('span', {}, capital(label));
}

/** Of « 07 Ardèche », the code that it begins with. */
function shortName(net: Net, group: Group): HTMLElement {
  const { key, label } = group;
  return label.startsWith(`${key} `) ? h('abbr', { title: label }, key) : name(net, group);
}

function cell(net: Net, figures: FigureSet, a: Group, b: Group, first: boolean): HTMLElement {
  const key = pair(a.key, b.key);
  const n = figures.observed(a.key, b.key);
  const [expected, z] = [figures.expected[key], figures.z[key]];
  const names = { a: capital(a.label), b: capital(b.label) };
  const value = h('b', {}, whole(n, net.lang));
  const tabindex = first ? 0 : -1;
  if (expected === undefined) return h('td', { class: 'untested', tabindex, 'aria-label': net.say('cell_plain', { ...names, n }) }, value);
  const chance = decimal(expected, 1, net.lang);
  if (expected < 1 && n <= 1) {
    return h('td', { class: 'few', tabindex, 'aria-label': net.say('cell', { ...names, n, m: chance, said: net.say('cell_few') }) }, value, h('i', {}, chance));
  }
  const step = z === undefined ? 3 : stepOfZ(z);
  const said = net.say(step > 3 ? 'more_than' : step < 3 ? 'less_than' : 'as_chance').toLowerCase();
  return h('td', { class: `z${step}`, tabindex, 'aria-label': net.say('cell', { ...names, n, m: chance, said }) }, value, ' ', h('span', { class: 'sign' }, SIGNS[step]), h('i', {}, chance));
}

/** Arrows go from cell to cell. */
function walk(event: KeyboardEvent): void {
  const here = (event.target as Element).closest<HTMLTableCellElement>('td, th');
  const step = ({ ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] } as Record<string, [number, number]>)[event.key];
  if (!here || !step) return;
  const table = here.closest('table') as HTMLTableElement;
  const row = table.rows[(here.parentElement as HTMLTableRowElement).rowIndex + step[1]];
  const next = row?.cells[here.cellIndex + step[0]];
  if (!next?.hasAttribute('tabindex')) return;
  event.preventDefault();
  here.tabIndex = -1;
  next.tabIndex = 0;
  next.focus();
}
