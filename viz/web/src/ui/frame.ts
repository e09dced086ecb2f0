// What stays from view to view: skip links, header, tabs, search, language, settings.
import type { Lang, Store, ViewName } from '../state';
import { say, type Word } from '../words';
import { h, fill, refill, set, setText } from './dom';
import { glyph, logo } from './icons';
import type { Search } from './search';
import type { Settings } from './settings';

export interface Tab {
  name: ViewName;
  word: Word;
  glyph: string;
  badge: number;
}

const SKIPS: [Word, string][] = [
  ['skip_content', 'sentence'],
  ['skip_table', 'table'],
  ['skip_search', 'search'],
];

export class Frame {
  readonly main = h('main', { id: 'main' });
  private readonly skips = h('div', { class: 'skips' });
  private readonly tabs = h('ul', { class: 'tabs-list' });
  private readonly nav = h('nav', { class: 'nav' }, this.tabs);
  private readonly langs = h('div', { class: 'langs', role: 'group' });
  private readonly brand = h('p', { class: 'brand' }, logo(), h('span', {}, 'Maillage'));
  private readonly header: HTMLElement;
  private known: Tab[] = [];

  constructor(
    private readonly store: Store,
    private readonly search: Search,
    private readonly settings: Settings,
    private readonly toTable: () => void,
  ) {
    this.header = h('header', { class: 'header' }, this.brand, this.nav, this.search.element, this.langs, this.settings.button);
    document.body.append(this.skips, this.header, this.main, this.settings.element);
  }

  setTabs(tabs: Tab[]): void {
    this.known = tabs;
    this.translate();
  }

  translate(): void {
    const { lang, name } = this.store.view;
    document.documentElement.lang = lang;
    fill(this.skips, SKIPS.map(([word, id]) => h('a', { href: `#${id}`, on: { click: (event) => this.skip(event, id) } }, say(lang, word))));
    this.nav.setAttribute('aria-label', say(lang, 'views'));
    refill(
      this.tabs,
      this.known.map((tab) => h('li', {}, this.tab(tab, name, lang))),
      h('li', { class: 'only-phone' }, this.plain('search', 'search', () => this.openSearch())),
      h('li', { class: 'only-phone' }, this.plain('more', 'more', () => this.settings.open())),
    );
    this.langs.setAttribute('aria-label', say(lang, 'language'));
    fill(this.langs, (['fr', 'en'] as const).map((one) => this.langButton(one, lang)));
    this.search.translate();
    this.settings.translate();
  }

  openSearch(): void {
    document.body.classList.add('searching');
    this.search.focus();
  }

  private tab({ name, word, glyph: sign, badge }: Tab, current: ViewName, lang: Lang): HTMLElement {
    const query = new URLSearchParams({ view: name, lang });
    return h(
      'a',
      {
        href: name === 'network' ? `?lang=${lang}` : `?${query}`,
        'aria-current': name === current ? 'page' : undefined,
        'data-key': name,
        on: { click: (event) => this.go(event, name) },
      },
      h('span', { class: 'only-phone' }, glyph(sign, 22)),
      h('span', {}, say(lang, word)),
      badge > 0 && h('span', { class: 'badge' }, badge),
    );
  }

  private plain(word: Word, sign: string, act: () => void): HTMLElement {
    return h('button', { type: 'button', on: { click: act } }, glyph(sign, 22), h('span', {}, say(this.store.view.lang, word)));
  }

  private langButton(one: Lang, lang: Lang): HTMLElement {
    const button = h('button', { type: 'button', lang: one, 'aria-pressed': one === lang, title: one === 'fr' ? 'Français' : 'English', 'data-key': one, on: { click: () => this.speak(one) } }, one.toUpperCase());
    return button;
  }

  private speak(lang: Lang): void {
    this.store.set({ lang });
    this.langs.querySelector<HTMLElement>(`[data-key='${lang}']`)?.focus();
  }

  private go(event: MouseEvent, name: ViewName): void {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    this.store.set({ name });
  }

  private skip(event: Event, id: string): void {
    event.preventDefault();
    if (id === 'table') this.toTable();
    const target = document.getElementById(id);
    if (id === 'search') this.openSearch();
    else target?.focus();
  }

  /** A page of its own title: the sentence, then the product. */
  title(text: string): void {
    setText(document.querySelector('title') as Element, text ? `${text} · Maillage` : 'Maillage');
  }

  busy(on: boolean): void {
    set(this.main, 'aria-busy', on);
  }
}
