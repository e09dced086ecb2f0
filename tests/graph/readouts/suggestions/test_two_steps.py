"""Partners in common against networkx, and against their definition on directed links."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from math import isclose, log

import networkx as nx
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from maillage.graph import kernels
from maillage.graph.adjacency import Adjacency
from maillage.graph.readouts.suggestions.two_steps import (
    NOBODY,
    Index,
    shared,
    strangers,
    worth,
)

ENDS = st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9)), max_size=30)


Pairs = list[tuple[int, int]]


def common_neighbours(graph: nx.Graph[int], pairs: Pairs) -> Iterator[tuple[int, int, float]]:
    return ((a, b, len(list(nx.common_neighbors(graph, a, b)))) for a, b in pairs)


OF_NETWORKX: dict[Index, Callable[[nx.Graph[int], Pairs], Iterable[tuple[int, int, float]]]] = {
    "adamic_adar": nx.adamic_adar_index,
    "resource_allocation": nx.resource_allocation_index,
    "common_neighbours": common_neighbours,
}


def graph_of(pairs: Pairs, *, directed: bool = False, n: int = 10) -> Adjacency:
    ends = np.array(pairs, np.int32).reshape(-1, 2)
    return Adjacency.of(n, ends[:, 0], ends[:, 1], None, directed=directed)


def everybody(graph: Adjacency) -> np.ndarray[tuple[int], np.dtype[np.int32]]:
    return np.arange(graph.n, dtype=np.int32)


@pytest.mark.parametrize("index", OF_NETWORKX)
@given(pairs=ENDS)
def test_strangers_are_those_of_networkx_the_best_first(index: Index, pairs: Pairs) -> None:
    graph = graph_of(pairs)
    theirs: nx.Graph[int] = nx.Graph((a, b) for a, b in pairs if a != b)
    theirs.add_nodes_from(range(10))
    found, sums = strangers(
        graph, worth(graph, index), everybody(graph), 10,
        apart=graph, among=np.ones(10, np.bool_),
    )  # fmt: skip
    for row in range(10):
        others = [(row, other) for other in nx.non_neighbors(theirs, row)]
        scored = {other: score for _, other, score in OF_NETWORKX[index](theirs, others) if score}
        ours = {int(o): s for o, s in zip(found[row], sums[row], strict=True) if o != NOBODY}
        assert ours.keys() == scored.keys()
        assert all(isclose(ours[other], scored[other], rel_tol=1e-12) for other in ours)
        order = [(-score, other) for other, score in ours.items()]
        assert order == sorted(order)


@given(pairs=ENDS, apart=ENDS, among=st.sets(st.integers(0, 9)), most=st.integers(1, 4))
def test_a_direction_says_whose_partner_one_is(
    pairs: Pairs, apart: Pairs, among: set[int], most: int
) -> None:
    graph, known = graph_of(pairs, directed=True), graph_of(apart)
    arcs = {(a, b) for a, b in pairs if a != b}
    tied = {frozenset(pair) for pair in apart}
    found, sums = strangers(
        graph, worth(graph, "adamic_adar"), everybody(graph), most,
        apart=known, among=np.isin(np.arange(10), list(among)),
    )  # fmt: skip
    partners = {row: {b for a, b in arcs if a == row} for row in range(10)}
    k = {row: sum(1 for _, b in arcs if b == row) for row in range(10)}
    for row in range(10):
        scores = {
            other: sum(1 / log(k[via]) for via in sorted(partners[row] & partners[other]))
            for other in among - {row}
            if partners[row] & partners[other] and frozenset((row, other)) not in tied
        }
        best = sorted(scores, key=lambda other: (-round(scores[other], 9), other))[:most]
        assert sorted(round(scores[other], 9) for other in best) == sorted(
            round(float(s), 9) for s in sums[row] if s
        )
        assert {int(other) for other in found[row] if other != NOBODY} <= scores.keys()


def test_common_partners_are_listed_in_order() -> None:
    graph = graph_of([(0, 2), (0, 3), (0, 4), (1, 4), (1, 2), (1, 5)])
    assert shared(graph, 0, 1).tolist() == [2, 4]


def test_compiled_and_plain_are_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever has numba gets the same as whoever has not."""
    random = np.random.default_rng(1)
    graph = graph_of(random.integers(0, 60, (200, 2)).tolist(), n=60)
    rows, among = everybody(graph), np.ones(graph.n, np.bool_)
    answers = []
    for many in (0, 10**12):
        monkeypatch.setattr(kernels, "MANY", many)
        worths = worth(graph, "adamic_adar")
        found, sums = strangers(graph, worths, rows, 5, apart=graph, among=among)
        answers.append((found.tolist(), sums.tolist()))
    assert answers[0] == answers[1]
