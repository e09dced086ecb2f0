// Marks: the shape says the family, the colour the sector, the hatch a collective, hollow unknown.
import { DOTS, OUTLINES } from '../generated/tokens';
import { REVIEW } from '../data/model';
import type { Frame } from './picture';
import { markSize } from './picture';
import { colour, mayDim } from './theme';

const dots: Record<string, number> = DOTS;
const outlines = new Map(Object.entries(OUTLINES).map(([shape, path]) => [shape, new Path2D(path)]));
const circle = outlines.get('circle') as Path2D;

/** How pale the context is: towards the ground rather than see-through, so that ties stay behind. */
const FADED = 0.42;
const CONTEXT = 0.75;

export function drawMarks(ctx: CanvasRenderingContext2D, frame: Frame, rows: readonly number[]): void {
  const { look, camera, scale, shown, selection } = frame;
  const dims = mayDim();
  const drawAll = (wanted: (row: number) => boolean): void => {
    for (const row of rows) {
      if (!wanted(row)) continue;
      const context = dims && (shown.faded[row] || (frame.strong && !frame.strong[row]));
      ctx.globalAlpha = !context ? 1 : shown.faded[row] ? FADED : CONTEXT;
      const r = markSize(look.radius[row], camera.k, scale);
      drawMark(ctx, frame, row, look.x[row] * camera.k + camera.x, look.y[row] * camera.k + camera.y, r, look.hatched[row] === 1);
    }
  };
  const isTop = (row: number): boolean => selection.has(row) || (frame.strong?.[row] ?? 0) === 1;
  if (frame.strong || selection.size) {
    drawAll((row) => !isTop(row));
    drawAll(isTop);
  } else drawAll(() => true);
  ctx.globalAlpha = 1;
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

/** Thousands of marks in motion: squares of their colour, gathered by colour. */
export function drawSpecks(ctx: CanvasRenderingContext2D, frame: Frame, rows: readonly number[]): void {
  const { look, camera, scale, model } = frame;
  const byColour = look.roles.map((): number[] => []);
  const poles: number[] = [];
  for (const row of rows) {
    if (model.isPole(row)) poles.push(row);
    else byColour[look.colour[row]].push(row);
  }
  byColour.forEach((some, role) => {
    if (!some.length) return;
    ctx.fillStyle = colour(look.roles[role]);
    for (const row of some) {
      const r = Math.max(markSize(look.radius[row], camera.k, scale) * 0.88, 1);
      ctx.fillRect(look.x[row] * camera.k + camera.x - r, look.y[row] * camera.k + camera.y - r, 2 * r, 2 * r);
    }
  });
  drawMarks(ctx, frame, poles);
}

/** What waits for a review, what is chosen, what the pointer or the keyboard is on. */
export function drawHalos(ctx: CanvasRenderingContext2D, frame: Frame, rows: readonly number[]): void {
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
  for (const row of rows) if (model.has(row, REVIEW)) ring(row, 6 * scale, 2 * scale, 'review', [4, 3]);
  for (const row of selection) if (frame.shown.nodes[row]) ring(row, 4 * scale, 3 * scale, 'ink');
  if (hovered >= 0 && !selection.has(hovered)) ring(hovered, 3.5 * scale, 2 * scale, 'accent');
  if (active >= 0 && frame.shown.nodes[active]) ring(active, (selection.has(active) ? 8 : 4) * scale, 3 * scale, 'focus');
  ctx.setLineDash([]);
}
