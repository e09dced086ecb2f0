// Several actors: their ties among themselves, the partners they share, their sectors.
import { neighbours } from '../../data/graph';
import { capital } from '../../format';
import { h } from '../../ui/dom';
import { glyph, markIcon } from '../../ui/icons';
import { markOf, type Actions, type Net } from './net';

const LISTED = 12;

export function many(net: Net, rows: readonly number[], actions: Actions): HTMLElement[] {
  const { model } = net;
  const inside = tiesAmong(net, rows);
  const common = commonPartners(net, rows);
  const sectors = new Map<string, number>();
  for (const row of rows) if (!model.isPlain(row)) sectors.set(model.key('sector', row), (sectors.get(model.key('sector', row)) ?? 0) + 1);
  const drop = (row: number): void => actions.select(rows.filter((one) => one !== row));
  return [
    h('header', { class: 'who' }, h('h2', {}, net.count('selected', rows.length)), h('button', { type: 'button', class: 'icon', 'aria-label': net.say('close_detail'), 'data-key': 'close', on: { click: () => actions.select([]) } }, glyph('close'))),
    h('dl', { class: 'facts' }, h('dt', {}, net.say('many_between')), h('dd', {}, net.count('ties', inside)), sectors.size > 0 && [h('dt', {}, net.say('many_sectors')), h('dd', {}, [...sectors].map(([key, n]) => `${capital(net.word('sector', key))} ${n}`).join(' · '))]),
    rows.length === 2 ? h('p', {}, h('button', { type: 'button', 'data-key': 'path-two', on: { click: () => actions.path(rows[0], rows[1]) } }, net.say('chip_path', { from: net.name(rows[0]), to: net.name(rows[1]) }))) : h('p', { hidden: true }),
    h('ul', { class: 'chosen' }, rows.slice(0, LISTED * 2).map((row) => h('li', {}, markIcon(markOf(net, row), 18), h('button', { type: 'button', class: 'name', lang: 'fr', 'data-key': `one:${row}`, on: { click: () => actions.select([row]) } }, net.name(row)), h('button', { type: 'button', class: 'icon small', 'data-key': `drop:${row}`, 'aria-label': net.say('unselect', { name: net.name(row) }), on: { click: () => drop(row) } }, glyph('close', 14))))),
    h('h3', {}, net.say('many_common')),
    common.length ? h('ul', { class: 'chosen' }, common.slice(0, LISTED).map((row) => h('li', {}, markIcon(markOf(net, row), 18), h('button', { type: 'button', class: 'name', lang: 'fr', 'data-key': `common:${row}`, on: { click: () => actions.select([row]) } }, net.name(row))))) : h('p', { class: 'hint' }, net.say('many_no_common')),
  ];
}

function tiesAmong({ model, shown }: Net, rows: readonly number[]): number {
  const chosen = new Set(rows);
  let found = 0;
  for (let tie = 0; tie < model.m; tie += 1) if (shown.ties[tie] && chosen.has(model.source[tie]) && chosen.has(model.target[tie])) found += 1;
  return found;
}

function commonPartners({ model, shown }: Net, rows: readonly number[]): number[] {
  const [first, ...others] = rows.map((row) => new Set(neighbours(model, shown.ties, row)));
  return [...first].filter((near) => others.every((set) => set.has(near)));
}
