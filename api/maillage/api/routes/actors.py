from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query

from maillage.api.caching import by_revision
from maillage.api.deps import Cursor, Limit, Listing, TheLanguage, TheStore
from maillage.api.schemas import ActorOut, TieOut
from maillage.graph.port import DEFAULT_PAGE, ActorQuery, TieQuery

router = APIRouter(prefix="/actors", tags=["actors"])


@router.get("", dependencies=[by_revision])
def actors(
    store: TheStore,
    language: TheLanguage,
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
            after=cursor,
            limit=limit,
        )
    )
    items = [ActorOut.of(actor, language) for actor in page.items]
    return Listing(items=items, next=page.next, total=page.total)


@router.get("/{id}", dependencies=[by_revision])
def actor(id: str, store: TheStore, language: TheLanguage) -> ActorOut:
    """One actor, by its id or one that redirects to it."""
    return ActorOut.of(store.actor(id), language)


@router.get("/{id}/ties", dependencies=[by_revision])
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
