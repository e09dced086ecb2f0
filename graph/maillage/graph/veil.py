"""The network as those see it who only read: sole traders without a name, under ids that say
nothing (`hidden`); and no text in which their names still stand (`unnamed`, `masking`).

Everything that reads a store reads it so: read-outs, measures, scenes, exports.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import TypeVar

from maillage.graph.arrays import GraphColumns
from maillage.graph.edits import EDITS
from maillage.graph.errors import NotFound
from maillage.graph.folding import normalise
from maillage.graph.hidden import Hidden, hidden_in, names_in, persons_in
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
from maillage.graph.stores.alike import search_text
from maillage.graph.unnamed import Unnamed
from maillage.graph.viewing import Viewing

Thing = TypeVar("Thing")

# What readers may be told of what is kept beside the network.
_TOLD = frozenset({Shelf.VIEWS, Shelf.INTRODUCTIONS})
PAGE = 5_000


def veiled(store: Store, language: Language) -> Veiled:
    """The store as it may be told to anybody: what leaves it in a file."""
    graph = store.columns()
    return Veiled(store, graph, hidden_in(store, graph), language)


def unnamed(store: Store, language: Language) -> Veiled:
    """The store without names, under its own ids: for what is sent and read again."""
    graph = store.columns()
    return Veiled(store, graph, Hidden(names=names_in(store, persons_in(graph))), language)


class Veiled(Viewing):
    """A reader whose columns are at hand, which are the store's."""

    def __init__(
        self, store: Reader, graph: GraphColumns, hidden: Hidden, language: Language
    ) -> None:
        self._store, self._hidden, self._language = store, hidden, language
        self._unnamed = Unnamed({**hidden.persons, **hidden.others}, hidden.names, language)
        self._real = {shown: id_ for id_, shown in self._unnamed.ids.items()}
        self._graph = self._veiled(graph) if hidden else graph

    @property
    def url(self) -> str:
        return self._store.url

    def revision(self) -> int:
        return self._store.revision()

    def imports(self) -> tuple[Import, ...]:
        """The title of an act names whom it is about."""
        found = self._store.imports()
        if not self._hidden:
            return found
        return tuple(
            self._unnamed.model(
                replace(item, title=item.title.partition("\u202f:")[0])
                if item.list == EDITS
                else item
            )
            for item in found
        )

    def records(self, ids: Iterable[str] | None = None) -> Iterator[Record]:
        for record in self._store.records(ids):
            yield self._record(record)

    def record_ids(self, import_id: str) -> frozenset[str]:
        return self._store.record_ids(import_id)

    def judgements(self) -> tuple[Judgement, ...]:
        return tuple(map(self.told, self._store.judgements()))

    def waiting(self) -> tuple[Waiting, ...]:
        return tuple(map(self.told, self._store.waiting()))

    def actor(self, id: str) -> Actor:
        """Whoever guesses an id that is not shown, or what redirects to it, finds nobody."""
        found = self._store.actor(self.real(id))
        if self.hides(found.id) and id not in self._real:
            raise NotFound("not_found", what="actor", id=id)
        return self._actor(found)

    def tie(self, id: str) -> Tie:
        return self._tie(self._store.tie(id))

    def actors(self, query: ActorQuery) -> Page[Actor]:
        if query.q and self._hidden:
            return self._found(query)
        page = self._store.actors(self._asked(query))
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
        kept = self._store.papers(shelf)
        if not self._hidden:
            return kept
        return {id_: self._unnamed.paper(text) for id_, text in kept.items() if shelf in _TOLD}

    # ------------------------------------------------------------------ either way

    def shown(self, id: str) -> str:
        return self._unnamed.id(id)

    def words(self, text: str) -> str:
        """A text of somebody's own."""
        return self._unnamed.text(text)

    def real(self, id: str) -> str:
        """Of an id as it was shown."""
        return self._real.get(id, id)

    def told(self, thing: Thing) -> Thing:
        """Any model, without what is not told."""
        return self._unnamed.model(thing) if self._hidden else thing

    def hides(self, id: str) -> bool:
        """Whether an actor is shown under another id than its own."""
        return self.shown(id) != id

    def _asked(self, query: ActorQuery) -> ActorQuery:
        return replace(
            query,
            after=self.real(query.after),
            pole=self.real(query.pole) if query.pole else None,
        )

    def _found(self, query: ActorQuery) -> Page[Actor]:
        """Those who are found by what is shown of them: no person, none by a masked name."""
        asked, wanted = replace(self._asked(query), persons=False), normalise(query.q or "")
        if not self._hidden.others:
            page = self._store.actors(asked)
            return replace(page, items=tuple(map(self._actor, page.items)))
        everybody = every(lambda after: self._store.actors(replace(asked, after=after, limit=PAGE)))
        found = [
            (actor.id, shown)
            for actor in everybody
            for shown in [self._actor(actor)]
            if wanted in search_text(shown)
        ]
        rest = [shown for id_, shown in found if id_ > asked.after]
        items = tuple(rest[: query.limit])
        return Page(items, items[-1].id if items and len(rest) > len(items) else None, len(found))

    def _actor(self, actor: Actor) -> Actor:
        if not self._hidden:
            return actor
        if actor.id in self._hidden.persons:
            actor = redacted_actor(actor, self._language)
        return self._unnamed.model(actor)

    def _tie(self, tie: Tie) -> Tie:
        if not self._hidden:
            return tie
        if not self._hidden.persons.keys().isdisjoint((tie.source, tie.target, *tie.declared_by)):
            tie = replace(tie, attributes=said_of_tie(tie.attributes), conflicts=())
        return self._unnamed.model(tie)

    def _record(self, record: Record) -> Record:
        if not self._hidden:
            return record
        named = self._hidden.names.bear
        return self._unnamed.model(redacted_record(record, self._store, self._language, named))

    def _veiled(self, graph: GraphColumns) -> GraphColumns:
        actors, persons = graph.actors, self._hidden.persons
        unnamed, name = self._unnamed, HIDDEN_NAME.text(self._language)
        named = zip(actors.ids, actors.names, strict=True)
        return replace(
            graph,
            actors=replace(
                actors,
                ids=tuple(map(self.shown, actors.ids)),
                names=tuple(name if id_ in persons else unnamed.short(said) for id_, said in named),
                attributes=[
                    unnamed.attributes(
                        {key: value for key, value in said.items() if key in SHOWN}
                        if is_person(said)
                        else said
                    )
                    for said in actors.attributes
                ],
            ),
        )
