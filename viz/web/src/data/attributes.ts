// What marks can be coloured and sized by: what is known of them, and measures of the server.
import type { Model } from './model';

export interface NumberAttribute {
  type: 'number';
  key: string;
  numbers: Float64Array;
  extent: readonly [number, number];
  known: number;
}
export interface CategoryAttribute {
  type: 'category';
  key: string;
  /** Most frequent first. */
  categories: { name: string; count: number }[];
  categoryOf(row: number): number;
  known: number;
}
export type Attribute = NumberAttribute | CategoryAttribute;

const FEWEST = 2;

/** Keys of what can be chosen: `kind`, `departement`…, then `field:jobs`… where enough is known. */
export function attributeKeys(model: Model): { numbers: string[]; categories: string[] } {
  const fields = new Map<string, { number: number; text: number }>();
  for (let row = 0; row < model.n; row += 1) {
    for (const { field, value } of model.factsOf(row)) {
      const seen = fields.get(field) ?? { number: 0, text: 0 };
      if (numberOf(value) === null) seen.text += 1;
      else seen.number += 1;
      fields.set(field, seen);
    }
  }
  const chosen = (test: (seen: { number: number; text: number }) => boolean): string[] =>
    [...fields].filter(([, seen]) => test(seen)).map(([field]) => `field:${field}`).sort();
  return {
    numbers: ['neighbours', 'poles', ...chosen(({ number, text }) => number >= FEWEST && text === 0)],
    categories: ['kind', 'departement', 'region', 'pole'].filter((key) => isKnown(model, key)),
  };
}

function isKnown(model: Model, key: string): boolean {
  if (key === 'pole') return model.island.some((pole) => pole >= 0);
  return model.node[key as 'kind'].codes.some((code) => code >= 0);
}

export function attributeOf(model: Model, key: string, measured: ReadonlyMap<string, Record<string, number | null>>): Attribute | null {
  if (['kind', 'departement', 'region', 'pole'].includes(key)) return categoryOf(model, key);
  if (key === 'ties') return numeric(key, model, (row) => model.degree[row]);
  if (key === 'neighbours') return numeric(key, model, (row) => model.packed.nodes.neighbours[row]);
  if (key === 'poles') return numeric(key, model, (row) => model.polesOf(row).length);
  if (key.startsWith('field:')) {
    const field = key.slice(6);
    return numeric(key, model, (row) => numberOf(model.factsOf(row).find((fact) => fact.field === field)?.value ?? '') ?? NaN);
  }
  const values = key.startsWith('measure:') ? measured.get(key.slice(8)) : undefined;
  return values ? numeric(key, model, (row) => (Object.hasOwn(values, model.ids[row]) ? (values[model.ids[row]] ?? NaN) : NaN)) : null;
}

function numeric(key: string, model: Model, value: (row: number) => number): NumberAttribute {
  const numbers = new Float64Array(model.n);
  let [low, high, known] = [Infinity, -Infinity, 0];
  for (let row = 0; row < model.n; row += 1) {
    const found = value(row);
    numbers[row] = found;
    if (Number.isNaN(found)) continue;
    known += 1;
    low = Math.min(low, found);
    high = Math.max(high, found);
  }
  return { type: 'number', key, numbers, extent: known ? [low, high] : [0, 0], known };
}

function categoryOf(model: Model, key: string): CategoryAttribute {
  const names = new Array<string>(model.n);
  const counts = new Map<string, number>();
  let known = 0;
  for (let row = 0; row < model.n; row += 1) {
    const pole = key === 'pole' ? (model.polesOf(row)[0] ?? model.island[row]) : -1;
    const name = key === 'pole' ? (pole >= 0 ? model.ids[pole] : '') : model.key(key as 'kind', row);
    names[row] = name;
    if (!name || model.isPlain(row)) continue;
    known += 1;
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  const categories = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([name, count]) => ({ name, count }));
  const places = new Map(categories.map(({ name }, place) => [name, place]));
  return { type: 'category', key, categories, known, categoryOf: (row) => places.get(names[row]) ?? -1 };
}

function numberOf(text: string): number | null {
  return /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : null;
}
