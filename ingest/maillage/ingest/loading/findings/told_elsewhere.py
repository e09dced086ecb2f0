"""What a line says against what was loaded before: where the other value comes from, and which of
the two counts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import NamedTuple

from maillage.graph.dates import DateSpan
from maillage.graph.fields import ACTOR_FIELDS
from maillage.graph.model import Import, Record, Tie
from maillage.graph.planning import NearPlan, Plan
from maillage.graph.port import Store
from maillage.graph.vocabulary import TIE_KINDS, Label
from maillage.graph.wording import fill
from maillage.ingest.loading.findings.contested import Clash, contested
from maillage.ingest.loading.findings.other_load import other_load
from maillage.ingest.loading.findings.values_told import label_told, name_told, value_told
from maillage.ingest.loading.report import Report
from maillage.ingest.problems import KEPT_PER_CODE, Problem

_CODE = "told_elsewhere"
# Fields of lists that say one of ours under another name, the surest first.
_SAID_BY: Mapping[str, tuple[str, ...]] = {
    "legal_sector": ("sector", "legal_form", "legal_category"),
    "ess": ("sector", "legal_form", "legal_category"),
    "ess_family": ("family",),
    "charter_signed": ("charter_2014",),
    "start": ("valid_from", "since"),
    "end": ("valid_to", "until"),
}
_HERE = Label("c’est cette ligne qui compte désormais", "this line counts from now on")
_THERE = Label("c’est l’autre qui compte", "the other counts")

# Of a tie, what no later day changes.
_LASTING = ("start", "end")

# Of each sheet, the heading of each field.
_Headings = Mapping[str, Mapping[str, str]]


class _Cell(NamedTuple):
    """The cell of a line that says a field, and how directly: 0 if it is of that field itself."""

    heading: str
    rank: int
    clash: Clash

    @property
    def place(self) -> int:
        """Along its line."""
        return next((n for n, one in enumerate(self.clash.line.cells) if one == self.heading), 0)


def told_elsewhere(
    records: Sequence[Record], report: Report, plan: Plan | NearPlan, store: Store
) -> list[Problem]:
    """One finding a cell, from the first line to the last; asked before the plan is carried out."""
    found = contested(records, f"{report.import_id}:", plan.graph, store)
    days = {item.id: item.observed_on for item in store.imports()}
    clashes = chain.from_iterable(one.clashes() for one in found)
    cells = _cells((one for one in clashes if not _went_on(one, days)), _headings(report))
    if not cells:
        return []
    order = {record.id: place for place, record in enumerate(records)}
    cells.sort(key=lambda cell: (order[cell.clash.line.id], cell.place))
    shown, beyond = cells[:KEPT_PER_CODE], cells[KEPT_PER_CODE:]
    telling = _Telling.of(plan, store, [cell.clash for cell in shown])
    return [*map(telling.problem, shown), *(_counted(cell.clash.line) for cell in beyond)]


def _went_on(clash: Clash, days: Mapping[str, DateSpan | None]) -> bool:
    """Whether both may be true, each of its day."""
    day = clash.line.observed_on
    if day is None or _lasts(clash):
        return False
    others = (days.get(id_.partition(":")[0]) for id_ in clash.others)
    return all(one and (one.latest < day.earliest or day.latest < one.earliest) for one in others)


def _lasts(clash: Clash) -> bool:
    """Unlike how a tie goes on from year to year, and what a column of somebody's own holds."""
    field, thing = clash.conflict.field, clash.of.after
    if isinstance(thing, Tie):
        return field in _LASTING
    return field in ACTOR_FIELDS or field not in thing.attributes


def _headings(report: Report) -> _Headings:
    """A column that no list knows is a field by its own name."""
    return {
        sheet.name: {column.field or column.heading: column.heading for column in sheet.columns}
        for sheet in report.sheets
    }


def _cells(clashes: Iterable[Clash], headings: _Headings) -> list[_Cell]:
    """A cell that says several fields is told once."""
    cells: dict[tuple[str, str], _Cell] = {}
    for clash in clashes:
        if cell := _cell(clash, headings.get(clash.line.sheet, {})):
            place = clash.line.id, cell.heading or clash.conflict.field
            if place not in cells or cell.rank < cells[place].rank:
                cells[place] = cell
    return list(cells.values())


def _cell(clash: Clash, headings: Mapping[str, str]) -> _Cell | None:
    """None if no cell says the field: then it was worked out of another, which may be told."""
    field = clash.conflict.field
    for rank, name in enumerate((field, *_SAID_BY.get(field, ()))):
        heading = headings.get(name, "")
        if clash.line.cells.get(heading):
            return _Cell(heading, rank, clash)
    return _Cell("", 0, clash) if isinstance(clash.of.after, Tie) else None


def _counted(line: Record) -> Problem:
    """What is beyond those that a `ProblemLog` keeps needs no words."""
    return Problem.of(_CODE, sheet=line.sheet, row=line.line)


@dataclass(frozen=True)
class _Telling:
    """What is needed to say where a value comes from, and of whom it is."""

    plan: Plan | NearPlan
    store: Store
    # From the latest to the first.
    imports: Sequence[Import]
    records: Mapping[str, Record]

    @classmethod
    def of(cls, plan: Plan | NearPlan, store: Store, clashes: Iterable[Clash]) -> _Telling:
        wanted = {id_ for clash in clashes for id_ in clash.others}
        imports = tuple(reversed(store.imports()))
        return cls(plan, store, imports, {one.id: one for one in store.records(wanted)})

    def problem(self, cell: _Cell) -> Problem:
        clash, line = cell.clash, cell.clash.line
        field, thing = clash.conflict.field, clash.of.after
        label = label_told(thing, field)
        return Problem.of(
            _CODE,
            sheet=line.sheet,
            row=line.line,
            column=cell.heading,
            value=line.cells.get(cell.heading, ""),
            what=self._what(clash),
            field=label if cell.rank else cell.heading or label,
            here=value_told(thing, field, clash.here),
            there=value_told(thing, field, clash.there),
            source=self._source(clash),
            counts=_HERE if clash.counts else _THERE,
        )

    def _what(self, clash: Clash) -> Label:
        thing = clash.of.after
        if not isinstance(thing, Tie):
            return fill(("« {name} »", "“{name}”"), name=self._name(thing.id))
        return fill(
            ("{one} – {other} ({kind})", "{one} – {other} ({kind})"),
            one=self._name(thing.source),
            other=self._name(thing.target),
            kind=TIE_KINDS[thing.kind].label,
        )

    def _name(self, id_: str) -> str:
        actor = self.plan.graph.actors.get(id_) or self.store.actor(id_)
        return name_told(actor)

    def _source(self, clash: Clash) -> Label:
        """The latest load that says it."""
        saying = {
            record.import_id
            for id_ in clash.others
            if (record := self.records.get(id_)) and clash.of.tells(record, clash.conflict)
        }
        return other_load(self.imports, saying)
