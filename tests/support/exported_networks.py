"""Networks to write out: a hostile one, and what a format makes of one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from itertools import pairwise

from hostile_names import HOSTILE_NAMES

from maillage.graph.languages import Language
from maillage.graph.model import Import
from maillage.ingest.formats.exported import Edge, Exported, Node
from maillage.ingest.formats.registry import find_format, stream


class Hostile:
    """A network of one tie between each two hostile names that follow."""

    language: Language = "fr"
    on = date(2014, 9, 19)
    k: int | None = None
    node_fields: tuple[str, ...] = ("kind",)
    edge_fields: tuple[str, ...] = ("kind", "standing")

    def nodes(self) -> Iterator[Node]:
        for name, text in HOSTILE_NAMES.items():
            yield Node(name, text, {"kind": text})

    def edges(self, kinds: tuple[str, ...] = ()) -> Iterator[Edge]:
        names = list(HOSTILE_NAMES)
        for one, other in pairwise(names):
            kind = kinds[0] if kinds else HOSTILE_NAMES[one]
            yield Edge(
                f"{one}~{other}",
                one,
                other,
                directed=True,
                cells={"kind": kind, "standing": "reported"},
            )

    def sources(self, edges: Sequence[Edge]) -> Mapping[str, str]:
        return {one.id: HOSTILE_NAMES[one.source] for one in edges}

    def imports(self) -> tuple[Import, ...]:
        return ()


class HostileFirms(Hostile):
    """The same, of kinds that the vocabulary has."""

    def nodes(self) -> Iterator[Node]:
        return (replace(one, cells={"kind": "enterprise"}) for one in super().nodes())

    def edges(self, kinds: tuple[str, ...] = ()) -> Iterator[Edge]:
        for tie in super().edges(kinds or ("supply",)):
            yield replace(tie, cells={**tie.cells, "status": "active"})


def written(name: str, network: Exported) -> bytes:
    return b"".join(stream(find_format(name), network))
