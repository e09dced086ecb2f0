"""Sheets that hold nothing and are hidden: by its name, each says of which import the workbook is
the marked copy. Spreadsheets that drop the properties of a file keep its sheets."""

from __future__ import annotations

import re

IMPORT_ID = r"i-[0-9a-f]{16}"
_MARK = "maillage "
_TITLE = re.compile(_MARK + IMPORT_ID)


def mark_title(import_id: str) -> str:
    return _MARK + import_id


def is_mark(title: str) -> bool:
    """
    >>> is_mark(mark_title("i-0123456789abcdef")), is_mark("Membres")
    (True, False)
    """
    return _TITLE.fullmatch(title) is not None
