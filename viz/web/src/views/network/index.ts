// The Network view: the sentence, the legend that filters, the scene, the detail, the tables.
import type { App, ViewPart } from '../../app';
import { Model } from '../../data/model';
import { fault } from '../../fault';
import { folded } from '../../format';
import { accessibleName, summary } from '../../sentence';
import { NO_FILTERS, turned, type View } from '../../state';
import { h, setText } from '../../ui/dom';
import { Sheet } from '../../ui/sheet';
import type { Suggestion } from '../../ui/search';
import { Detail } from './detail';
import type { ExportDialog } from './export';
import { patiently } from '../../job';
import { Figures, howFar } from './figures';
import { Heading } from './heading';
import { SceneKeys } from './keys';
import { Legend } from './legend';
import { attributeName } from './legend-look';
import { derive, type Actions, type Net, type Part } from './net';
import { Notices } from './notices';
import { Stage } from './stage';
import { matchSuggestion, suggestions } from './suggest';
import { Tables } from './tables';
import { Tools } from './tools';

export class NetworkView implements ViewPart {
  readonly actions: Actions = {
    select: (rows, how) => this.select(rows, how ?? {}),
    hover: () => undefined,
    around: (row, steps) => this.app.store.set({ focus: row < 0 ? null : { kind: 'ego', id: this.id(row), steps }, ...(row < 0 ? {} : { selection: [this.id(row)] }) }),
    path: (from, to) => this.path(from, to),
    openPole: (row) => this.app.store.set({ scope: 'all', filters: { ...NO_FILTERS, poles: [this.id(row)] }, focus: null, camera: null }),
    startPath: (row) => this.startPath(row),
    toggle: (group, key) => this.app.store.set({ filters: turned(this.app.store.view.filters, group, key) }),
    filter: (change) => this.app.store.set({ filters: { ...this.app.store.view.filters, ...change } }),
    clear: () => this.app.store.set({ filters: NO_FILTERS, focus: null, moved: {} }),
    set: (change) => this.app.store.set(change),
    announce: (text, topic) => this.app.live.say(text, topic),
    openSheet: (name) => this.openSheet(name),
  };
  private net: Net | null = null;
  private model: Model | null = null;
  private pathFrom = -1;
  private asked = '';
  private readonly measured = new Map<string, Record<string, number | null>>();
  private readonly summary = h('p', { class: 'sr', id: 'scene-summary' });
  private readonly legendTitle = h('h2', {});
  private readonly heading: Heading;
  private readonly legend = new Legend(this.actions);
  private readonly stage: Stage;
  private readonly detail: Detail;
  private readonly figures: Figures;
  private readonly tables = new Tables(this.actions);
  private readonly notices: Notices;
  private export: ExportDialog | null = null;
  private readonly tools: Tools;
  private readonly keys: SceneKeys;
  private readonly left: HTMLElement;
  private readonly right: HTMLElement;
  private readonly legendSheet: Sheet;
  private readonly detailSheet: Sheet;
  /** What is seen at once, and what may come after the first paint. */
  private readonly parts: Part[];
  private readonly laterParts: Part[];
  private later: (() => void) | null = null;
  readonly element = h('div', { class: 'network' });

