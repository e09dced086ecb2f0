"""The lines of a file into the store, worked out beside what is loaded already: all or none of
them; and what there is to say of them once they are."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from contextlib import AbstractContextManager, nullcontext

from maillage.graph import ledger, planning
from maillage.graph.again import again
from maillage.graph.model import Import, Judgement, Record
from maillage.graph.port import Store
from maillage.graph.truth.replacement import counting_instead
from maillage.ingest.loading.findings.beside import said_beside
from maillage.ingest.loading.large_networks import MOST_ACTORS, is_large, too_many
from maillage.ingest.loading.options import Options
from maillage.ingest.loading.preview import NOTHING, Added, describe
from maillage.ingest.loading.recognition import Known, recognise
from maillage.ingest.loading.report import Report
from maillage.ingest.problems import Problem

Plan = planning.Plan | planning.NearPlan


def write(
    store: Store,
    item: Import,
    records: Sequence[Record],
    report: Report,
    *,
    options: Options,
    turn: AbstractContextManager[object] | None,
) -> None:
    """Write them, or in a trial say what would be written; nothing of a file that is refused."""
    writing = not options.dry_run and not (options.strict and report.found_wrong)
    large = is_large(store)
    instead = counting_instead(item.id, {one.id: one for one in store.imports()})
    if not records or not (writing or options.dry_run):
        describe(report, records, Added(NOTHING, item, None))
    elif instead or (large and ledger.holds(store, item, records)):
        # Nothing is worked out for what another counts in the place of, nor in a large network
        # for what would change nothing.
        if instead:
            report.problems.add(Problem.of("copy_counts", copy=instead.id))
        report.again, report.written = True, writing
        report.outcome = planning.Outcome(store.revision())
        describe(report, records, Added(NOTHING, item, None))
    else:
        with turn if writing and turn else nullcontext():
            plan, said = again(
                lambda: _planned(store, item, records, report, writing=writing, large=large)
            )
        report.say(said)
        _tell_of_plan(report, records, item, plan)


def tell(
    report: Report, records: Sequence[Record], added: Added, judgements: Iterable[Judgement]
) -> None:
    """Whom the lines mean, what they do, and which of them wait."""
    if too_many(len(added.graph.actors)):
        _say_not_compared(report, added)
    else:
        known = Known.of_graph(added.graph, judgements, report.import_id or "", added.scope or "")
        recognise(records, known, report)
    describe(report, records, added)


def _planned(
    store: Store,
    item: Import,
    records: Sequence[Record],
    report: Report,
    *,
    writing: bool,
    large: bool,
) -> tuple[Plan, Sequence[Problem]]:
    """What the lines do, what there is to say of them beside what is loaded already, and (if it
    is to be) doing it. Where lines are compared with all that is known, all of it is worked out."""
    near = planning.plan_near(store, item, records) if large else None
    plan = near or planning.plan(store, item, records)
    report.again = isinstance(plan, planning.Plan) and plan.addition is None
    said = said_beside(store, item, records, plan, report)
    report.outcome = plan.carry_out(store) if writing else plan.outcome
    report.written = writing
    return plan, said


def _tell_of_plan(report: Report, records: Sequence[Record], item: Import, plan: Plan) -> None:
    if isinstance(plan, planning.NearPlan):
        added = Added(plan.graph, item, plan.before)
        _say_not_compared(report, added)
        describe(report, records, added)
        return
    before = None if plan.addition is None else plan.before
    tell(report, records, Added(plan.graph, item, before), plan.evidence.judgements.values())


def _say_not_compared(report: Report, added: Added) -> None:
    """Nobody is named of those who are new: they may be many. How many there are is said."""
    new = sum(map(added.is_new, added.graph.actors.values()))
    report.problems.add(Problem.of("matches_not_sought", limit=MOST_ACTORS, new=new))
