"""From the lines of a file to records: what each line says, and what became of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from maillage.graph.bulk import Alike, unchecked
from maillage.graph.dates import DateSpan
from maillage.graph.model import Attributes, Import, Record, Ref
from maillage.graph.port import Store
from maillage.ingest.lists import matrix
from maillage.ingest.lists.drafts import Draft, Scene
from maillage.ingest.lists.matrix import MatrixReader, MatrixRow
from maillage.ingest.lists.reading import Column, RowReader
from maillage.ingest.lists.rows import ListSpec
from maillage.ingest.lists.rows import Row as ListRow
from maillage.ingest.lists.several import NO_NAMES, KnownNames
from maillage.ingest.lists.state_and_dates import with_contradiction
from maillage.ingest.lists.to_come import with_planned
from maillage.ingest.loading.corrections import Corrections
from maillage.ingest.loading.options import Options
from maillage.ingest.loading.overheard import Overheard
from maillage.ingest.loading.report import Fate, Report, fate_of
from maillage.ingest.loading.sheets import Sheet
from maillage.ingest.loading.whose import Whose
from maillage.ingest.places.communes import NO_COMMUNES, Communes
from maillage.ingest.problems import Problem
from maillage.ingest.problems.words import Level
from maillage.ingest.tables import Row

PROGRESS_EVERY = 1_000

# Everything in a record was made of its type by the readers of cells and the claims of lists.
_record = unchecked(Record)
_NOTHING: Attributes = {}


@dataclass(frozen=True, slots=True, kw_only=True)
class Speech:
    """Who says the lines of a file, in which list, and when it was seen."""

    import_id: str
    series: str
    loaded_on: date
    title: str = ""
    pole: Ref | None = None
    pole_kind: str = "pole"
    network: Store | None = None
    declared_by: Ref | None = None
    observed_on: DateSpan | None = None
    source_dates: Mapping[str, DateSpan] = field(default_factory=dict)
    corrections: Corrections = field(default_factory=Corrections)
    communes: Communes = NO_COMMUNES
    names: KnownNames = NO_NAMES

    @classmethod
    def of(
        cls, item: Import, whose: Whose, options: Options, network: Store, names: KnownNames
    ) -> Speech:
        return cls(
            import_id=item.id,
            loaded_on=item.loaded_at.date(),
            series=f"{item.list}|{item.title}|{options.pole or ''}|{options.declared_by or ''}",
            title=options.source or "",
            pole=item.scope,
            pole_kind=whose.scope.kind if whose.scope else "pole",
            network=network,
            declared_by=whose.speaker.ref,
            observed_on=item.observed_on,
            source_dates=options.source_dates,
            corrections=Corrections(options.corrections),
            communes=options.communes,
            names=names,
        )


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
        reader = _LineReader.of(sheet, number, spec, speech, report)
        name = sheet.table.name
        lines = made[name] = _LineSet()
        for count, row in enumerate(speech.corrections.over(sheet.table)):
            line = row.line
            if record := reader.record(row, heard.take(name, line)):
                yield record
            if not reader.left_blank:
                lines.add(line)
            if count % PROGRESS_EVERY == 0:
                progress(report.rows)
    for name, line, level in heard.left():
        if line not in made.get(name, ()):
            if level == "refused":
                report.settle(name, line, Fate.REFUSED)
        elif (name, line) not in report.notable:
            report.revise(name, line, fate_of((), level))
    report.problems.extend(speech.corrections.absent())
    report.aside = frozenset(_left_aside(report, made))
    progress(report.rows)


def _left_aside(report: Report, made: Mapping[str, _LineSet]) -> Iterator[tuple[str, int]]:
    """Those that are refused are counted, and shown, as lines are."""
    for one in report.problems:
        if one.row is None or one.row in made.get(one.sheet, ()):
            continue
        if (one.sheet, one.row) not in report.notable:
            yield one.sheet, one.row


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


@dataclass
class _LineReader:
    sheet: str
    reader: RowReader | MatrixReader
    says: Callable[..., Draft | None]
    speech: Speech
    report: Report
    # Headings of the columns that no field is read from.
    unknown: Sequence[str]
    # What the ids of the records of this sheet begin with.
    prefix: str
    # Sets of headings that lines fill, each once: one tuple for all the lines that fill them.
    filled: dict[tuple[str, ...], tuple[str, ...]] = field(default_factory=dict)
    # Whether the last line was one to fill in that nobody has: it counts for nothing.
    left_blank: bool = False

    @classmethod
    def of(
        cls, sheet: Sheet, number: int, spec: ListSpec, speech: Speech, report: Report
    ) -> _LineReader:
        table, columns = sheet.table, sheet.columns
        prefix = f"{speech.import_id}:{number}:"
        if sheet.is_matrix:
            crossed = MatrixReader(table, sheet.left_out)
            return cls(table.name, crossed, matrix.says, speech, report, (), prefix)
        kept = [
            Column.of(position, heading, columns.mapped.get(heading, ""), spec)
            for position, heading in enumerate(table.columns)
            if heading not in sheet.personal.removed and heading not in sheet.left_out
        ]
        reader = RowReader(spec, table.name, kept, columns.year)
        return cls(table.name, reader, spec.says, speech, report, columns.unknown, prefix)

    def record(self, row: Row, heard: Level | None) -> Record | None:
        line, texts = row
        said, cells, problems = self.reader.read(line, texts)
        draft = self._draft(said, cells) if said is not None else None
        self.left_blank = said is not None and draft is None and not problems
        if self.left_blank:
            return None
        if draft is not None and draft.problems:
            problems = (*problems, *(self._placed(problem, line) for problem in draft.problems))
        fate = Fate.REFUSED if said is None else fate_of(problems, heard)
        if problems:
            self.report.problems.extend(problems)
        self.report.settle(self.sheet, line, fate)
        if fate is Fate.REFUSED:
            self.report.keep_refused(self.sheet, line, cells)
            return None
        return self._record(line, cells, draft) if draft is not None else None

    def _draft(self, said: ListRow | MatrixRow, cells: Mapping[str, str]) -> Draft | None:
        draft = self.says(said, self._scene(cells))
        if draft is None or not draft.ties or fate_of(draft.problems) is Fate.REFUSED:
            return draft
        # A list of which nobody says the day is taken for one of the day of the load.
        today = DateSpan(self.speech.loaded_on, self.speech.loaded_on)
        seen = draft.observed_on or self._seen_on(draft.source) or today
        headings = self.reader.headings
        draft = with_contradiction(draft, seen, cells=cells, headings=headings)
        return with_planned(draft, seen.latest, cells=cells, headings=headings)

    def _scene(self, cells: Mapping[str, str]) -> Scene:
        speech = self.speech
        return Scene(
            speech.series,
            cells,
            self._extra(cells) if self.unknown else _NOTHING,
            speech.pole,
            speech.network,
            speech.communes,
            speech.observed_on,
            speech.pole_kind,
            speech.names,
        )

    def _extra(self, cells: Mapping[str, str]) -> Attributes:
        return {heading: cells[heading] for heading in self.unknown if heading in cells}

    def _placed(self, problem: Problem, line: int) -> Problem:
        """In its line, under the heading of its field."""
        heading = self.reader.headings.get(problem.column, problem.column)
        return Problem(
            problem.code,
            self.sheet,
            line,
            heading,
            problem.value,
            problem.level,
            problem.values,
        )

    def _record(self, line: int, cells: Mapping[str, str], draft: Draft) -> Record:
        speech = self.speech
        return _record(
            id=f"{self.prefix}{line}",
            import_id=speech.import_id,
            sheet=self.sheet,
            line=line,
            source=draft.source or speech.title,
            locator=draft.locator,
            voice=draft.voice,
            author=draft.author,
            declared_by=draft.declared_by or speech.declared_by,
            observed_on=draft.observed_on or self._seen_on(draft.source),
            cells=self._held(cells),
            corrected=speech.corrections.held(self.sheet, line),
            actors=draft.actors,
            ties=draft.ties,
            judgements=draft.judgements,
        )

    def _held(self, cells: Mapping[str, str]) -> Alike:
        """The records of all lines are held at once."""
        headings = tuple(cells)
        return Alike(self.filled.setdefault(headings, headings), tuple(cells.values()))

    def _seen_on(self, source: str) -> DateSpan | None:
        """When the document that a line cites spoke, else when the list was made."""
        cited = source.partition("|")[0].strip()
        return self.speech.source_dates.get(cited) or self.speech.observed_on
