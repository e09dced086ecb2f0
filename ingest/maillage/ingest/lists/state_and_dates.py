"""States that the dates of the line contradict: both are kept, and the line is to look at."""

from __future__ import annotations

from collections.abc import Mapping

from maillage.graph.dates import DateSpan
from maillage.graph.model import TieClaim
from maillage.graph.vocabulary import Label, Status
from maillage.graph.wording import when
from maillage.ingest.lists.drafts import Draft
from maillage.ingest.problems import Problem

_START, _END = Label("le début", "the start"), Label("la fin", "the end")


def with_contradiction(
    draft: Draft, told_on: DateSpan, *, cells: Mapping[str, str], headings: Mapping[str, str]
) -> Draft:
    """`cells` of the line by heading, and the headings by field."""
    heading = headings.get("status")
    if heading is None or heading not in cells:
        return draft
    against = next(filter(None, (_against(tie, told_on) for tie in draft.ties)), None)
    if against is None:
        return draft
    edge, day = against
    problem = Problem.of(
        "state_against_dates",
        column="status",
        value=cells[heading],
        edge=edge,
        date=when(day.text),
        day=when(told_on.latest.isoformat()),
    )
    return draft._replace(problems=(*draft.problems, problem))


def _against(tie: TieClaim, told_on: DateSpan) -> tuple[Label, DateSpan] | None:
    """The date that contradicts the state, whichever days are meant."""
    if tie.status is None or tie.stance != "asserts":
        return None
    start, end, status = tie.start, tie.end, tie.status
    if start and (_is_over if status is Status.PLANNED else _is_to_come)(start, told_on):
        return _START, start
    if end and (_is_to_come if status is Status.ENDED else _is_over)(end, told_on):
        return _END, end
    return None


def _is_over(day: DateSpan, told_on: DateSpan) -> bool:
    return day.latest < told_on.earliest


def _is_to_come(day: DateSpan, told_on: DateSpan) -> bool:
    return day.earliest > told_on.latest
