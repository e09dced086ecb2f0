"""The tables that are read of a workbook, and what there is to say of them."""

from __future__ import annotations

from maillage.graph.folding import fold
from maillage.ingest.tables import Limits, Table, read_tables

_KNOWN = {"nom", "structure", "commune", "siren", "part", "depuis", "montant"}


def read(data: bytes, *sheets: str, **limits: int) -> tuple[Table, ...]:
    return read_tables(
        data,
        name="liste.xlsx",
        is_known_header=_is_known,
        sheets=sheets,
        limits=Limits(**limits),
    )


def one(data: bytes, **limits: int) -> Table:
    (table,) = read(data, **limits)
    return table


def cells(table: Table) -> list[tuple[str, ...]]:
    return [row.cells for row in table.rows]


def findings(table: Table) -> list[tuple[str, int | None, str]]:
    for _ in table.rows:
        pass
    return [(p.code, p.row, p.value) for p in table.problems]


def _is_known(heading: str) -> bool:
    return fold(heading) in _KNOWN
