"""The network as those see it who only read: sole traders without a name, under ids that say
nothing.

An id may be a SIREN or a name, so each is shown under one made with a salt that nobody else has.
Everything that reads a store reads it so: read-outs, measures, scenes, exports.
"""

from __future__ import annotations

import hmac
import secrets
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cached_property

from maillage.graph.arrays import GraphColumns
from maillage.graph.edits import EDITS
from maillage.graph.errors import NotFound
from maillage.graph.languages import Language
from maillage.graph.model import Actor, Import, Judgement, Record, Tie, Waiting
from maillage.graph.paging import every
from maillage.graph.papers import Shelf
from maillage.graph.port import ActorQuery, Fingerprints, Page, Reader, Store, TieQuery
from maillage.graph.redaction import (
    HIDDEN_NAME,
    SHOWN,
    is_person,
    redacted_actor,
    redacted_record,
    said_of_tie,
)
from maillage.graph.stores.alike import folded_names
from maillage.graph.viewing import Viewing

PREFIX = "ei-"
_SALT = "readers"
PAGE = 5_000


def opaque_id(id: str, salt: bytes) -> str:
    """The same each time for one salt; nothing of the id is in it."""
    return PREFIX + hmac.digest(salt, id.encode(), "sha256")[:8].hex()


def hidden_ids(graph: GraphColumns, salt: bytes) -> Mapping[str, str]:
    """Sole traders, each with the id that is shown instead of its own."""
    actors = graph.actors
    return {
        id_: opaque_id(id_, salt)
        for id_, said in zip(actors.ids, actors.attributes, strict=True)
        if is_person(said)
    }


def salt_of(store: Store) -> bytes:
    """Made once for a store, and kept in it."""
    kept = store.papers(Shelf.SALTS).get(_SALT)
    if kept is None:
        kept = secrets.token_hex(16)
        store.put_paper(Shelf.SALTS, _SALT, kept)
    return bytes.fromhex(kept)


def veiled(store: Store, language: Language) -> Veiled:
    """The store as it may be told to anybody: what leaves it in a file."""
    graph = store.columns()
    persons = any(map(is_person, graph.actors.attributes))
    return Veiled(store, graph, hidden_ids(graph, salt_of(store)) if persons else {}, language)


class Veiled(Viewing):
    """A reader whose columns are at hand; `hidden` are ids with those shown instead."""

    def __init__(
        self, store: Reader, graph: GraphColumns, hidden: Mapping[str, str], language: Language
    ) -> None:
        self._store, self._hidden, self._language = store, hidden, language
        self._real = {shown: id_ for id_, shown in hidden.items()}
        self._graph = self._veiled(graph) if hidden else graph

    @property
    def url(self) -> str:
        return self._store.url

    def revision(self) -> int:
        return self._store.revision()

    def imports(self) -> tuple[Import, ...]:
        """The title of an act names whom it is about."""
        return tuple(
            replace(item, title=item.title.partition("\u202f:")[0]) if item.list == EDITS else item
            for item in self._store.imports()
        )

    def records(self, ids: Iterable[str] | None = None) -> Iterator[Record]:
        for record in self._store.records(ids):
            yield self._record(record)

    def record_ids(self, import_id: str) -> frozenset[str]:
        return self._store.record_ids(import_id)

    def judgements(self) -> tuple[Judgement, ...]:
        return self._store.judgements()

    def waiting(self) -> tuple[Waiting, ...]:
        return tuple(
            replace(
                one,
                actor=self.shown(one.actor),
                candidates=tuple(map(self.shown, one.candidates)),
            )
            for one in self._store.waiting()
        )

    def actor(self, id: str) -> Actor:
        """Whoever guesses an id of a sole trader, or what redirects to it, finds nobody."""
        found = self._store.actor(self.real(id))
        if found.id in self._hidden and id not in self._real:
            raise NotFound("not_found", what="actor", id=id)
        return self._actor(found)

    def tie(self, id: str) -> Tie:
        return self._tie(self._store.tie(id))

    def actors(self, query: ActorQuery) -> Page[Actor]:
        asked = replace(
            query,
            after=self.real(query.after),
            pole=self.real(query.pole) if query.pole else None,
            persons=query.persons and not (self._hidden and query.q),
        )
        page = self._store.actors(asked)
        shown = tuple(map(self._actor, page.items))
        return Page(shown, self.shown(page.next) if page.next else None, page.total)

    def ties(self, query: TieQuery) -> Page[Tie]:
        asked = self.real(self.actor(query.actor).id) if query.actor else None
        page = self._store.ties(replace(query, actor=asked))
        return Page(tuple(map(self._tie, page.items)), page.next, page.total)

    def columns(self) -> GraphColumns:
        return self._graph

    def fingerprints(self) -> Fingerprints:
        return self._store.fingerprints()

    def papers(self, shelf: Shelf) -> Mapping[str, str]:
        return self._store.papers(shelf)

    # ------------------------------------------------------------------ either way

    def shown(self, id: str) -> str:
        return self._hidden.get(id, id)

    def real(self, id: str) -> str:
        """Of an id as it was shown."""
        return self._real.get(id, id)

    def _actor(self, actor: Actor) -> Actor:
        if actor.id not in self._hidden:
            return actor
        return replace(redacted_actor(actor, self._language), id=self.shown(actor.id))

    def _tie(self, tie: Tie) -> Tie:
        if self._hidden.keys().isdisjoint((tie.source, tie.target, *tie.declared_by)):
            return tie
        return replace(
            tie,
            source=self.shown(tie.source),
            target=self.shown(tie.target),
            declared_by=tuple(map(self.shown, tie.declared_by)),
            attributes=said_of_tie(tie.attributes),
            conflicts=(),
        )

    def _record(self, record: Record) -> Record:
        if not self._hidden:
            return record
        return redacted_record(record, self._store, self._language, self._names.__contains__)

    @cached_property
    def _names(self) -> frozenset[str]:
        """What sole traders are called, folded."""
        everybody = every(lambda after: self._store.actors(ActorQuery(after=after, limit=PAGE)))
        return frozenset(
            name for actor in everybody if actor.id in self._hidden for name in folded_names(actor)
        )

    def _veiled(self, graph: GraphColumns) -> GraphColumns:
        actors, name = graph.actors, HIDDEN_NAME.text(self._language)
        named = zip(actors.ids, actors.names, strict=True)
        return replace(
            graph,
            actors=replace(
                actors,
                ids=tuple(map(self.shown, actors.ids)),
                names=tuple(name if id_ in self._hidden else said for id_, said in named),
                attributes=[
                    {key: value for key, value in said.items() if key in SHOWN}
                    if is_person(said)
                    else said
                    for said in actors.attributes
                ],
            ),
        )
