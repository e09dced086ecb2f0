"""Ownership against its definitions, worked out in fractions by brute force."""

from __future__ import annotations

from fractions import Fraction
from math import comb, factorial, prod
from random import Random
from typing import Any

import networkx as nx
import pytest
from drawn_holdings import drawn_holdings
from exact_ownership import Exact, holdings, shapley
from hypothesis import given, settings
from hypothesis import strategies as st
from near import assert_near

from maillage.graph.measures.ownership.holdings import Holdings
from maillage.graph.measures.ownership.polls import Poll
from maillage.graph.measures.ownership.power import shapley as powers_of
from maillage.graph.measures.ownership.registry import OWNERSHIP, measure_ownership
from maillage.graph.measures.result import plain

HALF, THIRD = Fraction(1, 2), Fraction(1, 3)


def values(held: Holdings, *names: str, owner: str | None = None) -> dict[str, Any]:
    """Values by « measure variant »."""
    found = measure_ownership(held, names or None, owner=owner)
    return {f"{each.measure} {each.variant}".strip(): plain(each.value) for each in found}


@settings(max_examples=60, deadline=None)
@given(drawn_holdings())
def test_all_routes(held: Holdings) -> None:
    exact, found = Exact(held), values(held, "integrated_ownership", "network_value")
    integrated, corrected = exact.integrated(), exact.corrected()
    assert_near(found["integrated_ownership uncorrected"]["matrix"], integrated)
    assert_near(found["integrated_ownership corrected"]["matrix"], corrected)
    for place, node in enumerate(held.ids):
        loops = 1 + integrated[place][place]
        value = 1 + sum(integrated[place], Fraction(0))
        assert_near(found["network_value uncorrected"][node], value)
        assert_near(found["network_value corrected"][node], value / loops)


@settings(max_examples=30, deadline=None)
@given(drawn_holdings())
def test_one_owner_is_a_row_of_all(held: Holdings) -> None:
    whole = values(held)
    for place, owner in enumerate(held.ids):
        one = values(held, owner=owner)
        for variant in ("uncorrected", "corrected"):
            row = one[f"integrated_ownership {variant}"]
            assert row["rows"] == [owner]
            square = whole[f"integrated_ownership {variant}"]
            assert_near(row["matrix"], [square["matrix"][place]])
            value = whole[f"network_value {variant}"][owner]
            assert_near(one[f"network_value {variant}"], {owner: value})
        assert_near(one["self_ownership"], {owner: whole["self_ownership"][owner]})
        for control in ("control_majority strict_50", "control_majority strict_one_third"):
            assert one[control] == {owner: whole[control].get(owner, [])}


@settings(max_examples=60, deadline=None)
@given(drawn_holdings())
def test_lookthrough(held: Holdings) -> None:
    found = values(held, "lookthrough_by_kind")["lookthrough_by_kind roots"]
    assert_near(found, Exact(held).lookthrough())
    for parts in found.values():
        assert sum(parts.values()) == pytest.approx(1, rel=1e-12)


@settings(max_examples=80, deadline=None)
@given(drawn_holdings(whole=10))
def test_control(held: Holdings) -> None:
    found, exact = values(held, "control_majority"), Exact(held)
    assert found["control_majority strict_50"] == exact.control(HALF)
    assert found["control_majority strict_one_third"] == exact.control(THIRD)


@settings(max_examples=40, deadline=None)
@given(drawn_holdings(acyclic=True, most=5, whole=10))
def test_network_power(held: Holdings) -> None:
    found = values(held, "network_power_index")["network_power_index exact_acyclic"]
    assert_near(found, dict(zip(held.ids, Exact(held).power(), strict=True)))
    assert sum(found.values()) == pytest.approx(held.n)


@settings(max_examples=60, deadline=None)
@given(drawn_holdings())
def test_loops(held: Holdings) -> None:
    """As networkx lists them."""
    graph: nx.DiGraph[str] = nx.DiGraph()
    for owner, owned, share in Exact(held).lines():
        graph.add_edge(held.ids[owner], held.ids[owned], share=float(share))
    expected = []
    for loop in nx.simple_cycles(graph):
        first = loop.index(min(loop))
        turned = loop[first:] + loop[:first]
        steps = zip(turned, turned[1:] + turned[:1], strict=True)
        expected.append([turned, prod(graph.edges[step]["share"] for step in steps)])
    found = values(held, "elementary_cycles")["elementary_cycles up_to_6"]
    assert_near(found, sorted(expected))


