"""Cross-checks with networkx 3.6 where it is right, and where it is not, the difference said."""

from __future__ import annotations

from collections.abc import Mapping

import networkx as nx
import pytest
from near import assert_near
from random_networks import by_variant, random_network, simple_graph
from small_networks import net

from maillage.graph.network import Network

SEEDS = range(60)
READINGS: list[tuple[str, str | None]] = [("unweighted", None), ("weighted", "weight")]
CASES = [(seed, directed) for seed in SEEDS for directed in (False, True)]


def numbers(value: object) -> Mapping[str, float]:
    assert isinstance(value, Mapping)
    return value


@pytest.fixture(params=CASES, ids=lambda case: f"{case[0]}-{'arcs' if case[1] else 'ties'}")
def case(request: pytest.FixtureRequest) -> Network:
    seed, directed = request.param
    return random_network(seed, directed=directed)


def test_same_as_networkx(case: Network) -> None:
    found, graph = by_variant(case), simple_graph(case)
    union = graph.to_undirected()
    n, directed = len(graph), case.directed
    weak, projected = ("weak", "undirected_projection") if directed else ("", "")

    assert_near(found["betweenness", "raw"], nx.betweenness_centrality(graph, normalized=False))
    assert_near(found["betweenness", "normalized"], nx.betweenness_centrality(graph))
    assert_near(found["closeness", "wf_improved_in"], nx.closeness_centrality(graph))
    harmonic = {node: sum_ / (n - 1) for node, sum_ in nx.harmonic_centrality(graph).items()}
    assert_near(found["harmonic", "in_normalized"], harmonic)
    ranks = nx.pagerank(graph, weight=None, tol=1e-15, max_iter=10_000)
    assert_near(found["pagerank", "unweighted"], ranks)
    assert_near(found["global_efficiency", projected], nx.global_efficiency(union))

    assert found["articulation_points", weak] == sorted(nx.articulation_points(union))
    assert found["bridges", weak] == sorted(sorted(pair) for pair in nx.bridges(union))
    sizes = sorted(map(len, nx.connected_components(union)), reverse=True)
    assert found["components", "weak"] == sizes
    assert_near(found["clustering_avg", "degree<2 -> 0"], nx.average_clustering(union))
    # networkx says 0 where there is no connected triple at all.
    triples = any(degree > 1 for _, degree in union.degree())
    expected = nx.transitivity(union) if triples else None
    assert_near(found["transitivity", projected], expected)


def test_constraint_is_that_of_networkx(case: Network) -> None:
    found, graph = by_variant(case), simple_graph(case)
    for variant, weight in READINGS:
        expected = nx.constraint(graph, weight=weight)
        assert_near(found["burt_constraint", variant], expected)  # NaN for an isolate


def test_modularity_and_assortativity(case: Network) -> None:
    found, graph = by_variant(case), simple_graph(case)
    if not graph.size():
        # networkx divides by zero, or answers 0.
        assert found["modularity", "unweighted"] is None
        return
    codes = case.column("group").codes
    groups = [{case.ids[k] for k in range(case.n) if codes[k] == code} for code in range(3)]
    for variant, weight in READINGS:
        expected = nx.community.modularity(graph, groups, weight=weight)
        assert_near(found["modularity", variant], expected)
    value = found["assortativity_nominal", "directed" if case.directed else ""]
    if value is not None:
        assert_near(value, nx.attribute_assortativity_coefficient(graph, "group"))


@pytest.mark.parametrize("seed", SEEDS)
def test_arcs_only(seed: int) -> None:
    network = random_network(seed, directed=True)
    found, graph = by_variant(network), simple_graph(network)
    assert isinstance(graph, nx.DiGraph)
    assert found["triad_census", ""] == nx.triadic_census(graph)
    assert_near(found["clustering_avg", "directed_fagiolo"], nx.average_clustering(graph))
    assert found["coreness", "total_degree"] == nx.core_number(graph)
    assert found["coreness", "undirected_projection"] == nx.core_number(graph.to_undirected())
    if graph.size():
        assert_near(found["reciprocity", "edgewise"], nx.overall_reciprocity(graph))


@pytest.mark.parametrize("seed", SEEDS)
def test_ties_only(seed: int) -> None:
    network = random_network(seed, directed=False)
    found, graph = by_variant(network), simple_graph(network)
    assert found["coreness", ""] == nx.core_number(graph)
    assert_near(found["burt_effective_size", "unweighted"], nx.effective_size(graph))


def test_effective_size_of_networkx_is_wrong_on_arcs() -> None:
    """networkx 3.6.1 broadcasts the row maxima over columns; by hand, from the formula.

    a→b, b→a, a→c, c→b. Undirected sums: ab 2, ac 1, bc 1. p_ab = 2/3, p_ac = 1/3;
    m_bc = 1/2, m_cb = 1/1. Ego a: j = b loses p_ac m_bc = 1/6, j = c loses p_ab m_cb = 2/3.
    """
    network = net("ab ba ac cb", directed=True)
    value = network.measure("burt_effective_size").to_json()["value"]
    by_hand = 2 - 1 / 6 - 2 / 3
    assert_near(numbers(value)["a"], by_hand)
    assert abs(nx.effective_size(simple(network))["a"] - by_hand) > 0.01


def simple(network: Network) -> nx.DiGraph[str]:
    ties = network.ties
    pairs = zip(ties.source.tolist(), ties.target.tolist(), strict=True)
    return nx.DiGraph((network.ids[i], network.ids[j]) for i, j in pairs)
