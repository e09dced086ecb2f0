// Hulls, ties and who said them.
import { CONTEXT_TIES } from '../generated/tokens';
import { BY_SOURCE, BY_TARGET, PLANNED, type Model } from '../data/model';
import type { Numbers } from '../data/packed';
import type { Frame } from './picture';
import { markSize } from './picture';
import { colour, font, isForced, mayDim } from './theme';

const NEAR = 1.5;
// Lines in one path: longer ones are slow to rasterise on a processor.
const PER_PATH = 600;
const SAMPLED = 2500;

/** Ties drawn alike, one after the other. */
interface Look {
  layer: string;
  width: number;
  hollow: boolean;
  dash: readonly number[];
  ties: number[];
}

const looks = new WeakMap<Model, Look[]>();

function looksOf(model: Model): Look[] {
  const known = looks.get(model);
  if (known) return known;
  const { width, tieFlags, dash } = model;
  const { codes, names } = model.tie.layer;
  const found = new Map<number, Look>();
  for (let tie = 0; tie < model.m; tie += 1) {
    const planned = tieFlags[tie] & PLANNED;
    const key = (codes[tie] * 1000 + width[tie]) * 4 + planned;
    let look = found.get(key);
    if (!look) found.set(key, (look = { layer: names[codes[tie]], width: width[tie], hollow: planned !== 0, dash: model.packed.dashes[dash[tie]] ?? [], ties: [] }));
    look.ties.push(tie);
  }
  // What is many and thin below, what is rare and thick above.
  const sorted = [...found.values()].sort((a, b) => rank(a) - rank(b));
  looks.set(model, sorted);
  return sorted;
}

const ORDER = ['affiliation', 'institutional', 'support', 'cooperation'];
const rank = ({ layer, width }: Look): number => ORDER.indexOf(layer) + width * 10;

export function drawHulls(ctx: CanvasRenderingContext2D, { model, shown, camera }: Frame, width: number, height: number): void {
  ctx.fillStyle = colour('hull');
  ctx.strokeStyle = colour('ink');
  ctx.lineWidth = 1;
  ctx.setLineDash([]);
  for (const { pole, polygon } of model.packed.hulls) {
    if (!shown.nodes[pole] || away(polygon, camera, width, height)) continue;
    ctx.beginPath();
    for (let i = 0; i < polygon.length; i += 2) ctx.lineTo(polygon[i] * camera.k + camera.x, polygon[i + 1] * camera.k + camera.y);
    ctx.closePath();
    ctx.fill();
    if (isForced()) ctx.stroke();
  }
}

function away(polygon: Numbers, { x, y, k }: Frame['camera'], width: number, height: number): boolean {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let i = 0; i < polygon.length; i += 2) {
    left = Math.min(left, polygon[i]);
    right = Math.max(right, polygon[i]);
    top = Math.min(top, polygon[i + 1]);
    bottom = Math.max(bottom, polygon[i + 1]);
  }
  return right * k + x < 0 || bottom * k + y < 0 || left * k + x > width || top * k + y > height;
}

export function drawTies(ctx: CanvasRenderingContext2D, frame: Frame, width: number, height: number, light: boolean): void {
  const dims = frame.strong !== null && mayDim();
  ctx.lineCap = 'round';
  ctx.lineJoin = 'round';
  const every = light ? Math.ceil(frame.shown.nTies / SAMPLED) : 1;
  if (dims) pass(ctx, frame, width, height, every, light, false, CONTEXT_TIES * 0.8);
  pass(ctx, frame, width, height, dims ? 1 : every, light, dims ? true : null, dims ? 1 : crowd(frame));
  ctx.globalAlpha = 1;
  ctx.setLineDash([]);
}

/** The more lines, the lighter each. */
function crowd({ shown, camera }: Frame): number {
  const most = shown.nTies < 200 ? 0.9 : 0.8;
  return Math.min(most, Math.max(0.22, (most * 1500) / shown.nTies) * Math.max(1, camera.k * 1.5));
}

