// Steps, paths and parts of what is shown.
import type { PathFound } from './filters';
import type { Model } from './model';

const LISTED_PATHS = 12;

/** Nodes within so many steps of `start`, itself left out, through the ties that are shown. */
export function within(model: Model, ties: Uint8Array, start: number, steps: number): number[] {
  const seen = new Uint8Array(model.n);
  seen[start] = 1;
  const found: number[] = [];
  let edge = [start];
  for (let step = 0; step < steps && edge.length; step += 1) {
    const next: number[] = [];
    for (const node of edge) {
      eachTie(model, ties, node, (_, near) => {
        if (seen[near]) return;
        seen[near] = 1;
        next.push(near);
      });
    }
    found.push(...next);
    edge = next;
  }
  return found;
}

/** Calls for each tie of a node that is shown, with the node at the other end. */
export function eachTie(model: Model, ties: Uint8Array, node: number, call: (tie: number, near: number) => void): void {
  for (let at = model.first[node]; at < model.first[node + 1]; at += 1) {
    const tie = model.tieAt[at];
    if (ties[tie]) call(tie, model.other(tie, node));
  }
}

export function tiesOf(model: Model, ties: Uint8Array, node: number): number[] {
  const found: number[] = [];
  eachTie(model, ties, node, (tie) => found.push(tie));
  return found;
}

/** All shortest paths are counted; the first few are listed, by nodes (parallel ties are one). */
export function shortestPaths(model: Model, ties: Uint8Array, from: number, to: number): PathFound {
  const far = new Int32Array(model.n).fill(-1);
  const ways = new Float64Array(model.n);
  far[from] = 0;
  ways[from] = 1;
  let edge = [from];
  while (edge.length && far[to] < 0) {
    const next: number[] = [];
    for (const node of edge) {
      for (const near of neighbours(model, ties, node)) {
        if (far[near] < 0) {
          far[near] = far[node] + 1;
          next.push(near);
        }
        if (far[near] === far[node] + 1) ways[near] += ways[node];
      }
    }
    edge = next;
  }
  const found: PathFound = { from, to, paths: [], nodes: [], total: from === to ? 0 : ways[to] };
  if (far[to] > 0) back(model, ties, far, to, [to], found);
  return found;
}

function back(model: Model, ties: Uint8Array, far: Int32Array, node: number, path: number[], found: PathFound): void {
  if (found.nodes.length >= LISTED_PATHS) return;
  if (far[node] === 0) {
    const nodes = [...path].reverse();
    found.nodes.push(nodes);
    found.paths.push(nodes.slice(1).flatMap((one, i) => between(model, ties, nodes[i], one)));
    return;
  }
  for (const near of neighbours(model, ties, node)) {
    if (far[near] === far[node] - 1) back(model, ties, far, near, [...path, near], found);
  }
}

/** Ties shown between two nodes. */
export function between(model: Model, ties: Uint8Array, one: number, other: number): number[] {
  const found: number[] = [];
  eachTie(model, ties, one, (tie, near) => {
    if (near === other) found.push(tie);
  });
  return found;
}

export function neighbours(model: Model, ties: Uint8Array, node: number): number[] {
  const found = new Set<number>();
  eachTie(model, ties, node, (_, near) => {
    if (near !== node) found.add(near);
  });
  return [...found];
}

/** The part that each shown node is in, and how many parts there are; `without` are taken away. */
export function parts(model: Model, nodes: Uint8Array, ties: Uint8Array, without: readonly number[] = []): { of: Int32Array; count: number } {
  const of = new Int32Array(model.n).fill(-1);
  const gone = new Set(without);
  let count = 0;
  const stack: number[] = [];
  for (let start = 0; start < model.n; start += 1) {
    if (!nodes[start] || of[start] >= 0 || gone.has(start)) continue;
    of[start] = count;
    stack.push(start);
    while (stack.length) {
      const node = stack.pop() as number;
      eachTie(model, ties, node, (_, near) => {
        if (of[near] >= 0 || gone.has(near)) return;
        of[near] = count;
        stack.push(near);
      });
    }
    count += 1;
  }
  return { of, count };
}
