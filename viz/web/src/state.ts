// The state of a view: one immutable value, which the address spells and undo goes back through.
export type Lang = 'fr' | 'en';
export type ViewName = 'network' | 'import' | 'review';
export const FILTER_GROUPS = ['layer', 'kind', 'tier', 'sector', 'family', 'standing', 'status'] as const;
export type FilterGroup = (typeof FILTER_GROUPS)[number];

export interface Filters {
  /** Rows of the legend that are not ticked. */
  off: Partial<Record<FilterGroup, readonly string[]>>;
  poles: readonly string[];
  departements: readonly string[];
  at: string | null;
  /** Only what waits for a review. */
  review: boolean;
}

export type Focus = { kind: 'ego'; id: string; steps: number } | { kind: 'path'; from: string; to: string };

export interface Camera {
  x: number;
  y: number;
  k: number;
}

export interface View {
  name: ViewName;
  lang: Lang;
  filters: Filters;
  focus: Focus | null;
  selection: readonly string[];
  table: 'actors' | 'ties' | null;
  colour: string;
  size: string;
  /** Null: the whole picture. */
  camera: Camera | null;
  scope: 'auto' | 'all' | 'poles';
  moved: Readonly<Record<string, readonly [number, number]>>;
}

export const NO_FILTERS: Filters = { off: {}, poles: [], departements: [], at: null, review: false };

export const START: View = {
  name: 'network',
  lang: 'fr',
  filters: NO_FILTERS,
  focus: null,
  selection: [],
  table: null,
  colour: 'sector',
  size: 'ties',
  camera: null,
  scope: 'auto',
  moved: {},
};

// What a step back gives back. The camera, the language and the tab are not acts.
const UNDONE = ['filters', 'focus', 'selection', 'colour', 'size', 'moved', 'scope'] as const;
const KEPT_STEPS = 100;

type Listener = (view: View, before: View) => void;

/** The current view, what can be undone, who listens. */
export class Store {
  private past: View[] = [];
  private future: View[] = [];
  private readonly listeners: Listener[] = [];

  constructor(public view: View) {}

  listen(listener: Listener): void {
    this.listeners.push(listener);
  }

  /** Changes the view; a change of what undo covers is one step back. */
  set(change: Partial<View>): void {
    const before = this.view;
    const next = { ...before, ...change };
    if (UNDONE.some((key) => !same(before[key], next[key]))) {
      this.past = [...this.past.slice(-KEPT_STEPS + 1), before];
      this.future = [];
    }
    this.become(next);
  }

  /** Takes a view as it is, from an address: nothing to undo. */
  become(view: View): void {
    const before = this.view;
    this.view = view;
    for (const listener of this.listeners) listener(view, before);
  }

  get canUndo(): boolean {
    return this.past.length > 0;
  }
  get canRedo(): boolean {
    return this.future.length > 0;
  }

  undo(): boolean {
    return this.step(this.past, this.future);
  }
  redo(): boolean {
    return this.step(this.future, this.past);
  }

  private step(from: View[], to: View[]): boolean {
    const found = from.pop();
    if (!found) return false;
    to.push(this.view);
    const undone = Object.fromEntries(UNDONE.map((key) => [key, found[key]]));
    this.become({ ...this.view, ...undone });
    return true;
  }
}

export function same(one: unknown, other: unknown): boolean {
  return one === other || JSON.stringify(one) === JSON.stringify(other);
}

export function hasFilters({ filters, focus }: View): boolean {
  return focus !== null || !same(filters, NO_FILTERS);
}

/** The filters with one row of the legend turned. */
export function turned(filters: Filters, group: FilterGroup, key: string): Filters {
  const off = filters.off[group] ?? [];
  const next = off.includes(key) ? off.filter((one) => one !== key) : [...off, key].sort();
  const { [group]: _, ...others } = filters.off;
  return { ...filters, off: next.length ? { ...others, [group]: next } : others };
}
