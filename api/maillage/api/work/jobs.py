"""Work that takes a while: queued, told how far it is, given up when asked or when it lasts too
long.

Files wait for files and questions for questions, in threads that do little more than wait: for
the store, or for the process that answers questions. What was asked and what became of it is kept
in the store, progress is not: a server that starts anew knows the jobs of the one before, and
fails those that it left behind.
"""

from __future__ import annotations

import logging
import secrets
import time
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import Future, ThreadPoolExecutor, wait
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from threading import Event, Lock
from typing import Any, Generic, Literal, TypeVar

from pydantic import BaseModel, ConfigDict, ValidationError

from maillage.api.work.faults import Fault
from maillage.graph.errors import MaillageError, NotFound, Refused, StoreError, TooCostly
from maillage.graph.papers import Shelf
from maillage.graph.port import Store

T = TypeVar("T")
JobState = Literal["queued", "running", "done", "failed", "cancelled"]
JobKind = Literal["import", "question"]

# How many of each are worked at together: the other process answers one question after another.
AT_ONCE: Mapping[JobKind, int] = {"import": 2, "question": 1}
MOST_WAITING = 50
MOST_KEPT = 100
LONGEST_SECONDS = 3600.0
ENDED: frozenset[JobState] = frozenset({"done", "failed", "cancelled"})

log = logging.getLogger("maillage.api")


class GivenUp(Exception):
    """Raised within the work, at its next step, once somebody has cancelled it."""


