// Search: a combobox over actors, poles and places, blind to case and accents.
import type { Word } from '../words';
import { h, fill, setText } from './dom';
import { glyph } from './icons';

export interface Suggestion {
  key: string;
  text: string;
  note: string;
  icon: Node;
  choose(): void;
}

export interface SearchEvents {
  /** Suggestions for a text, best first. */
  suggest(text: string): Promise<Suggestion[]>;
  say(key: Word): string;
  closed(): void;
}

export class Search {
  private readonly list = h('ul', { role: 'listbox', id: 'search-list', hidden: true });
  private readonly none = h('p', { class: 'none', hidden: true });
  private readonly label = h('label', { class: 'sr', for: 'search' });
  readonly input = h('input', {
    id: 'search',
    type: 'text',
    role: 'combobox',
    autocomplete: 'off',
    spellcheck: 'false',
    'aria-autocomplete': 'list',
    'aria-expanded': false,
    'aria-controls': 'search-list',
    on: { input: () => void this.ask(), keydown: (event) => this.press(event), focus: () => void this.ask(), blur: () => setTimeout(() => this.left(), 150) },
  });
  private readonly shortcut = h('kbd', { 'aria-hidden': 'true' }, '/');
  readonly element = h('div', { class: 'search' }, this.label, glyph('search', 18), this.input, this.shortcut, this.list, this.none);
  private found: Suggestion[] = [];
  private at = -1;
  private asked = 0;

  constructor(private readonly events: SearchEvents) {}

  translate(): void {
    setText(this.label, this.events.say('search_label'));
    this.input.placeholder = this.events.say('search_placeholder');
    this.list.setAttribute('aria-label', this.events.say('search_list'));
    setText(this.none, this.events.say('search_none'));
  }

  focus(): void {
    this.input.focus();
    this.input.select();
  }

  private async ask(): Promise<void> {
    const text = this.input.value.trim();
    this.shortcut.hidden = text !== '';
    if (!text) return this.close();
    const turn = (this.asked += 1);
    const found = await this.events.suggest(text);
    if (turn !== this.asked || document.activeElement !== this.input) return;
    this.found = found;
    this.at = -1;
    this.render();
  }

  private render(): void {
    fill(
      this.list,
      this.found.map((one, i) =>
        h(
          'li',
          { role: 'option', id: `found-${i}`, 'aria-selected': i === this.at, on: { mousedown: (event) => event.preventDefault(), click: () => this.choose(i) } },
          one.icon,
          h('span', { class: 'found', lang: 'fr' }, one.text),
          one.note && h('span', { class: 'note' }, one.note),
        ),
      ),
    );
    this.list.hidden = !this.found.length;
    this.none.hidden = this.found.length > 0;
    this.input.setAttribute('aria-expanded', String(this.found.length > 0));
    this.mark();
  }

  private mark(): void {
    [...this.list.children].forEach((option, i) => option.setAttribute('aria-selected', String(i === this.at)));
    if (this.at < 0) this.input.removeAttribute('aria-activedescendant');
    else {
      this.input.setAttribute('aria-activedescendant', `found-${this.at}`);
      this.list.children[this.at].scrollIntoView({ block: 'nearest' });
    }
  }

  private press(event: KeyboardEvent): void {
    const n = this.found.length;
    if (event.key === 'ArrowDown' && n) this.at = (this.at + 1) % n;
    else if (event.key === 'ArrowUp' && n) this.at = (this.at + n - (this.at < 0 ? 0 : 1)) % n;
    else if (event.key === 'Enter') {
      event.preventDefault();
      if (n) this.choose(Math.max(this.at, 0));
      return;
    } else if (event.key === 'Escape') {
      event.stopPropagation();
      if (this.input.value) {
        this.input.value = '';
        this.close();
      } else this.events.closed();
      return;
    } else return;
    event.preventDefault();
    this.mark();
  }

  private choose(i: number): void {
    const chosen = this.found[i];
    this.input.value = '';
    this.close();
    chosen.choose();
    this.events.closed();
  }

  /** Who came back meanwhile has not left. */
  private left(): void {
    if (document.activeElement !== this.input) this.close();
  }

  private close(): void {
    this.asked += 1;
    this.found = [];
    this.list.hidden = this.none.hidden = true;
    this.shortcut.hidden = this.input.value !== '';
    this.input.setAttribute('aria-expanded', 'false');
    this.input.removeAttribute('aria-activedescendant');
  }
}
