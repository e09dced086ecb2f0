"""How lists are kept: text in an encoding, an export parted by semicolons, a workbook."""

from __future__ import annotations

import csv
import datetime as dt
import io
import zipfile
from collections.abc import Callable, Sequence

from openpyxl import Workbook
from openpyxl.styles import Font, PatternFill
from openpyxl.worksheet.worksheet import Worksheet

MADE_ON = dt.datetime(2014, 9, 19)
Cell = str | int | float | dt.date | None
Rows = Sequence[Sequence[Cell]]


def french(value: float, decimals: int) -> str:
    """As a French spreadsheet shows it, with the space that it puts in thousands."""
    return f"{value:,.{decimals}f}".replace(",", "\u00a0").replace(".", ",")


def typed(lines: str, encoding: str) -> bytes:
    return lines.removeprefix("\n").replace("\n", "\r\n").encode(encoding)


def semicolons(rows: Sequence[Sequence[str]], *, encoding: str) -> bytes:
    out = io.StringIO()
    csv.writer(out, delimiter=";", lineterminator="\r\n").writerows(rows)
    return out.getvalue().encode(encoding)


def workbook(sheets: dict[str, Callable[[Worksheet], None]]) -> bytes:
    book = Workbook()
    del book["Sheet"]
    for name, fill in sheets.items():
        fill(book.create_sheet(name))
    book.properties.creator, book.properties.created = "Val-de-Brume", MADE_ON
    saved = io.BytesIO()
    book.save(saved)
    return _undated(saved.getvalue())


def put(sheet: Worksheet, rows: Rows) -> None:
    for row in rows:
        sheet.append(list(row))
    sheet["A1"].font = Font(bold=True, size=14)
    sheet["A1"].fill = PatternFill("solid", fgColor="DDE5E8")


def _undated(content: bytes) -> bytes:
    """The same workbook without the hour at which it was written."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(out, "w") as new:
        for part in old.infolist():
            data = old.read(part)
            if part.filename == "docProps/core.xml":
                head, _, tail = data.partition(b"<dcterms:modified")
                data = head + tail.partition(b"</dcterms:modified>")[2]
            entry = zipfile.ZipInfo(part.filename, date_time=MADE_ON.timetuple()[:6])
            new.writestr(entry, data, zipfile.ZIP_DEFLATED)
    return out.getvalue()
