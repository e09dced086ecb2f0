from __future__ import annotations

from functools import partial
from typing import Annotated

from fastapi import APIRouter, Depends, Query, Response

from maillage.api.answering import TheAnswer, answers
from maillage.api.asked import MOST_MEASURES, PoleId
from maillage.api.auth import TheEyes
from maillage.api.deps import TheDate
from maillage.api.questions.ownership import OwnershipAsked, OwnershipOut

router = APIRouter(prefix="/ownership", tags=["ownership"])

Names = Annotated[
    list[Annotated[str, Query(max_length=100)]] | None,
    Query(max_length=MOST_MEASURES, examples=[["lookthrough_by_kind"]]),
]
Told = answers(OwnershipOut)


async def _asked(
    at: TheDate,
    eyes: TheEyes,
    name: Names = None,
    pole: PoleId | None = None,
    *,
    certain_dates: bool = False,
) -> partial[OwnershipAsked]:
    return partial(
        OwnershipAsked,
        names=tuple(name or ()),
        at=at.text if at else None,
        certain_dates=certain_dates,
        pole=pole,
        eyes=eyes,
    )


Asked = Annotated[partial[OwnershipAsked], Depends(_asked)]


@router.get("", responses=Told)
async def everybody(asked: Asked, answer: TheAnswer) -> Response:
    """Who owns and who controls what: the measures named, or all."""
    return await answer(asked(owner=None))


@router.get("/{id:path}", responses=Told)
async def one(id: str, asked: Asked, answer: TheAnswer) -> Response:
    """What one actor has of each firm and controls, and, of a firm, whose it is in the end."""
    return await answer(asked(owner=id))
