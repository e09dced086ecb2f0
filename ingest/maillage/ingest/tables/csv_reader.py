"""CSV as French Excel, LibreOffice and programs write it, streamed.

The delimiter is the one that shows most known headings, then the most even table. `csv.Sniffer`
was left: it guesses from letters alone, and takes a comma inside names for a delimiter.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import islice
from typing import TYPE_CHECKING

from maillage.ingest.problems import Problem, ProblemLog
from maillage.ingest.problems.words import Level
from maillage.ingest.tables.csv_lines import Lines
from maillage.ingest.tables.header import (
    SUSPECT_FIRST,
    Header,
    best_header,
    headings_at,
    leftover,
    name_columns,
    note_leftover,
)
from maillage.ingest.tables.matrix import CORNER, head_across
from maillage.ingest.tables.model import Row, Table
from maillage.ingest.tables.reading import Reading

if TYPE_CHECKING:
    from _csv import Reader as CsvReader

DELIMITERS = ";,\t|"
# A file in which more quotation marks than this never close is not read to its end.
_RESUMPTIONS = 1000
_SEPARATOR_LINE = re.compile(r"sep=(.)\s*", re.I)


@dataclass(frozen=True, slots=True)
class _Record:
    line: int
    last_line: int
    cells: list[str]


@dataclass(frozen=True, slots=True)
class _Layout:
    """How the file is cut, told from its first lines."""

    delimiter: str
    records: list[_Record]
    head: int
    known: int
    across: tuple[str, ...] = ()


def read_csv(reading: Reading) -> Table:
    """The table of a CSV file; its rows are read as they are asked for."""
    layout = _layout(_first_lines(reading), reading)
    header = _header(layout, reading)
    known = bool(layout.across or layout.known)
    above = [record.cells for record in layout.records[: layout.head]]
    reading.note_header(sheet="", line=header.line, known=known, above=above)
    limits, seen = reading.limits, ProblemLog()
    rows = _rows(reading, header, layout.delimiter, seen)
    sample = tuple(islice(rows, limits.sample_rows))
    if not sample and seen.count("line_too_long"):
        raise reading.unreadable("file_line_too_long", limit=limits.line_bytes)
    if not sample and not seen.count_level("refused"):
        raise reading.unreadable("file_header_only")
    return Table(
        name="",
        columns=header.columns,
        header_line=header.line,
        rows=_rows(reading, header, layout.delimiter, reading.log),
        sample=sample,
        problems=reading.log,
        across=layout.across,
        delimiter=layout.delimiter,
    )


def raw_lines(reading: Reading, wanted: Collection[int]) -> dict[int, str]:
    """Some of the lines as they stand in the file, those included that make no row."""
    last = max(wanted, default=0)
    with reading.source.open() as raw:
        lines = Lines(raw, limits=reading.limits, log=ProblemLog())
        numbered = enumerate(islice(lines.from_line(1), last), start=1)
        return {number: text.rstrip("\r\n") for number, text in numbered if number in wanted}


def _first_lines(reading: Reading) -> list[str]:
    limits, seen = reading.limits, ProblemLog()
    with reading.source.open() as raw:
        lines = Lines(raw, limits=limits, log=seen)
        first = list(islice(lines.from_line(1), limits.header_rows + limits.sample_rows))
    if any(line.strip(' \t\r\n;,|"\ufeff') for line in first):
        return first
    if seen.count("line_too_long"):
        raise reading.unreadable("file_line_too_long", limit=limits.line_bytes)
    raise reading.unreadable("file_empty")


def _layout(lines: list[str], reading: Reading) -> _Layout:
    """The reading with most known headings; of equals, the most even, then the widest."""
    declared = _SEPARATOR_LINE.fullmatch(lines[0])
    if declared:
        lines = ["\n", *lines[1:]]
    best: tuple[tuple[int, bool, float, int], _Layout] | None = None
    for delimiter in declared[1] if declared else DELIMITERS:
        records = _records(lines, delimiter)
        rows = [record.cells for record in records]
        head, known = best_header(rows[: reading.limits.header_rows], reading.is_known)
        width = len(rows[head])
        even = sum(len(row) == width for row in rows[head + 1 :]) / len(rows)
        rank = (known, width > 1, even, width)
        if best is None or rank > best[0]:
            best = rank, _Layout(delimiter, records, head, known)
    assert best is not None
    layout = best[1]
    rows = [record.cells for record in layout.records]
    head, across = head_across(rows, layout.head, headed=layout.known >= reading.fewest_headings)
    return replace(layout, head=head, across=across)


def _records(lines: list[str], delimiter: str) -> list[_Record]:
    """The records of the first lines that are not blank; never none."""
    records: list[_Record] = []
    reader, end = csv.reader(lines, delimiter=delimiter), 0
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells):
                records.append(_Record(end + 1, reader.line_num, cells))
            end = reader.line_num
    except csv.Error:
        pass  # a quotation mark that never closes: told when the rows are read
    return records or [_Record(1, 1, [lines[0].strip()])]


def _header(layout: _Layout, reading: Reading) -> Header:
    head = layout.records[layout.head]
    reading.refuse_width(len(head.cells))
    below = [record.cells for record in layout.records[layout.head + 1 :]]
    rows = [record.cells for record in layout.records[: layout.head + 1]]
    cells = headings_at(rows, layout.head, reading.is_known)
    if layout.across:
        cells[0] = layout.across[0] or CORNER
    columns = name_columns(cells, below, sheet="", line=head.line, log=reading.log)
    return Header(head.line, head.last_line, len(head.cells), columns)


def _rows(reading: Reading, header: Header, delimiter: str, log: ProblemLog) -> Iterator[Row]:
    with reading.source.open() as raw:
        lines = Lines(raw, limits=reading.limits, log=log)
        yield from _RowReader(lines, header, delimiter, log).rows()


class _RowReader:
    """Cuts lines into rows; after a quotation mark that never closes, takes up at the next line."""

    def __init__(self, lines: Lines, header: Header, delimiter: str, log: ProblemLog) -> None:
        self._lines = lines
        self._header = header
        self._delimiter = delimiter
        self._log = log

    def rows(self) -> Iterator[Row]:
        width = len(self._header.columns)
        suspect = SUSPECT_FIRST + self._header.columns[0][:1]
        end = self._header.last_line
        for _ in range(_RESUMPTIONS):
            before = end
            reader = self._cut(self._lines.from_line(end + 1))
            try:
                for cells in reader:
                    line = end + 1
                    end = before + reader.line_num
                    if line == end and len(cells) == width and cells[0][:1] not in suspect:
                        yield Row(line, tuple(cells))
                        continue
                    if (end > line or len(cells) < width) and self._quote_open(line, end, cells):
                        break
                    row = self._odd_row(line, cells)
                    if row:
                        yield row
                else:
                    return
            except csv.Error:
                line = end + 1
            self._log.add(Problem.of("quote_open", row=line))
            end = line
        self._log.add(Problem.of("reading_stopped", row=end + 1))

    def _cut(self, lines: Iterable[str]) -> CsvReader:
        return csv.reader(lines, delimiter=self._delimiter)

    def _quote_open(self, line: int, end: int, cells: list[str]) -> bool:
        """Whether a record over several lines swallowed rows.

        It runs to the end of the file with its mark open; or its marks or its number of cells are
        not in order, and its first line and a later one would each make a row by themselves.
        """
        raw = self._lines.text(line, end)
        marks = sum(text.count('"') for text in raw)
        if self._lines.ended and end >= self._lines.count and marks % 2:
            return True
        width = self._header.width
        if width == 1 or (len(cells) == width and self._in_order(raw)):
            return False
        wide = [text.count(self._delimiter) + 1 >= width for text in raw]
        return wide[0] and any(wide[1:])

    def _in_order(self, raw: list[str]) -> bool:
        """Whether each mark that closes is followed by a delimiter or the end."""
        try:
            return len(list(csv.reader(raw, delimiter=self._delimiter, strict=True))) == 1
        except csv.Error:
            return False

    def _odd_row(self, line: int, cells: list[str]) -> Row | None:
        """A row that is not as plain as the others, or nothing if it is no row."""
        columns = self._header.columns
        kind = leftover(cells, columns)
        if kind:
            note_leftover(kind, cells, sheet="", line=line, log=self._log)
            return None
        beyond = sum(1 for cell in cells[self._header.width :] if cell.strip())
        if beyond:
            self._log.add(Problem.of("row_too_long", row=line, extra=beyond))
            return None
        for stray in filter(str.strip, cells[len(columns) : self._header.width]):
            self._log.add(Problem.of("stray_value", row=line, value=stray))
        kept = cells[: len(columns)]
        missing = len(columns) - len(kept)
        if missing:
            # Excel itself leaves out empty cells at the end; half a line is another matter.
            level: Level = "warning" if missing * 2 > len(columns) else "info"
            self._log.add(Problem.of("row_short", row=line, level=level, missing=missing))
        return Row(line, (*kept, *[""] * missing))
