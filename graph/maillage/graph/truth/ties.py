"""Ties as their records add up: identity, spell, dates, status, whose word they rest upon."""

from __future__ import annotations

from collections.abc import Iterable, MutableMapping, Sequence
from datetime import date
from hashlib import blake2s

from maillage.graph.bulk import unchecked
from maillage.graph.dates import DateSpan
from maillage.graph.model import Conflict, Tie
from maillage.graph.truth.completeness import Completeness
from maillage.graph.truth.evidence import Evidence, conflict_of, settle, settle_all
from maillage.graph.truth.hearing import Identity
from maillage.graph.truth.silences import first_days, last_days, spells_between
from maillage.graph.truth.spells import Said, Spell, spell_of_answer, spells
from maillage.graph.truth.tie_dates import revived, settle_end, settle_start
from maillage.graph.vocabulary import TIE_KINDS, Standing, Status, Tier


def derive_ties(
    said: MutableMapping[Identity, list[Said]], completeness: Completeness
) -> dict[str, Tie]:
    """What is said is taken away as it is settled: of the many there are, one of both is enough."""
    ties: dict[str, Tie] = {}
    left = list(said)
    left.reverse()
    while left:
        identity = left.pop()
        claims = said.pop(identity)
        if len(claims) == 1 and not completeness and claims[0].claim.stance == "asserts":
            tie = settle_alone(identity, claims[0])
            ties[tie.id] = tie
            continue
        for tie in _ties(identity, claims, completeness):
            ties[tie.id] = tie
    return ties


def tie_id(identity: Identity, number: int) -> str:
    text = "|".join((*map(str, identity), str(number)))
    return "t-" + blake2s(text.encode(), digest_size=8).hexdigest()


def _ties(identity: Identity, claims: Sequence[Said], completeness: Completeness) -> Iterable[Tie]:
    asserted = [said for said in claims if said.claim.stance == "asserts"]
    found = spells_between(asserted, completeness) if completeness else spells(asserted)
    answers: dict[int, list[Said]] = {}
    if found:  # to deny what nobody says is to say nothing
        for said in claims:
            if said.claim.stance != "asserts":
                answers.setdefault(id(spell_of_answer(said, found)), []).append(said)
    for number, spell in enumerate(found):
        yield settle_spell(identity, number, spell, answers.get(id(spell), ()))


def settle_alone(identity: Identity, said: Said) -> Tie:
    """The same as `settle_spell` for what is told once, as most ties are: nothing to weigh."""
    source, target, kind, subtype, directed = identity
    claim, record = said.claim, said.record
    end = said.ended
    attributes = claim.attributes
    return _tie(
        id=tie_id(identity, 0),
        source=source,
        target=target,
        kind=kind,
        subtype=subtype,
        directed=directed,
        status=claim.status or Status.ACTIVE,
        standing=Standing.ONE_SIDED if said.speaker in (source, target) else Standing.REPORTED,
        tier=claim.tier or TIE_KINDS[kind].tier,
        start=claim.start,
        end=_narrowed(end, claim.start, (said,)) if end else None,
        first_observed=record.observed_on,
        last_observed=record.observed_on,
        declared_by=(said.speaker,) if said.speaker else (),
        attributes=dict(sorted(attributes.items())) if len(attributes) > 1 else attributes,
        records=(record.id,),
    )


