"""A sheet of a workbook, written row by row into a file and never whole in memory."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from maillage.ingest.formats.exported import Cell
from maillage.ingest.lists.form import dress_heading, plain, write

if TYPE_CHECKING:
    from openpyxl.cell import Cell as SheetCell

# What a sheet of the format can hold, its heading included.
MOST_ROWS = 1_048_576
# Of what begins so a spreadsheet makes a formula, or an error.
_RUN = ("=", "+", "-", "@", "#", "\t", "\r")
# The heading stays in sight, and the two columns that say what a row is of.
_FROZEN = "C2"
# Characters, as spreadsheets count widths: some words of a name.
_WIDE = 24


@dataclass(frozen=True)
class Heading:
    text: str
    width: int = _WIDE


@dataclass(frozen=True)
class Sheet:
    title: str
    headings: Sequence[Heading]
    rows: Callable[[], Iterable[Sequence[Cell | None]]]

    def write(self, book: Workbook) -> int:
        """As many sheets as it needs; how many rows they hold."""
        count, page, rows = 0, None, 0
        for row in self.rows():
            if page is None or rows == MOST_ROWS:
                page, rows = self._headed(book), 1
            page.append([_cell(page, value) for value in row])
            count, rows = count + 1, rows + 1
        if page is None:
            self._headed(book)
        return count

    def _headed(self, book: Workbook) -> Worksheet:
        """openpyxl numbers the title of a sheet that follows one of the same."""
        page = blank_page(book, self.title)
        for position, heading in enumerate(self.headings, start=1):
            page.column_dimensions[get_column_letter(position)].width = heading.width
        page.freeze_panes = _FROZEN
        page.append([_heading(page, heading.text) for heading in self.headings])
        return page


def blank_page(book: Workbook, title: str) -> Worksheet:
    """A sheet written row by row, which has what is used of one."""
    return cast(Worksheet, book.create_sheet(title))


def _heading(page: Worksheet, text: str) -> SheetCell:
    cell = WriteOnlyCell(page)
    write(cell, text)
    dress_heading(cell)
    return cell


def _cell(page: Worksheet, value: Cell | None) -> Cell | SheetCell | None:
    if not isinstance(value, str):
        return value
    if not value.startswith(_RUN):
        return plain(value)
    cell = WriteOnlyCell(page)
    write(cell, value)
    return cell
