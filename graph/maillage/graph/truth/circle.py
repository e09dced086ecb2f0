"""The circle of a small change: everybody whose identity it can change.

Who is who is decided among mentions that share a node, a name or a judgement; the circle is all
that is reached that way from what the change says, with all that is said of it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from maillage.graph.folding import normalise
from maillage.graph.model import Actor, ActorClaim, Import, Judgement, Record, Ref, Tie, Waiting
from maillage.graph.truth.mentions import alone, names_said
from maillage.graph.truth.nodes import nodes_of

# Beyond so many records or ties the whole is derived: it will not take much longer. Of a record
# looked up alone and derived before and after, more than twice the time is spent as in a whole.
MOST_RECORDS = 50_000
MOST_TIES = 10_000
ALWAYS_RECORDS = 2_000
SHARE_OF_RECORDS = 4


class LookUps(Protocol):
    """What a store offers so that a small change need not read it whole."""

    def known_actors(self, ids: Collection[str]) -> Mapping[str, Actor]:
        """Those of these ids that are an actor's, or redirect to one's: each with the actor."""

    def known_ties(self, ids: Collection[str]) -> Mapping[str, Tie]: ...

    def records(self, ids: Iterable[str] | None = None) -> Iterator[Record]: ...

    def records_of(self, import_id: str) -> Iterator[Record]:
        """The records of one import, live or not, in the order of their ids."""

    def actors_named(self, names: Collection[str]) -> tuple[str, ...]:
        """The ids of the actors of which a name or other name, folded, is one of these."""

    def waiting(self) -> tuple[Waiting, ...]: ...


@dataclass(frozen=True)
class State:
    """The imports and judgements of a store at one moment."""

    imports: Mapping[str, Import]
    judgements: Sequence[Judgement]

    @property
    def live(self) -> dict[str, Import]:
        return {item.id: item for item in self.imports.values() if item.live}


@dataclass(frozen=True)
class Step:
    """A change: what there was, what there is, and the records of the imports that change."""

    before: State
    after: State
    told: Sequence[Record]


class TooFar(Exception):
    """The change reaches too much of the graph, or what is stored was derived by other rules."""


class Circle:
    """Everybody whose identity the step can change, and all that is said of them."""

    def __init__(self, store: LookUps, step: Step) -> None:
        self._store = store
        self.nodes: set[str] = set()
        self.actors: dict[str, Actor] = {}
        self.records: dict[str, Record] = {}
        self._refs: dict[str, set[_Mention]] = defaultdict(set)
        self._names: set[str] = set()
        self._new_nodes: set[str] = set()
        self._new_names: set[str] = set()
        self._called: dict[str, set[_Mention]] = defaultdict(set)
        self._unread: set[str] = set()
        self._most = _most_records(step)
        self._partners = _partners((*step.before.judgements, *step.after.judgements))
        self._begin(step)
        while self._new_nodes or self._new_names:
            self._widen()

    def holds(self, nodes: Iterable[str]) -> bool:
        return any(node in self.nodes for node in nodes)

    def _begin(self, step: Step) -> None:
        for record in step.told:
            self._read(record)
            for mention in _mentions(record):
                self._reach(mention)
        for item in (*step.before.imports.values(), *step.after.imports.values()):
            if item.scope:  # which perhaps no record mentions
                self._list(_Mention.of(item.scope))
        for item in changed_imports(step):
            if item.scope:
                self._reach(_Mention.of(item.scope))
        for judgement in changed_judgements(step):
            self._new_nodes |= {judgement.left, judgement.right}

    def _widen(self) -> None:
        names, self._new_names = self._new_names - self._names, set()
        self._names |= names
        for name in names:
            for mention in self._called.get(name, ()):
                self._reach(mention)
        if names:
            self._new_nodes.update(self._store.actors_named(sorted(names)))
        nodes, self._new_nodes = self._new_nodes - self.nodes, set()
        self.nodes |= nodes
        known = self._store.known_actors(nodes)
        for node in sorted(nodes):
            self._enter(node, known.get(node))
        unread, self._unread = self._unread - self.records.keys(), set()
        if len(self.records) + len(unread) > self._most:  # before any of them is read
            raise TooFar
        for record in self._store.records(unread):
            self._read(record)

    def _enter(self, node: str, actor: Actor | None) -> None:
        self._new_nodes |= self._partners.get(node, set())
        self._new_names.add(normalise(node))  # a cell for a name may hold an id
        for mention in self._refs.get(node, ()):
            self._reach(mention)
        if actor is None or actor.id in self.actors:
            return
        self.actors[actor.id] = actor
        self._new_nodes |= {actor.id, *actor.aliases, actor.name, *actor.other_names}
        self._new_names.update(map(normalise, (actor.name, *actor.other_names)))
        self._unread.update(actor.records)

    def _read(self, record: Record) -> None:
        self.records[record.id] = record
        for mention in _mentions(record):
            self._list(mention)
            if self.holds(mention.nodes):
                self._reach(mention)

    def _list(self, mention: _Mention) -> None:
        for node in mention.nodes:
            self._refs[node].add(mention)
        for name in mention.names:
            self._called[normalise(name)].add(mention)

    def _reach(self, mention: _Mention) -> None:
        self._new_nodes.update(mention.nodes)
        self._new_nodes.update(mention.names)  # which may be ids
        self._new_names.update(map(normalise, mention.names))


@dataclass(frozen=True, slots=True)
class _Mention:
    """The nodes and the names that one reference or row gives together."""

    nodes: tuple[str, ...]
    names: tuple[str, ...]

    @classmethod
    def of(cls, ref: Ref) -> _Mention:
        names = (ref.name.strip(),) if ref.name else ()
        return cls(tuple(node for node, _ in nodes_of(ref)), names)

    @classmethod
    def of_claim(cls, claim: ActorClaim) -> _Mention:
        nodes = nodes_of(claim.ref, claim.row_key)
        return cls(tuple(node for node, _ in nodes), tuple(names_said(claim)))


def _most_records(step: Step) -> int:
    """How many records may be read one by one: a part of those that count."""
    rows = sum(item.rows for item in step.after.live.values())
    return min(MOST_RECORDS, max(ALWAYS_RECORDS, rows // SHARE_OF_RECORDS))


def changed_imports(step: Step) -> list[Import]:
    before = step.before.imports
    return [item for id_, item in step.after.imports.items() if before.get(id_) != item]


def changed_judgements(step: Step) -> list[Judgement]:
    before = {judgement.id: judgement for judgement in step.before.judgements}
    return [each for each in step.after.judgements if before.get(each.id) != each]


def refs_of(record: Record) -> Iterator[Ref]:
    """Every reference of a record, rows without an identifier apart."""
    for claim in record.actors:
        if not alone(claim):
            yield claim.ref
    for tie in record.ties:
        yield tie.source
        yield tie.target
    if record.declared_by:
        yield record.declared_by


def _partners(judgements: Iterable[Judgement]) -> dict[str, set[str]]:
    partners: dict[str, set[str]] = defaultdict(set)
    for judgement in judgements:
        partners[judgement.left].add(judgement.right)
        partners[judgement.right].add(judgement.left)
    return partners


def _mentions(record: Record) -> Iterator[_Mention]:
    for claim in record.actors:
        yield _Mention.of_claim(claim)
    for tie in record.ties:
        yield _Mention.of(tie.source)
        yield _Mention.of(tie.target)
    if record.declared_by:
        yield _Mention.of(record.declared_by)
