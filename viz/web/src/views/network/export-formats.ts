// The whole network in the formats of other tools, as the API exports it.
import type { Lang } from '../../state';
import { h, newId } from '../../ui/dom';
import { say } from './export-words';

// Those that most people open come first.
const FORMATS = ['xlsx', 'csv', 'gexf', 'gephi-csv', 'graphml', 'node-link', 'pajek', 'kumu', 'geojson', 'bods', 'ftm'] as const;

/** `download` is given the address of what is chosen. */
export function otherTools(lang: Lang, download: (path: string) => void): HTMLElement {
  const [title, format, nameless] = [newId('tools'), newId('format'), newId('nameless')];
  const chosen = h('select', { id: format, 'data-key': 'format' }, FORMATS.map((one) => h('option', { value: one }, say(lang, `format_${one}`))));
  const box = h('input', { type: 'checkbox', id: nameless, 'data-key': 'nameless' });
  const go = (): void => download(`export/${chosen.value}${box.checked ? '?anonymise=true' : ''}`);
  return h(
    'section',
    { 'aria-labelledby': title },
    h('h3', { id: title }, say(lang, 'other_tools')),
    h('p', { class: 'export-format' }, h('label', { for: format }, say(lang, 'format')), chosen, h('button', { type: 'button', 'data-key': 'export', on: { click: go } }, say(lang, 'download'))),
    h('label', { class: 'check', for: nameless }, box, say(lang, 'nameless')),
  );
}
