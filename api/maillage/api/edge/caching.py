"""Reads of the graph carry a tag: who has the answer already is told so, and no work is done.

A tag holds whatever an answer depends on: the store, its revision, the program that answers, who
asks (some see less), in which language, papers kept beside the graph, and its address, so that the
tag of what exists is not one of what does not.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection
from functools import cache
from hashlib import blake2s
from importlib.metadata import version

from fastapi import HTTPException, Request
from starlette.datastructures import MutableHeaders
from starlette.types import Scope

from maillage.api.access.auth import TheEyes
from maillage.api.deps import API, read_of, state_in
from maillage.api.edge.at_start import Start
from maillage.api.state import State
from maillage.graph.papers import Shelf

VARY = "Accept-Language, Authorization, Cookie"
TAGGED = frozenset({200, 304})
_TAG = re.compile(r'(?:W/)?"([^"]*)"')
_DIGEST = 6


class Tagged:
    """A dependency of the routes whose answers change with the graph, and with those papers."""

    def __init__(
        self, papers: Shelf | None, *, except_for: Collection[Callable[..., object]]
    ) -> None:
        self._papers, self._untagged = papers, except_for

    async def __call__(self, request: Request, eyes: TheEyes) -> None:
        if request.method != "GET" or request.scope["route"].endpoint in self._untagged:
            return
        state = state_in(request)
        address = f"{request.scope['path']!r} {request.scope['query_string']!r}"
        origin = f"{_origin(state.store.url)} {address}"
        if self._papers is not None:
            origin += await papers_kept(state, self._papers)
        revision = await read_of(state, state.store.revision)
        seen = "all" if eyes.persons else "some"
        told = f"{revision}.{eyes.language}.{seen}.{_digest(origin)}"
        request.state.tag = f'W/"{told}"'
        if told in _TAG.findall(request.headers.get("if-none-match", "")):
            raise HTTPException(304)


def add_tag(start: Start) -> None:
    """To what answers the question: not to the address of a job that is asked instead."""
    if not start.scope["path"].startswith(API):
        return
    headers = MutableHeaders(raw=start.message["headers"])
    headers.add_vary_header(VARY)
    if (tag := tag_in(start.scope)) and start.message["status"] in TAGGED:
        headers["ETag"] = tag
        headers["Cache-Control"] = "private, no-cache"


def tag_in(scope: Scope) -> str | None:
    """That of the answer to what was asked, if it has one."""
    tag: str | None = scope.get("state", {}).get("tag")
    return tag


async def papers_kept(state: State, shelf: Shelf) -> str:
    """What tells those that are kept now from those kept before: they change no revision."""
    papers = await read_of(state, lambda: state.store.papers(shelf))
    return _digest(repr(sorted(papers.items())))


@cache
def _origin(store_url: str) -> str:
    return _digest(f"{version('maillage')} {store_url}")


def _digest(text: str) -> str:
    return blake2s(text.encode(), digest_size=_DIGEST).hexdigest()
