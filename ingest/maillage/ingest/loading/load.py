"""One file into a store: read, checked line by line, committed whole or not at all."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import replace
from pathlib import Path

from maillage.graph import ledger
from maillage.graph.again import again
from maillage.graph.bulk import uncollected
from maillage.graph.errors import InvalidInput, Refused
from maillage.graph.model import Import, Judgement, Record, Ref
from maillage.graph.port import ActorQuery, Store
from maillage.ingest.identity.parted import overruling
from maillage.ingest.lists.checks import first_lines, over_whole
from maillage.ingest.lists.employers import EMPLOYER_GROUP, EMPLOYERS
from maillage.ingest.lists.registry import list_spec
from maillage.ingest.lists.rows import ListSpec
from maillage.ingest.loading.complete import ended_by, of_complete
from maillage.ingest.loading.corrections import Corrections
from maillage.ingest.loading.held_in_all import over_whole_with_others
from maillage.ingest.loading.item import import_of
from maillage.ingest.loading.lines import Speech, read_records
from maillage.ingest.loading.options import Options
from maillage.ingest.loading.overheard import Overheard
from maillage.ingest.loading.preview import NOTHING, Added, describe
from maillage.ingest.loading.recognition import MOST_ACTORS, Known, recognise, unknown_ends
from maillage.ingest.loading.report import Fate, Layout, Report
from maillage.ingest.loading.seen import seen
from maillage.ingest.loading.sheets import Sheet, open_sheets
from maillage.ingest.loading.whose import (
    NewScope,
    Scope,
    Speaker,
    check_told,
    group_of,
    scope_of,
    speaker_of,
)
from maillage.ingest.problems import Problem
from maillage.ingest.tables import Table

__all__ = ["Options", "load", "tell"]

_NEW = {"pole": "pole_new", "network": "network_new", EMPLOYER_GROUP: "group_new"}

Progress = Callable[[int], None]


@uncollected()
def load(
    store: Store,
    file: Path | bytes,
    as_list: str,
    options: Options | None = None,
    *,
    name: str = "",
    progress: Progress = lambda _: None,
    turn: AbstractContextManager[object] | None = None,
) -> Report:
    """Read a file as one kind of list; write what is accepted, all together.

    The report says the fate of each line. With `strict`, one refused line refuses the file.
    `progress` is told how many lines were read, and may raise to give up: nothing is written then.
    `turn` is waited for before writing, where several write in one process.
    """
    options = options or Options()
    spec = list_spec(as_list)
    as_list = spec.name
    shown = name or (file.name if isinstance(file, Path) else "")
    report = Report(file=shown, list=as_list)
    heard = Overheard(report.problems)
    sheets = open_sheets(
        file,
        name=shown,
        spec=spec,
        overrides=options.columns,
        memory=None if options.forget_columns else options.memory,
        log=heard,
        left_out=options.left_out,
    )
    _check_whose(options, spec, sheets, shown)
    report.sheets = [seen(sheet) for sheet in sheets]
    report.layouts = {sheet.table.name: _layout(sheet.table) for sheet in sheets}
    scope = _scope(store, options)
    item = import_of(
        file,
        options,
        name=shown,
        as_list=as_list,
        sheets=sheets,
        scope=scope.ref if scope else None,
        known=store.imports(),
    )
    report.import_id, report.replaces = item.id, item.replaces
    speaker = _speaker(store, options, scope)
    speech = _speech(store, item, scope, speaker.ref, options)
    records = list(
        read_records(
            sheets, spec=spec, speech=speech, report=report, heard=heard, progress=progress
        )
    )
    report.problems.extend(speech.corrections.absent())
    records = _checked(records, report)
    if options.of_pole_only and any(
        tie.target != item.scope for record in records for tie in record.ties
    ):
        raise Refused("other_pole")
    if options.known_only or spec.known_only:
        records = _of_known_actors(store, item, records, report)
    if not records and not report.refused:
        report.problems.add(Problem.of("nothing_said"))
    if records:
        report.problems.extend(_new_ones(options, scope, speaker))
    progress(report.rows)
    writing = not options.dry_run and not (options.strict and report.found_wrong)
    item = replace(item, rows=len(records))
    large = _is_large(store)
    if not records or not (writing or options.dry_run):
        describe(report, records, Added(NOTHING, item, None))
    elif large and ledger.holds(store, item, records):
        _said_again(store, item, records, report, writing=writing)
    else:
        with turn if writing and turn else nullcontext():
            plan, said = again(
                lambda: _planned(store, item, records, report, writing=writing, large=large)
            )
        report.say(said)
        if isinstance(plan, ledger.NearPlan):
            _not_compared(report)
            describe(report, records, Added(plan.graph, item, plan.before))
        else:
            before = None if plan.addition is None else plan.before
            judgements = plan.evidence.judgements.values()
            tell(report, records, Added(plan.graph, item, before), judgements)
    if report.written:
        _remember(options, sheets, report)
    return report


def tell(
    report: Report, records: Sequence[Record], added: Added, judgements: Iterable[Judgement]
) -> None:
    """Whom the lines mean, what they do, and which of them wait."""
    if len(added.graph.actors) <= MOST_ACTORS:
        recognise(records, Known.of_graph(added.graph, judgements, report.import_id or ""), report)
    else:
        _not_compared(report)
    describe(report, records, added)


def _not_compared(report: Report) -> None:
    report.problems.add(Problem.of("matches_not_sought", limit=MOST_ACTORS))


def _planned(
    store: Store,
    item: Import,
    records: Sequence[Record],
    report: Report,
    *,
    writing: bool,
    large: bool,
) -> tuple[ledger.Plan | ledger.NearPlan, Sequence[Problem]]:
    """What the lines do, what there is to say of them beside what is loaded already, and (if it
    is to be) doing it. Where lines are compared with all that is known, all of it is worked out."""
    near = ledger.plan_near(store, item, records) if large else None
    plan = near or ledger.plan(store, item, records)
    report.again = isinstance(plan, ledger.Plan) and plan.addition is None
    said = [*over_whole_with_others(records, plan, store)]
    if not report.again:
        said += overruling(store, plan.graph)
        report.ended = ended_by(item, plan, store)
        said += of_complete(item, report.ended, plan, store)
    report.outcome = plan.carry_out(store) if writing else plan.outcome
    report.written = writing
    return plan, said


def _is_large(store: Store) -> bool:
    """Whether lines are not compared with all that is known."""
    return store.actors(ActorQuery(limit=1)).total > MOST_ACTORS


def _said_again(
    store: Store, item: Import, records: Sequence[Record], report: Report, *, writing: bool
) -> None:
    """The same file in a large network: nothing is worked out that would change nothing."""
    report.again, report.written = True, writing
    report.outcome = ledger.Outcome(store.revision())
    describe(report, records, Added(NOTHING, item, None))


def _layout(table: Table) -> Layout:
    return Layout(table.header_line, table.first_column, table.columns)


def _remember(options: Options, sheets: Iterable[Sheet], report: Report) -> None:
    """What was said of the columns, for the next file with the same heading."""
    if options.memory is None:
        return
    try:
        for sheet in sheets:
            if options.forget_columns:
                options.memory.forget(sheet.table.columns, sheet.columns.list_name)
            if options.columns and sheet.apart:
                options.memory.keep(sheet.columns)
    except OSError:
        # The lines are saved all the same.
        report.problems.add(Problem.of("columns_not_kept"))


def _check_whose(options: Options, spec: ListSpec, sheets: Sequence[Sheet], file: str) -> None:
    """That it is told whose list it is, by an option that such a list has or by its columns."""
    if options.group and spec is not EMPLOYERS:
        raise InvalidInput("group_of_employers_only", name=spec.name)
    whose = options.group if spec is EMPLOYERS else options.pole
    if not (whose or options.ask_pole):
        check_told(spec, sheets, file)


def _new_ones(options: Options, scope: Scope | None, speaker: Speaker) -> Iterator[Problem]:
    """Those whom the options name and nobody knows yet."""
    if scope and scope.is_new:
        yield Problem.of(_NEW[scope.kind], value=options.group or options.pole or "")
    if speaker.is_new:
        yield Problem.of("speaker_new", value=options.declared_by or "")


def _scope(store: Store, options: Options) -> Scope | None:
    if options.group:
        return group_of(store, options.group)
    new: NewScope = "network" if options.new_network else "pole" if options.new_pole else ""
    return scope_of(store, options.pole, new=new) if options.pole else None


def _speech(
    store: Store, item: Import, scope: Scope | None, speaker: Ref | None, options: Options
) -> Speech:
    return Speech(
        import_id=item.id,
        series=f"{item.list}|{item.title}|{options.pole or ''}|{options.declared_by or ''}",
        title=options.source or "",
        pole=item.scope,
        pole_kind=scope.kind if scope else "pole",
        network=store,
        declared_by=speaker,
        observed_on=item.observed_on,
        source_dates=options.source_dates,
        corrections=Corrections(options.corrections),
        communes=options.communes,
    )


def _speaker(store: Store, options: Options, scope: Scope | None) -> Speaker:
    """Who declares these lines: the actor said, else the pole or group whose list it is."""
    if options.declared_by in (None, options.pole, options.group):
        return Speaker(scope.ref if scope else None)
    return speaker_of(store, options.declared_by or "")


def _checked(records: list[Record], report: Report) -> list[Record]:
    """Without the lines that the whole file shows to be wrong."""
    report.problems.extend(first_lines(records))
    return _without(records, over_whole(records), report)


def _of_known_actors(
    store: Store, item: Import, records: list[Record], report: Report
) -> list[Record]:
    """Without the lines that name an actor nobody knows."""
    return _without(records, unknown_ends(records, _foreseen(store, item, records)), report)


def _foreseen(store: Store, item: Import, records: Iterable[Record]) -> Known:
    """What the network would hold."""
    evidence = ledger.Evidence.of(store).with_([item], records)
    return Known.of_graph(evidence.graph(), evidence.judgements.values(), item.id)


def _without(records: list[Record], problems: Iterable[Problem], report: Report) -> list[Record]:
    """The records of the lines of which none of these refusals is said."""
    refused: set[tuple[str, int]] = set()
    for problem in problems:
        report.problems.add(problem)
        if problem.row is not None:
            refused.add((problem.sheet, problem.row))
    for place in refused:
        report.revise(*place, Fate.REFUSED)
    if not refused:
        return records
    return [record for record in records if (record.sheet, record.line) not in refused]
