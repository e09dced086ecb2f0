"""Members of a pole that become poles by the word of a line: a list of members loaded as a list of
poles makes one of each, and so does the name of a member given as the pole of a list."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from maillage.graph.model import Actor, Graph, Record, Ref
from maillage.graph.port import Store
from maillage.graph.redaction import is_person
from maillage.graph.truth.nodes import nodes_of
from maillage.ingest.problems import Problem

_POLE, _MEMBERSHIP = "pole", "membership"


def members_now_poles(records: Sequence[Record], graph: Graph, store: Store) -> Iterator[Problem]:
    """Said where the file first tells it; `graph` is what there will be, and the store what there
    is."""
    lines = _lines(records, graph)
    changed = [graph.actors[id_] for id_ in lines if _was_something_else(graph.actors[id_], store)]
    poles = _poles(changed, graph) if changed else {}
    for actor in changed:
        if actor.id in poles:
            yield Problem.of(
                "member_now_pole",
                sheet=lines[actor.id].sheet,
                row=lines[actor.id].line,
                value=actor.name,
                pole=poles[actor.id],
            )


def _lines(records: Sequence[Record], graph: Graph) -> Mapping[str, Record]:
    """Of each actor that the file says to be a pole, the first line that does."""
    first: dict[tuple[Ref, str], Record] = {}
    for record in records:
        for claim in record.actors:
            if claim.attributes.get("kind") == _POLE:
                first.setdefault((claim.ref, claim.row_key), record)
    found: dict[str, Record] = {}
    for said, record in first.items():
        node, _ = nodes_of(*said)[0]
        actor = graph.actors.get(graph.redirects.get(node, node))
        if actor and actor.kind == _POLE:
            found.setdefault(actor.id, record)
    return found


def _was_something_else(actor: Actor, store: Store) -> bool:
    known = store.known_actors((actor.id, *actor.aliases)).values()
    return any(one.kind != _POLE and not is_person(one.attributes) for one in known)


def _poles(members: Sequence[Actor], graph: Graph) -> Mapping[str, str]:
    """The name of a pole of which each is a member."""
    wanted = {actor.id for actor in members}
    return {
        tie.source: pole.name
        for tie in graph.ties.values()
        if tie.kind == _MEMBERSHIP and tie.source in wanted
        if (pole := graph.actors.get(tie.target)) and pole.kind == _POLE
    }
