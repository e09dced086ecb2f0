"""Writing to Neo4j: all of a change or none of it, whatever interrupts it.

Up to `Limits.rows_at_once` rows, a change is one transaction. A larger one would not fit in the
server's memory: see `neo4j_large`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from contextlib import suppress
from itertools import chain

from maillage.graph.errors import StoreConflict, StoreCorrupt, StoreVersionError
from maillage.graph.port import Change
from maillage.graph.stores import neo4j_cypher as cypher
from maillage.graph.stores.neo4j_batches import write_part
from maillage.graph.stores.neo4j_columns import received
from maillage.graph.stores.neo4j_large import LargeChanges
from maillage.graph.stores.neo4j_link import (
    Limits,
    Link,
    Progress,
    Run,
    State,
    busy,
    locked_state,
    state_of,
)
from maillage.graph.stores.neo4j_parts import Part, other_parts, record_parts
from maillage.graph.stores.neo4j_rows import actor_of


class Loader:
    """The writing half of the adapter."""

    def __init__(self, link: Link, limits: Limits, progress: Progress) -> None:
        self._link = link
        self._limits = limits
        self._large = LargeChanges(link, limits, progress)

    def check(self) -> None:
        """Whether this database is ours to use; a load left half done is finished or undone."""
        state = self._state()
        if state.format is None and self._link.read(lambda run: run(cypher.FOREIGN)[0][0]):
            raise StoreCorrupt("store_not_ours", path=self._link.path)
        if state.format is not None and state.format > cypher.FORMAT:
            raise StoreVersionError(
                "store_newer", path=self._link.path, found=state.format, known=cypher.FORMAT
            )
        self.recover(state)
        while state.format is not None and state.format < cypher.FORMAT:
            with suppress(StoreConflict):  # somebody else does it, or writes
                self._renew(state)
            state = self._state()

    def commit(self, change: Change, expected: int) -> int:
        state = self._state()
        self.recover(state)
        self._prepare(state)
        size = self._limits.rows_in_a_batch
        records, others = record_parts(change, size), other_parts(change, size)
        few, whole = _first(chain(records, others), self._limits.rows_at_once)
        if whole:
            self._link.write(lambda run: self._at_once(run, few, expected))
            return expected + 1
        token = self._begin(change, expected)
        told = [part for part in few if part.what == "record"]
        rest = [part for part in few if part.what != "record"]
        self._large.write(token, chain(told, records), chain(rest, others))
        return expected + 1

    def recover(self, state: State) -> None:
        """Take over a load that no longer moves, if there is one."""
        if state.stale:
            self._large.take_over()

    def prepare(self) -> None:
        """The constraints and our one :Meta node, unless they are there."""
        self._prepare(self._state())

    def _state(self) -> State:
        return self._link.read(lambda run: state_of(run, self._limits))

    def _prepare(self, state: State) -> None:
        if state.format is not None:
            return

        def schema(run: Run) -> None:
            for statement in cypher.SCHEMA:
                run(statement)

        self._link.write(schema)
        self._link.write(lambda run: run(cypher.CREATE_META))

    def _renew(self, state: State) -> None:
        """Write as it is now what an older Maillage wrote: format 1 had the records of an actor in
        its payload, and no line. What format 2 had of a tie is read as it is."""
        actors = {}
        if state.format == 1:
            found = self._link.read(lambda run: run(cypher.EVERY_ACTOR, chunk=self._limits.chunk))
            actors = {id_: actor_of(said, records) for id_, said, records in received(found)}
        self.commit(Change(actors=actors), state.revision)

    def _at_once(self, run: Run, parts: Sequence[Part], expected: int) -> None:
        self._lock(run, expected)
        for part in parts:
            write_part(run, part)
        run(cypher.SAVE, revision=expected + 1)

    def _begin(self, change: Change, expected: int) -> str:
        """The token of a large load, which nobody else may disturb from here on."""
        token = self._large.token()
        name = next((item.id for item in change.imports), "?")

        def begin(run: Run) -> None:
            self._lock(run, expected)
            if expected == 0 and run(cypher.FOREIGN)[0][0]:
                raise StoreCorrupt("store_not_ours", path=self._link.path)
            run(cypher.BEGIN_LOAD, name=name, token=token)

        self._link.write(begin)
        return token

    def _lock(self, run: Run, expected: int) -> None:
        state = locked_state(run, self._limits)
        if state.loading is not None:
            raise busy(self._link.path, state)
        if state.revision != expected:
            raise StoreConflict("store_conflict")


def _first(parts: Iterable[Part], rows: int) -> tuple[list[Part], bool]:
    """The first parts, up to that many rows and a part more; whether they are all there is."""
    taken: list[Part] = []
    for part in parts:
        taken.append(part)
        rows -= len(part.ids)
        if rows < 0:
            return taken, False
    return taken, True
