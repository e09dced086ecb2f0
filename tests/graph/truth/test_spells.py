"""When what is said of one tie makes one spell, and when a gap makes two."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from small_truth import Evidence, day, tie
from truth_strategies import optional_days, thorough

from maillage.graph.dates import DateSpan
from maillage.graph.model import Record
from maillage.graph.truth.evidence import Trust
from maillage.graph.truth.spells import Said, Spell, spells

seeds = st.randoms(use_true_random=False)


def said(start: DateSpan | None, end: DateSpan | None, seen: DateSpan | None, n: int) -> Said:
    record = Record(id=f"r{n}", import_id="i", line=n, observed_on=seen)
    claim = replace(tie("a", "b"), start=start, end=end)
    return Said(Trust.THIRD_PARTY, {}, record, claim, None)


@st.composite
def claims(draw: st.DrawFn) -> list[Said]:
    triples = draw(st.lists(st.tuples(optional_days, optional_days, optional_days), max_size=7))
    return [
        said(start, end if not (start and end) or end.latest >= start.earliest else None, seen, n)
        for n, (start, end, seen) in enumerate(triples)
    ]


@thorough
@given(claims())
def test_spells_are_apart_in_order_and_hold_each_claim_once(told: list[Said]) -> None:
    found = spells(told)
    for before, after in pairwise(found):
        assert before.span.latest < after.span.earliest
    held = [each.record.id for spell in found for each in spell.claims]
    assert sorted(held) == sorted(each.record.id for each in told)
    assert all(spell.claims for spell in found)


@thorough
@given(claims(), seeds)
def test_the_order_of_claims_changes_no_spell(told: list[Said], order: random.Random) -> None:
    def shape(found: list[Spell]) -> list[tuple[DateSpan, list[str]]]:
        return [(spell.span, sorted(s.record.id for s in spell.claims)) for spell in found]

    assert shape(spells(order.sample(told, len(told)))) == shape(spells(told))


@thorough
@given(claims())
def test_claims_that_overlap_or_touch_are_of_one_spell(told: list[Said]) -> None:
    place = {s.record.id: n for n, spell in enumerate(spells(told)) for s in spell.claims}
    whole = [
        (s.record.id, DateSpan(s.claim.start.earliest, s.claim.end.latest))
        for s in told
        if s.claim.start and s.claim.end
    ]
    for one, span in whole:
        for other, other_span in whole:
            if span.meets(other_span):
                assert place[one] == place[other]


@thorough
@given(st.lists(st.tuples(st.integers(0, 40), st.integers(0, 8)), min_size=1, max_size=6))
def test_where_both_dates_are_known_each_gap_makes_a_spell(
    stretches: list[tuple[int, int]],
) -> None:
    # Days of 2012 by number; a gap is a whole day that no stretch covers, between covered ones.
    first = date(2012, 1, 1)
    days = [(first + timedelta(a), first + timedelta(a + n)) for a, n in stretches]
    told = [said(DateSpan(a, a), DateSpan(b, b), None, n) for n, (a, b) in enumerate(days)]
    covered = {a + k for a, n in stretches for k in range(n + 1)}
    starts = [d for d in covered if d - 1 not in covered]
    assert len(spells(told)) == len(starts)


@pytest.mark.parametrize(
    ("dates", "expected"),
    [
        ([("2005", "2007"), ("2012", None)], 2),  # four years of nothing
        ([("2010", "2012"), ("2013", None)], 1),  # 31 December and 1 January touch
        ([("2010", "2012-06"), ("2012-09", None)], 2),  # July and August are nothing
        ([("2010", "2012"), ("2012", None)], 1),
        ([("2005", None), ("2012", None)], 1),  # no end is known: no gap is known
        ([("2005", None), (None, "2007"), ("2012", None)], 2),
        ([("2005", "2007"), (None, "2013")], 1),  # nobody says that it began again
        ([("2005", "2007"), ("2012", None), (None, "2013")], 2),
        ([("2005", "2014"), (None, "2007"), ("2012", None)], 1),  # the first spans the gap
        ([("2015", "2016"), ("2012", None), ("2018", None)], 2),
    ],
)
def test_how_many_spells(dates: list[tuple[str | None, str | None]], expected: int) -> None:
    told = [said(day(start), day(end), None, n) for n, (start, end) in enumerate(dates)]
    assert len(spells(told)) == expected


def test_an_undated_observation_joins_the_spell_possible_on_its_day() -> None:
    # 2005–2007 and since 2012: seen in 2006 is the first, in 2014 the second, in 2009 the next.
    told = [
        said(day("2005"), day("2007"), None, 0),
        said(day("2012"), None, None, 1),
        said(None, None, day("2006"), 2),
        said(None, None, day("2014"), 3),
        said(None, None, day("2009"), 4),
        said(None, None, None, 5),  # nobody says when: the last
    ]
    assert [sorted(s.record.id for s in spell.claims) for spell in spells(told)] == [
        ["r0", "r2"],
        ["r1", "r3", "r4", "r5"],
    ]


def test_seen_after_every_known_end_it_is_a_new_tie() -> None:
    evidence = Evidence()
    evidence.load(tie("a", "b", start="2005", end="2007"), seen="2008")
    evidence.load(tie("a", "b"), seen="2012")
    first, second = sorted(evidence.graph().ties.values(), key=lambda t: t.records)
    assert (first.end, second.start, second.end) == (day("2007"), None, None)
    assert second.first_observed == day("2012")


def test_a_gap_makes_a_second_tie_with_an_id_of_its_own() -> None:
    evidence = Evidence()
    evidence.load(tie("a", "b", start="2005", end="2007"), tie("a", "b", start="2012"))
    ties = evidence.graph().ties
    assert sorted((t.start.text, t.end and t.end.text) for t in ties.values() if t.start) == [
        ("2005", "2007"),
        ("2012", None),
    ]
    assert len(ties) == 2
