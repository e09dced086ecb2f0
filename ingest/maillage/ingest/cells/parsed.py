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


# Nothing and nobody is called so.
_NAMELESS = frozenset(
    {
        "neant", "sans objet", "non connu", "non connue", "non renseigne", "non renseignee",
        "non communique", "non communiquee", "non documente", "a completer", "a preciser",
        "a definir", "not available",
    }
)  # fmt: skip
_MISSING_MARKS = _NAMELESS | {
    "na", "n a", "nc", "n c", "nd", "n d", "nr", "n r", "ns", "null", "none", "nan",
    "inconnu", "inconnue", "unknown", "tbd", "missing",
}  # fmt: skip
_DITTO_WORDS = frozenset({"idem", "ibid", "ibidem"})
_LONGEST_DITTO = 12
_DITTO_MARKS = frozenset("\"″〃“”„«» '’")


def missing_mark(text: str) -> bool:
    """Whether a person wrote that she does not know: « NC », « - », « ? », « non renseigné »."""
    folded = fold(text) if len(text) <= 30 else text
    return folded in _MISSING_MARKS or (not folded and bool(text.strip()))


def names_nobody(name: str) -> bool:
    """Whether it stands where a name was not known: « - », « N/A », « néant ».

    >>> names_nobody("N/A"), names_nobody("NC")
    (True, False)
    """
    # « NC » and « Inconnue » may be called so.
    if "/" in name and missing_mark(name):
        return True
    return not any(map(str.isalnum, name)) or (len(name) <= 30 and fold(name) in _NAMELESS)


def ditto(text: str) -> bool:
    """Whether it stands for the line above: « idem », « id. », « ″ », « \" ».

    >>> ditto("- Idem -"), ditto("″"), ditto("ID")
    (True, True, False)
    """
    if len(text) > _LONGEST_DITTO:
        return False
    bare = text.strip(" .-–—\u00a0\u202f")
    if bare.isalpha():
        # « ID » may be somebody's initials.
        return bare in {"id", "Id"} or bare.casefold() in _DITTO_WORDS
    return bare not in {"", "'", "’"} and _DITTO_MARKS.issuperset(bare)
