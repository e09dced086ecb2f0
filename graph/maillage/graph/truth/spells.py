"""Spells: what is said of one tie, cut where a gap shows that it ended and began again.

A gap is an end followed by a start, more than a whole day later, with no claim spanning the two.
Dates are read as long as they can be, so that a year followed by the next one leaves no gap.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from maillage.graph.dates import DateSpan
from maillage.graph.model import Record, TieClaim
from maillage.graph.truth.evidence import Trust, Word, word_of
from maillage.graph.vocabulary import Status

ALWAYS = DateSpan(date.min, date.max)


class Said(NamedTuple):
    """A claim on a tie with the record and the actor that make it.

    Most ties are told once and nothing is weighed: the word is worked out when it is asked for.
    """

    trust: Trust
    acts: Mapping[str, float]
    record: Record
    claim: TieClaim
    speaker: str | None

    @property
    def word(self) -> Word:
        return word_of(self.record, self.trust, self.acts)

    @property
    def dated(self) -> bool:
        return self.claim.start is not None or self.claim.end is not None

    @property
    def sighting(self) -> DateSpan | None:
        """When the tie was seen, if the claim is that it was there on that day."""
        seen, claim = self.record.observed_on, self.claim
        if seen is None or claim.status in (Status.PLANNED, Status.ENDED):
            return None
        before = claim.end is not None and claim.end.latest < seen.earliest
        return None if before or claim.stance != "asserts" else seen

    @property
    def over(self) -> bool:
        """Whether the claim is that the tie has ended."""
        return self.claim.stance == "ends" or self.claim.status is Status.ENDED

    @property
    def ended(self) -> DateSpan | None:
        """The end it tells: what is said to be over ended at the latest when it was said."""
        if self.claim.end is not None or not self.over:
            return self.claim.end
        seen = self.record.observed_on
        return DateSpan(date.min, seen.latest) if seen else None


class Absence(NamedTuple):
    """A complete list no longer has the tie: it was last listed on one day, and no longer on
    another."""

    listed: date
    silent: date


@dataclass
class Spell:
    span: DateSpan
    claims: list[Said] = field(default_factory=list)
    # Told by lists that do not name it (`silences`): between which days it began, or began again,
    # and the first one after which it was not seen.
    resumed: DateSpan | None = None
    absence: Absence | None = None


def spells(claims: Sequence[Said]) -> list[Spell]:
    """Dated claims that overlap or touch make one spell; undated ones join the spell they can.

    An observation without a start joins the spell that was possible on its day; failing that the
    next one (a tie seen before its known start began earlier than was known); failing that, all
    known spells having ended before, it shows a new one.
    """
    dated = [said for said in claims if said.dated]
    loose = [said for said in claims if not said.dated]
    found = _cut(dated) if dated else []
    if not found:
        return [Spell(ALWAYS, loose)] if loose else []
    later = Spell(ALWAYS)
    for said in loose:
        if seen := said.record.observed_on:
            (_possible(found, seen.earliest) or later).claims.append(said)
    if later.claims:
        first = min(s.record.observed_on for s in later.claims if s.record.observed_on)
        found.append(Spell(DateSpan(first.earliest, date.max), later.claims))
    found[-1].claims.extend(said for said in loose if said.record.observed_on is None)
    return found


def spell_of_answer(said: Said, found: Sequence[Spell]) -> Spell:
    """The spell that an answer (denied, ended) speaks of: that of its dates, else the last one
    that had begun when it was given."""
    when = said.claim.end or said.claim.start or said.record.observed_on
    begun = [spell for spell in found if when is None or spell.span.earliest <= when.latest]
    return begun[-1] if begun else found[0]


def _possible(found: Sequence[Spell], day: date) -> Spell | None:
    return next((spell for spell in found if spell.span.latest >= day), None)


# ---------------------------------------------------------------------- cutting

_BEGINS, _ENDS, _BEGINS_ONLY = range(3)


class _Event(NamedTuple):
    """On `day` something begins, at the earliest on `first`, or ends. Days are ordinals.

    What begins without a known end is placed as late as it can be: « since 2012 » renews what
    lasted « until 2012 ».
    """

    day: int
    rank: int
    first: int
    # As far as the claim that begins here is known to last.
    reach: int


class _Whole(NamedTuple):
    """A claim that gives both dates: its start between two days, and its last possible day."""

    first: int
    last: int
    end: int


def _cut(dated: Sequence[Said]) -> list[Spell]:
    whole = sorted({_whole(said.claim) for said in dated if said.claim.start and said.claim.end})
    anchors = [_anchor(said.claim, whole) for said in dated]
    limits, spans = _stretches(sorted(set(anchors) | set(map(_closing, whole))))
    found = [Spell(span) for span in spans]
    for said, anchor in zip(dated, anchors, strict=True):
        found[bisect_right(limits, anchor.day)].claims.append(said)
    return found


def _whole(claim: TieClaim) -> _Whole:
    start, end = claim.start, claim.end
    assert start is not None
    assert end is not None
    first = start.earliest.toordinal()
    return _Whole(first, start.latest.toordinal(), max(first, end.latest.toordinal()))


def _anchor(claim: TieClaim, whole: Sequence[_Whole]) -> _Event:
    """The event by which a claim takes its place."""
    if claim.start is None:
        end = claim.end.latest.toordinal() if claim.end else _LAST_DAY
        return _Event(end, _ENDS, end, end)
    if claim.end is not None:
        return _opening(_whole(claim))
    first, last = claim.start.earliest.toordinal(), claim.start.latest.toordinal()
    # A start that agrees with that of a claim whose end is known tells of the same thing.
    for other in whole:
        if first <= other.last and other.first <= last:
            return _opening(other)
    return _Event(last, _BEGINS_ONLY, first, first)


def _opening(whole: _Whole) -> _Event:
    return _Event(whole.first, _BEGINS, whole.first, whole.end)


def _closing(whole: _Whole) -> _Event:
    return _Event(whole.end, _ENDS, whole.end, whole.end)


def _stretches(events: Sequence[_Event]) -> tuple[list[int], list[DateSpan]]:
    """The days on which a new spell begins (but the first), and the span of each."""
    limits: list[int] = []
    firsts = [_FIRST_DAY if events[0].rank == _ENDS else events[0].first]
    lasts: list[int] = []
    covered, before = 0, events[0]
    for event in events:
        gap = event.first > max(before.day, covered) + 1
        if before.rank == _ENDS and event.rank != _ENDS and gap:
            limits.append(event.day)
            firsts.append(event.first)
            lasts.append(before.day)
        covered, before = max(covered, event.reach), event
    lasts.append(before.day if before.rank == _ENDS else _LAST_DAY)
    return limits, [
        DateSpan(date.fromordinal(first), date.fromordinal(last))
        for first, last in zip(firsts, lasts, strict=True)
    ]


_FIRST_DAY, _LAST_DAY = date.min.toordinal(), date.max.toordinal()
