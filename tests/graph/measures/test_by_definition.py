"""Every measure of mixing and of roles against its definition, worked in exact fractions."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

import by_definition as exact
import pytest
from near import assert_near
from random_networks import by_variant, random_network

from maillage.graph.network import Network

CASES = [(seed, directed) for seed in range(100, 135) for directed in (False, True)]


@pytest.fixture(params=CASES, ids=lambda case: f"{case[0]}-{'arcs' if case[1] else 'ties'}")
def network(request: pytest.FixtureRequest) -> Network:
    seed, directed = request.param
    return random_network(seed, directed=directed, most=9)


def groups(values: Mapping[str, Fraction | None]) -> dict[str, Fraction | None]:
    """Declared groups without members are null."""
    return {name: values.get(name) for name in "xyz"}


def test_mixing(network: Network) -> None:
    found, g = by_variant(network), exact.plain(network)
    way = network.directed
    assert_near(found["ei_network", ""], exact.ei(g))
    assert_near(found["ei_network", "weighted"], exact.ei(g, weighted=True))
    binary = found["assortativity_nominal", "directed" if way else ""]
    assert_near(binary, exact.assortativity(g))
    assert_near(found["assortativity_nominal", "weighted"], exact.assortativity(g, weighted=True))
    assert_near(found["coleman", "" if way else "mutual_arcs"], groups(exact.coleman(g)))
    assert_near(found["freeman", ""], exact.freeman(g))
    main = found["gamix", "arcs_row_normalised" if way else ""]
    assert_near(main, exact.gamix(g, tied_only=False))
    assert_near(found["gamix", "groups_with_ties_only"], exact.gamix(g, tied_only=True))
    assert_near(found["smi", "own_between_density"], groups(exact.smi(g)))


def test_odds(network: Network) -> None:
    found, g = by_variant(network), exact.plain(network)
    variant = "ordered_dyads" if network.directed else ""
    (a, b), (c, d) = table = exact.two_by_two(g)
    assert found["two_by_two", variant] == table
    meaningless = not g.ties or len(g.groups) == 1
    infinite = meaningless or not b * c
    ratio = None if infinite else Fraction(a * d, b * c)
    yule = None if meaningless or not a * d + b * c else Fraction(a * d - b * c, a * d + b * c)
    assert_near(found["odds_ratio_within", variant], ratio)
    assert_near(found["yule_q", variant], yule)
    if not meaningless:
        half = Fraction(1, 2)
        corrected = (a + half) * (d + half) / ((b + half) * (c + half))
        assert_near(found["odds_ratio_within", "haldane_anscombe"], corrected)


def test_partners_of_each_node(network: Network) -> None:
    found, g = by_variant(network), exact.plain(network)
    varieties = {node: exact.blau(g, i) for i, node in enumerate(g.ids)}
    assert_near(found["blau_ego", "alters_any_direction"], varieties)
    most = Fraction(len(g.groups), max(len(g.groups) - 1, 1))
    alone = len(g.groups) == 1
    shares = {k: None if v is None or alone else v * most for k, v in varieties.items()}
    assert_near(found["iqv_ego", "alters_any_direction"], shares)
    crossing: dict[str, Fraction | None] = {}
    for i, node in enumerate(g.ids):
        alters = [g.group[j] != g.group[i] for j in g.alters(i)]
        crossing[node] = Fraction(sum(alters), len(alters)) if alters else None
    assert_near(found["cross_group_share", "alters_any_direction"], crossing)
    ei = {node: None if value is None else 2 * value - 1 for node, value in crossing.items()}
    assert_near(found["ei_node", "alters_any_direction"], ei)


def test_participation(network: Network) -> None:
    found, g = by_variant(network), exact.plain(network)
    for weighted, reading in ((False, "unweighted"), (True, "weighted")):
        for suffix in ("_out", "_in") if network.directed else ("",):
            expected = {
                node: exact.participation(g, i, weighted=weighted, incoming=suffix == "_in")
                for i, node in enumerate(g.ids)
            }
            assert_near(found["participation", reading + suffix], expected)


def test_brokers(network: Network) -> None:
    found, g = by_variant(network), exact.plain(network)
    held = {node: exact.brokerage(g, j) for j, node in enumerate(g.ids)}
    for name in (*exact.ROLES, "total"):
        expected = {node: counts[name] for node, counts in held.items()}
        raw, everyone = found["brokerage_raw", ""], found["brokerage_total", ""]
        assert isinstance(raw, dict)
        assert isinstance(everyone, dict)
        assert raw[name] == expected
        assert everyone[name] == sum(expected.values())


def test_structural_holes(network: Network) -> None:
    found, g = by_variant(network), exact.plain(network)
    for weighted, reading in ((False, "unweighted"), (True, "weighted")):
        constraint = {
            node: exact.constraint(g, i, weighted=weighted) for i, node in enumerate(g.ids)
        }
        assert_near(found["burt_constraint", reading], constraint)
        size = {node: exact.effective_size(g, i, weighted=weighted) for i, node in enumerate(g.ids)}
        assert_near(found["burt_effective_size", reading], size)


@pytest.mark.parametrize("seed", range(200, 240))
def test_hierarchies(seed: int) -> None:
    network = random_network(seed, directed=True, most=9)
    found, g = by_variant(network), exact.plain(network)
    assert_near(found["krackhardt_hierarchy", ""], exact.hierarchy(g))
    assert_near(found["krackhardt_lubness", ""], exact.lubness(g))
    pieces = [len(piece) for piece in exact.weak_components(g)]
    same = Fraction(sum(n * (n - 1) for n in pieces), g.n * (g.n - 1))
    assert_near(found["krackhardt_connectedness", ""], same)
    spare, most = len(g.arcs) - sum(n - 1 for n in pieces), sum((n - 1) ** 2 for n in pieces)
    assert_near(found["krackhardt_efficiency", ""], 1 - Fraction(spare, most) if most else None)
