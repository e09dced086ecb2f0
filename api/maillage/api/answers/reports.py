"""The report of a file as the explorer reads it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from pydantic import BaseModel

from maillage.graph.languages import Language
from maillage.graph.vocabulary import ACTOR_KINDS, Label
from maillage.ingest.list_labels import list_label
from maillage.ingest.lists.registry import LISTS
from maillage.ingest.loading.report import Candidate, Fate, Line, Report
from maillage.ingest.problems import Problem


class ColumnOut(BaseModel):
    heading: str
    field: str | None
    field_label: Label | None
    status: str
    examples: list[str]


class SheetOut(BaseModel):
    name: str
    header_row: int
    columns: list[ColumnOut]


class FieldOut(BaseModel):
    """What a column of this list may be mapped to."""

    name: str
    label: Label
    required: bool


class ProblemOut(BaseModel):
    code: str
    level: str
    sheet: str
    row: int | None
    column: str
    value: str
    message: str
    hint: str

    @classmethod
    def of(cls, problem: Problem, language: Language) -> ProblemOut:
        return cls.model_validate(problem.as_dict(language, "page"))


class CandidateOut(BaseModel):
    id: str
    name: str
    kind: str
    kind_label: str
    where: str
    reasons: list[Label]

    @classmethod
    def of(cls, one: Candidate, language: Language) -> CandidateOut:
        return cls(
            id=one.id,
            name=one.name,
            kind=one.kind,
            kind_label=ACTOR_KINDS[one.kind].label.text(language),
            where=one.where,
            reasons=list(one.reasons),
        )


class LineOut(BaseModel):
    sheet: str
    row: int
    fate: Fate
    cells: Mapping[str, str]
    does: Label | None
    problems: list[ProblemOut]
    candidates: list[CandidateOut]


class GraphOut(BaseModel):
    actors_written: int
    ties_written: int
    actors_dropped: int
    ties_dropped: int


class ReportOut(BaseModel):
    """What became of a file, or what would become of it; `candidates`: whom the new pole, network
    or group whose list it is may be; `others`: of a workbook that was read list by list, the same
    of each list after the first."""

    file: str
    list: str
    list_label: Label
    guessed: bool
    import_id: str
    written: bool
    already: bool
    sheets: Sequence[SheetOut]
    fields: Sequence[FieldOut]
    rows: int
    fates: dict[Fate, int]
    summary: Label
    lines: Sequence[LineOut]
    lines_left_out: int
    not_shown: dict[str, int]
    problems: Sequence[ProblemOut]
    candidates: Sequence[CandidateOut]
    references: dict[str, int]
    graph: GraphOut
    others: Sequence[ReportOut] = ()

    @classmethod
    def of_all(cls, reports: Sequence[Report], language: Language, *, guessed: bool) -> ReportOut:
        first, *others = [cls.of(report, language, guessed=guessed) for report in reports]
        return first.model_copy(update={"others": others})

    @classmethod
    def of(cls, report: Report, language: Language, *, guessed: bool = False) -> ReportOut:
        by_line, of_file = _sorted(report)
        outcome = report.outcome
        return cls(
            file=report.file,
            list=report.list,
            list_label=list_label(report.list),
            guessed=guessed,
            import_id=report.import_id or "",
            written=report.written,
            already=report.again,
            sheets=_sheets(report),
            fields=_fields(report.list),
            rows=report.rows,
            fates={fate: report.counts[fate] for fate in Fate},
            summary=Label(fr=report.summary("fr"), en=report.summary("en")),
            lines=[_line(line, by_line[line.sheet, line.row], language) for line in report.lines],
            lines_left_out=report.lines_left_out,
            not_shown=report.problems.beyond,
            problems=[ProblemOut.of(problem, language) for problem in of_file],
            candidates=[CandidateOut.of(one, language) for one in report.owner_candidates],
            references={str(how): count for how, count in report.references.items()},
            graph=GraphOut(
                actors_written=outcome.actors_written if outcome else 0,
                ties_written=outcome.ties_written if outcome else 0,
                actors_dropped=outcome.actors_dropped if outcome else 0,
                ties_dropped=outcome.ties_dropped if outcome else 0,
            ),
        )


def _sorted(
    report: Report,
) -> tuple[Mapping[tuple[str, int], list[Problem]], list[Problem]]:
    """Findings of each line that is shown, and those of the file itself, among them what is said of
    the lines left aside."""
    by_line: dict[tuple[str, int], list[Problem]] = defaultdict(list)
    of_file = []
    for problem in report.problems.in_order():
        if problem.row is None or (problem.sheet, problem.row) in report.aside:
            of_file.append(problem)
        else:
            by_line[problem.sheet, problem.row].append(problem)
    return by_line, of_file


def _sheets(report: Report) -> list[SheetOut]:
    return [
        SheetOut(
            name=sheet.name,
            header_row=sheet.header_row,
            columns=[
                ColumnOut(
                    heading=column.heading,
                    field=column.field,
                    field_label=column.label if column.label else None,
                    status=column.status,
                    examples=list(column.examples),
                )
                for column in sheet.columns
            ],
        )
        for sheet in report.sheets
    ]


def _fields(name: str) -> list[FieldOut]:
    if name not in LISTS:
        return []
    row = LISTS[name].row
    needed = {names[0] for names in row.needed() if len(names) == 1}
    return [
        FieldOut(name=field, label=cell.label, required=field in needed)
        for field, cell in row.cells().items()
    ]


def _line(line: Line, problems: list[Problem], language: Language) -> LineOut:
    return LineOut(
        sheet=line.sheet,
        row=line.row,
        fate=line.fate,
        cells=line.cells,
        does=line.does if line.does else None,
        problems=[ProblemOut.of(problem, language) for problem in problems],
        candidates=[CandidateOut.of(one, language) for one in line.candidates],
    )
