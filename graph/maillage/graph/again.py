"""Doing an act again when somebody else wrote in between.

For acts that mean the same whatever came before them (a load, an undo, a judgement): each try
reads the evidence anew, so nothing of the other's is lost.
"""

from __future__ import annotations

import random
import time
from collections.abc import Callable
from typing import TypeVar

from maillage.graph.errors import StoreConflict

T = TypeVar("T")

TRIES = 6
_FIRST_PAUSE = 0.02


def again(act: Callable[[], T], *, tries: int = TRIES) -> T:
    """What the act answers; its `StoreConflict` if it came too late each time."""
    for left in reversed(range(tries)):
        try:
            return act()
        except StoreConflict:
            if not left:
                raise
            # Two that collide must not go on colliding: each waits its own while, longer each time.
            time.sleep(_FIRST_PAUSE * 2 ** (tries - left) * random.random())
    raise AssertionError("at least one try")
