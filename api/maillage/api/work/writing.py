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
from starlette.datastructures import MutableHeaders

from maillage.api.deps import API, state_in
from maillage.api.state import State
from maillage.graph.again import again
from maillage.graph.errors import Outdated, StoreConflict
from maillage.graph.port import Change, Store

T = TypeVar("T")

# The revision; what follows it in a tag tells who read, not what.
_TAG = re.compile(r'(?:W/)?"(\d+)[^"]*"')


class Writing:
    """`wanted`: the revisions one of which must be that of the store; None: whichever it is.

    `told`: headers of the answer, where what was written and what was made are said.
    """

    def __init__(self, state: State, wanted: Collection[int] | None, told: MutableHeaders) -> None:
        self.told = told
        self._state, self._wanted = state, wanted
        self._promised = _Conditional(state.store, wanted, told)
        self.store = cast("Store", self._promised)

    def __call__(self, act: Callable[[Store], T]) -> T:
        """An act upon the store that it is given."""
        with self.turn():
            return again(lambda: act(self.store))

    def made(self, room: str, id: str) -> None:
        """Tell where what was made is."""
        self.told["Location"] = f"{API}/{room}/{quote(id)}"

    def later(self) -> Writing:
        """The same, of what is written after the route has returned, perhaps before the answer."""
        return Writing(self._state, self._wanted, MutableHeaders())

    @contextmanager
    def turn(self) -> Iterator[None]:
        """Writers of this process take turns: only those of another can collide with them."""
        with self._state.turn:
            self._promised.check(self._state.store.revision())
            yield


class _Conditional:
    """A store that is written to at one of these revisions alone. The answer bears the tag of what
    was written, so that who goes on writing need not read before."""

    def __init__(self, store: Store, wanted: Collection[int] | None, told: MutableHeaders) -> None:
        self._store, self._wanted, self._told = store, wanted, told

    def __getattr__(self, name: str) -> object:
        return getattr(self._store, name)

    def commit(self, change: Change, *, expected: int) -> int:
        self.check(expected)
        try:
            revision = self._store.commit(change, expected=expected)
        except StoreConflict:
            if self._wanted is None:
                raise
            # Done again it would be done to what who asks has not read.
            raise Outdated("changed") from None
        self._told["ETag"] = f'W/"{revision}"'
        if self._wanted is not None:
            # Who goes on writing has seen what she wrote.
            self._wanted = {revision}
        return revision

    def check(self, revision: int) -> None:
        if self._wanted is not None and revision not in self._wanted:
            raise Outdated("changed")


def writing_of(request: Request, answer: Response) -> Writing:
    said = request.headers.get("if-match", "*").strip()
    wanted = None if said == "*" else frozenset(map(int, _TAG.findall(said)))
    return Writing(state_in(request), wanted, answer.headers)


TheWriting = Annotated[Writing, Depends(writing_of)]
