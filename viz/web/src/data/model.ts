// The scene as the explorer holds it: typed arrays, who is tied to whom, names found at once.
import type { Bounds, Caption, Fact, LegendRow, Numbers, Packed, Text } from './packed';

export const HOLLOW = 1;
export const HATCHED = 2;
export const REVIEW = 4;
export const HIDDEN = 8;
export const DIRECTED = 1;
export const PLANNED = 2;
export const BY_SOURCE = 4;
export const BY_TARGET = 8;

export const TIE_CODES = ['layer', 'kind', 'tier', 'standing', 'status'] as const;
export const NODE_CODES = ['sector', 'family', 'kind', 'departement', 'region'] as const;
export type TieCode = (typeof TIE_CODES)[number];
export type NodeCode = (typeof NODE_CODES)[number];

/** A column of codes and the names that they stand for. */
export interface Coded {
  codes: Int16Array;
  names: string[];
}

export interface Dates {
  start: string | null;
  end: string | null;
  first: string | null;
  last: string | null;
}

export class Model {
  readonly n: number;
  readonly m: number;
  readonly ids: string[];
  readonly labels: string[];
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly radius: Float32Array;
  readonly degree: Int32Array;
  readonly flags: Uint8Array;
  readonly island: Int32Array;
  readonly shape: Coded;
  readonly colour: Coded;
  readonly node: Record<NodeCode, Coded>;
  readonly tie: Record<TieCode, Coded>;
  readonly source: Int32Array;
  readonly target: Int32Array;
  readonly width: Float32Array;
  readonly bend: Float32Array;
  readonly tieFlags: Uint8Array;
  readonly dash: Uint8Array;
  /** Ties of node i: `tieAt[first[i] … first[i + 1]]`. */
  readonly first: Int32Array;
  readonly tieAt: Int32Array;
  private rows: Map<string, number> | null = null;
  private readonly plain: Uint8Array;
  private names: Int32Array | null = null;

  constructor(readonly packed: Packed) {
    const { nodes, ties, codes } = packed;
    this.n = nodes.id.length;
    this.m = ties.source.length;
    this.ids = nodes.id;
    this.labels = nodes.label;
    this.x = new Float64Array(nodes.x);
    this.y = new Float64Array(nodes.y);
    this.radius = new Float32Array(nodes.radius);
    this.degree = new Int32Array(nodes.degree);
    this.flags = new Uint8Array(nodes.flags);
    this.island = new Int32Array(nodes.island);
    const coded = (column: Numbers, table: string): Coded => ({
      codes: new Int16Array(column),
      names: codes[table] ?? [],
    });
    this.shape = coded(nodes.shape, 'shape');
    this.colour = coded(nodes.colour, 'colour');
    this.node = {
      sector: coded(nodes.sector, 'sector'),
      family: coded(nodes.family, 'family'),
      kind: coded(nodes.kind, 'kind'),
      departement: coded(nodes.departement, 'departement'),
      region: coded(nodes.region, 'region'),
    };
    this.tie = {
      layer: coded(ties.layer, 'layer'),
      kind: coded(ties.kind, 'tie'),
      tier: drawnTiers(coded(ties.tier, 'tier')),
      standing: coded(ties.standing, 'standing'),
      status: coded(ties.status, 'status'),
    };
    this.source = new Int32Array(ties.source);
    this.target = new Int32Array(ties.target);
    this.width = new Float32Array(ties.width);
    this.tieFlags = new Uint8Array(ties.flags);
    this.dash = new Uint8Array(ties.dash);
    this.bend = new Float32Array(ties.bend);
    const { codes: families, names: familyNames } = this.node.family;
    const plainCodes = familyNames.map((name) => name === 'pole' || name === 'gathering');
    this.plain = Uint8Array.from(families, (code) => (plainCodes[code] ? 1 : 0));
    [this.first, this.tieAt] = incidence(this.n, this.source, this.target);
  }

