from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Path, Query, Response

from maillage.api.access.auth import TheEyes, check_partition
from maillage.api.answers.results import Results
from maillage.api.answers.schemas import MeasureOut
from maillage.api.deps import API, TheLens
from maillage.api.questions.figures import Figures, FiguresAsked, FiguresQuestion
from maillage.api.questions.measures import MeasureAsked
from maillage.api.requests.asked import MOST_PERMUTATIONS, Partition
from maillage.api.requests.pages import Listing
from maillage.api.requests.preferring import Patience
from maillage.api.work.answering import TheAnswer, answers
from maillage.graph.measures.modes import TWO_DATES, TWO_MODES
from maillage.graph.measures.ownership.registry import OWNERSHIP
from maillage.graph.measures.registry import ONE_MODE

router = APIRouter(prefix="/measures", tags=["measures"])

# Every registry, with the route that takes its measures.
REGISTRIES = (
    (ONE_MODE, f"{API}/measures/{{name}}"),
    (TWO_MODES, f"{API}/measures/{{name}}"),
    (TWO_DATES, f"{API}/compare"),
    (OWNERSHIP, f"{API}/ownership"),
)

# What is asked by its body is not asked again by whoever draws it.
LONG_PATIENCE = Patience(120.0)

Permutations = Annotated[int | None, Query(ge=1, le=MOST_PERMUTATIONS)]
Seed = Annotated[int | None, Query(ge=0, le=2**63)]


@router.get("")
def registry() -> Listing[MeasureOut]:
    """Every measure: what it says, how, after whom."""
    return Listing.whole(
        MeasureOut.of(entry, where) for entries, where in REGISTRIES for entry in entries.values()
    )


@router.post("", responses=answers(Figures))
async def figures(asked: FiguresAsked, eyes: TheEyes, answer: TheAnswer) -> Response:
    """The figures of a view as filters leave it, with what they say in words."""
    check_partition(eyes, asked.by)
    return await answer(FiguresQuestion(asked=asked, eyes=eyes), patience=LONG_PATIENCE)


@router.get("/{name}", responses=answers(Results))
async def one(
    name: Annotated[str, Path(max_length=100, examples=["ei_network"])],
    lens: TheLens,
    eyes: TheEyes,
    answer: TheAnswer,
    by: Partition = "sector",
    permutations: Permutations = None,
    seed: Seed = None,
) -> Response:
    """A measure of a view, every variant of it. Measures of two modes are taken on the view
    `affiliation`, `by` being a partition of the members."""
    check_partition(eyes, by)
    return await answer(
        MeasureAsked(name=name, lens=lens, by=by, permutations=permutations, seed=seed, eyes=eyes)
    )
