"""Ctrl-C before a command does anything: its modules are imported, its options and files looked at.

It imports nothing that a command needs: those imports are what is interrupted.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from maillage.cli.settings import Settings


@contextmanager
def not_begun_told(settings: Settings) -> Iterator[None]:
    """If it is interrupted: nothing can have been saved."""
    try:
        yield
    except KeyboardInterrupt:
        settings.say(
            "Interrompu avant de commencer\u202f: rien n’a été enregistré.",
            "Interrupted before it began: nothing was saved.",
        )
        raise
