// Filters that are not in the picture's grammar: pole, département, date, what waits for a review.
import { parseSpan } from '../../data/dates';
import { REVIEW, type Model } from '../../data/model';
import { h, newId } from '../../ui/dom';
import type { Actions, Net } from './net';

export function whereSection(net: Net, actions: Actions): HTMLElement {
  const { model, view } = net;
  const { filters } = view;
  const poles = namedPoles(net);
  const waiting = model.flags.some((flags) => flags & REVIEW);
  const departements = [...model.node.departement.names].sort((a, b) => a.localeCompare(b, 'fr', { numeric: true }));
  return h(
    'fieldset',
    { class: 'group' },
    h('legend', {}, net.say('group_where')),
    poles.length > 1 &&
      chooser(net.say('filter_pole'), net.say('choose_pole'), poles.map((row) => ({ value: model.ids[row], text: net.name(row) })), filters.poles, (id) =>
        actions.filter({ poles: [...filters.poles, id] }),
      ),
    departements.length > 1 &&
      chooser(net.say('filter_departement'), net.say('choose_departement'), departements.map((value) => ({ value, text: placeName(net, value) })), filters.departements, (name) =>
        actions.filter({ departements: [...filters.departements, name] }),
      ),
    dateField(net, actions),
    waiting &&
      h(
        'label',
        { class: 'row' },
        h('input', { type: 'checkbox', checked: filters.review, 'data-key': 'review', on: { change: () => actions.filter({ review: !filters.review }) } }),
        h('span', { class: 'row-name' }, net.say('only_review')),
      ),
  );
}

/** A list that adds one filter at a time; each then shows as a chip. */
function chooser(label: string, all: string, options: { value: string; text: string }[], taken: readonly string[], add: (value: string) => void): HTMLElement {
  const id = newId('choose');
  const left = options.filter(({ value }) => !taken.includes(value));
  const list = h('select', { id, 'data-key': `choose:${label}`, on: { change: () => list.value && add(list.value) } }, h('option', { value: '' }, taken.length ? '+' : all), left.map(({ value, text }) => h('option', { value }, text)));
  return h('div', { class: 'field' }, h('label', { for: id }, label), list);
}

function dateField(net: Net, actions: Actions): HTMLElement {
  const [id, hint] = [newId('at'), newId('hint')];
  const note = h('p', { class: 'hint', id: hint }, net.say('filter_at_hint'));
  const input = h('input', {
    id,
    type: 'text',
    inputmode: 'numeric',
    autocomplete: 'off',
    size: 10,
    value: net.view.filters.at ?? '',
    'data-key': 'at',
    'aria-describedby': hint,
    on: {
      change: () => {
        const text = input.value.trim();
        const good = !text || parseSpan(text) !== null;
        input.setAttribute('aria-invalid', String(!good));
        note.classList.toggle('wrong', !good);
        note.textContent = net.say(good ? 'filter_at_hint' : 'filter_bad_date');
        if (good) actions.filter({ at: text || null });
      },
    },
  });
  return h('div', { class: 'field' }, h('label', { for: id }, net.say('filter_at')), input, note);
}

/** « 38 Isère », or the code alone where no name came with the scene. */
export function placeName(net: Net, code: string): string {
  const name = net.word('departement', code);
  return name === code ? code : `${code} ${name}`;
}

const polesOf = new WeakMap<Model, number[]>();

function namedPoles({ model }: Net): number[] {
  const known = polesOf.get(model);
  if (known) return known;
  const found = model.ids.flatMap((_, row) => (model.isPole(row) ? [row] : []));
  found.sort((a, b) => model.labels[a].localeCompare(model.labels[b], 'fr', { numeric: true }));
  polesOf.set(model, found);
  return found;
}
