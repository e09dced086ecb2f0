"""What a list said to be exhaustive ends by its silence."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from small_truth import Evidence, tie
from truth_strategies import thorough

from maillage.graph.dates import DateSpan
from maillage.graph.model import Graph, Tie
from maillage.graph.vocabulary import Status


def members(
    evidence: Evidence, *names: str, seen: str, complete: bool = False, pole: str = "pole"
) -> str:
    return evidence.load(
        *(tie(name, pole, "membership") for name in names),
        seen=seen,
        complete=seen if complete else None,
        scope=pole,
        list_="members",
    )


def tie_of(graph: Graph, name: str) -> Tie:
    (found,) = (found for found in graph.ties.values() if found.source == name)
    return found


def test_absent_from_a_complete_list_it_ended_between_the_two() -> None:
    evidence = Evidence()
    members(evidence, "a", "b", seen="2012-06-25")
    assert tie_of(evidence.graph(), "b").status is Status.ACTIVE
    members(evidence, "a", seen="2014-09-19", complete=True)
    graph = evidence.graph()
    assert tie_of(graph, "a").status is Status.ACTIVE
    gone = tie_of(graph, "b")
    assert gone.status is Status.ENDED
    assert gone.end == DateSpan.parse("2012-06-25/2014-09-18")


def test_without_the_declaration_a_load_only_adds() -> None:
    evidence = Evidence()
    members(evidence, "a", "b", seen="2012")
    members(evidence, "a", seen="2014")
    assert tie_of(evidence.graph(), "b").status is Status.ACTIVE


def test_undo_of_the_complete_list_brings_it_back() -> None:
    evidence = Evidence()
    members(evidence, "a", "b", seen="2012")
    later = members(evidence, "a", seen="2014", complete=True)
    assert tie_of(evidence.graph(without=later), "b").status is Status.ACTIVE


def test_a_list_of_another_scope_or_kind_ends_nothing() -> None:
    evidence = Evidence()
    members(evidence, "a", "b", seen="2012")
    members(evidence, "c", seen="2014", complete=True, pole="other pole")
    evidence.load(seen="2014", complete="2014", scope="pole", list_="partnerships")
    assert tie_of(evidence.graph(), "b").status is Status.ACTIVE


def test_the_scope_is_the_pole_under_any_of_its_names() -> None:
    evidence = Evidence()
    members(evidence, "a", "b", seen="2012", pole="old name")
    members(evidence, "a", seen="2014", complete=True)
    assert tie_of(evidence.graph(), "b").status is Status.ACTIVE
    evidence.judge("old name", "same", "pole")
    assert tie_of(evidence.graph(), "b").status is Status.ENDED


def test_an_earlier_complete_list_ends_nothing() -> None:
    evidence = Evidence()
    members(evidence, "a", seen="2010", complete=True)
    members(evidence, "a", "b", seen="2012")
    assert tie_of(evidence.graph(), "b").status is Status.ACTIVE


def test_the_first_silent_list_tells_when() -> None:
    evidence = Evidence()
    members(evidence, "a", "b", seen="2010-01-01")
    members(evidence, "a", seen="2014-01-01", complete=True)
    members(evidence, "a", seen="2012-01-01", complete=True)
    assert tie_of(evidence.graph(), "b").end == DateSpan.parse("2010-01-01/2011-12-31")


def test_a_sighting_between_the_two_lists_narrows_the_end() -> None:
    evidence = Evidence()
    members(evidence, "a", "b", seen="2010-01-01")
    evidence.load(tie("b", "pole", "membership"), seen="2011-05-05")
    members(evidence, "a", seen="2012-01-01", complete=True)
    assert tie_of(evidence.graph(), "b").end == DateSpan.parse("2011-05-05/2011-12-31")


@pytest.mark.parametrize(
    ("before", "day", "last"),
    [
        ("2012", "2014", "2012-12-31/2014-12-30"),
        ("2012", "2014-09", "2012-12-31/2014-09-29"),
        ("2014-09-17", "2014-09-19", "2014-09-17/2014-09-18"),
        ("2014-09-18", "2014-09-19", "2014-09-18"),
    ],
)
def test_it_was_there_for_the_last_time_before_the_day_of_the_list(
    before: str, day: str, last: str
) -> None:
    evidence = Evidence()
    members(evidence, "a", "b", seen=before)
    members(evidence, "a", seen=day, complete=True)
    assert tie_of(evidence.graph(), "b").end == DateSpan.parse(last)


def test_two_lists_of_one_day_end_nothing() -> None:
    evidence = Evidence()
    members(evidence, "a", "b", seen="2014-09-19", complete=True)
    members(evidence, "a", seen="2014-09-19", complete=True)
    assert tie_of(evidence.graph(), "b").status is Status.ACTIVE


def test_seen_elsewhere_on_the_very_day_it_was_there_that_day() -> None:
    evidence = Evidence()
    members(evidence, "a", "b", seen="2012")
    evidence.load(tie("b", "pole", "membership"), seen="2014-09-19")
    members(evidence, "a", seen="2014-09-19", complete=True)
    assert tie_of(evidence.graph(), "b").end == DateSpan.parse("2014-09-19")


@pytest.mark.parametrize(
    ("told", "end"), [("2014-12-31", "2014-12-31"), ("2014", "2014-01-01/2014-12-30")]
)
def test_an_end_told_goes_as_far_as_the_list_allows(told: str, end: str) -> None:
    evidence = Evidence()
    members(evidence, "a", "b", seen="2012")
    members(evidence, "a", seen="2014-12-31", complete=True)
    evidence.load(tie("b", "pole", "membership", end=told), seen="2015")
    assert tie_of(evidence.graph(), "b").end == DateSpan.parse(end)


@pytest.mark.parametrize("listed", [True, False])
def test_back_on_the_list_or_seen_elsewhere_it_has_not_ended(listed: bool) -> None:  # noqa: FBT001 -- pytest tells it by name
    evidence = Evidence()
    members(evidence, "a", "b", seen="2012")
    members(evidence, "a", seen="2014-09-19", complete=True)
    if listed:
        members(evidence, "a", "b", seen="2016")
    else:
        evidence.load(tie("b", "pole", "membership"), seen="2016")
    found = tie_of(evidence.graph(), "b")
    assert (found.status, found.end) == (Status.ACTIVE, None)


def test_a_tie_that_began_again_after_the_silence_goes_on() -> None:
    evidence = Evidence()
    members(evidence, "a", "b", seen="2010")
    members(evidence, "a", seen="2012", complete=True)
    evidence.load(tie("b", "pole", "membership", start="2013"), seen=None)
    assert {t.status for t in evidence.graph().ties.values()} == {Status.ACTIVE}


def test_a_plan_that_a_complete_list_never_saw_is_over() -> None:
    evidence = Evidence()
    evidence.load(
        tie("b", "pole", "membership", status="planned"), seen="2012", scope="pole", list_="members"
    )
    members(evidence, "a", seen="2014", complete=True)
    assert tie_of(evidence.graph(), "b").status is Status.ENDED


def test_an_end_announced_for_later_gives_way_to_the_silence() -> None:
    evidence = Evidence()
    evidence.load(
        tie("b", "pole", "membership", end="2016"), seen="2012", scope="pole", list_="members"
    )
    members(evidence, "a", seen="2014", complete=True)
    assert tie_of(evidence.graph(), "b").end == DateSpan.parse("2012-12-31/2014-12-30")


years = st.sampled_from([str(year) for year in range(2005, 2016)])


@thorough
@given(
    st.lists(st.tuples(years, st.sets(st.sampled_from("ab")), st.booleans()), max_size=6),
    st.lists(st.tuples(st.sampled_from("ab"), years), max_size=3),
)
def test_completeness_never_ends_a_tie_that_somebody_saw_later(
    lists: list[tuple[str, set[str], bool]], elsewhere: list[tuple[str, str]]
) -> None:
    evidence = Evidence()
    sightings: dict[str, list[str]] = {"a": [], "b": []}
    for year, names, complete in lists:
        members(evidence, *names, seen=year, complete=complete)
        for name in names:
            sightings[name].append(year)
    for name, year in elsewhere:
        evidence.load(tie(name, "pole", "membership"), seen=year)
        sightings[name].append(year)
    listed = {name: [year for year, names, _ in lists if name in names] for name in "ab"}
    for found in evidence.graph().ties.values():
        name = found.source
        silent = [
            year for year, names, complete in lists
            if complete and name not in names and listed[name] and year > max(listed[name])
        ]  # fmt: skip
        ended = bool(silent) and max(sightings[name]) <= max(silent)
        assert (found.status is Status.ENDED) == ended, (name, silent)
        if found.end:
            last_seen = DateSpan.parse(max(sightings[name]))
            assert last_seen.earliest <= found.end.earliest
