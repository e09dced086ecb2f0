"""The smallest evidence that makes a graph."""

from __future__ import annotations

from datetime import UTC, datetime

from maillage.graph.model import Import, Record, Ref, TieClaim


def one_tie(kind: str) -> tuple[Import, list[Record]]:
    item = Import(
        id="i-1",
        sha256="0" * 64,
        title="t",
        list="ties",
        loaded_at=datetime(2014, 1, 1, tzinfo=UTC),
    )
    claim = TieClaim(source=Ref(ids=("a",)), target=Ref(ids=("b",)), kind=kind)
    return item, [Record(id="i-1:0:2", import_id="i-1", line=2, ties=(claim,))]
