// Names on a small screen, without one: what is written and where lines go is kept.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { applyFilters } from '../src/data/filters';
import { crosses, meet, type Box, type Line } from '../src/draw/boxes';
import type { Frame } from '../src/draw/picture';
import { NO_FILTERS } from '../src/state';
import { small } from './small';

test('a line is in a box if some of it is, not if its ends only go by', () => {
  const box: Box = [10, 10, 20, 20];
  assert.ok(crosses([0, 15, 30, 15], box));
  assert.ok(crosses([12, 12, 18, 18], box));
  assert.ok(crosses([5, 12, 12, 5], [8, 8, 20, 20]));
  assert.ok(!crosses([5, 12, 12, 5], box));
  assert.ok(!crosses([0, 5, 30, 5], box));
  assert.ok(!crosses([15, 0, 15, 8], box));
  assert.ok(!crosses([10, 0, 10, 30], box));
});

const WIDE = 6;
const HIGH = 12;

/** A canvas that keeps what is written on it. */
class Sheet {
  readonly written = new Map<string, Box>();
  readonly lines: Line[] = [];
  private at: [number, number] = [0, 0];
  measureText = (text: string): { width: number } => ({ width: text.length * WIDE });
  moveTo = (x: number, y: number): void => void (this.at = [x, y]);
  lineTo = (x: number, y: number): void => void this.lines.push([...this.at, x, y]);
  fillText = (text: string, left: number, foot: number): void => void this.written.set(text, [left, foot - HIGH * 0.8, left + text.length * WIDE, foot + HIGH * 0.2]);
  beginPath = stroke;
  stroke = stroke;
  strokeText = stroke;
}

function stroke(): void {}

test('on a phone, few marks are all named, and no line goes through the name of another', async () => {
  Object.assign(globalThis, { window: { matchMedia: () => ({ matches: false }) }, document: { documentElement: { dataset: { theme: 'light' } } } });
  const { drawNames, placeNames } = await import('../src/draw/names');
  const around = 10;
  const model = small({ nodes: [{ id: 'pole', name: 'Pôle du Val-de-Brume', family: 'pole' }, ...Array.from({ length: around }, (_, i) => ({ id: `a${i}`, name: `Organisation du lieu ${i}` }))], ties: [] });
  for (let row = 1; row <= around; row += 1) [model.x[row], model.y[row]] = [50 * Math.cos(row), 50 * Math.sin(row)];
  const shown = applyFilters(model, NO_FILTERS, null);
  const frame = { model, shown, look: { x: model.x, y: model.y, radius: model.radius }, camera: { x: 195, y: 200, k: 1 }, selection: new Set(), hovered: -1, active: -1, strong: null, scale: 1 } as unknown as Frame;
  const sheet = new Sheet();
  const context = sheet as unknown as CanvasRenderingContext2D;
  drawNames(context, frame, placeNames(context, frame, 390, 400), 390, 400);
  assert.equal(sheet.written.size, model.n);
  assert.ok(sheet.lines.length > 2);
  const boxes = [...sheet.written.values()];
  for (const box of boxes) assert.deepEqual(boxes.filter((other) => other !== box && meet(box, other)), []);
  const crossed = sheet.lines.flatMap((line) => [...sheet.written].filter(([, box]) => crosses(line, box)).map(([text]) => text));
  assert.deepEqual(crossed, []);
});
