// The last picture drawn at rest, shown again under another camera while thousands of marks move:
// every tie stays visible and a frame costs one image, whatever the network. Names are not in it.
import type { Camera } from '../state';
import type { Frame } from './picture';
import { colour, themeName } from './theme';

// Less of the window covered than this, or magnified beyond that: draw anew.
const LEAST_COVERED = 0.5;
const MOST_MAGNIFIED = 2.6;

export class Snapshot {
  private readonly canvas = document.createElement('canvas');
  private readonly ctx = this.canvas.getContext('2d', { alpha: false }) as CanvasRenderingContext2D;
  private camera: Camera | null = null;
  private of: unknown[] = [];
  private whole = false;

  take(from: HTMLCanvasElement, frame: Frame): void {
    if (this.canvas.width !== from.width || this.canvas.height !== from.height) {
      this.canvas.width = from.width;
      this.canvas.height = from.height;
    }
    this.ctx.setTransform(1, 0, 0, 1, 0, 0);
    this.ctx.drawImage(from, 0, 0);
    this.camera = frame.camera;
    this.of = identity(frame);
    this.whole = !frame.moving;
  }

  forget(): void {
    this.camera = null;
  }

  /** Whether it is this very frame, in full. */
  isExact({ camera, ...frame }: Frame): boolean {
    const at = this.camera;
    return this.whole && at !== null && at.k === camera.k && at.x === camera.x && at.y === camera.y && this.standsFor({ camera, ...frame });
  }

  private standsFor(frame: Frame): boolean {
    return identity(frame).every((one, i) => one === this.of[i]);
  }

  /** False if it cannot stand for this frame. */
  draw(ctx: CanvasRenderingContext2D, frame: Frame, width: number, height: number): boolean {
    const { camera } = this;
    if (!camera || !this.standsFor(frame)) return false;
    const s = frame.camera.k / camera.k;
    const [dx, dy] = [frame.camera.x - camera.x * s, frame.camera.y - camera.y * s];
    const covered = (Math.max(Math.min(dx + width * s, width) - Math.max(dx, 0), 0) * Math.max(Math.min(dy + height * s, height) - Math.max(dy, 0), 0)) / (width * height);
    if (covered < LEAST_COVERED || s > MOST_MAGNIFIED) return false;
    ctx.globalAlpha = 1;
    if (covered < 1) {
      ctx.fillStyle = colour('ground');
      ctx.fillRect(0, 0, width, height);
    }
    ctx.imageSmoothingEnabled = Math.abs(s - 1) > 0.001;
    ctx.imageSmoothingQuality = 'low';
    ctx.drawImage(this.canvas, dx, dy, width * s, height * s);
    return true;
  }
}

function identity({ shown, look, strong, selection, scale }: Frame): unknown[] {
  return [shown, look, strong, selection, scale, themeName()];
}
