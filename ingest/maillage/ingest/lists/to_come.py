"""Ties that had yet to begin when a line told them: planned, unless the line gives their status.

A start is no observation: « depuis 2030 » in a list of today shows nothing that is there.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from maillage.graph.model import TieClaim
from maillage.graph.vocabulary import Status
from maillage.graph.wording import when
from maillage.ingest.lists.drafts import Draft
from maillage.ingest.problems import Problem

# The fields of lists that say when a tie begins.
_STARTS = ("valid_from", "since")


def with_planned(
    draft: Draft, told_on: date, *, cells: Mapping[str, str], headings: Mapping[str, str]
) -> Draft:
    """`cells` of the line by heading, and the headings by field."""
    to_come = next((tie.start for tie in draft.ties if _is_to_come(tie, told_on)), None)
    if to_come is None:
        return draft
    column = next((name for name in _STARTS if name in headings), "")
    problem = Problem.of(
        "start_to_come",
        column=column,
        value=cells.get(headings.get(column, ""), ""),
        start=when(to_come.text),
        day=when(told_on.isoformat()),
    )
    ties = tuple(planned_if_to_come(tie, told_on) for tie in draft.ties)
    return draft._replace(ties=ties, problems=(*draft.problems, problem))


def planned_if_to_come(tie: TieClaim, told_on: date) -> TieClaim:
    return replace(tie, status=Status.PLANNED) if _is_to_come(tie, told_on) else tie


def _is_to_come(tie: TieClaim, told_on: date) -> bool:
    if tie.start is None or tie.status is not None:
        return False
    return tie.start.earliest > told_on and tie.stance == "asserts"