function pass(
  ctx: CanvasRenderingContext2D,
  frame: Frame,
  width: number,
  height: number,
  every: number,
  light: boolean,
  strong: boolean | null,
  alpha: number,
): void {
  const { model, shown, camera, scale } = frame;
  const thin = Math.min(1, 0.45 + 0.55 * camera.k) * scale * (shown.nTies > 8000 ? 0.6 : 1);
  const plain = light || shown.nTies > 20_000;
  for (const look of looksOf(model)) {
    const path = new Lines(ctx, frame, width, height, look.dash.length && !plain ? 200 : PER_PATH);
    ctx.strokeStyle = colour(`layer.${look.layer}`);
    ctx.globalAlpha = alpha;
    ctx.setLineDash(plain ? [] : look.dash.map((part) => part * scale));
    const line = look.width * thin;
    ctx.lineWidth = look.hollow ? line + 2 : line;
    const inner = look.hollow && !plain ? { width: line, colour: colour('ground') } : null;
    for (let i = 0; i < look.ties.length; i += every) {
      const tie = look.ties[i];
      if (!shown.ties[tie] || (strong !== null && isStrong(frame, tie) !== strong)) continue;
      path.add(tie);
      if (path.full) path.stroke(inner);
    }
    path.stroke(inner);
  }
}

export function isStrong({ model, strong, selection }: Frame, tie: number): boolean {
  if (!strong) return true;
  const [one, other] = [model.source[tie], model.target[tie]];
  if (selection.size) return (selection.has(one) || selection.has(other)) && strong[one] === 1 && strong[other] === 1;
  return strong[one] === 1 && strong[other] === 1;
}

/** Lines gathered into one path, those out of the window left aside. */
class Lines {
  private count = 0;

  constructor(
    private readonly ctx: CanvasRenderingContext2D,
    private readonly frame: Frame,
    private readonly width: number,
    private readonly height: number,
    private readonly most: number,
  ) {}

  get full(): boolean {
    return this.count >= this.most;
  }

  add(tie: number): void {
    // A name each: lists taken apart are slow, until the browser has seen many of them.
    const { model, look, camera } = this.frame;
    const a = model.source[tie];
    const b = model.target[tie];
    const x1 = look.x[a] * camera.k + camera.x;
    const y1 = look.y[a] * camera.k + camera.y;
    const x2 = look.x[b] * camera.k + camera.x;
    const y2 = look.y[b] * camera.k + camera.y;
    if ((x1 < 0 && x2 < 0) || (y1 < 0 && y2 < 0) || (x1 > this.width && x2 > this.width) || (y1 > this.height && y2 > this.height)) return;
    // Shorter than a pixel: its ends hide it.
    if ((x1 - x2) * (x1 - x2) + (y1 - y2) * (y1 - y2) < 1.5) return;
    if (!this.count) this.ctx.beginPath();
    this.count += 1;
    this.ctx.moveTo(x1, y1);
    const bend = model.bend[tie];
    if (!bend) this.ctx.lineTo(x2, y2);
    // The arc's middle stands `bend` × the chord off it; the curve passes half-way to its control.
    else this.ctx.quadraticCurveTo((x1 + x2) / 2 + (y2 - y1) * 2 * bend, (y1 + y2) / 2 - (x2 - x1) * 2 * bend, x2, y2);
  }

  /** Draws what was gathered; a planned tie is an empty line. */
  stroke(inner: { width: number; colour: string } | null): void {
    if (!this.count) return;
    const { ctx } = this;
    ctx.stroke();
    if (inner) {
      const { strokeStyle, lineWidth, globalAlpha } = ctx;
      [ctx.strokeStyle, ctx.lineWidth, ctx.globalAlpha] = [inner.colour, inner.width, 1];
      ctx.stroke();
      [ctx.strokeStyle, ctx.lineWidth, ctx.globalAlpha] = [strokeStyle, lineWidth, globalAlpha];
    }
    this.count = 0;
  }
}

