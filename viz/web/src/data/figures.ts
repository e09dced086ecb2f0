// What the server says of the view that the filters leave: shapes of its answer, what to ask for.
import type { Api } from '../api';
import type { Model } from './model';
import type { Text } from './packed';
import type { Shown } from './filters';
import { patiently, type Job } from '../job';

export interface Result {
  measure: string;
  variant: string;
  value: unknown;
  reason: string | null;
  n: number;
  ties: number;
  expected?: number | null;
  interval?: { low: number; high: number; level?: number };
  bounds?: { low: number | null; high: number | null; undecided_nodes: number };
  p?: number | null;
}

export interface Group {
  key: string;
  label: string;
  letter: string | null;
  colour: string | null;
  size: number;
}

interface Answer {
  results: Result[];
  groups: Group[];
  nodes: number;
  ties: number;
  left_out: { reason: string; label: Text; nodes: number | null; ties: number | null }[];
  verdict: { code: string; sentence: Text };
}

export interface FigureSet extends Answer {
  /** Ties observed between two groups, whichever is named first. */
  observed(a: string, b: string): number;
  expected: Record<string, number>;
  z: Record<string, number>;
  ei: Result | null;
}

const NAMES = ['mixing_matrix', 'mixing_perm_expected', 'mixing_perm_z', 'ei_network'];
const PERMUTATIONS = 1000;
// As the picture's legend; other partitions keep the order of the server.
const ORDER = ['public', 'ess', 'private', 'mixed', 'citizens', 'unknown'];

export interface Asked {
  by: string;
  view: string;
  at: string | null;
}

interface Kept {
  nodes: string[];
  ties: string[];
}
export type Cut = Kept | { only: Kept };

/** What the filters hide of the scene, or what they keep, whichever is shorter; null hides nothing. */
export async function cutOf(api: Api, model: Model, shown: Shown): Promise<Cut | null> {
  if (shown.nNodes === model.n && shown.nTies === model.m) return null;
  const ids = await api.tieIds(model.packed);
  const keep = shown.nNodes + shown.nTies < (model.n + model.m) / 2;
  const wanted = keep ? 1 : 0;
  const nodes = model.ids.filter((_, row) => shown.nodes[row] === wanted);
  // A tie that loses an end is hidden with it: it need not be named.
  const ends = (tie: number): boolean => shown.nodes[model.source[tie]] === 1 && shown.nodes[model.target[tie]] === 1;
  const ties = ids.filter((_, tie) => shown.ties[tie] === wanted && (keep || ends(tie)));
  return keep ? { only: { nodes, ties } } : { nodes, ties };
}

export async function figuresOf(api: Api, { by, view, at }: Asked, cut: Cut | null, tell: (job: Job) => void, signal: AbortSignal): Promise<FigureSet> {
  const body = { names: NAMES, by, view, permutations: PERMUTATIONS, ...(at ? { at } : {}), ...(cut ? { without: cut } : {}) };
  const answer = await patiently<Answer>(api, () => api.post('measures', body, signal), tell, signal);
  const find = (name: string, variant = ''): Result | undefined => answer.results.find((one) => one.measure === name && one.variant === variant);
  const table = (find('mixing_matrix', 'upper_triangle')?.value ?? { groups: [], matrix: [] }) as { groups: string[]; matrix: number[][] };
  const place = new Map(table.groups.map((group, i) => [group, i]));
  const ranked = by === 'sector' || by === 'public_private';
  return {
    ...answer,
    groups: ranked ? [...answer.groups].sort((a, b) => ORDER.indexOf(a.key) - ORDER.indexOf(b.key)) : answer.groups,
    observed: (a, b) => {
      const [i, j] = [place.get(a) ?? -1, place.get(b) ?? -1];
      return table.matrix[Math.min(i, j)]?.[Math.max(i, j)] ?? 0;
    },
    expected: (find('mixing_perm_expected')?.value ?? {}) as Record<string, number>,
    z: (find('mixing_perm_z')?.value ?? {}) as Record<string, number>,
    ei: find('ei_network') ?? null,
  };
}

export const pair = (a: string, b: string): string => (a < b ? `${a}|${b}` : `${b}|${a}`);

/** Steps of the diverging ramp: 0 far fewer … 3 as chance … 6 far more. */
export function stepOfZ(z: number): number {
  const size = Math.abs(z) >= 3 ? 3 : Math.abs(z) >= 2 ? 2 : Math.abs(z) >= 1 ? 1 : 0;
  return 3 + Math.sign(z) * size;
}

export const SIGNS = ['▼▼▼', '▼▼', '▼', '=', '▲', '▲▲', '▲▲▲'];
