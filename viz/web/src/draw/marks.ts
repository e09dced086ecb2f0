// Marks: the shape says the family, the colour the sector, the hatch a collective, hollow unknown.
import { DOTS, OUTLINES } from '../generated/tokens';
import { REVIEW, type Model } from '../data/model';
import type { Frame } from './picture';
import { markSize } from './picture';
import { colour, mayDim } from './theme';

const dots: Record<string, number> = DOTS;
const outlines = new Map(Object.entries(OUTLINES).map(([shape, path]) => [shape, new Path2D(path)]));
const circle = outlines.get('circle') as Path2D;

/** How pale the context is: towards the ground rather than see-through, so that ties stay behind. */
const FADED = 0.42;
const CONTEXT = 0.75;

// Smaller than this a mark is a square of its colour; up to there it is stamped, above it is drawn.
const SPECK = 2;
const STAMPED = 7;
// Few marks are all drawn as they are.
const FEW = 700;

export function drawMarks(ctx: CanvasRenderingContext2D, frame: Frame, rows: Int32Array, light: boolean): void {
  const { strong, selection } = frame;
  const isTop = (row: number): boolean => selection.has(row) || strong?.[row] === 1;
  if (strong || selection.size) {
    drawSome(ctx, frame, rows.filter((row) => !isTop(row)), light);
    drawSome(ctx, frame, rows.filter(isTop), light);
  } else drawSome(ctx, frame, rows, light);
  ctx.globalAlpha = 1;
}

function drawSome(ctx: CanvasRenderingContext2D, frame: Frame, rows: Int32Array, light: boolean): void {
  const { look, camera, scale, shown, strong } = frame;
  const dims = mayDim();
  const stamps = rows.length > FEW ? new Stamps(frame) : null;
  const smallest = light ? SPECK * 1.7 : SPECK;
  let [role, alpha] = [-1, 1];
  ctx.globalAlpha = 1;
  for (const row of stamps ? byColour(rows, look) : rows) {
    const faded = shown.faded[row] === 1;
    const wanted = !dims ? 1 : faded ? FADED : strong && !strong[row] ? CONTEXT : 1;
    if (wanted !== alpha) ctx.globalAlpha = alpha = wanted;
    const x = look.x[row] * camera.k + camera.x;
    const y = look.y[row] * camera.k + camera.y;
    const r = markSize(look.radius[row], camera.k, scale);
    if (stamps && r < smallest) {
      if (look.colour[row] !== role) ctx.fillStyle = colour(look.roles[(role = look.colour[row])]);
      ctx.fillRect(x - r * 0.88, y - r * 0.88, r * 1.76, r * 1.76);
    } else if (stamps && r < STAMPED) {
      const { image, half } = stamps.of(row, r);
      ctx.drawImage(image, x - half, y - half, half * 2, half * 2);
    } else {
      drawMark(ctx, frame, row, x, y, r, look.hatched[row] === 1);
      role = -1;
    }
  }
}

/** Rows by colour: the ink changes a few times instead of at each mark. */
function byColour(rows: Int32Array, look: Frame['look']): Int32Array {
  const starts = new Int32Array(look.roles.length + 1);
  for (const row of rows) starts[look.colour[row] + 1] += 1;
  for (let i = 1; i < starts.length; i += 1) starts[i] += starts[i - 1];
  const found = new Int32Array(rows.length);
  for (const row of rows) found[starts[look.colour[row]]++] = row;
  return found;
}

/** Marks drawn once for each look and size, then stamped. */
class Stamps {
  private readonly known = new Map<number, { image: HTMLCanvasElement; half: number }>();
  private readonly ratio = Math.min(window.devicePixelRatio || 1, 2);

  constructor(private readonly frame: Frame) {}

  of(row: number, r: number): { image: HTMLCanvasElement; half: number } {
    const { look, model } = this.frame;
    const size = Math.round(r * 2);
    const key = (((size * 16 + model.shape.codes[row]) * 64 + look.colour[row]) * 2 + look.hollow[row]) * 2 + look.hatched[row];
    let found = this.known.get(key);
    if (!found) {
      const half = size / 2 + 4;
      const image = document.createElement('canvas');
      image.width = image.height = Math.ceil(half * 2 * this.ratio);
      const ctx = image.getContext('2d') as CanvasRenderingContext2D;
      ctx.scale(this.ratio, this.ratio);
      drawMark(ctx, this.frame, row, half, half, size / 2, look.hatched[row] === 1);
      found = { image, half };
      this.known.set(key, found);
    }
    return found;
  }
}

