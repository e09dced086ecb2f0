"""Which lists said to be exhaustive no longer name a tie, of those that replace one another.

What their silence tells of it is in `silences`.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import islice
from typing import NamedTuple

from maillage.graph.dates import DateSpan
from maillage.graph.model import Import
from maillage.graph.truth.identity import Resolution
from maillage.graph.truth.spells import Absence, Said

Series = Hashable


class Completeness:
    """The live lists, by series: those that replace one another, if one of them is complete."""

    def __init__(self, imports: Mapping[str, Import], resolution: Resolution) -> None:
        self._resolution = resolution
        self._imports = imports
        self._series: dict[str, Series] = {}
        self._lists: dict[Series, _Lists] = {}
        if not any(item.complete_on for item in imports.values()):
            return
        lists: dict[Series, list[Import]] = defaultdict(list)
        for item in imports.values():
            lists[self._series_of(item)].append(item)
        for series, items in lists.items():
            if any(item.complete_on for item in items):
                self._lists[series] = _Lists.of(items)
                self._series |= dict.fromkeys((item.id for item in items), series)

    def __bool__(self) -> bool:
        return bool(self._lists)

    def absences(self, claims: Iterable[Said]) -> set[Absence]:
        """Of what these claims assert, one for each complete list without it after one that had
        it."""
        return {absence for each in self._absences(claims, date.min) for absence in each}

    def first_absence(self, claims: Iterable[Said], since: date) -> Absence | None:
        """The first of them that is not before a day."""
        firsts = (next(each, None) for each in self._absences(claims, since))
        return min(filter(None, firsts), key=soonest, default=None)

    def _absences(self, claims: Iterable[Said], since: date) -> Iterator[Iterator[Absence]]:
        """Of each series, in the order of time."""
        listed: dict[Series, set[str]] = defaultdict(set)
        for said in claims:
            item = said.record.import_id
            if series := self._series.get(item):
                listed[series].add(item)
        for series, present in listed.items():
            yield self._lists[series].without(present, since)

    def last_before(self, claims: Iterable[Said], day: date) -> date | None:
        """The day of the last complete list, of those that replace theirs, before another day."""
        series = {self._series.get(said.record.import_id) for said in claims}
        days = (self._lists[each].last_before(day) for each in series if each)
        return max(filter(None, days), default=None)

    def shown(self, said: Said) -> DateSpan | None:
        """When a claim shows the tie: when it was seen; and where lists replace one another, on
        the day of the list that names it."""
        seen, item, end = said.sighting, self._imports[said.record.import_id], said.claim.end
        day = list_date(item)
        if said.over or (end and end.latest < day) or item.id not in self._series:
            return seen
        return DateSpan(min(day, seen.earliest), max(day, seen.latest)) if seen else _only(day)

    def _series_of(self, item: Import) -> Series:
        """Lists that replace one another: same kind and same subject, else same title."""
        subject = self._resolution.actor(item.scope) if item.scope else item.title
        return (item.list, bool(item.scope), subject)


def list_date(item: Import) -> date:
    """The day a list speaks of: the one it gives, else the day it was loaded."""
    spoken = item.complete_on or item.observed_on
    return spoken.latest if spoken else item.loaded_at.date()


def soonest(absence: Absence) -> tuple[date, int]:
    """By the list that is silent; of one day, that which was listed last before it."""
    return absence.silent, -absence.listed.toordinal()


class _Lists(NamedTuple):
    """Those of a series: the day of each, and in order the days of the complete ones. A tie of
    many lists asks of them many times."""

    days: Mapping[str, date]
    complete: Sequence[date]

    @classmethod
    def of(cls, items: Sequence[Import]) -> _Lists:
        days = {item.id: list_date(item) for item in items}
        return cls(days, sorted({days[item.id] for item in items if item.complete_on}))

    def last_before(self, day: date) -> date | None:
        place = bisect_left(self.complete, day)
        return self.complete[place - 1] if place else None

    def without(self, present: Iterable[str], since: date) -> Iterator[Absence]:
        named = sorted({self.days[item] for item in present})
        first = max(bisect_right(self.complete, named[0]), bisect_left(self.complete, since))
        for silent in islice(self.complete, first, None):
            listed = named[bisect_right(named, silent) - 1]
            if listed < silent:
                yield Absence(listed, silent)


def _only(day: date) -> DateSpan:
    return DateSpan(day, day)
