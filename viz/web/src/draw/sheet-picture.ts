// The picture as a sheet to send: the sentence above, the legend, the date and the sources below.
import type { LegendRow } from '../data/packed';
import { DOTS, OUTLINES } from '../generated/tokens';
import { CanvasPicture } from './canvas';
import type { Frame } from './picture';
import { colour, font } from './theme';

export interface Words {
  sentence: string;
  nuance: string;
  legend: { row: LegendRow; text: string }[];
  /** One line each. */
  foot: string[];
}

const MARGIN = 28;
const RATIO = 2;
const ROW = 24;
const COLUMN = 215;
const dots: Record<string, number> = DOTS;
const outlines: Record<string, string> = OUTLINES;

/** Draws what is on screen, whole, on a canvas of its own. */
export function sheet(frame: Frame, width: number, height: number, words: Words): HTMLCanvasElement {
  const scene = document.createElement('canvas');
  const picture = new CanvasPicture(scene);
  picture.resize(width, height, RATIO);
  picture.draw({ ...frame, hovered: -1, active: -1, moving: false });
  const canvas = document.createElement('canvas');
  const ctx = canvas.getContext('2d', { alpha: false }) as CanvasRenderingContext2D;
  const inner = width - 2 * MARGIN;
  const title = wrapped(ctx, words.sentence, `700 24px ${font}`, inner);
  const nuance = wrapped(ctx, words.nuance, `400 15px ${font}`, inner);
  const foot = words.foot.flatMap((line) => wrapped(ctx, line, `400 12px ${font}`, inner));
  const columns = Math.max(Math.floor(inner / COLUMN), 1);
  const rows = Math.ceil(words.legend.length / columns);
  const head = MARGIN + title.length * 31 + nuance.length * 22 + 8;
  const below = 16 + rows * ROW + 16 + foot.length * 17 + MARGIN;
  canvas.width = width * RATIO;
  canvas.height = (head + height + below) * RATIO;
  ctx.scale(RATIO, RATIO);
  ctx.fillStyle = colour('ground');
  ctx.fillRect(0, 0, width, head + height + below);
  ctx.drawImage(scene, 0, head, width, height);
  let y = MARGIN;
  y = write(ctx, title, `700 24px ${font}`, colour('ink'), y, 31);
  write(ctx, nuance, `400 15px ${font}`, colour('ink2'), y, 22);
  words.legend.forEach(({ row, text }, i) => legendRow(ctx, row, text, MARGIN + (i % columns) * COLUMN, head + height + 16 + Math.floor(i / columns) * ROW));
  write(ctx, foot, `400 12px ${font}`, colour('muted'), head + height + 32 + rows * ROW, 17);
  return canvas;
}

function write(ctx: CanvasRenderingContext2D, lines: readonly string[], face: string, ink: string, top: number, step: number): number {
  ctx.font = face;
  ctx.fillStyle = ink;
  ctx.textBaseline = 'top';
  lines.forEach((line, i) => ctx.fillText(line, MARGIN, top + i * step));
  return top + lines.length * step;
}

function wrapped(ctx: CanvasRenderingContext2D, text: string, face: string, width: number): string[] {
  ctx.font = face;
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines[lines.length - 1];
    if (last !== undefined && ctx.measureText(`${last} ${word}`).width <= width) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

function legendRow(ctx: CanvasRenderingContext2D, row: LegendRow, text: string, x: number, y: number): void {
  const middle = y + ROW / 2;
  ctx.save();
  if (row.shape) mark(ctx, row, x + 10, middle);
  else if (row.colour) line(ctx, row, x, middle);
  ctx.restore();
  ctx.font = `400 13px ${font}`;
  ctx.fillStyle = colour('ink');
  ctx.textBaseline = 'middle';
  ctx.fillText(text, x + 40, middle);
}

function mark(ctx: CanvasRenderingContext2D, { shape, colour: role, hollow, hatched }: LegendRow, x: number, y: number): void {
  const open = hollow || hatched || shape === 'pole';
  const ink = colour(role);
  ctx.translate(x, y);
  ctx.scale(6.5, 6.5);
  const outline = new Path2D(outlines[shape ?? 'circle']);
  ctx.fillStyle = open ? colour('panel') : ink;
  ctx.fill(outline);
  // A step of a measure is carried by its outline, as in the picture.
  const stepped = role.startsWith('ramp.');
  ctx.strokeStyle = stepped ? colour('ink') : ink;
  ctx.lineWidth = 0.28;
  if (open || stepped) ctx.stroke(outline);
  if (hatched) {
    ctx.clip(outline);
    ctx.stroke(new Path2D('M-1 .2L.2-1M-.75.75L.75-.75M-.2 1L1-.2'));
  }
  const dot = dots[shape ?? ''];
  if (!dot) return;
  ctx.fillStyle = open ? ink : colour('panel');
  ctx.beginPath();
  ctx.arc(0, 0, dot, 0, 2 * Math.PI);
  ctx.fill();
}

function line(ctx: CanvasRenderingContext2D, { colour: role, width, dash, hollow }: LegendRow, x: number, y: number): void {
  ctx.lineCap = 'round';
  ctx.setLineDash(dash);
  ctx.beginPath();
  ctx.moveTo(x + 2, y);
  ctx.lineTo(x + 32, y);
  ctx.strokeStyle = colour(role);
  ctx.lineWidth = hollow ? width + 2 : Math.max(width, 1.5);
  ctx.stroke();
  if (!hollow) return;
  ctx.strokeStyle = colour('ground');
  ctx.lineWidth = width;
  ctx.stroke();
}
