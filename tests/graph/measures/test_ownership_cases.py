"""Ownership on published examples, and on the cases that other tools get wrong."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import Any

import numpy as np
import pytest
from exact_ownership import Shares, holdings
from near import assert_near
from scipy import sparse

from maillage.graph.errors import NotFound, UnknownName
from maillage.graph.measures.entry import Mode
from maillage.graph.measures.ownership import flow, rings
from maillage.graph.measures.ownership.flow import Factor, Flow, Iteration
from maillage.graph.measures.ownership.holdings import Holdings
from maillage.graph.measures.ownership.polls import Poll
from maillage.graph.measures.ownership.power import shapley
from maillage.graph.measures.ownership.registry import OWNERSHIP, measure_ownership
from maillage.graph.measures.ownership.votes import Line, told_of, votes_of
from maillage.graph.measures.result import Result, plain


def taken(held: Holdings, name: str, variant: str | None = None) -> Result:
    found = measure_ownership(held, [name])
    return next(each for each in found if variant in (None, each.variant))


def value(held: Holdings, name: str, variant: str | None = None) -> Any:
    return plain(taken(held, name, variant).value)


# ---------------------------------------------------------------------- published


def test_two_organisations_that_hold_half_of_each_other() -> None:
    """Elliott, Golub & Jackson 2014, AER 104:3115–3153, their first example: two thirds of each
    end with its own investors, one third with those of the other."""
    shares = {("o1", "o2"): "0.5", ("o2", "o1"): "0.5", ("p1", "o1"): "0.5", ("p2", "o2"): "0.5"}
    held = holdings(shares, {"p1": "private", "p2": "public"})
    assert_near(
        value(held, "lookthrough_by_kind"),
        {
            "o1": {"private": Fraction(2, 3), "public": Fraction(1, 3), "unknown": 0},
            "o2": {"private": Fraction(1, 3), "public": Fraction(2, 3), "unknown": 0},
        },
    )


@pytest.mark.parametrize(
    ("votes", "needed", "expected"),
    [
        # Council of the EEC, 1958: a great power 14/60, Belgium and the Netherlands 9/60,
        # Luxembourg nothing (Brams 1975, Game Theory and Politics, ch. 5).
        ((4, 4, 4, 2, 2, 1), 12, ("14/60", "14/60", "14/60", "9/60", "9/60", "0")),
        # Security Council of eleven, as in Shapley & Shubik 1954: 76/385 and 1/462.
        ((5,) * 5 + (1,) * 6, 27, ("76/385",) * 5 + ("1/462",) * 6),
        # Security Council of fifteen: 421/2145 and 4/2145.
        ((7,) * 5 + (1,) * 10, 39, ("421/2145",) * 5 + ("4/2145",) * 10),
    ],
    ids=["EEC 1958", "Security Council of eleven", "Security Council of fifteen"],
)
def test_councils(votes: tuple[int, ...], needed: int, expected: tuple[str, ...]) -> None:
    """With as many votes that are never cast as make the quota just more than half of all."""
    found = shapley(Poll(tuple(enumerate(votes)), 2 * needed - 1))
    assert_near(list(found.values()), [Fraction(power) for power in expected])


# ---------------------------------------------------------------------- control


def controlled(shares: Shares, variant: str = "strict_50") -> Any:
    return value(holdings(shares), "control_majority", variant)


def test_exactly_half_is_not_control() -> None:
    """0.1 + 0.2 + 0.2 is half, whatever floats make of it."""
    shares = {
        ("x", "p"): "1",
        ("x", "q"): "1",
        ("x", "y"): "0.1",
        ("p", "y"): "0.2",
        ("q", "y"): "0.2",
    }
    assert controlled(shares) == {"x": ["p", "q"]}
    assert controlled({**shares, ("x", "y"): "0.1000000001"}) == {"x": ["p", "q", "y"]}


def test_two_firms_that_hold_each_other_do_not_belong_to_themselves() -> None:
    """b and c hold 60 % of each other; a, with 40 % of both, controls neither."""
    shares = {("b", "c"): "0.6", ("c", "b"): "0.6", ("a", "b"): "0.4", ("a", "c"): "0.4"}
    assert controlled(shares) == {"b": ["c"], "c": ["b"]}


def test_control_is_no_product_of_percentages() -> None:
    """51 % of 51 % is a quarter of the capital, and control all the same."""
    shares = {("a", "b"): "0.51", ("b", "c"): "0.51"}
    assert controlled(shares) == {"a": ["b", "c"], "b": ["c"]}
    row = measure_ownership(holdings(shares), ["integrated_ownership"], owner="a")[0]
    assert_near(
        plain(row.value), {"ids": ["a", "b", "c"], "matrix": [[0, 0.51, 0.2601]], "rows": ["a"]}
    )


def test_own_shares_vote_neither_for_nor_against() -> None:
    """45 % is not half of the capital, and more than half of the 80 % that votes."""
    shares = {("x", "y"): "0.45", ("y", "y"): "0.2", ("z", "y"): "0.35"}
    assert controlled(shares) == {}
    assert value(holdings(shares), "control_by_votes") == {"x": ["y"]}


def test_what_a_controlled_firm_holds_above_does_not_vote() -> None:
    shares = {("x", "y"): "0.45", ("y", "z"): "0.6", ("z", "y"): "0.2", ("w", "y"): "0.35"}
    held = holdings(shares)
    assert value(held, "control_by_votes") == {"x": ["y", "z"], "y": ["z"]}
    assert value(held, "own_shares") == {"y": {"direct": 0.0, "through_controlled": 0.2}}


def test_a_minority_blocks_by_its_votes() -> None:
    """L225-96 counts votes: 40 % of the capital with a tenth of the votes blocks nothing, 5 % with
    half of them does; own shares leave the total, so that 30 of 80 is more than a third."""
    shares = {
        ("a", "f"): "0.4", ("b", "f"): "0.05", ("c", "g"): "0.3", ("d", "g"): "0.3",
        ("g", "g"): "0.2",
    }  # fmt: skip
    votes = {**shares, ("a", "f"): "0.1", ("b", "f"): "0.4"}
    held = holdings(shares, votes=votes)
    assert value(held, "blocking_minority", "") == {
        "f": {"b": 0.4},
        "g": {"c": 0.375, "d": 0.375},
    }
    assert value(held, "blocking_minority", "capital") == {"f": {"a": 0.4}}
    assert taken(held, "blocking_minority", "").warnings == ("capital_for_votes",)
    told = replace(held, voted=frozenset(held.firms))
    assert taken(told, "blocking_minority", "").warnings == ()


def test_joint_control_and_blocking_minorities_are_of_the_heads_of_groups() -> None:
    """h is x's: the halves are x's and z's, the third is nobody's but w's."""
    shares = {
        ("x", "h"): "1", ("h", "y"): "0.3", ("x", "y"): "0.2", ("z", "y"): "0.5",
        ("w", "t"): "0.34", ("x", "t"): "0.6", ("v", "u"): "1/3",
    }  # fmt: skip
    held = holdings(shares)
    assert value(held, "joint_control") == {"y": ["x", "z"]}
    assert value(held, "blocking_minority") == {"t": {"w": 0.34}, "y": {"x": 0.5, "z": 0.5}}


