"""Actors as their records add up."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from maillage.graph.fields import SET_FIELDS, YEARLY_FIELDS
from maillage.graph.model import Actor, ActorClaim, Conflict, Figure, Record, Ref, Value
from maillage.graph.truth.evidence import (
    Evidence,
    Trust,
    observed_day,
    settle,
    settle_all,
    trust_of,
)
from maillage.graph.truth.identity import Resolution
from maillage.graph.vocabulary import ACTOR_KINDS, Ess, LegalSector

UNKNOWN_KIND = "other"


@dataclass
class Gathered:
    """What the records say of one actor, before it is settled."""

    evidence: dict[str, list[Evidence]] = field(default_factory=lambda: defaultdict(list))
    sets: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    yearly: dict[str, dict[int | None, list[Evidence]]] = field(
        default_factory=lambda: defaultdict(lambda: defaultdict(list))
    )
    names: list[Evidence] = field(default_factory=list)
    records: set[str] = field(default_factory=set)


def gather(records: Iterable[Record], resolution: Resolution) -> dict[str, Gathered]:
    actors: dict[str, Gathered] = defaultdict(Gathered)
    for record in records:
        speaker = resolution.actor(record.declared_by) if record.declared_by else None
        if speaker:
            _mention(actors[speaker], record, record.declared_by, Trust.THIRD_PARTY)
        for claim in record.actors:
            actor = resolution.actor_of_claim(claim)
            _take(actors[actor], record, claim, trust_of(record, own=speaker == actor))
        for tie in record.ties:
            for ref in (tie.source, tie.target):
                actor = resolution.actor(ref)
                _mention(actors[actor], record, ref, trust_of(record, own=speaker == actor))
    return actors


def settle_actor(id_: str, gathered: Gathered, aliases: tuple[str, ...]) -> Actor:
    kind, kind_conflicts = _settle_kind(gathered.evidence.pop("kind", []))
    values, conflicts = settle_all(gathered.evidence)
    attributes: dict[str, Value] = dict(values)
    name = _settle_name(id_, attributes.pop("name", None), gathered)
    figures, figure_conflicts = _settle_figures(gathered.yearly, attributes)
    other_names = gathered.sets.pop("other_names", set()) | _losing_names(conflicts, name)
    attributes |= {field: tuple(sorted(found)) for field, found in gathered.sets.items()}
    return Actor(
        id=id_,
        kind=kind,
        name=name,
        other_names=tuple(sorted(other_names - {name})),
        legal_sector=LegalSector(str(attributes.pop("legal_sector", LegalSector.UNKNOWN))),
        ess=Ess(str(attributes.pop("ess", Ess.UNKNOWN))),
        named=attributes.pop("named", True) is True,
        collective=attributes.pop("collective", False) is True,
        siren=_text(attributes.pop("siren", None)),
        rna=_text(attributes.pop("rna", None)),
        attributes=attributes,
        aliases=aliases,
        records=tuple(sorted(gathered.records)),
        conflicts=(*kind_conflicts, *conflicts, *figure_conflicts),
        figures=figures,
    )


def _mention(gathered: Gathered, record: Record, ref: Ref | None, trust: Trust) -> None:
    gathered.records.add(record.id)
    if ref is None:
        return
    if ref.name:
        gathered.names.append(Evidence(ref.name, trust, observed_day(record), record.id))
    _identify(gathered, record, ref, trust)


def _identify(gathered: Gathered, record: Record, ref: Ref, trust: Trust) -> None:
    for field_, value in (("siren", ref.siren), ("rna", ref.rna)):
        if value:
            gathered.evidence[field_].append(
                Evidence(value, trust, observed_day(record), record.id)
            )


def _take(gathered: Gathered, record: Record, claim: ActorClaim, trust: Trust) -> None:
    day = observed_day(record)
    if claim.row_key:
        gathered.records.add(record.id)
        _identify(gathered, record, claim.ref, trust)
        if claim.ref.name:
            gathered.evidence["name"].append(Evidence(claim.ref.name, trust, day, record.id))
    else:
        _mention(gathered, record, claim.ref, trust)
    if claim.ref.commune:
        gathered.evidence["commune"].append(Evidence(claim.ref.commune, trust, day, record.id))
    for field_, value in claim.attributes.items():
        if isinstance(value, tuple) and field_ in SET_FIELDS:
            gathered.sets[field_].update(value)
        elif field_ in YEARLY_FIELDS:
            item = Evidence(value, trust, day, record.id)
            gathered.yearly[field_][claim.figures_year].append(item)
        else:
            gathered.evidence[field_].append(Evidence(value, trust, day, record.id))


def _settle_name(id_: str, declared: Value | None, gathered: Gathered) -> str:
    """The name its list gives it; else as those who point at it write it; else its id."""
    if isinstance(declared, str):
        return declared
    return str(settle("name", gathered.names)[0]) if gathered.names else id_


def _losing_names(conflicts: Iterable[Conflict], name: str) -> set[str]:
    return {
        str(value)
        for conflict in conflicts
        if conflict.field == "name"
        for value, _ in conflict.others
        if value != name
    }


def _settle_kind(evidence: list[Evidence]) -> tuple[str, tuple[Conflict, ...]]:
    """A list of groups says what a gathering is better than a list of actors does."""
    if not evidence:
        return UNKNOWN_KIND, ()
    best = min(
        evidence,
        key=lambda item: (item.trust, not ACTOR_KINDS[str(item.value)].gathering, item.order),
    )
    _, conflict = settle("kind", [replace(best, trust=Trust.REVIEWER, record=""), *evidence])
    return str(best.value), (conflict,) if conflict else ()


def _settle_figures(
    yearly: Mapping[str, Mapping[int | None, list[Evidence]]], attributes: dict[str, Value]
) -> tuple[tuple[Figure, ...], tuple[Conflict, ...]]:
    figures: list[Figure] = []
    conflicts: list[Conflict] = []
    for field_ in sorted(yearly):
        for year in sorted(yearly[field_], key=lambda item: item or 0):
            evidence = yearly[field_][year]
            kept, conflict = settle(field_, evidence)
            attributes[field_] = kept  # the latest year stays
            holders = tuple(sorted({item.record for item in evidence if item.value == kept}))
            figures.append(Figure(field=field_, year=year, value=kept, records=holders))
            if conflict:
                conflicts.append(conflict)
    return tuple(figures), tuple(conflicts)


def _text(value: Value | None) -> str | None:
    return None if value is None else str(value)
