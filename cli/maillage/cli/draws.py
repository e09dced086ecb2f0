"""Following what is drawn at random: a bar on a terminal, and Ctrl-C that keeps what was drawn."""

from __future__ import annotations

import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType

from maillage.cli.settings import Settings
from maillage.graph.measures.study import Watch


@contextmanager
def watched_draws(settings: Settings) -> Iterator[Watch]:
    """Tells how many draws are done. While there are more to come, Ctrl-C stops the drawing and
    not the command; at any other time, or pressed again, it stops everything as ever."""
    drawing = stopping = False

    def interrupted(number: int, frame: FrameType | None) -> None:
        nonlocal stopping
        if stopping or not drawing:
            signal.default_int_handler(number, frame)
        stopping = True

    before = signal.signal(signal.SIGINT, interrupted)
    try:
        with _bar(settings) as show:

            def watch(done: int, wanted: int) -> bool:
                nonlocal drawing
                drawing = done < wanted
                show(done, wanted)
                return not stopping

            yield watch
    finally:
        signal.signal(signal.SIGINT, before)


@contextmanager
def _bar(settings: Settings) -> Iterator[Callable[[int, int], None]]:
    if settings.quiet or not sys.stderr.isatty():
        yield lambda _done, _wanted: None
        return
    from rich.console import Console
    from rich.progress import (
        BarColumn,
        MofNCompleteColumn,
        Progress,
        TextColumn,
        TimeRemainingColumn,
    )

    title = settings.text("tirages (Ctrl-C les garde)", "draws (Ctrl-C keeps them)")
    columns = (
        TextColumn("{task.description}"),
        BarColumn(bar_width=20),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
    )
    with Progress(*columns, console=Console(stderr=True), transient=True) as shown:
        task = shown.add_task(title, total=None)
        yield lambda done, wanted: shown.update(task, completed=done, total=wanted)
