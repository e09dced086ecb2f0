// The tools of the scene: table, export, share, zoom; and what is drawn, counted.
import { h, fill, setText } from '../../ui/dom';
import { glyph } from '../../ui/icons';
import type { Net, Part } from './net';

export interface ToolEvents {
  table(): void;
  export(): void;
  share(): void;
  zoom(by: 'in' | 'out' | 'fit'): void;
  scope(scope: 'all' | 'poles'): void;
}

export class Tools implements Part {
  private readonly table = h('button', { type: 'button', on: { click: () => this.events.table() } });
  private readonly export = h('button', { type: 'button', on: { click: () => this.events.export() } });
  private readonly share = h('button', { type: 'button', on: { click: () => this.events.share() } });
  private readonly status = h('p', { class: 'status' });
  private readonly zooms = h('div', { class: 'zooms', role: 'group' });
  readonly element = h('div', { class: 'tools' }, h('div', { class: 'tool-row' }, this.table, this.export, this.share), this.status);
  readonly zoom = this.zooms;
  private net: Net | null = null;
  private names = -1;

  constructor(private readonly events: ToolEvents) {
    // Nothing to look at more closely yet.
    this.zooms.hidden = true;
    for (const way of ['in', 'out', 'fit'] as const) {
      this.zooms.append(h('button', { type: 'button', class: 'icon', 'data-way': way, on: { click: () => this.events.zoom(way) } }, glyph({ in: 'plus', out: 'minus', fit: 'fit' }[way])));
    }
  }

  update(net: Net): void {
    this.net = net;
    const table = net.view.table !== null;
    fill(this.table, glyph(table ? 'network' : 'table', 18), net.say(table ? 'scene' : 'table'));
    setText(this.export, net.say('export'));
    setText(this.share, net.say('share'));
    this.element.hidden = !net.model.n;
    this.zooms.hidden = table;
    this.zooms.setAttribute('aria-label', net.say('tools'));
    for (const button of this.zooms.children as HTMLCollectionOf<HTMLElement>) {
      const name = net.say(`zoom_${button.dataset.way as 'in' | 'out' | 'fit'}`);
      button.setAttribute('aria-label', name);
      button.title = name;
    }
    this.write();
  }

  drawn(names: number): void {
    if (names === this.names) return;
    this.names = names;
    this.write();
  }

  private write(): void {
    const { net } = this;
    if (!net) return;
    const said = [net.count('actors', net.shown.nNodes), net.count('ties', net.shown.nTies)];
    if (!net.view.table) said.push(net.count('names', Math.max(this.names, 0)));
    setText(this.status, said.join(' · '));
  }
}