  constructor(private readonly app: App) {
    this.heading = new Heading(app.store, this.actions);
    this.stage = new Stage(this.actions, { hidden: () => this.hidden(), camera: (camera) => app.store.set({ camera }), drawn: ({ names }) => this.tools.drawn(names) });
    this.detail = new Detail(this.actions, app.api);
    this.figures = new Figures(app.api, this.actions);
    this.notices = new Notices({ retry: () => void this.load(true), search: () => app.frame.openSearch(), scope: (scope) => app.store.set({ scope }), actions: this.actions, open: (name) => app.store.set({ name }) });
    this.tools = new Tools({
      table: () => this.flip(),
      export: () => void this.openExport(),
      share: () => void this.share(),
      zoom: (way) => (way === 'fit' ? this.stage.fit('all') : this.stage.camera.by(way === 'in' ? 1.4 : 1 / 1.4)),
      scope: (scope) => app.store.set({ scope }),
    });
    this.keys = new SceneKeys(this.stage, this.actions, { net: () => this.net, help: () => app.settings.open(), table: () => this.flip(), legend: () => this.openSheet('legend'), search: () => app.frame.openSearch() });
    this.left = h('div', { class: 'side left', id: 'legend', tabindex: -1, role: 'region' }, h('div', { class: 'side-in' }, this.legendTitle, this.legend.element));
    this.right = h('div', { class: 'right' }, h('aside', { class: 'side detail-side', tabindex: -1 }, this.detail.element), h('aside', { class: 'side figures-side', tabindex: -1 }, this.figures.element));
    this.legendSheet = new Sheet(this.left, 'half', () => undefined);
    this.detailSheet = new Sheet(this.right, 'peek', () => undefined);
    const centre = h('div', { class: 'centre' }, this.heading.element, this.notices.element, this.stage.element, this.tables.element, this.tools.element, this.summary);
    this.stage.element.append(this.tools.zoom);
    this.element.append(this.left, centre, this.right);
    this.parts = [this.heading, this.notices, this.stage, this.tools];
    this.laterParts = [this.legend, this.detail, this.figures, this.tables];
    document.addEventListener('keydown', (event) => this.press(event));
    for (const [when, on] of [['beforeprint', true], ['afterprint', false]] as const) window.addEventListener(when, () => this.net && this.tables.print(this.net, on));
  }

  shown(): void {
    void this.load();
  }

  update(view: View): void {
    if (`${view.scope} ${this.app.revision}` !== this.asked) void this.load();
    this.refresh();
  }

  /** Suggestions of the header's search. */
  async suggest(text: string): Promise<Suggestion[]> {
    const { net } = this;
    const here = net ? suggestions(net, folded(text), (row) => this.found(row)) : [];
    if (net && !net.model.aggregated) return here;
    const { items } = await this.app.api.search(text).catch(() => ({ items: [] }));
    const elsewhere = items.filter(({ id }) => !net || net.model.row(id) < 0);
    return [...here, ...elsewhere.map((match) => matchSuggestion(match, () => this.reach(match.id)))];
  }

  private id(row: number): string {
    return this.model?.ids[row] ?? '';
  }

  private async load(again = false): Promise<void> {
    const { scope } = this.app.store.view;
    const key = `${scope} ${this.app.revision}`;
    if (key === this.asked && !again) return;
    this.asked = key;
    this.app.frame.busy(true);
    this.notices.loading(!this.model, this.app.store.view.lang);
    try {
      const packed = await this.app.api.scene(scope);
      if (key !== this.asked) return;
      this.model = new Model(packed);
      this.measured.clear();
      this.notices.done();
      this.refresh();
    } catch (error) {
      if (key !== this.asked) return;
      this.asked = '';
      const { lang } = this.app.store.view;
      this.notices.failed(fault(error, lang), lang);
    } finally {
      afterPaint(() => this.app.frame.busy(false));
    }
  }

  private refresh(): void {
    const { model } = this;
    if (!model) return;
    const before = this.net;
    const net = derive(this.app.store.view, model, this.measured, this.pathFrom, before);
    this.net = net;
    this.keys.enabled = this.app.settings.singleKeys;
    this.name(net);
    this.later?.();
    for (const part of this.parts) part.update(net, before);
    this.later = once(() => {
      this.later = null;
      for (const part of this.laterParts) part.update(net, before);
    });
    if (before) this.later();
    else afterPaint(this.later);
    this.stage.element.hidden = net.view.table !== null || !model.n;
    setText(this.summary, summary(model, net.shown, net.view));
    if (this.app.store.view.name === 'network') this.app.frame.title(this.heading.title.textContent ?? '');
    void this.measure(net);
    this.tell(net, before);
  }

