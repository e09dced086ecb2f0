"""Changes larger than one transaction of Neo4j: never half done for whoever comes after.

The first load of a store *fills* it batch by batch; cut short, it is wiped, and the store is empty
as before. Any later one is *staged*, then goes live:

    staging    every batch is kept apart, packed, as a :Staged node; readers see nothing of it
    applying   from here on it will be done: batches are written one by one, readers must wait
    sweeping   the revision has grown; the staged batches are deleted, readers see the new state

:Meta names the import that is loading, its phase and when it last moved. Whoever meets a load
that has not moved for `Limits.lease_seconds` takes it over: finishes one that had begun to apply,
undoes any other. The store is then exactly as before, or exactly as after. Only the holder of the
token in :Meta goes on: a load that was taken over stops at its next batch.

While the server writes one batch, the next one is being made.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from itertools import islice
from typing import TypeVar
from uuid import uuid4

from maillage.graph.errors import StoreCorrupt, StoreError, StoreUnavailable
from maillage.graph.port import Change
from maillage.graph.stores import neo4j_cypher as cypher
from maillage.graph.stores.neo4j_link import (
    Limits,
    Link,
    Progress,
    Run,
    State,
    locked_state,
)
from maillage.graph.stores.neo4j_parts import Part

Thing = TypeVar("Thing")
Numbered = tuple[int, Part]
PARTS_SWEPT = 20  # at once: a staged batch is a large value
ROWS_WIPED = 1_000


class LargeChanges:
    """Each public method but `token` leaves the store as before or as after, or is taken over."""

    def __init__(self, link: Link, limits: Limits, progress: Progress) -> None:
        self._link = link
        self._limits = limits
        self._progress = progress

    @staticmethod
    def token() -> str:
        return uuid4().hex

    def fill(self, token: str, parts: Iterable[Part]) -> None:
        """The first load of a store, which the caller has begun."""

        def write(item: Numbered) -> None:
            number, part = item
            self._in_turn(token, lambda run: write_part(run, part, first=True))
            self._progress("filling", number)

        try:
            _one_ahead(enumerate(parts, 1), write)
        except BaseException:
            with suppress(StoreError):  # the first error matters; whoever comes next wipes
                self._wipe(token)
            raise
        self._in_turn(token, lambda run: (run(cypher.FINISH_FILLING), run(cypher.END_LOAD)))

    def stage_and_apply(self, token: str, change: Change, parts: Iterable[Part]) -> None:
        """A load into a store that holds something, which the caller has begun."""
        try:
            count = self._stage(token, parts)
            self._check_ends(change)
            self._in_turn(token, lambda run: run(cypher.GO_LIVE, parts=count))
        except BaseException:
            with suppress(StoreError):
                self._sweep(token)
            raise
        self._apply(token, count)

    def take_over(self) -> None:
        """Finish or undo a load that no longer moves; nothing if somebody else just has."""
        token = self.token()
        found = self._link.write(lambda run: self._claim(run, token))
        if found is None:
            return
        if found.phase == "applying":
            self._apply(token, found.parts)
        elif found.phase == "filling":
            self._wipe(token)
        else:
            self._sweep(token)

    # ------------------------------------------------------------------ steps

    def _stage(self, token: str, parts: Iterable[Part]) -> int:
        count = 0

        def stage(item: tuple[int, str, bytes]) -> None:
            nonlocal count
            number, statement, rows = item
            staged = {"part": number, "statement": statement, "rows": rows}
            self._in_turn(token, lambda run: run(cypher.STAGE, **staged))
            count = number + 1
            self._progress("staging", count)

        _one_ahead(((n, part.statement, part.packed()) for n, part in enumerate(parts)), stage)
        return count

    def _apply(self, token: str, count: int) -> None:
        def write(item: Numbered) -> None:
            number, part = item
            self._in_turn(token, lambda run: write_part(run, part, first=False))
            self._progress("applying", number)

        _one_ahead(((n + 1, self._staged(n)) for n in range(count)), write)
        self._in_turn(token, lambda run: run(cypher.FINISH_LOAD))
        self._sweep(token)

    def _staged(self, number: int) -> Part:
        rows = self._link.read(lambda run: run(cypher.STAGED, part=number))
        if not rows:
            raise self._taken_over()
        return Part.unpacked(*rows[0])

    def _sweep(self, token: str) -> None:
        self._delete(token, cypher.SWEEP, PARTS_SWEPT)
        self._in_turn(token, lambda run: run(cypher.END_LOAD))

    def _wipe(self, token: str) -> None:
        for statement in cypher.WIPE:
            self._delete(token, statement, ROWS_WIPED)
        self._in_turn(token, lambda run: run(cypher.END_LOAD))

    def _delete(self, token: str, statement: str, limit: int) -> None:
        deleted = 0
        while self._in_turn(token, lambda run: run(statement, limit=limit)[0][0]):
            deleted += limit
            self._progress("sweeping", deleted)

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

    # ------------------------------------------------------------------ whose turn it is

    def _claim(self, run: Run, token: str) -> State | None:
        found = locked_state(run, self._limits)
        if not found.stale:
            return None
        run(cypher.TAKE_OVER, token=token)
        return found

    def _in_turn(self, token: str, work: Callable[[Run], Thing]) -> Thing:
        def fenced(run: Run) -> Thing:
            if not run(cypher.FENCE, token=token):
                raise self._taken_over()
            return work(run)

        return self._link.write(fenced)

    def _taken_over(self) -> StoreUnavailable:
        return StoreUnavailable("neo4j_taken_over", path=self._link.path)


def write_part(run: Run, part: Part, *, first: bool) -> None:
    """`first`: on a store that holds nothing, where nothing need be looked for."""
    statements = (cypher.FIRST_WRITES if first else cypher.WRITES)[part.statement]
    for statement in statements:
        answer = run(statement, rows=part.rows)
    if answer and answer[0][0] != len(part.rows):
        # Neo4j would silently leave out a tie whose end it does not find.
        raise StoreCorrupt("store_incoherent")


def _one_ahead(items: Iterable[Thing], act: Callable[[Thing], None]) -> None:
    """Act on each in turn, while the next one is being made."""
    with ThreadPoolExecutor(1) as background:
        pending: Future[None] | None = None
        for item in items:
            if pending:
                pending.result()
            pending = background.submit(act, item)
        if pending:
            pending.result()


def _asking(question: str, ids: Sequence[str]) -> Callable[[Run], Sequence[str]]:
    return lambda run: run(question, ids=ids)[0][0]
