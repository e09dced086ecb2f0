"""What the halves of the Neo4j adapter share: a connection, its limits, the state of the store."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Literal, Protocol, TypeVar

from maillage.graph.errors import StoreUnavailable
from maillage.graph.stores import neo4j_cypher as cypher

Thing = TypeVar("Thing")
Phase = Literal["writing", "undoing", "sweeping"]
# Told of each batch of a large change that the server has confirmed; not always in one thread.
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
    """How much at a time; docs/cypher.md says how the first was measured."""

    rows_at_once: int = 10_000
    rows_in_a_batch: int = 5_000
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
    stale: bool = False

    @property
    def half_written(self) -> bool:
        """Neither the revision before nor the one after."""
        return self.phase == "writing"


def silent(phase: Phase, done: int) -> None:
    """Nobody listens."""


def state_of(run: Run, limits: Limits) -> State:
    rows = run(cypher.STATE, lease=limits.lease_seconds)
    return State(*rows[0]) if rows else State()


def locked_state(run: Run, limits: Limits) -> State:
    """From here to the end of the transaction nobody else writes."""
    return State(*run(cypher.LOCK, lease=limits.lease_seconds)[0])


def busy(path: str, state: State) -> StoreUnavailable:
    return StoreUnavailable("store_loading", path=path, import_id=state.loading)
