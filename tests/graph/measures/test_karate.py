"""Zachary's karate club: figures that were published, or follow from published counts."""

from __future__ import annotations

import networkx as nx
import pytest
from near import assert_near
from random_networks import by_variant

from maillage.graph.measures.result import Keyed
from maillage.graph.network import Column, Network

HIGHEST_MODULARITY = 0.41978961  # Brandes et al. 2008, IEEE Trans. Knowledge & Data Eng. 20:172


@pytest.fixture(scope="module")
def club() -> Network:
    graph = nx.karate_club_graph()
    # Numbered from 1, as Zachary did; the instructor is 1, the administrator 34.
    return Network.of(
        [f"{node + 1:02d}" for node in graph],
        [left for left, _ in graph.edges],
        [right for _, right in graph.edges],
        columns={"group": Column.of("group", [graph.nodes[node]["club"] for node in graph])},
    )


@pytest.fixture(scope="module")
def found(club: Network) -> dict[tuple[str, str], object]:
    return by_variant(club)


def test_counts(found: dict[tuple[str, str], object]) -> None:
    """34 members, 78 ties, 45 triangles, 528 connected triples; 17 on each side, 11 across."""
    assert_near(found["density", ""], 78 / 561)
    assert_near(found["transitivity", ""], 3 * 45 / 528)
    table = {"groups": ["Mr. Hi", "Officer"], "matrix": [[35, 11], [0, 32]]}
    assert found["mixing_matrix", "upper_triangle"] == table
    assert found["two_by_two", ""] == [[67, 205], [11, 278]]


def test_mixing(found: dict[tuple[str, str], object]) -> None:
    assert_near(found["ei_network", ""], (11 - 67) / 78)
    # 17·16·2 of 34·33 ordered pairs are within: chance alone would give +0.0303.
    assert found["ei_perm_expected", ""] == {
        "expected_ei": pytest.approx(1 - 2 * 2 * 17 * 16 / (34 * 33)),
        "observed": pytest.approx(-56 / 78),
    }
    # Ends of ties: 81 and 75 of 156.
    chance = (81**2 + 75**2) / 156**2
    assert_near(found["modularity", "unweighted"], 67 / 78 - chance)
    assert_near(found["assortativity_nominal", ""], (67 / 78 - chance) / (1 - chance))
    # Two groups, undirected: Gupta's Q is Newman's r.
    assert_near(found["gamix", ""], found["assortativity_nominal", ""])
    assert_near(found["odds_ratio_within", ""], 67 * 278 / (205 * 11))


def test_published(found: dict[tuple[str, str], object]) -> None:
    # Freeman's degree centralisation: (34·17 − 156)/(33·32).
    assert_near(found["centralization_degree", "freeman"], 422 / 1056)
    # Newman & Girvan 2004: the two leaders carry most paths.
    paths = found["betweenness", "normalized"]
    assert isinstance(paths, dict)
    assert paths["01"] == pytest.approx(0.437635, abs=1e-6)
    assert paths["34"] == pytest.approx(0.304075, abs=1e-6)
    # Watts & Strogatz' mean, as usually printed; member 12 has one partner only.
    assert found["clustering_avg", "degree<2 -> 0"] == pytest.approx(0.570638, abs=1e-6)
    assert_near(found["clustering_avg", "degree<2 excluded"], 0.5706384782076823 * 34 / 33)
    # Burt's constraint of the leaders as igraph prints it.
    locked = found["burt_constraint", "unweighted"]
    assert isinstance(locked, dict)
    assert locked["01"] == pytest.approx(0.15542329764453702, rel=1e-9)
    cores = found["coreness", ""]
    assert isinstance(cores, dict)
    assert sorted(node for node, core in cores.items() if core == 4) == (
        ["01", "02", "03", "04", "08", "09", "14", "31", "33", "34"]
    )
    assert found["articulation_points", ""] == ["01"]
    assert found["bridges", ""] == [["01", "12"]]


def test_communities_reach_the_highest_modularity(club: Network) -> None:
    result = club.measure("communities", seed=1)
    assert isinstance(result.value, Keyed)
    names = [str(number) for number in result.value.array.tolist()]
    found = club.measure("modularity", by=Column.of("community", names))
    assert found.value == pytest.approx(HIGHEST_MODULARITY, abs=1e-8)


def test_what_falls_apart_without_the_instructor(club: Network) -> None:
    """Without 1: five members who knew the rest through him, and member 12 alone."""
    impact = club.measure("removal_impact").value
    assert isinstance(impact, Keyed)
    assert impact["01"] == [27, 3]
    assert impact["34"] == [33, 1]
