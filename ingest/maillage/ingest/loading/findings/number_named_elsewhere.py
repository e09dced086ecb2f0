"""Numbers that a file gives to a name that is nothing like those under which they are known.

They are one actor all the same, for an identifier decides, and organisations change their names;
but a number copied one line too far renames another in silence. Of two names of one file,
`identity.joined` speaks.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import NamedTuple

from maillage.graph.folding import normalise
from maillage.graph.model import Actor, Graph, Record, Ref
from maillage.graph.port import Store
from maillage.graph.redaction import is_person
from maillage.graph.truth.circle import refs_of
from maillage.graph.truth.mentions import names_said
from maillage.graph.truth.nodes import nodes_of, rna_node, siren_node
from maillage.ingest.identity.alike_names import names_alike
from maillage.ingest.loading.findings.other_load import other_load
from maillage.ingest.problems import KEPT_PER_CODE, Problem

_CODE = "number_of_two_names_elsewhere"


class _Named(NamedTuple):
    """Where the file first gives a number a name, and the actor of the number as it will be."""

    record: Record
    ref: Ref
    number: str
    after: Actor


class _Found(NamedTuple):
    """A name that a line gives to a number, and one that it has by the word of others."""

    named: _Named
    known: str
    others: Sequence[str]


def number_named_elsewhere(
    records: Sequence[Record], graph: Graph, store: Store
) -> Iterator[Problem]:
    """Said where the file first names the number; `graph` is what there will be, and the store
    what there is."""
    first = _first_named(records, graph)
    if not first:
        return
    found = _found(first, store.known_actors(first.keys()))
    shown, beyond = found[:KEPT_PER_CODE], found[KEPT_PER_CODE:]
    yield from _problems(shown, store)
    for named, *_ in beyond:  # what is beyond those that a `ProblemLog` keeps needs no words
        yield Problem.of(_CODE, sheet=named.record.sheet, row=named.record.line)


def _first_named(records: Iterable[Record], graph: Graph) -> Mapping[str, _Named]:
    """By the node of each number whose actor will have several names: of a long list few."""
    first: dict[str, _Named | None] = {}
    for record in records:
        if record.voice == "reviewer":  # whoever codes means what is coded
            continue
        for ref in refs_of(record):
            for node, number in _numbers(ref) if ref.name else ():
                if node not in first:
                    after = graph.actors.get(graph.redirects.get(node, node))
                    first[node] = (
                        _Named(record, ref, number, after) if after and after.other_names else None
                    )
    return {node: named for node, named in first.items() if named}


def _numbers(ref: Ref) -> Iterator[tuple[str, str]]:
    if ref.siren:
        yield siren_node(ref.siren), ref.siren
    if ref.rna:
        yield rna_node(ref.rna), ref.rna


def _found(first: Mapping[str, _Named], before: Mapping[str, Actor]) -> list[_Found]:
    found: list[_Found] = []
    for node, named in first.items():
        was, after = before.get(node), named.after
        if was is None or _agree(named.ref, was):
            continue
        if is_person(was.attributes) or is_person(after.attributes):
            continue
        names = _lasting(was, after)
        if names and not any(names_alike(one, name) for one in _here(named) for name in names):
            others = [id_ for id_ in was.records if id_ in after.records]
            found.append(_Found(named, names[0], others))
    return found


def _agree(ref: Ref, was: Actor) -> bool:
    """Whether several identifiers do, which no slip of one number explains."""
    return sum(node in {was.id, *was.aliases} for node, _ in nodes_of(ref)) > 1


def _lasting(was: Actor, after: Actor) -> Sequence[str]:
    """The names it had and keeps: those of a list that a mended copy replaces are gone."""
    ids = {was.id, *was.aliases}
    kept = set(map(normalise, (after.name, *after.other_names)))
    names = (was.name, *was.other_names)
    return [name for name in names if name not in ids and normalise(name) in kept]


def _here(named: _Named) -> set[str]:
    """Its other names too, where the line gives them."""
    claims = (claim for claim in named.record.actors if claim.ref == named.ref)
    return {named.ref.name or "", *chain.from_iterable(map(names_said, claims))}


def _problems(found: Sequence[_Found], store: Store) -> Iterator[Problem]:
    if not found:
        return
    told = {one.id: one for one in store.records({id_ for each in found for id_ in each.others})}
    imports = list(reversed(store.imports()))  # from the latest to the first
    for named, known, others in found:
        saying = {told[id_].import_id for id_ in others if id_ in told and _says(told[id_], known)}
        line = named.record
        cells = line.cells.items()
        yield Problem.of(
            _CODE,
            sheet=line.sheet,
            row=line.line,
            column=next((h for h, cell in cells if "".join(cell.split()) == named.number), ""),
            value=named.number,
            known=known,
            source=other_load(imports, saying),
            name=named.ref.name or "",
        )


def _says(record: Record, name: str) -> bool:
    pointed = (ref.name or "" for ref in refs_of(record))
    names = chain(pointed, *map(names_said, record.actors))
    return normalise(name) in map(normalise, names)
