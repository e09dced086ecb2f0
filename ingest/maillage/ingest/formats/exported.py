"""What leaves a store for other tools: actors and ties as plain rows, read page by page."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import islice
from typing import Protocol

from maillage.graph.fields import TIE_FIELDS
from maillage.graph.languages import Language
from maillage.graph.model import Actor, Import, Tie, Value
from maillage.graph.paging import every
from maillage.graph.port import ActorQuery, Page, Reader, TieQuery
from maillage.graph.readouts.sources import Sources
from maillage.graph.vocabulary import TIE_KINDS

PAGE = 5_000
# Bytes of a file that are worth sending at once.
PIECE = 1 << 16
Cell = str | int | float | bool


@dataclass(frozen=True, slots=True)
class Node:
    id: str
    name: str
    # What else is said of it, in the order of names; nothing that is not known.
    cells: Mapping[str, Cell] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Edge:
    id: str
    source: str
    target: str
    directed: bool
    cells: Mapping[str, Cell] = field(default_factory=dict)
    # What sources say in columns of their own, under their headings.
    own: Mapping[str, Cell] = field(default_factory=dict)
    # The records that it rests upon, which `Exported.sources` is asked about.
    records: tuple[str, ...] = ()


class Exported(Protocol):
    """Each can be read several times. `node_fields`, `edge_fields`: every name of a cell.

    `language`: of what a format says in words; `on`: the day that the file is made; `k`: how many
    actors each description is that of, where nobody is named.
    """

    @property
    def language(self) -> Language: ...

    @property
    def on(self) -> date: ...

    @property
    def k(self) -> int | None: ...

    @property
    def node_fields(self) -> tuple[str, ...]: ...

    @property
    def edge_fields(self) -> tuple[str, ...]: ...

    def nodes(self) -> Iterator[Node]: ...

    def edges(self, kinds: tuple[str, ...] = ()) -> Iterator[Edge]:
        """All of them, or those of some kinds."""

    def sources(self, edges: Sequence[Edge]) -> Mapping[str, str]:
        """The documents that say so, by the id of the tie."""

    def imports(self) -> tuple[Import, ...]:
        """What the network was made from, oldest first, as far as it may be told."""


def with_sources(network: Exported) -> Iterator[tuple[Edge, str]]:
    """Each tie beside the documents that say so, which are asked for page by page."""
    ties = network.edges()
    while some := list(islice(ties, PAGE)):
        sources = network.sources(some)
        for one in some:
            yield one, sources.get(one.id, "")


OWN_FIELDS = ("other_names", "kind", "sector", "siren", "rna", "named", "collective",
              "year_of_figure")  # fmt: skip
EDGE_FIELDS = ("kind", "subtype", "layer", "tier", "status", "standing", "start", "end",
               "observed_on", *TIE_FIELDS)  # fmt: skip


@dataclass(frozen=True, eq=False)
class Whole:
    """All that a reader may see."""

    reader: Reader
    language: Language = "fr"
    on: date = field(default_factory=date.today)
    k: None = None

    @property
    def node_fields(self) -> tuple[str, ...]:
        said = self.reader.columns().actors.attribute_names
        return (*OWN_FIELDS, *(name for name in said if name not in OWN_FIELDS))

    @property
    def edge_fields(self) -> tuple[str, ...]:
        return EDGE_FIELDS

    def nodes(self) -> Iterator[Node]:
        for actor in every(lambda after: self.reader.actors(ActorQuery(after=after, limit=PAGE))):
            yield Node(actor.id, actor.name, _said(_of_actor(actor)))

    def edges(self, kinds: tuple[str, ...] = ()) -> Iterator[Edge]:
        def page(after: str) -> Page[Tie]:
            return self.reader.ties(TieQuery(kinds=kinds, after=after, limit=PAGE))

        for tie in every(page):
            cells = _said(_of_tie(tie))
            own = {name: said for name, said in tie.attributes.items() if name not in TIE_FIELDS}
            yield Edge(tie.id, tie.source, tie.target, tie.directed, cells, _said(own), tie.records)

    def sources(self, edges: Sequence[Edge]) -> Mapping[str, str]:
        told = Sources(self.reader, frozenset(id_ for one in edges for id_ in one.records))
        return {one.id: told.of(one.records).text(self.language) for one in edges}

    def imports(self) -> tuple[Import, ...]:
        return self.reader.imports()


def _of_actor(actor: Actor) -> Mapping[str, Value | None]:
    own: dict[str, Value | None] = {
        "other_names": actor.other_names,
        "kind": actor.kind,
        "sector": actor.sector.value,
        "siren": actor.siren,
        "rna": actor.rna,
        # What is so of nearly every actor is not said.
        "named": None if actor.named else "no",
        "collective": "yes" if actor.collective else None,
        "year_of_figure": _year(actor),
    }
    return own | {name: said for name, said in actor.attributes.items() if name not in own}


def _year(actor: Actor) -> int | None:
    """Of all its figures, where they are of one."""
    years = {figure.year for figure in actor.figures}
    return years.pop() if len(years) == 1 else None


def _of_tie(tie: Tie) -> Mapping[str, Value | None]:
    return {
        "kind": tie.kind,
        "subtype": tie.subtype,
        "layer": TIE_KINDS[tie.kind].layer.value,
        "tier": tie.tier.value if tie.tier else None,
        "status": tie.status.value,
        "standing": tie.standing.value,
        "start": tie.start.text if tie.start else None,
        "end": tie.end.text if tie.end else None,
        "observed_on": tie.last_observed.text if tie.last_observed else None,
        **{name: tie.attributes.get(name) for name in TIE_FIELDS},
    }


def _said(cells: Mapping[str, Value | None]) -> dict[str, Cell]:
    return {
        name: "|".join(value) if isinstance(value, tuple) else value
        for name, value in cells.items()
        if value is not None and value not in ("", ())
    }
