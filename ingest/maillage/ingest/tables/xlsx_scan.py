"""What calamine does not tell of a sheet: errors, formulas without a value, percentages, hidden
rows, extent.

calamine gives `#N/A` as a blank, 51 % as 0.51, and holds every cell between the first and the last
filled one: this scan of the sheet's XML says where those are before calamine is asked.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import NamedTuple
from xml.parsers import expat

# Built-in formats 9 and 10 are 0 % and 0.00 %.
_BUILT_IN_PERCENT = frozenset({"9", "10"})
_LAST_ROW, _LAST_COLUMN = 1_048_576, 16_384


class DamagedXml(ValueError):
    """A part of the workbook is not the XML it should be."""


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
    first: Place = _NOWHERE_FIRST
    last: Place = _NOWHERE_LAST
    # How many cells stand between the first and the last.
    area: int = 0


def scan_sheet(pieces: Iterable[bytes], percent_styles: frozenset[str]) -> SheetScan:
    """Read a sheet's XML once, in bounded memory."""
    scanner = _SheetScanner(percent_styles)
    _parse(pieces, scanner.start, scanner.end, scanner.text)
    scan = scanner.scan
    if scan.last.row >= 0:
        height = scan.last.row - scan.first.row + 1
        scan.area = height * (scan.last.column - scan.first.column + 1)
    return scan


def main_part(relations: bytes) -> str:
    """The part that describes the workbook: nearly always, not always, `xl/workbook.xml`."""
    targets = _relations(relations, "")
    return next((part for kind, part in targets.values() if kind == "officeDocument"), "")


def relations_part(part: str) -> str:
    """The part that says to which others a part refers."""
    folder, _, name = part.rpartition("/")
    return f"{folder}/_rels/{name}.rels"


def sheet_parts(workbook: bytes, relations: bytes, folder: str) -> dict[str, str]:
    """The part of the archive that holds each sheet, by the sheet's name."""
    targets = _relations(relations, folder)
    names: dict[str, str] = {}

    def sheet(tag: str, attributes: dict[str, str]) -> None:
        if tag == "sheet":
            key = next((v for k, v in attributes.items() if k.rpartition(":")[2] == "id"), "")
            names[attributes.get("name", "")] = key

    _parse([workbook], sheet)
    return {name: targets[key][1] for name, key in names.items() if key in targets}


def percent_styles(styles: bytes) -> frozenset[str]:
    """The style numbers of cells that show a percentage."""
    formats: set[str] = set(_BUILT_IN_PERCENT)
    found: list[bool] = []
    within = [False]

    def start(tag: str, attributes: dict[str, str]) -> None:
        if tag == "numFmt" and _shows_percent(attributes.get("formatCode", "")):
            formats.add(attributes.get("numFmtId", ""))
        elif tag == "cellXfs":
            within[0] = True
        elif tag == "xf" and within[0]:
            found.append(attributes.get("numFmtId") in formats)

    def end(tag: str) -> None:
        if tag == "cellXfs":
            within[0] = False

    _parse([styles], start, end)
    return frozenset(str(n) for n, percent in enumerate(found) if percent)


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

    def __init__(self, percent_styles: frozenset[str]) -> None:
        self.scan = SheetScan()
        self._percent_styles = percent_styles
        self._columns: dict[str, int] = {}
        self._cell = Place(-1, -1)
        self._kind: str | None = None
        self._percent = False
        self._formula = False
        self._hidden = False
        self._value: list[str] | None = None

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        if tag == "c":
            self._close_cell()
            self._cell = self._place(attributes.get("r"))
            self._kind = attributes.get("t")
            self._percent = attributes.get("s") in self._percent_styles
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


def _shows_percent(code: str) -> bool:
    return "%" in re.sub(r'"[^"]*"|\\.', "", code)


def _relations(relations: bytes, folder: str) -> dict[str, tuple[str, str]]:
    """Kind and part of each relation, by its key."""
    found: dict[str, tuple[str, str]] = {}

    def relation(tag: str, attributes: dict[str, str]) -> None:
        if tag == "Relationship":
            target = attributes.get("Target", "")
            path = target[1:] if target.startswith("/") else posixpath.join(folder, target)
            kind = attributes.get("Type", "").rpartition("/")[2]
            found[attributes.get("Id", "")] = kind, posixpath.normpath(path)

    _parse([relations], relation)
    return found


def _parse(
    pieces: Iterable[bytes],
    start: Callable[[str, dict[str, str]], None],
    end: Callable[[str], None] | None = None,
    text: Callable[[str], None] | None = None,
) -> None:
    """Feed XML to handlers that see names without their prefix; a DTD is refused."""
    parser = expat.ParserCreate()
    parser.buffer_text = True

    def refuse(*_: object) -> None:
        raise DamagedXml

    parser.StartDoctypeDeclHandler = refuse
    parser.StartElementHandler = lambda tag, attributes: start(_local(tag), attributes)
    if end:
        parser.EndElementHandler = lambda tag: end(_local(tag))
    parser.CharacterDataHandler = text
    try:
        for piece in pieces:
            parser.Parse(piece)
        parser.Parse(b"", True)  # noqa: FBT003 - its own signature
    except (expat.ExpatError, OverflowError, ValueError):
        raise DamagedXml from None


def _local(tag: str) -> str:
    return tag.rpartition(":")[2] if ":" in tag else tag