# ---------------------------------------------------------------------- look-through


def test_tracing_stops_at_public_bodies() -> None:
    """Who holds a public body does not matter, nor does it close a ring."""
    shares = {("a", "p"): "1", ("p", "a"): "1", ("p", "y"): "0.4"}
    held = holdings(shares, {"p": "public", "a": "private"})
    assert value(held, "lookthrough_by_kind") == {
        "a": {"public": 1.0, "unknown": 0.0},
        "p": {"public": 1.0, "unknown": 0.0},
        "y": {"public": 0.4, "unknown": 0.6},
    }


def test_what_is_below_a_closed_ring_has_no_value() -> None:
    shares = {
        ("a", "b"): "1",
        ("b", "a"): "1",
        ("a", "y"): "0.5",
        ("c", "y"): "0.5",
        ("c", "z"): "1",
    }
    result = taken(holdings(shares, {"c": "ess"}), "lookthrough_by_kind")
    assert result.reasons == dict.fromkeys("aby", "singular")
    value = plain(result.value)
    assert isinstance(value, dict)
    assert value["z"] == {"ess": 1.0, "unknown": 0.0}
    assert result.singular_rings == (("a", "b"),)


@pytest.mark.parametrize("gap", ["0.01", "0.0001", "0.0000001"])
def test_a_ring_that_is_almost_closed(gap: str) -> None:
    """All of it ends with the one holder outside, however small the door."""
    part = 1 - Fraction(gap)
    shares = {("a", "b"): Fraction(1), ("b", "a"): part, ("c", "a"): Fraction(gap)}
    held = holdings(shares, {"c": "public"})
    found = value(held, "lookthrough_by_kind")
    assert_near(found, {firm: {"public": 1.0, "unknown": 0.0} for firm in "ab"})
    assert value(held, "self_ownership")["a"] == pytest.approx(float(part), rel=1e-9)


