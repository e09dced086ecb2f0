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

  update(net: Net): void {
    this.rows = shownByName(net);
    this.list.setAttribute('aria-label', net.say('scene_list'));
    this.show(net, 0, -1);
  }

  /** Rows in the order of their names, as the brackets walk them. */
  get order(): readonly number[] {
    return this.rows;
  }

  activate(net: Net, row: number, region: HTMLElement): void {
    const place = this.rows.indexOf(row);
    this.show(net, Math.max(place, 0), row);
    if (place < 0) region.removeAttribute('aria-activedescendant');
    else region.setAttribute('aria-activedescendant', `mirror-${row}`);
  }

  private show(net: Net, place: number, active: number): void {
    const from = Math.max(0, Math.min(place - (WINDOW >> 1), this.rows.length - WINDOW));
    const some = this.rows.slice(from, from + WINDOW);
    this.list.hidden = !some.length;
    fill(
      this.list,
      some.map((row, i) =>
        h(
          'div',
          { role: 'option', id: `mirror-${row}`, 'aria-selected': row === active || net.selection.has(row), 'aria-posinset': from + i + 1, 'aria-setsize': this.rows.length },
          accessibleName(net.model, net.shown, row, net.lang, [from + i + 1, this.rows.length]),
        ),
      ),
    );
  }
}
