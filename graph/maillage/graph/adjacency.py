"""Adjacency: a graph without self-ties or parallel ties, in compressed rows of int32."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from maillage.graph import kernels

Ints = NDArray[np.int32]
Longs = NDArray[np.int64]
Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]
# Whole numbers or floats: counts or sums of weights.
Numbers = NDArray[Any]


@dataclass(frozen=True, eq=False)
class Adjacency:
    """A graph without self-ties or parallel ties.

    `source[k], target[k], weight[k]` list each tie once, sorted (source < target if undirected).
    `indptr, indices, data` are rows of out-ties (of all ties if undirected), neighbours sorted;
    `slots` gives for each entry of a row the number `k` of its tie.
    """

    n: int
    directed: bool
    source: Ints
    target: Ints
    weight: Floats

    @classmethod
    def of(
        cls, n: int, source: Ints, target: Ints, weight: Floats | None, *, directed: bool
    ) -> Adjacency:
        """Drop self-ties and merge parallel ties, summing their weights (1 each pair if None)."""
        keep = source != target
        source, target = source[keep], target[keep]
        if not directed:
            source, target = np.minimum(source, target), np.maximum(source, target)
        keys = source.astype(np.int64) * n + target
        if weight is None:
            unique = _distinct(np.sort(keys))
            sums = np.ones(len(unique))
        else:
            order = np.argsort(keys, kind="stable")
            unique, sums = _merge(keys[order], weight[keep][order])
        sources, targets = np.divmod(unique, max(n, 1))
        return cls(n, directed, sources.astype(np.int32), targets.astype(np.int32), sums)

    @property
    def size(self) -> int:
        """L: number of ties (of arcs if directed)."""
        return len(self.source)

    @cached_property
    def rows(self) -> tuple[Longs, Ints, Ints]:
        """`indptr, indices, slots`."""
        if self.directed:
            return _starts(self.n, self.source), self.target, np.arange(self.size, dtype=np.int32)
        heads = np.concatenate([self.source, self.target])
        starts, tails = _starts(self.n, heads), np.concatenate([self.target, self.source])
        if kernels.at_hand(self.size):
            indices, slots = np.empty_like(tails), np.empty_like(tails)
            kernels.compiled(fill_rows)(self.source, self.target, starts.copy(), indices, slots)
            return starts, indices, slots
        order = np.argsort(heads.astype(np.int64) * self.n + tails)
        slots = np.tile(np.arange(self.size, dtype=np.int32), 2)
        return starts, tails[order], slots[order]

    @property
    def indptr(self) -> Longs:
        return self.rows[0]

    @property
    def indices(self) -> Ints:
        return self.rows[1]

    @property
    def slots(self) -> Ints:
        return self.rows[2]

    @property
    def data(self) -> Floats:
        return self.weight[self.slots]

    @cached_property
    def reversed(self) -> Adjacency:
        """The same ties read backwards; itself if undirected."""
        if not self.directed:
            return self
        order = np.argsort(self.target.astype(np.int64) * self.n + self.source)
        source, target, weight = self.target[order], self.source[order], self.weight[order]
        return Adjacency(self.n, self.directed, source, target, weight)

    @cached_property
    def union(self) -> Adjacency:
        """Undirected: a tie if either arc, weights summed; itself if undirected."""
        if not self.directed:
            return self
        return Adjacency.of(self.n, self.source, self.target, self.weight, directed=False)

    @cached_property
    def degree(self) -> Longs:
        """Neighbours (out-neighbours if directed)."""
        return np.diff(self.indptr)

    def touching(self, values: Floats) -> Floats:
        """For each node the sum of a value of its ties, in either direction."""
        heads = np.bincount(self.source, values, self.n)
        tails = np.bincount(self.target, values, self.n)
        return (heads + tails).astype(np.float64)

    @cached_property
    def isolates(self) -> int:
        """Nodes without any tie, in either direction."""
        touched = np.zeros(self.n, np.bool_)
        touched[self.source] = True
        touched[self.target] = True
        return self.n - int(np.count_nonzero(touched))

    def induced(self, kept: Bools) -> Adjacency:
        """Only these nodes, renumbered in order, and the ties between them."""
        number = np.cumsum(kept, dtype=np.int32) - 1
        inside = kept[self.source] & kept[self.target]
        return Adjacency(
            int(np.count_nonzero(kept)),
            self.directed,
            number[self.source[inside]].astype(np.int32),
            number[self.target[inside]].astype(np.int32),
            self.weight[inside],
        )


def fill_rows(source: Ints, target: Ints, place: Longs, indices: Ints, slots: Ints) -> None:
    """Rows in order without sorting: the ties are sorted, and source < target.

    So the neighbours below each node come first, in order, and then those above it.
    """
    for k in range(len(source)):
        row = place[target[k]]
        indices[row], slots[row] = source[k], k
        place[target[k]] = row + 1
    for k in range(len(source)):
        row = place[source[k]]
        indices[row], slots[row] = target[k], k
        place[source[k]] = row + 1


def _distinct(ordered: Longs) -> Longs:
    return ordered[_firsts(ordered)]


def _firsts(ordered: Longs) -> Bools:
    first = np.ones(len(ordered), np.bool_)
    np.not_equal(ordered[1:], ordered[:-1], out=first[1:])
    return first


def _merge(ordered: Longs, weight: Floats) -> tuple[Longs, Floats]:
    first = _firsts(ordered)
    if first.all():
        return ordered, weight
    return ordered[first], np.add.reduceat(weight, np.flatnonzero(first))


def _starts(n: int, source: Ints) -> Longs:
    indptr = np.zeros(n + 1, np.int64)
    np.cumsum(np.bincount(source, minlength=n), out=indptr[1:])
    return indptr
