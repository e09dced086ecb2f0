// What hover tells: the name, kind, sector and number of ties; nothing is reachable by it alone.
import { capital } from '../../format';
import { tiesOf } from '../../data/graph';
import { h, fill } from '../../ui/dom';
import type { Net } from './net';

export class Preview {
  readonly element = h('div', { class: 'preview', 'aria-hidden': 'true', hidden: true });
  private shown = -1;

  show(net: Net, row: number, x: number, y: number): void {
    if (row !== this.shown) {
      const said = [capital(net.word('kind', net.model.key('kind', row)))];
      if (!net.model.isPlain(row)) said.push(net.word('sector', net.model.key('sector', row)));
      said.push(net.count('ties', tiesOf(net.model, net.shown.ties, row).length));
      fill(this.element, h('strong', {}, net.name(row)), h('span', {}, said.join(' · ')));
      this.shown = row;
    }
    this.element.hidden = false;
    const { clientWidth: width, clientHeight: height } = this.element.parentElement as HTMLElement;
    const { offsetWidth, offsetHeight } = this.element;
    const left = Math.min(Math.max(x + 16, 8), width - offsetWidth - 8);
    const top = y + 18 + offsetHeight > height ? y - offsetHeight - 14 : y + 18;
    this.element.style.transform = `translate(${left}px, ${top}px)`;
  }

  hide(): void {
    this.element.hidden = true;
    this.shown = -1;
  }
}
