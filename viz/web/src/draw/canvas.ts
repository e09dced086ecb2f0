// The picture on Canvas2D: no GPU is asked for, for office machines and remote desktops have none.
import { quadtree, type Quadtree } from 'd3-quadtree';
import { drawHalos, drawMarks } from './marks';
import { drawNames, placeNames, type Name } from './names';
import type { Drawn, Frame, Picture } from './picture';
import { markSize, toScene } from './picture';
import { Snapshot } from './snapshot';
import { colour } from './theme';
import { drawHulls, drawStandings, drawTies } from './ties';

// More marks and lines than this and a frame is not drawn anew while moving.
const HEAVY = 1200;

export class CanvasPicture implements Picture {
  private readonly ctx: CanvasRenderingContext2D;
  private readonly still = new Snapshot();
  private width = 1;
  private height = 1;
  private names: Name[] = [];
  private tree: { of: Uint8Array; x: Float64Array; found: Quadtree<number>; widest: number } | null = null;

  constructor(private readonly canvas: HTMLCanvasElement) {
    this.ctx = canvas.getContext('2d', { alpha: false }) as CanvasRenderingContext2D;
    this.blank();
  }

  resize(width: number, height: number, ratio: number): void {
    [this.width, this.height] = [width, height];
    this.canvas.width = Math.max(Math.round(width * ratio), 1);
    this.canvas.height = Math.max(Math.round(height * ratio), 1);
    this.ctx.setTransform(ratio, 0, 0, ratio, 0, 0);
    this.blank();
    this.still.forget();
  }

  /** An opaque canvas is black until something is drawn: while the network comes, it is ground. */
  private blank(): void {
    this.ctx.fillStyle = colour('ground');
    this.ctx.fillRect(0, 0, this.canvas.width, this.canvas.height);
  }

  draw(frame: Frame): Drawn {
    const begun = performance.now();
    const { ctx, width, height } = this;
    const heavy = frame.shown.nNodes + frame.shown.nTies > HEAVY;
    const kept = heavy && (frame.moving || this.still.isExact(frame)) && this.still.draw(ctx, frame, width, height);
    if (!kept) this.body(frame, heavy);
    drawHalos(ctx, frame);
    if (!frame.moving) this.names = placeNames(ctx, frame, width, height);
    const names = drawNames(ctx, frame, this.names, width, height);
    return { names, ms: performance.now() - begun };
  }

  hit(frame: Frame, x: number, y: number, reach: number): number {
    const { camera, look, scale } = frame;
    const tree = this.index(frame);
    const [px, py] = toScene(camera, x, y);
    const far = Math.max(reach, markSize(tree.widest, camera.k, scale)) / camera.k;
    let [best, least] = [-1, Infinity];
    tree.found.visit((node, x0, y0, x1, y1) => {
      if (!node.length) {
        let leaf: typeof node | undefined = node;
        while (leaf) {
          const row = leaf.data;
          // Nearest to its edge, so that a small mark beside a large one can be taken.
          const away = Math.hypot(look.x[row] - px, look.y[row] - py) * camera.k - markSize(look.radius[row], camera.k, scale);
          if (away < least && away <= reach / 2) [best, least] = [row, away];
          leaf = leaf.next as typeof node | undefined;
        }
      }
      return x0 > px + far || x1 < px - far || y0 > py + far || y1 < py - far;
    });
    return best;
  }

  /** Hulls, ties and marks; kept for the frames to come if they are many. */
  private body(frame: Frame, heavy: boolean): void {
    const { ctx, width, height } = this;
    const light = frame.moving && heavy;
    ctx.globalAlpha = 1;
    ctx.fillStyle = colour('ground');
    ctx.fillRect(0, 0, width, height);
    drawHulls(ctx, frame, width, height);
    drawTies(ctx, frame, width, height, light);
    drawMarks(ctx, frame, this.inWindow(frame), light);
    if (!light) drawStandings(ctx, frame);
    if (heavy) this.still.take(this.canvas, frame);
  }

  /** Rows that are shown and in the window. */
  private inWindow({ model, shown, look, camera, scale }: Frame): Int32Array {
    const found = new Int32Array(shown.nNodes);
    let n = 0;
    for (let row = 0; row < model.n; row += 1) {
      if (!shown.nodes[row]) continue;
      const x = look.x[row] * camera.k + camera.x;
      const y = look.y[row] * camera.k + camera.y;
      const reach = markSize(look.radius[row], camera.k, scale) + 10;
      if (x > -reach && y > -reach && x < this.width + reach && y < this.height + reach) found[n++] = row;
    }
    return found.subarray(0, n);
  }

  /** Ready for the pointer, when there is time. */
  prepare(frame: Frame): void {
    this.index(frame);
  }

  private index({ model, shown, look }: Frame): { found: Quadtree<number>; widest: number } {
    if (this.tree?.of !== shown.nodes || this.tree.x !== look.x) {
      const rows: number[] = [];
      let widest = 0;
      for (let row = 0; row < model.n; row += 1) {
        if (!shown.nodes[row]) continue;
        rows.push(row);
        widest = Math.max(widest, look.radius[row]);
      }
      const found = quadtree<number>().x((row) => look.x[row]).y((row) => look.y[row]).addAll(rows);
      this.tree = { of: shown.nodes, x: look.x, found, widest };
    }
    return this.tree;
  }
}
