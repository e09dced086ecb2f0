"""One depth-first pass over the union: what breaks if a node, or a tie, is taken away?

`search` is written so that the same lines run as they are on small networks and compiled on
large ones (`kernels`). It follows the block–cut tree: below an articulation point, each subtree
that has no way around it becomes a piece of its own when it leaves.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from maillage.graph.adjacency import Adjacency, Bools, Ints, Longs
from maillage.graph.measures import kernels


@dataclass(frozen=True)
class Breaks:
    """For each node, what its component becomes without it; for each tie, whether it holds."""

    # Pieces that the node's own component falls into, and the size of the largest.
    pieces: Ints
    largest: Ints
    bridge: Bools
    # Component of each node, named by the first node met, and the size of each at that node.
    root: Ints
    size: Ints

    @property
    def articulation(self) -> Bools:
        return self.pieces > 1


def breaks(graph: Adjacency) -> Breaks:
    """Of an undirected graph."""
    n = graph.n
    work = [np.zeros(n, np.int32) for _ in range(9)]
    here, bridge = graph.indptr[:-1].copy(), np.zeros(graph.size, np.int8)
    inputs = (graph.indptr, graph.indices, graph.slots)
    kernels.run(search, graph.size, inputs, (*work, here, bridge))
    _, _, size, pieces, largest, root, cut, _, _ = work
    # Whatever is not cut off stays in one piece, on the side of the root.
    rest = size[root] - 1 - cut
    return Breaks(
        pieces + (rest > 0).astype(np.int32),
        np.maximum(largest, rest).astype(np.int32),
        bridge.astype(np.bool_),
        root,
        size,
    )


def search(  # noqa: PLR0917
    indptr: Longs,
    indices: Ints,
    slots: Ints,
    found: Ints,
    low: Ints,
    size: Ints,
    pieces: Ints,
    largest: Ints,
    root: Ints,
    cut: Ints,
    path: Ints,
    entry: Ints,
    here: Longs,
    bridge: Ints,
) -> None:
    """Depth first from every node not yet found.

    `size[v]` ends as the number of nodes below v, v included: at a root, its component. `cut[v]`
    counts those below v that lose the root when v leaves.
    """
    clock = 0
    for start in range(len(found)):
        if found[start]:
            continue
        clock += 1
        found[start] = low[start] = clock
        size[start], root[start], entry[start] = 1, start, -1
        path[0] = start
        depth = 1
        while depth:
            v = path[depth - 1]
            k = here[v]
            if k < indptr[v + 1]:
                here[v] = k + 1
                w = indices[k]
                if not found[w]:
                    clock += 1
                    found[w] = low[w] = clock
                    size[w], root[w], entry[w] = 1, start, slots[k]
                    path[depth] = w
                    depth += 1
                elif slots[k] != entry[v] and found[w] < low[v]:
                    low[v] = found[w]
                continue
            depth -= 1
            if depth:
                u = path[depth - 1]
                size[u] += size[v]
                low[u] = min(low[u], low[v])
                bridge[entry[v]] = 1 if low[v] > found[u] else 0
                if low[v] >= found[u]:
                    pieces[u] += 1
                    largest[u] = max(largest[u], size[v])
                    cut[u] += size[v]
