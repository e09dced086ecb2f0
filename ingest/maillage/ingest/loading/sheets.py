"""From the sheets of a file to records: what each line says, and what became of it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from sys import intern

from maillage.graph.dates import DateSpan
from maillage.graph.model import Record, Ref, Value
from maillage.graph.port import Reader
from maillage.graph.vocabulary import Label
from maillage.graph.wording import fill, joined
from maillage.ingest.columns.assigning import ColumnMap, is_known_heading, match_columns
from maillage.ingest.columns.memory import ColumnMemory, merged
from maillage.ingest.lists.drafts import Draft, Scene
from maillage.ingest.lists.reading import RowReader
from maillage.ingest.lists.rows import ListSpec
from maillage.ingest.loading.corrections import Corrections
from maillage.ingest.loading.report import Fate, Report, fate_of
from maillage.ingest.persons.removal import (
    PersonalColumns,
    mask_row,
    mask_titled,
    personal_columns,
)
from maillage.ingest.places.communes import NO_COMMUNES, Communes
from maillage.ingest.problems import Problem, ProblemLog
from maillage.ingest.problems.words import Level
from maillage.ingest.tables import Row, Table, read_tables

PROGRESS_EVERY = 1_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Speech:
    """Who says the lines of a file, in which list, and when it was seen."""

    import_id: str
    series: str
    title: str = ""
    pole: Ref | None = None
    pole_kind: str = "pole"
    network: Reader | None = None
    declared_by: Ref | None = None
    observed_on: DateSpan | None = None
    source_dates: Mapping[str, DateSpan] = field(default_factory=dict)
    corrections: Corrections = field(default_factory=Corrections)
    communes: Communes = NO_COMMUNES


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table whose columns are matched to the fields of a list."""

    table: Table
    columns: ColumnMap
    personal: PersonalColumns
    # Headings of columns of which nothing is to be kept.
    left_out: frozenset[str] = frozenset()

    @property
    def apart(self) -> dict[str, str]:
        """Columns that are read otherwise than their headings alone would have it."""
        usual = match_columns(self.table.columns, self.columns.list_name).mapped
        meant = self.columns.mapped
        return {
            heading: meant.get(heading, "")
            for heading in self.table.columns
            if meant.get(heading) != usual.get(heading)
        }


class Overheard(ProblemLog):
    """Passes on what the readers of a file say, and remembers of which lines they said it."""

    def __init__(self, into: ProblemLog) -> None:
        super().__init__(keep=0)
        self._into = into
        self._lines: dict[tuple[str, int], Level] = {}

    def add(self, problem: Problem) -> None:
        self._into.add(problem)
        if problem.row is not None and problem.level != "info":
            place = problem.sheet, problem.row
            if self._lines.get(place) != "refused":
                self._lines[place] = problem.level

    def take(self, sheet: str, line: int) -> Level | None:
        return self._lines.pop((sheet, line), None) if self._lines else None

    def left(self) -> Iterator[tuple[str, int, Level]]:
        """Lines that made no row, and those of which something was said when they had."""
        return ((sheet, line, level) for (sheet, line), level in self._lines.items())


class _LineSet:
    """Numbers of lines, one byte each."""

    def __init__(self) -> None:
        self._marks = bytearray()

    def add(self, line: int) -> None:
        if line >= len(self._marks):
            self._marks.extend(bytes(max(line, 1_000)))
        self._marks[line] = 1

    def __contains__(self, line: object) -> bool:
        return isinstance(line, int) and line < len(self._marks) and self._marks[line] == 1


