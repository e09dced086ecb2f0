"""Titles before the names of persons, and how many names after each make a person: in a cell that
holds nothing else, where a shop may be called « Dr Vélo », and within a text, where it is not.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from maillage.graph.folding import fold
from maillage.graph.titles import TITLES


class Titles(NamedTuple):
    written: tuple[str, ...]
    # 0: however many, an organisation may be called so.
    names_in_cell: int
    names_in_text: int
    # Whether fewer names in a cell may make a person too.
    perhaps: bool = False
    # In capitals others are the initials of organisations, « MS Informatique », or head words in
    # capitals, « PROFESSEUR DES ÉCOLES ».
    in_any_case: bool = False


_READ = (
    Titles(TITLES["madame"], 1, 1, in_any_case=True),
    Titles(TITLES["monsieur"], 1, 1),
    Titles(TITLES["short"], 2, 1, perhaps=True),
    Titles(TITLES["whole"], 2, 2, perhaps=True),
    Titles(TITLES["of_a_trade"], 2, 2, perhaps=True),
    # A town, and initials.
    Titles(TITLES["rare"], 0, 2, perhaps=True),
    Titles(TITLES["initial"], 0, 0, perhaps=True),
)
# Folded: those that tell nothing else. « Maître » begins « Maître d’ouvrage » too.
SHORT_TITLES = frozenset(
    fold(word) for titles in _READ if titles.names_in_text == 1 for word in titles.written
)

_NAME = r"(?:d[eu] |d[’'])?[A-ZÀ-ÖØ-Þ][\w’'-]*\.?"
_SPACE = "[ \u00a0\u202f]"
# Several persons of one name, who hold shares together.
_TOGETHER = ("Les consorts", "Consorts", "Indivision", "Héritiers", "Hoirs", "Succession")
_COUPLE = r"(?:M\.?|Mr|Monsieur) et (?:Mme|Madame)|(?:Mme|Madame) et (?:M\.?|Mr|Monsieur)"
# A family holds shares, and farms, as such.
_FAMILY = "Famille"
# Called after persons: « 12 rue du Dr Martin », and not « à la place du Dr Martin ».
_PLACE = (
    r"(?<!\w)(?i:rue|avenue|av\.?|boulevard|bd\.?|(?<!à la )place|pl\.|all[ée]e|impasse|square|quai"
    r"|chemin|route|esplanade|r[ée]sidence|h[ôo]pital|lyc[ée]e|coll[èe]ge|[ée]cole|stade) (?:du )?"
)
# In English « Me » is no lawyer: « Take Me Home », « Me Too ». Nobody is called by these words.
_NO_LAWYER = (
    rf"(?!Me{_SPACE}(?:Again|Alone|Always|And|Anything|Away|Down|Everything|Festival|Forever|Home"
    r"|How|If|In|Inside|Into|Later|Like|Maybe|More|Much|Myself|Nothing|Now|Off|Once|Out|Outside"
    r"|Over|Please|Slowly|Softly|Something|The|There|Through|Today|Together|Tomorrow|Tonight|Too"
    r"|Twice|Up|What|When|Where|Why|With|Your)\b)"
)


def _of(wanted: Callable[[Titles], bool]) -> str:
    """Those of the table that are wanted, as an expression; a dot may end a short one."""
    return "|".join(
        _spelt(word, titles) + (r"\.?" if len(word) < 6 and not word.endswith(".") else "")
        for titles in _READ
        if wanted(titles)
        for word in titles.written
    )


def _spelt(word: str, titles: Titles) -> str:
    """« madame », but not « me »: such short ones are words too, or units."""
    if titles.in_any_case:
        return f"(?i:{re.escape(word)})"
    return f"(?i:{word[0]}){word[1:]}" if len(word) > 4 else re.escape(word)


_AFTER_ONE = _of(lambda titles: titles.names_in_text == 1)
_AFTER_TWO = _of(lambda titles: titles.names_in_text == 2)
# « Maître d’ouvrage », « MAÎTRE DES LIEUX ».
_NO_TRADE = r"(?!(?i:ma[îi]tre d(?:[’' ]|u |es )))"
# All that a cell holds.
PERSON = re.compile(
    rf"{_NO_TRADE}(?:(?:{_of(lambda titles: titles.names_in_cell == 1)}"
    rf"|(?i:{_COUPLE}|{'|'.join(_TOGETHER)})) {_NAME}"
    rf"|(?:{_of(lambda titles: titles.names_in_cell == 2)}) {_NAME} {_NAME})"
    rf"(?: {_NAME}){{0,2}}"
    # « mme dupont »: no organisation is called so. « Mme Dupont et fils » is one.
    rf"|(?i:(?!.* et )(?:{_of(lambda titles: titles.in_any_case)}) {_NAME}(?: {_NAME}){{0,3}})"
)
PERHAPS_PERSON = re.compile(
    rf"{_NO_TRADE}(?:(?i:{_of(lambda titles: titles.perhaps)}|{_FAMILY}) {_NAME})"
    rf"(?: {_NAME}){{0,2}}"
)
# How what these two find begins.
BEGINS = frozenset(
    letter
    for word in (*(word for titles in _READ for word in titles.written), *_TOGETHER, _FAMILY)
    for letter in (word[0], word[0].lower())
)
# What begins `otherwise` is a place.
IN_TEXT = re.compile(
    rf"(?P<otherwise>{_PLACE})?(?<![\w.]){_NO_LAWYER}"
    rf"(?:(?:{_AFTER_ONE}){_SPACE}|(?:{_AFTER_TWO}){_SPACE}{_NAME} ){_NAME}(?: {_NAME}){{0,2}}"
)
# No organisation is called by them: a name in lower case may follow.
LOWER_CASE_TITLE = re.compile(
    rf"(?P<otherwise>{_PLACE})?(?<![\w.])(?<!\w-)"
    rf"(?:{_of(lambda titles: titles.in_any_case)})(?={_SPACE})"
)
MAYBE_IN_TEXT = re.compile(rf"(?:{_AFTER_ONE}|{_AFTER_TWO}){_SPACE}")
