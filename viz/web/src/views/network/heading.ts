// The sentence, its nuance, and the chips: one per filter, each removed by its ×.
import { day } from '../../format';
import { nuance, sentence } from '../../sentence';
import { FILTER_GROUPS, type Store } from '../../state';
import type { Word } from '../../words';
import { h, refill, setText } from '../../ui/dom';
import { glyph } from '../../ui/icons';
import { placeName } from './legend-where';
import type { Actions, Net, Part } from './net';

export interface Chip {
  key: string;
  text: string;
  /** What a picture says, where the line under its sentence says the rest. */
  brief?: string;
  drop(): void;
}

export class Heading implements Part {
  readonly title = h('h1', { id: 'sentence', tabindex: -1 });
  readonly nuance = h('p', { class: 'nuance' });
  private readonly chips = h('ul', { class: 'chips' });
  private readonly undo = h('button', { type: 'button', class: 'quiet', 'data-key': 'undo', on: { click: () => this.step('undo') } });
  private readonly redo = h('button', { type: 'button', class: 'quiet', 'data-key': 'redo', on: { click: () => this.step('redo') } });
  private readonly legend = h('button', { type: 'button', class: 'pill only-narrow', 'aria-haspopup': 'dialog', on: { click: () => this.actions.openSheet('legend') } });
  readonly element = h('div', { class: 'heading' }, this.title, this.nuance, h('div', { class: 'chip-row' }, this.legend, this.chips, h('div', { class: 'history' }, this.undo, this.redo)));

  constructor(
    private readonly store: Store,
    private readonly actions: Actions,
  ) {}

  update(net: Net): void {
    setText(this.title, sentence(net.model, net.shown, net.view));
    setText(this.nuance, nuance(net.model, net.shown, net.view));
    const chips = chipsOf(net, this.actions);
    this.chips.setAttribute('aria-label', net.say('chips'));
    refill(this.chips, chips.map((chip) => chipItem(net, chip)), chips.length > 1 && h('li', {}, h('button', { type: 'button', class: 'quiet', 'data-key': 'clear', on: { click: () => this.actions.clear() } }, net.say('clear_all'))));
    this.chips.hidden = !chips.length;
    refill(this.undo, glyph('undo', 16), net.say('undo'));
    refill(this.redo, net.say('redo'));
    this.undo.hidden = !this.store.canUndo;
    this.redo.hidden = !this.store.canRedo;
    setText(this.legend, chips.length ? `${net.say('filters_button')} · ${chips.length}` : net.say('filters_button'));
  }

  private step(way: 'undo' | 'redo'): void {
    this.store[way]();
    // A button that vanished under the focus gives it to the sentence.
    if (document.activeElement === document.body) this.title.focus();
  }
}

function chipItem(net: Net, { key, text, drop }: Chip): HTMLElement {
  return h('li', { class: 'chip' }, h('span', {}, text), h('button', { type: 'button', 'data-key': `chip:${key}`, 'aria-label': net.say('drop_filter', { name: text }), on: { click: drop } }, glyph('close', 14)));
}

/** The chips and the legend are two faces of one state. */
export function chipsOf(net: Net, actions: Actions): Chip[] {
  const { view, model } = net;
  const { filters, focus } = view;
  const chips: Chip[] = [];
  const label = (id: string): string => (model.row(id) < 0 ? id : net.name(model.row(id)));
  if (focus) {
    const text =
      focus.kind === 'ego'
        ? net.say('chip_ego', { name: label(focus.id), steps: net.count('steps', focus.steps) })
        : net.say('chip_path', { from: label(focus.from), to: label(focus.to) });
    chips.push({ key: 'focus', text, drop: () => actions.set({ focus: null }) });
  }
  for (const pole of filters.poles) chips.push({ key: `pole:${pole}`, text: net.say('chip_pole', { name: label(pole) }), drop: () => actions.filter({ poles: filters.poles.filter((one) => one !== pole) }) });
  for (const place of filters.departements) chips.push({ key: `dep:${place}`, text: net.say('chip_departement', { name: placeName(net, place) }), drop: () => actions.filter({ departements: filters.departements.filter((one) => one !== place) }) });
  if (filters.at) {
    const key: Word = /^\d{4}(-\d\d)?$/.test(filters.at) ? 'chip_at_year' : 'chip_at';
    const at = net.say(key, { date: day(filters.at, net.lang) });
    chips.push({ key: 'at', text: net.shown.guessed ? net.say('chip_guessed', { at, n: net.shown.guessed }) : at, brief: at, drop: () => actions.filter({ at: null }) });
  }
  if (filters.review) chips.push({ key: 'review', text: net.say('chip_review'), drop: () => actions.filter({ review: false }) });
  for (const group of FILTER_GROUPS) {
    for (const key of filters.off[group] ?? []) {
      chips.push({ key: `${group}:${key}`, text: net.say('without', { name: rowName(net, group, key) }), drop: () => actions.toggle(group, key) });
    }
  }
  if (Object.keys(view.moved).length) chips.push({ key: 'moved', text: net.say('chip_moved'), drop: () => actions.set({ moved: {} }) });
  return chips;
}

function rowName(net: Net, group: string, key: string): string {
  if (group === 'kind') return net.word('tie', key);
  return net.model.legend.find((row) => row.group === group && row.key === key)?.label[net.lang] ?? key;
}
