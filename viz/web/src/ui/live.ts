// One polite region for what changed; what failed to be saved is told at once.
import { h } from './dom';

const QUIET = 500;

export class Live {
  readonly element = h('div', { class: 'sr' });
  private readonly polite = h('p', { role: 'status', 'aria-live': 'polite' });
  private readonly alert = h('p', { role: 'alert' });
  private timer = 0;
  private readonly waiting = new Map<string, string>();

  constructor() {
    this.element.append(this.polite, this.alert);
  }

  /** After some quiet; of each topic the last word only. */
  say(said: string, topic = ''): void {
    this.waiting.set(topic, said);
    window.clearTimeout(this.timer);
    this.timer = window.setTimeout(() => {
      const text = [...this.waiting.values()].join(' · ');
      this.waiting.clear();
      // The same words said twice are said twice.
      this.polite.textContent = this.polite.textContent === text ? `${text}\u00a0` : text;
    }, QUIET);
  }

  warn(text: string): void {
    this.alert.textContent = text;
  }
}
