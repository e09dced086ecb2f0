"""From the sheets of a file to records: what each line says, and what became of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from maillage.graph.dates import DateSpan
from maillage.graph.model import Record, Ref, Value
from maillage.ingest.columns import ColumnMap, is_known_heading, match_columns
from maillage.ingest.lists.drafts import Draft, Scene
from maillage.ingest.lists.reading import RowReader
from maillage.ingest.lists.rows import ListSpec
from maillage.ingest.personal import mask_personal, personal_columns
from maillage.ingest.problems import Problem
from maillage.ingest.report import Fate, Report, fate_of
from maillage.ingest.tables import Row, Table, read_tables

PROGRESS_EVERY = 1_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Speech:
    """Who says the lines of a file, in which list, and when it was seen."""

    import_id: str
    series: str
    title: str = ""
    pole: Ref | None = None
    declared_by: Ref | None = None
    observed_on: DateSpan | None = None
    source_dates: Mapping[str, DateSpan] = field(default_factory=dict)


def read_records(
    file: Path | bytes,
    *,
    name: str,
    spec: ListSpec,
    speech: Speech,
    overrides: Mapping[str, str],
    report: Report,
    progress: Callable[[int], None],
) -> Iterator[Record]:
    """The records of the lines that are accepted; the report counts them all."""
    tables = read_tables(
        file,
        name=name,
        is_known_header=lambda heading: is_known_heading(heading, spec.name),
        log=report.problems,
    )
    for number, table in enumerate(tables):
        sheet = _Sheet.of(
            table, number, spec=spec, speech=speech, overrides=overrides, report=report
        )
        for count, row in enumerate(table.rows):
            if record := sheet.record(row):
                yield record
            if count % PROGRESS_EVERY == 0:
                progress(report.rows)
    progress(report.rows)


@dataclass
class _Sheet:
    table: Table
    number: int
    spec: ListSpec
    speech: Speech
    report: Report
    columns: ColumnMap
    kept: Mapping[int, str]
    reader: RowReader

    @classmethod
    def of(
        cls,
        table: Table,
        number: int,
        *,
        spec: ListSpec,
        speech: Speech,
        overrides: Mapping[str, str],
        report: Report,
    ) -> _Sheet:
        columns = match_columns(table.columns, spec.name, overrides)
        personal = personal_columns(table.columns, table.sample, columns)
        report.problems.extend(columns.problems(table.name))
        report.problems.extend(personal.problems(table.name))
        kept = {
            position: heading
            for position, heading in enumerate(table.columns)
            if heading not in personal.removed
        }
        placed = {
            field_: (position, heading)
            for position, heading in kept.items()
            if (field_ := columns.mapped.get(heading))
        }
        return cls(
            table, number, spec, speech, report, columns, kept, RowReader(spec, table.name, placed)
        )

    def record(self, row: Row) -> Record | None:
        texts, masked = self._without_persons(row)
        cells = {heading: texts[place] for place, heading in self.kept.items() if texts[place]}
        read = self.reader.read(row.line, texts)
        problems = (*masked, *read.problems)
        draft = Draft()
        if read.row is not None:
            draft = self.spec.say(read.row, self._scene(cells))
            problems += tuple(self._placed(problem, row.line) for problem in draft.problems)
        fate = Fate.REFUSED if read.row is None else fate_of(problems)
        self.report.problems.extend(problems)
        self.report.settle(self.table.name, row.line, fate)
        return None if fate is Fate.REFUSED else self._record(row, cells, draft)

    def _without_persons(self, row: Row) -> tuple[list[str], tuple[Problem, ...]]:
        """The cells of a line, addresses and numbers of persons masked within them."""
        texts = list(row.cells)
        problems: list[Problem] = []
        for position, heading in self.kept.items():
            masked = mask_personal(texts[position])
            if masked != texts[position]:
                texts[position] = masked
                problems.append(
                    Problem.of(
                        "personal_masked", sheet=self.table.name, row=row.line, column=heading
                    )
                )
        return texts, tuple(problems)

    def _scene(self, cells: Mapping[str, str]) -> Scene:
        extra: dict[str, Value] = {
            heading: cells[heading] for heading in self.columns.unknown if heading in cells
        }
        return Scene(self.speech.series, cells, extra, self.speech.pole)

    def _placed(self, problem: Problem, line: int) -> Problem:
        return Problem(
            problem.code,
            self.table.name,
            line,
            problem.column,
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
            sheet=self.table.name,
            line=row.line,
            source=draft.source or speech.title,
            locator=draft.locator,
            declared_by=speech.declared_by,
            observed_on=draft.observed_on or speech.source_dates.get(source) or speech.observed_on,
            cells=cells,
            actors=draft.actors,
            ties=draft.ties,
        )
