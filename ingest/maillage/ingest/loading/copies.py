"""Of which imports a workbook is the marked copy: it says so in its properties.

Who mends the copy and loads it means these lines instead of those, not beside them.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Sequence
from pathlib import Path

_SCHEME = "maillage:"
_PROPERTIES = "docProps/core.xml"
# Properties are a few lines; what is longer was not written by a spreadsheet.
_MOST_BYTES = 1 << 16
_ID = rb"i-[0-9a-f]{16}"
_IDENTIFIER = re.compile(rb"<dc:identifier>maillage:(%b(?: %b)*)</dc:identifier>" % (_ID, _ID))


def identifier(import_ids: Sequence[str]) -> str:
    """What the properties of a copy say."""
    return _SCHEME + " ".join(import_ids)


def sheet_in_copy(name: str) -> str:
    """What the copy calls a sheet of the file; a file of text has one without a name."""
    return name or "Feuille"


def copied_imports(file: Path | bytes) -> list[str]:
    """The imports whose marked copy this is; none for any other file."""
    try:
        with zipfile.ZipFile(io.BytesIO(file) if isinstance(file, bytes) else file) as archive:
            if archive.getinfo(_PROPERTIES).file_size > _MOST_BYTES:
                return []
            found = _IDENTIFIER.search(archive.read(_PROPERTIES))
    except (zipfile.BadZipFile, KeyError, OSError, RuntimeError, NotImplementedError, ValueError):
        return []
    return found[1].decode().split() if found else []