  get legend(): LegendRow[] {
    return this.packed.legend;
  }
  get caption(): Caption {
    return this.packed.caption;
  }
  get bounds(): Bounds {
    return this.packed.bounds;
  }
  get aggregated(): boolean {
    return this.packed.aggregated;
  }

  row(id: string): number {
    this.rows ??= new Map(this.ids.map((one, row) => [one, row]));
    return this.rows.get(id) ?? -1;
  }
  short(row: number): string {
    return this.packed.nodes.short[row] || this.labels[row];
  }
  polesOf(row: number): number[] {
    return Array.from(this.packed.nodes.poles[row]);
  }
  factsOf(row: number): Fact[] {
    return this.packed.nodes.facts[row] ?? [];
  }
  tieFacts(row: number): Fact[] {
    return this.packed.ties.facts[row] ?? [];
  }
  subtype(row: number): string {
    return this.packed.ties.subtype[row] ?? '';
  }
  weight(row: number): number {
    return this.packed.ties.weight[row];
  }
  sources(row: number): string[] {
    return this.packed.ties.sources[row] ?? [];
  }
  word(table: string, key: string): Text {
    return this.packed.words[`${table}:${key}`] ?? { fr: key, en: key };
  }
  key(table: NodeCode, row: number): string {
    const { codes, names } = this.node[table];
    return names[codes[row]] ?? '';
  }
  tieKey(table: TieCode, row: number): string {
    const { codes, names } = this.tie[table];
    return names[codes[row]] ?? '';
  }
  shapeOf(row: number): string {
    return this.shape.names[this.shape.codes[row]];
  }
  colourOf(row: number): string {
    return this.colour.names[this.colour.codes[row]];
  }
  has(row: number, flag: number): boolean {
    return (this.flags[row] & flag) !== 0;
  }
  isPole(row: number): boolean {
    return this.key('family', row) === 'pole';
  }
  /** Poles and gatherings are of no sector. */
  isPlain(row: number): boolean {
    return this.plain[row] === 1;
  }
  isDirected(tie: number): boolean {
    return (this.tieFlags[tie] & DIRECTED) !== 0;
  }
  other(tie: number, node: number): number {
    return this.source[tie] === node ? this.target[tie] : this.source[tie];
  }
  dates(tie: number): Dates {
    const { ties, codes } = this.packed;
    const at = (code: number): string | null => codes.date?.[code] ?? null;
    return {
      start: at(ties.start[tie]),
      end: at(ties.end[tie]),
      first: at(ties.first_observed[tie]),
      last: at(ties.last_observed[tie]),
    };
  }
  /** Rows in the order of their names. */
  byName(): Int32Array {
    if (!this.names) {
      const compare = new Intl.Collator('fr', { sensitivity: 'base', numeric: true }).compare;
      this.names = Int32Array.from(this.ids.keys()).sort(
        (a, b) => compare(this.labels[a], this.labels[b]) || a - b,
      );
    }
    return this.names;
  }
}

/** Affiliation is drawn as thin as a tie without tier: « autre » in the legend. */
function drawnTiers({ codes, names }: Coded): Coded {
  const shown = ['capital', 'means', 'none'];
  const to = names.map((name) => (shown.includes(name) ? shown.indexOf(name) : 2));
  return { codes: codes.map((code) => (code < 0 ? 2 : to[code])), names: shown };
}

function incidence(n: number, source: Int32Array, target: Int32Array): [Int32Array, Int32Array] {
  const first = new Int32Array(n + 1);
  for (let tie = 0; tie < source.length; tie += 1) {
    first[source[tie] + 1] += 1;
    if (target[tie] !== source[tie]) first[target[tie] + 1] += 1;
  }
  for (let row = 0; row < n; row += 1) first[row + 1] += first[row];
  const at = first.slice();
  const ties = new Int32Array(first[n]);
  for (let tie = 0; tie < source.length; tie += 1) {
    ties[at[source[tie]]++] = tie;
    if (target[tie] !== source[tie]) ties[at[target[tie]]++] = tie;
  }
  return [first, ties];
}
