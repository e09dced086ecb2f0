// Names. Those that the layout placed stay where it put them; what the reader asks for (selection,
// its partners, a filtered view) finds room around its mark. None meets another; the line that leads
// to one goes through another only where all is full, and never through that of a pole.
import { LABEL_SIZE, POLE_LABEL_SIZE } from '../generated/tokens';
import { HIDDEN, type Model } from '../data/model';
import { crosses, meet, overlap, type Box, type Line } from './boxes';
import { markSize, toScreen, type Frame } from './picture';
import { colour, font, mayDim } from './theme';

export interface Name {
  row: number;
  text: string;
  place: string;
  size: number;
  bold: boolean;
  /** Px further from its mark than its side would be: a line leads to it. */
  away: number;
}

const SIDES = ['E', 'W', 'N', 'S', 'NE', 'SE', 'NW', 'SW'];
const POLE_SIDES = ['N', 'S', 'E', 'W'];
const HALO = 3.4;
const GAP = 4;
const RING = 5;
const EDGE = 2;
const LINE = 1.25;
const AREA_PER_NAME = 5500;
const CELL = 64;
// On a wall few names are read, from afar.
const NAMES_ON_A_WALL = 24;
// So few marks are all named, a little further off where it is crowded.
const FEW = 40;
const AWAY = [0, 16, 32, 52, 76];
// A line through a bold name is worse than any number of others.
const OF_BOLD = 1000;

interface Placed {
  place: string;
  zoom: number;
  size: number;
  bold: boolean;
  rank: number;
}
const placedOf = new WeakMap<Model, Map<number, Placed>>();

function layout(model: Model): Map<number, Placed> {
  const known = placedOf.get(model);
  if (known) return known;
  const { labels, codes } = model.packed;
  const found = new Map<number, Placed>();
  labels.node.forEach((row, rank) =>
    found.set(row, { place: codes.place[labels.place[rank]], zoom: labels.min_zoom[rank], size: labels.size[rank], bold: labels.bold[rank] === 1, rank }),
  );
  placedOf.set(model, found);
  return found;
}

/** Names to write at this camera, in order of importance. */
export function placeNames(ctx: CanvasRenderingContext2D, frame: Frame, width: number, height: number): Name[] {
  const { model, shown, look, camera, selection, hovered, active, scale, strong } = frame;
  const placed = layout(model);
  const sheet = new Sheet(ctx, frame, width, height);
  const names: Name[] = [];
  const wall = scale > 1;
  const few = shown.nNodes <= FEW;
  let budget = wall ? NAMES_ON_A_WALL : Math.ceil((width * height) / (AREA_PER_NAME * scale * scale));
  const write = (row: number, asked: boolean, bold: boolean): boolean => {
    const at = placed.get(row);
    const pole = model.isPole(row);
    const size = (at?.size ?? (pole ? POLE_LABEL_SIZE : LABEL_SIZE)) * scale;
    const name = { row, text: model.has(row, HIDDEN) ? '' : model.short(row), size, bold: bold || (at?.bold ?? pole), chosen: bold };
    if (!name.text || (wall && budget <= 0 && !bold)) return false;
    const first = at?.place ?? 'E';
    const sides = asked || pole ? [first, ...(pole ? POLE_SIDES : SIDES).filter((side) => side !== first)] : [first];
    const found = sheet.room(name, sides, !asked && !moved, few ? AWAY : [0]);
    if (!found) return false;
    names.push({ ...name, ...found });
    budget -= 1;
    return true;
  };
  // A wall of names at their own zoom fits by the layout; filters and moves may have made room.
  const moved = look.x !== model.x || wall;
  const done = new Set<number>();
  const once = (row: number, asked: boolean, bold = false): void => {
    if (row < 0 || done.has(row) || !shown.nodes[row]) return;
    const [x, y] = toScreen(camera, look.x[row], look.y[row]);
    if (x < 0 || y < 0 || x > width || y > height) return;
    if (write(row, asked, bold) || asked) done.add(row);
  };
  for (const row of selection) once(row, true, selection.size <= 3);
  once(active, true, true);
  once(hovered, true, true);
  const served = [...placed.keys()];
  for (const row of served) if (placed.get(row)?.bold && (placed.get(row) as Placed).zoom <= camera.k * 1.001) once(row, false);
  if (strong) for (const row of served) if (strong[row]) once(row, true);
  if (!moved) for (const row of served) if (budget > 0 && (placed.get(row) as Placed).zoom <= camera.k * 1.001) once(row, false);
  if (moved || shown.nNodes < model.n) for (const row of served) if (budget > 0 && !shown.faded[row]) once(row, true);
  if (few) for (let row = 0; row < model.n; row += 1) once(row, true);
  return names;
}

