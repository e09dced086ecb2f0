"""Label permutation: against every permutation there is, and what is said of draws."""

from __future__ import annotations

from itertools import permutations

import numpy as np
import pytest
from near import assert_near
from random_networks import random_network
from small_networks import net

from maillage.graph.errors import InvalidInput
from maillage.graph.measures import relabelling
from maillage.graph.measures.p_values import FEWEST_WAYS, two_sided_error, ways_to_group
from maillage.graph.measures.registry import measure
from maillage.graph.measures.relabelling import Labellings, labellings
from maillage.graph.network import Network

TRIANGLES = net("ab bc ca de ef fd cd", dict(zip("abcdefg", "xxxyyyy", strict=True)))


def within_every_labelling(network: Network) -> list[int]:
    graph = network.simple
    ties = list(zip(graph.source.tolist(), graph.target.tolist(), strict=True))
    orders = permutations(network.column("group").codes.tolist())
    return [sum(labels[i] == labels[j] for i, j in ties) for labels in orders]


def test_p_is_that_of_every_labelling() -> None:
    """Within 5 standard errors of the exact share of labellings, isolates taking part."""
    every = np.array(within_every_labelling(TRIANGLES))
    observed = every[0]
    result = TRIANGLES.measure("qap_same_group", by="group", permutations=4000, seed=6)
    assert result.p is not None
    assert result.se is not None
    assert abs(result.p - (every >= observed).mean()) <= 5 * result.se
    two_sided = min(1.0, 2 * min((every >= observed).mean(), (every <= observed).mean()))
    tested = TRIANGLES.measure("ei_network", by="group", permutations=4000, seed=6)
    assert tested.p is not None
    assert tested.se is not None
    assert abs(tested.p - two_sided) <= 5 * tested.se


@pytest.mark.parametrize("seed", range(20))
@pytest.mark.parametrize("directed", [False, True])
def test_qap_is_the_correlation_of_two_tables(seed: int, *, directed: bool) -> None:
    network = random_network(seed, directed=directed)
    n, codes = network.n, network.column("group").codes
    tied = np.zeros((n, n))
    tied[network.simple.source, network.simple.target] = 1
    alike = (codes[:, None] == codes[None, :]).astype(float)
    dyads = ~np.eye(n, dtype=bool) if directed else np.triu(np.ones((n, n), bool), 1)
    result = network.measure("qap_same_group", by="group", permutations=20)
    if tied[dyads].std() == 0 or alike[dyads].std() == 0:
        assert result.reason in {"no_ties", "one_group", "zero_variance"}
        return
    value = result.to_json()["value"]
    assert isinstance(value, dict)
    assert_near(value["r"], float(np.corrcoef(tied[dyads], alike[dyads])[0, 1]))
    few = result.reasons == {"p_upper": "too_small"}
    assert (value["perm"], value["p_upper"] is None) == ((0, True) if few else (20, False))


@pytest.mark.parametrize("groups", ["x", "xy", "xxyy", "xxxyyy", "xxyyyy", "xxxyyyy", "xxyyzz"])
def test_ways_are_those_that_differ(groups: str) -> None:
    """Against every order of the labels, groups of one size taken for each other."""
    every = {
        frozenset(
            frozenset(k for k, label in enumerate(order) if label == group) for group in groups
        )
        for order in permutations(groups)
    }
    assert ways_to_group([groups.count(group) for group in set(groups)]) == len(every)


def test_too_few_members_to_test() -> None:
    """Ten ways to part six in threes: no p below 0.1, so none is given, and it is said why."""
    groups = dict(zip("abcdef", "xxxyyy", strict=True))
    found = measure(net("ab bc ca de ef fd cd", groups), by="group", permutations=99)
    for result in found:
        tested = result.measure in {"ei_network", "yule_q", "communities_nmi", "qap_same_group"}
        if tested and result.variant in {"", "leiden", "monte_carlo"}:
            assert (result.p, result.draws) == (None, None)
            assert result.value is not None
            assert "too_small" in {*result.warnings, *result.reasons.values()}
    assert ways_to_group([3, 3]) < FEWEST_WAYS <= ways_to_group([3, 4])


def test_the_least_p_is_told() -> None:
    """35 ways to part seven: 2/35 on two sides, 1/35 on one; with few draws, what these allow."""
    two, few = (
        TRIANGLES.measure("ei_network", by="group", permutations=draws) for draws in (999, 9)
    )
    one = TRIANGLES.measure("qap_same_group", by="group", permutations=999)
    assert two.p_least == pytest.approx(2 / 35)
    assert few.p_least == pytest.approx(0.2)
    assert one.to_json()["p_least"] == pytest.approx(1 / 35)


