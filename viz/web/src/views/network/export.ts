// Exporting what is on screen: a picture with its sentence and legend, the rows, the portable map.
import type { Api } from '../../api';
import { cutOf } from '../../data/figures';
import { themeName } from '../../draw/theme';
import { capital, day } from '../../format';
import { nuance, sentence } from '../../sentence';
import { h, refill } from '../../ui/dom';
import { glyph } from '../../ui/icons';
import type { Words } from '../../draw/sheet-picture';
import type { Net } from './net';
import type { Stage } from './stage';
import { save, type Tables } from './tables';

export class ExportDialog {
  readonly element = h('dialog', { class: 'dialog export', 'aria-labelledby': 'export-title' });
  private picture: HTMLCanvasElement | null = null;

  constructor(
    private readonly tables: Tables,
    private readonly stage: Stage,
    private readonly api: Api,
    private readonly warn: (text: string) => void,
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
    const png = act(net.say('export_png'), 'png', () => this.save(net));
    png.classList.add('primary');
    png.hidden = true;
    // The server knows sectors and ties; other colours and sizes are only on this screen.
    const plain = net.view.colour === 'sector' && net.view.size === 'ties' && !net.view.table;
    const drawn = plain ? (['svg', 'pdf'] as const).map((form) => act(net.say(`export_${form}`), form, () => void this.ask(net, form))) : [];
    refill(
      this.element,
      h('header', {}, h('h2', { id: 'export-title' }, net.say('export_title')), h('button', { type: 'button', class: 'icon', 'aria-label': net.say('close'), on: { click: () => this.element.close() } }, glyph('close'))),
      preview,
      h('p', { class: 'hint' }, net.say('export_note')),
      h('div', { class: 'export-acts' }, png, ...drawn, act(net.say('export_actors'), 'csv-actors', () => this.tables.download(net, 'actors')), act(net.say('export_ties'), 'csv-ties', () => this.tables.download(net, 'ties')), portable(net)),
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
    this.picture = sheet({ ...frame, lasso: [] }, width, height, wordsOf(net));
    this.picture.setAttribute('role', 'img');
    this.picture.setAttribute('aria-label', net.say('export_preview'));
    refill(preview, this.picture);
    button.hidden = false;
  }

  private save(net: Net): void {
    this.picture?.toBlob((blob) => blob && save(fileName(net, 'png'), blob), 'image/png');
  }

  /** What is on screen, drawn again by the server: the same scene, camera and filters. */
  private async ask(net: Net, format: 'svg' | 'pdf'): Promise<void> {
    const { model, shown, view } = net;
    const { clientWidth: width, clientHeight: height } = this.stage.canvas;
    const cut = cutOf(model, shown);
    const asked = {
      format,
      lang: net.lang,
      theme: themeName(),
      as: model.packed.aggregated ? 'poles' : 'all',
      camera: { ...this.stage.frame()?.camera, width, height },
      ...(cut ? { without: cut } : {}),
      selection: view.selection,
      moved: view.moved,
      sentence: sentence(model, shown, view),
    };
    try {
      save(fileName(net, format), await this.api.file('pictures', asked));
    } catch {
      this.warn(net.say('export_failed'));
    }
  }
}

/** The map of what the view is about: a pole, an actor's surroundings, else everything. */
function portable(net: Net): HTMLElement {
  const { focus, filters } = net.view;
  const part: Record<string, string> | null = focus?.kind === 'ego' ? { ego: focus.id, steps: String(focus.steps) } : !focus && filters.poles.length === 1 ? { pole: filters.poles[0] } : null;
  const query = new URLSearchParams({ ...part, lang: net.lang });
  return h('a', { class: 'button', href: `api/v1/maps/network.html?${query}`, download: 'maillage-carte.html' }, net.say(part ? 'export_part' : 'export_map'));
}

const fileName = (net: Net, form: string): string => `maillage-${net.say('network').toLowerCase().normalize('NFD').replace(/\p{M}/gu, '')}-${today()}.${form}`;

/** The sentence, the nuance, the rows of the legend that are drawn, and where it comes from. */
function wordsOf(net: Net): Words {
  const { model, shown, lang } = net;
  const drawn = model.legend.filter(({ group, key, colour }) => colour && ['layer', 'sector', 'family', 'mark'].includes(group) && key !== 'hull' && (group === 'mark' || (shown.counts.get(`${group}:${key}`) ?? 0) > 0));
  const visible = drawn.filter(({ group, key }) => !net.view.filters.off[group as 'layer']?.includes(key) && !(group === 'sector' && net.view.colour !== 'sector'));
  return {
    sentence: sentence(model, shown, net.view),
    nuance: nuance(model, shown, net.view),
    legend: visible.map((row) => ({ row, text: capital(row.label[lang]) + (row.letter ? ` (${row.letter})` : '') })),
    foot: net.say('export_foot', { date: day(today(), lang), revision: model.packed.revision, seed: model.packed.seed }),
  };
}

function today(): string {
  return new Date().toISOString().slice(0, 10);
}
