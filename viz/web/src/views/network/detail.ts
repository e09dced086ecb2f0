// The detail of the selection: one actor, a path, or several actors.
import { tiesOf } from '../../data/graph';
import { capital, factText, listed } from '../../format';
import { tieSentence } from '../../sentence';
import type { Api } from '../../api';
import { h, refill } from '../../ui/dom';
import { glyph, markIcon } from '../../ui/icons';
import { many } from './detail-many';
import { pathList } from './detail-path';
import { TieList } from './detail-ties';
import { markOf, type Actions, type Net, type Part } from './net';

export class Detail implements Part {
  readonly element = h('div', { class: 'detail' });
  private tab: 'ties' | 'facts' = 'ties';
  private readonly ties: TieList;

  constructor(
    private readonly actions: Actions,
    api: Api,
  ) {
    this.ties = new TieList(actions, api, () => this.repaint());
  }

  private net: Net | null = null;

  update(net: Net, before: Net | null): void {
    this.net = net;
    const same = before && before.view.selection === net.view.selection && before.shown === net.shown && before.lang === net.lang && before.pathFrom === net.pathFrom && before.look === net.look;
    if (same) return;
    if (before?.view.selection !== net.view.selection) this.ties.forget();
    this.repaint();
  }

  private repaint(): void {
    const { net } = this;
    if (!net) return;
    const rows = [...net.selection];
    const path = net.shown.path && !rows.length ? pathList(net, this.actions) : null;
    if (net.pathFrom >= 0) refill(this.element, this.waiting(net), rows.length === 1 ? this.one(net, rows[0]) : null);
    else if (rows.length === 1) refill(this.element, this.one(net, rows[0]));
    else if (rows.length > 1) refill(this.element, ...many(net, rows, this.actions));
    else if (path) refill(this.element, ...path);
    else refill(this.element, h('p', { class: 'empty' }, net.say('detail_empty')));
  }

  /** The other end of a path is waited for. */
  private waiting(net: Net): HTMLElement {
    return h('p', { class: 'notice', role: 'status' }, net.say('path_from', { name: net.name(net.pathFrom) }), ' ', h('button', { type: 'button', class: 'quiet', 'data-key': 'cancel-path', on: { click: () => this.actions.startPath(-1) } }, net.say('cancel')));
  }

  private one(net: Net, row: number): HTMLElement {
    const { model, shown } = net;
    const ties = tiesOf(model, shown.ties, row);
    const facts = factsOf(net, row);
    return h(
      'article',
      {},
      h('header', { class: 'who' }, markIcon(markOf(net, row), 30), h('div', {}, h('h2', { lang: 'fr' }, net.name(row)), h('p', { class: 'about' }, about(net, row))), h('button', { type: 'button', class: 'icon', 'aria-label': net.say('close_detail'), 'data-key': 'close', on: { click: () => this.actions.select([]) } }, glyph('close'))),
      h('p', { class: 'lead' }, tieSentence(model, shown, row, net.lang)),
      h(
        'div',
        { class: 'acts' },
        model.aggregated && model.isPole(row) && h('button', { type: 'button', class: 'primary', 'data-key': 'open-pole', on: { click: () => this.actions.openPole(row) } }, net.say('open_pole')),
        [1, 2, 3].map((steps) => this.around(net, row, steps)),
        h('button', { type: 'button', 'data-key': 'path', on: { click: () => this.actions.startPath(row) } }, net.say('path_to')),
      ),
      this.tabs(net, ties.length, facts.length),
      this.tab === 'ties' || !facts.length ? this.ties.render(net, row, ties) : h('dl', { class: 'facts' }, facts),
    );
  }

  private around(net: Net, row: number, steps: number): HTMLElement {
    const { focus } = net.view;
    const on = focus?.kind === 'ego' && focus.steps === steps && focus.id === net.model.ids[row];
    const label = net.say('around_n', { steps: net.count('steps', steps) });
    return h(
      'button',
      { type: 'button', class: steps > 1 ? 'step' : 'step first', 'aria-pressed': on, 'aria-label': label, title: label, 'data-key': `around:${steps}`, on: { click: () => this.actions.around(on ? -1 : row, steps) } },
      steps === 1 && net.say('around'),
      h('kbd', {}, steps),
    );
  }

  private tabs(net: Net, ties: number, facts: number): HTMLElement {
    const tab = (name: 'ties' | 'facts', text: string): HTMLElement =>
      h('button', { type: 'button', 'aria-pressed': this.tab === name, 'data-key': `tab:${name}`, on: { click: () => this.show(name) } }, text);
    return h('div', { class: 'tabs' }, tab('ties', net.say('tab_ties', { n: ties })), facts > 0 && tab('facts', net.say('tab_facts', { n: facts / 2 })));
  }

  private show(tab: 'ties' | 'facts'): void {
    this.tab = tab;
    this.repaint();
  }
}

/** « collectivité · public · Rhône-Alpes ». */
export function about(net: Net, row: number): string {
  const { model } = net;
  const said = [capital(net.word('kind', model.key('kind', row)))];
  if (!model.isPlain(row)) said.push(net.word('sector', model.key('sector', row)));
  const [departement, region] = [model.key('departement', row), model.key('region', row)];
  if (departement || region) said.push(departement ? net.word('departement', departement) : region);
  return said.join(' · ');
}

function factsOf(net: Net, row: number): HTMLElement[] {
  const { model } = net;
  const poles = model.polesOf(row).filter((pole) => pole !== row);
  const pairs: [string, string][] = [];
  if (poles.length) pairs.push([net.say('belongs_to'), listed(poles.map((pole) => net.name(pole)), net.lang)]);
  for (const { field, value } of model.factsOf(row)) pairs.push([net.word('field', field), factText({ field, value }, net.lang)]);
  return pairs.flatMap(([name, value]) => [h('dt', {}, capital(name)), h('dd', {}, value)]);
}
