"""Writing to Neo4j: all of a change or none of it, whatever interrupts it.

Up to `Limits.rows_at_once` rows, a change is one transaction. A larger one would not fit in the
server's memory, and is *staged*, then goes *live*:

    staging    every batch is kept apart, packed, as a :Staged node; readers see nothing of it
    applying   from here on it will be done: batches are written one by one, readers must wait
    sweeping   the revision has grown; the staged batches are deleted, readers see the new state

:Meta names the import that is loading, its phase and when it last moved. Whoever meets a load
that has not moved for `lease_seconds` takes it over: sweeps what was staged if it had not begun
to apply, finishes it if it had. The store is then exactly as before, or exactly as after.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from itertools import chain, islice
from typing import Any, Literal, Protocol, TypeVar
from uuid import uuid4

from maillage.graph.errors import (
    StoreConflict,
    StoreCorrupt,
    StoreError,
    StoreUnavailable,
    StoreVersionError,
)
from maillage.graph.port import Change
from maillage.graph.stores import neo4j_cypher as cypher
from maillage.graph.stores.neo4j_parts import Part, parts_of

Thing = TypeVar("Thing")
Phase = Literal["staging", "applying", "sweeping"]
# Told after each batch of a large change that the server has confirmed.
Progress = Callable[[Phase, int], None]


class Run(Protocol):
    """Runs one statement within a transaction."""

    def __call__(self, statement: str, /, **parameters: object) -> list[tuple[Any, ...]]: ...


class Link(Protocol):
    """A connection to one database; work given to it may run more than once."""

    @property
    def path(self) -> str: ...

    def read(self, work: Callable[[Run], Thing]) -> Thing: ...

    def write(self, work: Callable[[Run], Thing]) -> Thing: ...

    def close(self) -> None: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """How much at a time. See docs/neo4j.md for how the first one was measured."""

    rows_at_once: int = 20_000
    rows_in_a_batch: int = 10_000
    lease_seconds: int = 60
    # Values in one list when the whole graph is read.
    chunk: int = 10_000


@dataclass(frozen=True, slots=True)
class State:
    """What :Meta says."""

    revision: int = 0
    format: int | None = None
    loading: str | None = None
    token: str | None = None
    phase: Phase | None = None
    parts: int = 0
    stale: bool = False


def silent(phase: Phase, done: int) -> None:
    """Nobody listens."""


class Loader:
    """The writing half of the adapter."""

    def __init__(self, link: Link, limits: Limits, progress: Progress = silent) -> None:
        self._link = link
        self._limits = limits
        self._progress = progress

    def state(self, run: Run) -> State:
        rows = run(cypher.STATE, lease=self._limits.lease_seconds)
        return State(*rows[0]) if rows else State()

    def check(self) -> None:
        """Whether this database is ours to use; a load left half done is finished or swept."""
        state = self._link.read(self.state)
        if state.format is None and self._link.read(lambda run: run(cypher.FOREIGN)[0][0]):
            raise StoreCorrupt("store_not_ours", path=self._link.path)
        if state.format is not None and state.format > cypher.FORMAT:
            raise StoreVersionError(
                "store_newer", path=self._link.path, found=state.format, known=cypher.FORMAT
            )
        self.recover(state)

    def commit(self, change: Change, expected: int) -> int:
        state = self._link.read(self.state)
        self.recover(state)
        if state.format is None:
            self._prepare()
        parts = parts_of(change, self._limits.rows_in_a_batch)
        few, more = _first(parts, self._limits.rows_at_once)
        if more:
            self._load(change, chain(few, more), expected)
        else:
            self._link.write(lambda run: self._at_once(run, few, expected))
        return expected + 1

    def recover(self, state: State) -> None:
        """Take over a load that no longer moves, if there is one."""
        if not state.stale:
            return
        token = uuid4().hex
        found = self._link.write(lambda run: self._take_over(run, token))
        if found and found.phase == "applying":
            self._apply(token, found.parts, first=False)
        elif found:
            self._sweep(token)

    # ------------------------------------------------------------------ small changes

    def _prepare(self) -> None:
        def schema(run: Run) -> None:
            for statement in cypher.SCHEMA:
                run(statement)

        self._link.write(schema)
        self._link.write(lambda run: run(cypher.CREATE_META))

    def _at_once(self, run: Run, parts: Sequence[Part], expected: int) -> None:
        self._lock(run, expected)
        for part in parts:
            _write(run, part, first=expected == 0)
        run(cypher.SAVE, revision=expected + 1)

    def _lock(self, run: Run, expected: int) -> None:
        """From here to the end of the transaction nobody else writes."""
        state = State(*run(cypher.LOCK, lease=self._limits.lease_seconds)[0])
        if state.loading is not None:
            raise busy(self._link.path, state)
        if state.revision != expected:
            raise StoreConflict("store_conflict")

    # ------------------------------------------------------------------ large changes

    def _load(self, change: Change, parts: Iterator[Part], expected: int) -> None:
        token, name = uuid4().hex, _name(change)
        self._link.write(lambda run: self._begin(run, expected, name, token))
        try:
            count = self._stage(token, parts)
            self._check_ends(change)
            self._in_turn(token, lambda run: run(cypher.GO_LIVE, parts=count))
        except BaseException:
            with suppress(StoreError):  # the first error matters; a sweep may come later
                self._sweep(token)
            raise
        self._apply(token, count, first=expected == 0)

    def _begin(self, run: Run, expected: int, name: str, token: str) -> None:
        self._lock(run, expected)
        run(cypher.BEGIN_LOAD, name=name, token=token)

    def _stage(self, token: str, parts: Iterable[Part]) -> int:
        count = 0
        for part in parts:
            self._in_turn(token, _staging(count, part))
            count += 1
            self._progress("staging", count)
        return count

    def _check_ends(self, change: Change) -> None:
        """What goes live is done, so it must be possible: no tie may lack one of its actors."""
        ends = {end for tie in change.ties.values() for end in (tie.source, tie.target)}
        gone = set(change.dropped_actors)
        unknown = ends - change.actors.keys()
        missing = (ends & gone) | (unknown - self._ask(cypher.KNOWN_ACTORS, unknown))
        orphans = self._ask(cypher.TIES_OF, gone) - set(change.dropped_ties)
        if missing or orphans:
            raise StoreCorrupt("store_incoherent")

    def _ask(self, question: str, ids: Iterable[str]) -> set[str]:
        answers: set[str] = set()
        pending = iter(ids)
        while part := list(islice(pending, self._limits.rows_in_a_batch)):
            answers.update(self._link.read(_asking(question, part)))
        return answers

    def _apply(self, token: str, parts: int, *, first: bool) -> None:
        for number in range(parts):
            self._in_turn(token, _applying(number, first=first))
            self._progress("applying", number + 1)
        self._in_turn(token, lambda run: run(cypher.FINISH_LOAD))
        self._sweep(token)

    def _sweep(self, token: str) -> None:
        swept, few = 0, 20  # a batch is large
        while self._in_turn(token, lambda run: run(cypher.SWEEP, limit=few)[0][0]):
            swept += few
            self._progress("sweeping", swept)
        self._in_turn(token, lambda run: run(cypher.END_LOAD))

    def _in_turn(self, token: str, work: Callable[[Run], Thing]) -> Thing:
        """Only while the load is ours."""

        def fenced(run: Run) -> Thing:
            if not run(cypher.FENCE, token=token):
                raise StoreUnavailable("neo4j_taken_over", path=self._link.path)
            return work(run)

        return self._link.write(fenced)

    def _take_over(self, run: Run, token: str) -> State | None:
        found = State(*run(cypher.LOCK, lease=self._limits.lease_seconds)[0])
        if not found.stale:
            return None
        run(cypher.TAKE_OVER, token=token)
        return found


def busy(path: str, state: State) -> StoreUnavailable:
    return StoreUnavailable("store_loading", path=path, import_id=state.loading)


def _asking(question: str, ids: Sequence[str]) -> Callable[[Run], Sequence[str]]:
    return lambda run: run(question, ids=ids)[0][0]


def _staging(number: int, part: Part) -> Callable[[Run], object]:
    packed = part.packed()
    return lambda run: run(cypher.STAGE, part=number, statement=part.statement, rows=packed)


def _applying(number: int, *, first: bool) -> Callable[[Run], None]:
    def apply(run: Run) -> None:
        ((statement, packed),) = run(cypher.STAGED, part=number)
        _write(run, Part.unpacked(statement, packed), first=first)

    return apply


def _write(run: Run, part: Part, *, first: bool) -> None:
    statements = (cypher.FIRST_WRITES if first else cypher.WRITES)[part.statement]
    for statement in statements:
        answer = run(statement, rows=part.rows)
    if answer and answer[0][0] != len(part.rows):
        # Neo4j would silently leave out a tie whose end it does not find.
        raise StoreCorrupt("store_incoherent")


def _first(parts: Iterator[Part], rows: int) -> tuple[list[Part], Iterator[Part] | None]:
    """The parts, if they hold no more rows than that in all; else some of them, and the rest."""
    taken: list[Part] = []
    for part in parts:
        taken.append(part)
        rows -= len(part.rows)
        if rows < 0:
            return taken, parts
    return taken, None


def _name(change: Change) -> str:
    """What a load is called while it lasts: its import."""
    return next((item.id for item in change.imports), "?")
