"""The sheets of a file, their columns matched to the fields of a list."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from maillage.graph.errors import UnreadableFile
from maillage.graph.folding import fold
from maillage.graph.vocabulary import TIE_KINDS, Label
from maillage.graph.wording import count, fill, joined, listed
from maillage.ingest.columns.assigning import ColumnMap, is_known_heading, match_columns
from maillage.ingest.columns.contents import no_forms
from maillage.ingest.columns.memory import merged
from maillage.ingest.lists.left_aside import rows_kept
from maillage.ingest.lists.matrix import (
    columns_of,
    kind_of,
    persons_of,
    said_across,
    totals_of,
    without_persons,
)
from maillage.ingest.lists.registry import list_spec
from maillage.ingest.lists.rows import ListSpec
from maillage.ingest.lists.ties import TIES
from maillage.ingest.lists.which_list import Of, another_meant, sheets_of
from maillage.ingest.loading.options import Options
from maillage.ingest.persons.removal import PersonalColumns, personal_columns
from maillage.ingest.problems import Problem, ProblemLog
from maillage.ingest.problems.doors import as_list
from maillage.ingest.tables import Table, read_tables
from maillage.ingest.word_sets import word_set

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_LEFT_ASIDE = word_set(
    """
    sheet_hidden sheet_ignored sheet_not_asked sheet_of_others sheet_empty sheet_damaged
    sheet_too_wide matrix_aside
    """
)
_SHEETS = (
    "{n} feuille sur {total}, {names}",
    "{n} feuilles sur {total}, {names}",
    "{n} sheet of {total}, {names}",
    "{n} sheets of {total}, {names}",
)


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table whose columns are matched to the fields of a list."""

    table: Table
    columns: ColumnMap
    personal: PersonalColumns
    # Headings of columns of which nothing is to be kept.
    left_out: frozenset[str] = frozenset()
    # Whether it says who is with whom: a tie for each filled cell.
    is_matrix: bool = False

    @property
    def apart(self) -> dict[str, str]:
        """Columns that are read otherwise than if nothing were told of them."""
        if self.is_matrix:
            return {}
        table = self.table
        usual = match_columns(table.columns, self.columns.list_name, sample=table.sample).mapped
        meant = self.columns.mapped
        return {
            heading: meant.get(heading, "")
            for heading in table.columns
            if meant.get(heading) != usual.get(heading)
        }


def open_sheets(
    file: Path | bytes, *, name: str, spec: ListSpec, options: Options, log: ProblemLog
) -> list[Sheet]:
    """The sheets of a file with their columns matched; what is told of a column comes first, then
    what was told of such a heading before."""
    found = read_tables(
        file,
        name=name,
        is_known_header=lambda heading: is_known_heading(heading, spec.name),
        # Ties have two ends: « Structure » alone heads the names of a table of who is with whom.
        fewest_headings=2 if spec is TIES else 1,
        sheets=options.sheets,
        choose=lambda titles: sheets_of(titles, spec.name),
        log=log,
    )
    told = {**options.columns, **dict.fromkeys(options.left_out, "")}
    tables = found if spec is TIES or told else list(_lists(found, name, log))
    present = {heading for table in tables for heading in table.columns}
    sheets = []
    for table in tables:
        # What is told of a column of another sheet is not missing from this one.
        here = {h: name for h, name in told.items() if h in table.columns or h not in present}
        sheets.append(_matched(table, spec, here, options, log))
    log.extend(_of_years(sheets))
    return sheets


def sheets_read(sheets: Sequence[Sheet], said: Iterable[Problem]) -> Iterator[Problem]:
    """Which sheets are read, where a person sees several; of the others it was `said` why not."""
    aside = sum(map(_is_left_aside, said))
    if len(sheets) + aside > 1:
        names = [fill(("« {name} »", "“{name}”"), name=sheet.table.name) for sheet in sheets]
        told = count(_SHEETS, len(sheets), total=len(sheets) + aside, names=listed(names))
        yield Problem.of("sheets_read", sheets=told)


def another_list(sheets: Sequence[Sheet], spec: ListSpec, of: Of) -> Iterator[Problem]:
    """Of a file of which no line can be read: the list that its headings look like, if it is
    another."""
    if meant := another_meant([sheet.table for sheet in sheets], spec.name, of):
        label = list_spec(meant).label
        yield Problem.of("another_list", list=label, as_list=as_list(meant, label))


