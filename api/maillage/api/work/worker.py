"""The other process: questions that would keep this one from answering anybody else.

It reads the store itself and keeps what it has read. It is started when first needed, answers one
question at a time, and is ended where an answer is given up: nothing else can stop a measure in
the middle. Its memory has a bound, beyond which the question fails in words.
"""

from __future__ import annotations

import logging
import multiprocessing
import os
import signal
from collections.abc import Callable
from contextlib import closing, suppress
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess
from threading import Thread

from maillage.api.questions.question import Question, answer_json
from maillage.api.work.faults import Fault
from maillage.api.work.held import Held
from maillage.graph.errors import Refused, TooCostly
from maillage.graph.stores import open_store

LOOKS_EVERY_SECONDS = 0.1
TOO_LARGE = "worker_memory"

log = logging.getLogger("maillage.api")


class Worker:
    """Asked by one thread at a time. `megabytes`: the most memory that it may take."""

    def __init__(self, store_url: str, megabytes: int) -> None:
        self._url, self._megabytes = store_url, megabytes
        self._running: tuple[SpawnProcess, Connection] | None = None

    def answer(self, question: Question, step: Callable[[int], None]) -> bytes:
        """The answer as JSON; `step` is called while it is waited for, and may give it up."""
        try:
            pipe = self._pipe()
            pipe.send(question)
            while not pipe.poll(LOOKS_EVERY_SECONDS):
                step(0)
            answer: bytes | Fault = pipe.recv()
        except (EOFError, OSError):  # killed from without: for want of memory, most likely
            self.close()
            raise Refused("worker_gone") from None
        except BaseException:
            self.close()
            raise
        if isinstance(answer, bytes):
            return answer
        if answer.code == TOO_LARGE:
            self.close()
        raise answer.error() or RuntimeError("the other process could not answer")

    @property
    def process(self) -> SpawnProcess | None:
        return self._running[0] if self._running else None

    def close(self) -> None:
        if self._running is not None:
            process, pipe = self._running
            self._running = None
            pipe.close()
            process.kill()
            process.join()

    def _pipe(self) -> Connection:
        if self._running is None or not self._running[0].is_alive():
            self.close()
            spawn = multiprocessing.get_context("spawn")
            ours, theirs = spawn.Pipe()
            process = spawn.Process(
                target=_serve, args=(self._url, self._megabytes, theirs), daemon=True
            )
            process.start()
            theirs.close()
            self._running = process, ours
        return self._running[1]


def _serve(store_url: str, megabytes: int, pipe: Connection) -> None:
    """Until the pipe is closed, or who asked is no more. Ctrl+C is for the process that asks."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_follow, daemon=True).start()
    _bound_memory(megabytes)
    with closing(open_store(store_url)) as store:
        held = Held(store)
        while True:
            try:
                question: Question = pipe.recv()
            except EOFError:
                return
            pipe.send(_answered(question, held, megabytes))


def _follow() -> None:
    """A server that was killed leaves nobody at work."""
    if (parent := multiprocessing.parent_process()) is not None:
        parent.join()
        os._exit(1)


def _bound_memory(megabytes: int) -> None:
    """Of what it writes to; where the system knows no such bound, there is none."""
    with suppress(ImportError):
        import resource

        most, hard = megabytes << 20, resource.getrlimit(resource.RLIMIT_DATA)[1]
        if hard in (resource.RLIM_INFINITY, max(most, hard)):
            resource.setrlimit(resource.RLIMIT_DATA, (most, hard))


def _answered(question: Question, held: Held, megabytes: int) -> bytes | Fault:
    try:
        return answer_json(question, held)
    except MemoryError:
        return Fault.of(TooCostly(TOO_LARGE, megabytes=megabytes))
    except Exception as error:
        fault = Fault.of(error)
        if fault.error() is None:
            log.error("question", exc_info=error)
        return fault
