"""Spells: what is said of one tie, cut where a gap shows that it ended and began again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from maillage.graph.dates import DateSpan
from maillage.graph.model import Record, TieClaim
from maillage.graph.truth.evidence import Trust


@dataclass(frozen=True, slots=True)
class Said:
    """A claim on a tie with the record and the actor that make it."""

    record: Record
    claim: TieClaim
    speaker: str | None
    trust: Trust

    @property
    def dated(self) -> bool:
        return self.claim.start is not None or self.claim.end is not None

    @property
    def span(self) -> DateSpan:
        """The longest the tie can have lasted by this claim alone."""
        start, end = self.claim.start, self.claim.end
        return DateSpan(
            start.earliest if start else date.min,
            max(end.latest, start.earliest) if end and start else end.latest if end else date.max,
        )

    @property
    def order(self) -> tuple[int, int, str]:
        observed = self.record.observed_on
        return (self.trust, -(observed.latest.toordinal() if observed else 0), self.record.id)


@dataclass
class Spell:
    span: DateSpan
    claims: list[Said] = field(default_factory=list)


def spells(claims: Sequence[Said]) -> list[Spell]:
    """Dated claims that overlap or touch make one spell; undated ones join the spell they can.

    An observation without a start joins the spell that was possible on its day; failing that the
    next one (a tie seen before its known start began earlier than was known); failing that, all
    known spells having ended before, it shows a new one.
    """
    dated = sorted(
        (said for said in claims if said.dated), key=lambda said: (said.span, said.order)
    )
    found: list[Spell] = []
    for said in dated:
        if found and found[-1].span.meets(said.span):
            last = found[-1]
            last.span = DateSpan(last.span.earliest, max(last.span.latest, said.span.latest))
            last.claims.append(said)
        else:
            found.append(Spell(said.span, [said]))
    loose = sorted((said for said in claims if not said.dated), key=lambda said: said.order)
    later: list[Said] = []
    for said in loose:
        spell = _spell_for(said, found)
        spell.claims.append(said) if spell else later.append(said)
    if later:
        found.append(Spell(DateSpan(date.min, date.max), later))
    return found


def _spell_for(said: Said, found: Sequence[Spell]) -> Spell | None:
    if not found:
        return None
    seen = said.record.observed_on
    if seen is None:
        return found[-1]
    for spell in found:
        if spell.span.latest >= seen.earliest:
            return spell
    return None
