// The figures of the filtered view, beside it.
import type { Api } from '../../api';
import { h } from '../../ui/dom';
import type { Actions, Net, Part } from './net';

export class Figures implements Part {
  readonly element = h('div', { class: 'figures' });

  constructor(
    readonly api: Api,
    readonly actions: Actions,
  ) {}

  update(_: Net): void {
    this.element.hidden = true;
  }
}
