"""Taking back the undoing of a load: its lines count again, and are told again."""

from __future__ import annotations

from contextlib import AbstractContextManager, nullcontext

from maillage.graph import ledger
from maillage.graph.again import again
from maillage.graph.model import Record
from maillage.graph.port import Store
from maillage.ingest.load import tell
from maillage.ingest.report import Fate, Layout, Report


def load_again(
    store: Store, import_id: str, *, turn: AbstractContextManager[object] | None = None
) -> Report:
    """From the records that the store kept: lines refused at the time are not among them."""
    with turn or nullcontext():
        plan, outcome = again(lambda: _redone(store, import_id))
    item = plan.evidence.imports[import_id]
    records = [one for one in plan.evidence.records.values() if one.import_id == import_id]
    report = Report(
        file=item.options.get("file", item.title),
        list=item.list,
        import_id=import_id,
        written=True,
        outcome=outcome,
        again=plan.addition is None,
        layouts={record.sheet: Layout(0, 0, ()) for record in sorted(records, key=_place)},
    )
    for record in records:
        report.settle(record.sheet, record.line, Fate.ACCEPTED)
    tell(report, sorted(records, key=_place), plan)
    return report


def _redone(store: Store, import_id: str) -> tuple[ledger.Plan, ledger.Outcome]:
    plan = ledger.plan_redo(store, import_id)
    return plan, plan.carry_out(store)


def _place(record: Record) -> tuple[str, str, int]:
    return record.id.rpartition(":")[0], record.sheet, record.line
