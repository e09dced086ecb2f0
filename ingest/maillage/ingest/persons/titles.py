"""Titles before the names of persons, and how many names after each make a person: in a cell that
holds nothing else, where a shop may be called « Dr Vélo », and within a text, where it is not.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from maillage.graph.folding import fold


class Titles(NamedTuple):
    written: tuple[str, ...]
    names_in_cell: int
    names_in_text: int
    # Whether fewer names in a cell may make a person too.
    perhaps: bool = False


TITLES = (
    Titles(("M.", "MM.", "Mme", "MME", "Mmes", "Mlle", "MLLE", "Mlles", "Mrs", "Ms"), 1, 1),
    Titles(("Mr",), 2, 1),
    Titles(("Dr", "Pr", "Me"), 2, 1, perhaps=True),
    Titles(("Monsieur", "Madame", "Mademoiselle"), 2, 2),
    Titles(("Docteur", "Professeur", "Maître"), 2, 2, perhaps=True),
)
# Folded: those that tell nothing else. « Maître » begins « Maître d’ouvrage » too.
SHORT_TITLES = frozenset(
    fold(word) for titles in TITLES if titles.names_in_text == 1 for word in titles.written
)

_NAME = r"(?:d[eu] |d[’'])?[A-ZÀ-ÖØ-Þ][\w’'-]*\.?"
_SPACE = "[ \u00a0\u202f]"
# Several persons of one name, who hold shares together.
_TOGETHER = (
    r"M(?:\.|onsieur) et (?:Mme|Madame)"
    r"|(?:[Ll]es )?[Cc]onsorts|[Ii]ndivision|[Hh]éritiers|[Hh]oirs|[Ss]uccession"
)
# Called after persons: « 12 rue du Dr Martin », and not « à la place du Dr Martin ».
_PLACE = (
    r"(?<!\w)(?i:rue|avenue|av\.?|boulevard|bd\.?|(?<!à la )place|pl\.|all[ée]e|impasse|square|quai"
    r"|chemin|route|esplanade|r[ée]sidence|h[ôo]pital|lyc[ée]e|coll[èe]ge|[ée]cole|stade) (?:du )?"
)


def _of(wanted: Callable[[Titles], bool]) -> str:
    """Those of the table that are wanted, as an expression; a dot may end a short one."""
    return "|".join(
        re.escape(word) + (r"\.?" if len(word) < 6 and not word.endswith(".") else "")
        for titles in TITLES
        if wanted(titles)
        for word in titles.written
    )


_AFTER_ONE = _of(lambda titles: titles.names_in_text == 1)
_AFTER_TWO = _of(lambda titles: titles.names_in_text == 2)
# All that a cell holds.
PERSON = re.compile(
    rf"(?:(?:{_of(lambda titles: titles.names_in_cell == 1)}|{_TOGETHER}) {_NAME}"
    rf"|(?:{_of(lambda titles: titles.names_in_cell == 2)}) {_NAME} {_NAME})(?: {_NAME}){{0,2}}"
)
# A family holds shares, and farms, as such.
PERHAPS_PERSON = re.compile(
    rf"(?:{_of(lambda titles: titles.perhaps)}) {_NAME}|[Ff]amille {_NAME}(?: {_NAME}){{0,2}}"
)
# What begins with a `place` is one.
IN_TEXT = re.compile(
    rf"(?P<place>{_PLACE})?(?<![\w.])(?:(?:{_AFTER_ONE}){_SPACE}|(?:{_AFTER_TWO}){_SPACE}{_NAME} )"
    rf"{_NAME}(?: {_NAME}){{0,2}}"
)
MAYBE_IN_TEXT = re.compile(rf"(?:{_AFTER_ONE}|{_AFTER_TWO}){_SPACE}")