def test_a_door_of_a_rounding_is_no_door() -> None:
    """What people's rounding may leave open is closed: ten decimals are, seven are not."""
    shares = {("a", "b"): "1", ("b", "a"): "0.9999999999", ("c", "a"): "0.0000000001"}
    assert taken(holdings(shares), "integrated_ownership").reason == "singular"
    assert (
        taken(holdings({**shares, ("b", "a"): "0.9999999"}), "integrated_ownership").reason is None
    )


# ---------------------------------------------------------------------- large rings


def test_large_rings_are_followed_step_by_step(monkeypatch: pytest.MonkeyPatch) -> None:
    """The same figures as by factorisation, to the tolerance of results."""
    generator = np.random.default_rng(3)
    table = sparse.random_array((60, 60), density=0.05, rng=generator).toarray()
    part = sparse.csr_array(0.95 * table / np.maximum(table.sum(axis=0), 1.0))
    start = generator.random(60)
    np.testing.assert_allclose(Iteration(part).left(start), Factor(part).left(start), rtol=1e-12)
    np.testing.assert_allclose(Iteration(part).right(start), Factor(part).right(start), rtol=1e-12)
    monkeypatch.setattr(flow, "LARGEST_RING", 1)
    shares = {("a", "b"): "0.6", ("b", "a"): "0.5", ("c", "a"): "0.5"}
    held = holdings(shares, {"c": "ess"})
    assert_near(
        value(held, "lookthrough_by_kind")["a"], {"ess": Fraction(5, 7), "unknown": Fraction(2, 7)}
    )
    assert taken(held, "self_ownership").reasons == dict.fromkeys("ab", "too_costly")


def test_one_row_is_the_same_by_the_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    held = holdings({("a", "b"): "0.6", ("b", "a"): "0.5", ("b", "c"): "0.4", ("d", "c"): "0.3"})
    apart = Flow.of(held).row(0)
    monkeypatch.setattr(flow, "FAR", 0)
    np.testing.assert_allclose(Flow.of(held).row(0), apart, rtol=1e-14)


# ---------------------------------------------------------------------- votes


def lines(*said: tuple[str, str | None, str | None]) -> list[Line]:
    """(holder, college, votes of the college), each with a tenth of the capital of one firm."""
    return [
        Line("f", owner, Fraction(1, 10), None, college, None if part is None else Fraction(part))
        for owner, college, part in said
    ]


def test_one_member_one_vote() -> None:
    said = lines(("a", None, None), ("b", None, None), ("f", None, None))
    assert votes_of(said, {"f": "member"}) == [Fraction(1, 2), Fraction(1, 2), Fraction(0)]


def test_colleges_share_their_votes_equally() -> None:
    said = lines(("a", "salariés", "0.5"), ("b", "usagers", "0.2"), ("c", "usagers", "0.2"))
    assert votes_of(said, {}) == [Fraction(1, 2), Fraction(1, 10), Fraction(1, 10)]


def test_a_rule_that_is_named_goes_before_what_the_lines_say() -> None:
    said = lines(("a", "salariés", "0.5"), ("b", "usagers", "0.2"))
    assert votes_of(said, {"f": "capital"}) == [Fraction(1, 10)] * 2


