"""What a list said to be exhaustive ends by its silence."""

from __future__ import annotations

from bisect import bisect_left
from datetime import date
from itertools import groupby, permutations

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
    (found,) = ties_of(graph, name)
    return found


def ties_of(graph: Graph, name: str) -> list[Tie]:
    """In the order of time: what began again has a start."""
    found = [found for found in graph.ties.values() if found.source == name]
    return sorted(found, key=lambda tie: tie.start.earliest if tie.start else date.min)


def stays(evidence: Evidence, name: str) -> list[tuple[str | None, str | None, Status]]:
    """Start, end and status of each."""
    return [
        (_text(tie.start), _text(tie.end), tie.status) for tie in ties_of(evidence.graph(), name)
    ]


def _text(span: DateSpan | None) -> str | None:
    return span.text if span else None


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


@pytest.mark.parametrize(
    ("start", "told"),
    [(None, "2011/2012"), ("2011-03", "2011-03"), ("2008", "2008"), ("2010/2012", "2011/2012")],
)
def test_first_named_after_a_complete_list_it_began_since(start: str | None, told: str) -> None:
    evidence = Evidence()
    members(evidence, "a", seen="2009", complete=True)
    members(evidence, "a", seen="2010", complete=True)
    evidence.load(
        tie("b", "pole", "membership", start=start),
        seen="2012",
        scope="pole",
        list_="members",
    )
    assert stays(evidence, "b") == [(told, None, Status.ACTIVE)]


def test_seen_elsewhere_before_the_list_that_forgot_it_it_had_begun() -> None:
    evidence = Evidence()
    evidence.load(tie("b", "pole", "membership"), seen="2009")
    members(evidence, "a", seen="2010", complete=True)
    members(evidence, "a", "b", seen="2012")
    assert stays(evidence, "b") == [(None, None, Status.ACTIVE)]


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
@pytest.mark.parametrize("order", [*permutations(range(3))])
def test_back_on_the_list_or_seen_elsewhere_it_began_again(
    order: tuple[int, ...],
    listed: bool,  # noqa: FBT001 -- pytest tells it by name
) -> None:
    evidence = Evidence()
    acts = (
        lambda: members(evidence, "a", "b", seen="2012"),
        lambda: members(evidence, "a", seen="2014-09-19", complete=True),
        lambda: (
            members(evidence, "a", "b", seen="2016", complete=True)
            if listed
            else evidence.load(tie("b", "pole", "membership"), seen="2016")
        ),
    )
    for number in order:
        acts[number]()
    assert stays(evidence, "b") == [
        (None, "2012-12-31/2014-09-18", Status.ENDED),
        ("2014-09-20/2016", None, Status.ACTIVE),
    ]


def test_the_list_that_cuts_undone_it_never_stopped() -> None:
    evidence = Evidence()
    members(evidence, "a", "b", seen="2012")
    cut = members(evidence, "a", seen="2014", complete=True)
    members(evidence, "a", "b", seen="2016", complete=True)
    assert tie_of(evidence.graph(without=cut), "b").status is Status.ACTIVE


def test_each_time_it_comes_back_is_a_tie() -> None:
    """The first list without it tells when it was over, the last one from when it may be back."""
    evidence = Evidence()
    for year, names in (("10", "ab"), ("11", "a"), ("12", "a"), ("13", "ab"), ("14", "a")):
        members(evidence, *names, seen=f"20{year}-06-30", complete=True)
    assert stays(evidence, "b") == [
        (None, "2010-06-30/2011-06-29", Status.ENDED),
        ("2012-07/2013-06", "2013-06-30/2014-06-29", Status.ENDED),
    ]


@pytest.mark.parametrize(
    ("told", "start"),
    [
        ("2015-02", "2015-02"),
        ("2014", "2014-09-20/2014"),  # that year, and after the list
    ],
)
def test_a_start_told_after_the_list_is_that_of_the_second(told: str, start: str) -> None:
    evidence = Evidence()
    members(evidence, "a", "b", seen="2012")
    members(evidence, "a", seen="2014-09-19", complete=True)
    claim = tie("b", "pole", "membership", start=told)
    evidence.load(claim, seen="2016", scope="pole", list_="members")
    assert stays(evidence, "b") == [
        (None, "2012-12-31/2014-09-18", Status.ENDED),
        (start, None, Status.ACTIVE),
    ]


