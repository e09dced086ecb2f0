"""Ranges over the codings of undecided nodes."""

from __future__ import annotations

from itertools import product

import pytest
from small_networks import net

from maillage.graph.measures.result import Bounds, Keyed
from maillage.graph.network import Column, Network

GROUPS = {"a": "x", "b": "x", "c": "y", "d": "y", "e": None, "f": None}
NETWORK = net("ab bc cd ae ef fc", GROUPS)


def range_of(network: Network, name: str) -> Bounds:
    found = network.measure(name, by="group").range
    assert found is not None
    return found


def number(value: object) -> float:
    assert isinstance(value, int | float)
    return value


@pytest.mark.parametrize("name", ["assortativity_nominal", "freeman", "yule_q", "modularity"])
def test_a_range_holds_every_coding(name: str) -> None:
    """Two undecided nodes and two groups: 200 draws meet all four codings."""
    found = range_of(NETWORK, name)
    values = []
    for e, f in product("xy", repeat=2):
        column = Column.of("group", ["x", "x", "y", "y", e, f])
        values.append(number(NETWORK.measure(name, by=column).value))
    assert found.low == pytest.approx(min(values))
    assert found.high == pytest.approx(max(values))
    assert (found.method, found.codings, found.undecided_nodes) == ("codings", 202, 2)
    assert found.undecided_ties == 3


def test_ranges_of_groups() -> None:
    found = range_of(NETWORK, "coleman")
    assert isinstance(found.low, Keyed)
    assert isinstance(found.high, Keyed)
    for group in "xy":
        assert number(found.low[group]) <= number(found.high[group])


def test_no_range_where_everything_is_known() -> None:
    network = net("ab", {"a": "x", "b": "y"})
    assert network.measure("freeman", by="group").range is None


def test_a_range_where_no_coding_says_anything() -> None:
    network = net("ab", {"a": None, "b": None})
    found = range_of(network, "freeman")
    assert (found.low, found.high, found.codings) == (None, None, 0)


def test_codings_are_seeded() -> None:
    results = [NETWORK.measure("freeman", by="group", seed=seed).range for seed in (4, 4)]
    assert results[0] == results[1]
    assert results[0] is not None
    assert results[0].seed == 4
