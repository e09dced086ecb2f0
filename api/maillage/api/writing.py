"""The one door through which a request changes the network: in its turn, done again if another
program wrote in between, and not done at all if `If-Match` names another revision.

A promise of `If-Match` is looked at in the turn and once more by the commit itself, so that
neither who writes here nor who writes from elsewhere comes between the look and the write.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from typing import Annotated, TypeVar, cast
from urllib.parse import quote

from fastapi import Depends, Request, Response

from maillage.api.deps import API, state_in
from maillage.api.state import State
from maillage.graph.again import again
from maillage.graph.errors import Outdated, StoreConflict
from maillage.graph.port import Change, Store

T = TypeVar("T")

# The revision; what follows it in a tag tells who read, not what.
_TAG = re.compile(r'(?:W/)?"(\d+)[^"]*"')


class Writing:
    """`wanted`: the revisions one of which must be that of the store; None: whichever it is."""

    def __init__(self, state: State, wanted: Collection[int] | None, answer: Response) -> None:
        self._state, self._wanted, self._answer = state, wanted, answer
        self.store = cast("Store", _Conditional(state.store, wanted, answer))

    def __call__(self, act: Callable[[Store], T]) -> T:
        """An act upon the store that it is given."""
        with self.turn():
            return again(lambda: act(self.store))

    def made(self, room: str, id: str) -> None:
        """Tell where what was made is."""
        self._answer.headers["Location"] = f"{API}/{room}/{quote(id)}"

    @contextmanager
    def turn(self) -> Iterator[None]:
        """Writers of this process take turns: only those of another can collide with them."""
        with self._state.turn:
            _check(self._wanted, self._state.store.revision())
            yield


class _Conditional:
    """A store that is written to at one of these revisions alone. The answer bears the tag of what
    was written, so that who goes on writing need not read before."""

    def __init__(self, store: Store, wanted: Collection[int] | None, answer: Response) -> None:
        self._store, self._wanted, self._answer = store, wanted, answer

    def __getattr__(self, name: str) -> object:
        return getattr(self._store, name)

    def commit(self, change: Change, *, expected: int) -> int:
        _check(self._wanted, expected)
        try:
            revision = self._store.commit(change, expected=expected)
        except StoreConflict:
            if self._wanted is None:
                raise
            # Done again it would be done to what who asks has not read.
            raise Outdated("changed") from None
        self._answer.headers["ETag"] = f'W/"{revision}"'
        return revision


def writing_of(request: Request, answer: Response) -> Writing:
    said = request.headers.get("if-match", "*").strip()
    wanted = None if said == "*" else frozenset(map(int, _TAG.findall(said)))
    return Writing(state_in(request), wanted, answer)


def _check(wanted: Collection[int] | None, revision: int) -> None:
    if wanted is not None and revision not in wanted:
        raise Outdated("changed")


TheWriting = Annotated[Writing, Depends(writing_of)]
