// The keyboard of the scene: single keys act only here, and can be turned off.
import { neighbours } from '../../data/graph';
import type { Actions, Net } from './net';
import type { Stage } from './stage';

const STEP = 60;
const NUDGE = 12;

export interface KeyEvents {
  net(): Net | null;
  help(): void;
  table(): void;
  legend(): void;
  search(): void;
}

export class SceneKeys {
  /** Arrows move the mark instead of the focus. */
  private carrying = false;
  enabled = true;

  constructor(
    private readonly stage: Stage,
    private readonly actions: Actions,
    private readonly events: KeyEvents,
  ) {
    stage.region.addEventListener('keydown', (event) => this.press(event));
    stage.region.addEventListener('focus', () => this.enter());
  }

  private press(event: KeyboardEvent): void {
    const net = this.events.net();
    if (!net || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target !== this.stage.region) return;
    if (this.arrow(net, event) || this.plain(net, event) || (this.enabled && this.letter(net, event))) event.preventDefault();
  }

  private enter(): void {
    const net = this.events.net();
    if (!net || this.stage.active >= 0) return;
    const chosen = [...net.selection].find((row) => net.shown.nodes[row]);
    if (chosen !== undefined && this.stage.region.matches(':focus-visible')) this.stage.activate(chosen);
  }

  private arrow(net: Net, event: KeyboardEvent): boolean {
    const way = ({ ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] } as Record<string, [number, number]>)[event.key];
    if (!way) return false;
    if (event.shiftKey) this.stage.camera.pan(-way[0] * STEP, -way[1] * STEP);
    else if (this.carrying && this.stage.active >= 0) this.nudge(net, way);
    else this.go(this.towards(net, way));
    return true;
  }

  private plain(net: Net, event: KeyboardEvent): boolean {
    const { active } = this.stage;
    if (event.key === 'Enter') {
      if (active >= 0) this.actions.select([active]);
      else this.go(this.best(net));
    } else if (event.key === ' ') {
      if (active >= 0) this.actions.select([active], { add: true });
    } else if (event.key === 'Escape') return this.escape(net);
    else if (event.key === '?') this.events.help();
    else return false;
    return true;
  }

  private letter(net: Net, { key }: KeyboardEvent): boolean {
    const { active, camera } = this.stage;
    const subject = active >= 0 ? active : ([...net.selection][0] ?? -1);
    if (key === '[' || key === ']') this.walk(key === ']' ? 1 : -1);
    else if (['1', '2', '3'].includes(key)) {
      if (subject < 0) return false;
      this.actions.around(subject, Number(key));
    } else if (key === '0') this.actions.around(-1, 0);
    else if (key === 'p') {
      if (subject < 0) return false;
      this.actions.startPath(subject);
    } else if (key === 't') this.events.table();
    else if (key === 'l') this.events.legend();
    else if (key === '+') camera.by(1.4);
    else if (key === '-' || key === '−') camera.by(1 / 1.4);
    else if (key === '=') this.stage.fit('all');
    else if (key === 'm') this.carrying = !this.carrying && active >= 0;
    else return false;
    return true;
  }

  /** Esc ends a move or a path, then clears the selection; else it is left to others. */
  private escape(net: Net): boolean {
    if (this.carrying) this.carrying = false;
    else if (net.pathFrom >= 0) this.actions.startPath(-1);
    else if (net.selection.size) this.actions.select([]);
    else if (this.stage.active >= 0) this.stage.activate(-1);
    else return false;
    return true;
  }

  private go(row: number): void {
    if (row < 0) return;
    this.carrying = false;
    this.stage.activate(row);
    this.reveal(row);
  }

  /** The camera follows only when the mark is out of the window. */
  private reveal(row: number): void {
    const frame = this.stage.frame();
    if (!frame) return;
    const { x, y, k } = frame.camera;
    const [px, py] = [frame.look.x[row] * k + x, frame.look.y[row] * k + y];
    const { clientWidth, clientHeight } = this.stage.canvas;
    if (px < 20 || py < 20 || px > clientWidth - 20 || py > clientHeight - 20) this.stage.centre(row);
  }

  private walk(by: number): void {
    const { order } = this.stage.mirror;
    if (!order.length) return;
    const at = order.indexOf(this.stage.active);
    this.go(order[at < 0 ? (by > 0 ? 0 : order.length - 1) : (at + by + order.length) % order.length]);
  }

  /** The partner that lies most in that direction; without a mark yet, the best tied. */
  private towards(net: Net, [dx, dy]: [number, number]): number {
    const { active } = this.stage;
    if (active < 0) return this.best(net);
    const { look, model, shown } = net;
    let [best, least] = [-1, Infinity];
    for (const near of neighbours(model, shown.ties, active)) {
      const [x, y] = [look.x[near] - look.x[active], look.y[near] - look.y[active]];
      const along = x * dx + y * dy;
      const aside = Math.abs(x * dy - y * dx);
      const cost = Math.hypot(x, y) + 2 * aside;
      if (along > 0 && aside <= along * 1.8 && cost < least) [best, least] = [near, cost];
    }
    return best;
  }

  private best({ model, shown }: Net): number {
    let best = -1;
    for (let row = 0; row < model.n; row += 1) if (shown.nodes[row] && (best < 0 || model.degree[row] > model.degree[best])) best = row;
    return best;
  }

  private nudge(net: Net, [dx, dy]: [number, number]): void {
    const { active } = this.stage;
    const step = NUDGE / this.stage.camera.now.k;
    const id = net.model.ids[active];
    this.actions.set({ moved: { ...net.view.moved, [id]: [net.look.x[active] + dx * step, net.look.y[active] + dy * step] } });
  }
}