def test_degrees_that_leave_little_choice_are_said() -> None:
    """A star has one graph of its degrees; a circle of thirty has very many."""
    star = net(" ".join(f"a{k}" for k in "bcdefgh"), dict(zip("abcdefgh", "xxxxyyyy", strict=True)))
    result = star.measure("within_ties_degree_null", by="group", permutations=50)
    assert (result.p_least, result.warnings) == (1.0, ("too_small",))
    ring = [(f"n{k}", f"n{(k + 1) % 30}", 1.0) for k in range(30)]
    many = net(ring, {f"n{k}": "xyz"[k % 3] for k in range(30)})
    result = many.measure("within_ties_degree_null", by="group", permutations=200)
    assert result.warnings == ()


def batches(network: Network, *, draws: int, seed: int = 1) -> list[Labellings]:
    column = network.column("group")
    return list(labellings(network.simple, column.codes, len(column.categories), draws, seed))


@pytest.mark.parametrize("directed", [False, True])
@pytest.mark.parametrize("compiled", [False, True])
def test_moments_of_the_draws(
    monkeypatch: pytest.MonkeyPatch, *, directed: bool, compiled: bool
) -> None:
    """Means and variances within 5 standard errors of those over every labelling; sums agree."""
    ties, groups = "ab bc ca de ef fd cd", dict(zip("abcdefg", "xxxyyyy", strict=True))
    network = net(ties, groups, directed=directed)
    monkeypatch.setattr(relabelling, "_BATCH", 10)
    if compiled:
        monkeypatch.setattr(relabelling, "MANY_LOOKS", 1)
    draws = 20_000
    made = batches(network, draws=draws)
    assert sum(map(len, made)) == draws
    assert len(made[0]) == (relabelling.LANES if compiled else 10)
    within = np.concatenate([batch.within.sum(axis=1) for batch in made])
    every = np.array(within_every_labelling(network))
    assert every.std() > 0
    assert abs(within.mean() - every.mean()) <= 5 * every.std() / draws**0.5
    assert abs(within.var() / every.var() - 1) <= 0.1
    for batch in made[:2]:
        assert (batch.out.sum(axis=1) == network.simple.size).all()
        assert (batch.into.sum(axis=1) == network.simple.size).all()
        assert (batch.within <= np.minimum(batch.out, batch.into)).all()


def test_bytes_do_not_overflow() -> None:
    """A thousand ties between two nodes of one group, however labels fall: all or none within."""
    ids = [f"{k:04d}" for k in range(1002)]
    source, target = [0] * 1001, list(range(1, 1002))
    column = np.zeros(1002, np.int32)
    graph = Network.of(ids, source, target).simple
    (made,) = relabelling._SideBySide.of(graph, column, 1).draw(64, [5])
    assert (made.within == 1001).all()


def test_weights_are_drawn_with_their_ties() -> None:
    """Two ties of weight 3 and 1: within is 0, 1, 3 or 4, never a count of ties."""
    network = net([("a", "b", 3.0), ("c", "d", 1.0)], dict(zip("abcd", "xxyy", strict=True)))
    column = network.column("group")
    made = labellings(network.weighted, column.codes, 2, 400, 2, weighted=True)
    inside = np.concatenate([batch.within.sum(axis=1) for batch in made])
    assert set(inside.tolist()) == {0.0, 4.0}
    assert abs((inside == 4).mean() - 1 / 3) <= 5 * (2 / 9 / 400) ** 0.5


def test_draws_are_limited() -> None:
    for draws in (-1, 10_000_000):
        with pytest.raises(InvalidInput) as refused:
            measure(TRIANGLES, ["ei_network"], by="group", permutations=draws)
        assert "1\u202f000\u202f000" in refused.value.text("fr")
        assert "draws" in refused.value.text("en")


def test_without_draws_nothing_is_drawn() -> None:
    found = measure(TRIANGLES, by="group", permutations=0)
    assert all(result.draws is None for result in found)
    assert "qap_same_group" not in {result.measure for result in found}


def test_stopping_keeps_what_was_drawn(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(relabelling, "_BATCH", 10)

    def until_thirty(done: int, wanted: int) -> bool:
        assert wanted == 1000
        return done < 30

    found = measure(
        TRIANGLES,
        ["ei_network", "within_ties_degree_null"],
        by="group",
        permutations=1000,
        watch=until_thirty,
    )
    assert [result.draws for result in found] == [30, 30]
    for result in found:
        assert "interrupted" in result.warnings
        assert result.p is not None


def test_stopped_at_once() -> None:
    result = measure(
        TRIANGLES,
        ["within_ties_degree_null"],
        by="group",
        permutations=1000,
        watch=lambda done, wanted: done > wanted,
    )[0]
    assert (result.value, result.reason) == (None, "not_drawn")


def test_the_error_of_a_two_sided_p_is_that_of_twice_a_share() -> None:
    """Against simulation: p of tests of which each side is known to be met with chance q."""
    rng, draws, q = np.random.default_rng(4), 300, 0.05
    met = rng.binomial(draws, q, size=20_000)
    p = np.minimum(1.0, 2 * (met + 1) / (draws + 1))
    told = np.mean([two_sided_error(float(one), draws) for one in p[:2000]])
    assert told == pytest.approx(p.std(), rel=0.06)
