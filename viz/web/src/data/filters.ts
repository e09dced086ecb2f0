// Which marks the filters leave, and how many each row of the legend would leave.
import type { Model } from './model';
import { TIE_CODES } from './model';
import { aliveAt, isGuessedAt, parseSpan } from './dates';
import type { Filters, Focus } from '../state';
import { shortestPaths, within } from './graph';

export interface Shown {
  nodes: Uint8Array;
  ties: Uint8Array;
  /** Nodes that a filter on ties left without any: kept in place, drawn pale. */
  faded: Uint8Array;
  nNodes: number;
  nTies: number;
  /** Ties kept at the date asked though nothing says that they were there by then. */
  guessed: number;
  /** Beside the rows of the legend, by `group:key`: counted when they are first read. */
  readonly counts: ReadonlyMap<string, number>;
  /** Who the focus is about and is not in the network: nothing is narrowed then. */
  missing: string | null;
  /** Ties on the shortest paths, when that is the focus. */
  path: PathFound | null;
}

export interface PathFound {
  from: number;
  to: number;
  /** Some of the shortest paths, each a list of ties; `total` counts them all. */
  paths: number[][];
  nodes: number[][];
  total: number;
}

/** Everything that a mark must pass; `except` leaves one group of the legend aside. */
class Tests {
  private readonly off: Map<string, Uint8Array>;
  private readonly tieTests: { group: string; hidden: Uint8Array; codes: Int16Array }[];
  private readonly alive: Uint8Array | null;
  private readonly of: Uint8Array | null;

  constructor(
    private readonly model: Model,
    filters: Filters,
  ) {
    this.off = new Map();
    for (const group of [...TIE_CODES, 'sector', 'family'] as const) {
      const names = group === 'sector' || group === 'family' ? model.node[group].names : model.tie[group].names;
      const hidden = filters.off[group];
      if (hidden?.length) this.off.set(group, Uint8Array.from(names, (name) => (hidden.includes(name) ? 1 : 0)));
    }
    this.tieTests = TIE_CODES.flatMap((group) => {
      const hidden = this.off.get(group);
      return hidden ? [{ group, hidden, codes: model.tie[group].codes }] : [];
    });
    this.alive = filters.at ? alive(model, filters.at) : null;
    this.of = places(model, filters);
  }

  node(row: number, except = ''): boolean {
    if (this.of && !this.of[row]) return false;
    const families = except === 'family' ? undefined : this.off.get('family');
    if (families?.[this.model.node.family.codes[row]]) return false;
    const sectors = except === 'sector' ? undefined : this.off.get('sector');
    return !(sectors?.[this.model.node.sector.codes[row]] && !this.model.isPlain(row));
  }

  tie(tie: number, except = ''): boolean {
    if (this.alive && !this.alive[tie]) return false;
    for (const { group, hidden, codes } of this.tieTests) if (group !== except && hidden[codes[tie]]) return false;
    return true;
  }

  get onNodes(): boolean {
    return this.of !== null || this.off.has('family') || this.off.has('sector');
  }

  get onTies(): boolean {
    return Boolean(this.alive) || TIE_CODES.some((group) => this.off.has(group));
  }
}

export function applyFilters(model: Model, filters: Filters, focus: Focus | null): Shown {
  const tests = new Tests(model, filters);
  const missing = missingIn(model, focus);
  const narrowed = focus !== null && missing === null;
  let counts: Map<string, number> | null = null;
  const shown: Shown = {
    // Without a filter everything is there: there is nothing to look at.
    nodes: new Uint8Array(model.n).fill(tests.onNodes ? 0 : 1),
    ties: new Uint8Array(model.m).fill(tests.onNodes || tests.onTies ? 0 : 1),
    faded: new Uint8Array(model.n),
    nNodes: 0,
    nTies: 0,
    guessed: 0,
    get counts() {
      return (counts ??= tally(model, shown, tests, narrowed));
    },
    missing,
    path: null,
  };
  if (tests.onNodes) for (let row = 0; row < model.n; row += 1) shown.nodes[row] = tests.node(row) ? 1 : 0;
  if (tests.onNodes || tests.onTies) for (let tie = 0; tie < model.m; tie += 1) shown.ties[tie] = both(model, shown.nodes, tie) && tests.tie(tie) ? 1 : 0;
  if (narrowed) narrow(model, shown, focus);
  fade(model, shown, tests);
  for (const flag of shown.nodes) shown.nNodes += flag;
  for (const flag of shown.ties) shown.nTies += flag;
  const asked = filters.at ? parseSpan(filters.at) : null;
  if (asked) for (let tie = 0; tie < model.m; tie += 1) if (shown.ties[tie] && isGuessedAt(model.dates(tie), asked)) shown.guessed += 1;
  return shown;
}

