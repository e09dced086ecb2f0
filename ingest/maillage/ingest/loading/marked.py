"""A copy of a file as a workbook, its cells to look at marked and commented: mend and load again.

A workbook is copied as it is (styles, other sheets, formulas); a text file is laid out line for
line, every cell as text, so that no spreadsheet makes a number of a SIREN on the way. Nothing is
added beside the comments and, in its properties and as hidden sheets that hold nothing, the imports
that it is a copy of: the copy loads as the file did, in their place.
"""

from __future__ import annotations

import csv
import io
import warnings
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from openpyxl import Workbook, load_workbook
from openpyxl.cell import Cell, WriteOnlyCell
from openpyxl.comments import Comment
from openpyxl.styles import PatternFill
from openpyxl.worksheet.worksheet import Worksheet

from maillage.graph.errors import InvalidInput
from maillage.graph.languages import Language
from maillage.ingest.columns.assigning import is_known_heading
from maillage.ingest.lists.form import plain
from maillage.ingest.loading.copies import SIGNATURE, identifier, sheet_in_copy
from maillage.ingest.loading.report import Report
from maillage.ingest.loading.seen import Layout
from maillage.ingest.problems import Problem
from maillage.ingest.problems.doors import Door
from maillage.ingest.problems.words import Level
from maillage.ingest.tables import Table, raw_lines, read_tables
from maillage.ingest.tables.copy_mark import is_mark, mark_title
from maillage.ingest.tables.xlsx_scan import letters

# The grounds of design: orange to look at, red refused.
GROUNDS: Mapping[Level, str] = {"refused": "F4C7C3", "waiting": "FCE3C5", "warning": "FCE3C5"}
MOST_LINES, MOST_CHARACTERS = 1_048_576, 32_767
_WORST_FIRST: Sequence[Level] = ("refused", "waiting", "warning")
_COMMENT_WIDTH, _LINE_HEIGHT = 320, 22

# (line, column), both from 1
Place = tuple[int, int]
Marks = dict[Place, list[Problem]]
# What is written beside a cell.
Tell = Callable[[Problem], str]


def marked_copy(
    file: Path | bytes,
    reports: Sequence[Report],
    language: Language = "fr",
    door: Door = "commands",
) -> bytes:
    """The copy, as the bytes of an .xlsx file; one report for each list that the file holds, each
    of its own sheets."""

    def tell(problem: Problem) -> str:
        return f"{problem.message(language, door)} {problem.hint(language, door)}".strip()

    marks = {
        name: _marks(name, layout, report)
        for report in reports
        for name, layout in report.layouts.items()
    }
    book = _own_workbook(file, marks) or _laid_out(file, reports, marks, tell)
    if not book.write_only:
        for name, places in marks.items():
            _mark_sheet(book[name], places, tell)
    if ids := [report.import_id for report in reports if report.import_id]:
        _say_of_which(book, ids)
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


def _say_of_which(book: Workbook, ids: Sequence[str]) -> None:
    """In place of what it says if it is the copy of a copy."""
    book.properties.identifier = identifier(ids)
    for sheet in [sheet for sheet in book.worksheets if is_mark(sheet.title)]:
        book.remove(sheet)
    for id_ in ids:
        book.create_sheet(mark_title(id_)).sheet_state = "veryHidden"


def _marks(name: str, layout: Layout, report: Report) -> Marks:
    """What there is to say of each cell; of a line where no cell is meant, in its first."""
    marks: Marks = defaultdict(list)
    # By heading, or by the cell of a heading that is not to be repeated.
    columns = {
        name: place + 1
        for place, heading in enumerate(layout.columns, start=layout.first_column)
        for name in (f"{letters(place)}{layout.header_line}", heading)
    }
    shift = _shift(layout.header_line)
    for problem in report.problems.in_order():
        if problem.sheet == name and problem.level in GROUNDS:
            line = layout.header_line if problem.row is None else problem.row
            column = columns.get(problem.column, layout.first_column + 1)
            marks[line + shift, column].append(problem)
    return marks


def _shift(header_line: int) -> int:
    """Records that no line heads move down by one, below their headings."""
    return 0 if header_line else 1


# ---------------------------------------------------------------------- workbooks


def _own_workbook(file: Path | bytes, read: Collection[str]) -> Workbook | None:
    """The file itself, if it is a workbook with these sheets that can be written again."""
    source = io.BytesIO(file) if isinstance(file, bytes) else file
    try:
        with warnings.catch_warnings():
            # Of what a copy cannot keep (pictures, forms): the lines are what it is for.
            warnings.simplefilter("ignore")
            book = load_workbook(source)
    except Exception:  # the library raises whatever the file makes it stumble on
        return None
    sheets = {sheet.title for sheet in book.worksheets}
    return book if sheets.issuperset(read) else None


