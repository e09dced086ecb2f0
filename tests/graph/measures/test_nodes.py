"""What is said of each node, on cases worked by hand; samples; communities; salient ties."""

from __future__ import annotations

import networkx as nx
import numpy as np
import pytest
from near import assert_near
from random_networks import random_network, simple_graph
from small_networks import net

from maillage.graph.measures import centrality, distances, foreign
from maillage.graph.measures.registry import measure
from maillage.graph.measures.result import Keyed
from maillage.graph.network import Network

# a's partners: b (x), c, d (y), e (z); f has one partner; g none.
GROUPS = {"a": "x", "b": "x", "c": "y", "d": "y", "e": "z", "f": "z", "g": "z"}
STAR = net("ab ac ad ae ef", GROUPS)


def value(network: Network, name: str, variant: str | None = None) -> object:
    return network.measure(name, by="group", variant=variant).to_json()["value"]


def node(network: Network, name: str, key: str, variant: str | None = None) -> object:
    found = value(network, name, variant)
    assert isinstance(found, dict)
    return found[key]


def test_variety_of_partners() -> None:
    assert node(STAR, "blau_ego", "a") == pytest.approx(1 - (1 + 4 + 1) / 16)
    assert node(STAR, "iqv_ego", "a") == pytest.approx((1 - 6 / 16) * 3 / 2)
    assert node(STAR, "cross_group_share", "a") == pytest.approx(3 / 4)
    assert node(STAR, "blau_ego", "f") == 0
    for name in ("blau_ego", "iqv_ego", "cross_group_share", "participation"):
        assert node(STAR, name, "g") is None
        assert STAR.measure(name, by="group").reasons["g"] == "isolate"


def test_iqv_needs_two_groups() -> None:
    result = net("ab", {"a": "x", "b": "x"}).measure("iqv_ego", by="group")
    assert result.reasons == {"a": "one_group", "b": "one_group"}


def test_participation_by_weight_and_direction() -> None:
    arcs = net([("a", "b", 3.0), ("a", "c", 1.0), ("c", "a", 5.0)], GROUPS, directed=True)
    assert node(arcs, "participation", "a", "weighted_out") == pytest.approx(1 - (9 + 1) / 16)
    assert node(arcs, "participation", "a", "unweighted_out") == pytest.approx(0.5)
    assert node(arcs, "participation", "a", "unweighted_in") == 0
    # b names nobody: no share of nothing.
    assert node(arcs, "participation", "b", "unweighted_out") is None


def test_place_in_ones_group() -> None:
    # Within x: a-b, a-c; degrees inside 2, 1, 1, 0 with the isolate d: mean 1, population sd √½.
    groups = {"a": "x", "b": "x", "c": "x", "d": "x", "e": "y", "f": "y"}
    network = net("ab ac ae ef", groups)
    z = value(network, "within_module_z")
    root = 0.5**0.5
    assert_near(z, {"a": 1 / root, "b": 0.0, "c": 0.0, "d": -1 / root, "e": None, "f": None})
    reasons = network.measure("within_module_z", by="group").reasons
    assert reasons == {"e": "zero_variance", "f": "zero_variance"}


def test_rounding_is_no_variety_of_weights() -> None:
    """0.1 + 0.2 and 0.3 differ in the last bit only."""
    ties = [("a", "b", 0.1), ("b", "a", 0.2), ("c", "d", 0.3)]
    network = net(ties, dict.fromkeys("abcd", "x"))
    result = network.measure("within_module_z", by="group", variant="weighted")
    assert set(result.reasons.values()) == {"zero_variance"}


def test_constraint_of_a_dyad_a_path_and_a_triangle() -> None:
    network = net("ab bc de ef fd", isolates="g")
    # b of a path: two halves squared. In a triangle: (1/2 + 1/4)² twice.
    assert_near(
        value_of(network, "burt_constraint"),
        {"a": 1, "b": 0.5, "c": 1, "d": 1.125, "e": 1.125, "f": 1.125, "g": None},
    )
    # Partners less 2·ties among them/partners.
    assert_near(
        value_of(network, "burt_effective_size"),
        {"a": 1, "b": 2, "c": 1, "d": 1, "e": 1, "f": 1, "g": None},
    )


