"""What leaves a store for other tools: actors and ties as plain rows, read page by page."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Protocol

from maillage.graph.model import Actor, Tie, Value
from maillage.graph.paging import every
from maillage.graph.port import ActorQuery, Reader, TieQuery
from maillage.graph.vocabulary import TIE_KINDS

PAGE = 5_000
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


class Exported(Protocol):
    """Each can be read several times. `node_fields`, `edge_fields`: every name of a cell."""

    @property
    def node_fields(self) -> tuple[str, ...]: ...

    @property
    def edge_fields(self) -> tuple[str, ...]: ...

    def nodes(self) -> Iterator[Node]: ...

    def edges(self) -> Iterator[Edge]: ...


EDGE_FIELDS = ("kind", "subtype", "layer", "tier", "status", "standing", "start", "end",
               "share_pct", "amount_eur")  # fmt: skip
OWN_FIELDS = ("kind", "sector", "siren", "rna")


@dataclass(frozen=True, eq=False)
class Whole:
    """All that a reader may see."""

    reader: Reader

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

    def edges(self) -> Iterator[Edge]:
        for tie in every(lambda after: self.reader.ties(TieQuery(after=after, limit=PAGE))):
            yield Edge(tie.id, tie.source, tie.target, tie.directed, _said(_of_tie(tie)))


def _of_actor(actor: Actor) -> Mapping[str, Value | None]:
    own = {"kind": actor.kind, "sector": actor.sector.value, "siren": actor.siren, "rna": actor.rna}
    return own | {name: said for name, said in actor.attributes.items() if name not in own}


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
        "share_pct": tie.attributes.get("share_pct"),
        "amount_eur": tie.attributes.get("amount_eur"),
    }


def _said(cells: Mapping[str, Value | None]) -> dict[str, Cell]:
    return {
        name: "|".join(value) if isinstance(value, tuple) else value
        for name, value in cells.items()
        if value is not None and value not in ("", ())
    }
