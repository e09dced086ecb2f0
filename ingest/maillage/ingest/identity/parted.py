"""Identifiers that contradict each other: of one line, and each of another actor.

Nothing is merged by such a line (`graph.truth.identity`: two SIRENs are never one actor); it says
so here, because in silence the wrong number would look right. Neither is an id refused that comes
back with quite another name: organisations change theirs.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from maillage.graph.contradictions import overruled
from maillage.graph.model import Actor, ActorClaim, Graph, Record, Ref
from maillage.graph.port import Store
from maillage.graph.redaction import is_person
from maillage.graph.truth.nodes import NodeRank, nodes_of
from maillage.ingest.identity.alike_names import names_alike
from maillage.ingest.problems import Problem

_CODES: Mapping[NodeRank, str] = {
    NodeRank.RNA: "rna_of_another",
    NodeRank.ID: "id_of_another",
}


def parted(records: Iterable[Record], graph: Graph) -> Iterator[Problem]:
    """What the lines say of each, once they are in the network; each said once a line."""
    for record in records:
        if several := [ref for ref in _refs(record) if _several(ref)]:
            for ref in dict.fromkeys(several):
                yield from _numbers(record, ref, graph)
        for claim in record.actors:
            yield from _names(record, claim, graph)


def overruling(store: Store, graph: Graph) -> Iterator[Problem]:
    """What a reviewer joined, and the numbers of a file part; asked before the file is written."""
    for judgement in overruled(store, store.judgements(), graph):
        names = judgement.evidence
        yield Problem.of(
            "judgement_overruled",
            value=names.get("left_name", judgement.left),
            other=names.get("right_name", judgement.right),
            judgement=judgement.id,
        )


def _refs(record: Record) -> list[Ref]:
    refs = [claim.ref for claim in record.actors]
    for tie in record.ties:
        refs += (tie.source, tie.target)
    return refs


def _several(ref: Ref) -> bool:
    """Most ends of ties are one id or one name: nothing in them can contradict."""
    if ref.siren is None and ref.rna is None:
        return len(ref.ids) > 1
    return len(ref.ids) + (ref.siren is not None) + (ref.rna is not None) > 1


def _numbers(record: Record, ref: Ref, graph: Graph) -> Iterator[Problem]:
    nodes = nodes_of(ref)
    own = _actor(graph, nodes[0][0])
    for node, rank in nodes[1:]:
        other = _actor(graph, node)
        if own and other and own.id != other.id and rank in _CODES:
            value = ref.rna if rank is NodeRank.RNA else node
            yield _problem(_CODES[rank], record, value or node, known=_shown(other))


def _names(record: Record, claim: ActorClaim, graph: Graph) -> Iterator[Problem]:
    """An id alone that has quite another name in another line."""
    ref = claim.ref
    if not claim.row_key or len(ref.ids) != 1 or ref.siren or ref.rna or not ref.name:
        return
    actor = _actor(graph, ref.ids[0])
    for name in _names_elsewhere(actor, record) if actor else ():
        if not names_alike(name, ref.name):
            yield _problem("id_of_another_name", record, ref.ids[0], known=name, name=ref.name)
            return


def _names_elsewhere(actor: Actor, record: Record) -> Iterator[str]:
    if is_person(actor.attributes):
        return
    for conflict in actor.conflicts:
        if conflict.field == "name":
            yield str(conflict.kept)
            yield from (str(v) for v, records in conflict.others if record.id not in records)


def _actor(graph: Graph, node: str) -> Actor | None:
    return graph.actors.get(graph.redirects.get(node, node))


def _problem(code: str, record: Record, value: str, *, known: str, name: str = "") -> Problem:
    column = next((name for name, cell in record.cells.items() if cell.strip() == value), "")
    return Problem.of(
        code,
        sheet=record.sheet,
        row=record.line,
        column=column,
        value=value,
        known=known,
        name=name,
    )


def _shown(actor: Actor) -> str:
    if is_person(actor.attributes):
        return actor.id
    number = f", SIREN {actor.siren}" if actor.siren else ""
    return f"{actor.name} ({actor.id}{number})"
