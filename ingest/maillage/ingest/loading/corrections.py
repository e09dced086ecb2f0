"""Cells that somebody corrects on the way in, laid over those of the file before they are read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from maillage.ingest.persons.removal import mask_personal
from maillage.ingest.problems import Problem
from maillage.ingest.tables import Row, Table


@dataclass(frozen=True, slots=True, order=True)
class Correction:
    """`row` is the line that a person sees, `column` the heading she wrote."""

    sheet: str
    row: int
    column: str
    value: str

    @property
    def place(self) -> str:
        return "!".join((self.sheet, str(self.row), self.column))


# Of nearly all lines: one for all of them.
_NOTHING: Mapping[str, str] = {}


class Corrections:
    """Lays them over the rows of tables, and remembers what each cell held."""

    def __init__(self, given: Iterable[Correction] = ()) -> None:
        self._told: dict[tuple[str, int], dict[str, Correction]] = {}
        for one in given:
            self._told.setdefault((one.sheet, one.row), {})[one.column] = one
        self._held: dict[tuple[str, int], dict[str, str]] = {}

    def over(self, table: Table) -> Iterator[Row]:
        """The rows as they are to be read."""
        return self._over(table) if self._told else table.rows

    def _over(self, table: Table) -> Iterator[Row]:
        places = {heading: place for place, heading in enumerate(table.columns)}
        for row in table.rows:
            told = self._told.get((table.name, row.line))
            yield self._corrected(table.name, row, told, places) if told else row

    def held(self, sheet: str, line: int) -> Mapping[str, str]:
        """What the file holds where a cell was corrected; addresses of persons masked."""
        return self._held.get((sheet, line), _NOTHING) if self._held else _NOTHING

    def absent(self) -> Iterator[Problem]:
        """Corrections of cells that are not there, once all rows were read."""
        for (sheet, line), told in sorted(self._told.items()):
            for one in told.values():
                if one.column not in self.held(sheet, line):
                    yield Problem.of(
                        "correction_absent",
                        sheet=sheet,
                        row=line,
                        column=one.column,
                        value=one.value,
                    )

    def _corrected(
        self, sheet: str, row: Row, told: Mapping[str, Correction], places: Mapping[str, int]
    ) -> Row:
        cells, held = list(row.cells), self._held.setdefault((sheet, row.line), {})
        for heading, one in told.items():
            if heading in places:
                held[heading] = mask_personal(cells[places[heading]])
                cells[places[heading]] = one.value
        return Row(row.line, tuple(cells))
