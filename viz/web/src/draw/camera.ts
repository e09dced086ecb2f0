// The camera: d3-zoom on the canvas, told where to go by the view.
import { select } from 'd3-selection';
import { zoom, zoomIdentity, type D3ZoomEvent, type ZoomTransform } from 'd3-zoom';
import type { Bounds } from '../data/packed';
import type { Camera } from '../state';
import { isStill } from './theme';

const LEAST = 0.02;
const MOST = 8;
const SETTLED = 160;

export interface CameraEvents {
  /** On each move; `moving` is false once it rests. */
  moved(camera: Camera, moving: boolean, byUser: boolean): void;
  /** The reader moves it by a button or a key. */
  taken(): void;
  /** Whether a gesture that begins on this event moves the camera. */
  takes(event: Event): boolean;
}

export class CameraControl {
  private readonly behaviour = zoom<HTMLCanvasElement, unknown>().scaleExtent([LEAST, MOST]);
  private readonly target;
  private rest = 0;
  private glide = 0;

  constructor(
    private readonly canvas: HTMLCanvasElement,
    private readonly events: CameraEvents,
  ) {
    this.target = select(canvas);
    this.behaviour
      .extent((): [[number, number], [number, number]] => [[0, 0], [canvas.clientWidth, canvas.clientHeight]])
      .filter((event: MouseEvent) => (!event.ctrlKey || event.type === 'wheel') && !event.button && events.takes(event))
      .on('zoom', (event: D3ZoomEvent<HTMLCanvasElement, unknown>) => this.onZoom(event.transform, Boolean(event.sourceEvent)));
    this.target.call(this.behaviour).on('dblclick.zoom', null);
  }

  get now(): Camera {
    const { x, y, k } = (this.canvas as HTMLCanvasElement & { __zoom: ZoomTransform }).__zoom;
    return { x, y, k };
  }

  /** Goes there, gliding unless motion is not wanted. */
  go({ x, y, k }: Camera, ms = 0): void {
    cancelAnimationFrame(this.glide);
    const from = this.now;
    const put = (t: number): void => {
      const transform = zoomIdentity.translate(from.x + (x - from.x) * t, from.y + (y - from.y) * t).scale(from.k * (k / from.k) ** t);
      this.behaviour.transform(this.target, t >= 1 ? zoomIdentity.translate(x, y).scale(k) : transform);
    };
    if (!ms || isStill() || document.hidden) {
      put(1);
      return;
    }
    const begun = performance.now();
    const step = (now: number): void => {
      const t = Math.min((now - begun) / ms, 1);
      put(1 - (1 - t) ** 3);
      if (t < 1) this.glide = requestAnimationFrame(step);
    };
    this.glide = requestAnimationFrame(step);
  }

  by(factor: number): void {
    const { x, y, k } = this.now;
    const next = Math.min(Math.max(k * factor, LEAST), MOST);
    const [cx, cy] = [this.canvas.clientWidth / 2, this.canvas.clientHeight / 2];
    this.events.taken();
    this.go({ k: next, x: cx - ((cx - x) / k) * next, y: cy - ((cy - y) / k) * next }, 120);
  }

  pan(dx: number, dy: number): void {
    const { x, y, k } = this.now;
    this.events.taken();
    this.go({ x: x + dx, y: y + dy, k });
  }

  /** The camera that shows these bounds whole, `padding` px around and `below` px hidden at the foot. */
  fitting({ left, top, right, bottom }: Bounds, most = 2, padding = 0, below = 0): Camera {
    const [width, height] = [this.canvas.clientWidth - 2 * padding, Math.max(this.canvas.clientHeight - 2 * padding - below, 120)];
    const k = Math.max(Math.min(width / Math.max(right - left, 1), height / Math.max(bottom - top, 1), most), LEAST);
    return { k, x: padding + width / 2 - ((left + right) / 2) * k, y: padding + height / 2 - ((top + bottom) / 2) * k };
  }

  private onZoom({ x, y, k }: ZoomTransform, byUser: boolean): void {
    window.clearTimeout(this.rest);
    this.events.moved({ x, y, k }, true, byUser);
    this.rest = window.setTimeout(() => this.events.moved(this.now, false, byUser), SETTLED);
  }
}
