"""Actors and ties as they are answered, in brief and whole; how measures are listed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, Literal, Self

from fastapi.exceptions import RequestValidationError
from pydantic import BaseModel, Field, StrictBool, StrictFloat, StrictInt, StrictStr

from maillage.api.requests.asked import TOLD
from maillage.graph.arrays import KIND_NAMES, STANDINGS, STATUSES, GraphColumns
from maillage.graph.errors import InvalidInput
from maillage.graph.languages import Language
from maillage.graph.measures.entry import Cost, Measure, Mode, Shape
from maillage.graph.model import Actor, Tie, Value
from maillage.graph.redaction import shown_name
from maillage.graph.vocabulary import (
    ACTOR_KINDS,
    SECTOR_LABELS,
    TIE_KINDS,
    Label,
    Sector,
)

LongText = Annotated[StrictStr, Field(max_length=10_000)]
FieldValue = (
    StrictBool
    | StrictInt
    | StrictFloat
    | LongText
    | Annotated[list[LongText], Field(max_length=200)]
)


class Health(BaseModel):
    status: Literal["ok"]
    version: str
    revision: int


class ActorOut(BaseModel):
    """An actor, with its words in the reader's language."""

    actor: Actor
    sector: str
    kind_label: str
    sector_label: str

    @classmethod
    def of(cls, actor: Actor, language: Language) -> ActorOut:
        return cls(
            actor=actor,
            sector=actor.sector.value,
            kind_label=ACTOR_KINDS[actor.kind].label.text(language),
            sector_label=SECTOR_LABELS[actor.sector].text(language),
        )


class ActorBrief(BaseModel):
    """An actor in a few words: what a list or a path shows of it."""

    id: str
    label: str
    kind: str
    kind_label: str
    family: str
    sector: str

    @classmethod
    def row(cls, graph: GraphColumns, row: int, language: Language, **more: int) -> Self:
        """The actor of one row of the graph's columns."""
        actors = graph.actors
        kind = ACTOR_KINDS[actors.kinds[row]]
        return cls(
            id=actors.ids[row],
            label=shown_name(actors.names[row], actors.attributes[row], language),
            kind=kind.name,
            kind_label=kind.label.text(language),
            family=kind.family.value,
            sector=Sector(actors.sectors[row]).value,
            **more,
        )


class TieBrief(BaseModel):
    id: str
    source: str
    target: str
    kind: str
    kind_label: str
    layer: str
    status: str
    standing: str

    @classmethod
    def row(cls, graph: GraphColumns, row: int, language: Language) -> TieBrief:
        ties = graph.ties
        kind = TIE_KINDS[KIND_NAMES[ties.kind[row]]]
        return cls(
            id=ties.ids[row],
            source=graph.actors.ids[ties.source[row]],
            target=graph.actors.ids[ties.target[row]],
            kind=kind.name,
            kind_label=kind.label.text(language),
            layer=kind.layer.value,
            status=STATUSES[ties.status[row]].value,
            standing=STANDINGS[ties.standing[row]].value,
        )


class TieOut(BaseModel):
    tie: Tie
    layer: str
    kind_label: str
    verb: str

    @classmethod
    def of(cls, tie: Tie, language: Language) -> TieOut:
        kind = TIE_KINDS[tie.kind]
        return cls(
            tie=tie,
            layer=kind.layer.value,
            kind_label=kind.label.text(language),
            verb=kind.verb.text(language),
        )


class VariantOut(BaseModel):
    """One way of taking a measure: on which networks it applies."""

    name: str
    undirected: bool
    directed: bool
    weighted: bool


class MeasureOut(BaseModel):
    """What a measure says, how, after whom; in both languages. `at`: the route that takes it."""

    name: str
    mode: Mode
    at: str
    label: Label
    meaning: Label
    formula: str
    reference: str
    notes: str
    shape: Shape
    needs_partition: bool
    permuted: bool
    cost: Cost
    variants: list[VariantOut]

    @classmethod
    def of(cls, entry: Measure[Any], at: str) -> MeasureOut:
        own = {name: getattr(entry, name) for name in cls.model_fields if hasattr(entry, name)}
        own["variants"] = [
            VariantOut.model_validate(variant, from_attributes=True) for variant in entry.variants
        ]
        return cls(**own, at=at)


def values_said(fields: Mapping[str, FieldValue]) -> dict[str, Value]:
    """Fields as the graph takes them, unread."""
    return {
        name: tuple(value) if isinstance(value, list) else value for name, value in fields.items()
    }


def refuse(faults: Mapping[str, InvalidInput]) -> None:
    """422 that names each place in the body (`fields.siren`), if there are any."""
    if faults:
        raise RequestValidationError(
            [
                {"type": TOLD, "loc": ("body", *name.split(".", 1)), "ctx": {"fault": fault}}
                for name, fault in faults.items()
            ]
        )
