from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Response
from pydantic import BaseModel, ConfigDict, Field

from maillage.api.access.auth import TheEditor, TheEyes, TheReader, check_actors, check_pole
from maillage.api.answers.schemas import (
    ActorBrief,
    ActorOut,
    FieldValue,
    TieBrief,
    TieOut,
    refuse,
    values_said,
)
from maillage.api.deps import API, TheDate, TheLanguage, TheState
from maillage.api.requests.asked import ActorKindName, Departement, PoleId, SectorName, Text, Title
from maillage.api.requests.pages import Listing, ThePage
from maillage.api.work.writing import TheWriting
from maillage.graph.ego import MOST_STEPS, ego
from maillage.graph.entries import Entered, Hand, add_actor, amend_actor
from maillage.graph.model import Value
from maillage.graph.port import ActorQuery, TieQuery
from maillage.ingest.by_hand import read_actor

# Ids are the reader's own and may hold slashes: what stands after an id is looked at first.
router = APIRouter(prefix="/actors", tags=["actors"])


class Neighbour(ActorBrief):
    steps: int


class EgoOut(BaseModel):
    """Who is within so many steps, nearest first, and the ties among them.

    `left_out` counts those beyond the size of an answer.
    """

    centre: str
    steps: int
    actors: list[Neighbour]
    ties: list[TieBrief]
    left_out: int


class ActorIn(BaseModel):
    """What is said of an actor: `name`, `kind`, `siren`, `siret`, `rna`, and what else lists say
    of one, read as they are. Other fields are refused, and so are those of persons."""

    model_config = ConfigDict(extra="forbid")

    fields: Annotated[dict[Title, FieldValue], Field(max_length=200)]

    def values(self) -> dict[str, Value]:
        written = read_actor(values_said(self.fields))
        refuse(written.refused)
        return dict(written.values)


class ActorEntered(BaseModel):
    """The actor as it now stands; `DELETE` on `undo` takes the entry back."""

    actor: ActorOut
    undo: str


@router.post("", status_code=201)
def enter(
    said: ActorIn, state: TheState, write: TheWriting, language: TheLanguage, person: TheEditor
) -> ActorEntered:
    """An actor written by hand: a reviewer's record, with its author."""
    check_pole(person, None)
    hand = Hand(author=person.name)
    entered = write(lambda store: add_actor(store, said.values(), hand))
    write.made("actors", entered.id)
    return _entered(entered, state, language)


@router.get("")
def actors(
    reader: TheReader,
    language: TheLanguage,
    paging: ThePage,
    at: TheDate,
    q: Text | None = None,
    kind: Annotated[list[ActorKindName] | None, Query()] = None,
    sector: Annotated[list[SectorName] | None, Query()] = None,
    pole: PoleId | None = None,
    departement: Annotated[Departement | None, Query(max_length=50)] = None,
) -> Listing[ActorOut]:
    """Actors in the order of their ids. `at`: those that may be there at some moment of that date
    (`2014`, `2014-09`, `2014-09-19`): neither founded after it nor gone before, as far as dates are
    known (`valid_from`, `founded_year`, `valid_to`). Who has no date is there, and so is every sole
    trader. With `pole`, those that belong to it by a tie possibly alive then."""
    page = reader.actors(
        ActorQuery(
            q=q,
            kinds=tuple(kind or ()),
            sectors=tuple(sector or ()),
            pole=pole,
            departement=departement,
            at=at,
            after=paging.after,
            limit=paging.limit,
        )
    )
    return paging.listing(page, [ActorOut.of(actor, language) for actor in page.items])


@router.get("/{id:path}/ties")
def ties_of(
    id: str,
    reader: TheReader,
    language: TheLanguage,
    paging: ThePage,
) -> Listing[TieOut]:
    """The ties of an actor."""
    page = reader.ties(TieQuery(actor=id, after=paging.after, limit=paging.limit))
    return paging.listing(page, [TieOut.of(tie, language) for tie in page.items])


@router.get("/{id:path}/ego", responses={200: {"model": EgoOut}})
def neighbourhood(
    id: str,
    state: TheState,
    reader: TheReader,
    eyes: TheEyes,
    at: TheDate,
    steps: Annotated[int, Query(ge=1, le=MOST_STEPS)] = 1,
) -> Response:
    """The neighbourhood of an actor; ties planned or over are not followed."""
    graph, centre = reader.columns(), reader.actor(id).id
    found = ego(state.held.around(at, eyes), centre, steps)
    told = EgoOut(
        centre=centre,
        steps=steps,
        actors=[
            Neighbour.row(graph, row, eyes.language, steps=step)
            for row, step in zip(found.actors, found.steps, strict=True)
        ],
        ties=[TieBrief.row(graph, row, eyes.language) for row in found.ties],
        left_out=found.left_out,
    )
    # It may hold thousands of actors: it is not validated a second time.
    return Response(told.model_dump_json(), media_type="application/json")


@router.patch("/{id:path}")
def amend(
    id: str,
    said: ActorIn,
    state: TheState,
    write: TheWriting,
    language: TheLanguage,
    person: TheEditor,
) -> ActorEntered:
    """A reviewer's word on some fields: it wins over what lists say, and can be undone."""
    check_actors(person, state, [state.store.actor(id).id])
    hand = Hand(author=person.name)
    entered = write(lambda store: amend_actor(store, id, said.values(), hand))
    return _entered(entered, state, language)


@router.get("/{id:path}")
def actor(id: str, reader: TheReader, language: TheLanguage) -> ActorOut:
    """One actor, by its id or one that redirects to it."""
    return ActorOut.of(reader.actor(id), language)


def _entered(entered: Entered, state: TheState, language: TheLanguage) -> ActorEntered:
    found = state.store.actor(entered.id)
    return ActorEntered(
        actor=ActorOut.of(found, language), undo=f"{API}/imports/{entered.import_id}"
    )
