"""What if something is missing: exact ranges where few removals are possible, and refusals."""

from __future__ import annotations

from fractions import Fraction
from itertools import combinations, product

import numpy as np
import pytest
from near import assert_near
from random_networks import random_network
from small_networks import net

from maillage.graph.measures.bootstrap import densities
from maillage.graph.measures.registry import measure
from maillage.graph.measures.result import Keyed
from maillage.graph.network import Column, Network

GROUPS = dict(zip("abcdefghij", "xxxxxyyyyy", strict=True))
TEN = net("ab bc cd de ef fg gh hi ij ja", GROUPS)


def told(network: Network, name: str, variant: str, draws: int) -> dict[str, dict[str, float]]:
    result = network.measure(name, by="group", variant=variant, permutations=draws, seed=1)
    assert result.draws == draws
    value = result.to_json()["value"]
    assert isinstance(value, dict)
    return value  # type: ignore[return-value]  # of each group, figures by name


def ei_without(gone: set[str] | frozenset[str]) -> Fraction:
    ties = [
        tie
        for tie in ["ab", "bc", "cd", "de", "ef", "fg", "gh", "hi", "ij", "ja"]
        if not set(tie) & gone
    ]
    across = sum(GROUPS[tie[0]] != GROUPS[tie[1]] for tie in ties)
    return Fraction(2 * across - len(ties), len(ties))


@pytest.mark.parametrize(("share", "gone"), [("10", 1), ("20", 2)])
def test_members_missing_from_a_circle_of_ten(share: str, gone: int) -> None:
    """The median and the ends over every choice of members who leave, when all were drawn."""
    exact = sorted(float(ei_without(frozenset(who))) for who in combinations(GROUPS, gone))
    found = told(TEN, "missing_members", "ei_network", 4000)[share]
    assert found["undefined"] == 0
    assert found["low"] == pytest.approx(np.quantile(exact, 0.025), abs=0.02)
    assert found["median"] == pytest.approx(np.quantile(exact, 0.5), abs=0.02)
    assert found["high"] == pytest.approx(np.quantile(exact, 0.975), abs=0.02)


def test_ties_missing_from_a_circle_of_ten() -> None:
    """Of ten ties, two cross; one goes: E-I is (4 − 9)/9, or (2 − 9)/9 one time in five."""
    found = dict(told(TEN, "missing_ties", "ei_network", 2000)["10"])
    mean, error = (float(str(found.pop(key))) for key in ("mean", "se_mean"))
    assert abs(mean - (0.8 * -5 / 9 + 0.2 * -7 / 9)) <= 5 * error
    assert error == pytest.approx(2 / 9 * 0.4 / 2000**0.5, rel=0.1)
    assert_near(found, {"low": -7 / 9, "median": -5 / 9, "high": -5 / 9, "undefined": 0})


@pytest.mark.parametrize("seed", range(10))
@pytest.mark.parametrize("directed", [False, True])
@pytest.mark.parametrize("name", ["missing_members", "missing_ties"])
def test_ranges_are_ranges(seed: int, name: str, *, directed: bool) -> None:
    network = random_network(seed, directed=directed)
    for variant in ("ei_network", "assortativity_nominal"):
        result = network.measure(name, by="group", variant=variant, permutations=30)
        if network.n < 8:
            assert result.reason == "too_small"
            continue
        if result.reason:
            assert result.reason == "no_ties"
            continue
        assert isinstance(result.value, dict)
        for part in result.value.values():
            assert isinstance(part, Keyed)
            if part["low"] is None:
                assert part["undefined"] == 30
            else:
                assert -1 <= float(str(part["low"])) <= float(str(part["high"])) <= 1


def test_bootstrap_of_a_small_table() -> None:
    """Every draw of three members of three, with every filling: the same mean and spread."""
    tied = np.array([[0, 1, 1], [1, 0, 0], [0, 1, 0]], np.bool_)
    values = [tied[i, j] for i in range(3) for j in range(3) if i != j]
    density, exact = np.mean(values), []
    for who in product(range(3), repeat=3):
        pairs = [(i, j) for i in range(3) for j in range(3) if i != j]
        sure = sum(tied[who[i], who[j]] for i, j in pairs if who[i] != who[j])
        drawn = sum(who[i] == who[j] for i, j in pairs)
        # Sum and variance of the pairs that take any pair's value.
        exact.append((sure + drawn * density, drawn * density * (1 - density)))
    means = np.array([mean for mean, _ in exact]) / 6
    variance = means.var() + np.mean([spread for _, spread in exact]) / 36
    found = np.array(list(densities(tied, 20_000, 3)))
    assert abs(found.mean() - means.mean()) <= 5 * (variance / 20_000) ** 0.5
    assert found.var() == pytest.approx(variance, rel=0.05)


def test_bootstrap_of_the_density() -> None:
    result = TEN.measure("density_bootstrap", permutations=500, seed=2)
    value = result.to_json()["value"]
    assert isinstance(value, dict)
    low, mean, high = (float(str(value[key])) for key in ("low", "mean", "high"))
    assert low <= mean <= high
    assert abs(mean - 10 / 45) < 0.02
    assert (result.draws, result.seed) == (500, 2)


def test_too_few_members_to_tell() -> None:
    network = net("ab bc", {"a": "x", "b": "y", "c": "x"})
    for name in ("missing_members", "missing_ties", "density_bootstrap"):
        result = network.measure(name, by="group")
        assert (result.value, result.reason) == (None, "too_small")


def test_kinds_of_tie() -> None:
    """a-b by two kinds, one of them twice; b-c and a-c by one; a with itself by a third."""
    kind = Column.of("kind", ["staff", "capital", "staff", "staff", "capital", "project"])
    network = Network.of("abc", [0, 1, 1, 1, 0, 0], [1, 0, 0, 2, 2, 0], kind=kind)
    assert network.measure("multiplexity").value == pytest.approx(1 / 3)
    assert network.measure("pairs_by_kinds").value == {"1": 2, "2": 1}
    overlap = network.measure("layer_overlap").to_json()["value"]
    assert_near(overlap, {"capital|staff": 1 / 3})


def test_without_kinds_nothing_is_said() -> None:
    assert TEN.measure("multiplexity").reason == "not_applicable"
    assert "multiplexity" not in {result.measure for result in measure(TEN, permutations=0)}
