// Stands for `d3-transition` in the bundle: the camera glides by itself, and d3-zoom only asks
// that what it animates be stopped. Saves a tenth of the first load.
import { selection } from 'd3-selection';

(selection.prototype as { interrupt?: () => unknown }).interrupt = function interrupt(this: unknown) {
  return this;
};

export function interrupt(): void {}
