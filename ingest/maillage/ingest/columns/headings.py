"""What the heading of a column says beside its name: a unit, a year, a precision in brackets.

What stands before the brackets is the heading. What they hold is not a heading of its own: a
« Maison mère (SIREN) » is not the SIREN of the line, nor a « Réunion (date) » its date; but behind
a word that says no more than a kind it is, « Numéro (SIREN) » (`columns.neutral`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from maillage.graph.folding import fold
from maillage.graph.remembered import remembered
from maillage.ingest.word_sets import word_set

_EURO = r"(?:€|eur|euros?)"
_AMOUNT = (
    rf"(?:[kKmM]|[mM]d)?\s?{_EURO}(?:\s?(?:ht|ttc))?"
    rf"|milliers? d[’']{_EURO}|millions? d[’']{_EURO}"
)
_UNIT = re.compile(
    rf"\s*(?:\(\s*(?:en\s+)?({_AMOUNT})\s*\)|\ben\s+({_AMOUNT})|\s({_AMOUNT}))\s*$", re.I
)
# « Structure(s) porteuse(s) », « Associé(e)s »: brackets that precise nothing.
_ENDINGS = re.compile(r"(?<=\w)\((?:e|s|es)\)s?(?!\w)", re.I)
_IN_BRACKETS = r"[(\[][^()\[\]]*[)\]]"
_BRACKETS = re.compile(rf"\s*{_IN_BRACKETS}\s*")
_PRECISED = re.compile(rf"([^()\[\]]*)({_IN_BRACKETS})")
# At the end, or before the last brackets: « Effectif 2023 (ETP) ».
_YEAR = re.compile(
    r"[\s_(-]*(?:\b(?:au|en|fin)\s+)?\b(?:[0-9]{1,2}/[0-9]{1,2}/)?((?:19|20)[0-9]{2})\)?"
    rf"(?=\s*(?:{_IN_BRACKETS})?\s*$)",
    re.I,
)
_PERCENT = re.compile(r"[(\[]?(?:\ben\s+)?\s*%\s*[)\]]?", re.I)
_NUMBER_OF = re.compile(r"\b(?:nbre|nbr|nb)\b\.?", re.I)
_NUMBER = re.compile(r"\b(?:n\s?[°º]|num(?:\.|\b)|№)\s?", re.I)
_ARTICLES = word_set("d de des du l la le les un une votre vos the of your")
_LONGEST = 200


@dataclass(frozen=True, slots=True)
class Heading:
    """`keys`: what to look for, the whole of the heading; `parts`, what it says without its
    brackets or on either side of a slash; `precised` and `precision`, what stands before its only
    brackets and in them; `without_year`, the key of « CA » in « CA 2013 »."""

    keys: tuple[str, ...]
    parts: tuple[str, ...] = ()
    precised: str = ""
    precision: str = ""
    unit: str = ""
    year: int | None = None
    without_year: str = ""


@remembered(16_384)
def read_heading(text: str) -> Heading:
    """Take a heading apart.

    >>> read_heading("Montant (k€) *").unit, read_heading("CA 2013").year
    ('k€', 2013)
    >>> read_heading("Voix (%)").keys, read_heading("Réunion (date)").parts
    (('voix pct', 'pct voix'), ('reunion',))
    """
    bare = _ENDINGS.sub("", " ".join(text[:_LONGEST].split()).rstrip(" *:?"))
    if bare == "€":
        # No letter of it is left to be known by.
        return read_heading("euros")
    unit = _UNIT.search(bare)
    if unit and unit.start() > 0:
        said = next(group for group in unit.groups() if group)
        return replace(read_heading(bare[: unit.start()]), unit=said)
    if "%" not in bare:
        return _read(bare)
    # « Voix (%) » and « voix en % » are « % voix », and no count of votes.
    found = _read(f"% {_PERCENT.sub(' ', bare)}")
    precised, precision = _precised(bare)
    return replace(
        found, keys=(heading_key(bare), *found.keys), precised=precised, precision=precision
    )


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


def _read(bare: str) -> Heading:
    """Of a heading without its unit."""
    year = _YEAR.search(bare)
    without = f"{bare[: year.start()]} {bare[year.end() :]}" if year and year.start() else ""
    outside = _BRACKETS.sub(" ", bare)
    slashed = outside.split("/") if "/" in outside else []
    whole, *parts = map(heading_key, (bare, outside, *slashed))
    precised, precision = _precised(without or bare)
    return Heading(
        keys=(whole,) if whole else (),
        parts=tuple(part for part in dict.fromkeys(parts) if part not in ("", whole)),
        precised=precised,
        precision=precision,
        year=int(year[1]) if year else None,
        without_year=heading_key(without),
    )


def _precised(bare: str) -> tuple[str, str]:
    found = _PRECISED.fullmatch(bare.strip())
    return (heading_key(found[1]), heading_key(found[2])) if found else ("", "")
