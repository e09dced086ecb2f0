"""How two actors are linked: every shortest path counted, with the ties that make each step.

Parallel ties make one step, not several paths.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from maillage.graph.around import UNREACHED, Around, Ints
from maillage.graph.arrays import GraphColumns
from maillage.graph.dates import DateSpan

MOST_PATHS = 10


@dataclass(frozen=True, slots=True)
class Path:
    """Actors from one end to the other, and for each step the ties between the two, by id."""

    actors: tuple[str, ...]
    ties: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Paths:
    """There are `count` shortest paths of `length` steps, of which some are given.

    `length` is None if there is none. Ties `planned` or `over` were not followed.
    """

    length: int | None
    count: int
    paths: tuple[Path, ...]
    planned: int = 0
    over: int = 0


def shortest_paths(
    graph: GraphColumns,
    source: str,
    target: str,
    *,
    at: DateSpan | None = None,
    most: int = MOST_PATHS,
) -> Paths:
    """All of them counted; the first `most`, in the order of the names on the way, given."""
    around = Around(graph, at)
    first, last = around.number(source), around.number(target)
    onwards = _Onwards(around, around.steps(last))
    length = int(onwards.left[first])
    if length == UNREACHED:
        return Paths(None, 0, (), around.planned, around.over)
    ways = [way for way, _ in zip(onwards.ways(first), range(most), strict=False)]
    paths = tuple(_path(around, way) for way in ways)
    return Paths(length, onwards.count(first), paths, around.planned, around.over)


@dataclass(frozen=True, eq=False)
class _Onwards:
    """From each actor, those that are one step nearer to the target; `left` counts the steps."""

    around: Around
    left: Ints

    def nearer(self, node: int) -> list[int]:
        near = self.around.near
        met = near.indices[near.indptr[node] : near.indptr[node + 1]]
        found: list[int] = met[self.left[met] == self.left[node] - 1].tolist()
        return found

    def count(self, start: int) -> int:
        """Exact: there can be more paths than a machine integer holds."""
        layers = [[start]]
        while self.left[layers[-1][0]]:
            layers.append(sorted({met for node in layers[-1] for met in self.nearer(node)}))
        counts = {layers[-1][0]: 1}
        for layer in reversed(layers[:-1]):
            counts |= {node: sum(counts[met] for met in self.nearer(node)) for node in layer}
        return counts[start]

    def ways(self, start: int) -> Iterator[list[int]]:
        """One after the other, so that the first few cost no more than themselves."""
        actors = self.around.graph.actors
        pending = [[start]]
        while pending:
            way = pending.pop()
            if not self.left[way[-1]]:
                yield way
                continue
            named = sorted(self.nearer(way[-1]), key=lambda n: (actors.names[n], actors.ids[n]))
            pending.extend([*way, node] for node in reversed(named))


def _path(around: Around, way: list[int]) -> Path:
    ids = around.graph.actors.ids
    steps = pairwise(way)
    return Path(tuple(ids[node] for node in way), tuple(_ties(around, *step) for step in steps))


def _ties(around: Around, one: int, other: int) -> tuple[str, ...]:
    ties = around.graph.ties
    here = (ties.source == one) & (ties.target == other)
    there = (ties.source == other) & (ties.target == one)
    return tuple(ties.ids[tie] for tie in np.flatnonzero(around.alive & (here | there)))
