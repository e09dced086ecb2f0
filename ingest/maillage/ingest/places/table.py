"""The table of communes that a person imported, kept in a folder of hers.

It is a reference, not a source: what it says enters the records of a list when the list is loaded,
so that no store, SQLite or Neo4j, needs it to be read. One table serves all her stores.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from shutil import copyfile
from typing import Literal

from maillage.graph.errors import InvalidInput, Refused, UnreadableFile
from maillage.ingest.places.communes import NO_COMMUNES, Communes

FILE_NAME = "communes.csv"


@dataclass(frozen=True, slots=True)
class KeptTable:
    """What a table holds: communes, their vintages, the lines that gave none."""

    communes: int
    vintages: tuple[str, ...]
    unread: tuple[int, ...]
    # Those of the table whose place it took.
    replaced: tuple[str, ...] = ()


def keep_communes(file: Path, folder: Path, older: Literal["", "older"] = "") -> KeptTable:
    """Check a person's table and keep it in place of the one before it; one of an earlier vintage
    only if it is asked for as `older`."""
    table, before = Communes.load(file), _readable(folder)
    if not len(table):
        raise UnreadableFile("communes_none", path=file)
    if not older and table.vintages and max(table.vintages) < max(before.vintages, default=""):
        raise Refused("communes_older", path=file, new=table.vintages[-1], kept=before.vintages[-1])
    kept = folder / FILE_NAME
    draft = kept.with_name(kept.name + ".part")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        copyfile(file, draft)
        draft.replace(kept)
    except OSError as error:
        draft.unlink(missing_ok=True)
        raise InvalidInput("file_unwritable", path=kept, detail=error.strerror or error) from error
    return replace(described(table), replaced=before.vintages)


def kept_communes(folder: Path) -> Communes:
    """The table of the folder; an empty one where nobody has imported any."""
    file = folder / FILE_NAME
    return Communes.load(file) if file.exists() else NO_COMMUNES


def _readable(folder: Path) -> Communes:
    """A kept table that was damaged is no hindrance to the one that mends it."""
    try:
        return kept_communes(folder)
    except UnreadableFile:
        return NO_COMMUNES


def described(table: Communes) -> KeptTable:
    return KeptTable(len(table), table.vintages, table.unread)
