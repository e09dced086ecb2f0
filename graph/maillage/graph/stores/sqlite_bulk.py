"""Rows by the hundred thousand into the embedded store.

To begin and end a statement is a sixth of what a short row takes: rows go many to a statement.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from itertools import chain, islice

from maillage.graph.stores.sqlite_rows import marks

# Values in one statement: no SQLite knows fewer.
_MOST = 999


def put_rows(
    connection: sqlite3.Connection,
    table: str,
    columns: Sequence[str],
    rows: Iterable[Sequence[object]],
    *,
    known: str,
) -> None:
    """`known`: what becomes of a row that is there already, as `ON CONFLICT` has it."""
    into = f"INSERT INTO {table} ({', '.join(columns)}) VALUES"
    row = f"({marks(columns)})"
    at_once = _MOST // len(columns)
    many = f"{into} {', '.join([row] * at_once)} ON CONFLICT {known}"
    pending = iter(rows)
    while batch := list(islice(pending, at_once)):
        if len(batch) == at_once:
            connection.execute(many, list(chain.from_iterable(batch)))
        else:
            connection.executemany(f"{into} {row} ON CONFLICT {known}", batch)
