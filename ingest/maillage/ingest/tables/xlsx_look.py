"""A quick look at a sheet's XML: how far its cells go, and whether it needs a scan.

Ordinary sheets are large and plain; the scan of `xlsx_scan` follows each element and costs more
than calamine's own reading. This look only counts, on bytes, and gives up on anything unusual: it
answers if each cell of the sheet gives its place in the plainest way, so that none can hide.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from maillage.ingest.tables.xlsx_styles import Styles

_PLAIN_CELL = re.compile(rb'<c r="([A-Z]{1,3})([0-9]{1,7})"')
# Every other way to open a cell; with a prefix it may also be a text, no matter.
_OTHER_CELLS = (
    b"<c>",
    b"<c/",
    b"<c\t",
    b"<c\n",
    b"<c\r",
    b":c>",
    b":c ",
    b":c/",
    b":c\n",
    b":c\r",
    b":c\t",
)
# A second place for one cell: no XML, but readers differ on which of the two they believe.
_PLACED_TWICE = re.compile(rb'<c r="[A-Z]+[0-9]+"[^<]*?\sr\s*=')
_ENCODING = re.compile(rb"\s*<\?xml[^>]*encoding=[\"']([\w.-]+)")
_PLAIN_ENCODINGS = frozenset({b"utf-8", b"us-ascii", b"ascii"})
# Errors and formulas: what calamine does not tell.
_TELLING = (b't="e"', b"t='e'", b"<f>", b"<f ", b"<f/")
# Columns may be hidden too.
_HIDDEN_ROW = re.compile(rb"<row\s[^<>]*\shidden\s*=")


@dataclass(slots=True)
class Look:
    """`needs_scan`: errors, formulas, percentages, struck texts or hidden rows were seen."""

    needs_scan: bool = False
    _columns: set[bytes] = field(default_factory=set)
    _first_row: int = 1 << 30
    _last_row: int = 0

    @property
    def area(self) -> int:
        """How many cells stand between the first and the last, blank ones included."""
        if not self._columns:
            return 0
        numbers = [_number(letters) for letters in self._columns]
        return (max(numbers) - min(numbers) + 1) * (self._last_row - self._first_row + 1)

    def add(self, cells: list[tuple[bytes, bytes]]) -> None:
        if cells:
            rows = [int(row) for _, row in cells]
            self._first_row = min(self._first_row, *rows)
            self._last_row = max(self._last_row, *rows)
            self._columns.update(column for column, _ in cells)


def look_at_sheet(pieces: Iterable[bytes], styles: Styles) -> Look | None:
    """What is plain to see, or nothing if the sheet is not plain."""
    told = styles.percent | styles.struck
    look = Look()
    telling = (*_TELLING, *(f"s={mark}{one}{mark}".encode() for one in told for mark in "\"'"))
    for number, block in enumerate(_whole_tags(pieces)):
        if (number == 0 and _odd_encoding(block)) or b"\0" in block or b"<!DOCTYPE" in block:
            return None
        if _PLACED_TWICE.search(block):
            return None
        cells = _PLAIN_CELL.findall(block)
        if len(cells) != block.count(b"<c ") or any(other in block for other in _OTHER_CELLS):
            return None
        look.add(cells)
        look.needs_scan = (
            look.needs_scan
            or any(sign in block for sign in telling)
            or (b"hidden" in block and _HIDDEN_ROW.search(block) is not None)
        )
    return look


def _odd_encoding(block: bytes) -> bool:
    declared = _ENCODING.match(block.removeprefix(b"\xef\xbb\xbf"))
    return declared is not None and declared[1].lower() not in _PLAIN_ENCODINGS


def _whole_tags(pieces: Iterable[bytes]) -> Iterator[bytes]:
    """The same bytes, cut between tags."""
    rest = b""
    for piece in pieces:
        block = rest + piece
        cut = block.rfind(b"<")
        if cut > 0:
            yield block[:cut]
            block = block[cut:]
        rest = block
    yield rest


def _number(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number
