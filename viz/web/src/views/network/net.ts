// What the Network view's parts are given: the view, what it shows, and what can be done.
import { attributeOf, type Attribute } from '../../data/attributes';
import { applyFilters, type Shown } from '../../data/filters';
import { neighbours } from '../../data/graph';
import { DASHES } from '../../generated/tokens';
import type { Model } from '../../data/model';
import { lookOf, type Look } from '../../draw/look';
import { nameOf } from '../../sentence';
import type { FilterGroup, Filters, Lang, View } from '../../state';
import { count, say, type CountWord, type Values, type Word } from '../../words';

/** One state of the view, with everything derived from it. */
export interface Net {
  view: View;
  model: Model;
  shown: Shown;
  look: Look;
  colourBy: Attribute | null;
  sizeBy: Attribute | null;
  selection: ReadonlySet<number>;
  strong: Uint8Array | null;
  /** Waiting for the other end of a path that begins here; -1 no. */
  pathFrom: number;
  lang: Lang;
  say(key: Word, values?: Values): string;
  count(key: CountWord, n: number): string;
  name(row: number): string;
  word(table: string, key: string): string;
}

export interface Actions {
  select(rows: readonly number[], how?: { centre?: boolean; add?: boolean; reveal?: boolean }): void;
  hover(row: number): void;
  around(row: number, steps: number): void;
  path(from: number, to: number): void;
  /** From the view by pole to that pole's own members. */
  openPole(row: number): void;
  /** Begins a path at a node, or with -1 gives it up. */
  startPath(row: number): void;
  toggle(group: FilterGroup, key: string): void;
  filter(change: Partial<Filters>): void;
  clear(): void;
  set(change: Partial<View>): void;
  announce(text: string, topic?: string): void;
  openSheet(name: 'legend' | 'detail' | null): void;
}

export interface Part {
  update(net: Net, before: Net | null): void;
}

/** Derives a state from the view; what did not change is taken from the state before. */
export function derive(
  view: View,
  model: Model,
  measured: ReadonlyMap<string, Record<string, number | null>>,
  pathFrom: number,
  before: Net | null,
): Net {
  const known = before?.model === model ? before : null;
  const unfiltered = known && known.view.filters === view.filters && known.view.focus === view.focus;
  const shown = unfiltered ? known.shown : applyFilters(model, view.filters, view.focus);
  const colourBy = view.colour === 'sector' ? null : attributeOf(model, view.colour, measured);
  const sizeBy = view.size === 'ties' ? null : attributeOf(model, view.size, measured);
  const sameLook =
    known && known.view.colour === view.colour && known.view.size === view.size && known.view.moved === view.moved &&
    (known.colourBy === null) === (colourBy === null) && (known.sizeBy === null) === (sizeBy === null);
  const look = sameLook ? known.look : lookOf(model, view, colourBy, sizeBy);
  // What is the same stays the very same: the picture is not drawn again for it.
  const sameSelection = known && known.view.selection === view.selection;
  const selection = sameSelection ? known.selection : new Set(view.selection.map((id) => model.row(id)).filter((row) => row >= 0));
  const strong = sameSelection && known.shown === shown ? known.strong : strongOf(model, shown, selection);
  const { lang } = view;
  return {
    view,
    model,
    shown,
    look,
    colourBy,
    sizeBy,
    selection,
    strong,
    pathFrom,
    lang,
    say: (key, values) => say(lang, key, values),
    count: (key, n) => count(lang, key, n),
    name: (row) => nameOf(model, row, lang),
    word: (table, key) => model.word(table, key)[lang],
  };
}

/** The selection and what it is tied to stay strong, or the path that is named. */
function strongOf(model: Model, shown: Shown, selection: ReadonlySet<number>): Uint8Array | null {
  const visible = [...selection].filter((row) => shown.nodes[row]);
  const strong = new Uint8Array(model.n);
  // Of several paths, the one that is named.
  if (!visible.length && shown.path && shown.path.nodes.length > 1) for (const row of shown.path.nodes[0]) strong[row] = 1;
  else if (!visible.length) return null;
  for (const row of visible) {
    strong[row] = 1;
    for (const near of neighbours(model, shown.ties, row)) strong[near] = 1;
  }
  return strong;
}

/** The same state, told in another language. */
export function spoken(net: Net, lang: Lang): Net {
  return lang === net.lang ? net : derive({ ...net.view, lang }, net.model, new Map(), -1, net);
}

/** Rows that are shown, in the order of their names. */
export function shownByName({ model, shown }: Net): number[] {
  return [...model.byName()].filter((row) => shown.nodes[row]);
}

/** The drawing of one tie, for icons. */
export function lineOf({ model }: Net, tie: number): { colour: string; width: number; dash: readonly number[]; hollow: boolean } {
  const layer = model.tieKey('layer', tie) as keyof typeof DASHES;
  return { colour: `layer.${layer}`, width: model.width[tie], dash: DASHES[layer], hollow: (model.tieFlags[tie] & 2) !== 0 };
}

/** The drawing of one mark, for icons: as the picture shows it now. */
export function markOf({ model, look }: Net, row: number): { shape: string; colour: string; hollow: boolean; hatched: boolean; outlined: boolean } {
  return {
    shape: model.shapeOf(row),
    colour: look.roles[look.colour[row]],
    hollow: look.hollow[row] === 1,
    hatched: look.hatched[row] === 1,
    outlined: look.outlined,
  };
}