def value_of(network: Network, name: str) -> object:
    return network.measure(name).to_json()["value"]


def test_closeness_looks_at_who_can_come() -> None:
    # a→b→c: nobody reaches a; one reaches b; two reach c at 1 and 2.
    arcs = net("ab bc", directed=True)
    assert_near(value_of(arcs, "closeness"), {"a": 0, "b": 1 / 2 * 1, "c": 2 / 2 * 2 / 3})
    assert_near(value_of(arcs, "harmonic"), {"a": 0, "b": 1 / 2, "c": (1 + 1 / 2) / 2})
    assert arcs.measure("global_efficiency").value == pytest.approx((4 * 1 + 2 * 0.5) / 6)


def test_degrees_by_direction() -> None:
    arcs = net("ab ac ba", directed=True)
    found = {r.variant: r.to_json()["value"] for r in measure(arcs, ["degree"])}
    assert found == {
        "in": {"a": 1, "b": 1, "c": 1},
        "out": {"a": 2, "b": 1, "c": 0},
        "total": {"a": 3, "b": 2, "c": 1},
    }


def test_pagerank_spreads_what_dangles() -> None:
    # a→b, b dangling: x_a = .075 + .425 x_b, x_b = x_a + .85 x_a.
    ranks = value_of(net("ab", directed=True), "pagerank")
    a = 1 / (2 + 0.85)
    assert_near(ranks, {"a": a, "b": 1 - a})


@pytest.mark.parametrize("directed", [False, True])
def test_a_sample_of_everybody_is_exact(*, directed: bool) -> None:
    network = random_network(3, directed=directed)
    for name, exact, drawn in (
        ("betweenness", "raw", "raw_sampled"),
        ("betweenness", "normalized", "normalized_sampled"),
        ("closeness", "wf_improved_in", "wf_improved_in_sampled"),
        ("harmonic", "in_normalized", "in_normalized_sampled"),
    ):
        estimate = network.measure(name, variant=drawn)
        whole = network.measure(name, variant=exact)
        assert_near(estimate.to_json()["value"], whole.to_json()["value"])
        assert estimate.warnings == ("sampled",)
        assert estimate.seed == 0


def test_a_sample_is_near(monkeypatch: pytest.MonkeyPatch) -> None:
    graph = nx.gnm_random_graph(400, 1200, seed=2)
    network = Network.of(
        [f"{k:03d}" for k in graph], [i for i, _ in graph.edges], [j for _, j in graph.edges]
    )
    monkeypatch.setattr(centrality, "SAMPLED_SOURCES", 256)
    exact = network.measure("harmonic").value
    drawn = network.measure("harmonic", variant="in_normalized_sampled").value
    assert isinstance(exact, Keyed)
    assert isinstance(drawn, Keyed)
    assert np.abs(exact.array - drawn.array).max() < 0.03
    assert np.abs(exact.array - drawn.array).max() > 0


