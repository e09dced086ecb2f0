"""Expected roles: against every digraph there is, and the published Florentine figures."""

from __future__ import annotations

from itertools import permutations
from math import sqrt

import networkx as nx
import numpy as np
import pytest
from by_definition import ROLES, role
from near import assert_near
from small_networks import net

from maillage.graph.measures.result import Keyed
from maillage.graph.network import Column, Network


def table(network: Network, name: str) -> dict[str, Keyed]:
    value = network.measure(name, by="group").value
    assert isinstance(value, dict)
    return value


@pytest.mark.parametrize("labels", ["xxyz", "xxxy", "xyzw", "xxxx", "xxyyz", "xxxyy", "xyyzz"])
def test_mean_and_variance_over_every_digraph(labels: str) -> None:
    """All 2^(N(N−1)) digraphs, each weighed by d^arcs (1−d)^rest; the broker is node 0."""
    n = len(labels)
    pairs = list(permutations(range(n), 2))
    arcs = 7
    # Any network of that many arcs has the density that the moments are taken at.
    ids = "abcde"[:n]
    network = net(
        " ".join(ids[i] + ids[j] for i, j in pairs[:arcs]),
        dict(zip(ids, labels, strict=True)),
        directed=True,
    )
    bits = np.arange(2 ** len(pairs), dtype=np.uint32)
    has = {pair: (bits >> k) & 1 == 1 for k, pair in enumerate(pairs)}
    density = arcs / len(pairs)
    number = np.bitwise_count(bits).astype(np.float64)
    weight = density**number * (1 - density) ** (len(pairs) - number)
    counts = {name: np.zeros(len(bits)) for name in (*ROLES, "total")}
    for i, k in permutations(range(1, n), 2):
        held = has[i, 0] & has[0, k] & ~has[i, k]
        counts[role(labels[i], labels[0], labels[k])] += held
        counts["total"] += held
    raw, mean, z = (table(network, f"brokerage_{name}") for name in ("raw", "expected", "z"))
    for name, count in counts.items():
        expected = float((weight * count).sum())
        variance = float((weight * count**2).sum()) - expected**2
        assert_near(mean[name]["a"], expected)
        here = raw[name]["a"]
        assert isinstance(here, int)
        if variance < 1e-12:
            assert z[name]["a"] is None
        else:
            assert_near(z[name]["a"], (here - expected) / sqrt(variance))


# Padgett's marriages with wealth in 1427, cut into four groups of four.
WEALTH = {
    "Acciaiuoli": 10, "Albizzi": 36, "Barbadori": 55, "Bischeri": 44, "Castellani": 20,
    "Ginori": 32, "Guadagni": 8, "Lamberteschi": 42, "Medici": 103, "Pazzi": 48,
    "Peruzzi": 49, "Pucci": 3, "Ridolfi": 27, "Salviati": 10, "Strozzi": 146, "Tornabuoni": 48,
}  # fmt: skip


def florentine() -> Network:
    ids = sorted(WEALTH)
    order = sorted(ids, key=lambda family: (WEALTH[family], family))
    group = {family: "abcd"[place // 4] for place, family in enumerate(order)}
    edges = nx.florentine_families_graph().edges
    return Network.of(
        ids,
        [ids.index(left) for left, _ in edges],
        [ids.index(right) for _, right in edges],
        columns={"group": Column.of("group", [group[family] for family in ids])},
    )


def test_the_medici() -> None:
    network = florentine()
    assert (network.n, network.simple.size) == (16, 20)
    assert_near(table(network, "brokerage_raw")["coordinator"]["Medici"], 0)
    expected = table(network, "brokerage_expected")["coordinator"]["Medici"]
    z = table(network, "brokerage_z")["coordinator"]["Medici"]
    assert expected == pytest.approx(0.138889, abs=5e-7)
    assert z == pytest.approx(-0.339032, abs=5e-7)


def test_by_hand() -> None:
    # b stands between a and c; the arc a→c closes the triple, c→a does not.
    groups = {"a": "x", "b": "x", "c": "y"}
    held = table(net("ab bc", groups, directed=True), "brokerage_raw")
    assert held["representative"] == {"a": 0, "b": 1, "c": 0}
    closed = table(net("ab bc ac", groups, directed=True), "brokerage_raw")
    assert closed["total"] == {"a": 0, "b": 0, "c": 0}
    # In a cycle each stands once: b for x→x→y, c for x→y→x, a for y→x→x.
    cycle = table(net("ab bc ca", groups, directed=True), "brokerage_raw")
    assert cycle["representative"] == {"a": 0, "b": 1, "c": 0}
    assert cycle["itinerant"] == {"a": 0, "b": 0, "c": 1}
    assert cycle["gatekeeper"] == {"a": 1, "b": 0, "c": 0}


def test_a_mutual_pair_is_no_triple() -> None:
    groups = {"a": "x", "b": "x"}
    held = table(net("ab ba", groups, directed=True), "brokerage_raw")
    assert held["total"] == {"a": 0, "b": 0}


def test_undirected_ties_count_in_both_orders() -> None:
    held = table(net("ab bc", {"a": "x", "b": "x", "c": "y"}), "brokerage_raw")
    assert held["representative"]["b"] == held["gatekeeper"]["b"] == 1
    assert held["total"]["b"] == 2


def test_without_ties_nothing_varies() -> None:
    result = net("", {"a": "x", "b": "y"}).measure("brokerage_z", by="group")
    assert result.reasons["liaison|a"] == "zero_variance"
    alone = net("", {"a": "x"}).measure("brokerage_expected", by="group")
    assert alone.reasons["total|a"] == "too_small"
