"""Two actors side by side: what is the same, what differs, what would change if they were one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from maillage.graph.fields import ACTOR_FIELDS
from maillage.graph.folding import normalise
from maillage.graph.model import Actor, Import, Record, Value
from maillage.graph.port import Reader, TieQuery
from maillage.graph.search import place
from maillage.graph.vocabulary import (
    ACTOR_KINDS,
    ESS_FAMILY_LABELS,
    SECTOR_LABELS,
    Label,
    Sector,
)

SHOWN_SOURCES = 5
_COMPARED = (
    "name", "kind", "sector", "ess_family", "siren", "rna", "legal_form", "activity", "commune",
    "departement", "region", "web",
)  # fmt: skip
_FACTS = (
    "other_names", "legal_form", "activity", "commune", "departement", "region", "jobs", "web",
    "founded_year", "note",
)  # fmt: skip
_SECTOR = Label("secteur", "sector")


@dataclass(frozen=True, slots=True)
class Field:
    """One field of both; `same` if they say the same."""

    name: str
    label: Label
    left: Label
    right: Label
    same: bool


@dataclass(frozen=True, slots=True)
class Fact:
    label: Label
    value: Label


@dataclass(frozen=True, slots=True)
class Card:
    """One of the two, as a reviewer sees it."""

    actor: Actor
    where: str
    ties: int
    facts: tuple[Fact, ...]
    records: tuple[Record, ...]
    sources: tuple[str, ...]
    # When it was first heard of, and by which import; nothing if nobody says.
    first: Import | None


def compare(left: Actor, right: Actor) -> Iterator[Field]:
    """The fields that both give."""
    for name in _COMPARED:
        one, other = value_of(left, name), value_of(right, name)
        if one and other:
            same = normalise(one.fr) == normalise(other.fr)
            yield Field(name, label_of(name), one, other, same)


def card(store: Reader, actor: Actor, imports: Mapping[str, Import]) -> Card:
    records = tuple(store.records(actor.records))
    lists = [imports[record.import_id] for record in records if record.import_id in imports]
    said = (record.source or imports[record.import_id].title for record in records)
    sources = dict.fromkeys(filter(None, said))
    return Card(
        actor=actor,
        where=place(actor),
        ties=store.ties(TieQuery(actor=actor.id, limit=1)).total,
        facts=tuple(_facts(actor)),
        records=records,
        sources=tuple(sources)[:SHOWN_SOURCES],
        first=min(lists, key=_moment, default=None),
    )


def newcomer_first(one: Card, other: Card) -> tuple[Card, Card]:
    """Who was heard of later comes first; else who has fewer ties."""
    return (one, other) if _age(one) >= _age(other) else (other, one)


def changes(left: Card, right: Card) -> Label:
    """What the newcomer's ties would become."""
    if not left.ties:
        return Label(
            f"{left.actor.name} n’a pas encore de lien\u202f: seule sa description s’ajouterait.",
            f"{left.actor.name} has no tie yet: only its description would be added.",
        )
    if left.ties == 1:
        return Label(
            f"Le lien de {left.actor.name} deviendrait celui de {right.actor.name}.",
            f"The tie of {left.actor.name} would become that of {right.actor.name}.",
        )
    return Label(
        f"Les {left.ties} liens de {left.actor.name} deviendraient ceux de {right.actor.name}.",
        f"The {left.ties} ties of {left.actor.name} would become those of {right.actor.name}.",
    )


def value_of(actor: Actor, name: str) -> Label | None:
    """The value of a field in words; nothing if it says nothing."""
    match name:
        case "name":
            return Label(actor.name, actor.name)
        case "kind":
            return ACTOR_KINDS[actor.kind].label if actor.kind != "other" else None
        case "sector":
            return SECTOR_LABELS[actor.sector] if actor.sector is not Sector.UNKNOWN else None
        case "siren" | "rna":
            text = getattr(actor, name)
        case "other_names":
            text = _text(actor.other_names)
        case "ess_family":
            code = actor.attributes.get(name)
            return ESS_FAMILY_LABELS.get(str(code)) if code else None
        case _:
            text = _text(actor.attributes.get(name))
    return Label(text, text) if text else None


def label_of(name: str) -> Label:
    return _SECTOR if name == "sector" else ACTOR_FIELDS[name].label


def _facts(actor: Actor) -> Iterator[Fact]:
    for name in _FACTS:
        if value := value_of(actor, name):
            yield Fact(label_of(name), value)


def _age(side: Card) -> tuple[float, int, str]:
    return _moment(side.first) if side.first else 0.0, -side.ties, side.actor.id


def _moment(item: Import) -> float:
    return item.loaded_at.timestamp()


def _text(value: Value | Sequence[str] | None) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return ""
    if isinstance(value, int | float):
        return f"{value:g}"
    return value if isinstance(value, str) else ", ".join(value)
