"""What every reader answers: tables of text, each row with the line a person sees."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from maillage.ingest.problems import ProblemLog

MEGABYTE = 1_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """Beyond these a file is refused or a line left out: nobody keeps such a list by hand."""

    # A line up to this is always read; one of twice that never is.
    line_bytes: int = 1 << 20
    # How far to look for the end of a line that is too long before giving the file up.
    skipped_bytes: int = 64 << 20
    columns: int = 1_000
    # How many lines that are not blank may stand above the heading, itself included.
    header_rows: int = 30
    # How many rows after the heading a reader looks at before it answers.
    sample_rows: int = 200
    workbook_bytes: int = 256 * MEGABYTE
    expanded_bytes: int = 1_024 * MEGABYTE
    # Spreadsheets unfold 5 to 30 times; deflate's own bound is 1,032.
    ratio: int = 250
    ratio_free_bytes: int = 20 * MEGABYTE
    parts: int = 5_000
    # Cells between the first and the last filled one, blank ones included: what is held in memory.
    grid_cells: int = 16_000_000
    json_bytes: int = 256 * MEGABYTE
    json_depth: int = 50


class Row(NamedTuple):
    """`line` is the first physical line of the row (in a JSON list, the number of the record), and
    no two rows of a table share it; `cells` are as many as the table's columns."""

    line: int
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """One sheet. `rows` can be read once; `sample` shows the first of them beforehand.

    `problems` is shared by the tables of a file and complete once all their rows were read.
    """

    name: str
    columns: tuple[str, ...]
    # 0 where no line heads the rows, as in JSON.
    header_line: int
    rows: Iterator[Row]
    sample: tuple[Row, ...]
    problems: ProblemLog
    hidden: bool = False
    # Where `columns` starts in the sheet, from 0: a spreadsheet may leave its first columns blank.
    first_column: int = 0
    # Of a table that says who is with whom, the first line as it is written: the names along it.
    across: tuple[str, ...] = ()
    # What parts the cells of a text file.
    delimiter: str = ""
