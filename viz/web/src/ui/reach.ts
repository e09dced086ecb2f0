// Whether the server still answers: said above everything once it does not, until it does again.
import { h, setText } from './dom';

const WHILE_AWAY = 4_000;
const WHILE_HERE = 30_000;

export class Reach {
  readonly element = h('p', { class: 'reach', role: 'alert', hidden: true });
  private asking = false;
  private timer = 0;

  constructor(
    private readonly ask: () => Promise<boolean>,
    private readonly words: () => string,
  ) {
    for (const event of ['online', 'offline']) window.addEventListener(event, () => void this.check());
    document.addEventListener('visibilitychange', () => !document.hidden && void this.check());
    this.later(WHILE_HERE);
  }

  get away(): boolean {
    return !this.element.hidden;
  }

  /** Asks, and says what it finds; one question at a time. */
  async check(): Promise<void> {
    if (this.asking) return;
    this.asking = true;
    const here = await this.ask();
    this.asking = false;
    this.element.hidden = here;
    this.translate();
    this.later(here ? WHILE_HERE : WHILE_AWAY);
  }

  translate(): void {
    setText(this.element, this.away ? this.words() : '');
  }

  private later(ms: number): void {
    window.clearTimeout(this.timer);
    // Nobody looks at a hidden tab: it asks when it is seen again.
    this.timer = window.setTimeout(() => (document.hidden ? this.later(ms) : void this.check()), ms);
  }
}