  /** Names of the regions, in the language of the moment. */
  private name(net: Net): void {
    setText(this.legendTitle, net.say('region_legend'));
    this.left.setAttribute('aria-label', net.say('region_legend'));
    this.right.children[1]?.setAttribute('aria-label', net.say('region_detail'));
    this.right.children[2]?.setAttribute('aria-label', net.say('region_figures'));
    this.legendSheet.label(net.say('region_legend'));
    this.detailSheet.label(net.say('region_detail'));
  }

  private tell(net: Net, before: Net | null): void {
    // A link that is about somebody opens on what is known of it.
    if (!before && net.selection.size) this.detailSheet.open();
    if (!before || before.model !== net.model) return;
    if (before.view.selection !== net.view.selection) {
      const rows = [...net.selection];
      if (rows.length === 1) this.app.live.say(accessibleName(net.model, net.shown, rows[0], net.lang));
      else if (rows.length) this.app.live.say(net.count('selected', rows.length));
      if (rows.length && !this.detailSheet.isOpen) this.detailSheet.open();
      else if (!rows.length && !net.shown.path) this.detailSheet.close();
    } else if (before.shown !== net.shown) {
      this.app.live.say(net.say('filtered', { actors: net.count('actors', net.shown.nNodes), ties: net.count('ties', net.shown.nTies), total: net.model.m }));
      if (net.shown.path && !before.shown.path) this.detailSheet.open();
    }
  }

  private select(rows: readonly number[], { centre, add, reveal }: { centre?: boolean; add?: boolean; reveal?: boolean }): void {
    const { net } = this;
    if (!net) return;
    if (this.pathFrom >= 0 && rows.length === 1) {
      if (rows[0] !== this.pathFrom) this.path(this.pathFrom, rows[0]);
      return;
    }
    if (rows.length === 0 && (add || !net.selection.size)) return;
    const chosen = add ? toggled([...net.selection], rows) : rows;
    const hidden = reveal && chosen.some((row) => !net.shown.nodes[row]);
    this.app.store.set({ selection: chosen.map((row) => this.id(row)), ...(hidden ? { filters: NO_FILTERS, focus: null } : {}) });
    if (centre && chosen.length) this.stage.centre(chosen[0]);
    if (chosen.length) this.stage.activate(this.stage.active >= 0 ? chosen[chosen.length - 1] : -1);
  }

  /** An actor that is not in the scene: the whole network is drawn, around it if it is large. */
  private reach(id: string): void {
    const large = this.net?.model.aggregated ?? false;
    this.app.store.set({ name: 'network', table: null, selection: [id], ...(large ? { scope: 'all' as const, filters: NO_FILTERS, focus: { kind: 'ego' as const, id, steps: 1 } } : {}) });
  }

  /** Found by the search: chosen and centred, or the other end of a path. */
  private found(row: number): void {
    const { net } = this;
    if (!net) return;
    if (this.pathFrom >= 0) this.select([row], {});
    else {
      this.app.store.set({ name: 'network', table: null });
      this.select([row], { centre: true, reveal: true });
      this.stage.region.focus();
    }
  }

  private startPath(row: number): void {
    this.pathFrom = row;
    this.refresh();
    if (row >= 0) {
      this.app.frame.openSearch();
      this.app.live.say(this.net?.say('path_from', { name: this.net.name(row) }) ?? '');
    }
  }

  private path(from: number, to: number): void {
    this.pathFrom = -1;
    this.app.store.set({ focus: { kind: 'path', from: this.id(from), to: this.id(to) }, selection: [] });
    this.stage.region.focus();
  }

