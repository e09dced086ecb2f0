"""Tokens: who may ask a server, for what, until when. Only their digests are kept.

A token is 256 random bits, so a plain SHA-256 of it cannot be turned back.
"""

from __future__ import annotations

import hashlib
import hmac
import secrets
from collections.abc import Callable
from datetime import UTC, date, datetime
from enum import IntEnum
from functools import lru_cache
from typing import Literal

from pydantic import BaseModel, ConfigDict

from maillage.graph.dates import DateSpan
from maillage.graph.errors import NotFound, Refused
from maillage.graph.papers import Shelf
from maillage.graph.port import Store
from maillage.ingest.meant import meant_pole

RoleName = Literal["reader", "editor", "admin"]
ROLE_NAMES: tuple[RoleName, ...] = ("reader", "editor", "admin")
PREFIX = "mlg_"
LONGEST_NAME = 100


class Role(IntEnum):
    """Each may do what those before it may."""

    READER = 1
    EDITOR = 2
    ADMIN = 3

    @classmethod
    def of(cls, name: RoleName) -> Role:
        return cls(ROLE_NAMES.index(name) + 1)


class Token(BaseModel):
    """What is kept of a token. `pole`: an editor of that pole alone."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: str
    role: RoleName
    digest: str
    pole: str | None = None
    created_at: datetime
    # The last day on which it is known.
    expires_on: date | None = None

    def lives(self, today: date) -> bool:
        return self.expires_on is None or today <= self.expires_on


class Tokens:
    """The tokens of one store; what another program adds or revokes counts at once."""

    def __init__(self, store: Store, now: Callable[[], datetime] = lambda: datetime.now(UTC)):
        self._store, self._now = store, now

    def add(
        self,
        name: str,
        role: RoleName,
        *,
        pole: str | None = None,
        expires: str | None = None,
    ) -> str:
        """The token itself, which nobody can read again. `pole`: by its id or its name."""
        if not name.strip() or len(name) > LONGEST_NAME or not name.isprintable():
            raise Refused("token_name", limit=LONGEST_NAME)
        if name in self._store.papers(Shelf.TOKENS):
            raise Refused("token_exists", name=name)
        if pole is not None:
            if role != "editor":
                raise Refused("token_pole_role")
            pole = meant_pole(self._store, pole).id
        last = DateSpan.parse(expires).latest if expires else None
        if last is not None and last < self._now().date():
            raise Refused("token_past", date=str(last))
        secret = PREFIX + secrets.token_urlsafe(32)
        token = Token(
            name=name,
            role=role,
            digest=_digest(secret),
            pole=pole,
            created_at=self._now(),
            expires_on=last,
        )
        self._store.put_paper(Shelf.TOKENS, name, token.model_dump_json())
        return secret

    def all(self) -> list[Token]:
        papers = self._store.papers(Shelf.TOKENS)
        return [_read(text) for text in papers.values()]

    def living(self) -> list[Token]:
        return [token for token in self.all() if token.lives(self._now().date())]

    def revoke(self, name: str) -> None:
        if name not in self._store.papers(Shelf.TOKENS):
            raise NotFound("not_found", what="token", id=name)
        self._store.drop_paper(Shelf.TOKENS, name)

    def known(self, secret: str) -> Token | None:
        """Whose token this is, unless it is nobody's or its time is over."""
        digest = _digest(secret)
        living = [one for one in self.living() if hmac.compare_digest(one.digest, digest)]
        return living[0] if living else None


@lru_cache(maxsize=4_096)
def _read(text: str) -> Token:
    """Asked for every request; what is kept of a token never changes."""
    return Token.model_validate_json(text)


def _digest(secret: str) -> str:
    return hashlib.sha256(secret.encode()).hexdigest()
