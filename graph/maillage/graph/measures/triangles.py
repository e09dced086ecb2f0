"""Every triangle of a graph, once: brokerage, constraint, clustering and triads all need them."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from maillage.graph import kernels
from maillage.graph.adjacency import Adjacency, Ints, Longs

# Pairs of neighbours looked at together: bounds the memory, not the answer.
_BATCH = 4_000_000


@dataclass(frozen=True)
class Triangles:
    """Triangle t joins nodes a < b < c; `ab`, `ac`, `bc` number its ties in the adjacency."""

    a: Ints
    b: Ints
    c: Ints
    ab: Ints
    ac: Ints
    bc: Ints

    def __len__(self) -> int:
        return len(self.a)

    def at_nodes(self, n: int) -> Longs:
        """How many triangles each node is in."""
        corners = np.concatenate([self.a, self.b, self.c])
        return np.bincount(corners, minlength=n).astype(np.int64)

    def at_ties(self, ties: int) -> Longs:
        """How many triangles each tie is in."""
        sides = np.concatenate([self.ab, self.ac, self.bc])
        return np.bincount(sides, minlength=ties).astype(np.int64)


def triangles(graph: Adjacency) -> Triangles:
    """List the triangles of an undirected graph.

    Each tie points from its end of lower degree, so that hubs have few ties to pair up: the pairs
    looked at grow as L^1.5 at worst.
    """
    found = _compiled(graph) if kernels.at_hand(graph.size) else _in_batches(graph)
    return Triangles(*found.T)


def _in_batches(graph: Adjacency) -> NDArray[np.int32]:
    """Pair up the ties of each row, and look the third side up among the ties."""
    keys = graph.source.astype(np.int64) * graph.n + graph.target
    head, tail, slot, pairs = _oriented(graph)
    found = [np.empty((0, 6), np.int32)]
    for low, high in _batches(pairs):
        first = np.repeat(np.arange(low, high), pairs[low:high])
        # The partner of the p-th tie of a row is each of those after it.
        start = np.cumsum(pairs[low:high]) - pairs[low:high]
        second = first + 1 + np.arange(len(first)) - np.repeat(start, pairs[low:high])
        left, right = np.minimum(tail[first], tail[second]), np.maximum(tail[first], tail[second])
        wanted = left.astype(np.int64) * graph.n + right
        place = np.minimum(np.searchsorted(keys, wanted), len(keys) - 1)
        closed = keys[place] == wanted
        sides = slot[first[closed]], slot[second[closed]], place[closed]
        found.append(_sorted(graph, head[first[closed]], *sides))
    return np.concatenate(found)


def _compiled(graph: Adjacency) -> NDArray[np.int32]:
    """The same rows, in another order."""
    starts = np.zeros(graph.n + 2, np.int64)
    tail, slot = np.empty(graph.size, np.int32), np.empty(graph.size, np.int32)
    kernels.compiled(orient)(graph.source, graph.target, graph.degree, starts, tail, slot)
    mark, count = np.full(graph.n, -1, np.int32), np.zeros(1, np.int64)
    walk, room = kernels.compiled(walk_rows), graph.size
    while True:
        found = np.empty((room, 6), np.int32)
        walk(starts, tail, slot, mark, found, count)
        if count[0] <= room:
            return found[: count[0]]
        room = int(count[0])


def orient(  # noqa: PLR0917 -- a kernel takes its arrays by place
    source: Ints, target: Ints, degree: Longs, starts: Longs, tail: Ints, slot: Ints
) -> None:
    """Sort ties into the rows of their end of lower degree: row u is starts[u]:starts[u + 1]."""
    for k in range(len(source)):
        u, v = source[k], target[k]
        starts[(v if degree[u] > degree[v] else u) + 2] += 1
    for u in range(2, len(starts)):
        starts[u] += starts[u - 1]
    # Filling a row moves its start to its end, which is where the next one starts.
    for k in range(len(source)):
        u, v = source[k], target[k]
        if degree[u] > degree[v]:
            u, v = v, u
        place = starts[u + 1]
        starts[u + 1] = place + 1
        tail[place], slot[place] = v, k


def walk_rows(  # noqa: PLR0917 -- a kernel takes its arrays by place
    starts: Longs, tail: Ints, slot: Ints, mark: Ints, found: NDArray[np.int32], count: Longs
) -> None:
    """Mark the ends of a row, then walk the rows of those ends; write as many as there is room."""
    total = 0
    for u in range(len(mark)):
        for k in range(starts[u], starts[u + 1]):
            mark[tail[k]] = slot[k]
        for k in range(starts[u], starts[u + 1]):
            v = tail[k]
            for other in range(starts[v], starts[v + 1]):
                w = tail[other]
                if mark[w] < 0:
                    continue
                if total < len(found):
                    a, b, c, ab, ac, bc = u, v, w, slot[k], mark[w], slot[other]
                    if a > b:
                        a, b, ac, bc = b, a, bc, ac
                    if b > c:
                        b, c, ab, ac = c, b, ac, ab
                    if a > b:
                        a, b, ac, bc = b, a, bc, ac
                    row = found[total]
                    row[0], row[1], row[2], row[3], row[4], row[5] = a, b, c, ab, ac, bc
                total += 1
        for k in range(starts[u], starts[u + 1]):
            mark[tail[k]] = -1
    count[0] = total


def _oriented(graph: Adjacency) -> tuple[Ints, Ints, Ints, Longs]:
    """Ties out of their end of lower degree, by row; and how many ties follow each in its row."""
    degree = graph.degree
    swap = degree[graph.source] > degree[graph.target]
    head = np.where(swap, graph.target, graph.source)
    tail = np.where(swap, graph.source, graph.target)
    order = np.argsort(head, kind="stable")
    head = head[order]
    ends = np.cumsum(np.bincount(head, minlength=graph.n))
    following = ends[head] - np.arange(1, len(head) + 1)
    return head, tail[order], order.astype(np.int32), following


def _batches(pairs: Longs) -> list[tuple[int, int]]:
    if not len(pairs):
        return []
    batch = np.cumsum(pairs) // _BATCH
    cuts = [0, *(np.flatnonzero(np.diff(batch)) + 1).tolist(), len(pairs)]
    return list(pairwise(cuts))


def _sorted(
    graph: Adjacency, top: Ints, first: Ints, second: Ints, third: Longs
) -> NDArray[np.int32]:
    """Columns a, b, c, ab, ac, bc, from a corner, its two ties, and the tie opposite."""
    left, right = graph.source[third], graph.target[third]
    ahead = (graph.source[first] == left) | (graph.target[first] == left)
    to_left, to_right = np.where(ahead, first, second), np.where(ahead, second, first)
    low, mid = top < left, (top > left) & (top < right)
    a, b, c = np.sort(np.stack([top, left, right]), axis=0)
    ab = np.where(low | mid, to_left, third)
    ac = np.where(low, to_right, np.where(mid, third, to_left))
    bc = np.where(low, third, to_right)
    return np.stack([a, b, c, ab, ac, bc], axis=1).astype(np.int32)
