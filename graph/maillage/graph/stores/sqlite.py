"""The embedded store: one SQLite file, consistent whatever interrupts it.

WAL with synchronous=FULL: a commit that returned is on disk, one that did not leaves the file as
it was. Texts are kept beside integer rowids; what a model holds is kept whole as JSON, and the
columns that filters and `columns()` need are kept beside it.
"""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import Any, Literal, TypeVar
from urllib.parse import quote

from pydantic import TypeAdapter, ValidationError

from maillage.graph import serial
from maillage.graph.arrays import (
    GraphColumns,
)
from maillage.graph.errors import (
    MaillageError,
    NotFound,
    StoreConflict,
    StoreCorrupt,
    StoreError,
    StoreFull,
    StoreRefused,
    StoreUnavailable,
    StoreUrlError,
    StoreVersionError,
    UnknownName,
)
from maillage.graph.model import Actor, Import, Judgement, Record, Tie, Waiting
from maillage.graph.papers import Shelf
from maillage.graph.port import ActorQuery, Change, Fingerprints, Page, TieQuery
from maillage.graph.stores import Purpose
from maillage.graph.stores.alike import (
    folded_names,
    oldest_imports,
    oldest_judgements,
)
from maillage.graph.stores.sqlite_rows import (
    ACTOR_COLUMNS,
    DAY_FIELDS,
    TIE_COLUMNS,
    WORD_FIELDS,
    Where,
    actor_values,
    marks,
    read_actors,
    read_ties,
    tie_values,
    upsert,
)
from maillage.graph.stores.sqlite_schema import APPLICATION_ID, MIGRATIONS
from maillage.graph.truth.names import normalise
from maillage.graph.viewing import Viewing
from maillage.graph.vocabulary import BELONGING_KINDS, SOLE_TRADER, Status

Thing = TypeVar("Thing")

