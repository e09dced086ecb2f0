from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from datetime import datetime
from typing import Annotated, Literal

from fastapi import APIRouter, Query
from pydantic import BaseModel, ConfigDict

from maillage.api.auth import TheEditor, TheEyes, check_actors
from maillage.api.caching import by_revision
from maillage.api.deps import API, TheState
from maillage.api.state import State
from maillage.graph import ledger
from maillage.graph.contradictions import WORTH_LABELS, Worth, worth
from maillage.graph.errors import NotFound
from maillage.graph.languages import Language
from maillage.graph.model import Import, Judgement
from maillage.graph.port import Reader
from maillage.graph.veil import Veiled
from maillage.graph.vocabulary import ACTOR_KINDS, Label
from maillage.ingest.matching import comparison, review
from maillage.ingest.matching.comparison import card, changes, compare, newcomer_first

router = APIRouter(prefix="/review", tags=["review"])

SHOWN_JUDGEMENTS = 20
MOST_ITEMS = 500


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


class DiffersOut(BaseModel):
    field: str
    label: Label
    left: str
    right: str


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


class SideOut(BaseModel):
    id: str
    name: str


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


class QueueOut(BaseModel):
    """What waits for a decision, surest first, and the latest decisions. `compared`: whether all
    actors were compared with each other; of too many, only the names that wait are asked about."""

    waiting: int
    compared: bool
    items: list[ItemOut]
    judged: list[JudgedOut]


class VerdictAsked(BaseModel):
    model_config = ConfigDict(extra="forbid")

    verdict: Literal["same", "different", "later"]


class DecidedOut(BaseModel):
    """`DELETE` on `undo` takes the judgement back; « later » writes none."""

    judgement: str | None
    waiting: int
    undo: str | None


class WaitingOut(BaseModel):
    waiting: int


@router.get("", dependencies=[by_revision])
def waiting(
    state: TheState,
    eyes: TheEyes,
    limit: Annotated[int, Query(ge=0, le=MOST_ITEMS)] = 100,
) -> QueueOut:
    """Actors that may be one, with the reasons, the surest first."""
    reader, imports = state.held.reader(eyes), state.imports(eyes)
    queue = state.queue()
    found = [one for one in queue.items if _is_shown(state, reader, one.left, one.right)]
    judged = review.judged(state.store, SHOWN_JUDGEMENTS)
    return QueueOut(
        waiting=len(found),
        compared=queue.compared,
        items=[_item(reader, item, imports, eyes.language) for item in found[:limit]],
        judged=[
            _judged(reader, reader.told(one), worth(state.store, one))
            for one in judged
            if _is_shown(state, reader, one.left, one.right)
        ],
    )


@router.post("/{id}")
def decide(id: str, asked: VerdictAsked, state: TheState, person: TheEditor) -> DecidedOut:
    """The two are one, or they are not; or let it wait."""
    item, verdict = review.waiting_item(state.store, id, state.queue()), asked.verdict
    check_actors(person, state, [item.left, item.right])
    if verdict == "later":
        return DecidedOut(judgement=None, waiting=len(state.queue().items), undo=None)
    decided = state.write(lambda: review.decide(state.store, item, verdict, person.name))
    return DecidedOut(
        judgement=decided.judgement.id,
        waiting=len(state.queue().items),
        undo=f"{API}/review/judgements/{decided.judgement.id}",
    )


@router.delete("/judgements/{id}")
def undo(id: str, state: TheState, person: TheEditor) -> WaitingOut:
    """As if it had never been decided."""
    judged = [one for one in state.store.judgements() if one.id == id]
    check_actors(person, state, [side for one in judged for side in (one.left, one.right)])
    state.write(lambda: ledger.undo_judgement(state.store, id))
    return WaitingOut(waiting=len(state.queue().items))


def _is_shown(state: State, reader: Veiled, *ids: str) -> bool:
    """Pairs that may be persons are for those who may see their names."""
    for id_ in ids:
        with suppress(NotFound):
            if reader.hides(state.store.actor(id_).id):
                return False
    return True


def _item(
    reader: Veiled, item: review.Item, imports: Mapping[str, Import], language: Language
) -> ItemOut:
    item = reader.told(item)
    sides = [card(reader, reader.actor(id_), imports) for id_ in (item.left, item.right)]
    left, right = sides if item.why == "name_waits" else newcomer_first(*sides)
    fields = list(compare(left.actor, right.actor))
    return ItemOut(
        id=item.id,
        import_=ImportRef(id=left.first.id, title=left.first.title) if left.first else None,
        left=Card.of(left, language),
        right=Card.of(right, language),
        score=item.score,
        same=[
            SameOut(field=one.name, label=one.label, value=one.left.text(language))
            for one in fields
            if one.same
        ],
        differs=[
            DiffersOut(
                field=one.name,
                label=one.label,
                left=one.left.text(language),
                right=one.right.text(language),
            )
            for one in fields
            if not one.same
        ],
        reasons=list(item.reasons),
        features=[
            FeatureOut(
                name=one.name, label=one.label, left=one.left, right=one.right, points=one.points
            )
            for one in item.seen_from(left.actor.id).told
        ],
        points=item.points,
        changes=ChangesOut(ties=left.ties, sentence=changes(left, right)),
        records=[
            RecordRef(import_=record.import_id, sheet=record.sheet, line=record.line)
            for record in left.records
        ],
    )


def _judged(reader: Reader, one: Judgement, said: Worth) -> JudgedOut:
    return JudgedOut(
        id=one.id,
        left=_side(reader, one.left, one.evidence.get("left_name")),
        right=_side(reader, one.right, one.evidence.get("right_name")),
        verdict=one.verdict,
        author=one.author,
        decided_at=one.decided_at,
        live=one.live,
        worth=said,
        effect=WORTH_LABELS[said],
    )


def _side(reader: Reader, id_: str, name_then: str | None) -> SideOut:
    """The name it was decided under, else the actor's now; of one that is gone, its id."""
    if name_then:
        return SideOut(id=id_, name=name_then)
    try:
        return SideOut(id=id_, name=reader.actor(id_).name)
    except NotFound:
        return SideOut(id=id_, name=id_)
