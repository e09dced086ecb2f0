// What `GET /scene` answers: `maillage.viz.scene_pack.Packed`. Row i of every column is one node
// or one tie; codes are indexes into `codes`, -1 is « none ».
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
  x: number[];
  y: number[];
  radius: number[];
  degree: number[];
  neighbours: number[];
  kind: number[];
  family: number[];
  shape: number[];
  sector: number[];
  colour: number[];
  departement: number[];
  region: number[];
  island: number[];
  flags: number[];
  short: Sparse<string>;
  poles: Sparse<number[]>;
  stands_for: Sparse<{ least: number | null; most: number | null }>;
  value: Sparse<number>;
  facts: Sparse<Fact[]>;
}

export interface PackedTies {
  id: string[];
  source: number[];
  target: number[];
  kind: number[];
  layer: number[];
  tier: number[];
  status: number[];
  standing: number[];
  width: number[];
  dash: number[];
  flags: number[];
  start: number[];
  end: number[];
  first_observed: number[];
  last_observed: number[];
  bend: Sparse<number>;
  subtype: Sparse<string>;
  weight: Sparse<number>;
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
  hulls: { pole: number; members: number[]; polygon: number[] }[];
  labels: { node: number[]; place: number[]; min_zoom: number[]; size: number[]; bold: number[] };
  legend: LegendRow[];
  caption: Caption;
  bounds: Bounds;
  words: Record<string, Text>;
  seed: number;
  revision: string;
  date: string | null;
  aggregated: boolean;
}
