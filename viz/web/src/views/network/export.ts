// Exporting what is on screen: a picture with its sentence and legend, the rows, the portable map;
// and the whole network, for other tools.
import type { Api } from '../../api';
import { cutOf } from '../../data/figures';
import { themeName } from '../../draw/theme';
import { fault } from '../../fault';
import type { LegendRow } from '../../data/packed';
import { capital, day, listed } from '../../format';
import { nuance, sentence } from '../../sentence';
import { hasFilters, type Lang } from '../../state';
import { h, refill, setText } from '../../ui/dom';
import { glyph } from '../../ui/icons';
import { save } from '../../ui/save';
import type { Words } from '../../draw/sheet-picture';
import { chipsOf } from './heading';
import { otherTools } from './export-formats';
import { say } from './export-words';
import { attributeName, keyRows } from './legend-look';
import { spoken, type Actions, type Net } from './net';
import type { Stage } from './stage';
import type { Tables } from './tables';

export class ExportDialog {
  readonly element = h('dialog', { class: 'dialog export', 'aria-labelledby': 'export-title' });
  private readonly failed = h('p', { class: 'wrong', role: 'alert' });
  private picture: HTMLCanvasElement | null = null;

  constructor(
    private readonly tables: Tables,
    private readonly stage: Stage,
    private readonly api: Api,
    private readonly actions: Actions,
  ) {
    this.element.addEventListener('click', (event) => {
      if (event.target === this.element) this.element.close();
    });
    this.element.addEventListener('close', () => {
      this.picture = null;
      refill(this.element);
    });
  }

  open(net: Net): void {
    const act = (text: string, key: string, run: () => void): HTMLElement => h('button', { type: 'button', 'data-key': key, on: { click: run } }, text);
    const preview = h('div', { class: 'export-preview' });
    const png = act(say(net.lang, 'png'), 'png', () => this.save(net));
    png.classList.add('primary');
    png.hidden = true;
    const drawn = net.view.table ? [] : (['svg', 'pdf'] as const).map((form) => act(say(net.lang, form), form, () => void this.trying(net, () => this.ask(net, form))));
    setText(this.failed, '');
    refill(
      this.element,
      h('header', {}, h('h2', { id: 'export-title' }, say(net.lang, 'title')), h('button', { type: 'button', class: 'icon', 'aria-label': net.say('close'), on: { click: () => this.element.close() } }, glyph('close'))),
      preview,
      h('p', { class: 'hint' }, say(net.lang, 'note')),
      h('div', { class: 'export-acts' }, png, ...drawn, act(say(net.lang, 'actors'), 'csv-actors', () => this.tables.download(net, 'actors')), act(say(net.lang, 'ties'), 'csv-ties', () => this.tables.download(net, 'ties')), act(say(net.lang, hasFilters(net.view) ? 'part' : 'map'), 'map', () => void this.trying(net, () => this.portable(net)))),
      otherTools(net.lang, (path) => void this.trying(net, () => this.download(path))),
      this.failed,
    );
    this.element.showModal();
    void this.draw(net, preview, png);
  }

  /** The picture is made when the dialog opens, and shown before it is saved. */
  private async draw(net: Net, preview: HTMLElement, button: HTMLElement): Promise<void> {
    const frame = this.stage.frame();
    const { clientWidth: width, clientHeight: height } = this.stage.canvas;
    if (!frame || !width || net.view.table) return;
    const { sheet } = await import('../../draw/sheet-picture');
    this.picture = sheet({ ...frame, lasso: [] }, width, height, wordsOf(net, this.nuance(net)));
    this.picture.setAttribute('role', 'img');
    this.picture.setAttribute('aria-label', say(net.lang, 'preview'));
    refill(preview, this.picture);
    button.hidden = false;
  }

  /** Away from the screen no chip stands by: the date and the filters are said first. */
  private nuance(net: Net, saidElsewhere: readonly string[] = SAID_BY_THE_SENTENCE): string {
    const chips = chipsOf(net, this.actions).filter(({ key }) => !saidElsewhere.includes(key));
    return [...chips.map(({ brief, text }) => brief ?? text), nuance(net.model, net.shown, net.view)].join(' · ');
  }

  private save(net: Net): void {
    this.picture?.toBlob((blob) => blob && save(fileName(net, 'png'), blob), 'image/png');
  }

  /** What is on screen, drawn again by the server: the same scene, camera and filters. */
  private async ask(net: Net, format: 'svg' | 'pdf'): Promise<void> {
    const { model, shown, view } = net;
    const { clientWidth: width, clientHeight: height } = this.stage.canvas;
    const asked = {
      format,
      lang: net.lang,
      theme: themeName(),
      as: model.packed.aggregated ? 'poles' : 'all',
      camera: { ...this.stage.frame()?.camera, width, height },
      selection: view.selection,
      moved: view.moved,
      sentence: sentence(model, shown, view),
      nuance: this.nuance(net),
      ...(net.colourBy || view.size !== 'ties' ? { paint: paintOf(net) } : {}),
    };
    const cut = await cutOf(this.api, model, shown);
    save(fileName(net, format), await this.api.file('pictures', { ...asked, ...(cut ? { without: cut } : {}) }));
  }

