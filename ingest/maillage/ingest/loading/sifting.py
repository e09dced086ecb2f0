"""The lines that the whole file shows to be wrong, taken out before anything is written."""

from __future__ import annotations

from collections.abc import Iterable

from maillage.graph.errors import Refused
from maillage.graph.kept import Evidence
from maillage.graph.model import Import, Record
from maillage.graph.port import Store
from maillage.ingest.lists.checks import first_lines, over_whole
from maillage.ingest.lists.rows import ListSpec
from maillage.ingest.loading.findings.decisions import impossible
from maillage.ingest.loading.options import Options
from maillage.ingest.loading.recognition import Known, unknown_ends
from maillage.ingest.loading.report import Fate, Report
from maillage.ingest.problems import Problem


def sifted(
    records: list[Record],
    *,
    store: Store,
    item: Import,
    spec: ListSpec,
    options: Options,
    report: Report,
) -> list[Record]:
    """Those that are left; the lines of the others are refused in the report."""
    report.problems.extend(first_lines(records))
    records = _without(records, over_whole(records), report)
    records = _without(records, impossible(records, item, store), report)
    if options.of_pole_only:
        _refuse_other_poles(records, item)
    if options.known_only or spec.known_only:
        records = _without(records, unknown_ends(records, _foreseen(store, item, records)), report)
    if not records and not report.refused:
        report.problems.add(Problem.of("nothing_said"))
    return records


def _refuse_other_poles(records: Iterable[Record], item: Import) -> None:
    if any(tie.target != item.scope for record in records for tie in record.ties):
        raise Refused("other_pole")


def _foreseen(store: Store, item: Import, records: Iterable[Record]) -> Known:
    """What the network would hold."""
    evidence = Evidence.of(store).with_([item], records)
    return Known.of_graph(evidence.graph(), evidence.judgements.values(), item.id)


def _without(records: list[Record], problems: Iterable[Problem], report: Report) -> list[Record]:
    """The records of the lines that none of these problems refuses."""
    refused: set[tuple[str, int]] = set()
    for problem in problems:
        report.say([problem])
        if problem.level == "refused" and problem.row is not None:
            refused.add((problem.sheet, problem.row))
    for place in refused:
        report.revise(*place, Fate.REFUSED)
    if not refused:
        return records
    return [record for record in records if (record.sheet, record.line) not in refused]
