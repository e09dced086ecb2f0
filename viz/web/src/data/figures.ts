// What the server says of the view: the shapes of its results, and what to ask for.
import type { Api } from '../api';
import { Problem } from '../api';
import type { Model } from './model';
import type { Shown } from './filters';

export interface Result {
  measure: string;
  variant: string;
  value: unknown;
  reason: string | null;
  n: number;
  ties: number;
  groups: string[] | null;
  group_sizes?: Record<string, number>;
  expected?: number | null;
  interval?: { low: number; high: number; level?: number };
  bounds?: { low: number | null; high: number | null; undecided_nodes: number };
  p?: number | null;
  left_out?: LeftOut;
  view_left_out?: LeftOut;
}
interface LeftOut {
  nodes?: Record<string, number>;
  ties?: Record<string, number>;
}

export interface FigureSet {
  by: string;
  groups: string[];
  sizes: Record<string, number>;
  /** Upper triangle, by the order of `groups`. */
  observed: number[][];
  expected: Record<string, number>;
  z: Record<string, number>;
  ei: Result | null;
  /** Organisations and ties that the view keeps. */
  nodes: number;
  ties: number;
  leftOut: { nodes: Record<string, number>; ties: Record<string, number> };
  /** The figures are of the whole network: the server cannot take the filters. */
  whole: boolean;
}

const NAMES = ['mixing_matrix', 'mixing_perm_expected', 'mixing_perm_z', 'ei_network'];
export const PERMUTATIONS = 1000;

export interface Asked {
  by: string;
  view: string;
  at: string | null;
}

interface Cut {
  without?: { nodes: string[]; ties: string[] };
  only?: { nodes: string[]; ties: string[] };
}

/** What the filters hide of the scene, or what they keep, whichever is shorter; null hides nothing. */
export function cutOf(model: Model, shown: Shown): Cut | null {
  if (shown.nNodes === model.n && shown.nTies === model.m) return null;
  const keep = shown.nNodes + shown.nTies < (model.n + model.m) / 2;
  const nodes = model.ids.filter((_, row) => shown.nodes[row] === (keep ? 1 : 0));
  // A tie that loses an end is hidden with it.
  const ties = model.tieIds.filter((_, tie) => shown.ties[tie] === (keep ? 1 : 0) && (keep || (shown.nodes[model.source[tie]] && shown.nodes[model.target[tie]])));
  return keep ? { only: { nodes, ties } } : { without: { nodes, ties } };
}

/** The figures of what is shown; of the whole network where the server knows no better. */
export async function figuresOf(api: Api, asked: Asked, cut: Cut | null, signal: AbortSignal): Promise<FigureSet> {
  const at: Record<string, string> = asked.at ? { at: asked.at } : {};
  if (cut) {
    try {
      const body = { names: NAMES, by: asked.by, view: asked.view, ...at, permutations: PERMUTATIONS, seed: 1, ...cut };
      const { results } = await api.post<{ results: Result[] }>('measures', body, signal);
      return setOf(asked.by, results, false);
    } catch (error) {
      if (!(error instanceof Problem) || ![404, 405].includes(error.status)) throw error;
    }
  }
  const query = new URLSearchParams({ by: asked.by, view: asked.view, ...at });
  const one = (name: string): Promise<Result[]> => {
    const more = name === 'ei_network' ? `&permutations=${PERMUTATIONS}&seed=1` : '';
    return api.get<{ results: Result[] }>(`measures/${name}?${query}${more}`, signal).then(({ results }) => results);
  };
  return setOf(asked.by, (await Promise.all(NAMES.map(one))).flat(), cut !== null);
}

function setOf(by: string, results: Result[], whole: boolean): FigureSet {
  const find = (name: string, variants: string[]): Result | undefined => results.find((one) => one.measure === name && variants.includes(one.variant));
  const mixing = find('mixing_matrix', ['upper_triangle', '']);
  const table = (mixing?.value ?? { groups: [], matrix: [] }) as { groups: string[]; matrix: number[][] };
  const ei = find('ei_network', ['']) ?? null;
  const left = [mixing?.view_left_out, ei?.left_out];
  return {
    by,
    groups: table.groups,
    sizes: mixing?.group_sizes ?? {},
    observed: table.matrix,
    expected: (find('mixing_perm_expected', [''])?.value ?? {}) as Record<string, number>,
    z: (find('mixing_perm_z', [''])?.value ?? {}) as Record<string, number>,
    ei,
    nodes: mixing?.n ?? 0,
    ties: mixing?.ties ?? 0,
    leftOut: { nodes: merged(left.map((one) => one?.nodes)), ties: merged(left.map((one) => one?.ties)) },
    whole,
  };
}

function merged(maps: (Record<string, number> | undefined)[]): Record<string, number> {
  return Object.assign({}, ...maps) as Record<string, number>;
}

export const pair = (a: string, b: string): string => (a < b ? `${a}|${b}` : `${b}|${a}`);

/** Steps of the diverging ramp: 0 far fewer … 3 as chance … 6 far more. */
export function stepOfZ(z: number): number {
  const size = Math.abs(z) >= 3 ? 3 : Math.abs(z) >= 2 ? 2 : Math.abs(z) >= 1 ? 1 : 0;
  return 3 + Math.sign(z) * size;
}

export const SIGNS = ['▼▼▼', '▼▼', '▼', '=', '▲', '▲▲', '▲▲▲'];
