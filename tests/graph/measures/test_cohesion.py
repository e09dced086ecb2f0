"""Density, reciprocity, clustering, triads and hierarchies on cases worked by hand."""

from __future__ import annotations

from math import comb

import pytest
from random_networks import random_network
from small_networks import net

from maillage.graph.network import Network


def test_density_counts_arcs_or_ties() -> None:
    assert net("ab bc").measure("density").value == pytest.approx(2 / 3)
    assert net("ab bc", directed=True).measure("density").value == pytest.approx(2 / 6)
    assert net("ab bc").measure("mean_degree").value == pytest.approx(4 / 3)
    assert net("", isolates="a").measure("density").reason == "too_small"


def test_reciprocity_by_its_three_names() -> None:
    # ab both ways, bc one way, ac none: 2 arcs of 3 returned; (1+1)/3; 1/2.
    network = net("ab ba bc", directed=True)
    assert network.measure("reciprocity").value == pytest.approx(2 / 3)
    assert network.measure("reciprocity", variant="dyadic").value == pytest.approx(2 / 3)
    ratio = network.measure("reciprocity", variant="nonnull_dyads_ratio")
    assert ratio.value == pytest.approx(1 / 2)
    census = network.measure("dyad_census").value
    assert census == {"mutual": 1, "asymmetric": 1, "null": 1}
    assert net("", isolates="ab", directed=True).measure("reciprocity").reason == "no_ties"


def test_ties_have_no_reciprocity() -> None:
    result = net("ab").measure("reciprocity")
    assert (result.value, result.reason) == (None, "not_applicable")


def test_clustering_leaves_out_those_with_one_partner() -> None:
    # A triangle abc with a pendant d at c: local 1, 1, 1/3; d has one partner.
    network = net("ab bc ca cd")
    found = network.measure("clustering_avg").value
    assert found == pytest.approx((1 + 1 + 1 / 3) / 3)
    zero = network.measure("clustering_avg", variant="degree<2 -> 0").value
    assert zero == pytest.approx((1 + 1 + 1 / 3) / 4)
    # One triangle, triples 1 + 1 + 3.
    assert network.measure("transitivity").value == pytest.approx(3 / 5)


def test_no_triple_is_not_zero() -> None:
    assert net("ab cd").measure("transitivity").reason == "no_triples"
    assert net("ab cd").measure("clustering_avg").reason == "no_triples"
    assert net("ab cd").measure("clustering_avg", variant="degree<2 -> 0").value == 0


def test_fagiolo_by_hand() -> None:
    """a→b→c→a: each node has total degree 2, no mutual tie, one closed walk each way.

    (A+Aᵀ)³_aa = 2; 2[2·1 − 0] = 4: one half, since a cycle is one of two ways to close.
    """
    result = net("ab bc ca", directed=True).measure("clustering_avg", variant="directed_fagiolo")
    assert result.value == pytest.approx(0.5)


@pytest.mark.parametrize("seed", range(30))
def test_triads_add_up(seed: int) -> None:
    network = random_network(seed, directed=True)
    census = network.measure("triad_census").value
    assert isinstance(census, dict)
    assert sum(census.values()) == comb(network.n, 3)
    assert len(census) == 16


def test_triads_of_two_arcs_and_more() -> None:
    kinds = {
        "ab": "012", "ab ba": "102", "ba bc": "021D", "ab cb": "021U", "ab bc": "021C",
        "ab ba cb": "111D", "ab ba bc": "111U", "ab bc ac": "030T", "ab bc ca": "030C",
        "ab ba bc cb": "201", "ab ba ca cb": "120D", "ab ba ac bc": "120U",
        "ab ba bc ca": "120C", "ab ba bc cb ac": "210", "ab ba bc cb ac ca": "300",
    }  # fmt: skip
    for arcs, kind in kinds.items():
        census = net(arcs, isolates="abc", directed=True).measure("triad_census").value
        assert isinstance(census, dict)
        assert [name for name, count in census.items() if count] == [kind], arcs


OUT_TREE = net("ab ac bd be", directed=True)


def test_a_tree_of_superiors_has_all_four_dimensions() -> None:
    for name in ("connectedness", "hierarchy", "efficiency", "lubness"):
        assert OUT_TREE.measure(f"krackhardt_{name}").value == 1


def test_hierarchy_without_any_path() -> None:
    empty = net("", isolates="abc", directed=True)
    assert empty.measure("krackhardt_hierarchy").reason == "no_connected_pair"
    assert empty.measure("krackhardt_connectedness").value == 0
    assert empty.measure("krackhardt_lubness").reason == "no_ties"


def test_two_chiefs_break_the_upper_bound() -> None:
    """a and b both send to c and d: c, d have the upper bounds a and b, neither below the other.

    Pairs: ab has none above both, cd has two that do not reach each other, ac is a chain.
    Two violations of Σ(4−1)(4−2)/2 = 3.
    """
    network = net("ac ad bc bd", directed=True)
    assert network.measure("krackhardt_lubness").value == pytest.approx(1 - 2 / 3)


def test_a_pair_is_too_small_for_a_bound() -> None:
    assert net("ab", directed=True).measure("krackhardt_lubness").reason == "too_small"


@pytest.mark.parametrize("variant", ["freeman", "indegree", "outdegree"])
def test_a_star_is_wholly_centralised(variant: str) -> None:
    star: Network = net("ab ac ad ae", directed=True)
    value = star.measure("centralization_degree", variant=variant).value
    # Out of the centre: in-degrees 0,1,1,1,1 → Σ(1−k) = 1 of 16; total: Σ(4−1)·4 = 12 of 24.
    assert value == pytest.approx({"freeman": 12 / 24, "indegree": 1 / 16, "outdegree": 1}[variant])
    undirected = net("ab ac ad ae")
    assert undirected.measure("centralization_degree").value == 1
    assert undirected.measure("centralization_betweenness").value == 1
    assert net("ab").measure("centralization_degree").reason == "too_small"
