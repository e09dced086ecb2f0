"""The one way to change a store: add evidence or take it back, derive, write what changed.

Whatever the act (a file, one edit, an undo, a judgement), the graph written is
f(live records, live judgements) of `truth.derivation`, and it is written together with the
evidence or not at all.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TypeVar

from pydantic import TypeAdapter

from maillage.graph import serial
from maillage.graph.errors import NotFound, Refused
from maillage.graph.model import Graph, Import, Judgement, Record
from maillage.graph.port import Change, Fingerprints, Store
from maillage.graph.truth.derivation import derive
from maillage.graph.truth.identity import latest_judgements

Thing = TypeVar("Thing")


@dataclass(frozen=True, slots=True)
class Outcome:
    """What an act did to the graph."""

    revision: int
    actors_written: int = 0
    ties_written: int = 0
    actors_dropped: int = 0
    ties_dropped: int = 0

    @property
    def changed(self) -> bool:
        return bool(
            self.actors_written or self.ties_written or self.actors_dropped or self.ties_dropped
        )


@dataclass(frozen=True)
class Evidence:
    """Everything a store holds that the graph is a function of."""

    revision: int
    imports: Mapping[str, Import]
    records: Mapping[str, Record]
    judgements: Mapping[str, Judgement]

    @classmethod
    def of(cls, store: Store) -> Evidence:
        return cls(
            store.revision(),
            {item.id: item for item in store.imports()},
            {record.id: record for record in store.records()},
            {judgement.id: judgement for judgement in store.judgements()},
        )

    def with_(
        self,
        imports: Iterable[Import] = (),
        records: Iterable[Record] = (),
        judgements: Iterable[Judgement] = (),
    ) -> Evidence:
        return replace(
            self,
            imports={**self.imports, **{item.id: item for item in imports}},
            records={**self.records, **{record.id: record for record in records}},
            judgements={**self.judgements, **{item.id: item for item in judgements}},
        )

    def graph(self) -> Graph:
        return derive(self.imports.values(), self.records.values(), self.judgements.values())


@dataclass(frozen=True)
class _Addition:
    imports: Sequence[Import] = ()
    records: Sequence[Record] = ()
    judgements: Sequence[Judgement] = field(default=())


@dataclass(frozen=True)
class Plan:
    """What an act would do to a store, worked out when asked for and not yet done.

    `evidence` is what there would be; without an `addition` it is there already.
    """

    evidence: Evidence
    before: Fingerprints
    addition: _Addition | None

    @cached_property
    def graph(self) -> Graph:
        return self.evidence.graph()

    @cached_property
    def change(self) -> Change:
        if self.addition is None:
            return Change()
        return replace(
            difference(self.graph, self.before),
            imports=self.addition.imports,
            records=self.addition.records,
            judgements=self.addition.judgements,
        )

    @property
    def outcome(self) -> Outcome:
        """What it would do, told beforehand."""
        return self._outcome(self.evidence.revision)

    def carry_out(self, store: Store) -> Outcome:
        """Do it; `StoreConflict` if the store has changed since it was worked out."""
        revision = self.evidence.revision
        if self.addition is not None:
            revision = store.commit(self.change, expected=revision)
        return self._outcome(revision)

    def _outcome(self, revision: int) -> Outcome:
        return Outcome(
            revision,
            len(self.change.actors),
            len(self.change.ties),
            len(self.change.dropped_actors),
            len(self.change.dropped_ties),
        )


def plan(store: Store, item: Import, records: Sequence[Record]) -> Plan:
    """Loading the records of an import; the same import again adds the lines it was refused
    before, and changes nothing if there are none."""
    evidence = Evidence.of(store)
    known = evidence.imports.get(item.id)
    fresh = [record for record in records if record.id not in evidence.records]
    if known and known.live:
        if not fresh:
            return Plan(evidence, store.fingerprints(), None)
        item = replace(item, loaded_at=known.loaded_at)
    return _plan(store, evidence, _Addition([item], fresh))


def add(store: Store, item: Import, records: Sequence[Record]) -> Outcome:
    """Load the records of an import, as `plan` has it."""
    return plan(store, item, records).carry_out(store)


def undo(store: Store, import_id: str) -> Outcome:
    """As if the import had never been loaded; those loaded since stay."""
    evidence = Evidence.of(store)
    item = evidence.imports.get(import_id)
    if item is None or not item.live:
        raise NotFound("not_found", what="import", id=import_id)
    return _write(store, evidence, _Addition([replace(item, live=False)]))


def plan_redo(store: Store, import_id: str) -> Plan:
    """The undo taken back: the import would count again, with its own records."""
    evidence = Evidence.of(store)
    item = evidence.imports.get(import_id)
    if item is None:
        raise NotFound("not_found", what="import", id=import_id)
    if item.live:
        return Plan(evidence, store.fingerprints(), None)
    return _plan(store, evidence, _Addition([replace(item, live=True)]))


def redo(store: Store, import_id: str) -> Outcome:
    """Load an undone import again, as `plan_redo` has it."""
    return plan_redo(store, import_id).carry_out(store)


def judge(store: Store, judgement: Judgement) -> Outcome:
    """Say that two actors are one, or that they are not."""
    evidence = Evidence.of(store)
    _check_judgement(store, judgement, evidence.judgements.values())
    return _write(store, evidence, _Addition(judgements=[judgement]))


def undo_judgement(store: Store, judgement_id: str) -> Outcome:
    evidence = Evidence.of(store)
    judgement = evidence.judgements.get(judgement_id)
    if judgement is None or not judgement.live:
        raise NotFound("not_found", what="judgement", id=judgement_id)
    return _write(store, evidence, _Addition(judgements=[replace(judgement, live=False)]))


def _write(store: Store, evidence: Evidence, addition: _Addition) -> Outcome:
    return _plan(store, evidence, addition).carry_out(store)


def _plan(store: Store, evidence: Evidence, addition: _Addition) -> Plan:
    grown = evidence.with_(addition.imports, addition.records, addition.judgements)
    return Plan(grown, store.fingerprints(), addition)


def difference(graph: Graph, stored: Fingerprints) -> Change:
    """What must be written for a store with these fingerprints to hold the graph."""
    actors = _digests(serial.ACTOR, graph.actors)
    ties = _digests(serial.TIE, graph.ties)
    changed_actors = {id_ for id_, digest in actors.items() if stored.actors.get(id_) != digest}
    changed_ties = {id_ for id_, digest in ties.items() if stored.ties.get(id_) != digest}
    return Change(
        actors={id_: graph.actors[id_] for id_ in sorted(changed_actors)},
        ties={id_: graph.ties[id_] for id_ in sorted(changed_ties)},
        redirects={
            alias: id_
            for alias, id_ in graph.redirects.items()
            if stored.redirects.get(alias) != id_
        },
        dropped_actors=sorted(stored.actors.keys() - actors.keys()),
        dropped_ties=sorted(stored.ties.keys() - ties.keys()),
        dropped_redirects=sorted(stored.redirects.keys() - graph.redirects.keys()),
        waiting=graph.waiting,
        fingerprints=Fingerprints(
            {id_: actors[id_] for id_ in changed_actors},
            {id_: ties[id_] for id_ in changed_ties},
            {},
        ),
    )


def _digests(adapter: TypeAdapter[Thing], things: Mapping[str, Thing]) -> dict[str, str]:
    return {id_: serial.digest(adapter.dump_json(thing)) for id_, thing in things.items()}


def _check_judgement(store: Store, judgement: Judgement, known: Iterable[Judgement]) -> None:
    if judgement.left == judgement.right:
        raise Refused("judgement_self", id=judgement.left)
    left, right = store.actor(judgement.left), store.actor(judgement.right)
    if judgement.verdict == "same" and left.siren and right.siren and left.siren != right.siren:
        raise Refused(
            "judgement_two_sirens",
            left=left.name,
            right=right.name,
            siren_left=left.siren,
            siren_right=right.siren,
        )
    both = {frozenset((a, b)) for a in (left.id, *left.aliases) for b in (right.id, *right.aliases)}
    for other in latest_judgements(known):
        opposed = other.verdict != judgement.verdict
        if opposed and frozenset((other.left, other.right)) in both:
            raise Refused("judgement_contradicts", left=left.name, right=right.name)
