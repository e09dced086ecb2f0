from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query

from maillage.api.caching import by_revision
from maillage.api.deps import Cursor, Limit, Listing, TheLanguage, TheStore
from maillage.api.schemas import TieOut
from maillage.graph.model import Record
from maillage.graph.port import DEFAULT_PAGE, TieQuery

router = APIRouter(prefix="/ties", tags=["ties"])


class TieWithRecords(TieOut):
    """A tie with the rows that say so."""

    records: list[Record]


@router.get("", dependencies=[by_revision])
def ties(
    store: TheStore,
    language: TheLanguage,
    actor: Annotated[str | None, Query(max_length=200)] = None,
    kind: Annotated[list[str] | None, Query()] = None,
    status: Annotated[list[str] | None, Query()] = None,
    standing: Annotated[list[str] | None, Query()] = None,
    cursor: Cursor = "",
    limit: Limit = DEFAULT_PAGE,
) -> Listing[TieOut]:
    page = store.ties(
        TieQuery(
            actor=actor,
            kinds=tuple(kind or ()),
            statuses=tuple(status or ()),
            standings=tuple(standing or ()),
            after=cursor,
            limit=limit,
        )
    )
    items = [TieOut.of(tie, language) for tie in page.items]
    return Listing(items=items, next=page.next, total=page.total)


@router.get("/{id}", dependencies=[by_revision])
def tie(id: str, store: TheStore, language: TheLanguage) -> TieWithRecords:
    """One tie and the records it rests upon."""
    found = store.tie(id)
    shown = TieOut.of(found, language)
    records = list(store.records(found.records))
    return TieWithRecords(
        **{name: getattr(shown, name) for name in TieOut.model_fields}, records=records
    )
