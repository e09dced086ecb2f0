"""Writing to the embedded store: each statement within the transaction that the store began."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import groupby
from operator import itemgetter
from typing import Literal

from maillage.graph import serial
from maillage.graph.model import Actor
from maillage.graph.port import Change
from maillage.graph.stores.alike import folded_names
from maillage.graph.stores.sqlite_bulk import put_rows
from maillage.graph.stores.sqlite_records import put_records
from maillage.graph.stores.sqlite_rows import (
    ACTOR_COLUMNS,
    actor_values,
    blob,
)
from maillage.graph.stores.sqlite_schema import INDEXES
from maillage.graph.stores.sqlite_ties import TIE_COLUMNS, TieRows

# Actors and ties beyond which what is needed is read or put in order all at once.
_MANY = 1_000


def vouched_for(change: Change) -> bool:
    """Whether what the change refers to is there for sure, so that SQLite need not look for it row
    by row: an actor that is dropped might still be referred to."""
    return len(change.actors) + len(change.ties) > _MANY and not change.dropped_actors


def put_evidence(connection: sqlite3.Connection, change: Change) -> None:
    connection.executemany(
        """INSERT INTO import (id, loaded_at, payload) VALUES (?, ?, ?)
           ON CONFLICT (id) DO UPDATE SET payload = excluded.payload""",
        (
            (item.id, item.loaded_at.isoformat(), serial.payload_of(serial.IMPORT, item))
            for item in change.imports
        ),
    )
    with _unindexed(connection, "record", sum(item.rows for item in change.imports)):
        put_records(connection, change.records)
    connection.executemany(
        """INSERT INTO judgement (id, decided_at, payload) VALUES (?, ?, ?)
           ON CONFLICT (id) DO UPDATE SET payload = excluded.payload""",
        (
            (item.id, item.decided_at.isoformat(), serial.payload_of(serial.JUDGEMENT, item))
            for item in change.judgements
        ),
    )
    if change.waiting is not None:
        connection.execute("DELETE FROM waiting")
        connection.executemany(
            "INSERT INTO waiting (payload) VALUES (?)",
            ((serial.payload_of(serial.WAITING, item),) for item in change.waiting),
        )


def put_graph(connection: sqlite3.Connection, change: Change) -> None:
    connection.executemany("DELETE FROM tie WHERE id = ?", ((id_,) for id_ in change.dropped_ties))
    altered = [actor for id_, actor in change.actors.items() if id_ not in change.mentioned]
    _put(connection, "actor", ACTOR_COLUMNS, map(actor_values, altered))
    numbers = _numbers(connection, change)
    _put_names(connection, {numbers[actor.id]: actor for actor in altered})
    grounds = (
        (numbers[id_], blob(serial.grounds_of(actor.records)))
        for id_, actor in change.actors.items()
    )
    _put(connection, "ground", ("actor", "records"), grounds)
    ties = map(TieRows(numbers).values, change.ties.values())
    with _unindexed(connection, "tie", len(change.ties)):
        _put(connection, "tie", TIE_COLUMNS, ties)
    connection.executemany(
        "DELETE FROM actor WHERE id = ?", ((id_,) for id_ in change.dropped_actors)
    )
    connection.executemany(
        "DELETE FROM redirect WHERE alias = ?", ((alias,) for alias in change.dropped_redirects)
    )
    _put(connection, "redirect", ("alias", "actor"), change.redirects.items())


def _put(
    connection: sqlite3.Connection,
    table: str,
    columns: Sequence[str],
    rows: Iterable[Sequence[object]],
) -> None:
    """A row of which the first column is known becomes the new one."""
    key, *others = columns
    values = ", ".join(f"{name} = excluded.{name}" for name in others)
    put_rows(connection, table, columns, rows, known=f"({key}) DO UPDATE SET {values}")


def _numbers(connection: sqlite3.Connection, change: Change) -> dict[str, int]:
    """The row of each actor that is written or tied: of a few, of theirs alone."""
    if len(change.ties) + len(change.actors) > _MANY:
        return dict(connection.execute("SELECT id, n FROM actor"))
    ends = {end for tie in change.ties.values() for end in (tie.source, tie.target)}
    query = "SELECT n FROM actor WHERE id = ?"
    return {
        id_: n
        for id_ in sorted(ends.union(change.actors))
        for (n,) in connection.execute(query, (id_,))
    }


def _put_names(connection: sqlite3.Connection, actors: Mapping[int, Actor]) -> None:
    """Most actors that are written again bear the names that they bore."""
    same = {n for n, borne in _borne(connection, actors) if borne == folded_names(actors[n])}
    renamed = sorted(actors.keys() - same)
    connection.executemany("DELETE FROM name WHERE actor = ?", ((n,) for n in renamed))
    connection.executemany(
        "INSERT INTO name VALUES (?, ?)",
        sorted((name, n) for n in renamed for name in folded_names(actors[n])),
    )


def _borne(
    connection: sqlite3.Connection, numbers: Collection[int]
) -> Iterator[tuple[int, tuple[str, ...]]]:
    """The names of those of these actors that have some, in the order of `folded_names`."""
    if len(numbers) > _MANY:
        rows: Iterable[tuple[int, str]] = connection.execute(
            "SELECT actor, folded FROM name ORDER BY actor, folded"
        )
    else:
        query = "SELECT actor, folded FROM name WHERE actor = ? ORDER BY folded"
        rows = (row for n in numbers for row in connection.execute(query, (n,)))
    for n, of_actor in groupby(rows, itemgetter(0)):
        if n in numbers:
            yield n, tuple(folded for _, folded in of_actor)


@contextmanager
def _unindexed(
    connection: sqlite3.Connection, table: Literal["record", "tie"], rows: int
) -> Iterator[None]:
    """Where most rows of a table will be new, its indexes are made once they are there: to put all
    in order takes less than to find the place of each."""
    indexes = INDEXES[table] if _mostly_new(connection, table, rows) else {}
    for name in indexes:
        connection.execute(f"DROP INDEX {name}")
    yield
    for statement in indexes.values():
        connection.execute(statement)


def _mostly_new(connection: sqlite3.Connection, table: Literal["record", "tie"], rows: int) -> bool:
    if rows <= _MANY:
        return False
    (held,) = connection.execute(f"SELECT count(*) FROM {table}").fetchone()
    return rows > int(held)
