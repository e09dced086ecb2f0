"""How often the same person, or the same machine, may do what is costly or could be guessed at."""

from __future__ import annotations

import math
import time
from collections import OrderedDict
from collections.abc import Callable
from threading import Lock

from fastapi import HTTPException

# Beyond so many different askers the oldest are forgotten.
MOST_KNOWN = 10_000


class Limit:
    """At most `times` in any `seconds`, counted for each key apart."""

    def __init__(
        self, times: int, seconds: float, now: Callable[[], float] = time.monotonic
    ) -> None:
        self.times, self.seconds = times, seconds
        self._now, self._guard = now, Lock()
        self._seen: OrderedDict[str, list[float]] = OrderedDict()

    def check(self, key: str) -> None:
        """429, with the time to wait, if the key was counted too often lately."""
        with self._guard:
            recent = self._recent(key)
            if len(recent) >= self.times:
                wait = math.ceil(recent[0] + self.seconds - self._now())
                raise HTTPException(429, headers={"Retry-After": str(max(1, wait))})

    def count(self, key: str) -> None:
        with self._guard:
            self._seen[key] = [*self._recent(key), self._now()]
            self._seen.move_to_end(key)
            while len(self._seen) > MOST_KNOWN:
                self._seen.popitem(last=False)

    def _recent(self, key: str) -> list[float]:
        since = self._now() - self.seconds
        return [moment for moment in self._seen.get(key, []) if moment > since]