export function drawNames(ctx: CanvasRenderingContext2D, frame: Frame, names: readonly Name[], width: number, height: number): number {
  const { shown, strong, selection, look, camera } = frame;
  const dims = mayDim();
  let drawn = 0;
  ctx.textAlign = 'left';
  ctx.textBaseline = 'alphabetic';
  ctx.lineJoin = 'round';
  ctx.lineWidth = HALO;
  // The least important first, so that the halo of a greater name is never cut.
  for (let i = names.length - 1; i >= 0; i -= 1) {
    const name = names[i];
    const [x, y] = toScreen(camera, look.x[name.row], look.y[name.row]);
    if (x < 0 || y < 0 || x > width || y > height) continue;
    ctx.font = fontOf(name);
    const box = boxOf(frame, name, widthOf(ctx, name), name.place, name.away, width);
    const [left, top] = box;
    if (name.away) lead(ctx, lineTo(frame, name.row, box));
    const context = dims && (shown.faded[name.row] || (strong && !strong[name.row] && !selection.has(name.row)));
    ctx.strokeStyle = colour('ground');
    ctx.fillStyle = colour(context ? 'ink2' : 'ink');
    ctx.strokeText(name.text, left, top + name.size);
    ctx.fillText(name.text, left, top + name.size);
    drawn += 1;
  }
  return drawn;
}

function lead(ctx: CanvasRenderingContext2D, [x, y, toX, toY]: Line): void {
  ctx.beginPath();
  ctx.moveTo(x, y);
  ctx.lineTo(toX, toY);
  ctx.strokeStyle = colour('muted');
  ctx.lineWidth = 1;
  ctx.stroke();
  ctx.lineWidth = HALO;
}

/** From the edge of the mark to its name. */
function lineTo({ look, camera, scale }: Frame, row: number, [left, top, right, bottom]: Box): Line {
  const [x, y] = toScreen(camera, look.x[row], look.y[row]);
  const [nx, ny] = [Math.min(Math.max(x, left), right), Math.min(Math.max(y, top + 2), bottom - 2)];
  const part = markSize(look.radius[row], camera.k, scale) / (Math.hypot(nx - x, ny - y) || 1);
  return [x + (nx - x) * part, y + (ny - y) * part, nx, ny];
}

const fontOf = ({ bold, size }: Pick<Name, 'bold' | 'size'>): string => `${bold ? 700 : 400} ${size}px ${font}`;

const widths = new Map<string, number>();

function widthOf(ctx: CanvasRenderingContext2D, { text, bold, size }: Pick<Name, 'text' | 'bold' | 'size'>): number {
  const key = `${bold ? 'b' : ''}${size} ${text}`;
  let width = widths.get(key);
  if (width === undefined) {
    ctx.font = fontOf({ bold, size });
    width = ctx.measureText(text).width;
    widths.set(key, width);
  }
  return width;
}

/** As `maillage.viz.labels.label_box`, in px of the screen; above or below its mark, a name slides
 * along rather than out of the window (`across` px wide) or over what stands beside the mark. */
function boxOf({ look, camera, scale, selection, active }: Frame, { row, size }: Pick<Name, 'row' | 'size'>, width: number, place: string, away: number, across: number): Box {
  const [x, y] = toScreen(camera, look.x[row], look.y[row]);
  const height = size * LINE;
  // Rings are drawn around what is chosen: its name stands outside them.
  const ring = (selection.has(row) ? RING : 0) + (row === active ? RING : 0);
  const reach = markSize(look.radius[row], camera.k, scale) + GAP + ring * scale + away;
  const slant = reach * 0.72;
  const side = place.length === 2 ? slant : reach;
  let left = Math.max(Math.min(x - width / 2, across - EDGE - width), EDGE);
  if (place.includes('E')) left = x + side;
  else if (place.includes('W')) left = x - side - width;
  let top = y - height / 2;
  if (place.includes('N')) top = y - side - height;
  else if (place.includes('S')) top = y + side;
  return [left, top, left + width, top + height];
}

