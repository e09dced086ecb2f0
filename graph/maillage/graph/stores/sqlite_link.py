"""The file of the embedded store: a connection for each thread, transactions, errors in our words.

WAL with synchronous=FULL: a commit that returned is on disk, one that did not leaves the file as
it was.
"""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import Any
from urllib.parse import quote

from maillage.graph.errors import (
    MaillageError,
    StoreCorrupt,
    StoreError,
    StoreFull,
    StoreRefused,
    StoreUnavailable,
)
from maillage.graph.stores.addresses import Purpose

BUSY_SECONDS = 5.0


class SqliteLink:
    """One file. Safe to share between threads."""

    def __init__(self, path: Path, purpose: Purpose) -> None:
        self.path = path
        self._purpose = purpose
        self._local = threading.local()
        self._connections: list[sqlite3.Connection] = []
        self._guard = threading.Lock()

    def close(self) -> None:
        with self._guard:
            for connection in self._connections:
                connection.close()
            self._connections.clear()
            self._local = threading.local()

    @contextmanager
    def transaction(self, *, vouched_for: bool = False) -> Iterator[sqlite3.Connection]:
        """All or nothing, and nobody else writes meanwhile. `vouched_for`: who writes has made
        sure that what the rows refer to is there."""
        with translated(self.path):
            connection = self._connection()
            # Of no effect within a transaction: said before each.
            connection.execute(f"PRAGMA foreign_keys = {'OFF' if vouched_for else 'ON'}")
            connection.execute("BEGIN IMMEDIATE")
            try:
                yield connection
                connection.execute("COMMIT")
            except BaseException:
                # A full disk may already have rolled back: the first error is what matters.
                with suppress(sqlite3.Error):
                    connection.execute("ROLLBACK")
                raise

    @contextmanager
    def snapshot(self) -> Iterator[sqlite3.Connection]:
        """Several reads of one revision."""
        with translated(self.path):
            connection = self._connection()
            connection.execute("BEGIN")
            try:
                yield connection
            finally:
                connection.execute("COMMIT")

    def all(self, query: str, values: Sequence[str | int] = ()) -> list[tuple[Any, ...]]:
        with translated(self.path):
            return self._connection().execute(query, values).fetchall()

    def each(self, query: str) -> Iterator[tuple[Any, ...]]:
        with translated(self.path), closing(self._connection().cursor()) as cursor:
            yield from cursor.execute(query)

    def _connection(self) -> sqlite3.Connection:
        connection: sqlite3.Connection | None = getattr(self._local, "connection", None)
        if connection is None:
            connection = self._connected()
            self._local.connection = connection
            with self._guard:
                self._connections.append(connection)
        return connection

    def _connected(self) -> sqlite3.Connection:
        try:
            return _connect(self.path)
        except sqlite3.OperationalError:
            # Who reads from a folder where nothing may be written has no journal beside the file:
            # nobody else writes there either, unless a journal says otherwise.
            journal = self.path.with_name(f"{self.path.name}-wal")
            if self._purpose == "write" or (journal.exists() and journal.stat().st_size):
                raise
            return _connect(self.path, "?immutable=1")


def _connect(path: Path, options: str = "") -> sqlite3.Connection:
    connection = sqlite3.connect(
        f"file:{quote(str(path))}{options}",
        timeout=BUSY_SECONDS,
        isolation_level=None,
        check_same_thread=False,
        uri=True,
    )
    try:
        # Of a file that is made now: records and ties are long rows, written by many thousands.
        connection.execute("PRAGMA page_size = 32768")
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = FULL")
        # Rows come in order: a larger cache is seldom looked into again, and to fill memory that
        # was never used takes longer than to write.
        connection.execute("PRAGMA cache_size = -32768")
    except BaseException:
        connection.close()
        raise
    return connection


# ---------------------------------------------------------------------- errors

_BY_CODE: Mapping[int, tuple[type[StoreError], str]] = {
    sqlite3.SQLITE_BUSY: (StoreUnavailable, "store_locked"),
    sqlite3.SQLITE_LOCKED: (StoreUnavailable, "store_locked"),
    sqlite3.SQLITE_FULL: (StoreFull, "store_full"),
    sqlite3.SQLITE_READONLY: (StoreRefused, "store_read_only"),
    sqlite3.SQLITE_PERM: (StoreRefused, "store_read_only"),
    sqlite3.SQLITE_AUTH: (StoreRefused, "store_read_only"),
    sqlite3.SQLITE_NOTADB: (StoreCorrupt, "store_not_ours"),
    sqlite3.SQLITE_CORRUPT: (StoreCorrupt, "store_corrupt"),
    sqlite3.SQLITE_CANTOPEN: (StoreUnavailable, "store_no_folder"),
    sqlite3.SQLITE_IOERR: (StoreUnavailable, "store_io"),
}
_PRIMARY_CODE = 0xFF  # an extended code holds its primary code in the low byte


def translate(error: sqlite3.Error, path: Path) -> MaillageError:
    code = getattr(error, "sqlite_errorcode", None)
    kind, sentence = _BY_CODE.get((code or 0) & _PRIMARY_CODE, (StoreCorrupt, "store_corrupt"))
    return kind(sentence, path=path, detail=str(error))


@contextmanager
def translated(path: Path) -> Iterator[None]:
    try:
        yield
    except sqlite3.Error as error:
        raise translate(error, path) from error