class JobPaper(BaseModel):
    """What is kept of a job. `where`: the address of what came of it, once it is done."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: str
    kind: JobKind
    owner: str
    state: JobState
    asked_at: datetime
    done: int = 0
    lasted: int = 0
    where: str = ""
    fault: Fault | None = None


@dataclass(eq=False)
class Job(Generic[T]):
    id: str
    kind: JobKind = "question"
    owner: str = ""
    where: str = ""
    asked_at: datetime = field(default_factory=lambda: datetime.now(UTC))
    seconds: float = LONGEST_SECONDS
    state: JobState = "queued"
    done: int = 0
    total: int | None = None
    result: T | None = None
    fault: Fault | None = None
    ended: Future[None] = field(default_factory=Future)
    turn: Future[None] | None = None
    _stop: Event = field(default_factory=Event)
    _because: Fault | None = None
    _began: float | None = None
    _lasted: int = 0

    @classmethod
    def of(cls, paper: JobPaper) -> Job[T]:
        """As it was left; nothing of it runs."""
        said = paper.model_dump(exclude={"fault", "lasted"})
        job: Job[T] = cls(**said, fault=paper.fault, _lasted=paper.lasted)
        job.ended.set_result(None)
        return job

    @property
    def paper(self) -> JobPaper:
        named = {name: getattr(self, name) for name in JobPaper.model_fields}
        return JobPaper(**named)

    @property
    def lasted(self) -> int:
        """Seconds since its turn came."""
        if self._began is None or self.state in ENDED:
            return self._lasted
        return int(time.monotonic() - self._began)

    def step(self, done: int) -> None:
        """How far the work is; the place where it can be given up."""
        self.done = done
        if self._stop.is_set():
            raise GivenUp
        if self._began is not None and time.monotonic() - self._began > self.seconds:
            raise TooCostly("job_too_long", seconds=round(self.seconds))

    def wait(self, seconds: float) -> bool:
        """Whether it has ended within so long."""
        return bool(wait([self.ended], seconds).done)

    def cancel(self, because: Fault | None = None) -> None:
        """`because`: what stops it, where nobody gave it up; who came first is told of."""
        if not self._stop.is_set():
            self._because = because
        self._stop.set()

    def given_up(self) -> JobState:
        """What became of it, now that it has stopped."""
        self.fault = self._because
        return "failed" if self.fault else "cancelled"

    def run(self, work: Callable[[Job[T]], T], keep: Callable[[JobPaper], None]) -> None:
        state: JobState = "failed"
        try:
            self._began = time.monotonic()
            self.step(0)
            self.state = "running"
            self.result = work(self)
            state = "done"
        except GivenUp:
            state = self.given_up()
        except BaseException as error:  # whatever it is must be told to who asks
            if not isinstance(error, MaillageError):
                log.error("job", exc_info=error)
            self.fault = Fault.of(error)
        finally:
            self.end(state, keep)

    def end(self, state: JobState, keep: Callable[[JobPaper], None]) -> None:
        # Kept before it is told: nobody who was told finds it otherwise after a restart.
        keep(self.paper.model_copy(update={"state": state}))
        self._lasted = self.lasted
        self.state = state
        self.ended.set_result(None)


class Jobs:
    """`seconds`: how long one may last."""

    def __init__(self, store: Store, seconds: float = LONGEST_SECONDS) -> None:
        self._store, self._seconds = store, seconds
        self._guard = Lock()
        self._known: dict[str, Job[Any]] = {job.id: job for job in self._left_behind()}
        self._threads = {
            kind: ThreadPoolExecutor(most, thread_name_prefix=f"maillage-{kind}")
            for kind, most in AT_ONCE.items()
        }

    def submit(
        self, work: Callable[[Job[T]], T], *, owner: str, kind: JobKind, where: str = ""
    ) -> Job[T]:
        """Start it when its turn comes."""
        job: Job[T] = Job(secrets.token_urlsafe(12), kind, owner, where, seconds=self._seconds)
        with self._guard:
            waiting = sum(one.state not in ENDED for one in self._known.values())
            if waiting >= MOST_WAITING:
                raise Refused("jobs_waiting", count=waiting)
            self._known[job.id] = job
            self._forget()
        self._keep(job.paper)
        job.turn = self._threads[kind].submit(job.run, work, self._keep)
        return job

    def get(self, id: str) -> Job[object]:
        with self._guard:
            if id not in self._known:
                raise NotFound("not_found", what="job", id=id)
            return self._known[id]

    def all(self) -> list[Job[object]]:
        """The latest first."""
        with self._guard:
            return list(self._known.values())[::-1]

    def cancel(self, id: str) -> Job[object]:
        """At its next step; at once, if its turn has not come."""
        job = self.get(id)
        self._stop(job)
        return job

    def leave(self, id: str) -> None:
        """Nobody waits for it any more: it is given up, unless its turn has come."""
        if self.get(id).state == "queued":
            self.cancel(id)

    def give_up(self) -> None:
        """The server stops: each running job does at its next step, or ends; none is cut in a
        write."""
        because = Fault.of(Refused("job_interrupted"))
        for job in self.all():
            self._stop(job, because)

    def close(self) -> None:
        self.give_up()
        for threads in self._threads.values():
            threads.shutdown(wait=True)

    def _stop(self, job: Job[Any], because: Fault | None = None) -> None:
        job.cancel(because)
        with self._guard:
            waits = job.turn is not None and not job.turn.cancelled() and job.turn.cancel()
        if waits:
            job.end(job.given_up(), self._keep)

    def _left_behind(self) -> Iterator[Job[Any]]:
        """Jobs of servers before this one; what they had not ended has failed."""
        for paper in sorted(self._papers(), key=lambda paper: paper.asked_at):
            if paper.state in ENDED:
                yield Job.of(paper)
                continue
            fault = Fault.of(Refused("job_interrupted"))
            failed = paper.model_copy(update={"state": "failed", "fault": fault})
            self._keep(failed)
            yield Job.of(failed)

    def _papers(self) -> Iterator[JobPaper]:
        for id_, text in self._store.papers(Shelf.JOBS).items():
            try:
                yield JobPaper.model_validate_json(text)
            except ValidationError:  # of another version: it says nothing to this one
                self._store.drop_paper(Shelf.JOBS, id_)

    def _keep(self, paper: JobPaper) -> None:
        """A store that is busy or gone must not stop the work: it will say so itself."""
        with suppress(StoreError):
            self._store.put_paper(Shelf.JOBS, paper.id, paper.model_dump_json())

    def _forget(self) -> None:
        ended = [id_ for id_, job in self._known.items() if job.state in ENDED]
        for id_ in ended[: max(0, len(self._known) - MOST_KEPT)]:
            del self._known[id_]
            with suppress(StoreError):
                self._store.drop_paper(Shelf.JOBS, id_)
