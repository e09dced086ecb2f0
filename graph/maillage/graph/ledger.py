"""The one way to change a store: add evidence or take it back, derive, write what changed.

Whatever the act (a file, one edit, an undo, a judgement), the graph written is
f(live records, live judgements) of `truth.derivation`, and it is written together with the
evidence or not at all.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from maillage.graph.contradictions import check_judgement, check_pair
from maillage.graph.errors import NotFound, Refused
from maillage.graph.kept import Addition, Evidence, Log
from maillage.graph.model import Import, Judgement, Record
from maillage.graph.planning import (
    NearPlan,
    Outcome,
    Plan,
    near_plan_of,
    plan,
    plan_near,
    plan_of,
)
from maillage.graph.port import Store
from maillage.graph.truth.carried import turned
from maillage.graph.truth.checks import check_records
from maillage.graph.truth.replacement import counting_instead, turning, with_replaced


def holds(store: Store, item: Import, records: Iterable[Record]) -> bool:
    """Whether all of these are there already, in an import that counts, or another counts in its
    place: nothing is derived."""
    imports = {known.id: known for known in store.imports()}
    if counting_instead(item.id, imports):
        return True
    if item.id not in imports or not imports[item.id].live:
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
    """As if the import had never been loaded: the one that it took the place of counts again, and
    those loaded since stay."""
    log = Log.of(store)
    item = log.imports.get(import_id)
    if item is None:
        raise NotFound("not_found", what="import", id=import_id)
    if item.state == "undone":
        raise Refused("import_undone", id=import_id)
    return _turn(store, log, replace(item, live=False))


def redo(store: Store, import_id: str) -> Outcome:
    """The undo taken back: the import counts again, with its own records, in its place."""
    log = Log.of(store)
    item = log.imports.get(import_id)
    if item is None:
        raise NotFound("not_found", what="import", id=import_id)
    if item.live:
        return Outcome(log.revision)
    return _turn(store, log, replace(item, live=True))


def judge(store: Store, judgement: Judgement) -> Outcome:
    """Say that two actors are one, or that they are not."""
    log, addition = Log.of(store), Addition(judgements=[judgement])
    left, right = store.actor(judgement.left), store.actor(judgement.right)
    if judgement.left == judgement.right or (judgement.verdict == "same" and left.id == right.id):
        raise Refused("judgement_self", id=judgement.left)
    known = tuple(log.judgements.values())
    check_pair(judgement, left, right, known)
    planned = _planned(store, log, addition)
    check_judgement(store, judgement, known, planned.graph)
    return planned.carry_out(store)


def undo_judgement(store: Store, judgement_id: str) -> Outcome:
    log = Log.of(store)
    judgement = log.judgements.get(judgement_id)
    if judgement is None:
        raise NotFound("not_found", what="judgement", id=judgement_id)
    if not judgement.live:
        raise Refused("judgement_undone", id=judgement_id)
    addition = Addition(judgements=[replace(judgement, live=False)])
    return _planned(store, log, addition).carry_out(store)


def _turn(store: Store, log: Log, item: Import) -> Outcome:
    """An import that counts, or no longer."""
    imports = with_replaced(item, log.imports)
    addition = Addition(imports, judgements=turned(imports, log.imports, log.judgements))
    moved = turning(imports, log.imports)
    if sum(each.rows for each in moved) > log.few:
        return plan_of(store, Evidence.of(store), addition).carry_out(store)
    told = [record for each in moved for record in store.records_of(each.id)]
    return _planned(store, log, addition, told).carry_out(store)


def _planned(
    store: Store, log: Log, addition: Addition, told: Sequence[Record] = ()
) -> NearPlan | Plan:
    """From what it touches alone, unless that is too much."""
    near = near_plan_of(store, log, addition, told)
    return near or plan_of(store, Evidence.of(store), addition)