function missingIn(model: Model, focus: Focus | null): string | null {
  const asked = !focus ? [] : focus.kind === 'ego' ? [focus.id] : [focus.from, focus.to];
  return asked.find((id) => model.row(id) < 0) ?? null;
}

function both(model: Model, nodes: Uint8Array, tie: number): boolean {
  return nodes[model.source[tie]] === 1 && nodes[model.target[tie]] === 1;
}

/** An ego or a path keeps only what it reaches, through what the other filters leave. */
function narrow(model: Model, shown: Shown, focus: Focus): void {
  const keep = new Uint8Array(model.n);
  if (focus.kind === 'ego') {
    const start = model.row(focus.id);
    keep[start] = 1;
    for (const row of within(model, shown.ties, start, focus.steps)) keep[row] = 1;
  } else {
    const [from, to] = [model.row(focus.from), model.row(focus.to)];
    shown.path = shortestPaths(model, shown.ties, from, to);
    keep[from] = keep[to] = 1;
    const onPath = new Uint8Array(model.m);
    for (const path of shown.path.nodes) for (const row of path) keep[row] = 1;
    for (const path of shown.path.paths) for (const tie of path) onPath[tie] = 1;
    for (let tie = 0; tie < model.m; tie += 1) shown.ties[tie] &= onPath[tie];
  }
  for (let row = 0; row < model.n; row += 1) shown.nodes[row] &= keep[row];
  for (let tie = 0; tie < model.m; tie += 1) if (!both(model, shown.nodes, tie)) shown.ties[tie] = 0;
}

/** Counts beside the rows of the legend: what the other filters leave. */
function tally(model: Model, shown: Shown, tests: Tests, focused: boolean): Map<string, number> {
  const found = new Map<string, number>();
  const put = (group: string, names: readonly string[], counts: Int32Array): void => names.forEach((name, code) => counts[code] && found.set(`${group}:${name}`, counts[code]));
  for (const group of ['family', 'sector'] as const) {
    const { codes, names } = model.node[group];
    const counts = new Int32Array(names.length);
    for (let row = 0; row < model.n; row += 1) {
      if ((focused && !shown.nodes[row]) || (group === 'sector' && model.isPlain(row))) continue;
      if (tests.node(row, group)) counts[codes[row]] += 1;
    }
    put(group, names, counts);
  }
  for (const group of TIE_CODES) {
    const { codes, names } = model.tie[group];
    const counts = new Int32Array(names.length);
    for (let tie = 0; tie < model.m; tie += 1) {
      if (!both(model, shown.nodes, tie) || (focused && shown.path && !shown.ties[tie])) continue;
      if (tests.tie(tie, group)) counts[codes[tie]] += 1;
    }
    put(group, names, counts);
  }
  return found;
}

function fade(model: Model, shown: Shown, tests: Tests): void {
  if (!tests.onTies) return;
  shown.faded.fill(1);
  for (let tie = 0; tie < model.m; tie += 1) {
    if (shown.ties[tie]) shown.faded[model.source[tie]] = shown.faded[model.target[tie]] = 0;
  }
  for (let row = 0; row < model.n; row += 1) if (!model.degree[row]) shown.faded[row] = 0;
}

function alive(model: Model, at: string): Uint8Array {
  const asked = parseSpan(at);
  const found = new Uint8Array(model.m).fill(1);
  if (asked) for (let tie = 0; tie < model.m; tie += 1) found[tie] = aliveAt(model.dates(tie), asked) ? 1 : 0;
  return found;
}

/** Marks of the poles and départements asked for; null asks for none. */
function places(model: Model, filters: Filters): Uint8Array | null {
  if (!filters.poles.length && !filters.departements.length && !filters.review) return null;
  const poles = new Set(filters.poles.map((id) => model.row(id)));
  const { codes, names } = model.node.departement;
  const wanted = new Set(filters.departements.map((name) => names.indexOf(name)));
  const found = new Uint8Array(model.n);
  for (let row = 0; row < model.n; row += 1) {
    const inPole = !poles.size || poles.has(row) || poles.has(model.island[row]) || model.polesOf(row).some((pole) => poles.has(pole));
    const inPlace = !wanted.size || wanted.has(codes[row]);
    found[row] = inPole && inPlace && (!filters.review || model.has(row, 4)) ? 1 : 0;
  }
  return found;
}
