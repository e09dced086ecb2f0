"""What the silence of complete lists tells of a tie: when it ended, and that it began again.

The list of a day tells who is there that day. A tie on an earlier list of the same scope, absent
from a list that is complete at D, was there for the last time the day before, at the latest. If
it is named or seen again after D, or said to have begun since, that is a second tie: the list
cuts like any other gap. A tie that is first named or seen after D began since. What spans D
(« since 2010 », seen in 2016) tells that the tie lasted, whatever the list forgot.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from maillage.graph.dates import DateSpan
from maillage.graph.truth.completeness import Completeness, soonest
from maillage.graph.truth.spells import Absence, Said, Spell, spells

DAY = timedelta(days=1)


def spells_between(claims: Sequence[Said], completeness: Completeness) -> list[Spell]:
    """The spells of a tie, cut also by the complete lists without it."""
    absences = sorted(completeness.absences(claims), key=soonest)
    found = _cut(claims, absences, completeness) if absences else spells(claims)
    if absences or len(found) > 1:
        for spell in found:
            spell.absence = _first_after(spell, absences, completeness)
    if found and found[0].resumed is None:
        _begun_since(found[0], completeness)
    return found


def first_days(resumed: DateSpan, told: DateSpan | None) -> DateSpan:
    """On which of these it began again: as told, but after the list without it."""
    if told is None:
        return resumed
    return DateSpan(*(max(resumed.earliest, day) for day in (told.earliest, told.latest)))


def last_days(absence: Absence, told: DateSpan | None, own: Iterable[Said]) -> DateSpan:
    """On which of these it was there for the last time: as told, unless that is later, else from
    the last one on which it was listed or seen, or began. Never on the day of the list itself,
    except if another says so of that very day."""
    eve = absence.silent - DAY
    if told and told.earliest <= absence.silent:
        return DateSpan(told.earliest, max(told.earliest, min(told.latest, eve)))
    known = [span.earliest for said in own for span in (said.sighting, said.claim.start) if span]
    first = max([absence.listed, *known])
    return DateSpan(first, max(first, eve))


# ---------------------------------------------------------------------- cutting


class _Reach(NamedTuple):
    """From when, at the latest, to when, at the earliest, the tie lasted by what a claim tells."""

    first: date
    last: date


def _reach(said: Said, completeness: Completeness) -> _Reach | None:
    shown, start = completeness.shown(said), said.claim.start
    if shown and start:
        return _Reach(min(shown.earliest, start.latest), max(shown.latest, start.earliest))
    if shown:
        return _Reach(shown.earliest, shown.latest)
    return _Reach(start.latest, start.earliest) if start else None


def _cut(
    claims: Sequence[Said], absences: Iterable[Absence], completeness: Completeness
) -> list[Spell]:
    """Claims on both sides of a list make no common spell; one without a date of its own joins
    the last that had begun."""
    reaches = [_reach(said, completeness) for said in claims]
    known = [reach for reach in reaches if reach]
    lasting = {reach for reach in known if reach.first < reach.last}
    cuts = sorted({each.silent for each in absences if not _spanned(each.silent, lasting)})
    places = sorted({bisect_left(cuts, reach.last) for reach in known})
    if len(places) < 2:
        return spells(claims)
    parts: dict[int, list[Said]] = defaultdict(list)
    for said, reach in zip(claims, reaches, strict=True):
        place = bisect_left(cuts, reach.last if reach else _spoken_of(said))
        begun = bisect_right(places, place)
        parts[places[max(begun - 1, 0)]].append(said)
    found = spells(parts[places[0]])
    for place in places[1:]:
        found += _resumed(spells(parts[place]), cuts[place - 1] + DAY, completeness)
    return found


def _spanned(day: date, reaches: Iterable[_Reach]) -> bool:
    return any(reach.first <= day < reach.last for reach in reaches)


def _spoken_of(said: Said) -> date:
    """The day that a claim which shows the tie on none speaks of, if there is one."""
    if said.claim.end:
        return said.claim.end.earliest
    return said.record.observed_on.latest if said.record.observed_on else date.max


def _resumed(found: list[Spell], since: date, completeness: Completeness) -> list[Spell]:
    for spell in found:
        spell.span = DateSpan(max(spell.span.earliest, since), max(spell.span.latest, since))
    seen = [shown.latest for said in found[0].claims if (shown := completeness.shown(said))]
    ends = [said.claim.end.latest for said in found[0].claims if said.claim.end]
    found[0].resumed = DateSpan(since, max(since, min([*seen, *ends], default=date.max)))
    return found


def _begun_since(spell: Spell, completeness: Completeness) -> None:
    """The last list without it before anything tells of it: it came after that day."""
    reaches = [reach for said in spell.claims if (reach := _reach(said, completeness))]
    begun = min((reach.first for reach in reaches), default=date.min)
    if silent := completeness.last_before(spell.claims, begun):
        _resumed([spell], silent + DAY, completeness)


def _first_after(
    spell: Spell, absences: Sequence[Absence], completeness: Completeness
) -> Absence | None:
    """The first list without it after which nobody has seen it, nor says that it began. A list
    that names another spell of the tie is without this one."""
    reaches = [reach for said in spell.claims if (reach := _reach(said, completeness))]
    last = max([spell.span.earliest, *(reach.last for reach in reaches)])
    place = bisect_left(absences, last, key=lambda each: each.silent)
    firsts = (*absences[place : place + 1], completeness.first_absence(spell.claims, last))
    return min(filter(None, firsts), key=soonest, default=None)
