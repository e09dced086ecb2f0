"""Rewired graphs: every simple graph of the same degrees, as often as any other."""

from __future__ import annotations

from collections import Counter
from itertools import combinations, permutations

import numpy as np
import pytest
from random_networks import random_network
from small_networks import net

from maillage.graph import kernels
from maillage.graph.adjacency import Adjacency
from maillage.graph.measures import degree_null
from maillage.graph.measures.rewiring import Ends, chain

Pair = tuple[int, int]
Graph = frozenset[Pair]


def adjacency(n: int, ties: list[Pair], *, directed: bool) -> Adjacency:
    source, target = (np.array(ends, np.int32) for ends in zip(*ties, strict=True))
    return Adjacency.of(n, source, target, None, directed=directed)


def graph_of(ends: Ends, *, directed: bool) -> Graph:
    pairs = zip(ends.heads.tolist(), ends.tails.tolist(), strict=True)
    return frozenset(pair if directed else (min(pair), max(pair)) for pair in pairs)


def degrees(n: int, graph: Graph, *, directed: bool) -> tuple[tuple[int, ...], ...]:
    out = tuple(sum(a == k for a, _ in graph) for k in range(n))
    into = tuple(sum(b == k for _, b in graph) for k in range(n))
    return (out, into) if directed else (tuple(map(sum, zip(out, into, strict=True))),)


def all_alike(n: int, ties: list[Pair], *, directed: bool) -> set[Graph]:
    """Every simple graph of the same degrees, by trying every set of pairs."""
    pairs = permutations(range(n), 2) if directed else combinations(range(n), 2)
    wanted = degrees(n, frozenset(ties), directed=directed)
    found = (frozenset(chosen) for chosen in combinations(pairs, len(ties)))
    return {graph for graph in found if degrees(n, graph, directed=directed) == wanted}


CASES = {
    "path": (6, [(0, 1), (1, 2), (2, 3), (3, 4), (4, 5)], False),
    "one of high degree": (6, [(0, 1), (0, 2), (0, 3), (1, 2), (4, 5)], False),
    "arcs": (4, [(0, 1), (1, 2), (2, 0), (3, 0), (1, 3)], True),
    "answered arcs": (4, [(0, 1), (1, 0), (2, 3), (3, 2), (0, 2)], True),
    # Nothing can be switched: only turning the circle reaches the other graph.
    "circle": (3, [(0, 1), (1, 2), (2, 0)], True),
}


@pytest.mark.parametrize("case", CASES)
def test_every_graph_is_as_likely(case: str) -> None:
    """χ² of 20,000 graphs against equal shares: within 5 standard deviations of its mean."""
    n, ties, directed = CASES[case]
    wanted, draws = all_alike(n, ties, directed=directed), 20_000
    start = adjacency(n, ties, directed=directed)
    counts = Counter(graph_of(e, directed=directed) for e in chain(start, draws, [3], work=0))
    assert set(counts) == wanted
    expected = draws / len(wanted)
    chi_square = sum((count - expected) ** 2 / expected for count in counts.values())
    freedom = len(wanted) - 1
    assert chi_square <= freedom + 5 * (2 * freedom) ** 0.5


@pytest.mark.parametrize("seed", range(8))
@pytest.mark.parametrize("directed", [False, True])
def test_degrees_stay_and_graphs_stay_simple(seed: int, *, directed: bool) -> None:
    start = random_network(seed, directed=directed).simple
    before = frozenset(zip(start.source.tolist(), start.target.tolist(), strict=True))
    for ends in chain(start, 30, [seed], work=0):
        graph = graph_of(ends, directed=directed)
        assert len(graph) == start.size
        assert all(a != b for a, b in graph)
        wanted = degrees(start.n, before, directed=directed)
        assert degrees(start.n, graph, directed=directed) == wanted


@pytest.mark.parametrize("directed", [False, True])
def test_compiled_or_not_the_same_graphs(*, directed: bool) -> None:
    start = random_network(5, directed=directed, most=40).simple

    def drawn(work: int) -> list[Graph]:
        return [graph_of(ends, directed=directed) for ends in chain(start, 5, [9], work=work)]

    assert kernels.available()
    assert drawn(kernels.MANY) == drawn(0)


def test_ties_within_groups_given_the_degrees() -> None:
    """A path a-b-c-d, ends in one group: of the 12/2 = 2 graphs with its degrees, a-b-c-d and
    a-c-b-d, both hold no tie within {a, d} and one within {b, c}."""
    network = net("ab bc cd", {"a": "x", "b": "y", "c": "y", "d": "x"})
    result = network.measure("within_ties_degree_null", by="group", permutations=50, seed=4)
    value = result.to_json()["value"]
    assert value == {
        "observed": 1, "mean": 1, "sd": 0, "z": None, "samples": 50, "se_mean": 0,
    }  # fmt: skip
    assert result.reasons == {"z": "zero_variance"}
    assert (result.draws, result.seed, result.p) == (50, 4, 1.0)


@pytest.mark.parametrize("directed", [False, True])
def test_mean_over_every_graph(*, directed: bool) -> None:
    """The mean is that of all graphs of the same degrees, within 5 standard errors."""
    n, ties = 6, [(0, 1), (1, 2), (2, 3), (3, 4), (4, 0)]
    codes = [0, 0, 1, 1, 1, 0]
    graphs = all_alike(n, ties, directed=directed)
    exact = [sum(codes[a] == codes[b] for a, b in graph) for graph in graphs]
    names = "abcdef"
    network = net(
        " ".join(names[a] + names[b] for a, b in ties),
        {name: "xy"[code] for name, code in zip(names, codes, strict=True)},
        directed=directed,
    )
    result = network.measure("within_ties_degree_null", by="group", permutations=4000, seed=1)
    value = result.to_json()["value"]
    assert isinstance(value, dict)
    mean, sd, se = (float(str(value[key])) for key in ("mean", "sd", "se_mean"))
    assert abs(mean - np.mean(exact)) <= 5 * se
    assert abs(sd - np.std(exact)) <= 0.05 * float(np.std(exact))


def test_too_many_ties_to_draw_unasked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(degree_null, "MOST_SWITCHES", 10)
    network = net("ab bc cd", dict(zip("abcd", "xyxy", strict=True)))
    result = network.measure("within_ties_degree_null", by="group")
    assert (result.value, result.reason) == (None, "too_costly")
    assert "--permutations" in result.advice("fr")
    asked = network.measure("within_ties_degree_null", by="group", permutations=30)
    assert asked.draws == 30


def test_without_ties_there_is_nothing_to_rewire() -> None:
    result = net("", {"a": "x", "b": "y"}).measure("within_ties_degree_null", by="group")
    assert (result.value, result.reason) == (None, "no_ties")