/** What is already taken, in cells of a grid. */
class Sheet {
  private readonly names = new Map<number, Box[]>();
  private readonly written: { box: Box; bold: boolean }[] = [];
  private readonly lines: Line[] = [];
  private marks: Map<number, { row: number; box: Box }[]> | null = null;

  constructor(
    private readonly ctx: CanvasRenderingContext2D,
    private readonly frame: Frame,
    private readonly width: number,
    private readonly height: number,
  ) {}

  /** The first side with room, taken, the nearest first; null if there is none.
   * `trusted`: the layout saw the marks. */
  room(name: Omit<Name, 'place' | 'away'> & { chosen: boolean }, sides: readonly string[], trusted: boolean, distances: readonly number[]): Pick<Name, 'place' | 'away'> | null {
    const width = widthOf(this.ctx, name);
    const free = distances
      .flatMap((away) => sides.map((place) => ({ place, away, box: boxOf(this.frame, name, width, place, away, this.width) })))
      .filter(({ box }) => !this.meetsName(box) && (name.chosen || this.holds(box)));
    // What is chosen may be cut by the edge of the window, and with poles stand over marks: the least.
    const clear = trusted ? free : free.filter(({ box }) => !this.marksUnder(box, name.row));
    const inside = clear.filter((one) => this.holds(one.box) && (name.bold || this.tangle(name, one) < OF_BOLD));
    const found = least(inside, (one) => this.tangle(name, one)) ?? (name.bold ? (clear[0] ?? least(free, ({ box }) => this.marksUnder(box, name.row))) : undefined);
    if (!found) return null;
    for (const cell of cells(found.box)) push(this.names, cell, found.box);
    this.written.push({ box: found.box, bold: name.bold });
    if (found.away) this.lines.push(lineTo(this.frame, name.row, found.box));
    return found;
  }

  /** How many names its line would go through, and lines through it: there are lines to few names. */
  private tangle({ row, bold }: Pick<Name, 'row' | 'bold'>, { away, box }: { away: number; box: Box }): number {
    const weight = (strong: boolean): number => (strong ? OF_BOLD : 1);
    const own = away ? lineTo(this.frame, row, box) : null;
    const through = own ? this.written.filter((other) => crosses(own, other.box)) : [];
    return this.lines.filter((line) => crosses(line, box)).length * weight(bold) + through.reduce((sum, other) => sum + weight(other.bold), 0);
  }

  private holds([left, top, right, bottom]: Box): boolean {
    return left >= EDGE && top >= EDGE && right <= this.width - EDGE && bottom <= this.height - EDGE;
  }

  private meetsName(box: Box): boolean {
    return cells(box).some((cell) => this.names.get(cell)?.some((other) => meet(box, other)));
  }

  /** Px² of other marks that a box would hide. */
  private marksUnder(box: Box, own: number): number {
    this.marks ??= this.gather();
    const under = new Map<number, number>();
    for (const cell of cells(box)) for (const other of this.marks.get(cell) ?? []) if (other.row !== own && meet(box, other.box)) under.set(other.row, overlap(box, other.box));
    return [...under.values()].reduce((sum, area) => sum + area, 0);
  }

  private gather(): Map<number, { row: number; box: Box }[]> {
    const { model, shown, look, camera, scale } = this.frame;
    const found = new Map<number, { row: number; box: Box }[]>();
    for (let row = 0; row < model.n; row += 1) {
      if (!shown.nodes[row]) continue;
      // Of every mark: no pair is made of each.
      const x = look.x[row] * camera.k + camera.x;
      const y = look.y[row] * camera.k + camera.y;
      if (x < 0 || y < 0 || x > this.width || y > this.height) continue;
      const r = markSize(look.radius[row], camera.k, scale);
      const box: Box = [x - r, y - r, x + r, y + r];
      const mark = { row, box };
      for (const cell of cells(box)) push(found, cell, mark);
    }
    return found;
  }
}

function push<T>(map: Map<number, T[]>, key: number, value: T): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

function cells([left, top, right, bottom]: Box): number[] {
  const found: number[] = [];
  for (let x = Math.floor(left / CELL); x <= Math.floor(right / CELL); x += 1) {
    for (let y = Math.floor(top / CELL); y <= Math.floor(bottom / CELL); y += 1) found.push(x * 4096 + y);
  }
  return found;
}

function least<T>(list: readonly T[], of: (one: T) => number): T | undefined {
  let [best, value] = [list[0], Infinity];
  for (const one of list) {
    const found = of(one);
    if (found < value) [best, value] = [one, found];
  }
  return best;
}
