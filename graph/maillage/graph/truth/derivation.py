"""graph = f(records, judgements): pure, and independent of the order of its inputs."""

from __future__ import annotations

from collections.abc import Iterable

from maillage.graph.model import Graph, Import, Judgement, Record
from maillage.graph.truth.actors import gather, settle_actor
from maillage.graph.truth.identity import resolve, waiting_of
from maillage.graph.truth.ties import derive_ties


def derive(
    imports: Iterable[Import], records: Iterable[Record], judgements: Iterable[Judgement]
) -> Graph:
    """What the live records and the live judgements add up to."""
    live = {item.id: item for item in imports if item.live}
    spoken = [record for record in records if record.import_id in live]
    resolution = resolve(live.values(), spoken, judgements)
    gathered = gather(spoken, resolution)
    actors = {
        id_: settle_actor(id_, gathered[id_], resolution.aliases[id_]) for id_ in sorted(gathered)
    }
    return Graph(
        actors=actors,
        ties=derive_ties(spoken, resolution, live),
        redirects={alias: id_ for id_, actor in actors.items() for alias in actor.aliases},
        waiting=waiting_of(resolution, {id_: actor.records for id_, actor in actors.items()}),
    )
