"""Steps through the stored graph: what paths and neighbourhoods are found with.

Ties are followed in either direction, through gatherings too; those planned or over are not.
"""

from __future__ import annotations

from collections.abc import Mapping
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
            return self._rows[actor]
        except KeyError:
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

    def among(self, nodes: Longs) -> Ints:
        """The ties that are followed and have both ends among these nodes."""
        inside = np.zeros(self.near.n, np.bool_)
        inside[nodes] = True
        starts, lines = self._touching
        met = lines[_places(starts, nodes)]
        ties = self.graph.ties
        found: Ints = np.unique(met[inside[ties.source[met]] & inside[ties.target[met]]])
        return found

    @cached_property
    def _rows(self) -> Mapping[str, int]:
        return {id_: row for row, id_ in enumerate(self.graph.actors.ids)}

    @cached_property
    def _touching(self) -> tuple[Longs, Longs]:
        """The ties that are followed by the actor that they touch, one actor after the other."""
        ties, lines = self.graph.ties, np.flatnonzero(self.alive)
        ends = np.concatenate([ties.source[lines], ties.target[lines]])
        order = np.argsort(ends, kind="stable")
        counts = np.bincount(ends, minlength=self.near.n)
        return np.concatenate([[0], np.cumsum(counts)]), np.tile(lines, 2)[order]

    def _neighbours(self, nodes: Longs) -> Ints:
        """The rows of several nodes, one after the other."""
        met: Ints = self.near.indices[_places(self.near.indptr, nodes)]
        return met


def _places(starts: Longs, nodes: Longs) -> Longs:
    """Where the entries of several rows stand, one row after the other."""
    first, last = starts[nodes], starts[nodes + 1]
    lengths = last - first
    before = np.cumsum(lengths) - lengths
    places: Longs = np.repeat(first - before, lengths) + np.arange(lengths.sum())
    return places
