"""What the API answers with, where it is not a model of the graph itself."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel

from maillage.graph.errors import Language
from maillage.graph.model import Actor, Tie
from maillage.graph.vocabulary import ACTOR_KINDS, SECTOR_LABELS, TIE_KINDS


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


class MeasureOut(BaseModel):
    name: str
    label: str
    meaning: str
    formula: str
    reference: str
    needs_partition: bool
    cost: str
    variants: list[str]