def test_distances_in_batches(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two hundred nodes are four words of sources: one at a time says the same."""
    graph = nx.gnm_random_graph(200, 300, seed=4)
    network = Network.of(
        [f"{k:03d}" for k in graph], [i for i, _ in graph.edges], [j for _, j in graph.edges]
    )
    monkeypatch.setattr(distances, "_BATCH_WORDS", 1)
    expected = {f"{k:03d}": v for k, v in nx.closeness_centrality(graph).items()}
    assert_near(value_of(network, "closeness"), expected)


def test_long_chains_are_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(distances, "MOST_WORK", 20)
    result = net("ab bc cd de ef").measure("closeness")
    assert result.reason == "too_costly"
    assert result.advice("en")


def test_communities_are_numbered_as_met_and_seeded() -> None:
    network = net("ab bc ca de ef fd cd", isolates="g")
    result = network.measure("communities", seed=7)
    assert result.to_json()["value"] == {"a": 0, "b": 0, "c": 0, "d": 1, "e": 1, "f": 1, "g": 2}
    assert result.seed == 7


def test_communities_that_are_the_groups() -> None:
    groups = dict(zip("abcdefgh", "xxxxyyyy", strict=True))
    network = net("ab bc ca ad bd cd ef fg ge eh fh gh de", groups)
    for name in ("communities_nmi", "communities_ari"):
        result = network.measure(name, by="group", seed=1)
        assert result.value == pytest.approx(1)
        assert result.draws == 1000
        # 2 of the 70 ways to hand out four and four labels do as well.
        assert result.p == pytest.approx(2 / 70, abs=5 * 0.0053)
        assert result.expected is not None
        assert result.expected < 0.4


def test_agreement_by_hand() -> None:
    """Communities abc|def against groups ab|cdef.

    Of 15 pairs 2·3 are together in the first, 1 + 6 in the second, 1 + 3 in both.
    """
    groups = {"a": "x", "b": "x", "c": "y", "d": "y", "e": "y", "f": "y"}
    network = net("ab bc ca de ef fd cd", groups)
    expected = 6 * 7 / 15
    ari = network.measure("communities_ari", by="group", permutations=0)
    assert ari.value == pytest.approx((4 - expected) / ((6 + 7) / 2 - expected))
    assert ari.draws is None
    half = -2 * 0.5 * np.log(0.5)
    other = -(1 / 3) * np.log(1 / 3) - (2 / 3) * np.log(2 / 3)
    joint = -(1 / 3) * np.log(1 / 3) - (1 / 6) * np.log(1 / 6) - 0.5 * np.log(0.5)
    nmi = network.measure("communities_nmi", by="group", permutations=0)
    assert nmi.value == pytest.approx(2 * (half + other - joint) / (half + other))


def test_igraph_keeps_its_own_generator() -> None:
    """Seeding a search leaves later random draws of the process alone."""
    graph = random_network(8, directed=False).simple.union
    assert foreign.leiden(graph, 3).tolist() == foreign.leiden(graph, 3).tolist()


def test_salient_ties_by_hand() -> None:
    # a has weights 8, 1, 1: p at a = (1 − .8)², (1 − .1)²; others have one tie: p = 1.
    ties = [("a", "b", 8.0), ("a", "c", 1.0), ("d", "a", 1.0)]
    result = measure(net(ties), ["disparity_p"], weighted=True)[0]
    assert_near(
        result.to_json()["value"],
        [["a", "b", 0.2**2], ["a", "c", 0.9**2], ["a", "d", 0.9**2]],
    )
    assert result.warnings == ()
    # Directed: out of a 8 and 1, into a 1 alone.
    arcs = measure(net(ties, directed=True), ["disparity_p"], weighted=True)[0]
    assert_near(arcs.to_json()["value"], [["a", "b", 1 / 9], ["a", "c", 8 / 9], ["d", "a", 1.0]])
    unit = net(ties).measure("disparity_p")
    assert unit.warnings == ("unit_weights",)
    assert_near(unit.to_json()["value"], [[i, j, (2 / 3) ** 2] for i, j in ("ab", "ac", "ad")])


@pytest.mark.parametrize("seed", range(20))
def test_disparity_from_the_formula(seed: int) -> None:
    network = random_network(seed, directed=True)
    graph = simple_graph(network)
    assert isinstance(graph, nx.DiGraph)
    rows = []
    for i, j in sorted(graph.edges):
        w = graph.edges[i, j]["weight"]
        ends = (
            (graph.out_degree(i), graph.out_degree(i, weight="weight")),
            (graph.in_degree(j), graph.in_degree(j, weight="weight")),
        )
        rows.append([i, j, min((1 - w / s) ** (k - 1) if k > 1 else 1.0 for k, s in ends)])
    found = measure(network, ["disparity_p"], weighted=True)[0].to_json()["value"]
    assert_near(found, rows)


def test_variety_without_the_bias_of_few() -> None:
    # Of the 6 pairs of a's partners one is alike (c, d).
    assert node(STAR, "simpson_ego", "a") == pytest.approx(5 / 6)
    assert STAR.measure("simpson_ego", by="group").reasons == {
        "b": "too_small", "c": "too_small", "d": "too_small", "f": "too_small", "g": "isolate",
    }  # fmt: skip


def test_participation_as_a_share_of_the_most() -> None:
    whole = node(STAR, "participation", "a")
    assert isinstance(whole, float)
    assert node(STAR, "participation_normalized", "a") == pytest.approx(whole * 3 / 2)
