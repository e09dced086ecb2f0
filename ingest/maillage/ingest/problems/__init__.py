"""Findings about the rows of a file, as data: what was seen, where, and what can be done.

A `Problem` is never raised. It names a code of the catalogue (`problem_words*`)
whose sentences are written for somebody who keeps a spreadsheet, in French and in English.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from types import MappingProxyType

from maillage.graph.languages import Language
from maillage.graph.numerals import number
from maillage.graph.vocabulary import Label
from maillage.ingest.problems.doors import ByDoor, Door, names_of_tools
from maillage.ingest.problems.words import WORDS, Level, Words
from maillage.ingest.problems.words_answers import ANSWER_WORDS
from maillage.ingest.problems.words_cells import CELL_WORDS
from maillage.ingest.problems.words_copies import COPY_WORDS
from maillage.ingest.problems.words_identity import IDENTITY_WORDS
from maillage.ingest.problems.words_lists import LIST_WORDS
from maillage.ingest.problems.words_load import LOAD_WORDS
from maillage.ingest.problems.words_places import PLACE_WORDS
from maillage.ingest.problems.words_workbooks import WORKBOOK_WORDS

CATALOGUE: Mapping[str, Words] = MappingProxyType(
    WORDS
    | CELL_WORDS
    | IDENTITY_WORDS
    | PLACE_WORDS
    | LIST_WORDS
    | LOAD_WORDS
    | COPY_WORDS
    | ANSWER_WORDS
    | WORKBOOK_WORDS
)
SHOWN_CHARACTERS = 60
KNOWN_CHARACTERS = 480
KEPT_PER_CODE = 1000

_REFUSED: dict[Language, str] = {
    "fr": "Ligne {row} refusée\u202f: {reason}. Rien d’autre n’est touché.",
    "en": "Line {row} refused: {reason}. Nothing else is affected.",
}
_KEPT_WITHOUT: dict[Language, str] = {
    "fr": " Ligne gardée sans cette valeur.",
    "en": " Line kept without this value.",
}


@dataclass(frozen=True, slots=True)
class Problem:
    """One finding; `row` is the line a person sees in her file, `column` the heading she wrote."""

    code: str
    sheet: str
    row: int | None
    column: str
    value: str
    level: Level
    values: tuple[tuple[str, object], ...] = ()
    # Nothing of its line is kept, for this or for another reason.
    line_refused: bool = False

    @classmethod
    def of(
        cls,
        code: str,
        *,
        sheet: str = "",
        row: int | None = None,
        column: str = "",
        value: str = "",
        level: Level | None = None,
        **values: object,
    ) -> Problem:
        """A problem at the level its code usually has, unless told otherwise."""
        usual = CATALOGUE[code].level
        return cls(code, sheet, row, column, value, level or usual, tuple(values.items()))

    def at_level(self, level: Level) -> Problem:
        return replace(self, level=level)

    def message(self, language: Language = "fr", door: Door = "commands") -> str:
        """What is the matter, in one or two sentences."""
        reason = self._fill(CATALOGUE[self.code].reason(language), language, door)
        if self.level == "refused" and self.row is not None:
            return _REFUSED[language].format(row=self.row, reason=reason)
        sentence = reason[:1].upper() + reason[1:] + "."
        return sentence + _KEPT_WITHOUT[language] if self._is_of_kept_line() else sentence

    def hint(self, language: Language = "fr", door: Door = "commands") -> str:
        """What the person can do about it; empty where nothing needs doing."""
        return self._fill(CATALOGUE[self.code].hint(language), language, door)

    def as_dict(
        self, language: Language = "fr", door: Door = "commands"
    ) -> dict[str, str | int | None]:
        """The public shape: what `--format json` and the API print."""
        return {
            "code": self.code,
            "level": self.level,
            "sheet": self.sheet,
            "row": self.row,
            "column": self.column,
            "value": shown(self.value),
            "message": self.message(language, door),
            "hint": self.hint(language, door),
        }

    def _is_of_kept_line(self) -> bool:
        """Whether the line is kept though a value is not, that might have refused it."""
        left_out = self.level == "warning" and CATALOGUE[self.code].level == "refused"
        return left_out and self.row is not None and not self.line_refused

    def _fill(self, sentence: str, language: Language, door: Door) -> str:
        values = {"row": str(self.row), "column": self.column, "value": self.value} | dict(
            self.values
        )
        said = {name: _said(value, language, door) for name, value in values.items()}
        return sentence.format_map(dict(names_of_tools(door, language)) | said)


class ProblemLog:
    """Collects problems in bounded memory.

    At most `keep` problems of each code are kept whole (the first ones met); the rest are only
    counted, and `beyond` says how many, so that a file wrong on each of its million lines is
    reported without being held.
    """

    def __init__(self, *, keep: int = KEPT_PER_CODE) -> None:
        self.keep = keep
        self._kept: list[Problem] = []
        self._codes: Counter[str] = Counter()
        self._levels: Counter[Level] = Counter()

    def add(self, problem: Problem) -> None:
        self._codes[problem.code] += 1
        self._levels[problem.level] += 1
        if self._codes[problem.code] <= self.keep:
            self._kept.append(problem)

    def extend(self, problems: Iterable[Problem]) -> None:
        for problem in problems:
            self.add(problem)

    def refuse_lines(self, refused: Container[tuple[str, int | None]]) -> None:
        """No finding says any more of these lines (sheet, number) that they are kept."""
        self._kept = [
            replace(one, line_refused=True) if (one.sheet, one.row) in refused else one
            for one in self._kept
        ]

    def __iter__(self) -> Iterator[Problem]:
        return iter(self._kept)

    def __len__(self) -> int:
        """How many problems were met, kept or not."""
        return self._codes.total()

    def count(self, code: str) -> int:
        return self._codes[code]

    def count_level(self, level: Level) -> int:
        return self._levels[level]

    @property
    def counts(self) -> dict[str, int]:
        return dict(self._codes)

    @property
    def beyond(self) -> dict[str, int]:
        """By code, how many problems were counted and not kept."""
        return {code: n - self.keep for code, n in self._codes.items() if n > self.keep}

    def in_order(self) -> list[Problem]:
        """Kept problems as a person reads the file: those of the file itself, then by sheet as
        first met, by line."""
        sheets = {"": 0}
        for problem in self._kept:
            sheets.setdefault(problem.sheet, len(sheets))
        return sorted(self._kept, key=lambda problem: (sheets[problem.sheet], problem.row or 0))


def shown(value: str, limit: int = SHOWN_CHARACTERS) -> str:
    """A value as a sentence may quote it: short, on one line, unable to turn the text around."""
    head = value[: 4 * limit]
    text = "".join(_plain_space(char) for char in head if _visible(char))
    text = " ".join(text.split(" ")).strip()
    if len(text) <= limit and len(head) == len(value):
        return text
    return text[: limit - 1].rstrip() + "…"


def _shown_list(text: str) -> str:
    """A list of words, cut between two of them where it must be."""
    short = shown(text, KNOWN_CHARACTERS)
    return short if not short.endswith("…") else short.rpartition(", ")[0] + ", …"


def _plain_space(char: str) -> str:
    """The narrow space of French typography stays, any other is an ordinary one."""
    return " " if char.isspace() and char != "\u202f" else char


def _visible(char: str) -> bool:
    return char.isspace() or unicodedata.category(char) not in {"Cc", "Cf", "Cs"}


def _said(value: object, language: Language, door: Door) -> str:
    if isinstance(value, ByDoor):
        value = value.at(door)
    if isinstance(value, Label):
        return _shown_list(value.text(language))
    if isinstance(value, int | Decimal) and not isinstance(value, bool):
        return number(value, language)
    return shown(str(value))
