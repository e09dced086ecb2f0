// The address holds the whole state of a view, so that it can be sent.
import { parseSpan } from './data/dates';
import type { Camera, FilterGroup, Filters, Focus, Lang, View, ViewName } from './state';
import { FILTER_GROUPS, NO_FILTERS, START } from './state';

const VIEWS: readonly ViewName[] = ['network', 'import', 'review'];

/** The query of a view, without what is as at the start. */
export function toQuery(view: View): string {
  const query = new URLSearchParams();
  if (view.name !== START.name) query.set('view', view.name);
  query.set('lang', view.lang);
  for (const group of FILTER_GROUPS) {
    const off = view.filters.off[group];
    if (off?.length) query.set(`no.${group}`, off.join(','));
  }
  for (const pole of view.filters.poles) query.append('pole', pole);
  for (const place of view.filters.departements) query.append('dep', place);
  if (view.filters.at) query.set('at', view.filters.at);
  if (view.filters.review) query.set('review', '1');
  if (view.focus?.kind === 'ego') query.set('ego', `${view.focus.steps}:${view.focus.id}`);
  if (view.focus?.kind === 'path') {
    query.set('from', view.focus.from);
    query.set('to', view.focus.to);
  }
  for (const id of view.selection) query.append('sel', id);
  if (view.table) query.set('table', view.table);
  if (view.colour !== START.colour) query.set('colour', view.colour);
  if (view.size !== START.size) query.set('size', view.size);
  if (view.scope !== START.scope) query.set('scope', view.scope);
  if (view.camera) query.set('cam', [view.camera.x, view.camera.y, view.camera.k].map(short).join(','));
  for (const [id, [x, y]] of Object.entries(view.moved)) query.append('moved', `${Math.round(x)},${Math.round(y)}:${id}`);
  return query.toString();
}

/** The view that a query spells; what it does not understand is left as at the start. */
export function fromQuery(text: string, lang: Lang): View {
  const query = new URLSearchParams(text);
  const name = query.get('view') as ViewName;
  const asked = query.get('lang');
  const table = query.get('table');
  const scope = query.get('scope');
  return {
    ...START,
    name: VIEWS.includes(name) ? name : START.name,
    lang: asked === 'fr' || asked === 'en' ? asked : lang,
    filters: filtersOf(query),
    focus: focusOf(query),
    selection: query.getAll('sel'),
    table: table === 'actors' || table === 'ties' ? table : null,
    colour: query.get('colour') ?? START.colour,
    size: query.get('size') ?? START.size,
    scope: scope === 'all' || scope === 'poles' ? scope : 'auto',
    camera: cameraOf(query.get('cam')),
    moved: movedOf(query.getAll('moved')),
  };
}

function filtersOf(query: URLSearchParams): Filters {
  const off: Partial<Record<FilterGroup, string[]>> = {};
  for (const group of FILTER_GROUPS) {
    const keys = query.get(`no.${group}`);
    if (keys) off[group] = keys.split(',').sort();
  }
  return {
    ...NO_FILTERS,
    off,
    poles: query.getAll('pole'),
    departements: query.getAll('dep'),
    at: parseSpan(query.get('at') ?? '') ? query.get('at') : null,
    review: query.get('review') === '1',
  };
}

function focusOf(query: URLSearchParams): Focus | null {
  const [from, to] = [query.get('from'), query.get('to')];
  if (from && to) return { kind: 'path', from, to };
  const ego = /^([1-9]):(.+)$/s.exec(query.get('ego') ?? '');
  return ego ? { kind: 'ego', steps: Number(ego[1]), id: ego[2] } : null;
}

function cameraOf(text: string | null): Camera | null {
  const [x, y, k] = (text ?? '').split(',').map(Number);
  return text && [x, y, k].every(Number.isFinite) && k > 0 ? { x, y, k } : null;
}

function movedOf(texts: string[]): Record<string, [number, number]> {
  const moved: Record<string, [number, number]> = {};
  for (const text of texts) {
    const match = /^(-?\d+),(-?\d+):(.+)$/s.exec(text);
    if (match) moved[match[3]] = [Number(match[1]), Number(match[2])];
  }
  return moved;
}

const short = (value: number): string => String(Math.round(value * 1000) / 1000);
