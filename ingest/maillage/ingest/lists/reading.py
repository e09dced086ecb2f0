"""From the cells of a line to a row of its list, with what there is to say of each cell."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from maillage.ingest.headings import read_heading
from maillage.ingest.lists.readers import Reader, reader_of
from maillage.ingest.lists.rows import Cell, ListSpec, Row
from maillage.ingest.parsed import Parsed
from maillage.ingest.problems import CATALOGUE, Problem


@dataclass(frozen=True, slots=True)
class ReadRow:
    """`row` is None if the line is refused; `problems` says why, or what was changed."""

    row: Row | None
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class _Column:
    position: int
    field: str
    heading: str
    cell: Cell
    read: Reader


@dataclass
class RowReader:
    """Reads the lines of one table whose columns have been matched to the fields of a list."""

    spec: ListSpec
    sheet: str
    # field → position and heading of its column
    columns: Mapping[str, tuple[int, str]]
    _columns: list[_Column] = field(init=False)

    def __post_init__(self) -> None:
        cells = self.spec.row.cells()
        self._columns = [
            _Column(
                position,
                name,
                heading,
                cells[name],
                reader_of(cells[name], unit=read_heading(heading).unit),
            )
            for name, (position, heading) in self.columns.items()
        ]

    def read(self, line: int, texts: Sequence[str]) -> ReadRow:
        values: dict[str, object] = {}
        problems: list[Problem] = []
        refused = False
        for column in self._columns:
            text = texts[column.position] if column.position < len(texts) else ""
            if not text or text.isspace():
                continue
            found = column.read(text)
            if found.value is not None:
                values[column.field] = found.value
            if found.code:
                problem = self._problem(column, line, text, found)
                problems.append(problem)
                refused = refused or problem.level == "refused"
        missing = self._missing(line, values)
        if missing or refused:
            return ReadRow(None, (*problems, *missing))
        return ReadRow(self.spec.row.model_validate(values), tuple(problems))

    def _problem(self, column: _Column, line: int, text: str, found: Parsed[object]) -> Problem:
        usual = CATALOGUE[found.code].level
        # What a line can do without is left out rather than refusing the whole line.
        level = "warning" if usual == "refused" and not column.cell.required else usual
        return Problem(found.code, self.sheet, line, column.heading, text, level, found.values)

    def _missing(self, line: int, values: Mapping[str, object]) -> tuple[Problem, ...]:
        needed = [(name,) for name, cell in self.spec.row.cells().items() if cell.required]
        return tuple(
            self._value_missing(line, names)
            for names in (*needed, *self.spec.row.one_of)
            if not any(name in values for name in names)
        )

    def _value_missing(self, line: int, names: Sequence[str]) -> Problem:
        headed = [self.columns[name][1] for name in names if name in self.columns]
        heading = headed[0] if headed else self.spec.row.cells()[names[0]].label.fr
        return Problem.of("value_missing", sheet=self.sheet, row=line, column=heading)
