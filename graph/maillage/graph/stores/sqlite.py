"""The embedded store: one SQLite file, consistent whatever interrupts it.

Texts are kept beside integer rowids; what a model holds is kept as JSON (apart, the records that an
actor rests upon, what many records say alike and the columns of a tie), and the columns that
filters and `columns()` need are kept beside it. `sqlite_link` opens the file, `sqlite_writing` and
`sqlite_bulk` write to it, `sqlite_rows`, `sqlite_records`, `sqlite_ties` and `tie_parts` say what a
model is in columns.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, Literal, TypeVar

from pydantic import TypeAdapter, ValidationError

from maillage.graph import serial
from maillage.graph.arrays import GraphColumns
from maillage.graph.bulk import Alike
from maillage.graph.errors import (
    StoreConflict,
    StoreCorrupt,
    StoreError,
    StoreUnavailable,
    StoreUrlError,
    StoreVersionError,
    UnknownName,
)
from maillage.graph.folding import normalise
from maillage.graph.model import Actor, Import, Judgement, Record, Tie, Waiting
from maillage.graph.papers import Shelf
from maillage.graph.port import ActorQuery, Change, Fingerprints, Page, TieQuery
from maillage.graph.stores.addresses import Purpose
from maillage.graph.stores.alike import (
    found_under,
    oldest_imports,
    oldest_judgements,
    page_of,
)
from maillage.graph.stores.sqlite_link import SqliteLink
from maillage.graph.stores.sqlite_records import RECORD_PARTS, SharedByLines, record_payload
from maillage.graph.stores.sqlite_rows import (
    ACTOR_PARTS,
    Where,
    read_actors,
    said,
)
from maillage.graph.stores.sqlite_schema import APPLICATION_ID, MIGRATIONS
from maillage.graph.stores.sqlite_ties import (
    COLUMNS_READ,
    TIE_PARTS,
    read_ties,
    tie_payload,
)
from maillage.graph.stores.sqlite_writing import put_evidence, put_graph, vouched_for
from maillage.graph.viewing import Viewing
from maillage.graph.vocabulary import SOLE_TRADER

Thing = TypeVar("Thing")


def open_sqlite(url: str, purpose: Purpose = "write") -> SqliteStore:
    """`sqlite:///relative.db` or `sqlite:////absolute.db`."""
    location = url.removeprefix("sqlite:///")
    if location == url or not location:
        raise StoreUrlError("store_scheme", url=url)
    path = Path(location).expanduser()
    if path.is_dir():
        raise StoreUnavailable("store_directory", path=path)
    if purpose == "read" and not path.exists():
        raise StoreUnavailable("store_missing", path=path)
    if purpose == "read" and path.stat().st_size == 0:
        raise StoreCorrupt("store_not_ours", path=path)
    if not path.parent.is_dir():
        raise StoreUnavailable("store_no_folder", path=path)
    store = SqliteStore(url, path, purpose)
    store.prepare()
    return store


class SqliteStore(Viewing):
    """`maillage.graph.port.Store` on one file. Safe to share between threads."""

    def __init__(self, url: str, path: Path, purpose: Purpose = "write") -> None:
        self._url = url
        self._link = SqliteLink(path, purpose)
        self._headings = SharedByLines(
            self._link, "heading", lambda texts: self._read(serial.TEXTS, texts)
        )
        self._speeches = SharedByLines(self._link, "speech", bytes)

    # ------------------------------------------------------------------ opening, closing

    @property
    def url(self) -> str:
        return self._url

    def prepare(self) -> None:
        """Made if it is new, brought up to date if it is old; only read if it is neither."""
        with self._link.snapshot() as connection:
            if self._version(connection) == len(MIGRATIONS):
                return
        with self._link.transaction() as connection:
            for number in range(self._version(connection), len(MIGRATIONS)):
                for statement in filter(str.strip, MIGRATIONS[number].split(";")):
                    connection.execute(statement)
                connection.execute(f"PRAGMA user_version = {number + 1:d}")
            connection.execute(f"PRAGMA application_id = {APPLICATION_ID:d}")

    def _version(self, connection: sqlite3.Connection) -> int:
        application = connection.execute("PRAGMA application_id").fetchone()[0]
        version: int = connection.execute("PRAGMA user_version").fetchone()[0]
        objects = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
        if objects and application != APPLICATION_ID:
            raise StoreCorrupt("store_not_ours", path=self._link.path)
        if version > len(MIGRATIONS):
            raise StoreVersionError(
                "store_newer", path=self._link.path, found=version, known=len(MIGRATIONS)
            )
        return version

    def close(self) -> None:
        self._link.close()

    # ------------------------------------------------------------------ reading

    def revision(self) -> int:
        return int(self._link.all("SELECT value FROM meta WHERE key = 'revision'")[0][0])

    def imports(self) -> tuple[Import, ...]:
        rows = self._link.all("SELECT payload FROM import")
        return oldest_imports(self._read(serial.IMPORT, payload) for (payload,) in rows)

    def records(self, ids: Iterable[str] | None = None) -> Iterator[Record]:
        if ids is None:
            for parts in self._link.each(f"SELECT {RECORD_PARTS} FROM record ORDER BY id"):
                yield self._record(*parts)
            return
        query = f"SELECT {RECORD_PARTS} FROM record WHERE id = ?"
        for id_ in sorted(set(ids)):
            yield from (self._record(*parts) for parts in self._link.all(query, (id_,)))

    def records_of(self, import_id: str) -> Iterator[Record]:
        query = f"""SELECT {RECORD_PARTS} FROM record
                    WHERE import = (SELECT n FROM import WHERE id = ?) ORDER BY id"""
        for parts in self._link.all(query, (import_id,)):
            yield self._record(*parts)

    def record_ids(self, import_id: str) -> frozenset[str]:
        query = "SELECT id FROM record WHERE import = (SELECT n FROM import WHERE id = ?)"
        return frozenset(id_ for (id_,) in self._link.all(query, (import_id,)))

    def judgements(self) -> tuple[Judgement, ...]:
        rows = self._link.all("SELECT payload FROM judgement")
        return oldest_judgements(self._read(serial.JUDGEMENT, payload) for (payload,) in rows)

    def waiting(self) -> tuple[Waiting, ...]:
        rows = self._link.all("SELECT payload FROM waiting ORDER BY n")
        return tuple(self._read(serial.WAITING, payload) for (payload,) in rows)

    def actor(self, id: str) -> Actor:
        return found_under(id, self.known_actors((id,)), what="actor")

    def known_actors(self, ids: Collection[str]) -> Mapping[str, Actor]:
        query = f"""SELECT {ACTOR_PARTS} FROM actor WHERE id = ?1
                    UNION ALL SELECT {ACTOR_PARTS} FROM actor
                    WHERE id = (SELECT actor FROM redirect WHERE alias = ?1) LIMIT 1"""
        return {id_: self._actor(*parts) for id_ in ids for parts in self._link.all(query, (id_,))}

    def actors_named(self, names: Collection[str]) -> tuple[str, ...]:
        query = """SELECT id FROM actor WHERE n IN (SELECT actor FROM name WHERE folded = ?)"""
        return tuple(sorted({id_ for name in names for (id_,) in self._link.all(query, (name,))}))

    def tie(self, id: str) -> Tie:
        return found_under(id, self.known_ties((id,)), what="tie")

    def known_ties(self, ids: Collection[str]) -> Mapping[str, Tie]:
        return {
            id_: self._tie(*parts)
            for id_ in ids
            for parts in self._link.all(f"SELECT {TIE_PARTS} FROM tie WHERE id = ?", (id_,))
        }

    def actors(self, query: ActorQuery) -> Page[Actor]:
        where = Where()
        where.among("kind", query.kinds)
        where.among("sector", query.sectors)
        if query.q is not None:
            where.add("instr(search, ?) > 0", normalise(query.q))
        if query.departement is not None:
            where.add("instr(departements, ?) > 0", f"|{query.departement}|")
        if not query.persons:
            where.add(f"{said('legal_category')} IS NOT ?", SOLE_TRADER)
        if query.at is not None:
            where.there(query.at)
        if query.pole is not None:
            where.belongs(self.actor(query.pole).id, query.at)
        return self._page("actor", ACTOR_PARTS, where, query, self._actor)

    def ties(self, query: TieQuery) -> Page[Tie]:
        where = Where()
        where.among("kind", query.kinds)
        where.among("status", query.statuses)
        where.among("standing", query.standings)
        if query.actor is not None:
            id_ = self.actor(query.actor).id
            here = "(SELECT n FROM actor WHERE id = ?)"
            where.add(f"(source = {here} OR target = {here})", id_, id_)
        return self._page("tie", TIE_PARTS, where, query, self._tie)

    def columns(self) -> GraphColumns:
        with self._link.snapshot() as connection:
            actors = connection.execute(
                """SELECT n, id, name, kind, sector, legal_sector, named, collective, attributes
                   FROM actor ORDER BY id"""
            ).fetchall()
            ties = connection.execute(f"SELECT {COLUMNS_READ} FROM tie ORDER BY id").fetchall()
        numbers = {row[0]: position for position, row in enumerate(actors)}
        try:
            return GraphColumns(read_actors(actors), read_ties(ties, numbers))
        except (KeyError, ValidationError) as error:
            raise _unreadable(error, self._link.path) from error

    def fingerprints(self) -> Fingerprints:
        with self._link.snapshot() as connection:
            actors = connection.execute(f"SELECT id, {ACTOR_PARTS} FROM actor")
            ties = connection.execute(f"SELECT {TIE_PARTS} FROM tie")
            return Fingerprints(
                {id_: serial.actor_digest(*parts) for id_, *parts in actors},
                {parts[0]: serial.digest_of(tie_payload(*parts)) for parts in ties},
                dict(connection.execute("SELECT alias, actor FROM redirect")),
            )

    # ------------------------------------------------------------------ writing

    def commit(self, change: Change, *, expected: int) -> int:
        with self._link.transaction(vouched_for=vouched_for(change)) as connection:
            found = connection.execute("SELECT value FROM meta WHERE key = 'revision'").fetchone()
            if found[0] != expected:
                raise StoreConflict("store_conflict")
            put_evidence(connection, change)
            put_graph(connection, change)
            connection.execute("UPDATE meta SET value = ? WHERE key = 'revision'", (expected + 1,))
        return expected + 1

    # ------------------------------------------------------------------ papers

    def papers(self, shelf: Shelf) -> Mapping[str, str]:
        return dict(
            self._link.all("SELECT id, text FROM paper WHERE shelf = ? ORDER BY id", (shelf,))
        )

    def put_paper(self, shelf: Shelf, id: str, text: str) -> None:
        with self._link.transaction() as connection:
            connection.execute("INSERT OR REPLACE INTO paper VALUES (?, ?, ?)", (shelf, id, text))

    def drop_paper(self, shelf: Shelf, id: str) -> None:
        with self._link.transaction() as connection:
            connection.execute("DELETE FROM paper WHERE shelf = ? AND id = ?", (shelf, id))

    def _record(self, *row: Any) -> Record:
        id_, import_id, payload, cells, heading, speech = row
        spoken = None if speech is None else self._speeches[speech]
        said = record_payload(id_, import_id, payload, spoken)
        record = self._read(serial.RECORD, said)
        if heading is not None:
            held = Alike(self._headings[heading], self._read(serial.TEXTS, cells))
            object.__setattr__(record, "cells", held)  # nobody else has it yet
        return record

    def _actor(self, said: bytes, grounds: bytes) -> Actor:
        return self._read(serial.ACTOR, serial.joined(said, grounds))

    def _tie(self, *parts: Any) -> Tie:
        return self._read(serial.TIE, tie_payload(*parts))

    def _read(self, adapter: TypeAdapter[Thing], payload: bytes) -> Thing:
        try:
            return adapter.validate_json(payload)
        except (ValidationError, UnknownName) as error:
            raise _unreadable(error, self._link.path) from error

    def _page(
        self,
        table: Literal["actor", "tie"],
        parts: str,
        where: Where,
        window: ActorQuery | TieQuery,
        read: Callable[..., Thing],
    ) -> Page[Thing]:
        with self._link.snapshot() as connection:
            total = connection.execute(
                f"SELECT count(*) FROM {table} WHERE {where.text}", where.values
            ).fetchone()[0]
            rows = connection.execute(
                f"""SELECT id, {parts} FROM {table} WHERE {where.text} AND id > ?
                    ORDER BY id LIMIT ?""",
                (*where.values, window.after, window.limit + 1),
            ).fetchall()
        return page_of(rows, window, total, read)


def _unreadable(error: KeyError | ValidationError | UnknownName, path: Path) -> StoreError:
    """A word that this version does not know came from a newer one, or by another hand."""
    if isinstance(error, ValidationError):
        first = error.errors()[0]
        if first["type"] in ("literal_error", "enum"):
            return StoreVersionError("store_words", path=path, word=first["input"])
        return StoreCorrupt("store_corrupt", path=path, detail=first["msg"])
    word = error.values["name"] if isinstance(error, UnknownName) else error.args[0]
    return StoreVersionError("store_words", path=path, word=word)
