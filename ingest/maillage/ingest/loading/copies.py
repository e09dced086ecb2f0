"""Of which imports a workbook is the marked copy: it says so in its properties, and in the names of
hidden sheets.

Who mends the copy and loads it means these lines instead of those, not beside them.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from pathlib import Path

from maillage.ingest.tables.copy_mark import IMPORT_ID, mark_title

# The author of the comments of a copy, not of those on the headings of a template.
SIGNATURE = "Maillage, compte rendu"
_SCHEME = "maillage:"
_MOST_BYTES = 1 << 16
_IDS = rf"({IMPORT_ID}(?: {IMPORT_ID})*)"
# Each spreadsheet declares the names of its elements where it likes.
_MARKS = {
    "docProps/core.xml": re.compile(rf"<(?:[\w.-]+:)?identifier\b[^>]*>{_SCHEME}{_IDS}</"),
    "xl/workbook.xml": re.compile(rf'\bname="{mark_title(f"({IMPORT_ID})")}"'),
}
_AUTHOR = re.compile(rf"<(?:[\w.-]+:)?author>{SIGNATURE}</")


def identifier(import_ids: Sequence[str]) -> str:
    """What the properties of a copy say."""
    return _SCHEME + " ".join(import_ids)


def sheet_in_copy(name: str) -> str:
    """What the copy calls a sheet of the file; a file of text has one without a name."""
    return name or "Feuille"


def copied_imports(file: Path | bytes) -> list[str]:
    """The imports whose marked copy this is; none for any other file."""
    told = [
        id_
        for begins, mark in _MARKS.items()
        for text in _parts(file, begins)
        for ids in mark.findall(text)
        for id_ in ids.split()
    ]
    return list(dict.fromkeys(told))


def has_comments_of_ours(file: Path | bytes) -> bool:
    """Whether it has those of a marked copy, by which nobody knows of which import it is one."""
    return any(_AUTHOR.search(text) for text in _parts(file, "xl/comments"))


def _parts(file: Path | bytes, begins: str) -> Iterator[str]:
    """Of those whose name begins so, as much as a spreadsheet writes before it tells more."""
    try:
        with zipfile.ZipFile(io.BytesIO(file) if isinstance(file, bytes) else file) as archive:
            for name in archive.namelist():
                if name.startswith(begins):
                    with archive.open(name) as part:
                        yield part.read(_MOST_BYTES).decode(errors="replace")
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError, ValueError):
        return
