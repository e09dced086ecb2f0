from __future__ import annotations

from typing import Annotated, Literal
from urllib.parse import quote

from fastapi import APIRouter, Query, Response
from pydantic import BaseModel, ConfigDict, Field

from maillage.api.access.auth import TheEditor, TheEyes, check_touches
from maillage.api.access.person import Person
from maillage.api.answers.told import Readouts
from maillage.api.deps import API, TheDateTold, TheState
from maillage.api.edge.caching import papers_kept
from maillage.api.questions.readouts import SuggestionsAsked
from maillage.api.requests.asked import Day
from maillage.api.state import State
from maillage.api.work.answering import TheAnswer, answers
from maillage.api.work.writing import TheWriting
from maillage.graph.dates import DateSpan
from maillage.graph.papers import Shelf
from maillage.graph.readouts.suggestions import introductions
from maillage.graph.readouts.suggestions.introductions import Pair, pair_id, pair_of
from maillage.graph.readouts.suggestions.readout import MOST

router = APIRouter(prefix="/suggestions", tags=["read-outs"])

MOST_TOP = 100
Act = Literal["dismissed", "introduced", "taken back"]
Top = Annotated[int, Query(ge=1, le=MOST_TOP)]
Told = answers(Readouts)


class IntroducedAsked(BaseModel):
    model_config = ConfigDict(extra="forbid")

    on: Annotated[Day, Field(examples=["2026-11-05"])]


class SuggestionOut(BaseModel):
    """What is kept of it; `DELETE` on `undo` takes the last act back."""

    suggestion: str
    act: Act
    undo: str | None


@router.get("", responses=Told)
async def everybody(
    state: TheState, at: TheDateTold, eyes: TheEyes, answer: TheAnswer, top: Top = MOST
) -> Response:
    """Who should meet whom in the whole network and why, and what became of introductions."""
    acts = await papers_kept(state, Shelf.INTRODUCTIONS)
    return await answer(SuggestionsAsked(whom=None, at=at, top=top, acts=acts, eyes=eyes))


@router.get("/{id:path}", responses=Told)
async def of_one(
    id: str, state: TheState, at: TheDateTold, eyes: TheEyes, answer: TheAnswer, top: Top = MOST
) -> Response:
    """Whom a pole or an actor should meet and why, and what became of introductions."""
    acts = await papers_kept(state, Shelf.INTRODUCTIONS)
    return await answer(SuggestionsAsked(whom=id, at=at, top=top, acts=acts, eyes=eyes))


@router.post("/{id:path}/dismiss")
def dismiss(id: str, state: TheState, write: TheWriting, person: TheEditor) -> SuggestionOut:
    """It is not proposed again."""
    pair = _pair(id, state, person)
    write(lambda store: introductions.dismiss(store, pair, author=person.name))
    return _kept(pair, "dismissed")


@router.post("/{id:path}/introduced")
def introduced(
    id: str, asked: IntroducedAsked, state: TheState, write: TheWriting, person: TheEditor
) -> SuggestionOut:
    """They were introduced that day: what became of it will be told."""
    pair, on = _pair(id, state, person), DateSpan.parse(asked.on)
    write(lambda store: introductions.introduce(store, pair, on, author=person.name))
    return _kept(pair, "introduced")


@router.delete("/{id:path}")
def take_back(id: str, state: TheState, write: TheWriting, person: TheEditor) -> SuggestionOut:
    """The last act is forgotten; the one before counts again."""
    pair = _pair(id, state, person)
    write(lambda store: introductions.take_back(store, pair))
    return SuggestionOut(suggestion=pair_id(*pair), act="taken back", undo=None)


def _pair(id: str, state: State, person: Person) -> Pair:
    pair = pair_of(state.store, id)
    check_touches(person, state, pair)
    return pair


def _kept(pair: Pair, act: Act) -> SuggestionOut:
    id_ = pair_id(*pair)
    return SuggestionOut(suggestion=id_, act=act, undo=f"{API}/suggestions/{quote(id_)}")