def open_sheets(
    file: Path | bytes,
    *,
    name: str,
    spec: ListSpec,
    overrides: Mapping[str, str],
    memory: ColumnMemory | None,
    log: ProblemLog,
    left_out: Collection[str] = (),
) -> list[Sheet]:
    """The sheets of a file with their columns matched; what is told of a column comes first, then
    what was told of such a heading before."""
    tables = read_tables(
        file,
        name=name,
        is_known_header=lambda heading: is_known_heading(heading, spec.name),
        log=log,
    )
    told = {**overrides, **dict.fromkeys(left_out, "")}
    present = {heading for table in tables for heading in table.columns}
    sheets = []
    for table in tables:
        # What is told of a column of another sheet is not missing from this one.
        here = {h: name for h, name in told.items() if h in table.columns or h not in present}
        sheet = _matched(table, spec, here, memory, log, left_out=left_out)
        sheets.append(sheet)
    return sheets


def read_records(
    sheets: Sequence[Sheet],
    *,
    spec: ListSpec,
    speech: Speech,
    report: Report,
    heard: Overheard,
    progress: Callable[[int], None],
) -> Iterator[Record]:
    """The records of the lines that are accepted; the report counts them all."""
    made: dict[str, _LineSet] = {}
    for number, sheet in enumerate(sheets):
        reader = _SheetReader.of(sheet, number, spec, speech, report)
        name = sheet.table.name
        lines = made[name] = _LineSet()
        for count, row in enumerate(speech.corrections.over(sheet.table)):
            if record := reader.record(row, heard.take(name, row.line)):
                yield record
            if not reader.left_blank:
                lines.add(row.line)
            if count % PROGRESS_EVERY == 0:
                progress(report.rows)
    for name, line, level in heard.left():
        if line not in made.get(name, ()):
            if level == "refused":
                report.settle(name, line, Fate.REFUSED)
        elif (name, line) not in report.notable:
            report.revise(name, line, fate_of((), level))
    progress(report.rows)


def _matched(
    table: Table,
    spec: ListSpec,
    overrides: Mapping[str, str],
    memory: ColumnMemory | None,
    log: ProblemLog,
    *,
    left_out: Collection[str],
) -> Sheet:
    offered = memory.offered(table.columns, spec.name) if memory else None
    told = merged(offered or {}, overrides)
    columns = match_columns(table.columns, spec.name, told)
    columns = replace(columns, unknown=tuple(h for h in columns.unknown if h not in left_out))
    personal = personal_columns(table.columns, table.sample, columns)
    sheet = Sheet(table, columns, personal, frozenset(left_out).intersection(table.columns))
    if offered and (apart := sheet.apart):
        log.add(Problem.of("columns_remembered", sheet=table.name, read=_shown(apart, spec)))
    log.extend(columns.problems(table.name))
    log.extend(personal.problems(table.name))
    return sheet


def _shown(apart: Mapping[str, str], spec: ListSpec) -> Label:
    """« Libellé court → Nom »."""
    cells = spec.row.cells()
    parts = (
        fill(
            ("{heading} → {field}", "{heading} → {field}"),
            heading=heading,
            field=cells[name].label if name else "–",
        )
        for heading, name in apart.items()
    )
    return joined(parts, ", ")


def _is_told(heading: str, columns: ColumnMap, spec: ListSpec) -> bool:
    """Whether a column holds free text, or is not understood: it names no organisation."""
    name = columns.mapped.get(heading)
    return name is None or spec.row.cells()[name].reads == "text"


