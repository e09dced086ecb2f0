"""Dates and status of a tie out of several records."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st
from small_truth import Evidence, day, tie
from truth_strategies import DAYS, optional_days, thorough, tie_claims

from maillage.graph.dates import DateSpan
from maillage.graph.model import Conflict, Record, TieClaim
from maillage.graph.truth.evidence import Trust
from maillage.graph.truth.spells import Said, spells
from maillage.graph.truth.ties import settle_alone, settle_spell
from maillage.graph.vocabulary import Status

days = st.sampled_from([DateSpan.parse(text) for text in DAYS])


def test_a_start_is_not_an_observation() -> None:
    evidence = Evidence()
    evidence.load(tie("a", "b"), seen="2012")
    found = evidence.only_tie()
    assert (found.start, found.first_observed, found.last_observed) == (
        None,
        day("2012"),
        day("2012"),
    )
    assert found.status is Status.ACTIVE


def test_a_more_precise_date_refines_a_year() -> None:
    evidence = Evidence()
    evidence.load(tie("a", "b", start="2012"))
    evidence.load(tie("a", "b", start="2012-03"))
    found = evidence.only_tie()
    assert (found.start, found.conflicts) == (day("2012-03"), ())


def test_claims_of_one_weight_add_up_and_the_other_dates_are_conflicts() -> None:
    # 2005–2008 and 2007–2010 overlap: together 2005–2010.
    evidence = Evidence()
    one = evidence.load(tie("a", "b", start="2005", end="2008"))
    two = evidence.load(tie("a", "b", start="2007", end="2010"))
    found = evidence.only_tie()
    assert (found.start, found.end) == (day("2005"), day("2010"))
    assert found.conflicts == (
        Conflict(field="start", kept="2005", others=(("2007", (f"{two}#0",)),)),
        Conflict(field="end", kept="2010", others=(("2008", (f"{one}#0",)),)),
    )


def test_a_renewal_is_no_conflict() -> None:
    evidence = Evidence()
    evidence.load(tie("a", "b", start="2010", end="2012"), tie("a", "b", start="2013", end="2014"))
    found = evidence.only_tie()
    assert (found.start, found.end, found.conflicts) == (day("2010"), day("2014"), ())


def test_a_renewal_without_an_end_is_open() -> None:
    evidence = Evidence()
    evidence.load(tie("a", "b", start="2010", end="2012"), tie("a", "b", start="2012"), seen="2014")
    found = evidence.only_tie()
    assert (found.start, found.end) == (day("2010"), None)


def test_an_end_of_the_tie_is_believed_before_a_third_party() -> None:
    evidence = Evidence()
    own = evidence.load(tie("a", "b", start="2005", end="2008"), by="a")
    other = evidence.load(tie("a", "b", start="2004", end="2010"), seen="2014")
    found = evidence.only_tie()
    assert (found.start, found.end) == (day("2005"), day("2008"))
    assert found.conflicts == (
        Conflict(field="start", kept="2005", others=(("2004", (f"{other}#0",)),)),
        Conflict(field="end", kept="2008", others=(("2010", (f"{other}#0",)),)),
    )
    assert f"{own}#0" in found.records


def test_a_third_party_may_tell_of_a_time_before_and_after() -> None:
    evidence = Evidence()
    evidence.load(tie("a", "b", start="2005", end="2008"), by="a")
    evidence.load(tie("a", "b", start="2009", end="2010"), tie("a", "b", start="2003", end="2004"))
    found = evidence.only_tie()
    assert (found.start, found.end, found.conflicts) == (day("2003"), day("2010"), ())


def test_a_reviewer_corrects_a_start() -> None:
    evidence = Evidence()
    evidence.load(tie("a", "b", start="2005"), by="a", seen="2014")
    evidence.load(tie("a", "b", start="2010"), voice="reviewer", seen="2012")
    assert evidence.only_tie().start == day("2010")


def test_seen_before_its_start_it_began_nobody_knows_when() -> None:
    # Of the same weight the later word is believed: the sighting of 2010 was written in 2010, the
    # start by somebody in 2009.
    evidence = Evidence()
    wrong = evidence.load(tie("a", "b", start="2012"), seen="2009")
    evidence.load(tie("a", "b"), seen="2010")
    found = evidence.only_tie()
    assert found.start is None
    assert found.conflicts == (
        Conflict(field="start", kept="", others=(("2012", (f"{wrong}#0",)),)),
    )


def test_a_later_word_on_the_start_is_believed_and_the_sighting_kept_as_a_conflict() -> None:
    evidence = Evidence()
    early = evidence.load(tie("a", "b"), seen="2010")
    evidence.load(tie("a", "b", start="2012"), seen="2014")
    found = evidence.only_tie()
    assert found.start == day("2012")
    assert found.conflicts == (
        Conflict(field="start", kept="2012", others=(("2010", (f"{early}#0",)),)),
    )


def test_an_end_that_somebody_belies_later_is_no_end() -> None:
    evidence = Evidence()
    gone = evidence.load(tie("a", "b", start="2010", end="2012"), seen="2012")
    evidence.load(tie("a", "b", start="2010"), seen="2014")
    found = evidence.only_tie()
    assert (found.end, found.status) == (None, Status.ACTIVE)
    assert found.conflicts == (Conflict(field="end", kept="", others=(("2012", (f"{gone}#0",)),)),)


def test_a_date_is_not_a_status() -> None:
    evidence = Evidence()
    evidence.load(tie("a", "b", start="2010", end="2011"), seen="2012")
    found = evidence.only_tie()
    assert (found.end, found.status) == (day("2011"), Status.ACTIVE)


def test_planned_then_seen_is_active_whoever_planned_it() -> None:
    evidence = Evidence()
    evidence.load(tie("a", "b", start="2013", status="planned"), seen="2012", by="a")
    assert evidence.only_tie().status is Status.PLANNED
    evidence.load(tie("a", "b"), seen="2014")
    found = evidence.only_tie()
    assert (found.status, found.start, found.conflicts) == (Status.ACTIVE, day("2013"), ())
    assert found.first_observed == day("2014")  # a plan is not a sighting


def test_planned_and_active_on_the_same_day_is_a_conflict() -> None:
    evidence = Evidence()
    evidence.load(tie("a", "b", status="active"), by="a")
    plan = evidence.load(tie("a", "b", status="planned"))
    found = evidence.only_tie()
    assert found.status is Status.ACTIVE
    assert found.conflicts == (
        Conflict(field="status", kept="active", others=(("planned", (f"{plan}#0",)),)),
    )


def test_said_to_be_over_it_ended_between_the_last_sighting_and_that_word() -> None:
    evidence = Evidence()
    evidence.load(tie("a", "b"), seen="2012-06-25")
    evidence.load(tie("a", "b", stance="ends"), seen="2014-03-01", by="a", act=True)
    found = evidence.only_tie()
    assert found.status is Status.ENDED
    assert found.end == DateSpan.parse("2012-06-25/2014-03-01")


def test_an_end_given_by_an_end_of_the_tie_is_its_end() -> None:
    evidence = Evidence()
    evidence.load(tie("a", "b", start="2005"), seen="2012")
    evidence.load(tie("a", "b", stance="ends", end="2013"), seen="2014-03-01", by="b", act=True)
    found = evidence.only_tie()
    assert (found.start, found.end, found.status) == (day("2005"), day("2013"), Status.ENDED)


def test_seen_again_by_a_better_word_it_is_not_over() -> None:
    evidence = Evidence()
    evidence.load(tie("a", "b"), seen="2010")
    evidence.load(tie("a", "b", stance="ends"), seen="2012", by="a", act=True)
    evidence.load(tie("a", "b"), seen="2014")  # a third party: the member is believed
    assert evidence.only_tie().status is Status.ENDED
    evidence.load(tie("a", "b"), seen="2014", by="b")
    found = evidence.only_tie()
    assert (found.status, found.end) == (Status.ACTIVE, None)


def test_an_end_is_told_of_the_spell_that_it_dates() -> None:
    evidence = Evidence()
    evidence.load(tie("a", "b", start="2005", end="2008"), tie("a", "b", start="2012"))
    evidence.load(tie("a", "b", stance="ends", end="2007"), seen="2014", by="a", act=True)
    first, second = sorted(evidence.graph().ties.values(), key=lambda found: str(found.start))
    assert (first.status, first.end) == (Status.ENDED, day("2007"))
    assert (second.status, second.end) == (Status.ACTIVE, None)


def test_to_end_or_deny_what_nobody_says_makes_no_tie_and_loses_no_actor() -> None:
    evidence = Evidence()
    evidence.load(tie("a", "b", stance="denies"), by="a", act=True)
    evidence.load(tie("a", "c", stance="ends"), by="a", act=True)
    graph = evidence.graph()
    assert (sorted(graph.actors), graph.ties) == (["a", "b", "c"], {})


def test_tier_and_strength_are_settled_like_any_attribute() -> None:
    evidence = Evidence()
    evidence.load(tie("a", "b", tier="capital"), by="a", seen="2010")
    other = evidence.load(tie("a", "b", tier="means"), seen="2014")
    found = evidence.only_tie()
    assert found.tier == "capital"
    assert found.conflicts == (
        Conflict(field="tier", kept="capital", others=(("means", (f"{other}#0",)),)),
    )


def turned(span: DateSpan) -> DateSpan:
    """The same span with time running the other way round 2013."""
    pivot = 2 * date(2013, 1, 1).toordinal()
    first, last = (pivot - day.toordinal() for day in (span.latest, span.earliest))
    return DateSpan(date.fromordinal(first), date.fromordinal(last))


def settled(spans: list[tuple[DateSpan, DateSpan]]) -> set[tuple[DateSpan | None, DateSpan | None]]:
    evidence = Evidence()
    for start, end in spans:
        evidence.load(tie("a", "b", start=start.text, end=end.text), seen=None)
    return {(found.start, found.end) for found in evidence.graph().ties.values()}


@thorough
@given(st.lists(st.tuples(days, days).filter(lambda pair: pair[0].latest < pair[1].earliest)))
def test_starts_and_ends_are_settled_alike(spans: list[tuple[DateSpan, DateSpan]]) -> None:
    """Of claims of one weight: the same answer with time turned round."""
    there = settled(spans)
    back = settled([(turned(end), turned(start)) for start, end in spans])
    assert there == {(turned(end), turned(start)) for start, end in back if start and end}


@thorough
@given(tie_claims(), optional_days, st.sampled_from([None, "a", "b", "c"]))
def test_what_is_told_once_needs_no_weighing(
    claim: TieClaim, seen: DateSpan | None, speaker: str | None
) -> None:
    record = Record(id="r", import_id="i", line=1, observed_on=seen)
    said = Said(Trust.OWN, {}, record, replace(claim, stance="asserts"), speaker)
    identity = ("a", "b", claim.kind, claim.subtype, True)
    (spell,) = spells([said])
    assert settle_alone(identity, said) == settle_spell(identity, 0, spell, ())
