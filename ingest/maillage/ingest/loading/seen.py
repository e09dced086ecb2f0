"""What was seen of the sheets of a file: each column, and what becomes of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from maillage.graph.vocabulary import Label
from maillage.ingest.lists.matrix import cell_name
from maillage.ingest.lists.registry import list_spec
from maillage.ingest.loading.sheets import Sheet
from maillage.ingest.persons.removal import mask_personal, names_persons_alone
from maillage.ingest.problems import shown

ColumnStatus = Literal["known", "mapped", "unknown", "left_out", "personal"]

EXAMPLES = 3


@dataclass(frozen=True, slots=True)
class ColumnSeen:
    """`mapped`: somebody said which field it is; `known`: its heading did, or a part of it."""

    heading: str
    field: str | None
    label: Label | None
    status: ColumnStatus
    examples: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SheetSeen:
    name: str
    header_row: int
    columns: tuple[ColumnSeen, ...]


@dataclass(frozen=True, slots=True)
class Layout:
    """Where the cells of a sheet stand: the line of its headings (0 if none heads it), its first
    column from 0."""

    header_line: int
    first_column: int
    columns: tuple[str, ...]


def seen(sheet: Sheet) -> SheetSeen:
    """Of columns and cells that hold persons no example is shown."""
    table = sheet.table
    columns = tuple(_column(sheet, place, heading) for place, heading in enumerate(table.columns))
    return SheetSeen(table.name, table.header_line, columns)


def layout(sheet: Sheet) -> Layout:
    table = sheet.table
    return Layout(table.header_line, table.first_column, table.columns)


def _column(sheet: Sheet, place: int, heading: str) -> ColumnSeen:
    if heading in sheet.personal.removed:
        # What heads a column of a table of who is with whom is the person herself.
        if sheet.is_matrix:
            heading = cell_name(sheet.table, place, sheet.table.header_line)
        return ColumnSeen(heading, None, None, "personal", ())
    examples = tuple(_examples(sheet, place))
    field = sheet.columns.mapped.get(heading)
    status: ColumnStatus
    if field is None or heading in sheet.left_out:
        status = "unknown" if heading in sheet.columns.unknown else "left_out"
        return ColumnSeen(heading, None, None, status, examples)
    label = list_spec(sheet.columns.list_name).row.cells()[field].label
    status = "mapped" if heading in sheet.apart else "known"
    return ColumnSeen(heading, field, label, status, examples)


def _examples(sheet: Sheet, place: int) -> Iterator[str]:
    met: dict[str, None] = {}
    for row in sheet.table.sample:
        text = shown(mask_personal(row.cells[place]))
        if text and not names_persons_alone(text):
            met.setdefault(text)
        if len(met) == EXAMPLES:
            break
    yield from met
