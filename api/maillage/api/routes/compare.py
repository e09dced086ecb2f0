from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Response

from maillage.api.answering import TheAnswer, answers
from maillage.api.asked import Day
from maillage.api.auth import TheEyes, check_partition
from maillage.api.caching import by_revision
from maillage.api.deps import TheLens
from maillage.api.figures import MOST_MEASURES
from maillage.api.questions.comparison import ComparisonAsked
from maillage.api.results import Results
from maillage.api.routes.measures import By, Seed
from maillage.graph.dates import DateSpan
from maillage.graph.measures.registry import find

router = APIRouter(prefix="/compare", tags=["measures"])

# For each measure, at each date.
MOST_DRAWS = 10_000
Moment = Annotated[Day, Query(examples=["2012", "2014-09-19"])]


@router.get("", dependencies=[by_revision], responses=answers(Results))
async def compare(
    lens: TheLens,
    eyes: TheEyes,
    answer: TheAnswer,
    first: Annotated[Moment, Query(alias="from")],
    last: Annotated[Moment, Query(alias="to")],
    name: Annotated[
        list[Annotated[str, Query(max_length=100)]] | None, Query(max_length=MOST_MEASURES)
    ] = None,
    by: By = "sector",
    permutations: Annotated[int | None, Query(ge=1, le=MOST_DRAWS)] = None,
    seed: Seed = None,
    *,
    yearly: bool = False,
) -> Response:
    """What was created, kept and ended in a view from one date to another, and measures at both
    (`name`, or a few headlines). `yearly`: at every year between too. `at` is not heard."""
    check_partition(eyes, by)
    for one in name or ():
        find(one)
    return await answer(
        ComparisonAsked(
            first=DateSpan.parse(first),
            last=DateSpan.parse(last),
            yearly=yearly,
            lens=lens,
            names=tuple(name or ()),
            by=by,
            permutations=permutations,
            seed=seed,
            eyes=eyes,
        )
    )
