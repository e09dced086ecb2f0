"""Removals one by one against the single pass; cores, components and the compiled loops."""

from __future__ import annotations

from itertools import pairwise

import networkx as nx
import pytest
from random_networks import by_variant, random_network, simple_graph
from small_networks import net

from maillage.graph.network import Network


@pytest.mark.parametrize("directed", [False, True])
@pytest.mark.parametrize("seed", range(60))
def test_removal_impact_by_as_many_searches_as_nodes(seed: int, *, directed: bool) -> None:
    network = random_network(seed, directed=directed)
    graph = simple_graph(network).to_undirected()
    expected = {}
    for node in network.ids:
        rest = graph.copy()
        rest.remove_node(node)
        sizes = [len(piece) for piece in nx.connected_components(rest)]
        expected[node] = [max(sizes, default=0), len(sizes)]
    assert by_variant(network)["removal_impact", "lcc_size,n_components"] == expected


def test_by_hand() -> None:
    """Two triangles that share c, a pendant e-f, and g alone."""
    network = net("ab bc ca cd de ec ef", isolates="g")
    assert network.measure("articulation_points").value == ["c", "e"]
    assert network.measure("bridges").value == [["e", "f"]]
    assert network.measure("components").value == [6, 1]
    impact = network.measure("removal_impact").to_json()["value"]
    assert impact == {
        "a": [5, 2],
        "b": [5, 2],
        "c": [3, 3],
        "d": [5, 2],
        "e": [4, 3],
        "f": [5, 2],
        "g": [6, 1],
    }


def test_the_largest_of_two_equal_components_remains() -> None:
    impact = net("ab bc de ef").measure("removal_impact").to_json()["value"]
    assert isinstance(impact, dict)
    assert impact["b"] == [3, 3]
    assert impact["a"] == [3, 2]


def test_arcs_are_read_both_ways() -> None:
    result = net("ab cb", directed=True).measure("articulation_points")
    assert (result.variant, result.value) == ("weak", ["b"])


@pytest.mark.parametrize(
    "network", [net(""), net("", isolates="a"), net("aa"), net("ab", directed=True)]
)
def test_small_ones(network: Network) -> None:
    assert network.measure("articulation_points").value == []
    impact = network.measure("removal_impact").to_json()["value"]
    assert impact in ({}, {"a": [0, 0]}, {"a": [1, 1], "b": [1, 1]})


def test_a_long_chain_needs_no_recursion() -> None:
    names = [f"{k:05d}" for k in range(5000)]
    ties = [(left, right, 1.0) for left, right in pairwise(names)]
    chain = net(ties)
    cut = chain.measure("articulation_points").value
    assert cut == names[1:-1]
    held = chain.measure("bridges").value
    assert isinstance(held, list)
    assert len(held) == 4999
