// Settings kept on this machine: the look, the size, single-key shortcuts; and the list of keys.
import type { Lang, Store } from '../state';
import { forgetTheme } from '../draw/theme';
import { say, type Word } from '../words';
import { h, fill, newId } from './dom';
import { glyph } from './icons';
import { KEYS } from './keys-list';

interface Kept {
  theme: 'auto' | 'light' | 'dark';
  large: boolean;
  keys: boolean;
}
const KEPT = 'maillage.settings';

export class Settings {
  readonly button = h('button', { type: 'button', class: 'icon settings', 'aria-haspopup': 'dialog', on: { click: () => this.open() } }, glyph('settings'));
  readonly element = h('dialog', { class: 'dialog' });
  private kept: Kept = read();

  constructor(
    private readonly store: Store,
    private readonly changed: () => void,
  ) {
    this.apply();
    this.element.addEventListener('click', (event) => {
      if (event.target === this.element) this.element.close();
    });
  }

  get singleKeys(): boolean {
    return this.kept.keys;
  }

  translate(): void {
    const { lang } = this.store.view;
    this.button.setAttribute('aria-label', say(lang, 'settings'));
    this.button.title = say(lang, 'settings');
    const title = newId('settings');
    this.element.setAttribute('aria-labelledby', title);
    const w = (key: Word): string => say(lang, key);
    fill(
      this.element,
      h('header', {}, h('h2', { id: title }, w('settings')), h('button', { type: 'button', class: 'icon', 'aria-label': w('close'), on: { click: () => this.element.close() } }, glyph('close'))),
      h('fieldset', {}, h('legend', {}, w('theme')), h('div', { class: 'choices' }, (['auto', 'light', 'dark'] as const).map((theme) => this.radio(theme, w(`theme_${theme}`))))),
      this.check('large', w('large')),
      this.check('keys', w('keys_on')),
      h('h3', {}, w('keys_help')),
      h('dl', { class: 'keys' }, KEYS.flatMap(({ keys, fr, en }) => [h('dt', {}, keys.map((key) => h('kbd', {}, key))), h('dd', {}, lang === 'fr' ? fr : en)])),
    );
  }

  open(): void {
    this.element.showModal();
  }

  private radio(theme: Kept['theme'], text: string): HTMLElement {
    const id = newId('theme');
    return h('label', { for: id }, h('input', { type: 'radio', name: 'theme', id, checked: this.kept.theme === theme, on: { change: () => this.keep({ theme }) } }), text);
  }

  private check(key: 'large' | 'keys', text: string): HTMLElement {
    const id = newId(key);
    const box = h('input', { type: 'checkbox', id, checked: this.kept[key], on: { change: () => this.keep({ [key]: box.checked }) } });
    return h('label', { class: 'check', for: id }, box, text);
  }

  private keep(change: Partial<Kept>): void {
    this.kept = { ...this.kept, ...change };
    try {
      localStorage.setItem(KEPT, JSON.stringify(this.kept));
    } catch {
      // A browser that keeps nothing still shows what was asked, until it is closed.
    }
    this.apply();
    this.changed();
  }

  private apply(): void {
    const { dataset } = document.documentElement;
    if (this.kept.theme === 'auto') delete dataset.theme;
    else dataset.theme = this.kept.theme;
    dataset.large = String(this.kept.large);
    forgetTheme();
  }
}

function read(): Kept {
  const start: Kept = { theme: 'auto', large: false, keys: true };
  try {
    return { ...start, ...(JSON.parse(localStorage.getItem(KEPT) ?? '{}') as Partial<Kept>) };
  } catch {
    return start;
  }
}

/** The language asked last time, else the browser's, French first. */
export function firstLanguage(): Lang {
  return navigator.languages?.[0]?.toLowerCase().startsWith('en') ? 'en' : 'fr';
}