export function drawMark(ctx: CanvasRenderingContext2D, frame: Frame, row: number, x: number, y: number, radius: number, hatched: boolean): void {
  const { look, model } = frame;
  const shape = model.shapeOf(row);
  const ink = colour(look.roles[look.colour[row]]);
  const pole = shape === 'pole';
  const open = pole || hatched || look.hollow[row] === 1;
  const panel = colour('panel');
  ctx.save();
  ctx.translate(x, y);
  const line = Math.min(open ? 2 : 1, radius * 0.45);
  const inside = radius - (open ? line / 2 : 0);
  ctx.scale(inside, inside);
  const outline = outlines.get(shape) ?? circle;
  ctx.lineJoin = 'round';
  ctx.setLineDash([]);
  ctx.fillStyle = open ? panel : ink;
  ctx.fill(outline);
  if (hatched) hatch(ctx, outline, ink, inside);
  ctx.strokeStyle = open ? ink : look.outlined ? colour('ink') : colour('ground');
  ctx.lineWidth = (pole ? Math.max(line, radius * 0.16) : line) / inside;
  ctx.stroke(outline);
  const dot = dots[shape];
  if (dot) {
    ctx.fillStyle = open ? ink : panel;
    ctx.beginPath();
    ctx.arc(0, 0, dot, 0, 2 * Math.PI);
    ctx.fill();
  }
  ctx.restore();
}

function hatch(ctx: CanvasRenderingContext2D, outline: Path2D, ink: string, radius: number): void {
  ctx.save();
  ctx.clip(outline);
  ctx.strokeStyle = ink;
  ctx.lineWidth = 2.2 / radius;
  ctx.beginPath();
  for (let off = -3; off <= 3; off += 4.6 / radius) {
    ctx.moveTo(off - 2, 2);
    ctx.lineTo(off + 2, -2);
  }
  ctx.stroke();
  ctx.restore();
}

/** What waits for a review, what is chosen, what the pointer or the keyboard is on. */
export function drawHalos(ctx: CanvasRenderingContext2D, frame: Frame): void {
  const { model, look, camera, scale, selection, hovered, active } = frame;
  const ring = (row: number, gap: number, width: number, role: string, dash: number[] = []): void => {
    ctx.strokeStyle = colour(role);
    ctx.lineWidth = width;
    ctx.setLineDash(dash);
    ctx.beginPath();
    const r = markSize(look.radius[row], camera.k, scale) + gap;
    ctx.arc(look.x[row] * camera.k + camera.x, look.y[row] * camera.k + camera.y, r, 0, 2 * Math.PI);
    ctx.stroke();
  };
  for (const row of waitingRows(model)) if (frame.shown.nodes[row]) ring(row, 6 * scale, 2 * scale, 'review', [4, 3]);
  for (const row of selection) if (frame.shown.nodes[row]) ring(row, 4 * scale, (selection.size > 3 ? 1.5 : 3) * scale, 'ink');
  if (hovered >= 0 && !selection.has(hovered)) ring(hovered, 3.5 * scale, 2 * scale, 'accent');
  if (active >= 0 && frame.shown.nodes[active]) ring(active, (selection.has(active) ? 8 : 4) * scale, 3 * scale, 'focus');
  ctx.setLineDash([]);
  if (frame.lasso.length > 1) {
    ctx.strokeStyle = colour('focus');
    ctx.lineWidth = 2;
    ctx.setLineDash([6, 4]);
    ctx.beginPath();
    for (const [x, y] of frame.lasso) ctx.lineTo(x, y);
    ctx.closePath();
    ctx.stroke();
    ctx.setLineDash([]);
  }
}

const waiting = new WeakMap<Model, number[]>();

function waitingRows(model: Model): number[] {
  const known = waiting.get(model);
  if (known) return known;
  const found: number[] = [];
  for (let row = 0; row < model.n; row += 1) if (model.has(row, REVIEW)) found.push(row);
  waiting.set(model, found);
  return found;
}
