// The scene: the canvas, what the pointer and the keyboard do on it, its mirror for screen readers.
import { CameraControl } from '../../draw/camera';
import { CanvasPicture } from '../../draw/canvas';
import type { Drawn, Frame } from '../../draw/picture';
import { toScene } from '../../draw/picture';
import { isCoarse, onThemeChange, setPrinting } from '../../draw/theme';
import type { Bounds } from '../../data/packed';
import { h } from '../../ui/dom';
import { same, type Camera } from '../../state';
import { Mirror } from './mirror';
import type { Actions, Net, Part } from './net';
import { PointerTool } from './pointer';
import { Preview } from './preview';

const MARGIN = 64;
// The nearest that a few marks are looked at: apart enough to be told, near enough to be read.
const NEAREST = 4;
const NEAREST_WHOLE = 2;
const GLIDE = 500;
// The scene on an A4 page (`print.css`), px, and how fine.
const PAPER = { width: 680, height: 600, ratio: 3 };

export interface StageEvents {
  /** Where it rests; null when it is kept around what is drawn. */
  camera(camera: Camera | null): void;
  /** Px at the foot of the scene that a sheet hides, or will. */
  hidden(): number;
  drawn(drawn: Drawn): void;
}

export class Stage implements Part {
  readonly canvas = h('canvas', { 'aria-hidden': 'true' });
  readonly mirror = new Mirror();
  readonly help = h('p', { class: 'sr', id: 'scene-help' });
  readonly region = h('div', { class: 'stage', id: 'scene', role: 'application', tabindex: 0, 'aria-labelledby': 'sentence', 'aria-describedby': 'scene-summary scene-help' });
  readonly element = h('div', { class: 'stage-box' }, this.region);
  readonly camera: CameraControl;
  /** Under the keyboard; -1 none. */
  active = -1;
  hovered = -1;
  private readonly picture = new CanvasPicture(this.canvas);
  private readonly preview = new Preview();
  private net: Net | null = null;
  private moving = false;
  /** The first picture is drawn in full, though the camera has just been put there. */
  private painted = false;
  private onPaper = false;
  private size = [0, 0, 0];
  private asked = 0;
  /** What is kept in the window, whatever its size, until the reader moves the camera. */
  private kept: 'all' | 'shown' | null = 'all';
  private corners: readonly (readonly [number, number])[] = [];
  private dragged: { row: number; at: [number, number] } | null = null;

  constructor(
    private readonly actions: Actions,
    private readonly events: StageEvents,
  ) {
    this.region.append(this.canvas, this.mirror.element);
    this.element.append(this.preview.element, this.help);
    this.camera = new CameraControl(this.canvas, {
      takes: (event) => !this.pointer.takes(event),
      taken: () => (this.kept = null),
      moved: (_, moving, byUser) => this.moved(moving, byUser),
    });
    new ResizeObserver(() => this.resize()).observe(this.region);
    onThemeChange(() => this.redraw());
    for (const [when, on] of [['beforeprint', true], ['afterprint', false]] as const) window.addEventListener(when, () => this.print(on));
    this.region.addEventListener('focus', () => this.mirror.open());
    this.region.addEventListener('blur', () => this.activate(-1));
  }

  private readonly pointer: PointerTool = new PointerTool(this.canvas, {
    hit: (x, y) => this.hit(x, y),
    hover: (row, x, y) => this.hover(row, x, y),
    select: (row, add) => this.actions.select(row < 0 ? [] : [row], { add }),
    around: (row) => this.actions.around(row, 1),
    dragTo: (row, x, y) => this.drag(row, x, y),
    dropped: () => this.drop(),
    lasso: (corners, done) => this.lassoed(corners, done),
  });

  update(net: Net, before: Net | null): void {
    this.net = net;
    this.region.setAttribute('aria-roledescription', net.say('scene_role'));
    if (this.help.textContent !== net.say('scene_help')) this.help.textContent = net.say('scene_help');
    if (before?.shown !== net.shown || before.lang !== net.lang) this.mirror.update(net);
    if (!before || before.model !== net.model) this.begin(net);
    else if (before.view.camera !== net.view.camera && !same(net.view.camera, this.camera.now)) this.goTo(net.view.camera);
    else if (part(before) !== part(net)) this.fit(whatOf(net));
    if (this.active >= 0 && !net.shown.nodes[this.active]) this.activate(-1);
    this.redraw();
  }

