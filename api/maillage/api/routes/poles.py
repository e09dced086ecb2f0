from __future__ import annotations

from fastapi import APIRouter

from maillage.api.auth import TheReader
from maillage.api.caching import by_revision
from maillage.api.deps import Cursor, Limit, Listing, TheLanguage
from maillage.api.schemas import ActorOut
from maillage.graph.port import DEFAULT_PAGE, ActorQuery

router = APIRouter(prefix="/poles", tags=["poles"])


@router.get("", dependencies=[by_revision])
def poles(
    reader: TheReader,
    language: TheLanguage,
    cursor: Cursor = "",
    limit: Limit = DEFAULT_PAGE,
) -> Listing[ActorOut]:
    page = reader.actors(ActorQuery(kinds=("pole",), after=cursor, limit=limit))
    items = [ActorOut.of(pole, language) for pole in page.items]
    return Listing(items=items, next=page.next, total=page.total)
