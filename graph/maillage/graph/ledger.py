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
from maillage.graph.contradictions import check_judgement, check_pair
from maillage.graph.errors import NotFound, Refused
from maillage.graph.model import Graph, Import, Judgement, Record
from maillage.graph.port import Change, Fingerprints, Store
from maillage.graph.truth.carried import carried, turned
from maillage.graph.truth.checks import check_records
from maillage.graph.truth.circle import State, Step
from maillage.graph.truth.derivation import derive
from maillage.graph.truth.known_ends import ties_between_known
from maillage.graph.truth.neighbourhood import Part, part_of

Thing = TypeVar("Thing")

# Changes of no more records are derived alone (an edit, an answer, a judgement, a short list), and
# so are those of no more than one for so many that count: a list that is short beside the store.
SMALL = 200
SHORT_BESIDE = 20


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
class Log:
    """The acts upon a store: what it remembers beside the records themselves."""

    revision: int
    imports: Mapping[str, Import]
    judgements: Mapping[str, Judgement]

    @classmethod
    def of(cls, store: Store) -> Log:
        return cls(
            store.revision(),
            {item.id: item for item in store.imports()},
            {judgement.id: judgement for judgement in store.judgements()},
        )

    @property
    def state(self) -> State:
        return State(self.imports, list(self.judgements.values()))

    @property
    def few(self) -> int:
        """How many records are few here."""
        rows = sum(item.rows for item in self.imports.values() if item.live)
        return max(SMALL, rows // SHORT_BESIDE)

    def with_(self, addition: _Addition) -> Log:
        return replace(
            self,
            imports={**self.imports, **{item.id: item for item in addition.imports}},
            judgements={**self.judgements, **{each.id: each for each in addition.judgements}},
        )


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
        return _outcome(self.evidence.revision, self.change)

    def carry_out(self, store: Store) -> Outcome:
        """Do it; `StoreConflict` if the store has changed since it was worked out."""
        revision = self.evidence.revision
        if self.addition is not None:
            revision = store.commit(self.change, expected=revision)
        return _outcome(revision, self.change)


@dataclass(frozen=True)
class NearPlan:
    """What a small act would do, worked out from what it touches alone: `graph` and `before` say
    nothing of the rest."""

    revision: int
    graph: Graph
    before: Fingerprints
    change: Change

    @property
    def outcome(self) -> Outcome:
        return _outcome(self.revision, self.change)

    def carry_out(self, store: Store) -> Outcome:
        """Do it; `StoreConflict` if the store has changed since it was worked out."""
        return _outcome(store.commit(self.change, expected=self.revision), self.change)


def plan(store: Store, item: Import, records: Sequence[Record]) -> Plan:
    """Loading the records of an import; the same import again adds the lines it was refused
    before, and changes nothing if there are none."""
    check_records(records)
    evidence = Evidence.of(store)
    known = evidence.imports.get(item.id)
    fresh = [record for record in records if record.id not in evidence.records]
    if known and known.live:
        if not fresh:
            return Plan(evidence, store.fingerprints(), None)
        item = replace(item, loaded_at=known.loaded_at)
    return _plan(store, evidence, _loading(item, fresh, evidence))


def plan_near(store: Store, item: Import, records: Sequence[Record]) -> NearPlan | None:
    """The same from what the records touch alone; None if that is too much, or if the import
    counts already."""
    log = Log.of(store)
    known = log.imports.get(item.id)
    if known and known.live:
        return None
    check_records(records)
    if len(records) > log.few:
        return _plan_ties(store, log, _loading(item, records, log))
    stored = {record.id for record in store.records([each.id for each in records])}
    fresh = [record for record in records if record.id not in stored]
    old = store.records_of(item.id) if known else ()
    addition = _loading(item, fresh, log)
    gone = addition.imports[1:]
    told = [*old, *fresh, *(one for each in gone for one in store.records_of(each.id))]
    return _plan_near(store, log, addition, told)


def _plan_ties(store: Store, log: Log, addition: _Addition) -> NearPlan | None:
    """Of any number of records, if they tell nothing but ties between known ids."""
    step = Step(log.state, log.with_(addition).state, addition.records)
    part = ties_between_known(store, step)
    return _planned_near(store, log, addition, part) if part else None


def _loading(item: Import, fresh: Sequence[Record], known: Evidence | Log) -> _Addition:
    """The import with what it brings, and what goes with the one that it takes the place of."""
    imports = _with_replaced(item, known.imports)
    judgements = (*turned(imports, known.imports, known.judgements), *carried(item, fresh))
    return _Addition(imports, fresh, judgements)


def _with_replaced(item: Import, known: Mapping[str, Import]) -> list[Import]:
    """The import, and the one that it takes the place of."""
    replaced = known.get(item.replaces)
    return [item, replace(replaced, live=False)] if replaced and replaced.live else [item]


def holds(store: Store, item: Import, records: Iterable[Record]) -> bool:
    """Whether all of these are there already, in an import that counts: nothing is derived."""
    if not any(known.id == item.id and known.live for known in store.imports()):
        return False
    stored = store.record_ids(item.id)
    return all(record.id in stored for record in records)


def add(store: Store, item: Import, records: Sequence[Record]) -> Outcome:
    """Load the records of an import, as `plan` has it."""
    check_records(records)
    if holds(store, item, records):
        return Outcome(store.revision())
    return (plan_near(store, item, records) or plan(store, item, records)).carry_out(store)


def undo(store: Store, import_id: str) -> Outcome:
    """As if the import had never been loaded; those loaded since stay."""
    log = Log.of(store)
    item = log.imports.get(import_id)
    if item is None:
        raise NotFound("not_found", what="import", id=import_id)
    if not item.live:
        raise Refused("import_undone", id=import_id)
    return _turn(store, log, replace(item, live=False))


def redo(store: Store, import_id: str) -> Outcome:
    """The undo taken back: the import counts again, with its own records."""
    log = Log.of(store)
    item = log.imports.get(import_id)
    if item is None:
        raise NotFound("not_found", what="import", id=import_id)
    if item.live:
        return Outcome(log.revision)
    return _turn(store, log, replace(item, live=True))


def judge(store: Store, judgement: Judgement) -> Outcome:
    """Say that two actors are one, or that they are not."""
    log, addition = Log.of(store), _Addition(judgements=[judgement])
    left, right = store.actor(judgement.left), store.actor(judgement.right)
    if judgement.left == judgement.right or (judgement.verdict == "same" and left.id == right.id):
        raise Refused("judgement_self", id=judgement.left)
    known = tuple(log.judgements.values())
    check_pair(judgement, left, right, known)
    part = _near(store, log, addition, [])
    if part is None:
        whole = _plan(store, Evidence.of(store), addition)
        check_judgement(store, judgement, known, whole.graph)
        return whole.carry_out(store)
    check_judgement(store, judgement, known, part.after)
    return _planned_near(store, log, addition, part).carry_out(store)


def undo_judgement(store: Store, judgement_id: str) -> Outcome:
    log = Log.of(store)
    judgement = log.judgements.get(judgement_id)
    if judgement is None:
        raise NotFound("not_found", what="judgement", id=judgement_id)
    if not judgement.live:
        raise Refused("judgement_undone", id=judgement_id)
    addition = _Addition(judgements=[replace(judgement, live=False)])
    near = _plan_near(store, log, addition, [])
    return near.carry_out(store) if near else _write_whole(store, addition)


def _turn(store: Store, log: Log, item: Import) -> Outcome:
    """An import that counts, or no longer."""
    judgements = turned([item], log.imports, log.judgements)
    addition, near = _Addition([item], judgements=judgements), None
    if item.rows <= log.few:
        near = _plan_near(store, log, addition, list(store.records_of(item.id)))
    return near.carry_out(store) if near else _write_whole(store, addition)


def _write_whole(store: Store, addition: _Addition) -> Outcome:
    return _plan(store, Evidence.of(store), addition).carry_out(store)


def _plan(store: Store, evidence: Evidence, addition: _Addition) -> Plan:
    grown = evidence.with_(addition.imports, addition.records, addition.judgements)
    return Plan(grown, store.fingerprints(), addition)


# ---------------------------------------------------------------------- small changes


def _plan_near(
    store: Store, log: Log, addition: _Addition, told: Sequence[Record]
) -> NearPlan | None:
    part = _near(store, log, addition, told)
    return _planned_near(store, log, addition, part) if part else None


def _near(store: Store, log: Log, addition: _Addition, told: Sequence[Record]) -> Part | None:
    if len(told) > log.few:
        return None
    return part_of(store, Step(log.state, log.with_(addition).state, told))


def _planned_near(store: Store, log: Log, addition: _Addition, part: Part) -> NearPlan:
    was = part.before
    before = Fingerprints(
        _digests(serial.ACTOR, was.actors), _digests(serial.TIE, was.ties), was.redirects
    )
    others = (each for each in store.waiting() if each.actor not in was.actors)
    waiting = sorted((*others, *part.after.waiting), key=lambda each: each.actor)
    change = replace(
        difference(part.after, before),
        imports=addition.imports,
        records=addition.records,
        judgements=addition.judgements,
        waiting=tuple(waiting),
    )
    return NearPlan(log.revision, part.after, before, change)


def _outcome(revision: int, change: Change) -> Outcome:
    return Outcome(
        revision,
        len(change.actors),
        len(change.ties),
        len(change.dropped_actors),
        len(change.dropped_ties),
    )


# ---------------------------------------------------------------------- what changes


def difference(graph: Graph, stored: Fingerprints) -> Change:
    """What must be written for a store with these fingerprints to hold the graph."""
    return Change(
        actors=_changed(serial.ACTOR, graph.actors, stored.actors),
        ties=_changed(serial.TIE, graph.ties, stored.ties),
        redirects={
            alias: id_
            for alias, id_ in graph.redirects.items()
            if stored.redirects.get(alias) != id_
        },
        dropped_actors=sorted(stored.actors.keys() - graph.actors.keys()),
        dropped_ties=sorted(stored.ties.keys() - graph.ties.keys()),
        dropped_redirects=sorted(stored.redirects.keys() - graph.redirects.keys()),
        waiting=graph.waiting,
    )


def _changed(
    adapter: TypeAdapter[Thing], things: Mapping[str, Thing], stored: Mapping[str, str]
) -> dict[str, Thing]:
    """Those that are not stored as they are. Of what is new, no digest need be taken."""
    return {
        id_: things[id_]
        for id_ in sorted(things)
        if (was := stored.get(id_)) is None or was != _digest(adapter, things[id_])
    }


def _digest(adapter: TypeAdapter[Thing], thing: Thing) -> str:
    return serial.digest_of(serial.payload_of(adapter, thing))


def _digests(adapter: TypeAdapter[Thing], things: Mapping[str, Thing]) -> dict[str, str]:
    return {id_: _digest(adapter, thing) for id_, thing in things.items()}
