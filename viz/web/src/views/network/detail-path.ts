// A path: its ties named in a list before they are looked at.
import { between } from '../../data/graph';
import { sentence, whenOf } from '../../sentence';
import { h } from '../../ui/dom';
import { glyph, lineIcon, markIcon } from '../../ui/icons';
import { lineOf, markOf, type Actions, type Net } from './net';

export function pathList(net: Net, actions: Actions): HTMLElement[] {
  const found = net.shown.path;
  if (!found) return [];
  const head = h('header', { class: 'who' }, h('div', {}, h('h2', {}, net.say('path_title')), found.total > 1 && h('p', { class: 'about' }, net.say('path_several', { paths: net.count('paths', found.total) }))), h('button', { type: 'button', class: 'icon', 'aria-label': net.say('close_detail'), 'data-key': 'close', on: { click: () => actions.set({ focus: null }) } }, glyph('close')));
  if (!found.total) return [head, h('p', { class: 'lead' }, sentence(net.model, net.shown, net.view))];
  const nodes = found.nodes[0];
  const items = nodes.map((row, i) => [i > 0 ? step(net, nodes[i - 1], row) : null, stop(net, row, actions)]).flat();
  return [head, h('ol', { class: 'path' }, items)];
}

function stop(net: Net, row: number, actions: Actions): HTMLElement {
  return h('li', { class: 'stop' }, markIcon(markOf(net, row), 20), h('button', { type: 'button', class: 'name', lang: 'fr', 'data-key': `stop:${row}`, on: { click: () => actions.select([row]) } }, net.name(row)));
}

/** Every tie between two stops, in the words of its kind. */
function step(net: Net, one: number, other: number): HTMLElement {
  const { model, shown } = net;
  const ties = between(model, shown.ties, one, other);
  return h(
    'li',
    { class: 'leg' },
    ties.map((tie) => {
      const [from, to] = [net.name(model.source[tie]), net.name(model.target[tie])];
      const verb = net.word('verb', model.tieKey('kind', tie));
      return h('p', {}, lineIcon(lineOf(net, tie), 30), h('span', {}, `${net.say('step_of', { from, verb, to })}, ${whenOf(model, tie, net.lang)}`));
    }),
  );
}
