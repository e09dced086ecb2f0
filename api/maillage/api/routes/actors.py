from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query
from pydantic import BaseModel

from maillage.api.auth import TheEyes
from maillage.api.caching import by_revision
from maillage.api.deps import Cursor, Limit, Listing, TheDate, TheLanguage, TheState, TheStore
from maillage.api.schemas import ActorBrief, ActorOut, TieBrief, TieOut
from maillage.graph.ego import MOST_STEPS, ego
from maillage.graph.port import DEFAULT_PAGE, ActorQuery, TieQuery

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


@router.get("", dependencies=[by_revision])
def actors(
    store: TheStore,
    language: TheLanguage,
    eyes: TheEyes,
    q: Annotated[str | None, Query(max_length=200)] = None,
    kind: Annotated[list[str] | None, Query()] = None,
    sector: Annotated[list[str] | None, Query()] = None,
    pole: Annotated[str | None, Query(max_length=200)] = None,
    departement: Annotated[str | None, Query(max_length=50)] = None,
    cursor: Cursor = "",
    limit: Limit = DEFAULT_PAGE,
) -> Listing[ActorOut]:
    """Actors in the order of their ids."""
    page = store.actors(
        ActorQuery(
            q=q,
            kinds=tuple(kind or ()),
            sectors=tuple(sector or ()),
            pole=pole,
            departement=departement,
            persons=eyes.persons or q is None,
            after=cursor,
            limit=limit,
        )
    )
    items = [ActorOut.of(eyes.actor(actor), language) for actor in page.items]
    return Listing(items=items, next=page.next, total=page.total)


@router.get("/{id:path}/ties", dependencies=[by_revision])
def ties_of(
    id: str,
    store: TheStore,
    language: TheLanguage,
    cursor: Cursor = "",
    limit: Limit = DEFAULT_PAGE,
) -> Listing[TieOut]:
    page = store.ties(TieQuery(actor=id, after=cursor, limit=limit))
    items = [TieOut.of(tie, language) for tie in page.items]
    return Listing(items=items, next=page.next, total=page.total)


@router.get("/{id:path}/ego", dependencies=[by_revision])
def neighbourhood(
    id: str,
    state: TheState,
    language: TheLanguage,
    at: TheDate,
    steps: Annotated[int, Query(ge=1, le=MOST_STEPS)] = 1,
) -> EgoOut:
    """The neighbourhood of an actor; ties planned or over are not followed."""
    graph, centre = state.columns(), state.store.actor(id).id
    found = ego(graph, centre, steps, at=at)
    near = zip(found.actors, found.steps, strict=True)
    return EgoOut(
        centre=centre,
        steps=steps,
        actors=[
            Neighbour(**dict(ActorBrief.row(graph, row, language)), steps=step)
            for row, step in near
        ],
        ties=[TieBrief.row(graph, row, language) for row in found.ties],
        left_out=found.left_out,
    )


@router.get("/{id:path}", dependencies=[by_revision])
def actor(id: str, store: TheStore, language: TheLanguage, eyes: TheEyes) -> ActorOut:
    """One actor, by its id or one that redirects to it."""
    return ActorOut.of(eyes.actor(store.actor(id)), language)
