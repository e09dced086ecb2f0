"""Who asks, and what that lets them do.

On this machine, while no token exists, there is one person, who may do everything. Elsewhere, and
as soon as there are tokens, a request bears one: a program in `Authorization: Bearer …`, a page in
a cookie that no script can read and no other site makes a browser send: a token, or the secret of
a session where a provider of OpenID Connect says who it is.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import Annotated

import numpy as np
from fastapi import Depends, HTTPException, Request
from fastapi.concurrency import run_in_threadpool

from maillage.api.access.eyes import Eyes
from maillage.api.access.person import Person
from maillage.api.access.tokens import Role, Token
from maillage.api.deps import TheState, read_of, state_in
from maillage.api.requests.language import language_of
from maillage.api.state import State
from maillage.graph.belonging import members_of
from maillage.graph.errors import NotFound, NotShown, UnknownName
from maillage.graph.fields import ACTOR_FIELDS
from maillage.graph.port import Reader
from maillage.graph.redaction import OPEN_PARTITIONS
from maillage.ingest.loading.author import user_of_this_machine

COOKIE = "maillage"
_SCHEME = "bearer "


def secret_of(request: Request) -> str | None:
    given = request.headers.get("authorization", "")
    if given[: len(_SCHEME)].lower() == _SCHEME:
        return given[len(_SCHEME) :].strip()
    return request.cookies.get(COOKIE)


def slow_down(request: Request, state: State) -> None:
    """A wrong secret: 429 if that machine tried too many lately. Right ones are let in all the
    same, so that nobody shuts others out by guessing beside them."""
    asker = request.client.host if request.client else "-"
    state.tries.check(asker)
    state.tries.count(asker)


async def person_of(request: Request) -> Person:
    """401 for who is not known; whoever is known may read."""
    state = state_in(request)
    person = await read_of(state, lambda: _known(request, state))
    request.state.person = person  # for the log of who changed what
    return person


def _known(request: Request, state: State) -> Person:
    secret = secret_of(request)
    token = state.tokens.known(secret) if secret else None
    session = state.sessions.known(secret) if secret else None
    if token is not None:
        return _bearer(token)
    if session is not None:
        return session
    if state.alone and not state.tokens.all():
        return Person(Role.ADMIN, user_of_this_machine())
    if secret:
        slow_down(request, state)
    raise HTTPException(401, headers={"WWW-Authenticate": "Bearer"})


ThePerson = Annotated[Person, Depends(person_of)]


async def an_editor(person: ThePerson) -> Person:
    return _at_least(Role.EDITOR, person)


async def an_admin(person: ThePerson) -> Person:
    return _at_least(Role.ADMIN, person)


TheEditor = Annotated[Person, Depends(an_editor)]
TheAdmin = Annotated[Person, Depends(an_admin)]


async def eyes_of(request: Request, person: ThePerson) -> Eyes:
    return Eyes(person.role > Role.READER, language_of(request))


TheEyes = Annotated[Eyes, Depends(eyes_of)]


async def reader_of(request: Request, eyes: TheEyes) -> Reader:
    state = state_in(request)
    reader = await read_of(state, lambda: state.held.at_hand(eyes))
    return reader if reader is not None else await run_in_threadpool(state.held.reader, eyes)


# The network as who asks may see it: what routes read is read through it.
TheReader = Annotated[Reader, Depends(reader_of)]


def check_pole(person: Person, pole: str | None) -> None:
    """An editor of one pole speaks for that pole."""
    if person.pole is not None and pole != person.pole:
        raise HTTPException(403)


def check_actors(person: Person, state: TheState, actors: Collection[str]) -> None:
    """An editor of one pole changes what is said of it and of those who belong to it."""
    if person.pole is not None and not _own(person.pole, state).issuperset(actors):
        raise HTTPException(403)


def check_touches(person: Person, state: TheState, actors: Collection[str]) -> None:
    """An editor of one pole may say that one of hers met somebody else."""
    if person.pole is not None and _own(person.pole, state).isdisjoint(actors):
        raise HTTPException(403)


def check_partition(eyes: Eyes, by: str) -> None:
    """Groups are told by their values: readers see those that say nothing of a person."""
    if eyes.persons or by in OPEN_PARTITIONS:
        return
    known = ", ".join(sorted(OPEN_PARTITIONS))
    if by in ACTOR_FIELDS:
        raise NotShown("partition_not_shown", name=by, known=known)
    raise UnknownName("unknown_name", what="partition", name=by, known=known)


def _bearer(token: Token) -> Person:
    return Person(Role.of(token.role), token.name, token.pole)


def _at_least(role: Role, person: Person) -> Person:
    if person.role < role:
        raise HTTPException(403)
    return person


def _own(pole: str, state: TheState) -> set[str]:
    """A pole and those who belong to it; nobody, if the list that told of it was undone."""
    graph = state.held.columns()
    try:
        known = state.store.actor(pole).id
    except NotFound:
        return set()
    members = members_of(graph, graph.actors.ids.index(known), at=None)
    return {known, *(graph.actors.ids[row] for row in np.flatnonzero(members))}
