"""How wide a name will be, without any font: the advance widths of Liberation Sans (Arial,
Helvetica), in thousandths of an em, and some slack for the wider system fonts (DejaVu is 12 %
wider). Labels are placed in Python once; the reader's font is only known in the browser.
"""

from __future__ import annotations

import unicodedata

_SLACK = 1.13
_BOLD = 1.08
_UNKNOWN, _WIDE = 650, 1000

_BY_WIDTH = {
    191: "'",
    222: "ijl’",
    260: "|",
    278: " !,./:;I[]ft\u202f\u00a0",
    333: "()-r{}`",
    355: '"',
    389: "*",
    500: "Jcksvxyz",
    556: "0123456789#$?L_abdeghnopqu«»–€≈≥≤",
    584: "+<=>~",
    611: "FTZßø",
    667: "&ABEKPSVXY",
    722: "CDHNRUw",
    778: "GOQ",
    833: "Mm",
    889: "%æ",
    944: "Wœ",
    1000: "—…ŒÆ",
    1015: "@",
}
_WIDTHS = {character: width for width, text in _BY_WIDTH.items() for character in text}


def text_width(text: str, size: float, *, bold: bool = False) -> float:
    """Width in px at a font size in px, never less than what common system fonts give."""
    ems = sum(_advance(character) for character in text) / 1000
    return ems * size * _SLACK * (_BOLD if bold else 1)


def _advance(character: str) -> int:
    width = _WIDTHS.get(character)
    if width is not None:
        return width
    base = unicodedata.normalize("NFD", character)[0]
    if unicodedata.combining(base) or unicodedata.category(base) in ("Cf", "Mn"):
        return 0
    if unicodedata.east_asian_width(base) in ("W", "F"):
        return _WIDE
    return _WIDTHS.get(base, _UNKNOWN)
