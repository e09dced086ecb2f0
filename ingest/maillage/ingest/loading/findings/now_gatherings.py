"""Organisations that become gatherings by the word of a line: a list of members loaded as a list of
poles makes a pole of each, and so does the name of a member given as the pole of a list; the name
of an organisation in the place of an employer group makes a group of it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from maillage.graph.folding import fold
from maillage.graph.model import Actor, Graph, Record, Ref
from maillage.graph.port import Store
from maillage.graph.redaction import is_person
from maillage.graph.truth.nodes import nodes_of
from maillage.graph.vocabulary import ACTOR_KINDS, Label
from maillage.ingest.lists.groups import GROUP_KINDS
from maillage.ingest.problems import Problem

_POLE, _MEMBERSHIP = "pole", "membership"
# What nobody has said the kind of.
_ANY = "other"
_ORGANISATION = Label("organisation", "organisation")


def now_gatherings(records: Sequence[Record], graph: Graph, store: Store) -> Iterator[Problem]:
    """Said where the file first tells it; `graph` is what there will be, and the store what there
    is."""
    lines = _lines(records, graph)
    before = {id_: kind for id_ in lines if (kind := _kind_before(graph.actors[id_], store))}
    poles = _poles(before, graph) if before else {}
    for id_, was in before.items():
        found = _said(graph.actors[id_], was, poles.get(id_, ""))
        if found:
            yield replace(found, sheet=lines[id_].sheet, row=lines[id_].line)


def _said(actor: Actor, was: str, pole: str) -> Problem | None:
    """`pole` is one of which it is a member."""
    if actor.kind == _POLE:
        return Problem.of("member_now_pole", value=actor.name, pole=pole) if pole else None
    if _is_called_so(actor) or (was == _ANY and not pole):
        return None
    known = _ORGANISATION if was == _ANY else ACTOR_KINDS[was].label
    kind = ACTOR_KINDS[actor.kind].label
    return Problem.of("organisation_now_group", value=actor.name, was=known, kind=kind)


def _lines(records: Sequence[Record], graph: Graph) -> Mapping[str, Record]:
    """Of each actor that the file says to be a gathering, the first line that does; not of one that
    the list of groups itself says to be the same."""
    first: dict[tuple[Ref, str], Record] = {}
    for record in records:
        for claim in record.actors:
            if _is_gathering(claim.attributes.get("kind")):
                first.setdefault((claim.ref, claim.row_key), record)
    found: dict[str, Record] = {}
    for (ref, row_key), record in first.items():
        node, _ = nodes_of(ref, row_key)[0]
        actor = graph.actors.get(graph.redirects.get(node, node))
        if actor and _is_gathering(actor.kind) and not _is_the_same(ref, actor):
            found.setdefault(actor.id, record)
    return found


def _is_the_same(ref: Ref, actor: Actor) -> bool:
    return actor.kind != _POLE and not {actor.id, *actor.aliases}.isdisjoint(ref.ids)


def _is_gathering(kind: object) -> bool:
    return kind in ACTOR_KINDS and ACTOR_KINDS[str(kind)].gathering


def _kind_before(actor: Actor, store: Store) -> str:
    """The kind of the organisation that it was, if it was one."""
    known = store.known_actors((actor.id, *actor.aliases)).values()
    kinds = (one.kind for one in known if not is_person(one.attributes))
    return next((kind for kind in kinds if not _is_gathering(kind)), "")


def _is_called_so(actor: Actor) -> bool:
    """« GEIQ BTP » was an employer group all along."""
    name = f" {fold(actor.name)} "
    return any(f" {fold(word)} " in name for word in GROUP_KINDS[actor.kind])


def _poles(members: Mapping[str, str], graph: Graph) -> Mapping[str, str]:
    """The name of a pole of which each is a member."""
    return {
        tie.source: pole.name
        for tie in graph.ties.values()
        if tie.kind == _MEMBERSHIP and tie.source in members
        if (pole := graph.actors.get(tie.target)) and pole.kind == _POLE
    }
