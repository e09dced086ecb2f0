"""What an act would do to a store, worked out and not yet done: from all that the store holds, or
from what the act touches alone."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TypeVar

from maillage.graph import serial
from maillage.graph.kept import Addition, Evidence, Log
from maillage.graph.model import Actor, Graph, Import, Record, Tie
from maillage.graph.port import Change, Fingerprints, Store
from maillage.graph.truth.carried import carried, turned
from maillage.graph.truth.checks import check_records
from maillage.graph.truth.circle import Step
from maillage.graph.truth.known_ends import ties_between_known
from maillage.graph.truth.neighbourhood import Part, part_of
from maillage.graph.truth.replacement import counting_instead, turning, with_replaced

Thing = TypeVar("Thing")

# Stands for the digest of an actor of whom it is known that a list merely mentions it.
_MENTIONED = ""


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
class Plan:
    """What an act would do to a store, worked out when asked for and not yet done.

    `evidence` is what there would be; without an `addition` it is there already.
    """

    evidence: Evidence
    before: Fingerprints
    addition: Addition | None

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
    before, and changes nothing if there are none, or if another took its place since."""
    check_records(records)
    evidence = Evidence.of(store)
    known = evidence.imports.get(item.id)
    if counting_instead(item.id, evidence.imports):
        return Plan(evidence, store.fingerprints(), None)
    fresh = [record for record in records if record.id not in evidence.records]
    if known and known.live:
        if not fresh:
            return Plan(evidence, store.fingerprints(), None)
        item = replace(item, loaded_at=known.loaded_at)
    return plan_of(store, evidence, _loading(item, fresh, evidence))


def plan_near(store: Store, item: Import, records: Sequence[Record]) -> NearPlan | None:
    """The same from what the records touch alone; None if that is too much, or if the import
    counts already, or another in its place."""
    log = Log.of(store)
    known = log.imports.get(item.id)
    if known and known.state != "undone":
        return None
    check_records(records)
    if len(records) > log.few:
        return _plan_ties(store, log, _loading(item, records, log))
    stored = {record.id for record in store.records([each.id for each in records])}
    fresh = [record for record in records if record.id not in stored]
    old = store.records_of(item.id) if known else ()
    addition = _loading(item, fresh, log)
    gone = turning(addition.imports[1:], log.imports)
    told = [*old, *fresh, *(one for each in gone for one in store.records_of(each.id))]
    return near_plan_of(store, log, addition, told)


def plan_of(store: Store, evidence: Evidence, addition: Addition) -> Plan:
    """Any act upon what there is."""
    grown = evidence.with_(addition.imports, addition.records, addition.judgements)
    return Plan(grown, store.fingerprints(), addition)


def near_plan_of(
    store: Store, log: Log, addition: Addition, told: Sequence[Record]
) -> NearPlan | None:
    """The same from what these records, told or told no longer, and the judgements touch alone;
    None if that is too much."""
    if len(told) > log.few:
        return None
    part = part_of(store, Step(log.state, log.with_(addition).state, told))
    return _planned_near(store, log, addition, part) if part else None


def difference(graph: Graph, stored: Fingerprints) -> Change:
    """What must be written for a store with these fingerprints to hold the graph."""
    actors, mentioned = _changed_actors(graph.actors, stored.actors)
    return Change(
        actors=actors,
        mentioned=mentioned,
        ties=_changed_ties(graph.ties, stored.ties),
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


def _plan_ties(store: Store, log: Log, addition: Addition) -> NearPlan | None:
    """Of any number of records, if they tell nothing but ties between known ids."""
    step = Step(log.state, log.with_(addition).state, addition.records)
    part = ties_between_known(store, step)
    return _planned_near(store, log, addition, part) if part else None


def _loading(item: Import, fresh: Sequence[Record], known: Evidence | Log) -> Addition:
    """The import with what it brings, and what goes with the one that it takes the place of."""
    imports = with_replaced(item, known.imports)
    judgements = (*turned(imports, known.imports, known.judgements), *carried(item, fresh))
    return Addition(imports, fresh, judgements)


def _planned_near(store: Store, log: Log, addition: Addition, part: Part) -> NearPlan:
    was = part.before
    weighed = {id_: one for id_, one in was.actors.items() if id_ not in part.mentioned}
    before = Fingerprints(
        dict.fromkeys(part.mentioned, _MENTIONED) | _digests(_actor_digest, weighed),
        _digests(_tie_digest, was.ties),
        was.redirects,
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


def _changed_actors(
    actors: Mapping[str, Actor], stored: Mapping[str, str]
) -> tuple[dict[str, Actor], set[str]]:
    """Those that are not stored as they are, and which of them are merely mentioned: they say what
    they said."""
    changed: dict[str, Actor] = {}
    mentioned: set[str] = set()
    for id_ in sorted(actors):
        actor, was = actors[id_], stored.get(id_)
        if not was:  # new, or known to be merely mentioned: no digest need be taken
            says_the_same = was == _MENTIONED
        else:
            said = serial.said_of(actor)
            if was == serial.actor_digest(said, serial.grounds_of(actor.records)):
                continue
            says_the_same = was.startswith(serial.digest_of(said))
        changed[id_] = actor
        if says_the_same:
            mentioned.add(id_)
    return changed, mentioned


def _changed_ties(ties: Mapping[str, Tie], stored: Mapping[str, str]) -> dict[str, Tie]:
    """Those that are not stored as they are. Of what is new, no digest need be taken."""
    return {
        id_: ties[id_]
        for id_ in sorted(ties)
        if id_ not in stored or stored[id_] != _tie_digest(ties[id_])
    }


def _actor_digest(actor: Actor) -> str:
    return serial.actor_digest(serial.said_of(actor), serial.grounds_of(actor.records))


def _tie_digest(tie: Tie) -> str:
    return serial.digest_of(serial.payload_of(serial.TIE, tie))


def _digests(digest: Callable[[Thing], str], things: Mapping[str, Thing]) -> dict[str, str]:
    return {id_: digest(thing) for id_, thing in things.items()}
