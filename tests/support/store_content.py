"""Everything a store holds, to compare before and after."""

from __future__ import annotations

from dataclasses import dataclass

from maillage.graph.model import Graph, Import, Judgement, Record
from maillage.graph.port import ActorQuery, Fingerprints, Reader, TieQuery

EVERYTHING = 1_000_000


@dataclass(frozen=True)
class Content:
    revision: int
    imports: tuple[Import, ...]
    records: tuple[Record, ...]
    judgements: tuple[Judgement, ...]
    graph: Graph
    fingerprints: Fingerprints


def content(store: Reader) -> Content:
    return Content(
        store.revision(),
        store.imports(),
        tuple(store.records()),
        store.judgements(),
        graph_in(store),
        store.fingerprints(),
    )


def graph_in(store: Reader) -> Graph:
    actors = store.actors(ActorQuery(limit=EVERYTHING)).items
    ties = store.ties(TieQuery(limit=EVERYTHING)).items
    return Graph(
        actors={actor.id: actor for actor in actors},
        ties={tie.id: tie for tie in ties},
        redirects=store.fingerprints().redirects,
        waiting=store.waiting(),
    )
