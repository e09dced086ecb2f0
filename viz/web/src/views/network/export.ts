// Exporting what is on screen: a picture with its sentence and legend, the rows, the portable map.
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
    refill(
      this.element,
      h('header', {}, h('h2', { id: 'export-title' }, net.say('export_title')), h('button', { type: 'button', class: 'icon', 'aria-label': net.say('close'), on: { click: () => this.element.close() } }, glyph('close'))),
      preview,
      h('p', { class: 'hint' }, net.say('export_note')),
      h('div', { class: 'export-acts' }, png, act(net.say('export_actors'), 'csv-actors', () => this.tables.download(net, 'actors')), act(net.say('export_ties'), 'csv-ties', () => this.tables.download(net, 'ties')), h('a', { class: 'button', href: 'api/v1/maps/network.html', download: 'maillage-carte.html' }, net.say('export_map'))),
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
    this.picture?.toBlob((blob) => blob && save(`maillage-${net.say('network').toLowerCase().normalize('NFD').replace(/\p{M}/gu, '')}-${today()}.png`, blob), 'image/png');
  }
}

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
