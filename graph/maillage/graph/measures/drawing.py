"""Draws made on every core, in the same order and with the same result on any number of them.

Draws are cut in streams, each with a seed of its own (`[seed, number]`) and no need of any other.
Compiled loops let go of the interpreter, so that threads make them side by side; loops that are
not compiled would only wait for each other, and are made one after the other.
"""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from typing import TypeVar

T = TypeVar("T")
Stream = Callable[[], Iterable[T]]

# What all streams under way may hold together.
MOST_BYTES = 1_000_000_000


def cores() -> int:
    """Those that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def workers(*, bytes_each: int) -> int:
    """One for each core, as far as memory holds what each works on."""
    return max(1, min(cores(), MOST_BYTES // max(1, bytes_each)))


def in_order(streams: Iterable[Stream[T]], workers: int) -> Iterator[T]:
    """All that the streams give, one after the other; so many of them are followed at once.

    Whoever stops listening stops the drawing.
    """
    if workers < 2:
        for stream in streams:
            yield from stream()
        return
    under_way: deque[Future[list[T]]] = deque()
    with ThreadPoolExecutor(workers, thread_name_prefix="maillage-draws") as pool:
        try:
            for stream in streams:
                under_way.append(pool.submit(_all, stream))
                if len(under_way) > workers:
                    yield from under_way.popleft().result()
            while under_way:
                yield from under_way.popleft().result()
        finally:
            for future in under_way:
                future.cancel()


def _all(stream: Stream[T]) -> list[T]:
    return list(stream())