  redraw(): void {
    if (!this.asked) this.asked = requestAnimationFrame(() => this.draw());
  }

  /** Shows everything, or what the filters leave: near enough to be read, as far as it goes. */
  fit(what: 'all' | 'shown', ms = GLIDE): void {
    const { net } = this;
    if (!net) return;
    this.kept = what;
    const margin = Math.min(MARGIN, this.canvas.clientWidth * 0.07);
    const camera = what === 'all' ? this.camera.fitting(net.model.bounds, NEAREST_WHOLE, 4) : this.camera.fitting(boundsOf(net, shownRows(net)), NEAREST, margin, this.events.hidden());
    this.camera.go(camera, ms);
  }

  /** Brings a mark into the window, nearer if it was far. */
  centre(row: number): void {
    const { net } = this;
    if (!net) return;
    const k = Math.max(this.camera.now.k, 0.9);
    const [width, height] = [this.canvas.clientWidth, this.canvas.clientHeight];
    this.kept = null;
    this.camera.go({ k, x: width / 2 - net.look.x[row] * k, y: (height - this.events.hidden()) / 2 - net.look.y[row] * k }, GLIDE);
  }

  activate(row: number): void {
    this.active = row;
    if (this.net) this.mirror.activate(this.net, row, this.region);
    this.redraw();
  }

  frame(): Frame | null {
    const { net } = this;
    if (!net) return null;
    const look = this.dragged ? displaced(net, this.dragged) : net.look;
    const scale = document.documentElement.dataset.large === 'true' ? 1.5 : 1;
    return { model: net.model, shown: net.shown, look, camera: this.camera.now, selection: net.selection, hovered: this.hovered, active: this.active, strong: net.strong, moving: this.moving && this.painted, lasso: this.corners, scale };
  }

  private draw(camera?: Camera): void {
    this.asked = 0;
    const now = this.frame();
    if (!now || !this.canvas.clientWidth || (this.onPaper && !camera)) return;
    const frame = camera ? { ...now, camera, moving: false, hovered: -1, active: -1 } : now;
    const drawn = this.picture.draw(frame);
    this.events.drawn(drawn);
    // For those who measure: what was drawn, when, and how long it took.
    performance.clearMarks('maillage:frame');
    performance.mark('maillage:frame', { detail: { ...drawn, moving: frame.moving, nodes: frame.shown.nNodes } });
    if (!this.painted) performance.mark('maillage:first-paint');
    this.painted = true;
  }

  /** On paper the scene has a shape of its own, and what was in the window fills it. */
  private print(on: boolean): void {
    setPrinting(on);
    const screen = this.camera.now;
    const [width, height] = this.size;
    this.onPaper = on;
    if (on && this.net && width) {
      const near = Math.min(PAPER.width / width, PAPER.height / height);
      const k = screen.k * near;
      this.picture.resize(PAPER.width, PAPER.height, PAPER.ratio);
      this.draw({ k, x: PAPER.width / 2 - ((width / 2 - screen.x) / screen.k) * k, y: PAPER.height / 2 - ((height / 2 - screen.y) / screen.k) * k });
    } else if (!on) {
      this.size = [0, 0, 0];
      this.resize();
    }
  }

  private begin(net: Net): void {
    this.goTo(net.view.camera);
    if (!this.resize()) this.draw();
    whenIdle(() => {
      const frame = this.frame();
      if (frame) this.picture.prepare(frame);
    });
  }

  private goTo(camera: Camera | null): void {
    if (!camera) this.net && this.fit(whatOf(this.net), 0);
    else {
      this.kept = null;
      this.camera.go(camera);
    }
  }

  private moved(moving: boolean, byUser: boolean): void {
    this.moving = moving;
    if (byUser) this.kept = null;
    this.preview.hide();
    if (!moving) this.events.camera(this.kept ? null : this.camera.now);
    this.redraw();
  }

