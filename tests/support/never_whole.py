"""A store that refuses to be read whole, and acts upon it."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from typing import Literal

from small_truth import MORNING, Evidence

from maillage.graph import ledger
from maillage.graph.model import Judgement, Record
from maillage.graph.planning import Outcome
from maillage.graph.stores.sqlite import SqliteStore


class NeverWhole(SqliteStore):
    """A store that refuses to be read whole: what is written was derived from what it touches."""

    def records(self, ids: Iterable[str] | None = None) -> Iterator[Record]:
        assert ids is not None, "the whole store was read"
        return super().records(ids)


@contextmanager
def fresh(kind: type[SqliteStore] = SqliteStore) -> Iterator[SqliteStore]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "ledger.db"
        store = kind(f"sqlite:///{path}", path)
        store.prepare()
        yield store
        store.close()


def load(store: SqliteStore, evidence: Evidence) -> list[Outcome]:
    return [add(store, evidence, id_) for id_ in evidence.imports]


def add(store: SqliteStore, evidence: Evidence, import_id: str) -> Outcome:
    records = [record for record in evidence.records if record.import_id == import_id]
    return ledger.add(store, evidence.imports[import_id], records)


def told(left: str, verdict: Literal["same", "different"], right: str, hour: int = 0) -> Judgement:
    return Judgement(
        id=f"{left} {verdict} {right}",
        left=left,
        right=right,
        verdict=verdict,
        decided_at=MORNING + timedelta(hours=hour),
    )
