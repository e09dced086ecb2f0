"""A sheet as rows of text, merged cells spread downwards and lost values told."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import partial

from python_calamine import CalamineSheet

from maillage.ingest.problems import Problem
from maillage.ingest.tables.xlsx_cells import cell_text
from maillage.ingest.tables.xlsx_scan import Place, SheetScan


@dataclass(slots=True)
class _Merges:
    """Merged areas by their first row: (column in the grid, last row, whether several columns)."""

    starting: dict[int, list[tuple[int, int, bool]]] = field(default_factory=dict)

    @classmethod
    def of(cls, sheet: CalamineSheet, first_column: int) -> _Merges:
        merges = cls()
        for (top, left), (bottom, right) in sheet.merged_cell_ranges or ():
            area = (left - first_column, bottom, right > left)
            if left >= first_column and (bottom > top or right > left):
                merges.starting.setdefault(top, []).append(area)
        return merges


class Grid:
    """The filled part of one sheet; rows and columns are counted from 0 as in the file."""

    def __init__(self, name: str, sheet: CalamineSheet, scan: SheetScan) -> None:
        self.name = name
        self.first_column = sheet.start[1] if sheet.start else 0
        self._sheet = sheet
        self._scan = scan
        self._merges = _Merges.of(sheet, self.first_column)
        self._percent_columns = sorted({place.column for place in scan.percents})
        # Rows that may look blank because a formula gave nothing, or an error.
        self.lost_rows = {place.row for place in (*scan.errors, *scan.uncomputed)}
        self.hidden_rows, self.struck_rows = scan.hidden_rows, scan.struck_rows
        self.commented = scan.commented
        # Rows of which there is something to say.
        self.telling_rows = self.lost_rows | self._merges.starting.keys()

    def rows(self) -> Iterator[tuple[int, list[str]]]:
        """Each row with its number, from 0."""
        # What a merged area gives to the rows below its first: column → (last row, value).
        spread: dict[int, tuple[int, str]] = {}
        starting = self._merges.starting
        for number, values in enumerate(self._sheet.iter_rows()):
            cells = [v if type(v) is str else cell_text(v) for v in values]
            for column in self._percent_columns:
                self._show_percent(number, column, cells, values[column - self.first_column])
            # A row of which nothing is filled stays blank below a merged cell.
            if spread and any(cells):
                _fill(cells, number, spread)
            for column, last, _ in starting.get(number, ()):
                if last > number and column < len(cells):
                    spread[column] = last, cells[column]
            yield number, cells

    def findings(
        self, number: int, cells: list[str], columns: tuple[str, ...]
    ) -> Iterator[Problem]:
        """What of a row was lost, or read in several places."""
        if number in self.lost_rows:
            yield from self._formulas(number, columns)
        for column, last, across in self._merges.starting.get(number, ()):
            value = cells[column] if column < len(columns) else ""
            if value.strip():
                found = partial(
                    Problem.of, sheet=self.name, row=number + 1, column=columns[column], value=value
                )
                if last > number:
                    yield found("merged_spread", last=str(last + 1))
                if across:
                    yield found("merged_across")

    def _formulas(self, number: int, columns: tuple[str, ...]) -> Iterator[Problem]:
        for index, column in enumerate(columns):
            place = Place(number, index + self.first_column)
            found = partial(Problem.of, sheet=self.name, row=number + 1, column=column)
            if place in self._scan.errors:
                yield found("formula_error", value=self._scan.errors[place])
            elif place in self._scan.uncomputed:
                yield found("formula_not_computed")

    def _show_percent(self, number: int, column: int, cells: list[str], value: object) -> None:
        if isinstance(value, float) and Place(number, column) in self._scan.percents:
            cells[column - self.first_column] = cell_text(value, percent=True)


def _fill(cells: list[str], number: int, spread: dict[int, tuple[int, str]]) -> None:
    for column, (last, value) in list(spread.items()):
        if number > last:
            del spread[column]
        elif not cells[column]:
            cells[column] = value
