"""The coding journal as a workbook: the appendix of a paper, one sheet a table."""

from __future__ import annotations

import io
from collections.abc import Sequence

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from maillage.ingest.coding.tables import Row, Table
from maillage.ingest.lists.form import write

_RULED = Border(top=Side(style="thin"), bottom=Side(style="thin"))
_NARROWEST, _WIDEST = 10, 60
_THREE_DIGITS = "0.000"


def appendix_workbook(tables: Sequence[Table]) -> bytes:
    """Tables of one title follow one another on one sheet."""
    book = Workbook()
    book.remove(book.worksheets[0])
    sheets: dict[str, Worksheet] = {}
    for table in tables:
        if table.title not in sheets:
            sheets[table.title] = book.create_sheet(table.title)
        _append(sheets[table.title], table)
    for sheet in sheets.values():
        _lay_out(sheet)
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


def _append(sheet: Worksheet, table: Table) -> None:
    line = sheet.max_row + 2 if sheet.max_row > 1 else 1
    _line(sheet, line, table.headings)
    for position in range(1, len(table.headings) + 1):
        heading = sheet.cell(line, position)
        heading.font, heading.border = Font(bold=True), _RULED
        heading.alignment = Alignment(wrap_text=True, vertical="top")
    for number, row in enumerate(table.rows, start=line + 1):
        _line(sheet, number, row)


def _line(sheet: Worksheet, line: int, row: Row) -> None:
    for position, value in enumerate(row, start=1):
        cell = sheet.cell(line, position)
        if isinstance(value, str):
            write(cell, value)
            cell.alignment = Alignment(wrap_text=True, vertical="top")
        elif value is not None:
            cell.value = value
            if isinstance(value, float):
                cell.number_format = _THREE_DIGITS


def _lay_out(sheet: Worksheet) -> None:
    for position in range(1, sheet.max_column + 1):
        texts = (sheet.cell(line, position).value for line in range(1, sheet.max_row + 1))
        longest = max((len(str(text)) for text in texts if text is not None), default=0)
        width = min(_WIDEST, max(_NARROWEST, longest + 2))
        sheet.column_dimensions[get_column_letter(position)].width = width
    sheet.page_setup.orientation = "landscape"