def settle_spell(identity: Identity, number: int, spell: Spell, answers: Sequence[Said]) -> Tie:
    """All that bears on one spell of one tie."""
    source, target, kind, subtype, directed = identity
    own = sorted(spell.claims, key=_word) if len(spell.claims) > 1 else spell.claims
    closing = (
        sorted((*own, *(said for said in answers if said.over)), key=_word) if answers else own
    )
    start, start_conflicts = settle_start(own)
    end, end_conflicts = settle_end(closing, open_=spell.span.latest == date.max)
    if spell.resumed:
        start = first_days(spell.resumed, start)
    if spell.absence:
        end = last_days(spell.absence, end, own)
    status, status_conflict = (Status.ENDED, None) if spell.absence else _status(own, closing)
    tier, tier_conflict = _tier(own, TIE_KINDS[kind].tier)
    attributes, conflicts = settle_all(_attributes(own))
    seen = [sighting for said in own if (sighting := said.sighting)] or [
        said.record.observed_on for said in own if said.record.observed_on
    ]
    return Tie(
        id=tie_id(identity, number),
        source=source,
        target=target,
        kind=kind,
        subtype=subtype,
        directed=directed,
        status=status,
        standing=_standing(source, target, (*own, *answers)),
        tier=tier,
        start=start,
        end=_narrowed(end, start, own) if end else None,
        first_observed=min(seen, default=None),
        last_observed=max(seen, key=_by_latest, default=None),
        declared_by=tuple(sorted({said.speaker for said in closing if said.speaker})),
        attributes=attributes,
        records=tuple(sorted({said.record.id for said in (*own, *answers)})),
        conflicts=(
            *start_conflicts,
            *end_conflicts,
            *filter(None, (status_conflict, tier_conflict)),
            *conflicts,
        ),
    )


# Of what a record holds, checked when it was made.
_tie = unchecked(Tie)


def _status(own: Sequence[Said], closing: Sequence[Said]) -> tuple[Status, Conflict | None]:
    """As stated, unless somebody has since said that it is over.

    A date is not a status: a tie « until 2013 » is kept by a view that asks for no date, and left
    out by one that asks for 2014.
    """
    over = next((said for said in closing if said.over and not revived(said, own)), None)
    if over:
        return Status.ENDED, _status_conflict(Status.ENDED, over, own)
    stated = [said for said in own if not said.over]
    kept = stated[0]
    if (
        kept.claim.status is Status.PLANNED
    ):  # what is seen later was planned before, whoever says so
        later = (said for said in stated if _outgrows(said, kept))
        kept = next(later, kept)
    status = kept.claim.status or Status.ACTIVE
    return status, _status_conflict(status, kept, own)


def _outgrows(said: Said, plan: Said) -> bool:
    return said.claim.status is not Status.PLANNED and said.word.day > plan.word.day


def _status_conflict(kept: Status, by: Said, own: Iterable[Said]) -> Conflict | None:
    """What was otherwise before is history; what is said otherwise that day or since is not."""
    return conflict_of(
        "status",
        kept.value,
        [
            Evidence(said.word, said.claim.status.value)
            for said in own
            if said.claim.status and said.word.day >= by.word.day
        ],
    )


def _tier(own: Iterable[Said], usual: Tier | None) -> tuple[Tier | None, Conflict | None]:
    given = [Evidence(said.word, said.claim.tier.value) for said in own if said.claim.tier]
    if not given:
        return usual, None
    value, conflict = settle("tier", given)
    return Tier(str(value)), conflict


def _narrowed(end: DateSpan, start: DateSpan | None, own: Iterable[Said]) -> DateSpan:
    """An end known by its latest day only came after the last time the tie was seen."""
    if end.earliest > date.min:
        return end
    known = [sighting.earliest for said in own if (sighting := said.sighting)]
    known += [start.earliest] if start else []
    return DateSpan(max((day for day in known if day <= end.latest), default=date.min), end.latest)


def _standing(source: str, target: str, claims: Iterable[Said]) -> Standing:
    """Of both ends, of one, of third parties only; contested when an end's last word denies it."""
    last: dict[str, Said] = {}
    for said in claims:
        speaker = said.speaker
        if speaker is None or speaker not in (source, target):
            continue
        if speaker not in last or _since(said, last[speaker]):
            last[speaker] = said
    if any(said.claim.stance == "denies" for said in last.values()):
        return Standing.CONTESTED
    if not last:
        return Standing.REPORTED
    return Standing.CONFIRMED if len(last) == 2 else Standing.ONE_SIDED


def _since(said: Said, other: Said) -> bool:
    return said.word[1:] < other.word[1:]


def _attributes(own: Iterable[Said]) -> dict[str, list[Evidence]]:
    evidence: dict[str, list[Evidence]] = {}
    for said in own:
        for field, value in said.claim.attributes.items():
            evidence.setdefault(field, []).append(Evidence(said.word, value))
    return evidence


def _word(said: Said) -> tuple[object, ...]:
    return said.word


def _by_latest(span: DateSpan) -> tuple[date, date]:
    return span.latest, span.earliest
