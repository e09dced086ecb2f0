"""The INSEE legal categories, read for what they say of the sector (`data/legal_categories.csv`).

Every row keeps its source and a confidence; a person's CSV of the same columns overrides ours.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from maillage.graph.errors import InvalidInput
from maillage.graph.vocabulary import FLAGS, Ess, LegalSector
from maillage.ingest.reference import Row, bundled, given

REQUIRED_COLUMNS = ("code", "legal_sector", "ess")


@dataclass(frozen=True, slots=True)
class Category:
    """A row of the table of INSEE legal categories; `code` may end in `*`."""

    code: str
    label: str
    legal_sector: LegalSector
    ess: Ess
    ess_family: str | None
    kind: str | None
    flags: tuple[str, ...]
    marks: tuple[str, ...]
    source: str
    confidence: str
    note: str

    @property
    def commercial(self) -> bool:
        """A firm that only its own act or a register puts inside the social economy."""
        return (self.legal_sector, self.ess, self.kind) == (
            LegalSector.PRIVATE,
            Ess.UNKNOWN,
            "enterprise",
        )


class Categories:
    """The table of legal categories; a person's rows take the place of ours, code by code."""

    def __init__(self, rows: Iterable[Category]) -> None:
        self._rows = {row.code: row for row in rows}

    @classmethod
    def bundled(cls) -> Categories:
        return _bundled_categories()

    @classmethod
    def load(cls, path: Path) -> Categories:
        """Ours, overridden by the rows of a CSV of the same columns."""
        return cls([*Categories.bundled(), *map(_category, given(path, REQUIRED_COLUMNS))])

    def get(self, code: str) -> Category | None:
        """The row of a code, else that of its longest known beginning."""
        code = code.strip().removesuffix(".0")
        code = code.zfill(4) if code == "0" else code
        if len(code) != 4 or not code.isdigit():
            return None
        starts = (code, *(f"{code[:length]}*" for length in (3, 2, 1)))
        return next((self._rows[start] for start in starts if start in self._rows), None)

    def __iter__(self) -> Iterator[Category]:
        return iter(self._rows.values())

    def __len__(self) -> int:
        return len(self._rows)


@cache
def _bundled_categories() -> Categories:
    return Categories(_category(row) for row in bundled("legal_categories.csv"))


def _category(row: Row) -> Category:
    flags = tuple(flag for flag in row.get("flags", "").split("|") if flag)
    return Category(
        code=row["code"],
        label=row.get("label", ""),
        legal_sector=LegalSector(_one_of(row, "legal_sector", LegalSector)),
        ess=Ess(_one_of(row, "ess", Ess)),
        ess_family=row.get("ess_family") or None,
        kind=row.get("kind") or None,
        flags=tuple(flag for flag in flags if flag in FLAGS),
        marks=tuple(flag for flag in flags if flag not in FLAGS),
        source=row.get("source", ""),
        confidence=row.get("confidence", ""),
        note=row.get("note", ""),
    )


def _one_of(row: Row, column: str, known: Iterable[str]) -> str:
    value = row[column] or "unknown"
    if value not in list(known):
        what = f"legal_categories.csv, {row['code']}, {column}"
        raise InvalidInput("invalid_value", what=what, value=value, expected=", ".join(known))
    return value