  /** Whether it had to be drawn anew. */
  private resize(): boolean {
    const { clientWidth: width, clientHeight: height } = this.region;
    const ratio = Math.min(window.devicePixelRatio || 1, 2);
    const asBefore = this.size[0] === width && this.size[1] === height && this.size[2] === ratio && this.painted;
    if (this.onPaper || !width || !height || asBefore) return false;
    this.size = [width, height, ratio];
    this.picture.resize(width, height, ratio);
    if (this.kept && this.net) this.fit(this.kept, 0);
    // A canvas that was resized is blank until it is drawn: not one frame of that.
    this.draw();
    return true;
  }

  private hit(x: number, y: number): number {
    const frame = this.frame();
    return frame ? this.picture.hit(frame, x, y, isCoarse() ? 22 : 14) : -1;
  }

  private hover(row: number, x: number, y: number): void {
    if (this.net && row >= 0) this.preview.show(this.net, row, x, y);
    else this.preview.hide();
    if (row === this.hovered) return;
    this.hovered = row;
    this.canvas.classList.toggle('over', row >= 0);
    this.actions.hover(row);
    this.redraw();
  }

  private drag(row: number, x: number, y: number): void {
    this.dragged = { row, at: toScene(this.camera.now, x, y) };
    this.redraw();
  }

  private drop(): void {
    const { net, dragged } = this;
    this.dragged = null;
    if (!net || !dragged) return;
    this.actions.set({ moved: { ...net.view.moved, [net.model.ids[dragged.row]]: dragged.at } });
  }

  private lassoed(corners: readonly [number, number][], done: boolean): void {
    this.corners = done ? [] : [...corners];
    this.redraw();
    if (done) this.actions.select(this.inside(corners), { add: true });
  }

  /** Marks inside a lasso drawn on the screen. */
  private inside(corners: readonly [number, number][]): number[] {
    const { net } = this;
    if (!net) return [];
    const { x, y, k } = this.camera.now;
    return shownRows(net).filter((row) => contains(corners, net.look.x[row] * k + x, net.look.y[row] * k + y));
  }
}

/** What a part of the network is chosen by: the camera goes to it. Other filters leave it at rest. */
const part = ({ view: { focus, filters } }: Net): string => JSON.stringify([focus, filters.poles, filters.departements]);

const whatOf = ({ view: { focus, filters } }: Net): 'all' | 'shown' => (focus || filters.poles.length || filters.departements.length ? 'shown' : 'all');

function shownRows({ model, shown }: Net): number[] {
  const found: number[] = [];
  for (let row = 0; row < model.n; row += 1) if (shown.nodes[row]) found.push(row);
  return found;
}

function boundsOf({ look, model }: Net, rows: readonly number[]): Bounds {
  if (!rows.length) return model.bounds;
  const found = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity };
  for (const row of rows) {
    const [x, y, r] = [look.x[row], look.y[row], look.radius[row] + 24];
    found.left = Math.min(found.left, x - r);
    found.right = Math.max(found.right, x + r);
    found.top = Math.min(found.top, y - r);
    found.bottom = Math.max(found.bottom, y + r);
  }
  return found;
}

function displaced({ look }: Net, { row, at }: { row: number; at: [number, number] }): Net['look'] {
  const [x, y] = [look.x.slice(), look.y.slice()];
  [x[row], y[row]] = at;
  return { ...look, x, y };
}

function contains(corners: readonly [number, number][], x: number, y: number): boolean {
  let inside = false;
  for (let i = 0, j = corners.length - 1; i < corners.length; j = i, i += 1) {
    const [[xi, yi], [xj, yj]] = [corners[i], corners[j]];
    if (yi > y !== yj > y && x < ((xj - xi) * (y - yi)) / (yj - yi) + xi) inside = !inside;
  }
  return inside;
}

function whenIdle(call: () => void): void {
  if ('requestIdleCallback' in window) window.requestIdleCallback(call);
  else setTimeout(call, 300);
}
