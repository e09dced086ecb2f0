"""A store made of small evidence: what `small_truth` tells, loaded import by import."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from small_truth import Evidence

from maillage.graph import ledger
from maillage.graph.port import Reader, Store
from maillage.graph.stores import open_store

Telling = Callable[[Evidence], Reader]


@contextmanager
def told_store(folder: Path, evidence: Evidence) -> Iterator[Store]:
    store = open_store(f"sqlite:///{folder / 'told.db'}")
    try:
        for item in evidence.imports.values():
            ledger.add(
                store, item, [said for said in evidence.records if said.import_id == item.id]
            )
        yield store
    finally:
        store.close()