def _mark_sheet(sheet: Worksheet, marks: Marks, tell: Tell) -> None:
    merged = {
        place: area.min_row and (area.min_row, area.min_col)
        for area in sheet.merged_cells.ranges
        for place in area.cells
    }
    for place, problems in marks.items():
        row, column = merged.get(place, place)
        cell = sheet.cell(row, column)
        if isinstance(cell, Cell):
            _mark(cell, problems, tell)


def _mark(cell: Cell, problems: Sequence[Problem], tell: Tell) -> None:
    level = next(one for one in _WORST_FIRST if one in {problem.level for problem in problems})
    cell.fill = PatternFill("solid", fgColor=GROUNDS[level])
    said = "\n".join(map(tell, problems))
    text = f"{cell.comment.text}\n{said}" if cell.comment else said
    height = _LINE_HEIGHT * (2 + len(text) // 40)
    cell.comment = Comment(plain(text), SIGNATURE, width=_COMMENT_WIDTH, height=height)


# ---------------------------------------------------------------------- other files


def _laid_out(
    file: Path | bytes, reports: Sequence[Report], marks: Mapping[str, Marks], tell: Tell
) -> Workbook:
    """A new workbook whose lines have the numbers they have in the file."""
    book = Workbook(write_only=True)
    for table in (table for report in reports for table in _tables(file, report)):
        sheet = book.create_sheet(sheet_in_copy(table.name))
        try:
            places = marks.get(table.name, {})
            for line, cells in _numbered(_lines(file, table, places), reports[0].file):
                sheet.append(_written(sheet, line, cells, places, tell))
        except InvalidInput:
            # What a sheet has written so far waits in a file of its own.
            sheet.close()
            raise
    return book


def _numbered(
    lines: Iterable[tuple[int, Sequence[str]]], name: str
) -> Iterator[tuple[int, Sequence[str]]]:
    """Blank lines stand for those that are not there, so that each has its own number."""
    last = 0
    for line, cells in lines:
        if line > MOST_LINES:
            raise InvalidInput("marked_too_long", path=name, limit=MOST_LINES)
        yield from ((blank, ()) for blank in range(last + 1, line))
        last = line
        yield line, cells


def _tables(file: Path | bytes, report: Report) -> Sequence[Table]:
    tables = read_tables(
        file,
        name=report.file,
        is_known_header=lambda heading: is_known_heading(heading, report.list),
    )
    return [table for table in tables if table.name in report.layouts]


def _lines(file: Path | bytes, table: Table, marks: Marks) -> Iterator[tuple[int, Sequence[str]]]:
    """The headings, what stands above them, the rows, and the lines that make none."""
    shift = _shift(table.header_line)
    others = _other_lines(file, table, marks)
    waiting = sorted(others, reverse=True)
    for row in table.rows:
        line = row.line + shift
        while waiting and waiting[-1] < line:
            other = waiting.pop()
            yield other, others[other]
        if waiting and waiting[-1] == line:
            waiting.pop()
        yield line, row.cells
    yield from ((line, others[line]) for line in reversed(waiting))


def _other_lines(file: Path | bytes, table: Table, marks: Marks) -> dict[int, Sequence[str]]:
    if not table.delimiter:
        return {table.header_line + _shift(table.header_line): table.columns}
    wanted = {*range(1, table.header_line + 1), *(line for line, _ in marks)}
    raw = raw_lines(file, wanted)
    cut = {line: _cut(text, table.delimiter) for line, text in raw.items()}
    return cut | {table.header_line: table.columns}


def _cut(text: str, delimiter: str) -> Sequence[str]:
    """A line of its own; a quotation mark that never closes stays where it is."""
    if text.count('"') % 2:
        return text.split(delimiter)
    return next(csv.reader([text], delimiter=delimiter), [])


def _written(
    sheet: Worksheet, line: int, cells: Sequence[str], marks: Marks, tell: Tell
) -> list[Cell]:
    width = max([len(cells), *(column for row, column in marks if row == line)], default=0)
    written = []
    for column in range(1, width + 1):
        text = cells[column - 1] if column <= len(cells) else ""
        cell = WriteOnlyCell(sheet, plain(text)[:MOST_CHARACTERS] or None)
        if text:
            # As text, whatever it looks like: a formula is not run, a number keeps its zeros.
            cell.data_type = "s"
            cell.number_format = "@"
        if problems := marks.get((line, column)):
            _mark(cell, problems, tell)
        written.append(cell)
    return written