def test_firms_of_whose_votes_something_is_told() -> None:
    assert told_of(lines(("a", None, None)), {}) == frozenset()
    assert told_of(lines(("a", "salariés", "0.5")), {}) == {"f"}
    assert told_of(lines(("a", None, None)), {"f": "member"}) == {"f"}


# ---------------------------------------------------------------------- the rest


def test_network_power_follows_a_label_through_both_ways_it_comes() -> None:
    """y and z are both x's, whose label is drawn once: together they decide w for one of three."""
    thirds = {(root, "x"): "0.3" for root in "abc"}
    shares = {**thirds, ("x", "y"): "1", ("x", "z"): "1", ("y", "w"): "0.3", ("z", "w"): "0.3"}
    found = value(holdings(shares), "network_power_index")
    assert_near(found, {**dict.fromkeys("abc", 1 + Fraction(4, 3)), **dict.fromkeys("xyzw", 0)})


def test_network_power_is_for_networks_without_rings() -> None:
    ring = holdings({("a", "b"): "0.6", ("b", "a"): "0.6"})
    assert taken(ring, "network_power_index").reason == "not_applicable"
    own = holdings({("a", "b"): "0.6", ("b", "b"): "0.2"})
    assert value(own, "network_power_index") == {"a": 2.0, "b": 0.0}


def test_loops_once_each_with_their_product() -> None:
    shares = {("b", "c"): "0.5", ("c", "b"): "0.4", ("a", "a"): "0.1", ("b", "d"): "0.2"}
    held = holdings(shares)
    assert_near(value(held, "elementary_cycles"), [[["a"], 0.1], [["b", "c"], 0.2]])
    assert value(held, "circular_groups") == [["a"], ["b", "c"]]
    assert_near(value(held, "ring_radius"), [[["a"], 0.1], [["b", "c"], 0.2**0.5]])


def test_too_many_loops_are_not_listed(monkeypatch: pytest.MonkeyPatch) -> None:
    held = holdings({("a", "b"): "0.5", ("b", "a"): "0.5", ("a", "c"): "0.5", ("c", "a"): "0.5"})
    for limit in ("MOST_CYCLES", "MOST_STEPS"):
        with monkeypatch.context() as less:
            less.setattr(rings, limit, 1)
            result = taken(held, "elementary_cycles")
            assert (result.reason, result.advice_code) == ("too_costly", "costly_cycles")


def test_reciprocal_holdings_are_flagged_above_a_tenth() -> None:
    shares = {("a", "b"): "0.1", ("b", "a"): "0.1", ("c", "d"): "0.05", ("d", "c"): "0.1001"}
    held = holdings(shares)
    assert value(held, "reciprocal_holdings", "above_10_pct") == [["c", "d", 0.05, 0.1001]]
    assert len(value(held, "reciprocal_holdings", "all")) == 2


def test_nobody_holds_anything() -> None:
    held = holdings({}, more=["a", "b"])
    for result in measure_ownership(held):
        assert result.reason is None
        assert (result.n, result.ties, result.isolates) == (2, 0, 2)
    assert value(held, "network_value") == {"a": 1.0, "b": 1.0}


def test_too_many_rows_for_a_matrix() -> None:
    held = holdings({("a", "b"): "0.5"}, more=[f"x{k}" for k in range(2_000)])
    result = taken(held, "integrated_ownership")
    assert (result.reason, result.advice_code) == ("too_costly", "costly_holders")
    assert "--owner" in result.advice("fr")
    assert measure_ownership(held, ["integrated_ownership"], owner="a")[0].reason is None


def test_what_does_not_exist() -> None:
    held = holdings({("a", "b"): "0.5"})
    with pytest.raises(NotFound):
        measure_ownership(held, owner="z")
    with pytest.raises(UnknownName):
        measure_ownership(held, ["ownership"])
    with pytest.raises(UnknownName):
        measure_ownership(held, ["circular_groups"], owner="a")


@pytest.mark.parametrize("name", OWNERSHIP)
def test_each_entry_tells_what_it_is(name: str) -> None:
    entry = OWNERSHIP[name]
    assert entry.mode is Mode.OWNERSHIP
    assert entry.meaning.fr.endswith("\u202f?")
    assert entry.reference
