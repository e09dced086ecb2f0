"""What the heading of a column says beside its name: a unit, a year, a precision in brackets."""

from __future__ import annotations

import re
from dataclasses import dataclass

from maillage.graph.folding import fold
from maillage.ingest.remembered import remembered
from maillage.ingest.word_sets import word_set

_EURO = r"(?:€|eur|euros?)"
_AMOUNT = (
    rf"(?:[kKmM]|[mM]d)?\s?{_EURO}(?:\s?(?:ht|ttc))?"
    rf"|milliers? d[’']{_EURO}|millions? d[’']{_EURO}"
)
_UNIT = re.compile(
    rf"\s*(?:\(\s*(?:en\s+)?({_AMOUNT})\s*\)|\ben\s+({_AMOUNT})|\s({_AMOUNT}))\s*$", re.I
)
_BRACKETS = re.compile(r"\s*[(\[]([^()\[\]]*)[)\]]\s*")
_YEAR = re.compile(
    r"[\s_(-]*(?:\b(?:au|en|fin)\s+)?\b(?:[0-9]{1,2}/[0-9]{1,2}/)?((?:19|20)[0-9]{2})\)?\s*$", re.I
)
_NUMBER_OF = re.compile(r"\b(?:nbre|nbr|nb)\b\.?", re.I)
_NUMBER = re.compile(r"\b(?:n\s?[°º]|num\.?|№)\s?", re.I)
_ARTICLES = word_set("d de des du l la le les un une the of")
_LONGEST = 200


@dataclass(frozen=True, slots=True)
class Heading:
    """`keys`: what to look for, fullest first; `without_year`, the key of « CA » in « CA 2013 »."""

    keys: tuple[str, ...]
    unit: str = ""
    year: int | None = None
    without_year: str = ""


@remembered(16_384)
def read_heading(text: str) -> Heading:
    """Take a heading apart.

    >>> read_heading("Montant (k€) *").unit, read_heading("CA 2013").year
    ('k€', 2013)
    """
    bare = " ".join(text[:_LONGEST].split()).rstrip(" *:?")
    if bare == "€":
        # No letter of it is left to be known by.
        return read_heading("euros")
    unit = _UNIT.search(bare)
    if unit and unit.start() > 0:
        said = next(group for group in unit.groups() if group)
        found = read_heading(bare[: unit.start()])
        return Heading(found.keys, said, found.year, found.without_year)
    year = _YEAR.search(bare)
    without = bare[: year.start()] if year and year.start() else ""
    return Heading(_keys(bare), "", int(year[1]) if year else None, heading_key(without))


@remembered(16_384)
def heading_key(text: str) -> str:
    """What two headings that say the same have in common.

    >>> heading_key("Nom de la structure"), heading_key("N° de SIRET"), heading_key("% du capital")
    ('nom structure', 'numero siret', 'pct capital')
    """
    plain = _NUMBER_OF.sub("nombre ", text[:_LONGEST].replace("%", " pct "))
    words = fold(_NUMBER.sub(" numero ", plain)).split()
    # The last word stays: « Partenaire D », « Du », « De ».
    kept = [word for word in words[:-1] if word not in _ARTICLES] + words[-1:]
    return singular(" ".join(kept))


def singular(folded: str) -> str:
    """Without the plural of its words.

    >>> singular("achats groupes")
    'achat groupe'
    """
    return " ".join(
        word[:-1] if len(word) > 3 and word.endswith("s") else word for word in folded.split(" ")
    )


def _keys(bare: str) -> tuple[str, ...]:
    """The whole; without its brackets; what its brackets or slashes hold."""
    outside = _BRACKETS.sub(" ", bare)
    parts = [bare, outside, *_BRACKETS.findall(bare)]
    if "/" in outside:
        parts += outside.split("/")
    keys = dict.fromkeys(heading_key(part) for part in parts)
    return tuple(key for key in keys if key)
