"""Steps through the stored graph: what paths and neighbourhoods are found with.

Ties are followed in either direction, through gatherings too; those planned or over are not.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from maillage.graph.adjacency import Adjacency
from maillage.graph.arrays import GraphColumns
from maillage.graph.dates import DateSpan
from maillage.graph.errors import NotFound

Bools = NDArray[np.bool_]
Ints = NDArray[np.int32]
Longs = NDArray[np.int64]

UNREACHED = -1


@dataclass(frozen=True, eq=False)
class Around:
    """A stored graph as somebody walks it at a date (or as things stand)."""

    graph: GraphColumns
    at: DateSpan | None = None

    def number(self, actor: str) -> int:
        try:
            return self.graph.actors.ids.index(actor)
        except ValueError:
            raise NotFound("not_found", what="actor", id=actor) from None

    @cached_property
    def alive(self) -> Bools:
        alive: Bools = ~self.graph.ties.planned & ~self.graph.ties.over(self.at)
        return alive

    @property
    def planned(self) -> int:
        return int(np.count_nonzero(self.graph.ties.planned))

    @property
    def over(self) -> int:
        """Ties not followed because they are over; planned ones are counted apart."""
        return len(self.alive) - int(np.count_nonzero(self.alive)) - self.planned

    @cached_property
    def near(self) -> Adjacency:
        ties = self.graph.ties
        ends = ties.source[self.alive], ties.target[self.alive]
        return Adjacency.of(len(self.graph.actors.ids), *ends, None, directed=False)

    def steps(self, start: int, within: int | None = None) -> Ints:
        """Steps from `start` to each actor; `UNREACHED` beyond `within` or without any way."""
        found = np.full(self.near.n, UNREACHED, np.int32)
        found[start] = 0
        frontier, step = np.array([start]), 0
        while len(frontier) and step != within:
            step += 1
            met = self._neighbours(frontier)
            frontier = np.unique(met[found[met] == UNREACHED])
            found[frontier] = step
        return found

    def _neighbours(self, nodes: Longs) -> Ints:
        """The rows of several nodes, one after the other."""
        first, last = self.near.indptr[nodes], self.near.indptr[nodes + 1]
        lengths = last - first
        before = np.cumsum(lengths) - lengths
        places = np.repeat(first - before, lengths) + np.arange(lengths.sum())
        met: Ints = self.near.indices[places]
        return met