def test_told_to_have_lasted_since_before_the_list_it_lasted() -> None:
    evidence = Evidence()
    members(evidence, "a", "b", seen="2012")
    members(evidence, "a", seen="2014", complete=True)
    claim = tie("b", "pole", "membership", start="2010")
    evidence.load(claim, seen="2016", scope="pole", list_="members")
    assert stays(evidence, "b") == [("2010", None, Status.ACTIVE)]


def test_what_is_told_without_a_sighting_is_of_the_stay_of_its_day() -> None:
    evidence = Evidence()
    for year, names in (("2010", "ab"), ("2012", "a"), ("2014", "ab")):
        members(evidence, *names, seen=year, complete=True)
    evidence.load(tie("b", "pole", "membership", end="2011"), seen="2018")
    evidence.load(tie("b", "pole", "membership", end="2016"), seen="2018")
    evidence.load(tie("b", "pole", "membership", attributes={"role": "x"}), seen=None)
    assert stays(evidence, "b") == [
        (None, "2011", Status.ENDED),
        ("2013/2014", "2016", Status.ACTIVE),
    ]


def test_a_list_without_a_date_shows_it_on_the_day_it_was_loaded() -> None:
    evidence = Evidence()
    members(evidence, "a", "b", seen="2010")
    members(evidence, "a", seen="2012", complete=True)
    undated = evidence.load(
        tie("b", "pole", "membership"), seen=None, scope="pole", list_="members"
    )
    loaded = evidence.imports[undated].loaded_at.date().isoformat()
    assert stays(evidence, "b") == [
        (None, "2010-12-31/2012-12-30", Status.ENDED),
        (f"2013/{loaded}", None, Status.ACTIVE),
    ]


def test_an_answer_speaks_of_the_stay_of_its_day() -> None:
    evidence = Evidence()
    for year, names in (("2010", "ab"), ("2012", "a"), ("2014", "ab")):
        members(evidence, *names, seen=year, complete=True)
    evidence.load(tie("b", "pole", "membership", stance="ends"), seen="2016", by="b")
    first, second = ties_of(evidence.graph(), "b")
    assert second.status is Status.ENDED and second.declared_by == ("b",)
    assert first.declared_by == ()


def test_a_tie_that_began_again_after_the_silence_goes_on() -> None:
    evidence = Evidence()
    members(evidence, "a", "b", seen="2010")
    members(evidence, "a", seen="2012", complete=True)
    evidence.load(tie("b", "pole", "membership", start="2013"), seen=None)
    assert stays(evidence, "b") == [
        (None, "2010-12-31/2012-12-30", Status.ENDED),
        ("2013", None, Status.ACTIVE),
    ]


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
def test_a_tie_ends_at_the_first_complete_list_without_it_and_begins_again_when_seen_later(
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
    for name, seen in sightings.items():
        listed = {year for year, names, _ in lists if name in names}
        silent = sorted(
            year
            for year in {year for year, names, complete in lists if complete} - listed
            if listed and year > min(listed)
        )
        groups = groupby(sorted(seen), key=lambda year: bisect_left(silent, year))
        expected = [(place, list(years)) for place, years in groups]
        found = ties_of(evidence.graph(), name)
        assert len(found) == len(expected), (name, silent)
        for tie_, (place, years) in zip(found, expected, strict=True):
            assert (tie_.status is Status.ENDED) == bool(silent[place:])
            if silent[place:]:
                assert tie_.end
                assert tie_.end.latest == date(int(silent[place]), 12, 30)
                assert DateSpan.parse(years[-1]).earliest <= tie_.end.earliest
            if tie_ is found[0]:
                before = {year for year, _, complete in lists if complete and year < years[0]}
                since = f"{int(max(before)) + 1}/{years[0]}" if listed and before else None
                assert _text(tie_.start) == (since and DateSpan.parse(since).text)
            else:
                assert tie_.start == DateSpan.parse(f"{int(silent[place - 1]) + 1}/{years[0]}")
