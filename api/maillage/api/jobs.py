"""Work that takes a while: queued, told how far it is, given up when asked.

Two at a time, in threads: the event loop never waits for them, and the readers of the store are
answered meanwhile. Finished ones are kept for a while, the oldest forgotten first.
"""

from __future__ import annotations

import logging
import secrets
from collections import OrderedDict
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from threading import Event, Lock
from typing import Any, Generic, Literal, TypeVar

from maillage.graph.errors import MaillageError, NotFound, Refused

T = TypeVar("T")
JobState = Literal["queued", "running", "done", "failed", "cancelled"]

AT_ONCE = 2
MOST_WAITING = 50
MOST_KEPT = 100
ENDED: frozenset[JobState] = frozenset({"done", "failed", "cancelled"})

log = logging.getLogger("maillage.api")


class GivenUp(Exception):
    """Raised within the work, at its next step, once somebody has cancelled it."""


@dataclass(eq=False)
class Job(Generic[T]):
    id: str
    state: JobState = "queued"
    done: int = 0
    total: int | None = None
    result: T | None = None
    error: BaseException | None = None
    ended: Event = field(default_factory=Event)
    _stop: Event = field(default_factory=Event)

    def step(self, done: int) -> None:
        """How far the work is; the place where it can be given up."""
        self.done = done
        if self._stop.is_set():
            raise GivenUp

    def cancel(self) -> None:
        self._stop.set()

    def run(self, work: Callable[[Job[T]], T]) -> None:
        try:
            self.step(0)
            self.state = "running"
            self.result = work(self)
            self.state = "done"
        except GivenUp:
            self.state = "cancelled"
        except BaseException as error:  # whatever it is must be told to who asks
            if not isinstance(error, MaillageError):
                log.error("job %s", self.id, exc_info=error)
            self.error, self.state = error, "failed"
        finally:
            self.ended.set()


class Jobs:
    def __init__(self) -> None:
        self._guard = Lock()
        self._known: OrderedDict[str, Job[Any]] = OrderedDict()
        self._threads = ThreadPoolExecutor(AT_ONCE, thread_name_prefix="maillage-job")

    def submit(self, work: Callable[[Job[T]], T]) -> Job[T]:
        """Start it when its turn comes."""
        job: Job[T] = Job(secrets.token_urlsafe(12))
        with self._guard:
            waiting = sum(one.state not in ENDED for one in self._known.values())
            if waiting >= MOST_WAITING:
                raise Refused("jobs_waiting", count=waiting)
            self._known[job.id] = job
            self._forget()
        self._threads.submit(job.run, work)
        return job

    def get(self, id: str) -> Job[object]:
        with self._guard:
            if id not in self._known:
                raise NotFound("not_found", what="job", id=id)
            return self._known[id]

    def cancel(self, id: str) -> Job[object]:
        job = self.get(id)
        job.cancel()
        return job

    def close(self) -> None:
        """Each running job is stopped at its next step, or ends; none is cut in a write."""
        with self._guard:
            for job in self._known.values():
                job.cancel()
        self._threads.shutdown(wait=True, cancel_futures=True)

    def _forget(self) -> None:
        ended = [id_ for id_, job in self._known.items() if job.state in ENDED]
        for id_ in ended[: max(0, len(self._known) - MOST_KEPT)]:
            del self._known[id_]
