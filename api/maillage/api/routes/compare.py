from __future__ import annotations

from typing import Annotated, TypedDict

from fastapi import APIRouter, Depends, Query, Response

from maillage.api.access.auth import TheEyes, check_partition
from maillage.api.access.eyes import Eyes
from maillage.api.answers.results import Results
from maillage.api.answers.told import Readouts
from maillage.api.deps import TheDateTold, TheLens
from maillage.api.questions.comparison import ChangesAsked, ComparisonAsked, TwoPolesAsked
from maillage.api.requests.asked import MOST_MEASURES, Day, Partition, PoleId
from maillage.api.routes.measures import Seed
from maillage.api.work.answering import TheAnswer, answers
from maillage.graph.dates import DateSpan
from maillage.graph.measures.registry import find
from maillage.graph.views import Lens

router = APIRouter(prefix="/compare", tags=["measures"])

# For each measure, at each date.
MOST_DRAWS = 10_000
From = Annotated[Day, Query(alias="from")]
To = Annotated[Day, Query(alias="to")]
Told = answers(Readouts)


class _OfDates(TypedDict):
    """What figures and words are asked of alike."""

    first: DateSpan
    last: DateSpan
    yearly: bool
    lens: Lens
    by: str
    eyes: Eyes


async def _of_dates(
    lens: TheLens,
    eyes: TheEyes,
    first: From,
    last: To,
    by: Partition = "sector",
    *,
    yearly: bool = False,
) -> _OfDates:
    check_partition(eyes, by)
    return {
        "first": DateSpan.parse(first),
        "last": DateSpan.parse(last),
        "yearly": yearly,
        "lens": lens,
        "by": by,
        "eyes": eyes,
    }


TheDates = Annotated[_OfDates, Depends(_of_dates)]


@router.get("", responses=answers(Results))
async def compare(
    dates: TheDates,
    answer: TheAnswer,
    name: Annotated[
        list[Annotated[str, Query(max_length=100)]] | None, Query(max_length=MOST_MEASURES)
    ] = None,
    permutations: Annotated[int | None, Query(ge=1, le=MOST_DRAWS)] = None,
    seed: Seed = None,
) -> Response:
    """What was created, kept and ended in a view from one date to another, and measures at both
    (`name`, or a few headlines). `yearly`: at every year between too. `at` is not heard."""
    for one in name or ():
        find(one)
    return await answer(
        ComparisonAsked(**dates, names=tuple(name or ()), permutations=permutations, seed=seed)
    )


@router.get("/changes", responses=Told)
async def changes(dates: TheDates, answer: TheAnswer) -> Response:
    """The same in words: what was created, kept and ended from one date to another, or (`yearly`)
    from each year to the next, and what measures say of both. `at` is not heard."""
    return await answer(ChangesAsked(**dates))


@router.get("/poles", responses=Told)
async def poles(
    at: TheDateTold,
    eyes: TheEyes,
    answer: TheAnswer,
    pole: PoleId,
    other: Annotated[PoleId, Query(alias="with")],
    by: Partition = "sector",
) -> Response:
    """Two poles side by side, in words: what is not known of each first, then ties, acts, whom both
    know, measures of each."""
    check_partition(eyes, by)
    return await answer(TwoPolesAsked(pole=pole, other=other, at=at, by=by, eyes=eyes))
