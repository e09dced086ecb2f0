"""Of which import a workbook is the marked copy: it says so in its properties.

Who mends the copy and loads it means these lines instead of those, not beside them.
"""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path

_SCHEME = "maillage:"
_PROPERTIES = "docProps/core.xml"
# Properties are a few lines; what is longer was not written by a spreadsheet.
_MOST_BYTES = 1 << 16
_IDENTIFIER = re.compile(rb"<dc:identifier>maillage:(i-[0-9a-f]{16})</dc:identifier>")


def identifier(import_id: str) -> str:
    """What the properties of a copy say."""
    return _SCHEME + import_id


def copied_import(file: Path | bytes) -> str | None:
    """The import whose marked copy this is; None for any other file."""
    try:
        with zipfile.ZipFile(io.BytesIO(file) if isinstance(file, bytes) else file) as archive:
            if archive.getinfo(_PROPERTIES).file_size > _MOST_BYTES:
                return None
            found = _IDENTIFIER.search(archive.read(_PROPERTIES))
    except (zipfile.BadZipFile, KeyError, OSError, RuntimeError, NotImplementedError, ValueError):
        return None
    return found[1].decode() if found else None
