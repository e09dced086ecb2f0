"""From the cells of a line to a row of its list, with what there is to say of each cell.

What can be decided of a column is decided once (`Column`), and what was made of a text is kept: the
lines of a list say the same words again and again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from operator import itemgetter
from sys import intern
from typing import NamedTuple

from maillage.ingest.cells.parsed import Parsed
from maillage.ingest.columns.headings import read_heading
from maillage.ingest.lists.finer_kinds import keep_finer
from maillage.ingest.lists.periods import with_period
from maillage.ingest.lists.readers import reader_of
from maillage.ingest.lists.rows import Cell, ListSpec, Row
from maillage.ingest.persons.asides import without_persons_aside
from maillage.ingest.persons.removal import (
    MASK,
    mask_personal,
    mask_titled,
    may_name_persons_alone,
    names_persons_alone,
)
from maillage.ingest.problems import CATALOGUE, Problem

YEAR_FIELD = "year_of_figure"
CACHED_TEXTS = 50_000
# What these columns leave out is an organisation: the line would say something else without it.
_NAMING = frozenset({"id", "name", "names", "partner"})


# A row, or None if the line is refused; what is kept of the line, by heading; why it is refused, or
# what was changed.
ReadRow = tuple[Row | None, dict[str, str], Sequence[Problem]]


class Remark(NamedTuple):
    """`removed` says what was masked in a cell, `found` what there is to say of the rest."""

    removed: tuple[str, ...]
    found: Parsed[object]


# What may be kept of its text, what it means, and what there is to say.
ReadCell = tuple[str, object, Remark | None]


class _Read(dict[str, ReadCell]):
    """What was made of the texts of a column, one by one as they are met; persons are masked
    before anything is made of a text."""

    def __init__(self, cell: Cell | None, heading: str) -> None:
        super().__init__()
        self._parse = reader_of(cell, unit=read_heading(heading).unit) if cell else None
        # Free text, or what is not understood: it names no organisation.
        self._free = cell is None or cell.reads == "text"

    def __missing__(self, given: str) -> ReadCell:
        if len(self) >= CACHED_TEXTS:
            self.clear()
        made = self[given] = self._made(given)
        return made

    def _made(self, given: str) -> ReadCell:
        text = mask_personal(given)
        removed: tuple[str, ...] = ("personal_masked",) if text != given else ()
        bare = mask_titled(text) if self._free else without_persons_aside(text)
        if bare != text:
            text, removed = bare, (*removed, "personal_name_masked")
        if not self._free:
            # The columns of a list name the same organisations; what is free is seldom said twice.
            text = intern(text)
        if self._parse is None or text.isspace():
            found = _MAYBE if may_name_persons_alone(text) else _BLANK
            return text, None, Remark(removed, found) if removed or found.code else None
        found = self._parse(text)
        if found.code == "person_named":
            text = MASK
        elif found.code and found.value is None and names_persons_alone(text):
            # Not what the column holds: nothing else would keep her name out.
            text, removed = MASK, (*removed, "personal_name_masked")
        value = text if found.value == text else found.value
        return text, value, Remark(removed, found) if removed or found.code else None


_BLANK: Parsed[object] = Parsed()
# In a column that nobody knows: nothing tells whether she, or a room called after her, is meant.
_MAYBE: Parsed[object] = Parsed(None, "person_maybe_kept")


class Column(NamedTuple):
    """A column that is kept; one that no field is read from has no `cell`."""

    position: int
    heading: str
    field: str
    cell: Cell | None
    read: Mapping[str, ReadCell]

    @classmethod
    def of(cls, position: int, heading: str, field: str, spec: ListSpec) -> Column:
        cell = spec.row.cells()[field] if field else None
        return cls(position, heading, field, cell, _Read(cell, heading))


class _Needed(NamedTuple):
    """Fields of which one must hold something; what they hold if none does."""

    names: tuple[str, ...]
    held: Callable[[dict[str, object]], object]
    none: object

    @classmethod
    def of(cls, names: tuple[str, ...]) -> _Needed:
        held = itemgetter(*names)
        return cls(names, held, held(dict.fromkeys(names)))


Remarked = tuple[Column, str, Remark]


@dataclass
class RowReader:
    """Reads the lines of one table whose columns have been matched to the fields of a list."""

    spec: ListSpec
    sheet: str
    columns: Sequence[Column]
    # The year that the headings of figures give: « CA 2013 ».
    year: int | None = None
    # field → heading of its column
    headings: Mapping[str, str] = field(init=False)
    _readers: Sequence[tuple[int, str, str, Mapping[str, ReadCell], Column]] = field(init=False)
    _usual: dict[str, object] = field(init=False)
    _needed: Sequence[_Needed] = field(init=False)

    def __post_init__(self) -> None:
        row = self.spec.row
        dated = self.year is not None and YEAR_FIELD in row.cells()
        self.headings = {column.field: column.heading for column in self.columns if column.field}
        # Unpacked as a plain tuple in half the time: this is done for each cell of each line.
        self._readers = [
            (one.position, one.heading, one.field, one.read, one) for one in self.columns
        ]
        self._usual = row.blank() | ({YEAR_FIELD: self.year} if dated else {})
        self._needed = [_Needed.of(names) for names in row.needed()]

    def read(self, line: int, texts: Sequence[str]) -> ReadRow:
        """`texts` are the cells of the line, as many as the table has columns."""
        values = self._usual.copy()
        cells: dict[str, str] = {}
        remarked: list[Remarked] = []
        for position, heading, name, read, column in self._readers:
            if given := texts[position]:
                text, value, remark = read[given]
                cells[heading] = text
                if value is not None:
                    values[name] = value
                if remark:
                    remarked.append((column, text, remark))
        missing = [names for names, held, none in self._needed if held(values) == none]
        if remarked or missing:
            return self._with_problems(line, values, cells, remarked, missing)
        return self.spec.row.of_read(values), cells, ()

    def _with_problems(
        self,
        line: int,
        values: dict[str, object],
        cells: dict[str, str],
        remarked: Sequence[Remarked],
        missing: Sequence[Sequence[str]],
    ) -> ReadRow:
        masked = [
            Problem.of(code, sheet=self.sheet, row=line, column=column.heading)
            for code in ("personal_masked", "personal_name_masked")
            for column, _, remark in remarked
            if code in remark.removed
        ]
        found = {
            column.field: self._problem(column, line, text, remark.found)
            for column, text, remark in remarked
            if remark.found.code and column.field
        }
        others = [
            self._problem(column, line, text, remark.found)
            for column, text, remark in remarked
            if remark.found.code and not column.field
        ]
        said = with_period(self.spec.row, values, found)
        keep_finer(values, said)
        if missing:
            return None, cells, (*masked, *self._refused(line, said, missing))
        problems = (*masked, *said.values(), *others)
        if any(problem.level == "refused" for problem in said.values()):
            return None, cells, problems
        return self.spec.row.of_read(values), cells, problems

    def _problem(self, column: Column, line: int, text: str, found: Parsed[object]) -> Problem:
        usual, cell = CATALOGUE[found.code].level, column.cell
        # What a line can do without is left out rather than refusing the whole line.
        names = found.code == "ditto" and cell is not None and cell.reads in _NAMING
        needed = names or (cell is not None and (cell.required or cell.decisive))
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
        headed = [self.headings[name] for name in names if name in self.headings]
        heading = headed[0] if headed else self.spec.row.cells()[names[0]].label.fr
        return Problem.of("value_missing", sheet=self.sheet, row=line, column=heading)


def _unread(problem: Problem) -> bool:
    """Whether the cell held something that no value could be made of."""
    return CATALOGUE[problem.code].level == "refused"
