"""Whose word a tie rests upon."""

from __future__ import annotations

import random

from hypothesis import given
from hypothesis import strategies as st
from small_truth import Evidence, tie
from truth_strategies import thorough

from maillage.graph.vocabulary import Standing

ACTS = st.lists(
    st.tuples(
        st.sampled_from([None, "a", "b", "c"]),
        st.sampled_from(["asserts", "asserts", "denies", "ends"]),
        st.sampled_from([None, "2010", "2011", "2012"]),
    ),
    max_size=6,
)


@thorough
@given(ACTS, st.randoms(use_true_random=False))
def test_standing_by_its_definition(
    acts: list[tuple[str | None, str, str | None]], order: random.Random
) -> None:
    evidence = Evidence()
    evidence.load(tie("a", "b"))  # there is a tie to speak of
    for speaker, stance, when in acts:
        evidence.load(tie("a", "b", stance=stance), seen=when, by=speaker, act=True)
    order.shuffle(evidence.records)
    # The last word of each end: the latest observation, among those of one day the last act.
    last: dict[str, str] = {}
    for speaker, stance, _ in sorted(acts, key=lambda act: act[2] or ""):
        if speaker in ("a", "b"):
            last[speaker] = stance
    if "denies" in last.values():
        expected = Standing.CONTESTED
    else:
        expected = (Standing.REPORTED, Standing.ONE_SIDED, Standing.CONFIRMED)[len(last)]
    assert evidence.only_tie().standing is expected


def test_contest_then_confirm_on_the_same_day() -> None:
    evidence = Evidence()
    evidence.load(tie("a", "b"), by="a")
    assert evidence.only_tie().standing is Standing.ONE_SIDED
    evidence.load(tie("a", "b", stance="denies"), seen="2014-09-19", by="b", act=True)
    assert evidence.only_tie().standing is Standing.CONTESTED
    evidence.load(tie("a", "b"), seen="2014-09-19", by="b", act=True)
    found = evidence.only_tie()
    assert found.standing is Standing.CONFIRMED
    assert found.declared_by == ("a", "b")


def test_a_third_party_that_denies_contests_nothing() -> None:
    evidence = Evidence()
    evidence.load(tie("a", "b"))
    evidence.load(tie("a", "b", stance="denies"), by="c")
    assert evidence.only_tie().standing is Standing.REPORTED


def test_an_end_speaks_under_any_of_its_names() -> None:
    evidence = Evidence()
    evidence.load(tie("a", "b"), by="a2")
    assert evidence.only_tie().standing is Standing.REPORTED
    evidence.judge("a", "same", "a2")
    assert evidence.only_tie().standing is Standing.ONE_SIDED
