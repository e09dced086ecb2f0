"""Actors as their records add up."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from maillage.graph.folding import normalise
from maillage.graph.model import Actor, Conflict, Figure, Value
from maillage.graph.truth.evidence import (
    Evidence,
    Trust,
    Word,
    conflict_of,
    members,
    settle,
    settle_all,
    settle_set,
)
from maillage.graph.truth.hearing import Gathered, Year
from maillage.graph.truth.identity import Resolution
from maillage.graph.truth.places import follow
from maillage.graph.truth.writings import best_writing
from maillage.graph.vocabulary import ACTOR_KINDS, Ess, LegalSector

UNKNOWN_KIND = "other"


def derive_actors(heard: Mapping[str, Gathered], resolution: Resolution) -> dict[str, Actor]:
    return {id_: settle_actor(id_, gathered, resolution) for id_, gathered in heard.items()}


def settle_actor(id_: str, gathered: Gathered, resolution: Resolution) -> Actor:
    kind, kind_conflict = _settle_kind(gathered.evidence.pop("kind", ()))
    values, conflicts = settle_all(gathered.evidence)
    attributes = follow(dict(values), gathered.evidence.get("departement", ()))
    aliases = resolution.aliases.get(id_, ())
    name, pointed = _settle_names(id_, attributes.pop("name", None), gathered, aliases)
    conflicts = tuple(replace(c, kept=name) if c.field == "name" else c for c in conflicts)
    sets, set_conflicts = _settle_sets(gathered.sets)
    others = {*sets.pop("other_names", ()), *_losing_names(conflicts), *pointed} - {name}
    figures, latest, figure_conflicts = _settle_figures(gathered.yearly)
    if gathered.communes and "commune" not in attributes:
        attributes["commune"] = _best_text(gathered.communes, "")
    attributes |= {**sets, **latest}
    return Actor(
        id=id_,
        kind=kind,
        name=name,
        other_names=tuple(sorted(others)),
        legal_sector=LegalSector(str(attributes.pop("legal_sector", LegalSector.UNKNOWN))),
        ess=Ess(str(attributes.pop("ess", Ess.UNKNOWN))),
        named=attributes.pop("named", True) is True,
        collective=attributes.pop("collective", False) is True,
        siren=_text(attributes.pop("siren", resolution.sirens.get(id_))),
        rna=_text(attributes.pop("rna", None)),
        attributes=dict(sorted(attributes.items())),
        aliases=aliases,
        records=tuple(sorted(set(gathered.records))),
        conflicts=(
            *((kind_conflict,) if kind_conflict else ()),
            *conflicts,
            *set_conflicts,
            *figure_conflicts,
        ),
        figures=figures,
    )


# ---------------------------------------------------------------------- names


def _settle_names(
    id_: str, declared: Value | None, gathered: Gathered, aliases: Sequence[str]
) -> tuple[str, set[str]]:
    """The name its list gives it, else as those who point at it write it, else its id; and the
    other names that they give it."""
    known_as = {id_, *aliases}  # a cell that holds an id is no name
    pointed = {text: word for text, word in gathered.names.items() if text not in known_as}
    name = declared if isinstance(declared, str) else _best_text(pointed, id_)
    listed = gathered.evidence.get("name", ())
    if len(pointed) + len(listed) > 1:
        said = [(each.word, str(each.value)) for each in listed]
        name = best_writing(name, [*said, *((word, text) for text, word in pointed.items())])
    return name, _distinct(pointed, name) if pointed else set()


def _distinct(pointed: Mapping[str, Word], name: str) -> set[str]:
    """One spelling of each name that is not the actor's."""
    spelled: dict[str, str] = {}
    for text in sorted(pointed, key=lambda text: (pointed[text], text)):
        spelled.setdefault(normalise(text), text)
    spelled.pop(normalise(name), None)
    return set(spelled.values())


def _losing_names(conflicts: Iterable[Conflict]) -> set[str]:
    return {
        str(value)
        for conflict in conflicts
        if conflict.field == "name"
        for value, _ in conflict.others
    }


# ---------------------------------------------------------------------- kinds, sets, figures


def _settle_kind(evidence: Sequence[Evidence]) -> tuple[str, Conflict | None]:
    """A list of groups says what a gathering is better than a list of actors does."""
    if not evidence:
        return UNKNOWN_KIND, None
    best, conflict = settle("kind", evidence)
    if conflict is None:
        return str(best), None
    trust = min(item.word.trust for item in evidence)
    gatherings = [
        item
        for item in evidence
        if item.word.trust == trust and ACTOR_KINDS[str(item.value)].gathering
    ]
    if gatherings and trust is not Trust.REVIEWER:
        best = min(gatherings).value
        conflict = conflict_of("kind", best, evidence)
    return str(best), conflict


def _settle_sets(
    sets: Mapping[str, Sequence[Evidence]],
) -> tuple[dict[str, tuple[str, ...]], list[Conflict]]:
    values: dict[str, tuple[str, ...]] = {}
    conflicts: list[Conflict] = []
    for field in sorted(sets):
        if field == "other_names":  # whoever is looked for by a name that was borne is found
            values[field] = tuple(sorted({n for each in sets[field] for n in members(each.value)}))
            continue
        values[field], conflict = settle_set(field, sets[field])
        if conflict:
            conflicts.append(conflict)
    return values, conflicts


def _settle_figures(
    yearly: Mapping[tuple[str, Year], Sequence[Evidence]],
) -> tuple[tuple[Figure, ...], dict[str, Value], list[Conflict]]:
    """Each year's figure, and of each field the one that stands: a reviewer's, else the latest."""
    figures: list[Figure] = []
    conflicts: list[Conflict] = []
    standing: dict[str, tuple[tuple[bool, int], Value]] = {}
    for field, year in sorted(yearly, key=lambda key: (key[0], key[1] or 0)):
        evidence = yearly[field, year]
        kept, conflict = settle(field, evidence)
        holders = tuple(sorted({item.word.record for item in evidence if item.value == kept}))
        figures.append(Figure(field=field, year=year, value=kept, records=holders))
        if conflict:
            conflicts.append(conflict)
        best = min(item.word for item in evidence)
        rank = (best.trust is Trust.REVIEWER, year or _year(best.day))
        if field not in standing or rank >= standing[field][0]:
            standing[field] = (rank, kept)
    return tuple(figures), {field: value for field, (_, value) in standing.items()}, conflicts


def _year(day: int) -> int:
    return date.fromordinal(day).year if day else 0


def _best_text(said: Mapping[str, Word], otherwise: str) -> str:
    return min(said, key=lambda text: (said[text], text), default=otherwise)


def _text(value: Value | None) -> str | None:
    return None if value is None else str(value)
