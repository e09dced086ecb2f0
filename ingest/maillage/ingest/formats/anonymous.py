"""A network to hand on without saying who is who.

Names go, ids are made with a salt that nobody keeps, and of what is said of an actor only a few
attributes stay, coarsened until every combination of them is that of at least `K` actors. Ties
keep what they are and the year, so that the shape of the network stays: whoever knows already how
many ties somebody has, and with whom, may still know her again.
"""

from __future__ import annotations

import secrets
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

import numpy as np

from maillage.graph.arrays import (
    FAR_AHEAD,
    KIND_NAMES,
    LONG_AGO,
    STANDINGS,
    STATUSES,
    TIERS,
    GraphColumns,
)
from maillage.graph.errors import Refused
from maillage.graph.hidden import opaque_id
from maillage.graph.languages import Language
from maillage.graph.model import Import
from maillage.graph.vocabulary import TIE_KINDS
from maillage.ingest.formats.exported import Cell, Edge, Node

K = 5
# What stays of an actor, and in which order it goes where the combination is too rare.
FIELDS = ("kind", "sector", "region", "departement", "activity")
_GOING = ("activity", "departement", "region", "kind", "sector")
EDGE_FIELDS = ("kind", "layer", "tier", "status", "standing", "start", "end")

Combination = tuple[str, ...]


@dataclass(frozen=True, eq=False)
class Anonymous:
    """`Refused` where fewer than `k` actors are: none can hide among the others."""

    graph: GraphColumns
    k: int = K
    language: Language = "fr"
    on: date = field(default_factory=date.today)
    salt: bytes = field(default_factory=lambda: secrets.token_bytes(16), repr=False)

    def __post_init__(self) -> None:
        if 0 < len(self.graph.actors.ids) < self.k:
            raise Refused("too_few_to_hide", k=self.k)

    @property
    def node_fields(self) -> tuple[str, ...]:
        return FIELDS

    @property
    def edge_fields(self) -> tuple[str, ...]:
        return EDGE_FIELDS

    def nodes(self) -> Iterator[Node]:
        """In the order of the new ids: that of the old ones would tell."""
        for row in sorted(range(len(self._ids)), key=self._ids.__getitem__):
            cells: dict[str, Cell] = {
                name: said for name, said in zip(FIELDS, self._coarse[row], strict=True) if said
            }
            yield Node(self._ids[row], self._ids[row], cells)

    def edges(self, kinds: tuple[str, ...] = ()) -> Iterator[Edge]:
        ties = self.graph.ties
        named = [self._shown(f"tie {id_}") for id_ in ties.ids]
        for row in sorted(range(len(named)), key=named.__getitem__):
            if kinds and KIND_NAMES[ties.kind[row]] not in kinds:
                continue
            ends = self._ids[ties.source[row]], self._ids[ties.target[row]]
            yield Edge(named[row], *ends, bool(ties.directed[row]), self._cells(row))

    def sources(self, edges: Sequence[Edge]) -> Mapping[str, str]:
        """A document may say of whom it is."""
        del edges
        return {}

    def imports(self) -> tuple[Import, ...]:
        return ()

    @cached_property
    def _ids(self) -> Sequence[str]:
        return [self._shown(id_) for id_ in self.graph.actors.ids]

    @cached_property
    def _coarse(self) -> list[Combination]:
        actors = self.graph.actors
        columns = [
            [text or "" for text in actors.attribute(name)]
            for name in FIELDS
            if name not in ("kind", "sector")
        ]
        return coarsened(list(zip(actors.kinds, actors.sectors, *columns, strict=True)), self.k)

    def _shown(self, text: str) -> str:
        return opaque_id(text, self.salt, prefix="")

    def _cells(self, row: int) -> dict[str, Cell]:
        ties = self.graph.ties
        kind, tier = TIE_KINDS[KIND_NAMES[ties.kind[row]]], TIERS[ties.tier[row]]
        found: dict[str, Cell] = {
            "kind": kind.name,
            "layer": kind.layer.value,
            "tier": tier.value if tier else "",
            "status": STATUSES[ties.status[row]].value,
            "standing": STANDINGS[ties.standing[row]].value,
            "start": _year(ties.start_min[row], ties.start_max[row]),
            "end": _year(ties.end_min[row], ties.end_max[row]),
        }
        return {name: cell for name, cell in found.items() if cell != ""}


def coarsened(rows: Sequence[Combination], k: int) -> list[Combination]:
    """The rows, cells of the rare ones emptied until none is rarer than `k`."""
    found = list(rows)
    for name in _GOING:
        place, counts = FIELDS.index(name), Counter(found)
        found = [
            row if counts[row] >= k else (*row[:place], "", *row[place + 1 :]) for row in found
        ]
    return _with_company(found, k)


def _with_company(rows: list[Combination], k: int) -> list[Combination]:
    """Those of whom nothing is left are many too, or the rarest others join them."""
    empty = ("",) * len(FIELDS)
    counts = Counter(rows)
    joining = set()
    for row, count in sorted(counts.items(), key=lambda item: (item[1], item[0])):
        if 0 < counts[empty] < k and row != empty:
            joining.add(row)
            counts[empty] += count
    return [empty if row in joining else row for row in rows]


def _year(first: np.int32, last: np.int32) -> str:
    if first == LONG_AGO or last == FAR_AHEAD:
        return ""
    years = date.fromordinal(int(first)).year, date.fromordinal(int(last)).year
    return f"{years[0]:04d}" if years[0] == years[1] else f"{years[0]:04d}/{years[1]:04d}"
