"""Names that one number joins, though nothing in them is alike: in one file, at one moment.

They are one actor all the same, for an identifier decides; but of a number copied one line too far
nobody would know. What other files call it is told once it is loaded
(`loading.number_named_elsewhere`).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from maillage.graph.model import Graph, Record, Ref
from maillage.graph.redaction import is_person
from maillage.graph.truth.circle import refs_of
from maillage.graph.truth.nodes import nodes_of
from maillage.ingest.identity.alike_names import names_alike
from maillage.ingest.problems import Problem
from maillage.ingest.problems.other_line import other_line


class _Named(NamedTuple):
    record: Record
    ref: Ref
    number: str
    name: str


def joined(records: Sequence[Record], graph: Graph) -> Iterator[Problem]:
    """Said at the later of two lines, once for each name."""
    # Of a long list nearly every number has one name.
    first: dict[str, str] = {}
    several = {
        one.number for one in _named(records) if first.setdefault(one.number, one.name) != one.name
    }
    if not several:
        return
    heard: dict[str, dict[str, Record]] = defaultdict(dict)
    for one in _named(records):
        names = heard[one.number] if one.number in several else {one.name: one.record}
        if one.name not in names:
            if names and not any(names_alike(one.name, name) for name in names):
                yield from _problem(one, names, graph)
            names[one.name] = one.record


def _named(records: Iterable[Record]) -> Iterator[_Named]:
    for record in records:
        for ref in refs_of(record):
            if ref.name and (number := ref.siren or ref.rna):
                yield _Named(record, ref, number, ref.name)


def _problem(one: _Named, heard: Mapping[str, Record], graph: Graph) -> Iterator[Problem]:
    node, _ = nodes_of(one.ref)[0]
    actor = graph.actors.get(graph.redirects.get(node, node))
    if actor and is_person(actor.attributes):
        return
    known, line = next(iter(heard.items()))
    cells = one.record.cells.items()
    yield Problem.of(
        "number_of_two_names",
        sheet=one.record.sheet,
        row=one.record.line,
        column=next((h for h, cell in cells if "".join(cell.split()) == one.number), ""),
        value=one.number,
        known=known,
        first=other_line(line, one.record),
        name=one.name,
    )
