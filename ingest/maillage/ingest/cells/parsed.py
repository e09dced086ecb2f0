"""What a parser of cells answers."""

from __future__ import annotations

from typing import Generic, NamedTuple, TypeVar

from maillage.graph.folding import fold
from maillage.ingest.problems import CATALOGUE, Problem
from maillage.ingest.problems.words import Level

T_co = TypeVar("T_co", covariant=True)


class Parsed(NamedTuple, Generic[T_co]):
    """`value` without `code`: plain. Both: understood after a repair. `code` alone: not understood.
    Neither: the cell is blank."""

    value: T_co | None = None
    code: str = ""
    values: tuple[tuple[str, object], ...] = ()

    def problem(
        self, *, sheet: str, row: int, column: str, cell: str, level: Level | None = None
    ) -> Problem | None:
        """What there is to say of the cell, placed; nothing if all is plain."""
        if not self.code:
            return None
        usual = level or CATALOGUE[self.code].level
        return Problem(self.code, sheet, row, column, cell, usual, self.values)


_MISSING_MARKS = frozenset(
    {
        "na", "n a", "nc", "n c", "nd", "n d", "nr", "n r", "ns", "null", "none", "nan", "neant",
        "inconnu", "inconnue", "unknown", "non connu", "non connue", "non renseigne",
        "non renseignee", "non communique", "non communiquee", "non documente", "sans objet",
        "a completer", "a preciser", "a definir", "tbd", "not available", "missing",
    }
)  # fmt: skip


def missing_mark(text: str) -> bool:
    """Whether a person wrote that she does not know: « NC », « - », « ? », « non renseigné »."""
    folded = fold(text) if len(text) <= 30 else text
    return folded in _MISSING_MARKS or (not folded and bool(text.strip()))
