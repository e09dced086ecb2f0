"""What a list said to be exhaustive ends by its silence.

A tie on an earlier list of the same scope, absent from a list that is complete at D, ended
between the two dates.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TypeVar

from maillage.graph.model import Import
from maillage.graph.truth.identity import Resolution
from maillage.graph.truth.spells import Said

Key = TypeVar("Key", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Absence:
    """The tie was last listed on `after` (excluded) and no longer on `until`."""

    after: date
    until: date


def absences(
    said: Mapping[Key, Iterable[Said]], resolution: Resolution, imports: Mapping[str, Import]
) -> dict[Key, Absence]:
    complete = [item for item in imports.values() if item.live and item.complete_on]
    if not complete:
        return {}
    lists = _lists(imports.values(), resolution)
    found: dict[Key, Absence] = {}
    for key, claims in said.items():
        listed: dict[Hashable, set[str]] = defaultdict(set)
        for item in claims:
            if item.claim.stance == "asserts":
                listed[_series(imports[item.record.import_id], resolution)].add(
                    item.record.import_id
                )
        for series, present in listed.items():
            absence = _absence(lists[series], present)
            if absence and (key not in found or absence.until > found[key].until):
                found[key] = absence
    return found


def list_date(item: Import) -> date:
    """The day a list speaks of: the one it gives, else the day it was loaded."""
    spoken = item.complete_on or item.observed_on
    return spoken.latest if spoken else item.loaded_at.date()


def _series(item: Import, resolution: Resolution) -> Hashable:
    """Lists that replace one another: same kind and same subject, else same title."""
    subject = resolution.actor(item.scope) if item.scope else item.title
    return (item.list, bool(item.scope), subject)


def _lists(imports: Iterable[Import], resolution: Resolution) -> dict[Hashable, list[Import]]:
    lists: dict[Hashable, list[Import]] = defaultdict(list)
    for item in imports:
        if item.live:
            lists[_series(item, resolution)].append(item)
    for series in lists.values():
        series.sort(key=lambda item: (list_date(item), item.id))
    return lists


def _absence(series: Iterable[Import], present: set[str]) -> Absence | None:
    """The first complete list that is silent after the last one that speaks."""
    last: date | None = None
    silent: date | None = None
    for item in series:
        if item.id in present:
            last, silent = list_date(item), None
        elif last is not None and silent is None and item.complete_on:
            silent = item.complete_on.latest
    if last is None or silent is None:
        return None
    return Absence(last + timedelta(days=1), silent)
