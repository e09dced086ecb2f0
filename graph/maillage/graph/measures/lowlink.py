"""One depth-first pass over the union: what breaks if a node, or a tie, is taken away?

`search` is written so that the same lines run as they are on small networks and compiled on
large ones (`kernels`). It follows the block–cut tree: below an articulation point, each subtree
that has no way around it becomes a piece of its own when it leaves.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from maillage.graph import kernels
from maillage.graph.adjacency import Adjacency, Bools, Ints, Longs


@dataclass(frozen=True)
class Breaks:
    """For each node, what its component becomes without it; for each tie, whether it holds."""

    # Pieces that the node's own component falls into, and the size of the largest.
    pieces: Ints
    largest: Ints
    bridge: Bools
    # For each node, the number of its component (not in order) and its size.
    component: Ints
    size: Ints

    @property
    def articulation(self) -> Bools:
        return self.pieces > 1


def breaks(graph: Adjacency) -> Breaks:
    """Of an undirected graph."""
    n = graph.n
    met, start = np.zeros(n, np.int32), np.zeros(n + 1, np.int32)
    node, low, size, pieces, largest, cut, parent = (np.zeros(n + 1, np.int32) for _ in range(7))
    here, bridge = np.zeros(n + 1, np.int64), np.zeros(graph.size, np.int8)
    inputs = (graph.indptr, graph.indices, graph.slots)
    by_turn = (node, low, size, pieces, largest, cut, parent, start)
    kernels.run(search, graph.size, inputs, (met, *by_turn, here, bridge))
    # What the search found at each turn, by node; turn 0 belongs to nobody.
    own = size[start][met]
    rest = own - 1 - cut[met]
    return Breaks(
        (pieces[met] + (rest > 0)).astype(np.int32),
        np.maximum(largest[met], rest).astype(np.int32),
        bridge.astype(np.bool_),
        start[met],
        own,
    )


def search(  # noqa: PLR0917 -- a kernel takes its arrays by place
    indptr: Longs,
    indices: Ints,
    slots: Ints,
    met: Ints,
    node: Ints,
    low: Ints,
    size: Ints,
    pieces: Ints,
    largest: Ints,
    cut: Ints,
    parent: Ints,
    start: Ints,
    here: Longs,
    bridge: Ints,
) -> None:
    """Depth first from every node not yet met; nodes are numbered by turn, from 1.

    All but `met` (the turn of each node) is kept by turn, so that what is used together lies
    together. `size[t]` ends as the number of nodes below t, t included: at a start, its
    component. `cut[t]` counts those below t that lose the start when t leaves.
    """
    turn = 0
    for first in range(len(met)):
        if met[first]:
            continue
        turn += 1
        origin = t = turn
        v, k = first, indptr[first]
        met[v], node[t], low[t], size[t], start[t], parent[t] = t, v, t, 1, t, 0
        while t:
            above, end, least = node[parent[t]], indptr[v + 1], low[t]
            fresh = -1
            while k < end:
                w = indices[k]
                k += 1
                seen = met[w]
                if seen == 0:
                    fresh = w
                    break
                if seen < least and (w != above or t == origin):
                    least = seen
            low[t] = least
            if fresh >= 0:
                here[t] = k
                turn += 1
                parent[turn] = t
                t, v, k = turn, fresh, indptr[fresh]
                met[v], node[t], low[t], size[t], start[t] = t, v, t, 1, origin
                continue
            u = parent[t]
            if u:
                size[u] += size[t]
                low[u] = min(low[u], least)
                if least >= u:
                    pieces[u] += 1
                    largest[u] = max(largest[u], size[t])
                    cut[u] += size[t]
                if least > u:
                    # The tie that led here is the one before where u goes on.
                    bridge[slots[here[u] - 1]] = 1
                v, k = node[u], here[u]
            t = u
