"""What a reviewer is shown: two actors that may be one, side by side, and what was decided."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from pydantic import BaseModel, ConfigDict

from maillage.graph.contradictions import WORTH_LABELS, Worth
from maillage.graph.errors import NotFound
from maillage.graph.languages import Language
from maillage.graph.model import Import, Judgement, Record
from maillage.graph.port import Reader
from maillage.graph.veil import Veiled
from maillage.graph.vocabulary import ACTOR_KINDS, Label
from maillage.ingest.matching import comparison, review
from maillage.ingest.matching.comparison import card, changes, compare, newcomer_first
from maillage.ingest.matching.reasons import Told


class FactOut(BaseModel):
    label: Label
    value: str


class Card(BaseModel):
    """One of two actors that may be one."""

    id: str
    name: str
    kind: str
    kind_label: str
    sector: str
    family: str
    where: str
    siren: str | None
    rna: str | None
    ties: int
    facts: list[FactOut]
    sources: list[str]

    @classmethod
    def of(cls, side: comparison.Card, language: Language) -> Card:
        kind = ACTOR_KINDS[side.actor.kind]
        return cls(
            id=side.actor.id,
            name=side.actor.name,
            kind=kind.name,
            kind_label=kind.label.text(language),
            sector=side.actor.sector.value,
            family=kind.family.value,
            where=side.where,
            siren=side.actor.siren,
            rna=side.actor.rna,
            ties=side.ties,
            facts=[
                FactOut(label=fact.label, value=fact.value.text(language)) for fact in side.facts
            ],
            sources=list(side.sources),
        )


class SameOut(BaseModel):
    field: str
    label: Label
    value: str

    @classmethod
    def of(cls, one: comparison.Field, language: Language) -> SameOut:
        return cls(field=one.name, label=one.label, value=one.left.text(language))


class DiffersOut(BaseModel):
    field: str
    label: Label
    left: str
    right: str

    @classmethod
    def of(cls, one: comparison.Field, language: Language) -> DiffersOut:
        left, right = one.left.text(language), one.right.text(language)
        return cls(field=one.name, label=one.label, left=left, right=right)


class ImportRef(BaseModel):
    id: str
    title: str


class _Named(BaseModel):
    """« import » is a word of Python: the field has an underscore more than its name."""

    model_config = ConfigDict(
        validate_by_name=True,
        serialize_by_alias=True,
        alias_generator=lambda name: name.strip("_"),
    )


class RecordRef(_Named):
    import_: str
    sheet: str
    line: int

    @classmethod
    def of(cls, record: Record) -> RecordRef:
        return cls(import_=record.import_id, sheet=record.sheet, line=record.line)


class ChangesOut(BaseModel):
    ties: int
    sentence: Label


class FeatureOut(BaseModel):
    """What was compared, both sides as written, and what it counts for or against."""

    name: str
    label: Label
    left: Label
    right: Label
    points: int

    @classmethod
    def of(cls, one: Told) -> FeatureOut:
        return cls(
            name=one.name, label=one.label, left=one.left, right=one.right, points=one.points
        )


class ItemOut(_Named):
    """Two actors to decide upon; `left` is the newcomer. `points` is the sum of the features',
    `score` the same between 0 and 1."""

    id: str
    import_: ImportRef | None
    left: Card
    right: Card
    score: float
    same: list[SameOut]
    differs: list[DiffersOut]
    reasons: list[Label]
    features: list[FeatureOut]
    points: int
    changes: ChangesOut
    records: list[RecordRef]

    @classmethod
    def of(
        cls, reader: Veiled, item: review.Item, imports: Mapping[str, Import], language: Language
    ) -> ItemOut:
        item = reader.told(item)
        sides = [card(reader, reader.actor(id_), imports) for id_ in (item.left, item.right)]
        left, right = sides if item.why == "name_waits" else newcomer_first(*sides)
        fields = list(compare(left.actor, right.actor))
        return cls(
            id=item.id,
            import_=ImportRef(id=left.first.id, title=left.first.title) if left.first else None,
            left=Card.of(left, language),
            right=Card.of(right, language),
            score=item.score,
            same=[SameOut.of(one, language) for one in fields if one.same],
            differs=[DiffersOut.of(one, language) for one in fields if not one.same],
            reasons=list(item.reasons),
            features=[FeatureOut.of(one) for one in item.seen_from(left.actor.id).told],
            points=item.points,
            changes=ChangesOut(ties=left.ties, sentence=changes(left, right)),
            records=[RecordRef.of(record) for record in left.records],
        )


class SideOut(BaseModel):
    id: str
    name: str

    @classmethod
    def of(cls, reader: Reader, id_: str, name_then: str | None) -> SideOut:
        """The name it was decided under, else the actor's now; of one that is gone, its id."""
        if name_then:
            return cls(id=id_, name=name_then)
        try:
            return cls(id=id_, name=reader.actor(id_).name)
        except NotFound:
            return cls(id=id_, name=id_)


class JudgedOut(BaseModel):
    """`worth`: whether it has effect now, and why not; `effect` is the same in words."""

    id: str
    left: SideOut
    right: SideOut
    verdict: str
    author: str
    decided_at: datetime
    live: bool
    worth: Worth
    effect: Label

    @classmethod
    def of(cls, reader: Reader, one: Judgement, said: Worth) -> JudgedOut:
        return cls(
            id=one.id,
            left=SideOut.of(reader, one.left, one.evidence.get("left_name")),
            right=SideOut.of(reader, one.right, one.evidence.get("right_name")),
            verdict=one.verdict,
            author=one.author,
            decided_at=one.decided_at,
            live=one.live,
            worth=said,
            effect=WORTH_LABELS[said],
        )
