"""Rows of records in the embedded store: what a line says, and what many lines say alike.

The lines of a list fill the same headings, and one source says them on one day. Each such thing is
written once, in a table of its own, and a line names it by its number. Its cells, and what else is
its own (`payload`), stand in its row.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Hashable, Iterable, Iterator
from dataclasses import fields
from operator import attrgetter
from typing import Generic, Literal, TypeVar

from maillage.graph import serial
from maillage.graph.bulk import Alike
from maillage.graph.model import Record
from maillage.graph.stores.sqlite_bulk import put_rows
from maillage.graph.stores.sqlite_link import SqliteLink
from maillage.graph.stores.sqlite_rows import blob

Thing = TypeVar("Thing")
Known = TypeVar("Known")
Shared = Literal["heading", "speech"]

_COLUMNS = ("id", "import", "payload", "cells", "heading", "speech")
RECORD_PARTS = "id, (SELECT id FROM import WHERE n = import), payload, cells, heading, speech"
# Who says a line, where and when.
_SPEECH = {"sheet", "source", "voice", "author", "declared_by", "observed_on"}
_IN_COLUMNS = {"id", "import_id", "cells"}
_OWN = {field.name for field in fields(Record)} - _SPEECH - _IN_COLUMNS


def put_records(connection: sqlite3.Connection, records: Iterable[Record]) -> None:
    rows = _rows(connection, records)
    put_rows(connection, "record", _COLUMNS, rows, known="(id) DO NOTHING")


def record_payload(id_: str, import_id: str, payload: bytes, speech: bytes | None) -> bytes:
    """What `serial.payload_of` makes of the record of such a row, without its cells. A line that
    was written before speeches were says its own."""
    if speech is None:
        return payload
    head = json.dumps({"id": id_, "import_id": import_id}, ensure_ascii=False).encode()
    shared = b"" if speech == b"{}" else speech[1:-1] + b","
    return b"%b,%b%b" % (head[:-1], shared, payload[1:])


class SharedByLines(Generic[Known]):
    """What lines say alike, by number: nothing that was written changes or goes, so that only what
    is new is read."""

    def __init__(self, link: SqliteLink, table: Shared, read: Callable[[bytes], Known]) -> None:
        self._link, self._table, self._read = link, table, read
        self._known: dict[int, Known] = {}

    def __getitem__(self, number: int) -> Known:
        if number not in self._known:
            query = f"SELECT n, texts FROM {self._table} WHERE n > ?"
            rows = self._link.all(query, (max(self._known, default=0),))
            self._known.update((n, self._read(texts)) for n, texts in rows)
        return self._known[number]


def _rows(
    connection: sqlite3.Connection, records: Iterable[Record]
) -> Iterator[tuple[object, ...]]:
    imports: dict[str, int] = dict(connection.execute("SELECT id, n FROM import"))
    headings, speeches = _Numbers(connection, "heading"), _Numbers(connection, "speech")
    apart = _IN_COLUMNS | _SPEECH
    for record in records:
        cells = Alike.of(record.cells)
        yield (
            record.id,
            imports[record.import_id],
            blob(serial.payload_of(serial.RECORD, record, apart=apart)),
            blob(serial.payload_of(serial.TEXTS, cells.own)),
            headings.number(cells.shared, _headings, cells),
            speeches.number(_speaker(record), _speech, record),
        )


def _headings(cells: Alike) -> bytes:
    return serial.payload_of(serial.TEXTS, cells.shared)


# Equal for lines whose speech is.
_speaker: Callable[[Record], Hashable] = attrgetter(*sorted(_SPEECH))


def _speech(record: Record) -> bytes:
    return serial.payload_of(serial.RECORD, record, apart=_IN_COLUMNS | _OWN)


class _Numbers:
    """The numbers of what lines say alike; what was not met before is written."""

    def __init__(self, connection: sqlite3.Connection, table: Shared) -> None:
        self._connection = connection
        self._new = f"INSERT INTO {table} (texts) VALUES (?) ON CONFLICT DO NOTHING"
        self._known = f"SELECT n FROM {table} WHERE texts = ?"
        self._numbers: dict[Hashable, int] = {}

    def number(self, key: Hashable, make: Callable[[Thing], bytes], thing: Thing) -> int:
        """Of what `make` makes of the thing, for whatever has an equal key."""
        number = self._numbers.get(key)
        if number is None:
            texts = (make(thing),)
            self._connection.execute(self._new, texts)
            found = self._connection.execute(self._known, texts).fetchone()
            number = self._numbers[key] = int(found[0])
        return number
