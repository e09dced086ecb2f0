from __future__ import annotations

from dataclasses import replace
from typing import Annotated

from fastapi import APIRouter, Depends, Query, Response

from maillage.api.access.auth import TheEyes
from maillage.api.deps import TheDateTold
from maillage.api.questions.ownership import OwnershipAsked, OwnershipOut
from maillage.api.requests.asked import MOST_MEASURES, PoleId
from maillage.api.work.answering import TheAnswer, answers

router = APIRouter(prefix="/ownership", tags=["ownership"])

Names = Annotated[
    list[Annotated[str, Query(max_length=100)]] | None,
    Query(max_length=MOST_MEASURES, examples=[["lookthrough_by_kind"]]),
]
Told = answers(OwnershipOut)


async def _asked(
    at: TheDateTold,
    eyes: TheEyes,
    name: Names = None,
    pole: PoleId | None = None,
    *,
    certain_dates: bool = False,
) -> OwnershipAsked:
    return OwnershipAsked(
        names=tuple(name or ()),
        at=at,
        certain_dates=certain_dates,
        pole=pole,
        eyes=eyes,
    )


Asked = Annotated[OwnershipAsked, Depends(_asked)]


@router.get("", responses=Told)
async def everybody(asked: Asked, answer: TheAnswer) -> Response:
    """Who owns and who controls what: the measures named, or all."""
    return await answer(asked)


@router.get("/{id:path}", responses=Told)
async def one(id: str, asked: Asked, answer: TheAnswer) -> Response:
    """What one actor has of each firm and controls, and, of a firm, whose it is in the end."""
    return await answer(replace(asked, owner=id))
