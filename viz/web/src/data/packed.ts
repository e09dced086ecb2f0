// What `GET /scene` answers: `maillage.viz.scene_pack.Packed`. Row i of every column is one node
// or one tie; codes are indexes into `codes`, -1 is « none ».

/** A column of numbers. */
export type Numbers = Uint8Array | Int8Array | Uint16Array | Int16Array | Int32Array | Float64Array;
export interface Text {
  fr: string;
  en: string;
}
export interface Fact {
  field: string;
  value: string;
}
export type Sparse<T> = Record<string, T>;

export interface PackedNodes {
  id: string[];
  label: string[];
  x: Numbers;
  y: Numbers;
  radius: Numbers;
  degree: Numbers;
  neighbours: Numbers;
  kind: Numbers;
  family: Numbers;
  shape: Numbers;
  sector: Numbers;
  colour: Numbers;
  departement: Numbers;
  region: Numbers;
  island: Numbers;
  flags: Numbers;
  /** Empty where it is the label; no list at all where it always is. */
  short: string[];
  poles: Numbers[];
  stands_for: Sparse<{ least: number | null; most: number | null }>;
  value: Sparse<number>;
  facts: Sparse<Fact[]>;
}

export interface PackedTies {
  /** Empty in a large scene: see `Api.tieIds`. */
  id: string[];
  source: Numbers;
  target: Numbers;
  kind: Numbers;
  layer: Numbers;
  tier: Numbers;
  status: Numbers;
  standing: Numbers;
  width: Numbers;
  dash: Numbers;
  flags: Numbers;
  start: Numbers;
  end: Numbers;
  first_observed: Numbers;
  last_observed: Numbers;
  bend: Numbers;
  subtype: Sparse<string>;
  weight: Numbers;
  facts: Sparse<Fact[]>;
  sources: Sparse<string[]>;
}

export interface LegendRow {
  group: 'layer' | 'tier' | 'sector' | 'family' | 'standing' | 'status' | 'mark';
  key: string;
  label: Text;
  count: number;
  letter: string;
  colour: string;
  shape: string | null;
  width: number;
  dash: number[];
  hollow: boolean;
  hatched: boolean;
  filters: boolean;
}

export interface Caption {
  sentence: Text;
  nuance: Text;
  summary: Text;
  encoding: Text;
  nodes: number;
  ties: number;
  components: number;
  undated: number;
  left_out: { reason: string; count: number; label: Text }[];
}

export interface Bounds {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

export interface Packed {
  format: 'maillage-scene/1+columns';
  codes: Record<string, string[]>;
  dashes: number[][];
  nodes: PackedNodes;
  ties: PackedTies;
  hulls: { pole: number; members: Numbers; polygon: Numbers }[];
  labels: { node: Numbers; place: Numbers; min_zoom: Numbers; size: Numbers; bold: Numbers };
  legend: LegendRow[];
  caption: Caption;
  bounds: Bounds;
  words: Record<string, Text>;
  seed: number;
  revision: string;
  date: string | null;
  aggregated: boolean;
}
