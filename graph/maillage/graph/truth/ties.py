"""Ties as their records add up: identity, spell, dates, status, whose word they rest upon."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import blake2s

from maillage.graph.dates import DateSpan
from maillage.graph.model import Attributes, Conflict, Import, Record, Tie
from maillage.graph.truth.completeness import Absence, absences
from maillage.graph.truth.evidence import Evidence, observed_day, settle_all, trust_of
from maillage.graph.truth.identity import Resolution
from maillage.graph.truth.spells import Said, spells
from maillage.graph.vocabulary import TIE_KINDS, Standing, Status

# (first end, second end, kind, subtype, directed): in order if directed, else sorted.
Identity = tuple[str, str, str, str, bool]


def derive_ties(
    records: Sequence[Record], resolution: Resolution, imports: Mapping[str, Import]
) -> dict[str, Tie]:
    said = _said(records, resolution)
    missing = absences(said, resolution, imports)
    ties: dict[str, Tie] = {}
    for identity in sorted(said):
        claims = said[identity]
        asserting = [item for item in claims if item.claim.stance == "asserts"]
        answers = [item for item in claims if item.claim.stance != "asserts"]
        cut = spells(asserting)
        for number, spell in enumerate(cut):
            case = _Case(identity, number, spell.claims, imports)
            if spell is cut[-1]:  # answers and silences speak of the tie as it last was
                case = replace(case, answers=answers, absence=missing.get(identity))
            tie = case.settle()
            ties[tie.id] = tie
    return ties


def tie_id(identity: Identity, number: int) -> str:
    text = "|".join((*map(str, identity), str(number)))
    return "t-" + blake2s(text.encode(), digest_size=8).hexdigest()


def _said(records: Iterable[Record], resolution: Resolution) -> dict[Identity, list[Said]]:
    said: dict[Identity, list[Said]] = defaultdict(list)
    for record in records:
        speaker = resolution.actor(record.declared_by) if record.declared_by else None
        for claim in record.ties:
            source, target = resolution.actor(claim.source), resolution.actor(claim.target)
            kind = TIE_KINDS[claim.kind]
            directed = kind.directed if claim.directed is None else claim.directed
            if not directed and target < source:
                source, target = target, source
            trust = trust_of(record, own=speaker in (source, target))
            identity = (source, target, claim.kind, claim.subtype, directed)
            said[identity].append(Said(record, claim, speaker, trust))
    return said


@dataclass
class _Case:
    """All that bears on one spell of one tie."""

    identity: Identity
    number: int
    asserted: list[Said]
    imports: Mapping[str, Import]
    answers: Sequence[Said] = ()
    absence: Absence | None = None

    def settle(self) -> Tie:
        source, target, kind, subtype, directed = self.identity
        own = self.asserted = sorted(self.asserted, key=lambda said: said.order)
        start, start_conflicts = _settle_start(own)
        end, end_conflicts = self._settle_end()
        attributes, conflicts = settle_all(_attributes(own))
        seen = [said.record.observed_on for said in own if said.record.observed_on]
        return Tie(
            id=tie_id(self.identity, self.number),
            source=source,
            target=target,
            kind=kind,
            subtype=subtype,
            directed=directed,
            status=self._settle_status(),
            standing=_standing(source, target, (*own, *self.answers)),
            tier=next((s.claim.tier for s in own if s.claim.tier), TIE_KINDS[kind].tier),
            start=start,
            end=end,
            first_observed=min(seen, default=None),
            last_observed=max(seen, key=lambda span: (span.latest, span.earliest), default=None),
            declared_by=tuple(sorted({s.speaker for s in own if s.speaker})),
            attributes=attributes,
            records=tuple(sorted({said.record.id for said in (*own, *self.answers)})),
            conflicts=(*start_conflicts, *end_conflicts, *conflicts),
        )

    def _settle_end(self) -> tuple[DateSpan | None, tuple[Conflict, ...]]:
        """The latest end given, unless somebody saw the tie after it."""
        given = [(s.claim.end, s) for s in (*self.asserted, *self.answers) if s.claim.end]
        if given:
            best = min(said.trust for _, said in given)
            kept = max((end for end, said in given if said.trust == best), key=lambda e: e.latest)
            if self._last_seen() > kept.latest.toordinal():
                return None, _date_conflict("end", None, given)
            apart = [(end, said) for end, said in given if not end.meets(kept)]
            return kept, _date_conflict("end", kept, apart)
        if self.absence and self._silent():
            return DateSpan(min(self.absence.after, self.absence.until), self.absence.until), ()
        return None, ()

    def _settle_status(self) -> Status:
        """As stated, unless an end or a complete list has since said that it is over.

        A date is not a status: a tie « until 2013 » is kept by a view that asks for no date, and
        left out by one that asks for 2014.
        """
        stated = self.asserted[0].claim.status or Status.ACTIVE
        closed = any(said.claim.stance == "ends" for said in self.answers)
        return Status.ENDED if closed or self._silent() else stated

    def _silent(self) -> bool:
        """Whether a complete list no longer has it, and nobody has seen it since."""
        if self.absence is None:
            return False
        return self._last_seen() <= self.absence.until.toordinal()

    def _last_seen(self) -> int:
        open_ended = [said for said in self.asserted if not said.claim.end]
        return max((observed_day(said.record) for said in open_ended), default=0)


def _settle_start(own: Sequence[Said]) -> tuple[DateSpan | None, tuple[Conflict, ...]]:
    """The earliest start among the most trusted claims that give one."""
    given = [(said.claim.start, said) for said in own if said.claim.start]
    if not given:
        return None, ()
    best = given[0][1].trust
    kept = min(start for start, said in given if said.trust == best)
    apart = [(start, said) for start, said in given if not start.meets(kept)]
    return kept, _date_conflict("start", kept, apart)


def _date_conflict(
    field: str, kept: DateSpan | None, apart: Iterable[tuple[DateSpan, Said]]
) -> tuple[Conflict, ...]:
    losers: dict[str, list[str]] = defaultdict(list)
    for span, said in apart:
        losers[span.text].append(said.record.id)
    if not losers:
        return ()
    others = tuple((text, tuple(sorted(records))) for text, records in sorted(losers.items()))
    return (Conflict(field=field, kept=kept.text if kept else "", others=others),)


def _standing(source: str, target: str, claims: Sequence[Said]) -> Standing:
    """Of both ends, of one, of third parties only; contested when an end's last word denies it."""
    last: dict[str, Said] = {}
    for said in sorted(claims, key=lambda item: (observed_day(item.record), item.record.id)):
        if said.speaker in (source, target):
            last[said.speaker] = said
    if any(said.claim.stance == "denies" for said in last.values()):
        return Standing.CONTESTED
    if not last:
        return Standing.REPORTED
    return Standing.CONFIRMED if len(last) == 2 else Standing.ONE_SIDED


def _attributes(own: Iterable[Said]) -> dict[str, list[Evidence]]:
    evidence: dict[str, list[Evidence]] = defaultdict(list)
    for said in own:
        attributes: Attributes = said.claim.attributes
        for field, value in attributes.items():
            evidence[field].append(
                Evidence(value, said.trust, observed_day(said.record), said.record.id)
            )
    return evidence
