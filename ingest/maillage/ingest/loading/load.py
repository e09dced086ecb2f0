"""One file into a store: read, checked line by line, committed whole or not at all."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import replace
from pathlib import Path

from maillage.graph.bulk import uncollected
from maillage.graph.port import Store
from maillage.ingest.lists.registry import list_spec
from maillage.ingest.loading.copies import copied_imports, has_comments_of_ours
from maillage.ingest.loading.findings.complete import cut_short, perhaps_listed
from maillage.ingest.loading.findings.sheets_of_poles import sheets_of_poles
from maillage.ingest.loading.item import digest_of, import_of, sheets_copied
from maillage.ingest.loading.lines import Speech, read_records
from maillage.ingest.loading.loaded_before import as_before, loaded_otherwise
from maillage.ingest.loading.names_known import names_known
from maillage.ingest.loading.options import Options
from maillage.ingest.loading.overheard import Overheard
from maillage.ingest.loading.report import Report
from maillage.ingest.loading.seen import layout, seen
from maillage.ingest.loading.sheets import another_list, open_sheets, remember_columns, sheets_read
from maillage.ingest.loading.sifting import sifted
from maillage.ingest.loading.whose import Whose, check_told
from maillage.ingest.loading.writing import write
from maillage.ingest.problems import Problem

__all__ = ["Options", "load"]

Progress = Callable[[int], None]


@uncollected()
def load(
    store: Store,
    file: Path | bytes,
    as_list: str,
    options: Options | None = None,
    *,
    name: str = "",
    progress: Progress = lambda _: None,
    turn: AbstractContextManager[object] | None = None,
) -> Report:
    """Read a file as one kind of list; write what is accepted, all together.

    The report says the fate of each line. With `strict`, one refused line refuses the file.
    `progress` is told how many lines were read, and may raise to give up: nothing is written then.
    `turn` is waited for before writing, where several write in one process.
    """
    options, spec, known = options or Options(), list_spec(as_list), store.imports()
    copied = copied_imports(file)
    options = replace(options, sheets=options.sheets or sheets_copied(copied, spec.name, known))
    name = name or (file.name if isinstance(file, Path) else "")
    report = Report(file=name, list=spec.name)
    if not copied and has_comments_of_ours(file):
        report.problems.add(Problem.of("copy_unmarked"))

    heard = Overheard(report.problems)
    sheets = open_sheets(file, name=name, spec=spec, options=options, log=heard)
    report.problems.extend(sheets_read(sheets, report.problems))
    check_told(options, spec, sheets, name)
    report.sheets = [seen(sheet) for sheet in sheets]
    report.layouts = {sheet.table.name: layout(sheet) for sheet in sheets}

    digest = digest_of(file)
    options = as_before(options, digest, spec.name, known, store)
    whose = Whose.of(store, options)
    item = import_of(
        digest,
        options,
        name=name,
        copied=copied,
        as_list=spec.name,
        sheets=sheets,
        scope=whose.scope.ref if whose.scope else None,
        known=known,
    )
    report.import_id = item.id
    report.problems.extend(loaded_otherwise(item, report.layouts.keys(), known, store))
    if "pole" in spec.whose:
        report.problems.extend(sheets_of_poles(sheets, options, store))

    speech = Speech.of(item, whose, options, store, names_known(sheets, spec, store, item.id))
    records = list(
        read_records(
            sheets, spec=spec, speech=speech, report=report, heard=heard, progress=progress
        )
    )
    if report.rows and report.refused == report.rows:
        report.problems.extend(another_list(sheets, spec, options.of))
    records = sifted(records, store=store, item=item, spec=spec, options=options, report=report)
    records = whose.told_in(records)
    if records:
        report.problems.extend(whose.new_ones)
    if item.complete_on and not report.read_whole:
        # Who is missing may be on a line that is refused or not read: such a list ends nothing.
        report.problems.add(cut_short(item.complete_on, refused=report.refused))
        item = replace(item, complete_on=None)
    progress(report.rows)

    write(store, replace(item, rows=len(records)), records, report, options=options, turn=turn)
    candidates = {match.other for found in report.matches.values() for match in found}
    report.problems.extend(perhaps_listed(report.ended, candidates))
    if report.written:
        remember_columns(sheets, options, report.problems)
    report.close()
    return report