def remember_columns(sheets: Iterable[Sheet], options: Options, log: ProblemLog) -> None:
    """What was said of the columns, for the next file with the same heading."""
    memory = options.memory
    if memory is None:
        return
    try:
        for sheet in sheets:
            if options.forget_columns:
                memory.forget(sheet.table.columns, sheet.columns.list_name)
            if options.columns and sheet.apart:
                memory.keep(sheet.columns)
    except OSError:
        # The lines are saved all the same.
        log.add(Problem.of("columns_not_kept"))


def _is_left_aside(problem: Problem) -> bool:
    """A sheet that people see in their spreadsheet, or can."""
    by_machine = problem.code == "sheet_hidden" and problem.level == "info"
    return problem.code in _LEFT_ASIDE and not by_machine


def _matched(
    table: Table, spec: ListSpec, told: Mapping[str, str], options: Options, log: ProblemLog
) -> Sheet:
    if spec is TIES and table.across and (crossed := _crossed(table, told, log)):
        return crossed
    memory, left_out = (None if options.forget_columns else options.memory), options.left_out
    offered = memory.offered(table.columns, spec.name) if memory else None
    columns = match_columns(table.columns, spec.name, merged(offered or {}, told), table.sample)
    personal = personal_columns(table.columns, table.sample, columns)
    gone = {*left_out, *personal.removed}
    columns = replace(
        columns,
        unknown=tuple(h for h in columns.unknown if h not in gone),
        by_part=tuple(h for h in columns.by_part if h not in gone),
    )
    kept = replace(table, rows=rows_kept(table, spec, columns))
    sheet = Sheet(kept, columns, personal, frozenset(left_out).intersection(table.columns))
    if offered and (apart := sheet.apart):
        log.add(Problem.of("columns_remembered", sheet=table.name, read=_shown(apart, spec)))
    log.extend(columns.problems(table.name))
    log.extend(personal.problems(table.name))
    log.extend(no_forms(table, {h: name for h, name in columns.mapped.items() if h not in gone}))
    return sheet


def _lists(tables: Sequence[Table], file: str, log: ProblemLog) -> Iterator[Table]:
    """Those that do not say who is with whom: such a table is no list."""
    if all(table.across for table in tables):
        raise UnreadableFile("matrix_not_ties", path=file)
    as_ties = as_list(TIES.name, TIES.label)
    for table in tables:
        if table.across:
            log.add(Problem.of("matrix_aside", sheet=table.name, as_list=as_ties))
        else:
            yield table


def _crossed(written: Table, told: Mapping[str, str], log: ProblemLog) -> Sheet | None:
    """The sheet of a table of who is with whom; none if something else is told of its columns."""
    as_written = columns_of(written)
    if any(said and as_written.mapped.get(heading) != said for heading, said in told.items()):
        return None
    table = without_persons(written)
    kind = TIE_KINDS[kind_of(table)].label
    log.add(Problem.of("matrix_read", sheet=table.name, kind=kind))
    for heading in totals_of(table):
        log.add(Problem.of("totals_column", sheet=table.name, column=heading))
    personal = PersonalColumns(dict.fromkeys(persons_of(table), "heading"))
    log.extend(said_across(table, written))
    both = zip(table.columns, written.columns, strict=True)
    left_out = frozenset(heading for heading, own in both if told.get(own) == "")
    kept = replace(table, rows=rows_kept(written, TIES, as_written))
    return Sheet(kept, columns_of(table), personal, left_out, is_matrix=True)


def _of_years(sheets: Iterable[Sheet]) -> Iterator[Problem]:
    """Sheets of the same columns that nothing parts but the years in their names."""
    alike: dict[object, dict[tuple[str, ...], str]] = defaultdict(dict)
    for sheet in sheets:
        name, fields = sheet.table.name, frozenset(sheet.columns.mapped.values())
        if years := tuple(_YEAR.findall(name)):
            alike[fold(_YEAR.sub(" ", name)), fields].setdefault(years, name)
    for names in alike.values():
        if len(names) > 1:
            shown = [fill(("« {name} »", "“{name}”"), name=name) for name in names.values()]
            yield Problem.of(
                "sheets_of_years", sheet=next(iter(names.values())), sheets=listed(shown)
            )


def _shown(apart: Mapping[str, str], spec: ListSpec) -> Label:
    """« Libellé court → Nom »."""
    cells = spec.row.cells()
    parts = (
        fill(
            ("{heading} → {field}", "{heading} → {field}"),
            heading=heading,
            field=cells[name].label if name else "–",
        )
        for heading, name in apart.items()
    )
    return joined(parts, ", ")
