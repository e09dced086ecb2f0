"""Exact moments under label permutation, against every permutation there is."""

from __future__ import annotations

from fractions import Fraction
from itertools import permutations
from math import sqrt

import pytest
from near import assert_near
from random_networks import by_variant, random_network
from small_networks import net

from maillage.graph.network import Network


def enumerated(network: Network) -> dict[str, tuple[Fraction, Fraction]]:
    """Mean and variance of each count over all orders of the labels."""
    graph, codes = network.simple.union, network.column("group").codes.tolist()
    ties = list(zip(graph.source.tolist(), graph.target.tolist(), strict=True))
    names, tables = network.column("group").categories, []
    for labels in permutations(codes):
        counts = dict.fromkeys(
            [f"{a}|{b}" for i, a in enumerate(names) for b in names[i:]] + ["cross"], 0
        )
        for i, j in ties:
            a, b = sorted((labels[i], labels[j]))
            counts[f"{names[a]}|{names[b]}"] += 1
            counts["cross"] += a != b
        tables.append(counts)
    moments = {}
    for key in tables[0]:
        mean = Fraction(sum(table[key] for table in tables), len(tables))
        square = Fraction(sum(table[key] ** 2 for table in tables), len(tables))
        moments[key] = mean, square - mean**2
    return moments


@pytest.mark.parametrize("seed", range(30))
@pytest.mark.parametrize("directed", [False, True])
def test_moments_are_those_of_every_permutation(seed: int, *, directed: bool) -> None:
    network = random_network(seed, directed=directed, most=6)
    found, moments = by_variant(network), enumerated(network)
    observed = found["mixing_perm_observed", ""]
    assert isinstance(observed, dict)
    assert_near(
        found["mixing_perm_expected", ""], {key: mean for key, (mean, _) in moments.items()}
    )
    assert_near(found["mixing_perm_variance", ""], {key: var for key, (_, var) in moments.items()})
    z = {
        key: (observed[key] - float(mean)) / sqrt(var) if var else None
        for key, (mean, var) in moments.items()
    }
    assert_near(found["mixing_perm_z", ""], z)


def test_by_hand() -> None:
    """A path a-b-c and an isolate d, two labels each: 6 allocations.

    Crossing ties of the path: labels of abc are xxy, xyx, yxx and their mirrors: 1, 2, 1.
    Mean 4/3, mean of squares 2, variance 2/9.
    """
    network = net("ab bc", {"a": "x", "b": "x", "c": "y", "d": "y"})
    found = by_variant(network)
    assert_near(value(found["mixing_perm_expected", ""], "cross"), 4 / 3)
    assert_near(value(found["mixing_perm_variance", ""], "cross"), 2 / 9)
    assert_near(value(found["mixing_perm_z", ""], "cross"), (1 - 4 / 3) / sqrt(2 / 9))


def test_nothing_to_permute_has_no_z() -> None:
    result = net("ab bc", dict.fromkeys("abc", "x")).measure("mixing_perm_z", by="group")
    assert result.value == {"x|x": None, "cross": None}
    assert set(result.reasons.values()) == {"zero_variance"}


def value(found: object, key: str) -> float:
    assert isinstance(found, dict)
    number = found[key]
    assert isinstance(number, float)
    return number
