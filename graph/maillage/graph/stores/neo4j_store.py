"""The reading half of the Neo4j adapter, and the store that holds both."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from typing import Any, TypeVar

from pydantic import TypeAdapter

from maillage.graph import serial
from maillage.graph.arrays import GraphColumns
from maillage.graph.bulk import uncollected
from maillage.graph.dates import DateSpan
from maillage.graph.errors import StoreUnavailable
from maillage.graph.folding import normalise
from maillage.graph.model import Actor, Import, Judgement, Record, Tie, Waiting
from maillage.graph.papers import Shelf
from maillage.graph.port import ActorQuery, Change, Fingerprints, Page, TieQuery
from maillage.graph.stores import neo4j_cypher as cypher
from maillage.graph.stores.alike import (
    found_under,
    oldest_imports,
    oldest_judgements,
    page_of,
)
from maillage.graph.stores.neo4j_columns import received
from maillage.graph.stores.neo4j_lines import (
    SECTORS,
    TieLines,
    TieWithoutActor,
    actor_columns,
    tie_payload,
)
from maillage.graph.stores.neo4j_link import Limits, Link, Progress, Run, State, busy, state_of
from maillage.graph.stores.neo4j_load import Loader
from maillage.graph.stores.neo4j_rows import actor_of, tie_of
from maillage.graph.viewing import Viewing
from maillage.graph.vocabulary import SOLE_TRADER, TIE_KINDS

Thing = TypeVar("Thing")

READS = 5  # how often a reading is begun again because somebody wrote meanwhile


class Neo4jStore(Viewing):
    """`maillage.graph.port.Store` on one database. Safe to share between threads."""

    def __init__(self, url: str, link: Link, limits: Limits, progress: Progress) -> None:
        self._url = url
        self._link = link
        self._limits = limits
        self._loader = Loader(link, limits, progress)
        self._loader.check()

    @property
    def url(self) -> str:
        return self._url

    def close(self) -> None:
        self._link.close()

    def commit(self, change: Change, *, expected: int) -> int:
        return self._loader.commit(change, expected)

    # ------------------------------------------------------------------ evidence

    def revision(self) -> int:
        return self._consistently(lambda run: state_of(run, self._limits).revision)

    def imports(self) -> tuple[Import, ...]:
        return oldest_imports(self._all(cypher.IMPORTS, serial.IMPORT))

    def judgements(self) -> tuple[Judgement, ...]:
        return oldest_judgements(self._all(cypher.JUDGEMENTS, serial.JUDGEMENT))

    def waiting(self) -> tuple[Waiting, ...]:
        return tuple(self._all(cypher.WAITING, serial.WAITING))

    def records(self, ids: Iterable[str] | None = None) -> Iterator[Record]:
        payloads = self._every_record() if ids is None else self._these_records(ids)
        return map(serial.RECORD.validate_json, payloads)

    def records_of(self, import_id: str) -> Iterator[Record]:
        for _, payloads in self._chunks(cypher.RECORDS_OF_IMPORT, of=import_id):
            yield from map(serial.RECORD.validate_json, payloads)

    def record_ids(self, import_id: str) -> frozenset[str]:
        chunks = self._chunks(cypher.RECORD_IDS, of=import_id)
        return frozenset(id_ for (ids,) in chunks for id_ in ids)

    def _every_record(self) -> Iterator[str]:
        for _, payloads in self._chunks(cypher.RECORDS_AFTER):
            yield from payloads

    def _chunks(self, statement: str, **parameters: object) -> Iterator[tuple[list[str], ...]]:
        """Columns of ids and perhaps more, as many as one answer holds at a time."""
        after, limit = "", self._limits.chunk
        while True:
            chunk = self._rows(statement, after=after, limit=limit, **parameters)[0]
            yield chunk
            if len(chunk[0]) < limit:
                return
            after = chunk[0][-1]

    def _these_records(self, ids: Iterable[str]) -> Iterator[str]:
        yield from (payload for (payload,) in self._asked(cypher.RECORDS_OF, ids))

    def _asked(self, statement: str, ids: Iterable[str]) -> Iterator[tuple[Any, ...]]:
        """The rows that these ids give, as many as one question holds at a time."""
        wanted = sorted(set(ids))
        for first in range(0, len(wanted), self._limits.chunk):
            yield from self._rows(statement, ids=wanted[first : first + self._limits.chunk])

    # ------------------------------------------------------------------ actors and ties

    def actor(self, id: str) -> Actor:
        return found_under(id, self.known_actors((id,)), what="actor")

    def known_actors(self, ids: Collection[str]) -> Mapping[str, Actor]:
        rows = self._asked(cypher.KNOWN, ids)
        return {id_: actor_of(said, records) for id_, said, records in rows}

    def actors_named(self, names: Collection[str]) -> tuple[str, ...]:
        rows = self._rows(cypher.ACTORS_NAMED, names=list(names))
        return tuple(sorted(id_ for (id_,) in rows))

    def tie(self, id: str) -> Tie:
        return found_under(id, self.known_ties((id,)), what="tie")

    def known_ties(self, ids: Collection[str]) -> Mapping[str, Tie]:
        rows = self._asked(cypher.KNOWN_TIES, ids)
        return {id_: tie_of(told) for id_, told in rows}

    def actors(self, query: ActorQuery) -> Page[Actor]:
        filters: dict[str, object] = {
            "kinds": list(query.kinds) or None,
            "codings": _codings(query.sectors) if query.sectors else None,
            "q": None if query.q is None else normalise(query.q),
            "departement": query.departement,
            "not_of": None if query.persons else SOLE_TRADER,
            "at": _moment(query.at) if query.at else None,
        }
        pole = None if query.pole is None else self.actor(query.pole).id
        conditions = _given(filters, cypher.ACTOR_CONDITIONS)
        statements = cypher.actors_page(
            conditions, of_pole=pole is not None, dated=query.at is not None
        )
        return self._page(statements, {**filters, "pole": pole}, query, actor_of)

    def ties(self, query: TieQuery) -> Page[Tie]:
        kinds = [kind for kind in query.kinds or TIE_KINDS if kind in TIE_KINDS]
        filters: dict[str, object] = {
            "statuses": list(query.statuses) or None,
            "standings": list(query.standings) or None,
        }
        actor = None if query.actor is None else self.actor(query.actor).id
        if not kinds:
            return Page((), None, 0)
        conditions = _given(filters, cypher.TIE_CONDITIONS)
        statements = cypher.ties_page(kinds, conditions, of_actor=actor is not None)
        return self._page(statements, {**filters, "actor": actor}, query, tie_of)

    def _page(
        self,
        statements: tuple[str, str],
        values: Mapping[str, object],
        window: ActorQuery | TieQuery,
        read: Callable[..., Thing],
    ) -> Page[Thing]:
        def work(run: Run) -> tuple[int, list[tuple[Any, ...]]]:
            count, page = statements
            limits = {"after": window.after, "limit": window.limit + 1}
            return run(count, **values)[0][0], run(page, **values, **limits)

        total, rows = self._consistently(work)
        return page_of(rows, window, total, read)

    # ------------------------------------------------------------------ in bulk

    def columns(self) -> GraphColumns:
        def work(run: Run) -> GraphColumns:
            actors = actor_columns(_column(run(cypher.ACTOR_LINES, chunk=self._limits.chunk)))
            lines = TieLines({id_: number for number, id_ in enumerate(actors.ids)})
            for kind in _kinds_in_use(run):
                found = run(cypher.TIE_LINES[kind], chunk=self._limits.chunk)
                lines.take(kind, _column(found))
            return GraphColumns(actors, lines.columns())

        with uncollected():
            return self._consistently(work)

    def fingerprints(self) -> Fingerprints:
        chunk = self._limits.chunk

        def work(run: Run) -> Fingerprints:
            actors = {
                id_: serial.actor_digest(said.encode(), serial.grounds_of(records))
                for id_, said, records in received(run(cypher.EVERY_ACTOR, chunk=chunk))
            }
            ties = {
                id_: serial.digest_of(tie_payload(told))
                for kind in _kinds_in_use(run)
                for id_, told in received(run(cypher.EVERY_TIE[kind], chunk=chunk))
            }
            return Fingerprints(actors, ties, dict(run(cypher.REDIRECTS)))

        return self._consistently(work)

    # ------------------------------------------------------------------ papers

    def papers(self, shelf: Shelf) -> Mapping[str, str]:
        return dict(self._link.read(lambda run: run(cypher.PAPERS, shelf=shelf)))

    def put_paper(self, shelf: Shelf, id: str, text: str) -> None:
        self._loader.prepare()
        self._link.write(lambda run: run(cypher.PUT_PAPER, shelf=shelf, name=id, text=text))

    def drop_paper(self, shelf: Shelf, id: str) -> None:
        self._link.write(lambda run: run(cypher.DROP_PAPER, shelf=shelf, name=id))

    # ------------------------------------------------------------------ transactions

    def _all(self, statement: str, adapter: TypeAdapter[Thing]) -> list[Thing]:
        return [adapter.validate_json(payload) for (payload,) in self._rows(statement)]

    def _rows(self, statement: str, **parameters: object) -> list[tuple[Any, ...]]:
        return self._consistently(lambda run: run(statement, **parameters))

    def _consistently(self, work: Callable[[Run], Thing]) -> Thing:
        """Read one revision, though Neo4j shows a reader whatever is committed meanwhile."""
        for _ in range(READS):
            state, found = self._link.read(lambda run: self._watch(run, work))
            if found:
                return found[0]
            if state.half_written and not state.stale:
                raise busy(self._link.path, state)
            self._loader.recover(state)
        raise StoreUnavailable("store_locked", path=self._link.path)

    def _watch(self, run: Run, work: Callable[[Run], Thing]) -> tuple[State, list[Thing]]:
        """The result, unless the graph changed while it was read."""
        before = state_of(run, self._limits)
        if before.half_written:
            return before, []
        try:
            found = work(run)
        except TieWithoutActor:
            return before, []
        after = state_of(run, self._limits)
        unchanged = after.revision == before.revision and not after.half_written
        return after, [found] if unchanged else []


def _codings(sectors: Iterable[str]) -> list[str]:
    """The legal sectors and `ess` that make these sectors."""
    wanted = set(sectors)
    return [" ".join(coding) for coding, sector in SECTORS.items() if sector in wanted]


def _moment(at: DateSpan) -> dict[str, str | int]:
    first, last = at.earliest.isoformat(), at.latest.isoformat()
    return {"first": first, "last": last, "year": at.latest.year}


def _given(filters: Mapping[str, object], conditions: Mapping[str, str]) -> list[str]:
    return [text for name, text in conditions.items() if filters[name] is not None]


def _kinds_in_use(run: Run) -> list[str]:
    types = {type_ for (type_,) in run(cypher.TYPES_IN_USE)}
    return [kind for kind, type_ in cypher.TYPES.items() if type_ in types]


def _column(rows: Iterable[tuple[list[str]]]) -> Iterator[str]:
    for (values,) in rows:
        yield from values
