"""Writing to the embedded store: each statement within the transaction that the store began."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection

from maillage.graph import serial
from maillage.graph.model import Tie
from maillage.graph.port import Change
from maillage.graph.stores.alike import folded_names
from maillage.graph.stores.sqlite_rows import (
    ACTOR_COLUMNS,
    TIE_COLUMNS,
    actor_values,
    tie_values,
    upsert,
)

# Ties beyond which reading all actors at once is faster than each that is needed.
_MANY = 1_000


def put_evidence(connection: sqlite3.Connection, change: Change) -> None:
    connection.executemany(
        """INSERT INTO import (id, loaded_at, payload) VALUES (?, ?, ?)
           ON CONFLICT (id) DO UPDATE SET payload = excluded.payload""",
        (
            (item.id, item.loaded_at.isoformat(), serial.payload_of(serial.IMPORT, item))
            for item in change.imports
        ),
    )
    numbers: dict[str, int] = dict(connection.execute("SELECT id, n FROM import"))
    connection.executemany(
        "INSERT INTO record (id, import, payload) VALUES (?, ?, ?) ON CONFLICT (id) DO NOTHING",
        (
            (record.id, numbers[record.import_id], serial.payload_of(serial.RECORD, record))
            for record in change.records
        ),
    )
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
    connection.executemany(
        upsert("actor", ACTOR_COLUMNS),
        map(actor_values, change.actors.values()),
    )
    connection.executemany(
        "DELETE FROM name WHERE actor = (SELECT n FROM actor WHERE id = ?)",
        ((id_,) for id_ in change.actors),
    )
    connection.executemany(
        "INSERT OR IGNORE INTO name SELECT ?, n FROM actor WHERE id = ?",
        ((name, id_) for id_, actor in change.actors.items() for name in folded_names(actor)),
    )
    numbers = _numbers(connection, change.ties.values())
    connection.executemany(
        upsert("tie", TIE_COLUMNS),
        (tie_values(tie, numbers) for tie in change.ties.values()),
    )
    connection.executemany(
        "DELETE FROM actor WHERE id = ?", ((id_,) for id_ in change.dropped_actors)
    )
    connection.executemany(
        "DELETE FROM redirect WHERE alias = ?", ((alias,) for alias in change.dropped_redirects)
    )
    connection.executemany(
        """INSERT INTO redirect VALUES (?, ?)
           ON CONFLICT (alias) DO UPDATE SET actor = excluded.actor""",
        change.redirects.items(),
    )


def _numbers(connection: sqlite3.Connection, ties: Collection[Tie]) -> dict[str, int]:
    """The row of each actor that the ties need: of a few ties, of theirs alone."""
    if len(ties) > _MANY:
        return dict(connection.execute("SELECT id, n FROM actor"))
    ends = sorted({end for tie in ties for end in (tie.source, tie.target)})
    query = "SELECT n FROM actor WHERE id = ?"
    return {end: n for end in ends for (n,) in connection.execute(query, (end,))}
