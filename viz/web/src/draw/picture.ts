// What a renderer must do. The explorer knows no more of it.
import type { Shown } from '../data/filters';
import type { Model } from '../data/model';
import type { Camera } from '../state';
import type { Look } from './look';

export interface Frame {
  model: Model;
  shown: Shown;
  look: Look;
  camera: Camera;
  selection: ReadonlySet<number>;
  /** Node under the pointer, or the keyboard's; -1 none. */
  hovered: number;
  active: number;
  /** Nodes that stay strong while the rest dims; null dims nothing. */
  strong: Uint8Array | null;
  moving: boolean;
  /** Corners of the lasso being drawn, px of the screen. */
  lasso: readonly (readonly [number, number])[];
  /** Text and marks, times this. */
  scale: number;
}

export interface Drawn {
  names: number;
  ms: number;
}

export interface Picture {
  resize(width: number, height: number, ratio: number): void;
  draw(frame: Frame): Drawn;
  /** What `hit` will need, made before the pointer comes. */
  prepare(frame: Frame): void;
  /** The node at a place of the screen, -1 none. */
  hit(frame: Frame, x: number, y: number, reach: number): number;
}

export function toScreen({ x, y, k }: Camera, px: number, py: number): [number, number] {
  return [px * k + x, py * k + y];
}

export function toScene({ x, y, k }: Camera, sx: number, sy: number): [number, number] {
  return [(sx - x) / k, (sy - y) / k];
}

/** Radius on screen: marks grow slower than the picture (`labels.mark_size`). */
export function markSize(radius: number, k: number, scale: number): number {
  return Math.max(radius * Math.sqrt(k) * scale, 1);
}