@settings(max_examples=60, deadline=None)
@given(st.lists(st.integers(1, 12), min_size=1, max_size=6), st.integers(0, 12))
def test_voting_power(votes: list[int], float_: int) -> None:
    total = sum(votes) + float_
    found = powers_of(Poll(tuple(enumerate(votes)), total))
    expected = shapley([Fraction(vote) for vote in votes], Fraction(total, 2))
    assert_near(list(found.values()), expected)


@pytest.mark.parametrize("size", [9, 12, 24, 40])
def test_voting_power_the_same_by_each_way(size: int) -> None:
    """Few different numbers of votes among many: counted by how many of each kind came before."""
    random = Random(size)
    votes = [random.choice((1, 2, 5)) for _ in range(size)]
    total = sum(votes) + 3
    found = powers_of(Poll(tuple(enumerate(votes)), total))
    for vote in {1, 2, 5} & set(votes):
        expected = _power_by_kinds(vote, votes, Fraction(total, 2))
        assert_near(found[votes.index(vote)], expected)
    assert sum(found.values()) == pytest.approx(1)


def _power_by_kinds(vote: int, votes: list[int], quota: Fraction) -> Fraction:
    """Σ over how many holders of 1, 2 and 5 votes came before, of the share of such orders."""
    n, others = len(votes), list(votes)
    others.remove(vote)
    ones, twos, fives = (others.count(kind) for kind in (1, 2, 5))
    turns = 0
    for a in range(ones + 1):
        for b in range(twos + 1):
            for c in range(fives + 1):
                before, size = a + 2 * b + 5 * c, a + b + c
                if before <= quota < before + vote:
                    ways = comb(ones, a) * comb(twos, b) * comb(fives, c)
                    turns += ways * factorial(size) * factorial(n - 1 - size)
    return Fraction(turns, factorial(n))


@settings(max_examples=30, deadline=None)
@given(drawn_holdings(), st.randoms(use_true_random=False))
def test_names_and_order_change_nothing(held: Holdings, random: Random) -> None:
    """Other ids, other order of nodes and lines: the same figures under the other ids."""
    again = _shuffled(held, random)
    there, back = values(held), values(again)
    for name in OWNERSHIP:
        for key in (key for key in there if key.split()[0] == name):
            if "integrated" in key:
                assert_near(_by_pair(back[key]), _by_pair(there[key], "x"))
            elif isinstance(there[key], dict):
                assert_near(_keys(back[key]), _keys(there[key], "x"))


def _shuffled(held: Holdings, random: Random) -> Holdings:
    lines = [
        (held.ids[owner], held.ids[owned], share) for owner, owned, share in Exact(held).lines()
    ]
    random.shuffle(lines)
    ids = list(held.ids)
    random.shuffle(ids)
    kinds = dict(zip(held.ids, held.kinds, strict=True))
    return holdings(
        {(f"x{owner}", f"x{owned}"): share for owner, owned, share in lines},
        {f"x{node}": kind for node in ids if (kind := kinds[node])},
        more=[f"x{node}" for node in ids],
    )


def _keys(value: Any, prefix: str = "") -> Any:
    """Maps and lists with every id prefixed; kinds of holders stay."""
    if isinstance(value, dict):
        return {_key(key, prefix): _keys(inner, prefix) for key, inner in value.items()}
    if isinstance(value, list):
        return sorted(_keys(inner, prefix) for inner in value)
    return _key(value, prefix) if isinstance(value, str) else value


def _key(text: str, prefix: str) -> str:
    return prefix + text if len(text) == 1 else text


def _by_pair(table: Any, prefix: str = "") -> dict[str, float]:
    ids = [_key(node, prefix) for node in table["ids"]]
    return {
        f"{row} {column}": share
        for row, shares in zip(ids, table["matrix"], strict=True)
        for column, share in zip(ids, shares, strict=True)
    }
