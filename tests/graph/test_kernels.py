"""The same answer from every path: loops as they are, compiled loops, and numpy."""

from __future__ import annotations

import sys

import networkx as nx
import numba
import numpy as np
import pytest
from near import assert_near
from random_networks import build, by_variant, random_network

from maillage.graph import kernels
from maillage.graph.measures.triangles import triangles
from maillage.graph.network import Network

CASES = [(seed, directed) for seed in range(25) for directed in (False, True)]
EVERYTHING, NOTHING = 0, 10**12


def bigger(seed: int, *, directed: bool) -> Network:
    """Three hundred nodes in pieces, with hubs and triangles."""
    graph = nx.powerlaw_cluster_graph(200, 2, 0.5, seed=seed)
    ties = [(i, j, 1.0 + (i + j) % 3) for i, j in graph.edges]
    ties += [(j, i, 2.0) for i, j in list(graph.edges)[::4]]
    ties += [(200 + k, 201 + k, 1.0) for k in range(60) if k % 7]
    groups = ["xyz"[(k * k + seed) % 3] for k in range(300)]
    return build(300, ties, groups, directed=directed)


def battery(make: object, many: int, monkeypatch: pytest.MonkeyPatch) -> dict[object, object]:
    """A fresh network each time: readings are kept once made."""
    assert callable(make)
    monkeypatch.setattr(kernels, "MANY", many)
    return dict(by_variant(make()))


@pytest.mark.parametrize(("seed", "directed"), CASES)
def test_small_networks(seed: int, *, directed: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    def make() -> Network:
        return random_network(seed, directed=directed)

    plain = battery(make, NOTHING, monkeypatch)
    assert_near(battery(make, EVERYTHING, monkeypatch), plain)


@pytest.mark.parametrize("directed", [False, True])
def test_larger_networks(*, directed: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    def make() -> Network:
        return bigger(1, directed=directed)

    plain = battery(make, NOTHING, monkeypatch)
    compiled = battery(make, EVERYTHING, monkeypatch)
    for searched in ("communities", "communities_nmi", "communities_ari"):
        assert plain[searched, "leiden"] == compiled[searched, "leiden"]
    assert_near(compiled, plain)


def test_triangles_are_the_same_rows(monkeypatch: pytest.MonkeyPatch) -> None:
    """More triangles than ties, so that room must be made."""
    graph = nx.complete_graph(12)
    ties = [(i, j, 1.0) for i, j in graph.edges]
    rows = []
    for many in (NOTHING, EVERYTHING):
        monkeypatch.setattr(kernels, "MANY", many)
        found = triangles(build(12, ties, ["x"] * 12, directed=False).simple)
        columns = [found.a, found.b, found.c, found.ab, found.ac, found.bc]
        rows.append(sorted(np.stack(columns, axis=1).tolist()))
    assert len(rows[0]) == 220
    assert rows[0] == rows[1]


def test_small_networks_wait_for_no_compiler(monkeypatch: pytest.MonkeyPatch) -> None:
    assert not kernels.wanted(10_000)
    assert kernels.wanted(500_000)
    assert kernels.at_hand(500_000)
    monkeypatch.delitem(sys.modules, numba.__name__)
    assert kernels.wanted(500_000)
    assert not kernels.at_hand(500_000)
    assert kernels.at_hand(50_000_000)


def test_without_numba_nothing_is_compiled(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kernels, "available", lambda: False)
    monkeypatch.setattr(kernels, "MANY", EVERYTHING)
    assert not kernels.wanted(500_000)
    assert random_network(1, directed=False).measure("coreness").reason is None
