"""What calamine does not tell of a sheet: errors, formulas without a value, percentages, hidden
rows, texts that are struck out, extent.

calamine gives `#N/A` as a blank, 51 % as 0.51, and holds every cell between the first and the last
filled one: this scan of the sheet's XML says where those are before calamine is asked.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from maillage.ingest.tables.xlsx_styles import Styles
from maillage.ingest.tables.xlsx_xml import DamagedXml, parse_xml

_LAST_ROW, _LAST_COLUMN = 1_048_576, 16_384


class Place(NamedTuple):
    """A cell by its row and column, counted from 0."""

    row: int
    column: int


_NOWHERE_FIRST, _NOWHERE_LAST = Place(_LAST_ROW, _LAST_COLUMN), Place(-1, -1)


@dataclass(slots=True)
class SheetScan:
    """What stands where; cells are filled from `first` to `last` at most."""

    errors: dict[Place, str] = field(default_factory=dict)
    uncomputed: set[Place] = field(default_factory=set)
    percents: set[Place] = field(default_factory=set)
    # Rows that hold something and are not shown, as a filter leaves them.
    hidden_rows: set[int] = field(default_factory=set)
    # Rows with a text that is struck out.
    struck_rows: set[int] = field(default_factory=set)
    # The cells that bear a comment, « B2 ».
    commented: Sequence[str] = ()
    first: Place = _NOWHERE_FIRST
    last: Place = _NOWHERE_LAST
    # How many cells stand between the first and the last.
    area: int = 0


def scan_sheet(pieces: Iterable[bytes], styles: Styles) -> SheetScan:
    """Read a sheet's XML once, in bounded memory."""
    scanner = _SheetScanner(styles)
    parse_xml(pieces, scanner.start, scanner.end, scanner.text)
    scan = scanner.scan
    if scan.last.row >= 0:
        height = scan.last.row - scan.first.row + 1
        scan.area = height * (scan.last.column - scan.first.column + 1)
    return scan


def letters(column: int) -> str:
    """The letters that head a column of a spreadsheet.

    >>> letters(0), letters(27)
    ('A', 'AB')
    """
    text = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        text = chr(65 + rest) + text
    return text


class _SheetScanner:
    """Follows the elements `row`, `c`, `f`, `v`, `is` of a sheet."""

    def __init__(self, styles: Styles) -> None:
        self.scan = SheetScan()
        self._styles = styles
        self._columns: dict[str, int] = {}
        self._cell = Place(-1, -1)
        self._kind: str | None = None
        self._percent = self._struck = False
        self._formula = False
        self._hidden = False
        self._value: list[str] | None = None

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        if tag == "c":
            self._close_cell()
            self._cell = self._place(attributes.get("r"))
            self._kind = attributes.get("t")
            self._percent = attributes.get("s") in self._styles.percent
            self._struck = attributes.get("s") in self._styles.struck
        elif tag == "v":
            self._filled()
            # An error or a formula: what it gives must be read.
            self._value = [] if self._kind == "e" or self._formula else None
        elif tag == "is":
            self._filled()
        elif tag == "f":
            self._formula = True
        elif tag == "row":
            self._close_cell()
            row = attributes.get("r")
            self._hidden = attributes.get("hidden") in {"1", "true"}
            self._cell = Place(int(row) - 1 if row and row.isdecimal() else self._cell.row + 1, -1)

    def end(self, tag: str) -> None:
        if tag == "v" and self._value is not None:
            self._close_value("".join(self._value))
            self._value = None
        elif tag == "sheetData":
            self._close_cell()

    def text(self, data: str) -> None:
        if self._value is not None:
            self._value.append(data)

    def _filled(self) -> None:
        row, column = cell = self._cell
        scan = self.scan
        if self._hidden:
            scan.hidden_rows.add(row)
        if self._struck:
            scan.struck_rows.add(row)
        if row > scan.last.row or column > scan.last.column:
            scan.last = Place(max(row, scan.last.row), max(column, scan.last.column))
        if row < scan.first.row or column < scan.first.column:
            scan.first = Place(min(row, scan.first.row), min(column, scan.first.column))
        if self._percent and self._kind in (None, "n"):
            scan.percents.add(cell)

    def _close_value(self, text: str) -> None:
        if self._kind == "e":
            self.scan.errors[self._cell] = text
        # A formula may well give an empty text.
        if text or self._kind == "str":
            self._formula = False

    def _close_cell(self) -> None:
        if self._formula:
            self.scan.uncomputed.add(self._cell)
            self._formula = False

    def _place(self, reference: str | None) -> Place:
        if reference is None:
            return Place(self._cell.row, self._cell.column + 1)
        heading = reference.rstrip("0123456789")
        column = self._columns.get(heading)
        if column is None:
            column = self._columns[heading] = _column_number(heading)
        row = int(reference[len(heading) :] or 0)
        if not 0 < row <= _LAST_ROW:
            raise DamagedXml
        return Place(row - 1, column)


def _column_number(heading: str) -> int:
    number = 0
    for letter in heading:
        if not "A" <= letter <= "Z":
            raise DamagedXml
        number = number * 26 + ord(letter) - 64
    if not 0 < number <= _LAST_COLUMN:
        raise DamagedXml
    return number - 1
