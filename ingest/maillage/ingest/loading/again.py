"""Taking back the undoing of a load: its lines count again, and are told again."""

from __future__ import annotations

from contextlib import AbstractContextManager, nullcontext

from maillage.graph import ledger
from maillage.graph.again import again
from maillage.graph.kept import Evidence
from maillage.graph.model import Record
from maillage.graph.planning import Outcome
from maillage.graph.port import Fingerprints, Store
from maillage.ingest.loading.preview import Added
from maillage.ingest.loading.report import Fate, Report
from maillage.ingest.loading.seen import Layout
from maillage.ingest.loading.writing import tell


def load_again(
    store: Store, import_id: str, *, turn: AbstractContextManager[object] | None = None
) -> Report:
    """From the records that the store kept: lines refused at the time are not among them."""
    with turn or nullcontext():
        before, outcome, changed = again(lambda: _redone(store, import_id))
    evidence = Evidence.of(store)
    item = evidence.imports[import_id]
    records = sorted(
        (one for one in evidence.records.values() if one.import_id == import_id), key=_place
    )
    report = Report(
        file=item.options.get("file", item.title),
        list=item.list,
        import_id=import_id,
        written=True,
        outcome=outcome,
        again=not changed,
        layouts={record.sheet: Layout(0, 0, ()) for record in records},
    )
    for record in records:
        report.settle(record.sheet, record.line, Fate.ACCEPTED)
    added = Added(evidence.graph(), item, before if changed else None)
    tell(report, records, added, evidence.judgements.values())
    return report


def _redone(store: Store, import_id: str) -> tuple[Fingerprints, Outcome, bool]:
    """What there was, what was done, and whether the store had to be written to."""
    before, revision = store.fingerprints(), store.revision()
    outcome = ledger.redo(store, import_id)
    return before, outcome, outcome.revision != revision


def _place(record: Record) -> tuple[str, str, int]:
    return record.id.rpartition(":")[0], record.sheet, record.line
