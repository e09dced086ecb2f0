"""Distances from every node to every other, 64 sources to a machine word.

A word of bits at each node says which of 64 sources have reached it. One step of all searches
at once is an OR over the ties, so that the sums that closeness, harmonic centrality and
reachability need come out as whole numbers without ever listing a distance.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from maillage.graph.adjacency import Adjacency, Floats, Longs, Numbers
from maillage.graph.measures.study import Study

Words = NDArray[np.uint64]
# Words looked at together: bounds the memory, not the answer.
_BATCH_WORDS = 2_000_000
# Words pulled along ties in all: half a minute of one core.
MOST_WORK = 8_000_000_000


@dataclass(frozen=True)
class Reach:
    """For each node, over the other nodes from which a path leads to it."""

    # How many there are, and the sums of their distances and of the inverses.
    count: Numbers
    far: Numbers
    near: Floats

    def scaled(self, factor: float) -> Reach:
        return Reach(self.count * factor, self.far * factor, self.near * factor)


def reach(graph: Adjacency, sources: Longs | None = None) -> Reach | None:
    """Incoming distances to every node, from all or some; None where that would take too long."""
    sources = np.arange(graph.n) if sources is None else sources
    count, far = np.zeros(graph.n, np.int64), np.zeros(graph.n, np.int64)
    near = np.zeros(graph.n)
    pull, work, words = _Pull(graph), 0, (len(sources) + 63) // 64
    batch = max(1, _BATCH_WORDS // max(len(pull.sources), 1))
    for first in range(0, words, batch):
        seen = _start(graph.n, sources[64 * first : 64 * (first + batch)])
        front, distance = seen.copy(), 0
        while front.any():
            front = pull(front) & ~seen
            seen |= front
            distance += 1
            met = np.bitwise_count(front).sum(axis=1, dtype=np.int64)
            count += met
            far += met * distance
            near += met / distance
            work += len(pull.sources) * seen.shape[1]
            # Long chains take as many steps in each batch: give up in the first, not the last.
            if work * words > MOST_WORK * min(first + batch, words):
                return None
    return Reach(count, far, near)


def incoming(study: Study) -> Reach | None:
    """Distances along the arcs, or ties, of what is studied."""
    return reach(study.binary)


def ancestors(graph: Adjacency) -> Words:
    """Bits of the nodes from which each node is reached, itself included. n²/8 bytes."""
    seen, pull = _start(graph.n, np.arange(graph.n)), _Pull(graph)
    front = seen
    while front.any():
        front = pull(front) & ~seen
        seen = seen | front
    return seen


class _Pull:
    """OR of the words of the in-neighbours of each node."""

    def __init__(self, graph: Adjacency) -> None:
        incoming = graph.reversed
        self.n, self.sources = graph.n, incoming.indices
        self.fed = np.flatnonzero(np.diff(incoming.indptr))
        self.starts = incoming.indptr[:-1][self.fed]

    def __call__(self, words: Words) -> Words:
        pulled = np.zeros_like(words)
        if len(self.fed):
            pulled[self.fed] = np.bitwise_or.reduceat(words[self.sources], self.starts, axis=0)
        return pulled


def _start(n: int, sources: Longs) -> Words:
    """The k-th source holds bit k: bit k mod 64 of word k div 64."""
    bits = np.arange(len(sources))
    words = np.zeros((n, (len(sources) + 63) // 64), np.uint64)
    words[sources, bits // 64] = np.uint64(1) << (bits % 64).astype(np.uint64)
    return words
