from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query
from pydantic import BaseModel

from maillage.api.access.auth import TheReader
from maillage.api.answers.schemas import ActorBrief, TieOut
from maillage.api.deps import TheDate, TheLanguage
from maillage.api.requests.asked import ActorId
from maillage.graph.paths import MOST_PATHS, shortest_paths
from maillage.graph.vocabulary import Label
from maillage.viz.figures import paths_sentence

router = APIRouter(prefix="/paths", tags=["actors"])


class PathOut(BaseModel):
    """Actors from one end to the other; `steps` are the ties between each and the next."""

    actors: list[ActorBrief]
    steps: list[list[TieOut]]


class PathsOut(BaseModel):
    """`length` is null if no path is known; `count` counts all shortest paths, `paths` are some."""

    length: int | None
    count: int
    sentence: Label
    paths: list[PathOut]
    left_out: dict[str, int]


@router.get("")
def paths(
    reader: TheReader,
    language: TheLanguage,
    at: TheDate,
    start: Annotated[ActorId, Query(alias="from")],
    end: Annotated[ActorId, Query(alias="to")],
    limit: Annotated[int, Query(ge=1, le=MOST_PATHS)] = MOST_PATHS,
) -> PathsOut:
    """Every shortest path between two actors, with the ties that make each step."""
    graph = reader.columns()
    found = shortest_paths(graph, reader.actor(start).id, reader.actor(end).id, at=at, most=limit)
    rows = {graph.actors.ids.index(id_): id_ for path in found.paths for id_ in path.actors}
    shown = {id_: ActorBrief.row(graph, row, language) for row, id_ in rows.items()}
    return PathsOut(
        length=found.length,
        count=found.count,
        sentence=paths_sentence(found),
        paths=[
            PathOut(
                actors=[shown[actor] for actor in path.actors],
                steps=[
                    [TieOut.of(reader.tie(tie), language) for tie in step] for step in path.ties
                ],
            )
            for path in found.paths
        ],
        left_out={"planned": found.planned, "ended": found.over},
    )
