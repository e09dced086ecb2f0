// Below 1024 px the panels become sheets from the foot of the page, with three stops.
import { h } from './dom';

export type Stop = 'closed' | 'peek' | 'half' | 'full';
const STOPS: Stop[] = ['peek', 'half', 'full'];

export class Sheet {
  private stop: Stop = 'closed';
  private opener: HTMLElement | null = null;
  private readonly grip = h('button', { type: 'button', class: 'grip' });
  /** A drag ends with a click that is none. */
  private dragged = false;
  private pressed: { y: number; height: number } | null = null;

  constructor(
    readonly element: HTMLElement,
    private readonly first: Stop,
    private readonly closed: () => void,
  ) {
    element.classList.add('sheet');
    element.prepend(this.grip);
    this.grip.addEventListener('click', () => {
      if (!this.dragged) this.to(this.stop === 'full' ? 'peek' : STOPS[STOPS.indexOf(this.stop) + 1]);
    });
    this.grip.addEventListener('pointerdown', (event) => this.press(event));
    this.grip.addEventListener('pointermove', (event) => this.move(event));
    this.grip.addEventListener('pointerup', (event) => this.release(event));
    element.addEventListener('keydown', (event) => {
      if (event.key !== 'Escape' || !this.isSheet || this.stop === 'closed') return;
      event.stopPropagation();
      this.to('closed');
    });
    this.to('closed');
  }

  label(text: string): void {
    this.grip.setAttribute('aria-label', text);
  }

  get isSheet(): boolean {
    return getComputedStyle(this.grip).display !== 'none';
  }
  /** Height at rest, px: what is open, or would be. */
  get height(): number {
    return this.isSheet ? window.innerHeight * { closed: 0, peek: 0.3, half: 0.55, full: 0.9 }[this.stop === 'closed' ? this.first : this.stop] : 0;
  }
  get isOpen(): boolean {
    return this.stop !== 'closed';
  }

  open(stop: Stop = this.first, focus = false): void {
    if (this.stop === 'closed') this.opener = document.activeElement as HTMLElement | null;
    this.to(stop);
    if (focus && this.isSheet) this.grip.focus();
  }

  close(): void {
    this.to('closed');
  }

  private to(stop: Stop): void {
    const was = this.stop;
    this.stop = stop;
    this.element.dataset.stop = stop;
    this.element.style.removeProperty('height');
    this.grip.setAttribute('aria-expanded', String(stop === 'full'));
    if (stop !== 'closed' || was === 'closed') return;
    if (this.element.contains(document.activeElement)) this.opener?.focus();
    this.closed();
  }

  private press(event: PointerEvent): void {
    this.pressed = { y: event.clientY, height: this.element.offsetHeight };
    this.grip.setPointerCapture(event.pointerId);
  }

  private move(event: PointerEvent): void {
    if (!this.pressed || Math.abs(event.clientY - this.pressed.y) < 6) return;
    this.element.style.height = `${Math.max(this.pressed.height + this.pressed.y - event.clientY, 40)}px`;
    this.element.classList.add('dragged');
  }

  private release(event: PointerEvent): void {
    const { pressed } = this;
    this.pressed = null;
    if (!this.element.classList.contains('dragged') || !pressed) return;
    this.element.classList.remove('dragged');
    this.dragged = true;
    setTimeout(() => (this.dragged = false));
    const part = (pressed.height + pressed.y - event.clientY) / window.innerHeight;
    this.to(part < 0.12 ? 'closed' : part < 0.36 ? 'peek' : part < 0.7 ? 'half' : 'full');
  }
}
