"""graph = f(records, judgements): pure, and independent of the order of its inputs."""

from __future__ import annotations

from collections.abc import Iterable

from maillage.graph.bulk import uncollected
from maillage.graph.model import Graph, Import, Judgement, Record
from maillage.graph.truth.actors import derive_actors
from maillage.graph.truth.completeness import Completeness
from maillage.graph.truth.evidence import acts_of
from maillage.graph.truth.hearing import hear
from maillage.graph.truth.identity import resolve, waiting_of
from maillage.graph.truth.ties import derive_ties


def derive(
    imports: Iterable[Import], records: Iterable[Record], judgements: Iterable[Judgement]
) -> Graph:
    """What the live records and the live judgements add up to."""
    with uncollected():
        return _derive(imports, records, judgements)


def _derive(
    imports: Iterable[Import], records: Iterable[Record], judgements: Iterable[Judgement]
) -> Graph:
    live = {item.id: item for item in imports if item.live}
    spoken = [record for record in records if record.import_id in live]
    resolution = resolve(live.values(), spoken, judgements)
    heard = hear(spoken, resolution, acts_of(live.values()))
    actors = derive_actors(heard.actors, resolution)
    return Graph(
        actors=actors,
        ties=derive_ties(heard.ties, Completeness(live, resolution)),
        redirects={alias: id_ for id_, actor in actors.items() for alias in actor.aliases},
        waiting=waiting_of(resolution, {id_: actor.records for id_, actor in actors.items()}),
    )
