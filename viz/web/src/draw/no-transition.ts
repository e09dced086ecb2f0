// Stands for `d3-transition` and `d3-interpolate` in the bundle: the camera glides by itself, and
// d3-zoom only asks that what it animates be stopped. Saves an eighth of the first load.
import { selection } from 'd3-selection';

(selection.prototype as { interrupt?: () => unknown }).interrupt = function interrupt(this: unknown) {
  return this;
};

export function interrupt(): void {}

/** Named by d3-zoom as the way that its transitions take: there are none. */
export function interpolateZoom(): void {}
