"""Two dates: by definition on random networks, by every permutation, and where nothing is said."""

from __future__ import annotations

from fractions import Fraction
from itertools import permutations

import numpy as np
import pytest
from near import assert_near
from random_networks import random_network
from small_networks import net

from maillage.graph.errors import InvalidInput, UnknownName
from maillage.graph.measures.modes import TWO_DATES, measure_two_dates
from maillage.graph.measures.p_values import FEWEST_WAYS
from maillage.graph.measures.result import Result
from maillage.graph.network import Network

Pair = tuple[str, str]


def ties_of(network: Network, among: set[str]) -> set[Pair]:
    graph = network.simple
    named = [
        (network.ids[i], network.ids[j])
        for i, j in zip(graph.source.tolist(), graph.target.tolist(), strict=True)
    ]
    pairs = named if network.directed else [(min(pair), max(pair)) for pair in named]
    return {pair for pair in pairs if set(pair) <= among}


def found(
    before: Network, after: Network, *, permutations: int, seed: int | None = None
) -> dict[tuple[str, str], Result]:
    results = measure_two_dates(before, after, permutations=permutations, seed=seed)
    return {(result.measure, result.variant): result for result in results}


@pytest.mark.parametrize("seed", range(30))
@pytest.mark.parametrize("directed", [False, True])
def test_by_definition(seed: int, *, directed: bool) -> None:
    """Two networks whose nodes overlap in part; only those of both count."""
    before = random_network(seed, directed=directed)
    after = random_network(seed + 1000, directed=directed)
    both = set(before.ids) & set(after.ids)
    old, new = ties_of(before, both), ties_of(after, both)
    results = found(before, after, permutations=0)
    jaccard, changes = results["jaccard_ties", ""], results["tie_changes", ""]
    assert results["hamming", ""].value == len(old ^ new)
    assert changes.n == len(both)
    if not old | new:
        assert (jaccard.reason, changes.reason) == ("no_ties", "no_ties")
        return
    assert_near(jaccard.value, Fraction(len(old & new), len(old | new)))
    assert_near(
        changes.to_json()["value"],
        {
            "kept": len(old & new),
            "dissolved": len(old - new),
            "created": len(new - old),
            "persistence": Fraction(len(old & new), len(old)) if old else None,
        },
    )
    assert results["joiners", "listed"].value == sorted(set(after.ids) - set(before.ids))
    assert results["leavers", "listed"].value == sorted(set(before.ids) - set(after.ids))


@pytest.mark.parametrize("seed", range(30))
@pytest.mark.parametrize("directed", [False, True])
def test_correlation_of_two_tables(seed: int, *, directed: bool) -> None:
    before, after = (random_network(k, directed=directed, most=7) for k in (seed, seed + 500))
    both = sorted(set(before.ids) & set(after.ids))
    dyads = [(a, b) for a in both for b in both if (a != b if directed else a < b)]
    rows = [
        [float(pair in ties) for pair in dyads]
        for ties in (ties_of(before, set(both)), ties_of(after, set(both)))
    ]
    result = found(before, after, permutations=0)["qap_gcor", "observed"]
    if not all(len(set(row)) == 2 for row in rows):
        assert result.reason in {"zero_variance", "no_ties"}
        return
    assert_near(result.value, float(np.asarray(np.corrcoef(rows))[0, 1]))


def test_p_is_that_of_every_permutation() -> None:
    """Within 5 standard errors of the exact share of the 720 shuffles of six nodes."""
    before, after = net("ab bc ca de", isolates="f"), net("ab bc cd ef")
    result = found(before, after, permutations=4000, seed=8)["qap_gcor", "monte_carlo"]
    old, new = ties_of(before, set("abcdef")), ties_of(after, set("abcdef"))
    common = []
    for order in permutations("abcdef"):
        name = dict(zip("abcdef", order, strict=True))
        common.append(sum(tuple(sorted((name[a], name[b]))) in old for a, b in new))
    exact = np.mean(np.array(common) >= len(old & new))
    assert result.p is not None
    assert result.se is not None
    assert abs(result.p - exact) <= 5 * result.se
    assert (result.draws, result.seed) == (4000, 8)
    value = result.to_json()["value"]
    assert isinstance(value, dict)
    assert value["perm"] == 4000


def test_who_came_and_who_left() -> None:
    """c is tied at first only, d then only; e is on the first list only, and takes no part."""
    before, after = net("ab bc ae", isolates="d"), net("ab ad", isolates="c")
    results = found(before, after, permutations=0)
    assert results["joiners", "tied"].value == ["d"]
    assert results["leavers", "tied"].value == ["c"]
    assert results["leavers", "listed"].value == ["e"]
    assert results["tie_changes", ""].to_json()["value"] == {
        "kept": 1, "dissolved": 1, "created": 1, "persistence": 0.5,
    }  # fmt: skip


def test_the_same_network_twice() -> None:
    network = net("ab bc cd")
    results = found(network, network, permutations=99)
    assert results["jaccard_ties", ""].value == 1.0
    assert results["qap_gcor", "observed"].value == 1.0
    assert results["hamming", ""].value == 0


def test_stopping_keeps_the_shuffles_made() -> None:
    result = measure_two_dates(
        net("ab bc cd de ef"), net("ab cd ef af"), ["qap_gcor"], permutations=900_000,
        watch=lambda done, wanted: done > wanted,
    )[1]  # fmt: skip
    assert result.draws is not None
    assert 0 < result.draws < 900_000
    assert result.warnings == ("interrupted",)


@pytest.mark.parametrize(
    ("ties", "ways"), [("ab bc cd", 12), ("ab cd", 3), ("ab bc cd da", 3), ("ab bc cd de", 60)]
)
def test_too_few_shuffles_that_differ(ties: str, ways: int) -> None:
    """A path of four lies in 12 ways on four nodes: r is told, p is not, and why."""
    before, after = net("ab bc bd", isolates="e" if "e" in ties else ""), net(ties)
    result = found(before, after, permutations=200)["qap_gcor", "monte_carlo"]
    if ways < FEWEST_WAYS:
        assert (result.p, result.reasons) == (None, {"p_upper": "too_small"})
        value = result.to_json()["value"]
        assert isinstance(value, dict)
        assert value["p_upper"] is None
        assert_near(value["r"], found(before, after, permutations=0)["qap_gcor", "observed"].value)
    else:
        assert result.p_least == pytest.approx(1 / ways)


def test_nobody_at_all() -> None:
    results = found(Network.of([], [], []), Network.of([], [], []), permutations=10)
    assert results["hamming", ""].value == 0
    for key in (("jaccard_ties", ""), ("tie_changes", ""), ("qap_gcor", "monte_carlo")):
        assert results[key].reason == "no_ties"


def test_arcs_and_ties_do_not_compare() -> None:
    with pytest.raises(InvalidInput) as refused:
        measure_two_dates(net("ab"), net("ab", directed=True))
    assert "orienté" in refused.value.text("fr")


def test_unknown_measures_are_refused() -> None:
    with pytest.raises(UnknownName) as refused:
        measure_two_dates(net("ab"), net("ab"), ["ei_network"])
    assert "jaccard_ties" in refused.value.text("fr")


def test_promised_names() -> None:
    promised = {"jaccard_ties", "hamming", "tie_changes", "qap_gcor"}
    assert promised <= set(TWO_DATES)
    variants = {variant.name for variant in TWO_DATES["qap_gcor"].variants}
    assert variants == {"observed", "monte_carlo"}
