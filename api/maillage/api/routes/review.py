from __future__ import annotations

from contextlib import suppress
from typing import Annotated, Literal

from fastapi import APIRouter, Query
from pydantic import BaseModel, ConfigDict

from maillage.api.access.auth import TheEditor, TheEyes, check_actors
from maillage.api.answers.reviewing import ItemOut, JudgedOut
from maillage.api.deps import API, TheState
from maillage.api.state import State
from maillage.api.work.writing import TheWriting
from maillage.graph import ledger
from maillage.graph.contradictions import worth
from maillage.graph.errors import NotFound
from maillage.graph.veil import Veiled
from maillage.ingest.matching import review

router = APIRouter(prefix="/review", tags=["review"])

SHOWN_JUDGEMENTS = 20
MOST_ITEMS = 500


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


@router.get("")
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
        items=[ItemOut.of(reader, item, imports, eyes.language) for item in found[:limit]],
        judged=[
            JudgedOut.of(reader, reader.told(one), worth(state.store, one))
            for one in judged
            if _is_shown(state, reader, one.left, one.right)
        ],
    )


@router.post("/{id}")
def decide(
    id: str, asked: VerdictAsked, state: TheState, write: TheWriting, person: TheEditor
) -> DecidedOut:
    """The two are one, or they are not; or let it wait."""
    item, verdict = review.waiting_item(state.store, id, state.queue()), asked.verdict
    check_actors(person, state, [item.left, item.right])
    if verdict == "later":
        return DecidedOut(judgement=None, waiting=len(state.queue().items), undo=None)
    decided = write(lambda store: review.decide(store, item, verdict, person.name))
    return DecidedOut(
        judgement=decided.judgement.id,
        waiting=len(state.queue().items),
        undo=f"{API}/review/judgements/{decided.judgement.id}",
    )


@router.delete("/judgements/{id}")
def undo(id: str, state: TheState, write: TheWriting, person: TheEditor) -> WaitingOut:
    """As if it had never been decided."""
    judged = [one for one in state.store.judgements() if one.id == id]
    check_actors(person, state, [side for one in judged for side in (one.left, one.right)])
    write(lambda store: ledger.undo_judgement(store, id))
    return WaitingOut(waiting=len(state.queue().items))


def _is_shown(state: State, reader: Veiled, *ids: str) -> bool:
    """Pairs that may be persons are for those who may see their names."""
    for id_ in ids:
        with suppress(NotFound):
            if reader.hides(state.store.actor(id_).id):
                return False
    return True
