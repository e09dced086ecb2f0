"""A commune as people write it, read down to its name, with the postal code or the département
that stands beside it."""

from __future__ import annotations

import re
from typing import NamedTuple

from maillage.graph.remembered import remembered
from maillage.graph.territories import departement
from maillage.ingest.word_sets import word_set

# Characters; what is longer tells a story, and to look for a place in it takes its length squared.
_LONGEST = 200


class WrittenCommune(NamedTuple):
    """`departement` is the code of the one in parentheses, or after the comma."""

    name: str
    postal_code: str = ""
    departement: str = ""


@remembered(65_536)
def written_commune(text: str) -> WrittenCommune:
    """Its article, its case and its accents stay as they are written.

    >>> written_commune("12 rue du Port, 56100 LORIENT CEDEX 2")
    WrittenCommune(name='LORIENT', postal_code='56100', departement='')
    >>> written_commune("Châteaulin (29)"), written_commune("Paris 12e").name
    (WrittenCommune(name='Châteaulin', postal_code='', departement='29'), 'Paris')
    >>> written_commune("Rue, Somme"), written_commune("Rue de la Somme, Amiens").name
    (WrittenCommune(name='Rue', postal_code='', departement='80'), 'Amiens')
    >>> written_commune("Le Bourg, Vienne"), written_commune("Place, Mayenne").departement
    (WrittenCommune(name='Le Bourg, Vienne', postal_code='', departement=''), '')
    >>> written_commune("St-Brieuc").name, written_commune("Redon (Oust)").name
    ('Saint-Brieuc', 'Redon (Oust)')
    """
    text = text.strip()
    if len(text) > _LONGEST or not _MORE_THAN_A_NAME.search(text):
        return WrittenCommune(text)
    rest, area = _without_area(text)
    if not area and (named := before_departement(text)) and not _may_be_an_address(named):
        rest, area = named.name, named.departement
    rest, postal_code = _without_address(rest)
    rest = _ARRONDISSEMENT.sub(r"\1", _CEDEX.sub("", rest))
    return WrittenCommune(_SAINT.sub(_in_full, rest), postal_code, area)


def before_departement(text: str) -> WrittenCommune | None:
    """What stands before a comma and the name of a département, if it were a commune.

    >>> before_departement("Place, Mayenne"), before_departement("Place, Laval")
    (WrittenCommune(name='Place', postal_code='', departement='53'), None)
    """
    place, _, name = text.strip().rpartition(",")
    area = departement(name) if place and not _DIGIT.search(name) else None
    return WrittenCommune(place.strip(), departement=area.code) if area else None


def commune_name(text: str | None) -> str | None:
    return (written_commune(text).name or None) if text else None


# The départements whose names are those of communes: Allier, Aube, Corrèze, Creuse, Doubs, Indre,
# Landes, Mayenne, Paris, Vaucluse, Vienne, La Réunion.
_COMMUNES_TOO = word_set("03 10 19 23 25 36 40 53 75 84 86 974")
_DIGIT = re.compile(r"\d")
_MORE_THAN_A_NAME = re.compile(r"[\d(,]|c[eé]dex|\bste?s?\b|[IVX]e?$", re.IGNORECASE)
_ASIDE = re.compile(r"\s*\((?!\d{5}\))([^)]+)\)$")
_NAME = r"[^\W\d][^\d,]*(?:\d{1,2}[^\W\d]*)?"
_POSTAL_FIRST = re.compile(
    rf"(?:(?:.*[\s,;(-])?(?:fr?-)?(\d{{5}})|(\d\d) (\d{{3}}))[\s,;)-]+({_NAME})", re.IGNORECASE
)
_POSTAL_LAST = re.compile(r"(?:\d[^,]*,\s*)?([^\W\d][^,]*?)[\s,;(-]+(\d{5})\)?")
# Rue, Place, Cours and Chemin are communes too.
_WAY = (
    r"(?:(?:rue|avenue|boulevard|place|chemin|route|allée|impasse|quai|cours|square)\s|"
    r"(?:av|bd|za|zi|bp|cs|lieu[ -]dit)\b)"
)
_STREET_FIRST = re.compile(rf"(?:\d|{_WAY}).*,\s*({_NAME})", re.IGNORECASE)
_STREET = re.compile(rf"(?!\d\d \d{{3}}\b)\d{{1,4}}\b|{_WAY}", re.IGNORECASE)
# Bourg-en-Bresse is a commune, with its hyphens or without.
_SPOT = re.compile(
    r"(?:l[ea]s?\s|l[’']|au\s)?(?:bourg$|(?:zone|z\.?\s?[ai]|zac|résidence|residence|immeuble|hameau"
    r"|lotissement|parc|b[âa]t(?:iment)?|quartier|domaine|ferme|centre|cité|espace)(?![\w-]))",
    re.IGNORECASE,
)
_CEDEX = re.compile(r"[\s-]+c[eé]dex(?:\s+\d+)?$", re.IGNORECASE)
_ARRONDISSEMENT = re.compile(
    r"^(paris|lyon|marseille)[\s,-]+(?:\d{1,2}|[IVX]+) ?(?:er|e|[eè]me|i[eè]me)?"
    r"(?: arr(?:ondissement|\.)?)?$",
    re.IGNORECASE,
)
_SAINT = re.compile(r"\b(s)(te?s?)(?:\.\s*|(?=[\s-]+\w))", re.IGNORECASE)


def _without_area(text: str) -> tuple[str, str]:
    """« Tarnos (40) », « Saint-Denis (La Réunion) »; any other aside is left where it is."""
    aside = _ASIDE.search(text)
    area = departement(aside[1]) if aside else None
    return (text[: aside.start()], area.code) if aside and area else (text, "")


def _may_be_an_address(named: WrittenCommune) -> bool:
    """Whether what stands before the comma may be no commune, and what stands behind it one."""
    last = named.name.rpartition(",")[2].strip()
    return named.departement in _COMMUNES_TOO or bool(_STREET.match(last) or _SPOT.match(last))


def _without_address(text: str) -> tuple[str, str]:
    """The commune and the postal code before or after it."""
    if found := _POSTAL_FIRST.fullmatch(text):
        return found[4].strip(), found[1] or found[2] + found[3]
    if found := _POSTAL_LAST.fullmatch(text):
        return found[1], found[2]
    found = _STREET_FIRST.fullmatch(text)
    return (found[1].strip(), "") if found else (text, "")


def _in_full(saint: re.Match[str]) -> str:
    """« ST BRIEUC » is « SAINT BRIEUC », « Ste-Anne » « Sainte-Anne »."""
    middle = "AIN" if saint[2].isupper() else "ain"
    return f"{saint[1]}{middle}{saint[2]}" + (" " if "." in saint[0] else "")