BUSY_SECONDS = 5.0
# Ties beyond which reading all actors at once is faster than each that is needed.
_MANY = 1_000


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
        self._path = path
        self._purpose = purpose
        self._local = threading.local()
        self._connections: list[sqlite3.Connection] = []
        self._guard = threading.Lock()

    # ------------------------------------------------------------------ opening, closing

    @property
    def url(self) -> str:
        return self._url

    def prepare(self) -> None:
        """Made if it is new, brought up to date if it is old; only read if it is neither."""
        with self._snapshot() as connection:
            if self._version(connection) == len(MIGRATIONS):
                return
        with _translated(self._path), self._transaction() as connection:
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
            raise StoreCorrupt("store_not_ours", path=self._path)
        if version > len(MIGRATIONS):
            raise StoreVersionError(
                "store_newer", path=self._path, found=version, known=len(MIGRATIONS)
            )
        return version

    def close(self) -> None:
        with self._guard:
            for connection in self._connections:
                connection.close()
            self._connections.clear()
            self._local = threading.local()

    # ------------------------------------------------------------------ reading

    def revision(self) -> int:
        return int(self._all("SELECT value FROM meta WHERE key = 'revision'")[0][0])

    def imports(self) -> tuple[Import, ...]:
        rows = self._all("SELECT payload FROM import")
        return oldest_imports(self._read(serial.IMPORT, payload) for (payload,) in rows)

    def records(self, ids: Iterable[str] | None = None) -> Iterator[Record]:
        if ids is None:
            for (payload,) in self._each("SELECT payload FROM record ORDER BY id"):
                yield self._read(serial.RECORD, payload)
            return
        for id_ in sorted(set(ids)):
            rows = self._all("SELECT payload FROM record WHERE id = ?", (id_,))
            yield from (self._read(serial.RECORD, payload) for (payload,) in rows)

    def records_of(self, import_id: str) -> Iterator[Record]:
        query = """SELECT payload FROM record WHERE import = (SELECT n FROM import WHERE id = ?)
                   ORDER BY id"""
        for (payload,) in self._all(query, (import_id,)):
            yield self._read(serial.RECORD, payload)

    def record_ids(self, import_id: str) -> frozenset[str]:
        query = "SELECT id FROM record WHERE import = (SELECT n FROM import WHERE id = ?)"
        return frozenset(id_ for (id_,) in self._all(query, (import_id,)))

    def judgements(self) -> tuple[Judgement, ...]:
        rows = self._all("SELECT payload FROM judgement")
        return oldest_judgements(self._read(serial.JUDGEMENT, payload) for (payload,) in rows)

    def waiting(self) -> tuple[Waiting, ...]:
        rows = self._all("SELECT payload FROM waiting ORDER BY n")
        return tuple(self._read(serial.WAITING, payload) for (payload,) in rows)

    def actor(self, id: str) -> Actor:
        found = self.known_actors((id,))
        if not found:
            raise NotFound("not_found", what="actor", id=id)
        return found[id]

    def known_actors(self, ids: Collection[str]) -> Mapping[str, Actor]:
        query = """SELECT payload FROM actor WHERE id = ?1
                   UNION ALL SELECT payload FROM actor
                   WHERE id = (SELECT actor FROM redirect WHERE alias = ?1) LIMIT 1"""
        return {
            id_: self._read(serial.ACTOR, payload)
            for id_ in ids
            for (payload,) in self._all(query, (id_,))
        }

    def actors_named(self, names: Collection[str]) -> tuple[str, ...]:
        query = """SELECT id FROM actor WHERE n IN (SELECT actor FROM name WHERE folded = ?)"""
        return tuple(sorted({id_ for name in names for (id_,) in self._all(query, (name,))}))

    def tie(self, id: str) -> Tie:
        found = self.known_ties((id,))
        if not found:
            raise NotFound("not_found", what="tie", id=id)
        return found[id]

    def known_ties(self, ids: Collection[str]) -> Mapping[str, Tie]:
        return {
            id_: self._read(serial.TIE, payload)
            for id_ in ids
            for (payload,) in self._all("SELECT payload FROM tie WHERE id = ?", (id_,))
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
            said = "json_extract(CAST(attributes AS TEXT), '$.legal_category')"
            where.add(f"{said} IS NOT ?", SOLE_TRADER)
        if query.pole is not None:
            kinds = sorted(BELONGING_KINDS)
            where.add(
                f"""n IN (SELECT source FROM tie WHERE kind IN ({marks(kinds)}) AND status = ?
                    AND target = (SELECT n FROM actor WHERE id = ?))""",
                *kinds,
                Status.ACTIVE.value,
                self.actor(query.pole).id,
            )
        return self._page("actor", where, query, serial.ACTOR)

    def ties(self, query: TieQuery) -> Page[Tie]:
        where = Where()
        where.among("kind", query.kinds)
        where.among("status", query.statuses)
        where.among("standing", query.standings)
        if query.actor is not None:
            id_ = self.actor(query.actor).id
            here = "(SELECT n FROM actor WHERE id = ?)"
            where.add(f"(source = {here} OR target = {here})", id_, id_)
        return self._page("tie", where, query, serial.TIE)

    def columns(self) -> GraphColumns:
        with self._snapshot() as connection:
            actors = connection.execute(
                """SELECT n, id, name, kind, sector, legal_sector, named, collective, attributes
                   FROM actor ORDER BY id"""
            ).fetchall()
            ties = connection.execute(
                f"""SELECT id, source, target, {", ".join((*WORD_FIELDS, *DAY_FIELDS))}, share
                    FROM tie ORDER BY id"""
            ).fetchall()
        numbers = {row[0]: position for position, row in enumerate(actors)}
        try:
            return GraphColumns(read_actors(actors), read_ties(ties, numbers))
        except (KeyError, ValidationError) as error:
            raise _unreadable(error, self._path) from error

    def fingerprints(self) -> Fingerprints:
        with self._snapshot() as connection:
            return Fingerprints(
                dict(connection.execute("SELECT id, fingerprint FROM actor")),
                dict(connection.execute("SELECT id, fingerprint FROM tie")),
                dict(connection.execute("SELECT alias, actor FROM redirect")),
            )

    # ------------------------------------------------------------------ writing

    def commit(self, change: Change, *, expected: int) -> int:
        with _translated(self._path), self._transaction() as connection:
            found = connection.execute("SELECT value FROM meta WHERE key = 'revision'").fetchone()
            if found[0] != expected:
                raise StoreConflict("store_conflict")
            _put_evidence(connection, change)
            _put_graph(connection, change)
            connection.execute("UPDATE meta SET value = ? WHERE key = 'revision'", (expected + 1,))
        return expected + 1

    # ------------------------------------------------------------------ papers

    def papers(self, shelf: Shelf) -> Mapping[str, str]:
        return dict(self._all("SELECT id, text FROM paper WHERE shelf = ? ORDER BY id", (shelf,)))

    def put_paper(self, shelf: Shelf, id: str, text: str) -> None:
        with _translated(self._path), self._transaction() as connection:
            connection.execute("INSERT OR REPLACE INTO paper VALUES (?, ?, ?)", (shelf, id, text))

    def drop_paper(self, shelf: Shelf, id: str) -> None:
        with _translated(self._path), self._transaction() as connection:
            connection.execute("DELETE FROM paper WHERE shelf = ? AND id = ?", (shelf, id))

    # ------------------------------------------------------------------ connections

    def _read(self, adapter: TypeAdapter[Thing], payload: bytes) -> Thing:
        try:
            return adapter.validate_json(payload)
        except (ValidationError, UnknownName) as error:
            raise _unreadable(error, self._path) from error

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
            return _connect(self._path)
        except sqlite3.OperationalError:
            # Who reads from a folder where nothing may be written has no journal beside the file:
            # nobody else writes there either, unless a journal says otherwise.
            journal = self._path.with_name(f"{self._path.name}-wal")
            if self._purpose == "write" or (journal.exists() and journal.stat().st_size):
                raise
            return _connect(self._path, "?immutable=1")

    @contextmanager
    def _transaction(self) -> Iterator[sqlite3.Connection]:
        """All or nothing, and nobody else writes meanwhile."""
        connection = self._connection()
        connection.execute("BEGIN IMMEDIATE")
        try:
            yield connection
            connection.execute("COMMIT")
        except BaseException:
            # A full disk may already have rolled back: the error that matters is the first one.
            with suppress(sqlite3.Error):
                connection.execute("ROLLBACK")
            raise

    @contextmanager
    def _snapshot(self) -> Iterator[sqlite3.Connection]:
        """Several reads of one revision."""
        with _translated(self._path):
            connection = self._connection()
            connection.execute("BEGIN")
            try:
                yield connection
            finally:
                connection.execute("COMMIT")

    def _all(self, query: str, values: Sequence[str] = ()) -> list[tuple[Any, ...]]:
        with _translated(self._path):
            return self._connection().execute(query, values).fetchall()

    def _each(self, query: str) -> Iterator[tuple[Any, ...]]:
        with _translated(self._path), closing(self._connection().cursor()) as cursor:
            yield from cursor.execute(query)

    def _page(
        self,
        table: Literal["actor", "tie"],
        where: Where,
        window: ActorQuery | TieQuery,
        adapter: TypeAdapter[Thing],
    ) -> Page[Thing]:
        with self._snapshot() as connection:
            total = connection.execute(
                f"SELECT count(*) FROM {table} WHERE {where.text}", where.values
            ).fetchone()[0]
            rows = connection.execute(
                f"""SELECT id, payload FROM {table} WHERE {where.text} AND id > ?
                    ORDER BY id LIMIT ?""",
                (*where.values, window.after, window.limit + 1),
            ).fetchall()
        shown = rows[: window.limit]
        return Page(
            tuple(self._read(adapter, payload) for _, payload in shown),
            shown[-1][0] if len(rows) > len(shown) else None,
            total,
        )


# ---------------------------------------------------------------------- writing


def _put_evidence(connection: sqlite3.Connection, change: Change) -> None:
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


def _put_graph(connection: sqlite3.Connection, change: Change) -> None:
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


def _connect(path: Path, options: str = "") -> sqlite3.Connection:
    connection = sqlite3.connect(
        f"file:{quote(str(path))}{options}",
        timeout=BUSY_SECONDS,
        isolation_level=None,
        check_same_thread=False,
        uri=True,
    )
    try:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA cache_size = -131072")
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


def _unreadable(error: KeyError | ValidationError | UnknownName, path: Path) -> StoreError:
    """A word that this version does not know came from a newer one, or by another hand."""
    if isinstance(error, ValidationError):
        first = error.errors()[0]
        if first["type"] in ("literal_error", "enum"):
            return StoreVersionError("store_words", path=path, word=first["input"])
        return StoreCorrupt("store_corrupt", path=path, detail=first["msg"])
    word = error.values["name"] if isinstance(error, UnknownName) else error.args[0]
    return StoreVersionError("store_words", path=path, word=word)


@contextmanager
def _translated(path: Path) -> Iterator[None]:
    try:
        yield
    except sqlite3.Error as error:
        raise translate(error, path) from error
