"""What a list said to be exhaustive ends by its silence.

A tie on an earlier list of the same scope, absent from a list that is complete at D, ended
between the two dates: the list of a day tells who is there that day, so that it was there for
the last time the day before, at the latest.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from maillage.graph.model import Import
from maillage.graph.truth.identity import Resolution
from maillage.graph.truth.spells import Spell

Series = Hashable


@dataclass(frozen=True, slots=True)
class Absence:
    """The tie was last listed on one day, and no longer on another."""

    listed: date
    silent: date


class Completeness:
    """The live lists, by series: those that replace one another."""

    def __init__(self, imports: Mapping[str, Import], resolution: Resolution) -> None:
        self._resolution = resolution
        self._series: dict[str, Series] = {}
        self._lists: dict[Series, list[Import]] = defaultdict(list)
        if not any(item.complete_on for item in imports.values()):
            return
        for item in imports.values():
            series = self._series[item.id] = self._series_of(item)
            self._lists[series].append(item)

    def __bool__(self) -> bool:
        return bool(self._lists)

    def absences(self, spell: Spell) -> list[Absence]:
        """Of one spell of a tie, one for each complete list without it after one that had it."""
        listed: dict[Series, set[str]] = defaultdict(set)
        for said in spell.claims:
            if said.claim.stance == "asserts":
                item = said.record.import_id
                listed[self._series[item]].add(item)
        return [
            absence
            for series, present in listed.items()
            for absence in _absences(self._lists[series], present)
        ]

    def _series_of(self, item: Import) -> Series:
        """Lists that replace one another: same kind and same subject, else same title."""
        subject = self._resolution.actor(item.scope) if item.scope else item.title
        return (item.list, bool(item.scope), subject)


def list_date(item: Import) -> date:
    """The day a list speaks of: the one it gives, else the day it was loaded."""
    spoken = item.complete_on or item.observed_on
    return spoken.latest if spoken else item.loaded_at.date()


def _absences(lists: Sequence[Import], present: set[str]) -> list[Absence]:
    last = max((list_date(item) for item in lists if item.id in present), default=None)
    if last is None:
        return []
    silent = [item.complete_on.latest for item in lists if item.complete_on]
    return [Absence(last, day) for day in silent if day > last]
