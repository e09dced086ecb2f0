// Boxes and lines on the screen: what lies over what.
export type Box = readonly [left: number, top: number, right: number, bottom: number];
export type Line = readonly [x: number, y: number, toX: number, toY: number];

export const meet = (a: Box, b: Box): boolean => a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3];

/** Px² of two boxes that meet. */
export const overlap = (a: Box, b: Box): number => (Math.min(a[2], b[2]) - Math.max(a[0], b[0])) * (Math.min(a[3], b[3]) - Math.max(a[1], b[1]));

/** Whether some of a line is inside a box: of its length, the part that is so both across and down. */
export function crosses([x, y, toX, toY]: Line, [left, top, right, bottom]: Box): boolean {
  let [from, to] = [0, 1];
  for (const [start, step, low, high] of [[x, toX - x, left, right], [y, toY - y, top, bottom]]) {
    if (!step && (start <= low || start >= high)) return false;
    if (!step) continue;
    const [a, b] = [(low - start) / step, (high - start) / step];
    [from, to] = [Math.max(from, Math.min(a, b)), Math.min(to, Math.max(a, b))];
  }
  return from < to;
}
