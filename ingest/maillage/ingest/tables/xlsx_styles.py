"""What the styles of a workbook say of its cells: percentages, texts that are struck out."""

from __future__ import annotations

import re
from typing import NamedTuple

from maillage.ingest.tables.xlsx_xml import parse_xml

# Built-in formats 9 and 10 are 0 % and 0.00 %.
_BUILT_IN_PERCENT = frozenset({"9", "10"})
_PARTS = frozenset({"fonts", "cellXfs"})


class Styles(NamedTuple):
    """The numbers of the styles of cells that show a percentage; of those that strike it out."""

    percent: frozenset[str] = frozenset()
    struck: frozenset[str] = frozenset()


def styles_of(part: bytes) -> Styles:
    """As the part of the styles describes them."""
    reader = _StyleReader()
    parse_xml([part], reader.start, reader.end)
    cells = [(str(number), xf) for number, xf in enumerate(reader.cells)]
    return Styles(
        frozenset(number for number, xf in cells if xf.get("numFmtId") in reader.percents),
        frozenset(number for number, xf in cells if xf.get("fontId") in reader.struck),
    )


class _StyleReader:
    """Follows the elements `numFmt`, `font`, `strike` and `xf`."""

    def __init__(self) -> None:
        self.percents = set(_BUILT_IN_PERCENT)
        self.struck: set[str] = set()
        self.cells: list[dict[str, str]] = []
        self._fonts = -1
        self._within = ""

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        if tag in _PARTS:
            self._within = tag
        elif tag == "numFmt" and _shows_percent(attributes.get("formatCode", "")):
            self.percents.add(attributes.get("numFmtId", ""))
        elif tag == "font" and self._within == "fonts":
            self._fonts += 1
        elif tag == "strike" and self._within == "fonts":
            if attributes.get("val", "1") not in {"0", "false"}:
                self.struck.add(str(self._fonts))
        elif tag == "xf" and self._within == "cellXfs":
            self.cells.append(attributes)

    def end(self, tag: str) -> None:
        if tag == self._within:
            self._within = ""


def _shows_percent(code: str) -> bool:
    return "%" in re.sub(r'"[^"]*"|\\.', "", code)
