"""Tables of texts in a file of their own, looked up by key: references too large for memory.

No network is kept here; a public register is. A table is filled whole, in one transaction, by rows
that are read once, and indexed when it is full: what was there before stays until then.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from maillage.graph.errors import StoreUnavailable
from maillage.graph.stores.sqlite_link import BUSY_SECONDS, translated

# What SQLite may hold of the file at once, in KiB: the memory of a fill, however long.
_CACHE = 65_536
_BATCH = 5_000


@dataclass(frozen=True, slots=True)
class Table:
    """`keys` are the columns by which rows are found. Names are ours: never a person's text."""

    name: str
    columns: tuple[str, ...]
    keys: tuple[str, ...]


Row = dict[str, str]


class TableFile:
    """Opened for one thread; `close` it."""

    def __init__(self, path: Path, tables: Iterable[Table]) -> None:
        self._path = path
        with translated(path):
            self._connection = sqlite3.connect(path, timeout=BUSY_SECONDS, isolation_level=None)
            try:
                self._prepare(tables)
            except BaseException:
                self._connection.close()
                raise

    def close(self) -> None:
        self._connection.close()

    def replace(
        self, table: Table, rows: Iterable[Sequence[str]], *, known: tuple[str, Table] | None = None
    ) -> int:
        """Fill the table anew; how many rows it has then. `known` drops the rows whose value of a
        column is not the same column of another table."""
        draft = Table(f"{table.name}_draft", table.columns, ())
        with translated(self._path), self._transaction() as connection:
            connection.execute(f"DROP TABLE IF EXISTS {draft.name}")
            connection.execute(_create(draft))
            marks = ", ".join("?" * len(table.columns))
            source = iter(rows)
            while batch := list(islice(source, _BATCH)):
                connection.executemany(f"INSERT INTO {draft.name} VALUES ({marks})", batch)
            if known:
                column, other = known
                connection.execute(
                    f"DELETE FROM {draft.name} WHERE {column} NOT IN "
                    f"(SELECT {column} FROM {other.name})"
                )
            connection.execute(f"DROP TABLE {table.name}")
            connection.execute(f"ALTER TABLE {draft.name} RENAME TO {table.name}")
            for statement in _indexes(table):
                connection.execute(statement)
            return int(connection.execute(f"SELECT count(*) FROM {table.name}").fetchone()[0])

    def put(self, table: Table, rows: Iterable[Sequence[str]]) -> int:
        """Rows in place of those of the same first column; how many the table has then."""
        marks = ", ".join("?" * len(table.columns))
        first = table.columns[0]
        with translated(self._path), self._transaction() as connection:
            for row in rows:
                connection.execute(
                    f"DELETE FROM {table.name} WHERE {first} = ? AND {first} <> ''", row[:1]
                )
                connection.execute(f"INSERT INTO {table.name} VALUES ({marks})", row)
            return int(connection.execute(f"SELECT count(*) FROM {table.name}").fetchone()[0])

    def find(self, table: Table, column: str, value: str, *, limit: int) -> list[Row]:
        # Said again, so that the index, which leaves the empty ones out, is used.
        query = f"SELECT * FROM {table.name} WHERE {column} = ? AND {column} <> '' LIMIT ?"
        return self._rows(table, query, (value, limit))

    def all(self, table: Table) -> list[Row]:
        return self._rows(table, f"SELECT * FROM {table.name} ORDER BY {table.columns[0]}", ())

    def _rows(self, table: Table, query: str, values: Sequence[str | int]) -> list[Row]:
        with translated(self._path), closing(self._connection.execute(query, values)) as found:
            return [dict(zip(table.columns, row, strict=True)) for row in found]

    def _prepare(self, tables: Iterable[Table]) -> None:
        connection = self._connection
        # A file that can be made again from its sources: a table that is cut short is rolled back,
        # and a disk that loses power may cost the file, never a network.
        connection.execute("PRAGMA synchronous = NORMAL")
        connection.execute(f"PRAGMA cache_size = -{_CACHE:d}")
        connection.execute("PRAGMA temp_store = FILE")
        # What is left out of a table leaves the file too: it may be about a person.
        connection.execute("PRAGMA secure_delete = ON")
        with self._transaction():
            for table in tables:
                connection.execute(_create(table))
                for statement in _indexes(table):
                    connection.execute(statement)

    @contextmanager
    def _transaction(self) -> Iterator[sqlite3.Connection]:
        self._connection.execute("BEGIN IMMEDIATE")
        try:
            yield self._connection
            self._connection.execute("COMMIT")
        except BaseException:
            if self._connection.in_transaction:
                self._connection.execute("ROLLBACK")
            raise


def open_tables(path: Path, tables: Iterable[Table]) -> TableFile:
    """The file, made if need be."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StoreUnavailable("store_no_folder", path=path) from error
    return TableFile(path, tables)


def _create(table: Table) -> str:
    columns = ", ".join(f"{column} TEXT NOT NULL" for column in table.columns)
    return f"CREATE TABLE IF NOT EXISTS {table.name} ({columns})"


def _indexes(table: Table) -> Iterator[str]:
    """An empty key finds nothing, and is not kept."""
    for key in table.keys:
        yield (
            f"CREATE INDEX IF NOT EXISTS {table.name}_{key} ON {table.name} ({key}) "
            f"WHERE {key} <> ''"
        )
