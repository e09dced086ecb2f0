// How marks look under the view's choices of colour and size: positions, radii, colours, hatches.
import type { Attribute } from '../data/attributes';
import type { Model } from '../data/model';
import { HATCHED, HOLLOW } from '../data/model';
import type { View } from '../state';

export interface Look {
  x: Float64Array;
  y: Float64Array;
  radius: Float32Array;
  /** Index into `roles`. */
  colour: Uint8Array;
  roles: string[];
  hollow: Uint8Array;
  hatched: Uint8Array;
  /** A measure's colour needs an ink outline, which carries the contrast. */
  outlined: boolean;
}

const SMALLEST = 5;
const RANGE = 15;
// Categories beyond these are « autres ».
export const CATEGORY_ROLES = ['sector.public', 'sector.ess', 'sector.private', 'sector.mixed', 'sector.citizens'];
export const STEPS = 5;

export function lookOf(model: Model, view: View, colourBy: Attribute | null, sizeBy: Attribute | null): Look {
  const look: Look = {
    x: model.x,
    y: model.y,
    radius: model.radius,
    colour: new Uint8Array(model.colour.codes),
    roles: [...model.colour.names],
    hollow: model.flags.map((flags) => (flags & HOLLOW ? 1 : 0)),
    hatched: model.flags.map((flags) => (flags & HATCHED ? 1 : 0)),
    outlined: false,
  };
  if (Object.keys(view.moved).length) move(model, view, look);
  if (view.size !== 'ties') look.radius = radii(model, view.size, sizeBy);
  if (colourBy) paint(model, look, colourBy);
  return look;
}

function move(model: Model, view: View, look: Look): void {
  look.x = model.x.slice();
  look.y = model.y.slice();
  for (const [id, [x, y]] of Object.entries(view.moved)) {
    const row = model.row(id);
    if (row < 0) continue;
    look.x[row] = x;
    look.y[row] = y;
  }
}

function radii(model: Model, size: string, by: Attribute | null): Float32Array {
  const found = new Float32Array(model.n).fill(8);
  if (size === 'same' || !by || by.type !== 'number') return found;
  const [low, high] = by.extent;
  for (let row = 0; row < model.n; row += 1) {
    const value = by.numbers[row];
    found[row] = Number.isNaN(value) ? SMALLEST - 1 : SMALLEST + RANGE * Math.sqrt((value - low) / (high - low || 1));
  }
  return found;
}

/** Poles and gatherings keep theirs: they are of no category. */
function paint(model: Model, look: Look, by: Attribute): void {
  const unknown = look.roles.push('sector.unknown') - 1;
  const first = look.roles.length;
  look.outlined = by.type === 'number';
  look.roles.push(...(by.type === 'number' ? ['ramp.0', 'ramp.1', 'ramp.2', 'ramp.3', 'ramp.4'] : CATEGORY_ROLES));
  for (let row = 0; row < model.n; row += 1) {
    if (model.isPlain(row) && by.type !== 'number') continue;
    const step = by.type === 'number' ? stepOf(by, row) : by.categoryOf(row);
    const known = step >= 0 && (by.type === 'number' || step < CATEGORY_ROLES.length);
    look.colour[row] = known ? first + step : unknown;
    look.hollow[row] = known || (by.type === 'category' && step >= 0) ? 0 : 1;
    if (by.type === 'number' && model.isPlain(row)) look.hollow[row] = known ? 0 : 1;
  }
}

export function stepOf(by: Attribute & { type: 'number' }, row: number): number {
  const value = by.numbers[row];
  if (Number.isNaN(value)) return -1;
  const [low, high] = by.extent;
  return Math.min(Math.floor(((value - low) / (high - low || 1)) * STEPS), STEPS - 1);
}
