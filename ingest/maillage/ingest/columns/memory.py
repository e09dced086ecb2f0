"""Maps of columns that were used once, offered again when a file has the same heading."""

from __future__ import annotations

import hashlib
import json
import os
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

from maillage.ingest.columns.assigning import ColumnMap
from maillage.ingest.columns.headings import heading_key

MOST_MAPS = 500
_VERSION = 1


def fingerprint(header: Sequence[str], list_name: str) -> str:
    """The same for headings that differ only in case, accents or spaces."""
    keys = "\n".join([list_name, *map(heading_key, header)])
    return hashlib.sha256(keys.encode()).hexdigest()[:32]


def to_json(columns: ColumnMap) -> str:
    """What the user can keep: which column is which field, "" for none."""
    said = {heading: columns.mapped.get(heading, "") for heading in columns.header}
    kept = {
        "version": _VERSION,
        "list": columns.list_name,
        "fingerprint": fingerprint(columns.header, columns.list_name),
        # A column that is never kept is recognised anew each time.
        "columns": {h: name for h, name in said.items() if h not in columns.personal},
    }
    return json.dumps(kept, ensure_ascii=False)


def from_json(text: str) -> dict[str, str]:
    """The overrides that `match_columns` takes; nothing if the text is not one of ours."""
    try:
        kept = json.loads(text)
    except (ValueError, RecursionError):
        return {}
    ours = isinstance(kept, dict) and kept.get("version") == _VERSION
    return _overrides(kept.get("columns")) if ours else {}


def merged(offered: Mapping[str, str], told: Mapping[str, str]) -> dict[str, str]:
    """What is told now, then what was told before and does not contradict it."""
    headings, fields = set(map(heading_key, told)), set(filter(None, told.values()))
    kept = {
        heading: name
        for heading, name in offered.items()
        if heading_key(heading) not in headings and name not in fields
    }
    return {**told, **kept}


class ColumnMemory:
    """A file of maps; a missing or damaged one is an empty memory, never an error."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def offered(self, header: Sequence[str], list_name: str) -> dict[str, str] | None:
        """The overrides last used for such a heading, if any."""
        kept = self._read().get(fingerprint(header, list_name))
        return from_json(kept) if kept else None

    def keep(self, columns: ColumnMap) -> None:
        """Remember a map; the oldest ones make room."""
        maps = self._read()
        key = fingerprint(columns.header, columns.list_name)
        maps.pop(key, None)
        maps[key] = to_json(columns)
        self._write(dict(list(maps.items())[-MOST_MAPS:]))

    def forget(self, header: Sequence[str], list_name: str) -> None:
        """As if such a heading had never been told anything of."""
        maps = self._read()
        if maps.pop(fingerprint(header, list_name), None):
            self._write(maps)

    def _read(self) -> dict[str, str]:
        try:
            maps = json.loads(self._path.read_text("utf-8"))
        except (OSError, ValueError, RecursionError):
            return {}
        return _overrides(maps)

    def _write(self, maps: Mapping[str, str]) -> None:
        """All or nothing: a memory half written would be lost whole."""
        self._path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=self._path.parent, suffix=".tmp")
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            json.dump(maps, file, ensure_ascii=False, indent=1)
        Path(name).replace(self._path)


def _overrides(value: object) -> dict[str, str]:
    if not isinstance(value, dict):
        return {}
    return {k: v for k, v in value.items() if isinstance(k, str) and isinstance(v, str)}
