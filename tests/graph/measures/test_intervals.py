"""Intervals by leaving one out, against leaving one out; and mixing among very many groups."""

from __future__ import annotations

from collections.abc import Iterator
from math import sqrt

import numpy as np
import pytest
from near import assert_near
from random_networks import by_variant, random_network

from maillage.graph.measures import tally
from maillage.graph.network import Column, Network

CASES = [(seed, directed) for seed in range(40) for directed in (False, True)]


def without_each_tie(network: Network) -> Iterator[Network]:
    graph = network.simple
    for k in range(graph.size):
        left = np.arange(graph.size) != k
        yield Network.of(
            network.ids,
            graph.source[left],
            graph.target[left],
            directed=network.directed,
            columns=network.columns,
        )


@pytest.mark.parametrize(("seed", "directed"), CASES)
def test_assortativity_without_each_tie(seed: int, *, directed: bool) -> None:
    """se² = Σ(r₋ₑ − r)² (Newman 2003, eq. 5); none where r is undefined without some tie."""
    network = random_network(seed, directed=directed)
    result = network.measure("assortativity_nominal", by="group")
    if result.value is None:
        assert result.interval is None
        return
    others = [
        other.measure("assortativity_nominal", by="group").value
        for other in without_each_tie(network)
    ]
    if None in others:
        assert result.interval is None
        return
    value = result.value
    assert isinstance(value, float)
    apart = [other - value for other in others if isinstance(other, float)]
    se = sqrt(sum(gap**2 for gap in apart))
    assert result.interval is not None
    assert_near(result.interval.se, se)
    assert_near(result.interval.low, max(-1.0, value - 1.959963984540054 * se))
    assert_near(result.interval.high, min(1.0, value + 1.959963984540054 * se))


@pytest.mark.parametrize(("seed", "directed"), CASES[:20])
def test_many_groups_are_summed_without_a_table(
    seed: int, *, directed: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    plain = by_variant(random_network(seed, directed=directed))
    monkeypatch.setattr(tally, "_FEW_GROUPS", 0)
    assert_near(by_variant(random_network(seed, directed=directed)), plain)


def test_too_many_groups_for_a_table() -> None:
    ids = [f"{k:04d}" for k in range(2001)]
    network, column = Network.of(ids, [0, 1], [1, 2]), Column.of("self", ids)
    for name in ("mixing_matrix", "dyads_matrix", "mixing_perm_z"):
        result = network.measure(name, by=column)
        assert result.reason == "too_costly"
        assert "--by" in result.advice("fr")
    assert network.measure("ei_network", by=column).value == 1.0
