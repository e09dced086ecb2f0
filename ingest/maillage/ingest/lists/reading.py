"""From the cells of a line to a row of its list, with what there is to say of each cell."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from maillage.ingest.cells.parsed import Parsed
from maillage.ingest.columns.headings import read_heading
from maillage.ingest.lists.readers import Reader, reader_of
from maillage.ingest.lists.rows import Cell, ListSpec, Row
from maillage.ingest.problems import CATALOGUE, Problem

YEAR_FIELD = "year_of_figure"


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
    # The year that the headings of figures give: « CA 2013 ».
    year: int | None = None
    _columns: list[_Column] = field(init=False)
    _usual: Mapping[str, object] = field(init=False)

    def __post_init__(self) -> None:
        cells = self.spec.row.cells()
        dated = self.year is not None and YEAR_FIELD in cells
        self._usual = {YEAR_FIELD: self.year} if dated else {}
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
        """`texts` are the cells of the line, as many as the table has columns."""
        values = dict(self._usual)
        said: dict[str, Problem] = {}
        for column in self._columns:
            text = texts[column.position]
            if not text or text.isspace():
                continue
            value, code, _ = found = column.read(text)
            if value is not None:
                values[column.field] = value
            if code:
                said[column.field] = self._problem(column, line, text, found)
        missing = [names for names in self.spec.row.needed() if values.keys().isdisjoint(names)]
        if missing:
            return ReadRow(None, self._refused(line, said, missing))
        problems = tuple(said.values())
        if any(problem.level == "refused" for problem in problems):
            return ReadRow(None, problems)
        return ReadRow(self.spec.row.model_validate(values), problems)

    def _problem(self, column: _Column, line: int, text: str, found: Parsed[object]) -> Problem:
        usual = CATALOGUE[found.code].level
        # What a line can do without is left out rather than refusing the whole line.
        needed = column.cell.required or column.cell.decisive
        level = "warning" if usual == "refused" and not needed else usual
        return Problem(found.code, self.sheet, line, column.heading, text, level, found.values)

    def _refused(
        self, line: int, said: Mapping[str, Problem], missing: Iterable[Sequence[str]]
    ) -> tuple[Problem, ...]:
        """A cell that could not be read is the reason why it is missing: one sentence, not two."""
        problems = dict(said)
        empty = []
        for names in missing:
            unread = [name for name in names if name in said and _unread(said[name])]
            for name in unread:
                problems[name] = said[name].at_level("refused")
            if not unread:
                empty.append(self._value_missing(line, names))
        return (*problems.values(), *empty)

    def _value_missing(self, line: int, names: Sequence[str]) -> Problem:
        headed = [self.columns[name][1] for name in names if name in self.columns]
        heading = headed[0] if headed else self.spec.row.cells()[names[0]].label.fr
        return Problem.of("value_missing", sheet=self.sheet, row=line, column=heading)


def _unread(problem: Problem) -> bool:
    """Whether the cell held something that no value could be made of."""
    return CATALOGUE[problem.code].level == "refused"