  /** The map of what the filters leave, which says what they are. */
  private async portable(net: Net): Promise<void> {
    const { model, shown, lang } = net;
    const cut = await cutOf(this.api, model, shown);
    // The file has a sentence of its own, which does not say around whom.
    const nuanceIn = (other: Lang): string => this.nuance(spoken(net, other), ['moved']);
    const said = cut ? { without: cut, nuance: { fr: nuanceIn('fr'), en: nuanceIn('en') } } : {};
    save(fileName(net, 'html'), await this.api.file('maps/network.html', { lang, as: model.packed.aggregated ? 'poles' : 'all', ...said }));
  }

  private async download(path: string): Promise<void> {
    const file = await this.api.download(path);
    save(file.name, file);
  }

  /** What did not come is told in the dialog: all else is behind it. */
  private async trying(net: Net, act: () => Promise<void>): Promise<void> {
    setText(this.failed, '');
    try {
      await act();
    } catch (error) {
      setText(this.failed, fault(error, net.lang));
      this.failed.scrollIntoView({ block: 'nearest' });
    }
  }
}

// Who the view is about, and marks that were moved: nothing is left out by either.
const SAID_BY_THE_SENTENCE = ['focus', 'moved'];

const fileName = (net: Net, form: string): string => `maillage-${net.say('network').toLowerCase().normalize('NFD').replace(/\p{M}/gu, '')}-${today()}.${form}`;

/** Colours and sizes that the server does not know: the marks of each, and the key. */
function paintOf(net: Net): unknown {
  const { model, shown, look } = net;
  const rows = [...model.ids.keys()].filter((row) => shown.nodes[row]);
  const colours: Record<string, string[]> = {};
  if (net.colourBy) for (const row of rows) if (PAINTS.test(look.roles[look.colour[row]])) (colours[look.roles[look.colour[row]]] ??= []).push(model.ids[row]);
  const radii = net.view.size === 'ties' ? {} : Object.fromEntries(rows.map((row) => [model.ids[row], look.radius[row]]));
  return { colours, hollow: rows.filter((row) => look.hollow[row]).map((row) => model.ids[row]), radii, key: net.colourBy ? keyRows(net, net.colourBy).map(({ colour, text, hollow }) => ({ colour, text, hollow })) : [], note: lookNote(net) };
}

const PAINTS = /^(sector|ramp)\./;

const DRAWN_GROUPS = ['layer', 'tier', 'status', 'sector', 'family', 'mark'];
// What is drawn as anything else is.
const UNSAID = ['status:active', 'tier:none', 'mark:hull'];

/** The sentence, the nuance, the rows of the legend that are drawn, and where it comes from. */
function wordsOf(net: Net, under: string): Words {
  const { model, shown, lang } = net;
  const rows = model.legend.filter(({ group, key, colour }) => colour && DRAWN_GROUPS.includes(group) && !UNSAID.includes(`${group}:${key}`) && (group === 'mark' || (shown.counts.get(`${group}:${key}`) ?? 0) > 0));
  const visible = rows.filter(({ group, key }) => !net.view.filters.off[group as 'layer']?.includes(key) && !(group === 'sector' && net.colourBy));
  const key = net.colourBy ? keyRows(net, net.colourBy).map(({ colour, text, hollow }) => ({ row: { ...PLAIN_ROW, colour, hollow }, text })) : [];
  const foot = say(net.lang, 'foot', { date: day(today(), lang), revision: model.packed.revision, seed: model.packed.seed });
  return {
    sentence: sentence(model, shown, net.view),
    nuance: under,
    legend: [...visible.map((row) => ({ row, text: rowName(net, row) })), ...key],
    foot: [lookNote(net), sourcesOf(net), foot].filter(Boolean),
  };
}

const PLAIN_ROW: LegendRow = { group: 'sector', key: '', label: { fr: '', en: '' }, count: 1, letter: '', colour: '', shape: 'circle', width: 0, dash: [], hollow: false, hatched: false, filters: false };

/** A row stands without its heading: it says what its line or mark is about. */
function rowName(net: Net, { group, label, letter, hollow }: LegendRow): string {
  const name = label[net.lang];
  if (group === 'tier') return say(net.lang, 'pooled', { tier: name });
  if (group === 'status' && hollow) return say(net.lang, 'planned_row');
  return capital(name) + (letter ? ` (${letter})` : '');
}

/** « Couleur : emplois · Taille : emplois ». */
function lookNote(net: Net): string {
  const said = [];
  if (net.colourBy) said.push(net.say('field_value', { name: net.say('colour_by'), value: attributeName(net, net.view.colour) }));
  if (net.view.size !== 'ties') said.push(net.say('field_value', { name: net.say('size_by'), value: attributeName(net, net.view.size) }));
  return said.join(' · ');
}

/** The documents that most ties rest upon, and how many others there are. */
function sourcesOf(net: Net): string {
  const { model, shown, lang } = net;
  const said = new Map<string, number>();
  for (let tie = 0; tie < model.m; tie += 1) {
    if (!shown.ties[tie]) continue;
    for (const title of new Set(model.sources(tie).map((source) => source.split(', ')[0]))) said.set(title, (said.get(title) ?? 0) + 1);
  }
  if (!said.size) return '';
  const best = [...said].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1)).slice(0, MOST_SOURCES);
  const named = best.map(([title, n]) => `${title} (${net.count('ties', n)})`);
  if (said.size > best.length) named.push(net.count('other_sources', said.size - best.length));
  return say(net.lang, 'sources', { names: listed(named, lang) });
}

const MOST_SOURCES = 5;

function today(): string {
  return new Date().toISOString().slice(0, 10);
}
