"""Networks with which the lines of a file are not compared as a whole: the load of a large file
must not wait for it."""

from __future__ import annotations

from maillage.graph.port import ActorQuery, Reader

MOST_ACTORS = 20_000


def too_many(actors: int) -> bool:
    return actors > MOST_ACTORS


def is_large(store: Reader) -> bool:
    return too_many(store.actors(ActorQuery(limit=1)).total)
