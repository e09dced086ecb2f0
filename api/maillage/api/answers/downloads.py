"""Files that are answered: their types, their names."""

from __future__ import annotations

from urllib.parse import quote

from maillage.ingest.formats.registry import FORMATS

XLSX = FORMATS["xlsx"].media


def attachment(name: str) -> dict[str, str]:
    """The header that names a file, whatever letters are in the name.

    >>> print(attachment("été.csv")["Content-Disposition"])
    attachment; filename="-t-.csv"; filename*=UTF-8''%C3%A9t%C3%A9.csv
    """
    plain = "".join(c if c.isascii() and (c.isalnum() or c in "-_.") else "-" for c in name)
    value = f"attachment; filename=\"{plain}\"; filename*=UTF-8''{quote(name, safe='')}"
    return {"Content-Disposition": value}
