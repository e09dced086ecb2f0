"""All that there is to say of the lines of a file beside what is loaded already, in order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from maillage.graph.model import Import, Record
from maillage.graph.planning import NearPlan, Plan
from maillage.graph.port import Store
from maillage.ingest.identity.parted import overruling
from maillage.ingest.loading.findings.complete import nothing_ends
from maillage.ingest.loading.findings.decisions import effects
from maillage.ingest.loading.findings.ends_changed import Turn, ends_changed, said_of
from maillage.ingest.loading.findings.held_in_all import over_whole_with_others
from maillage.ingest.loading.findings.lines_gone import lines_gone
from maillage.ingest.loading.findings.names_now_shared import names_now_shared
from maillage.ingest.loading.findings.now_gatherings import now_gatherings
from maillage.ingest.loading.findings.number_named_elsewhere import number_named_elsewhere
from maillage.ingest.loading.findings.told_elsewhere import told_elsewhere
from maillage.ingest.loading.findings.told_otherwise import told_otherwise
from maillage.ingest.loading.report import Report
from maillage.ingest.problems import Problem


def said_beside(
    store: Store, item: Import, records: Sequence[Record], plan: Plan | NearPlan, report: Report
) -> list[Problem]:
    """Asked before the plan is carried out; the report is told what ends, and whose place the file
    takes."""
    said = [*over_whole_with_others(records, plan, store)]
    if not report.again:
        said += _of_new_lines(store, records, plan, report)
        said += _of_ends(store, item, records, plan, report)
    gone = (one.id for one in plan.change.imports if one.replaced_by == item.id)
    report.replaces = next(gone, "")
    return [*said, *lines_gone(records, report, store)]


def _of_new_lines(
    store: Store, records: Sequence[Record], plan: Plan | NearPlan, report: Report
) -> Iterator[Problem]:
    yield from told_otherwise(records, plan.graph)
    yield from told_elsewhere(records, report, plan, store)
    yield from number_named_elsewhere(records, plan.graph, store)
    yield from names_now_shared(records, plan.graph, store)
    yield from now_gatherings(records, plan.graph, store)
    yield from overruling(store, plan.graph)
    yield from effects(records, plan.graph, store)


def _of_ends(
    store: Store, item: Import, records: Sequence[Record], plan: Plan | NearPlan, report: Report
) -> Iterator[Problem]:
    turned = ends_changed(item, records, plan, store)
    report.ended = tuple(one for one in turned if one.turn is Turn.ENDED)
    yield from said_of(item, turned)
    if all(one.turn is Turn.BACK for one in turned):
        yield from nothing_ends(item, plan, store)