@dataclass
class _SheetReader:
    sheet: str
    number: int
    spec: ListSpec
    speech: Speech
    report: Report
    unknown: Sequence[str]
    # position → heading, of the columns that are kept
    kept: Mapping[int, str]
    reader: RowReader
    # Positions of the columns that name no organisation: free text, and what is not understood.
    told: frozenset[int] = frozenset()
    # Whether the last line was one to fill in that nobody has: it counts for nothing.
    left_blank: bool = False

    @classmethod
    def of(
        cls, sheet: Sheet, number: int, spec: ListSpec, speech: Speech, report: Report
    ) -> _SheetReader:
        columns = sheet.columns
        kept = {
            position: heading
            for position, heading in enumerate(sheet.table.columns)
            if heading not in sheet.personal.removed and heading not in sheet.left_out
        }
        placed = {
            name: (position, heading)
            for position, heading in kept.items()
            if (name := columns.mapped.get(heading))
        }
        reader = RowReader(spec, sheet.table.name, placed, columns.year)
        told = frozenset(
            place for place, heading in kept.items() if _is_told(heading, columns, spec)
        )
        return cls(
            sheet.table.name, number, spec, speech, report, columns.unknown, kept, reader, told
        )

    def record(self, row: Row, heard: Level | None) -> Record | None:
        texts, problems = self._without_persons(row)
        cells = {
            heading: intern(texts[place]) for place, heading in self.kept.items() if texts[place]
        }
        read = self.reader.read(row.line, texts)
        problems += read.problems
        draft = self.spec.say(read.row, self._scene(cells)) if read.row is not None else None
        self.left_blank = read.row is not None and draft is None and not problems
        if self.left_blank:
            return None
        if draft is not None:
            problems += tuple(self._placed(problem, row.line) for problem in draft.problems)
        fate = Fate.REFUSED if read.row is None else fate_of(problems, heard)
        if problems:
            self.report.problems.extend(problems)
        self.report.settle(self.sheet, row.line, fate)
        if fate is Fate.REFUSED:
            self.report.keep_refused(self.sheet, row.line, cells)
            return None
        return self._record(row, cells, draft) if draft else None

    def _without_persons(self, row: Row) -> tuple[Sequence[str], tuple[Problem, ...]]:
        """The cells of a line, addresses and numbers of persons masked within them."""
        masked = mask_row(row.cells)
        problems: tuple[Problem, ...] = ()
        if masked is not row.cells:
            problems = self._removed("personal_masked", row.line, row.cells, masked)
        nameless = {
            place: bare
            for place in self.told
            if (text := masked[place]) and (bare := mask_titled(text)) != text
        }
        if not nameless:
            return masked, problems
        told = tuple(nameless.get(place, text) for place, text in enumerate(masked))
        return told, problems + self._removed("personal_name_masked", row.line, masked, told)

    def _removed(
        self, code: str, line: int, before: Sequence[str], after: Sequence[str]
    ) -> tuple[Problem, ...]:
        return tuple(
            Problem.of(code, sheet=self.sheet, row=line, column=heading)
            for position, heading in self.kept.items()
            if after[position] != before[position]
        )

    def _scene(self, cells: Mapping[str, str]) -> Scene:
        extra: dict[str, Value] = {
            heading: cells[heading] for heading in self.unknown if heading in cells
        }
        speech = self.speech
        return Scene(
            speech.series,
            cells,
            extra,
            speech.pole,
            speech.network,
            speech.communes,
            speech.observed_on,
            speech.pole_kind,
        )

    def _placed(self, problem: Problem, line: int) -> Problem:
        """In its line, under the heading of its field."""
        _, heading = self.reader.columns.get(problem.column, (0, problem.column))
        return Problem(
            problem.code,
            self.sheet,
            line,
            heading,
            problem.value,
            problem.level,
            problem.values,
        )

    def _record(self, row: Row, cells: Mapping[str, str], draft: Draft) -> Record:
        speech = self.speech
        source = draft.source.partition("|")[0].strip()
        return Record(
            id=f"{speech.import_id}:{self.number}:{row.line}",
            import_id=speech.import_id,
            sheet=self.sheet,
            line=row.line,
            source=draft.source or speech.title,
            locator=draft.locator,
            voice=draft.voice,
            author=draft.author,
            declared_by=draft.declared_by or speech.declared_by,
            observed_on=draft.observed_on or speech.source_dates.get(source) or speech.observed_on,
            cells=cells,
            corrected=speech.corrections.held(self.sheet, row.line),
            actors=draft.actors,
            ties=draft.ties,
        )
