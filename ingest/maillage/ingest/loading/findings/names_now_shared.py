"""Names that other lists gave to one actor, and that a file gives to another as well: what those
lists say by that name alone no longer has a known actor, and waits. Their ties leave the actor
that had them, so it is said."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from maillage.graph.model import Graph, Record, Waiting
from maillage.graph.port import Store
from maillage.graph.redaction import is_person
from maillage.ingest.loading.findings.other_load import other_load
from maillage.ingest.problems import Problem


def names_now_shared(records: Sequence[Record], graph: Graph, store: Store) -> Iterator[Problem]:
    """Said where the file brings the other bearer; `graph` is what there will be, and the store
    what there is."""
    own = {record.id: record for record in records}
    if not graph.waiting:
        return
    waited = {item.actor for item in store.waiting()}
    imports = list(reversed(store.imports()))  # from the latest to the first
    for item in graph.waiting:
        others = [id_ for id_ in item.records if id_ not in own]
        line = _bringing(item, graph, own)
        if item.actor in waited or not others or line is None:
            continue
        saying = {record.import_id for record in store.records(others)}
        yield Problem.of(
            "name_now_shared",
            sheet=line.sheet,
            row=line.line,
            value=graph.actors[item.actor].name,
            source=other_load(imports, saying),
        )


def _bringing(item: Waiting, graph: Graph, own: Mapping[str, Record]) -> Record | None:
    """The first line of the file that tells of one whom the name may mean; none of a person."""
    told = [graph.actors[id_] for id_ in (item.actor, *item.candidates) if id_ in graph.actors]
    if any(is_person(actor.attributes) for actor in told):
        return None
    candidates = (id_ for actor in told if actor.id != item.actor for id_ in actor.records)
    bringing = (own[id_] for id_ in candidates if id_ in own)
    return min(bringing, key=lambda record: (record.sheet, record.line), default=None)
