"""Who is not told of to those who only read: sole traders, and whoever bears the name of one.

An id may be a SIREN or a name, so each is shown under one made with a salt that nobody else has.
"""

from __future__ import annotations

import hmac
import secrets
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from maillage.graph.arrays import GraphColumns
from maillage.graph.masking import Names
from maillage.graph.papers import Shelf
from maillage.graph.port import Store
from maillage.graph.redaction import is_person
from maillage.graph.unnamed import names_of

PREFIX, PREFIX_OF_OTHERS = "ei-", "a-"
_SALT = "readers"


@dataclass(frozen=True)
class Hidden:
    """`persons`: sole traders, each with the id that is shown instead of its own; `others`, those
    whose name or id holds that of a person."""

    persons: Mapping[str, str] = field(default_factory=dict)
    others: Mapping[str, str] = field(default_factory=dict)
    names: Names = field(default_factory=lambda: Names(()))

    def __bool__(self) -> bool:
        return bool(self.names)


NOBODY = Hidden()


def opaque_id(id: str, salt: bytes, prefix: str = PREFIX) -> str:
    """The same each time for one salt; nothing of the id is in it."""
    return prefix + hmac.digest(salt, id.encode(), "sha256")[:8].hex()


def hidden_in(store: Store, graph: GraphColumns) -> Hidden:
    """Who is not told of in this graph, which is the store's."""
    actors, persons = graph.actors, persons_in(graph)
    if not persons:
        return NOBODY
    salt, names = _salt_of(store), names_in(store, persons)
    others = (
        id_
        for id_, name in zip(actors.ids, actors.names, strict=True)
        if id_ not in persons and (names.stand_in(name) or names.stand_in(id_))
    )
    return Hidden(
        {id_: opaque_id(id_, salt) for id_ in persons},
        {id_: opaque_id(id_, salt, PREFIX_OF_OTHERS) for id_ in others},
        names,
    )


def persons_in(graph: GraphColumns) -> frozenset[str]:
    actors = zip(graph.actors.ids, graph.actors.attributes, strict=True)
    return frozenset(id_ for id_, said in actors if is_person(said))


def names_in(store: Store, persons: Collection[str]) -> Names:
    """What they are called, by any source."""
    known = store.known_actors(persons)
    return Names(name for actor in known.values() for name in names_of(actor))


def _salt_of(store: Store) -> bytes:
    """Made once for a store, and kept in it."""
    kept = store.papers(Shelf.SALTS).get(_SALT)
    if kept is None:
        kept = secrets.token_hex(16)
        store.put_paper(Shelf.SALTS, _SALT, kept)
    return bytes.fromhex(kept)
