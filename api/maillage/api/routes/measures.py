from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Query

from maillage.api.auth import TheEyes, check_partition
from maillage.api.caching import by_revision
from maillage.api.deps import TheLanguage, TheLens, TheState
from maillage.api.figures import MOST_PERMUTATIONS, Figures, FiguresAsked, figures_of
from maillage.api.schemas import MeasureOut
from maillage.graph.measures.registry import ONE_MODE, find, measure

router = APIRouter(prefix="/measures", tags=["measures"])


@router.get("")
def registry(language: TheLanguage) -> list[MeasureOut]:
    """Every measure: what it says, how, after whom."""
    return [
        MeasureOut(
            name=entry.name,
            label=entry.label.text(language),
            meaning=entry.meaning.text(language),
            formula=entry.formula,
            reference=entry.reference,
            needs_partition=entry.needs_partition,
            cost=entry.cost.value,
            variants=[variant.name for variant in entry.variants],
        )
        for entry in ONE_MODE.values()
    ]


@router.post("")
def figures(asked: FiguresAsked, state: TheState, eyes: TheEyes) -> Figures:
    """The figures of a view as filters leave it, with what they say in words."""
    check_partition(eyes, asked.by)
    return figures_of(state, asked, eyes)


@router.get("/{name}", dependencies=[by_revision])
def one(
    name: str,
    state: TheState,
    lens: TheLens,
    eyes: TheEyes,
    by: Annotated[str, Query(max_length=100)] = "sector",
    permutations: Annotated[int | None, Query(ge=1, le=MOST_PERMUTATIONS)] = None,
    seed: Annotated[int | None, Query(ge=0)] = None,
) -> dict[str, Any]:
    """A measure of a view, every variant of it."""
    check_partition(eyes, by)
    partition = by if find(name).needs_partition else None
    results = measure(
        state.held.network(lens, eyes), [name], by=partition, permutations=permutations, seed=seed
    )
    return {"results": [result.to_json() for result in results]}
