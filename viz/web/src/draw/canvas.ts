// The picture on Canvas2D: no GPU is asked for, for office machines and remote desktops have none.
import { quadtree, type Quadtree } from 'd3-quadtree';
import { HATCHED } from '../data/model';
import { drawHalos, drawMark, drawMarks, drawSpecks } from './marks';
import { drawNames, placeNames, type Name } from './names';
import type { Drawn, Frame, Picture } from './picture';
import { markSize, toScene } from './picture';
import { colour } from './theme';
import { drawHulls, drawStandings, drawTies } from './ties';

// More marks or ties than these in the window: they are simplified while moving.
const WHOLE_NODES = 1500;
const WHOLE_TIES = 2500;

export class CanvasPicture implements Picture {
  private readonly ctx: CanvasRenderingContext2D;
  private width = 1;
  private height = 1;
  private names: Name[] = [];
  private tree: { of: Uint8Array; x: Float64Array; found: Quadtree<number>; widest: number } | null = null;

  constructor(private readonly canvas: HTMLCanvasElement) {
    this.ctx = canvas.getContext('2d', { alpha: false }) as CanvasRenderingContext2D;
  }

  resize(width: number, height: number, ratio: number): void {
    [this.width, this.height] = [width, height];
    this.canvas.width = Math.max(Math.round(width * ratio), 1);
    this.canvas.height = Math.max(Math.round(height * ratio), 1);
    this.ctx.setTransform(ratio, 0, 0, ratio, 0, 0);
  }

  draw(frame: Frame): Drawn {
    const begun = performance.now();
    const { ctx } = this;
    ctx.globalAlpha = 1;
    ctx.fillStyle = colour('ground');
    ctx.fillRect(0, 0, this.width, this.height);
    const rows = this.inWindow(frame);
    const light = frame.moving && (rows.length > WHOLE_NODES || frame.shown.nTies > WHOLE_TIES);
    drawHulls(ctx, frame);
    drawTies(ctx, frame, this.width, this.height, light);
    if (light && rows.length > WHOLE_NODES) drawSpecks(ctx, frame, rows);
    else drawMarks(ctx, frame, rows);
    if (!light) drawStandings(ctx, frame);
    drawHalos(ctx, frame, rows);
    if (!frame.moving) this.names = placeNames(ctx, frame, this.width, this.height);
    const names = drawNames(ctx, frame, this.names, this.width, this.height);
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

  /** Rows that are shown and in the window, the weakest first. */
  private inWindow({ model, shown, look, camera, scale }: Frame): number[] {
    const found: number[] = [];
    for (let row = 0; row < model.n; row += 1) {
      if (!shown.nodes[row]) continue;
      const [x, y] = [look.x[row] * camera.k + camera.x, look.y[row] * camera.k + camera.y];
      const reach = markSize(look.radius[row], camera.k, scale) + 10;
      if (x > -reach && y > -reach && x < this.width + reach && y < this.height + reach) found.push(row);
    }
    return found;
  }

  private index({ model, shown, look }: Frame): { found: Quadtree<number>; widest: number } {
    if (this.tree?.of !== shown.nodes || this.tree.x !== look.x) {
      const rows = Array.from(model.ids.keys()).filter((row) => shown.nodes[row]);
      const found = quadtree<number>().x((row) => look.x[row]).y((row) => look.y[row]).addAll(rows);
      const widest = rows.reduce((most, row) => Math.max(most, look.radius[row]), 0);
      this.tree = { of: shown.nodes, x: look.x, found, widest };
    }
    return this.tree;
  }
}

/** One mark drawn small, for legends that must show exactly what the picture shows. */
export function sample(ctx: CanvasRenderingContext2D, frame: Frame, row: number): void {
  drawMark(ctx, frame, row, 0, 0, 8, (frame.model.flags[row] & HATCHED) !== 0);
}