  /** Values of a measure, asked once for this scene. */
  private async measure(net: Net): Promise<void> {
    for (const key of [net.view.colour, net.view.size]) {
      if (!key.startsWith('measure:') || this.measured.has(key.slice(8))) continue;
      const name = key.slice(8);
      this.measured.set(name, {});
      try {
        const ask = (): Promise<{ results: { value: Record<string, number | null> | null }[] }> => this.app.api.get(`measures/${encodeURIComponent(name)}`);
        const waiting = patiently(this.app.api, ask, (job) => this.notices.await(`${net.say('measuring', { name: attributeName(net, key) })} ${howFar(net, job)}`));
        const { results } = await waiting.finally(() => this.notices.await(''));
        this.measured.set(name, results[0]?.value ?? {});
        if (this.net) this.net = { ...this.net, colourBy: null, sizeBy: null, view: { ...this.net.view, colour: '', size: '' } };
        this.refresh();
      } catch {
        this.measured.delete(name);
        this.notices.tell(net.say('figures_failed'), net.say('close'));
        this.app.store.set({ colour: net.view.colour === key ? 'sector' : net.view.colour, size: net.view.size === key ? 'ties' : net.view.size });
      }
    }
  }

  private flip(): void {
    const { view } = this.app.store;
    this.app.store.set({ table: view.table ? null : 'actors' });
    (view.table ? this.stage.region : this.tables.element).focus();
  }

  toTable(): void {
    if (!this.app.store.view.table) this.app.store.set({ table: 'actors' });
  }

  private openSheet(name: 'legend' | 'detail' | null): void {
    if (name === 'legend' && this.legendSheet.isSheet) this.legendSheet.open('half', true);
    else if (name === 'legend') (this.left.querySelector('input') ?? this.left).focus();
    else if (name === 'detail') this.detailSheet.open('half', true);
  }

  /** What the sheet of the detail hides of the scene, or will. */
  private hidden(): number {
    if (!this.net?.selection.size && !this.net?.shown.path) return 0;
    const { bottom, height } = this.stage.region.getBoundingClientRect();
    const foot = window.innerWidth <= 640 ? 64 : 0;
    const wide = this.right.offsetWidth >= this.stage.region.offsetWidth;
    return wide ? Math.min(Math.max(bottom - (window.innerHeight - foot - this.detailSheet.height), 0), height * 0.7) : 0;
  }

  /** The dialog is fetched when it is first asked for. */
  private async openExport(): Promise<void> {
    const { net } = this;
    if (!net) return;
    try {
      const { ExportDialog: Dialog } = await import('./export');
      this.export ??= new Dialog(this.tables, this.stage, this.app.api, this.actions);
      this.element.append(this.export.element);
      this.export.open(net);
    } catch {
      this.notices.tell(net.say('no_answer'), net.say('close'));
    }
  }

  private async share(): Promise<void> {
    const { net } = this;
    if (!net) return;
    try {
      await navigator.clipboard.writeText(window.location.href);
      this.notices.tell(net.say('link_copied'), net.say('close'));
    } catch {
      this.notices.tell(`${net.say('link_not_copied')} ${window.location.href}`, net.say('close'));
    }
  }

  /** F6 goes round the regions. */
  private press(event: KeyboardEvent): void {
    if (event.key !== 'F6' || this.app.store.view.name !== 'network') return;
    event.preventDefault();
    const regions = [this.heading.title, this.left, this.net?.view.table ? this.tables.element : this.stage.region, ...(this.right.querySelectorAll('aside') as NodeListOf<HTMLElement>)];
    const at = regions.findIndex((region) => region.contains(document.activeElement));
    regions[(at + (event.shiftKey ? regions.length - 1 : 1)) % regions.length]?.focus();
  }
}

function once(act: () => void): () => void {
  let done = false;
  return () => {
    if (!done) act();
    done = true;
  };
}

/** Once the frame being made is on the screen; at once where nobody sees it. */
function afterPaint(act: () => void): void {
  if (document.hidden) act();
  else requestAnimationFrame(() => setTimeout(act));
}

function toggled(chosen: number[], rows: readonly number[]): number[] {
  if (rows.length !== 1) return [...new Set([...chosen, ...rows])];
  return chosen.includes(rows[0]) ? chosen.filter((row) => row !== rows[0]) : [...chosen, rows[0]];
}

