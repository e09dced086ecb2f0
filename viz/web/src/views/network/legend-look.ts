// Colour and size by what is known of the marks, or by a measure; with the key to read them.
import { attributeKeys, type Attribute, type NumberAttribute } from '../../data/attributes';
import { CATEGORY_ROLES, STEPS } from '../../draw/look';
import { capital, decimal, whole } from '../../format';
import type { Word } from '../../words';
import { h, newId } from '../../ui/dom';
import { markIcon } from '../../ui/icons';
import { placeName } from './legend-where';
import type { Actions, Net } from './net';

// Measures by node of which the server is asked.
export const MEASURES: readonly { name: string; fr: string; en: string }[] = [
  { name: 'betweenness', fr: 'passage (intermédiarité)', en: 'bridging (betweenness)' },
  { name: 'coreness', fr: 'cœur du réseau (coreness)', en: 'core of the network (coreness)' },
  { name: 'ei_node', fr: 'ouverture à d’autres secteurs (E-I)', en: 'openness to other sectors (E-I)' },
];

export function lookSection(net: Net, actions: Actions): HTMLElement {
  const { numbers, categories } = attributeKeys(net.model);
  const measures = net.model.aggregated ? [] : MEASURES.map(({ name }) => `measure:${name}`);
  const list = (title: Word, keys: readonly string[]): HTMLElement | null =>
    keys.length ? h('optgroup', { label: net.say(title) }, keys.map((key) => h('option', { value: key }, attributeName(net, key)))) : null;
  const plain = (keys: readonly string[]): HTMLElement[] => keys.map((key) => h('option', { value: key }, attributeName(net, key)));
  return h(
    'fieldset',
    { class: 'group' },
    h('legend', {}, net.say('group_look')),
    field(net.say('colour_by'), 'colour', net.view.colour, [...plain(['sector', ...categories]), list('attributes', numbers), list('measures', measures)], (colour) => actions.set({ colour })),
    net.colourBy && key(net, net.colourBy),
    field(net.say('size_by'), 'size', net.view.size, [...plain(['ties', 'same']), list('attributes', numbers), list('measures', measures)], (size) => actions.set({ size })),
  );
}

function field(label: string, key_: string, value: string, options: (HTMLElement | null)[], change: (value: string) => void): HTMLElement {
  const id = newId('look');
  const select = h('select', { id, 'data-key': `look:${key_}`, on: { change: () => change(select.value) } }, options);
  select.value = value;
  return h('div', { class: 'field' }, h('label', { for: id }, label), select);
}

export function attributeName(net: Net, key_: string): string {
  if (key_.startsWith('field:')) return net.word('field', key_.slice(6));
  const measure = key_.startsWith('measure:') && MEASURES.find(({ name }) => name === key_.slice(8));
  return measure ? measure[net.lang] : net.say(`by_${key_}` as Word);
}

export interface KeyRow {
  colour: string;
  text: string;
  hollow: boolean;
  count: number | null;
}

/** What each colour stands for. */
export function keyRows(net: Net, by: Attribute): KeyRow[] {
  const unsaid = { colour: 'sector.unknown', text: capital(net.say('not_said')), hollow: true, count: null };
  if (by.type === 'number') return [...steps(net, by), unsaid];
  const rest = by.categories.slice(CATEGORY_ROLES.length).reduce((n, { count }) => n + count, 0);
  const named = by.categories.slice(0, CATEGORY_ROLES.length).map(({ name, count }, i) => ({ colour: CATEGORY_ROLES[i], text: categoryName(net, by.key, name), hollow: false, count }));
  const others = { colour: 'sector.unknown', text: capital(net.say('others')), hollow: false, count: rest };
  return [...named, ...(rest ? [others] : []), unsaid];
}

function categoryName(net: Net, key: string, name: string): string {
  if (key === 'kind') return capital(net.word('kind', name));
  if (key === 'departement') return placeName(net, name);
  return key === 'pole' ? net.name(net.model.row(name)) : name;
}

/** Five steps of equal width, from the least to the greatest. */
function steps(net: Net, { key: by, extent: [low, high] }: NumberAttribute): KeyRow[] {
  const at = (step: number): string => amount(net, by, low + ((high - low) * step) / STEPS, high - low >= STEPS * 2 ? 0 : 2);
  return Array.from({ length: STEPS }, (_, step) => ({ colour: `ramp.${step}`, text: `${at(step)} – ${at(step + 1)}`, hollow: false, count: null }));
}

/** A year is no quantity: « 2012 », not « 2 012 ». */
const amount = (net: Net, by: string, value: number, digits: number): string => (by.endsWith('_year') ? String(Math.round(value)) : decimal(value, digits, net.lang));

function key(net: Net, by: Attribute): HTMLElement {
  if (by.type === 'number') return ramp(net, by);
  return h(
    'ul',
    { class: 'key' },
    keyRows(net, by).map(({ colour, text, hollow, count }) => h('li', { class: 'row' }, markIcon({ shape: 'circle', colour, hollow }), h('span', { class: 'row-name' }, text), count !== null && h('span', { class: 'count' }, whole(count, net.lang)))),
  );
}

function ramp(net: Net, by: Attribute & { type: 'number' }): HTMLElement {
  const [low, high] = by.extent;
  const digits = Number.isInteger(low) && Number.isInteger(high) ? 0 : 2;
  const text = (value: number): string => amount(net, by.key, value, digits);
  return h(
    'div',
    { class: 'key' },
    h('p', { class: 'ramp', 'aria-hidden': 'true' }, Array.from({ length: STEPS }, (_, step) => markIcon({ shape: 'circle', colour: `ramp.${step}`, outlined: true }))),
    h('p', { class: 'hint' }, net.say('ramp_from', { low: text(low), high: text(high) })),
  );
}
