"""Departures one by one, against removing and searching again."""

from __future__ import annotations

import networkx as nx
import pytest
from near import assert_near
from random_networks import random_network, simple_graph
from small_networks import net

from maillage.graph.measures import attack


@pytest.mark.parametrize("directed", [False, True])
@pytest.mark.parametrize("seed", range(30))
@pytest.mark.parametrize("reading", ["degree", "betweenness"])
def test_by_removing_and_searching_again(seed: int, reading: str, *, directed: bool) -> None:
    network = random_network(seed, directed=directed)
    graph, sizes = simple_graph(network).to_undirected(), list[int]()
    rows: list[list[object]] = []
    while graph:
        score = {node: float(graph.degree(node)) for node in graph}
        if reading == "betweenness":
            paths = nx.betweenness_centrality(graph, normalized=False)
            score = {node: round(value, 9) for node, value in paths.items()}
        leaving = min(graph, key=lambda node: (-score[node], node))
        graph.remove_node(leaving)
        sizes.append(max(map(len, nx.connected_components(graph)), default=0))
        rows.append([leaving, sizes[-1]])
    variant = f"{reading}_recomputed"
    assert network.measure("attack_curve", variant=variant).to_json()["value"] == rows
    mean = sum(sizes) / network.n**2
    assert_near(network.measure("attack_robustness", variant=variant).value, mean)


def test_by_hand() -> None:
    """A star of five: without its centre all are alone; the leaves then leave by name."""
    result = net("ba bc bd be").measure("attack_curve")
    assert result.to_json()["value"] == [["b", 1], ["a", 1], ["c", 1], ["d", 1], ["e", 0]]
    assert net("ba bc bd be").measure("attack_robustness").value == pytest.approx(4 / 25)


def test_small_and_large(monkeypatch: pytest.MonkeyPatch) -> None:
    assert net("").measure("attack_robustness").reason == "too_small"
    assert net("").measure("attack_curve").value == []
    monkeypatch.setattr(attack, "MOST_RECOMPUTED", 2)
    result = net("ab bc").measure("attack_robustness", variant="betweenness_recomputed")
    assert result.reason == "too_costly"
    assert "degree_recomputed" in result.advice("fr")
