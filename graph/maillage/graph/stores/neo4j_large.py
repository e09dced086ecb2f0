"""Changes larger than one transaction of Neo4j: never half done for whoever comes after.

    writing    batch by batch, each with what it replaces, kept as a :Before node in the same
               transaction; readers must wait
    sweeping   the revision has grown, readers see the new state; the :Before nodes are deleted

Cut short while it writes, a load is undone, the last batch first: the store is exactly as before.
:Meta names the import that is loading, its phase and when it last moved. Whoever meets a load
that has not moved for `Limits.lease_seconds` takes it over, and undoes or sweeps it. Only the
holder of the token in :Meta goes on: a load that was taken over stops at its next batch.

A batch of records and one of anything else are written at once, while the next ones are being made.
Each asks last whether the load is still its own: whoever asks holds :Meta until it is committed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from itertools import count
from threading import Event
from typing import TypeVar
from uuid import uuid4

from maillage.graph.errors import StoreError, StoreUnavailable
from maillage.graph.stores import neo4j_cypher as cypher
from maillage.graph.stores.neo4j_batches import undo_last, write_part
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
BATCHES_SWEPT = 20  # at once: what a batch was before is a large value


class LargeChanges:
    """Each public method but `token` leaves the store as before or as after, or is taken over."""

    def __init__(self, link: Link, limits: Limits, progress: Progress) -> None:
        self._link = link
        self._limits = limits
        self._progress = progress

    @staticmethod
    def token() -> str:
        return uuid4().hex

    def write(self, token: str, records: Iterable[Part], others: Iterable[Part]) -> None:
        """A load, which the caller has begun."""
        try:
            self._write_both(token, records, others)
        except BaseException:
            with suppress(StoreError):  # the first error matters; whoever comes next undoes
                self._undo(self._alone(token))
            raise
        # Not undone if it fails: nobody knows then whether the server has done it.
        self._in_turn(token, lambda run: run(cypher.FINISH_LOAD))
        self._sweep(token)

    def take_over(self) -> None:
        """Undo or finish a load that no longer moves; nothing if somebody else just has."""
        token = self.token()
        found = self._link.write(lambda run: self._claim(run, token))
        if found is None:
            return
        if found.half_written:
            self._undo(token)
        else:
            self._sweep(token)

    # ------------------------------------------------------------------ steps

    def _write_both(self, token: str, records: Iterable[Part], others: Iterable[Part]) -> None:
        """Records touch nothing else: they are written beside the rest, which is written in order,
        for two batches of ties would wait for the actors that both have. Whichever fails ends the
        other, and all is undone."""
        numbers, done, over = count(1), count(1), Event()

        def write(part: Part) -> None:
            if over.is_set():
                raise _Over
            number = next(numbers)
            self._link.write(lambda run: self._write_part(run, part, number, token))
            self._progress("writing", next(done))

        def tell(ended: Future[None]) -> None:
            if ended.exception():
                over.set()

        with ThreadPoolExecutor(1) as aside:
            beside = aside.submit(_one_ahead, others, write)
            beside.add_done_callback(tell)
            try:
                with suppress(_Over):  # told by who ended it
                    _one_ahead(records, write)
                beside.result()
            finally:
                over.set()

    def _write_part(self, run: Run, part: Part, number: int, token: str) -> None:
        write_part(run, part, number=number)
        self._fence(run, token)

    def _undo(self, token: str) -> None:
        undone = 0
        while self._in_turn(token, undo_last):
            undone += 1
            self._progress("undoing", undone)
        self._in_turn(token, lambda run: run(cypher.END_LOAD))

    def _sweep(self, token: str) -> None:
        swept = 0
        while self._in_turn(token, lambda run: run(cypher.SWEEP, limit=BATCHES_SWEPT)[0][0]):
            swept += BATCHES_SWEPT
            self._progress("sweeping", swept)
        self._in_turn(token, lambda run: run(cypher.END_LOAD))

    # ------------------------------------------------------------------ whose turn it is

    def _claim(self, run: Run, token: str) -> State | None:
        found = locked_state(run, self._limits)
        if not found.stale:
            return None
        run(cypher.TAKE_OVER, token=token)
        return found

    def _alone(self, token: str) -> str:
        """Another token: from here on no batch that is still being written is committed."""
        mine = self.token()
        self._in_turn(token, lambda run: run(cypher.TAKE_OVER, token=mine))
        return mine

    def _in_turn(self, token: str, work: Callable[[Run], Thing]) -> Thing:
        def fenced(run: Run) -> Thing:
            self._fence(run, token)
            return work(run)

        return self._link.write(fenced)

    def _fence(self, run: Run, token: str) -> None:
        if not run(cypher.FENCE, token=token):
            raise StoreUnavailable("neo4j_taken_over", path=self._link.path)


class _Over(Exception):
    """What is written beside has failed."""


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
