"""Answers in words: not of one resource, but all asked alike."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Response

from maillage.api.access.auth import TheEyes, check_partition
from maillage.api.answers.told import Readouts
from maillage.api.deps import TheDateTold
from maillage.api.questions.readouts import (
    Article9Asked,
    EconomyAsked,
    IsolationAsked,
    ReferentielAsked,
    RelianceAsked,
    SharingAsked,
    TypologyAsked,
)
from maillage.api.requests.asked import ActorId, Partition, PoleId
from maillage.api.work.answering import TheAnswer, answers
from maillage.graph.measures.study import DEFAULT_PERMUTATIONS, DEFAULT_SEED

router = APIRouter(tags=["read-outs"])

MOST_PARTITIONS = 10
# For each partition and layer.
MOST_DRAWS = 5_000
Told = answers(Readouts)


@router.get("/reliance", responses=Told)
async def reliance(
    at: TheDateTold,
    eyes: TheEyes,
    answer: TheAnswer,
    pole: PoleId | None = None,
    actor: ActorId | None = None,
    by: Annotated[list[Partition] | None, Query(max_length=MOST_PARTITIONS)] = None,
    permutations: Annotated[int, Query(ge=1, le=MOST_DRAWS)] = DEFAULT_PERMUTATIONS,
    seed: Annotated[int, Query(ge=0, le=2**63)] = DEFAULT_SEED,
) -> Response:
    """Reliance, dependence and crossed boundaries: of the whole network, a pole or an actor."""
    for partition in by or ():
        check_partition(eyes, partition)
    return await answer(
        RelianceAsked(
            pole=pole,
            actor=actor,
            at=at,
            by=tuple(by or ()),
            permutations=permutations,
            seed=seed,
            eyes=eyes,
        )
    )


@router.get("/isolation", responses=Told)
async def isolation(at: TheDateTold, eyes: TheEyes, answer: TheAnswer) -> Response:
    """Every pole, the isolated first, then those of which we cannot say, then the linked."""
    return await answer(IsolationAsked(at=at, eyes=eyes))


@router.get("/article9", responses=Told)
async def article9(
    at: TheDateTold, eyes: TheEyes, answer: TheAnswer, pole: PoleId | None = None
) -> Response:
    """The conditions of the law of 31 July 2014: of one pole, or of all with what they have in
    common first."""
    return await answer(Article9Asked(pole=pole, at=at, eyes=eyes))


@router.get("/referentiel/{pole:path}", responses=Told)
async def referentiel(
    pole: str,
    at: TheDateTold,
    eyes: TheEyes,
    answer: TheAnswer,
    version: Annotated[str | None, Query(max_length=50, examples=["2012"])] = None,
) -> Response:
    """The indicators of a pole: what the graph shows of each, beside the scores given."""
    return await answer(ReferentielAsked(pole=pole, version=version, at=at, eyes=eyes))


@router.get("/economy", responses=Told)
async def economy(
    at: TheDateTold,
    eyes: TheEyes,
    answer: TheAnswer,
    pole: PoleId,
) -> Response:
    """Jobs, turnover and resources of a pole, each figure with its year and source; conflicts
    are shown, nothing is added up."""
    return await answer(EconomyAsked(pole=pole, at=at, eyes=eyes))


@router.get("/sharing", responses=Told)
async def sharing(
    at: TheDateTold, eyes: TheEyes, answer: TheAnswer, whom: ActorId | None = None
) -> Response:
    """Who shares staff and means with whom: employer groups, those that join two poles."""
    return await answer(SharingAsked(whom=whom, at=at, eyes=eyes))


@router.get("/typology", responses=Told)
async def typology(
    at: TheDateTold, eyes: TheEyes, answer: TheAnswer, pole: PoleId | None = None
) -> Response:
    """Types as sources give them, where ties and activities point, the logics of cooperation."""
    return await answer(TypologyAsked(pole=pole, at=at, eyes=eyes))
