// What the pointer does: a click selects, a double click shows the surroundings, a mark is dragged,
// Shift and a stroke draw a lasso. Anything else moves the camera.
export interface PointerEvents {
  hit(x: number, y: number): number;
  hover(row: number, x: number, y: number): void;
  select(row: number, add: boolean): void;
  around(row: number): void;
  dragTo(row: number, x: number, y: number): void;
  dropped(): void;
  /** The lasso so far, and whether it was let go. */
  lasso(corners: readonly [number, number][], done: boolean): void;
}

const STILL = 4;

export class PointerTool {
  private down: { x: number; y: number; row: number; shift: boolean; moved: boolean } | null = null;
  private corners: [number, number][] = [];

  constructor(
    private readonly canvas: HTMLCanvasElement,
    private readonly events: PointerEvents,
  ) {
    canvas.addEventListener('pointerdown', (event) => this.press(event));
    canvas.addEventListener('pointermove', (event) => this.move(event));
    canvas.addEventListener('pointerup', (event) => this.release(event));
    canvas.addEventListener('pointercancel', () => this.forget());
    canvas.addEventListener('pointerleave', () => this.events.hover(-1, 0, 0));
    canvas.addEventListener('dblclick', (event) => {
      const row = this.events.hit(...at(event));
      if (row >= 0) this.events.around(row);
    });
  }

  /** Whether a gesture is ours, not the camera's: one that begins on a mark, or a lasso. */
  takes(event: Event): boolean {
    if (event.type === 'wheel' || event.type === 'dblclick') return false;
    if ('touches' in event) return false;
    return event instanceof MouseEvent && (event.shiftKey || this.events.hit(...at(event)) >= 0);
  }

  private press(event: PointerEvent): void {
    if (event.button || !event.isPrimary) return;
    const [x, y] = at(event);
    this.down = { x, y, row: this.events.hit(x, y), shift: event.shiftKey, moved: false };
    this.corners = [[x, y]];
  }

  private move(event: PointerEvent): void {
    const [x, y] = at(event);
    const { down } = this;
    if (!down) {
      if (event.pointerType !== 'touch') this.events.hover(this.events.hit(x, y), x, y);
      return;
    }
    if (!down.moved && Math.hypot(x - down.x, y - down.y) < STILL) return;
    down.moved = true;
    if (event.pointerType === 'touch') return;
    if (down.shift && down.row < 0) {
      this.canvas.setPointerCapture(event.pointerId);
      this.corners.push([x, y]);
      this.events.lasso(this.corners, false);
    } else if (down.row >= 0) {
      this.canvas.setPointerCapture(event.pointerId);
      this.events.dragTo(down.row, x, y);
    }
  }

  private release(event: PointerEvent): void {
    const { down } = this;
    this.down = null;
    if (!down || !event.isPrimary) return;
    if (!down.moved) this.events.select(down.row, down.shift);
    else if (event.pointerType === 'touch') return;
    else if (down.shift && down.row < 0) this.events.lasso(this.corners, true);
    else if (down.row >= 0) this.events.dropped();
  }

  private forget(): void {
    if (this.down?.moved && this.down.row >= 0) this.events.dropped();
    this.down = null;
  }
}

const at = (event: MouseEvent): [number, number] => [event.offsetX, event.offsetY];
