"""Logging in by somebody else's word: who is on her way to the provider, and who has come back.

Known to this server alone, and forgotten when it ends or the time is over.
"""

from __future__ import annotations

import hashlib
import secrets
import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from threading import Lock
from typing import Generic, TypeVar

T = TypeVar("T")

MOST_KNOWN = 10_000


class NotBelieved(Exception):
    """The provider, or whoever came back from it, did not say what it should."""


@dataclass(frozen=True, slots=True)
class Way:
    """One way to the provider and back: what must come back with it."""

    state: str
    nonce: str
    verifier: str


class Sessions(Generic[T]):
    """Things kept for a while under secrets, of which only digests are held."""

    def __init__(self, seconds: float, now: Callable[[], float] = time.monotonic) -> None:
        self._seconds, self._now, self._guard = seconds, now, Lock()
        self._kept: OrderedDict[bytes, tuple[float, T]] = OrderedDict()

    def open(self, thing: T) -> str:
        secret = secrets.token_urlsafe(32)
        with self._guard:
            self._kept[_digest(secret)] = self._now() + self._seconds, thing
            while len(self._kept) > MOST_KNOWN:
                self._kept.popitem(last=False)
        return secret

    def known(self, secret: str) -> T | None:
        with self._guard:
            until, thing = self._kept.get(_digest(secret), (0.0, None))
        return thing if self._now() < until else None

    def close(self, secret: str) -> T | None:
        """What it stood for, this last time."""
        thing = self.known(secret)
        with self._guard:
            self._kept.pop(_digest(secret), None)
        return thing


def _digest(secret: str) -> bytes:
    return hashlib.sha256(secret.encode("utf-8", "surrogatepass")).digest()
