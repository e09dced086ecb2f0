// The off-screen list that mirrors what is drawn: a screen reader reads the active mark in it.
import { accessibleName } from '../../sentence';
import { h, fill } from '../../ui/dom';
import { shownByName, type Net } from './net';

// Options around the active one; the rest is counted by `aria-setsize`.
const WINDOW = 15;

export class Mirror {
  private readonly list = h('div', { role: 'listbox', id: 'mirror' });
  readonly element = h('div', { class: 'sr' }, this.list);
  private rows: number[] = [];
  private net: Net | null = null;
  private stale = true;
  private shown = false;

  /** Nothing is sorted before somebody comes to read it. */
  update(net: Net): void {
    this.net = net;
    this.stale = true;
    this.list.setAttribute('aria-label', net.say('scene_list'));
    if (this.shown) this.show(net, 0, -1);
  }

  /** Rows in the order of their names, as the brackets walk them. */
  get order(): readonly number[] {
    if (this.stale && this.net) this.rows = shownByName(this.net);
    this.stale = false;
    return this.rows;
  }

  /** Ready to be read: the scene has the focus. */
  open(): void {
    if (this.net && !this.shown) this.show(this.net, 0, -1);
  }

  activate(net: Net, row: number, region: HTMLElement): void {
    if (row < 0 && !this.shown) return;
    const place = this.order.indexOf(row);
    this.show(net, Math.max(place, 0), row);
    if (place < 0) region.removeAttribute('aria-activedescendant');
    else region.setAttribute('aria-activedescendant', `mirror-${row}`);
  }

  private show(net: Net, place: number, active: number): void {
    const rows = this.order;
    this.shown = true;
    const from = Math.max(0, Math.min(place - (WINDOW >> 1), rows.length - WINDOW));
    const some = rows.slice(from, from + WINDOW);
    this.list.hidden = !some.length;
    fill(
      this.list,
      some.map((row, i) =>
        h(
          'div',
          { role: 'option', id: `mirror-${row}`, 'aria-selected': row === active || net.selection.has(row), 'aria-posinset': from + i + 1, 'aria-setsize': rows.length },
          accessibleName(net.model, net.shown, row, net.lang, [from + i + 1, rows.length]),
        ),
      ),
    );
  }
}
