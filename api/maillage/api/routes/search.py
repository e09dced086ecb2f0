from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query
from pydantic import BaseModel

from maillage.api.access.auth import TheEyes, TheReader
from maillage.api.deps import TheLanguage
from maillage.api.requests.asked import Text
from maillage.api.requests.pages import Listing
from maillage.graph.languages import Language
from maillage.graph.redaction import shown_name
from maillage.graph.search import Match, search
from maillage.graph.vocabulary import ACTOR_KINDS

router = APIRouter(prefix="/search", tags=["actors"])

MOST_FOUND = 50


class Found(BaseModel):
    id: str
    label: str
    kind: str
    family: str
    sector: str
    pole: str | None
    where: str

    @classmethod
    def of(cls, match: Match, language: Language) -> Found:
        actor = match.actor
        return cls(
            id=actor.id,
            label=shown_name(actor.name, actor.attributes, language),
            kind=actor.kind,
            family=ACTOR_KINDS[actor.kind].family.value,
            sector=actor.sector.value,
            pole=match.pole,
            where=match.where,
        )


@router.get("")
def matches(
    reader: TheReader,
    language: TheLanguage,
    eyes: TheEyes,
    q: Text,
    limit: Annotated[int, Query(ge=1, le=MOST_FOUND)] = 12,
) -> Listing[Found]:
    """Actors by what somebody types, the likeliest first; accents and case are folded. `total`
    counts all that fit: those that `limit` leaves out are found by typing more."""
    found = search(reader, q, limit, persons=eyes.persons)
    items = [Found.of(match, language) for match in found.items]
    return Listing(items=items, next=found.next, total=found.total)
