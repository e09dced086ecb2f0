"""Acts of linking: when ties were created, first seen, confirmed, said again, ended.

A tie is a dated and sourced act before it is a state. An act without a date is one all the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from maillage.graph.arrays import FAR_AHEAD, LONG_AGO, TieColumns
from maillage.graph.dates import DateSpan
from maillage.graph.errors import NotFound
from maillage.graph.folding import normalise
from maillage.graph.model import Record, Ref, Tie
from maillage.graph.port import Reader
from maillage.graph.vocabulary import Standing, Status

ActKind = Literal["created", "seen", "confirmed", "renewed", "ended"]
# Beyond, the records of ties are not read: starts and ends alone are told.
MOST_TOLD = 50_000
ACTS: tuple[ActKind, ...] = ("created", "seen", "confirmed", "renewed", "ended")


@dataclass(frozen=True, slots=True)
class Act:
    """`year`: None where nobody says when, or where it may be one of several years."""

    kind: ActKind
    tie: str
    year: int | None
    # When it was said, of a confirmation.
    on: DateSpan | None = None


def acts_until(acts: Iterable[Act], at: DateSpan | None) -> list[Act]:
    """Without those of the years after it."""
    if at is None:
        return list(acts)
    return [act for act in acts if act.year is None or act.year <= at.latest.year]


def dated_acts(ties: TieColumns, rows: Iterable[int]) -> Iterator[Act]:
    """Starts and ends alone, of ties too many for their records to be read."""
    for row in rows:
        if ties.planned[row]:
            continue
        if ties.start_max[row] != LONG_AGO:
            yield Act(
                "created", ties.ids[row], _same_year(ties.start_min[row], ties.start_max[row])
            )
        if ties.end_min[row] != FAR_AHEAD:
            yield Act("ended", ties.ids[row], _same_year(ties.end_min[row], ties.end_max[row]))


@dataclass(frozen=True, eq=False)
class Acts:
    """Reads who spoke when from the records that ties rest upon."""

    reader: Reader
    _speakers: dict[Ref, str | None] = field(default_factory=dict, init=False, repr=False)

    def of(self, ties: Sequence[Tie]) -> list[Act]:
        wanted = {record for tie in ties for record in tie.records}
        records = {record.id: record for record in self.reader.records(wanted)}
        return [act for tie in ties for act in self._of_tie(tie, records)]

    def _of_tie(self, tie: Tie, records: dict[str, Record]) -> Iterator[Act]:
        if tie.status is Status.PLANNED:
            return
        if tie.start is not None:
            yield Act("created", tie.id, _year(tie.start))
        said = [records[id_] for id_ in tie.records if id_ in records]
        said = [record for record in said if _asserts(record, tie)]
        said.sort(key=_when)
        if said:
            yield Act("seen", tie.id, _year(tie.first_observed or said[0].observed_on))
        yield from self._said_again(tie, said)
        if tie.end is not None or tie.status is Status.ENDED:
            yield Act("ended", tie.id, _year(tie.end))

    def _said_again(self, tie: Tie, said: Sequence[Record]) -> Iterator[Act]:
        """Confirmed by the record with which both ends have spoken; renewed in a later year."""
        spoken: set[str] = set()
        known = {_year(record.observed_on) for record in said[:1]}
        confirmed = tie.standing is not Standing.CONFIRMED
        for record in said:
            year = _year(record.observed_on)
            speaker = self._speaker(record, tie)
            spoken |= {speaker} if speaker else set()
            if not confirmed and {tie.source, tie.target} <= spoken:
                confirmed = True
                yield Act("confirmed", tie.id, year, record.observed_on)
            elif year is not None and year not in known:
                yield Act("renewed", tie.id, year)
            known.add(year)

    def _speaker(self, record: Record, tie: Tie) -> str | None:
        """The end of the tie that a record is the word of; None for a third party."""
        ref = record.declared_by
        if ref is None or record.voice != "statement":
            return None
        for end in (tie.source, tie.target):
            if self._means(ref, end):
                return end
        return None

    def _means(self, ref: Ref, end: str) -> bool:
        if ref.ids:
            if ref not in self._speakers:
                self._speakers[ref] = self._resolved(ref)
            return self._speakers[ref] == end
        actor = self.reader.actor(end)
        if ref.siren:
            return ref.siren == actor.siren
        names = {normalise(name) for name in (actor.name, *actor.other_names)}
        return ref.name is not None and normalise(ref.name) in names

    def _resolved(self, ref: Ref) -> str | None:
        for id_ in ref.ids:
            try:
                return self.reader.actor(id_).id
            except NotFound:
                continue
        return None


def _asserts(record: Record, tie: Tie) -> bool:
    return any(claim.kind == tie.kind and claim.stance == "asserts" for claim in record.ties)


def _when(record: Record) -> tuple[int, str]:
    on = record.observed_on
    return (on.earliest.toordinal() if on else 0, record.id)


def _year(span: DateSpan | None) -> int | None:
    if span is None or span.earliest.year != span.latest.year:
        return None
    return span.earliest.year


def _same_year(first: int, last: int) -> int | None:
    if first == LONG_AGO or last == FAR_AHEAD:
        return None
    year = date.fromordinal(int(first)).year
    return year if date.fromordinal(int(last)).year == year else None
