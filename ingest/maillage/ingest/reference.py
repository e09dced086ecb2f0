"""Reference tables: those that ship in `data/`, and those that people give in the same shape."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from importlib.resources import files
from pathlib import Path

from maillage.graph.errors import UnreadableFile

Row = dict[str, str]
_DELIMITERS = ",;\t"


def bundled(name: str) -> list[Row]:
    """The rows of a table of ours."""
    text = (files("maillage.ingest") / "data" / name).read_text(encoding="utf-8")
    return list(csv.DictReader(io.StringIO(text)))


def given(path: Path, required: Sequence[str]) -> list[Row]:
    """The rows of a person's table: utf-8 or cp1252, comma, semicolon or tab.

    Headings are read without regard to case; cells are stripped; a missing cell is empty.
    """
    lines = io.StringIO(_text(path).replace("\r\n", "\n").replace("\r", "\n"))
    heading = lines.readline()
    delimiter = max(_DELIMITERS, key=heading.count)
    try:
        names = [name.strip().lower() for name in next(csv.reader([heading], delimiter=delimiter))]
        if missing := [name for name in required if name not in names]:
            raise UnreadableFile("table_columns", path=path, columns=", ".join(missing))
        rows = list(csv.reader(lines, delimiter=delimiter))
    except csv.Error as error:
        raise UnreadableFile("file_unreadable", path=path, detail=error) from error
    return [_row(names, cells) for cells in rows if any(cells)]


def _row(names: Sequence[str], cells: Sequence[str]) -> Row:
    padded = [cell.strip() for cell in cells] + [""] * (len(names) - len(cells))
    return dict(zip(names, padded, strict=False))


def _text(path: Path) -> str:
    try:
        content = path.read_bytes()
    except FileNotFoundError:
        raise UnreadableFile("file_missing", path=path) from None
    except OSError as error:
        raise UnreadableFile("file_unreadable", path=path, detail=error.strerror) from error
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace")