/** From near or on the selection: a tick at each end that declared the tie, « ! » if one denies it;
 * on the selection, an arrowhead says which way. */
export function drawStandings(ctx: CanvasRenderingContext2D, frame: Frame): void {
  const { model, shown, camera, selection } = frame;
  const near = camera.k >= NEAR;
  if (!near && !selection.size) return;
  const ties = near ? shown.ties.keys() : [...selection].flatMap((row) => [...model.tieAt.subarray(model.first[row], model.first[row + 1])]);
  for (const tie of ties) {
    if (!shown.ties[tie]) continue;
    const chosen = selection.has(model.source[tie]) || selection.has(model.target[tie]);
    if (near || chosen) drawStanding(ctx, frame, tie, chosen && model.isDirected(tie));
  }
}

function drawStanding(ctx: CanvasRenderingContext2D, frame: Frame, tie: number, arrow: boolean): void {
  const { model, look, camera, scale } = frame;
  const [a, b] = [model.source[tie], model.target[tie]];
  const at = (row: number): [number, number] => [look.x[row] * camera.k + camera.x, look.y[row] * camera.k + camera.y];
  const [[x1, y1], [x2, y2]] = [at(a), at(b)];
  const bend = model.bend[tie];
  const [cx, cy] = [(x1 + x2) / 2 + (y2 - y1) * 2 * bend, (y1 + y2) / 2 - (x2 - x1) * 2 * bend];
  ctx.setLineDash([]);
  ctx.strokeStyle = ctx.fillStyle = colour(`layer.${model.tieKey('layer', tie)}`);
  ctx.lineWidth = 2 * scale;
  for (const [row, x, y, flag] of [[a, x1, y1, BY_SOURCE], [b, x2, y2, BY_TARGET]] as const) {
    const angle = Math.atan2(cy - y, cx - x);
    const edge = markSize(look.radius[row], camera.k, scale);
    if (model.tieFlags[tie] & flag) tick(ctx, x, y, angle, edge + 5);
    if (arrow && row === b) arrowhead(ctx, x, y, angle, edge + 2, Math.hypot(x2 - x1, y2 - y1));
  }
  if (model.tieKey('standing', tie) !== 'contested') return;
  const [mx, my] = [(x1 + x2 + 2 * cx) / 4, (y1 + y2 + 2 * cy) / 4];
  ctx.fillStyle = colour('error');
  ctx.beginPath();
  ctx.arc(mx, my, 8 * scale, 0, 2 * Math.PI);
  ctx.fill();
  ctx.fillStyle = colour('panel');
  ctx.font = `700 ${12 * scale}px ${font}`;
  ctx.textAlign = 'center';
  ctx.textBaseline = 'middle';
  ctx.fillText('!', mx, my);
}

function tick(ctx: CanvasRenderingContext2D, x: number, y: number, angle: number, off: number): void {
  const [px, py] = [x + Math.cos(angle) * off, y + Math.sin(angle) * off];
  const [dx, dy] = [-Math.sin(angle) * 4, Math.cos(angle) * 4];
  ctx.beginPath();
  ctx.moveTo(px - dx, py - dy);
  ctx.lineTo(px + dx, py + dy);
  ctx.stroke();
}

/** No longer than what the marks leave of a short tie: arrows that cover each other say nothing. */
function arrowhead(ctx: CanvasRenderingContext2D, x: number, y: number, angle: number, off: number, length: number): void {
  const long = Math.min(9, length / 2 - off);
  if (long < 3) return;
  const half = (long * 4) / 9;
  const [c, s] = [Math.cos(angle), Math.sin(angle)];
  const [px, py] = [x + c * off, y + s * off];
  ctx.beginPath();
  ctx.moveTo(px, py);
  ctx.lineTo(px + c * long - s * half, py + s * long + c * half);
  ctx.lineTo(px + c * long + s * half, py + s * long - c * half);
  ctx.fill();
}
