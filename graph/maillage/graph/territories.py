"""Départements and régions, as INSEE codes them, each région with the dates of its name and code.

The tables ship with the package (`data/SOURCES.md`). A région is asked *at a date*: in 2014 the
Ille-et-Vilaine was in Bretagne and the Landes in Aquitaine; the Landes are now in
Nouvelle-Aquitaine.

>>> departement("Ille et Vilaine").code, departement("35600").code, departement("2a").name
('35', '35', 'Corse-du-Sud')
>>> region_of("40", date(2014, 9, 19)).name, region_of("40").name
('Aquitaine', 'Nouvelle-Aquitaine')
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache
from importlib.resources import files

from maillage.graph.folding import fold

Row = dict[str, str]

# The name Corsica's two départements shared until 1976, and postal codes still do.
OLD_CORSICA = "20"
CORSICA = ("2A", "2B")
REFORM = date(2016, 1, 1)


@dataclass(frozen=True, slots=True)
class Departement:
    """`region`, `region_2015`: codes since and until the reform. A collectivity overseas that is
    not a département has neither a région nor a centroid here."""

    code: str
    name: str
    region: str = ""
    region_2015: str = ""
    latitude: float | None = None
    longitude: float | None = None


@dataclass(frozen=True, slots=True)
class Region:
    """One name and code of a région while they held; `None` is no known bound."""

    code: str
    name: str
    valid_from: date | None
    valid_to: date | None
    successor: str
    latitude: float
    longitude: float

    def at(self, day: date) -> bool:
        return not (
            (self.valid_from and day < self.valid_from) or (self.valid_to and day > self.valid_to)
        )

    @property
    def current(self) -> bool:
        return self.valid_to is None


def departement(text: str) -> Departement | None:
    """By code, name (former names too) or postal code; the Corsica of before 1976 is two."""
    code = _code(text)
    return departements().get(code) or _names().get(_plain(text)) or _of_postal(code)


def region(text: str, on: date | None = None) -> Region | None:
    """By name, or by code at a date; a name of before 2016 is understood at any date."""
    matches = _regions_by_name().get(_plain(text), ())
    if not matches:
        code = text.strip().zfill(2)
        matches = tuple(item for item in regions() if item.code == code)
    living = [item for item in matches if (item.at(on) if on else item.current)]
    return next(iter(living or matches), None)


@lru_cache(4_096)
def region_of(code: str, on: date | None = None) -> Region | None:
    """The région of a département at a date (now, if none is given)."""
    known = departements().get(code)
    if known is None:
        return None
    wanted = known.region_2015 if on and on < REFORM else known.region
    return next((item for item in regions_at(on) if item.code == wanted), None)


def regions_at(on: date | None = None) -> tuple[Region, ...]:
    """Every région of one day: 22 of them in metropolitan France in 2014, 13 since 2016."""
    return tuple(item for item in regions() if (item.at(on) if on else item.current))


@cache
def departements() -> Mapping[str, Departement]:
    """The 101 départements, then the collectivities overseas, by code."""
    rows = [_departement(row) for row in _bundled("departements.csv")]
    rows += [Departement(row["code"], row["name"]) for row in _bundled("territories.csv")]
    return {item.code: item for item in rows}


@cache
def regions() -> tuple[Region, ...]:
    return tuple(_region(row) for row in _bundled("regions.csv"))


def named_at(name: str, on: date | None = None) -> Region | None:
    """The région that a name means at a date: a merged one is its successor from then on. Nothing
    where it cannot be told: Nouvelle-Aquitaine was three régions in 2014.

    >>> named_at("Aquitaine").name, named_at("Nouvelle-Aquitaine", date(2014, 9, 19))
    ('Nouvelle-Aquitaine', None)
    """
    found = region(name, on)
    if found is None or (found.at(on) if on else found.current):
        return found
    if on and found.valid_from and on < found.valid_from:
        earlier = [one for one in regions_at(on) if one.successor == found.code]
        return earlier[0] if len(earlier) == 1 else None
    return next((one for one in regions_at(on) if one.code == found.successor), None)


def corsica_of_postal(postal_code: str) -> str:
    """
    >>> corsica_of_postal("20167"), corsica_of_postal("20200")
    ('2A', '2B')
    """
    return CORSICA[0] if postal_code < "20200" else CORSICA[1]


# Saint-Barthélemy and Saint-Martin kept their postal codes when they left Guadeloupe in 2007.
_SPLIT_FROM_GUADELOUPE = {"97133": "977", "97150": "978"}
_LEADING_ZERO_LOST = re.compile(r"\d")
_PARENTHESES = re.compile(r"\([^)]*\)")
_ARTICLE = re.compile(r"^(?:departement |region )?(?:(?:de l|de la|de|du|des|d|l|le|la|les) )?")


def _code(text: str) -> str:
    code = text.strip().upper()
    return code.zfill(2) if _LEADING_ZERO_LOST.fullmatch(code) else code


def _of_postal(code: str) -> Departement | None:
    if not re.fullmatch(r"\d{5}", code, re.ASCII):
        return None
    if code.startswith(OLD_CORSICA):
        return departements()[corsica_of_postal(code)]
    if code in _SPLIT_FROM_GUADELOUPE:
        return departements()[_SPLIT_FROM_GUADELOUPE[code]]
    return departements().get(code[:3]) or departements().get(code[:2])


def _plain(text: str) -> str:
    """A name without its article: « l’Ain », « Département de la Creuse », « Réunion (La) »."""
    return _ARTICLE.sub("", fold(_PARENTHESES.sub(" ", text)), count=1)


def _departement(row: Row) -> Departement:
    return Departement(
        row["code"],
        row["name"],
        row["region"],
        row["region_2015"],
        float(row["lat"]),
        float(row["lon"]),
    )


def _region(row: Row) -> Region:
    return Region(
        row["code"],
        row["name"],
        _day(row["valid_from"]),
        _day(row["valid_to"]),
        row["successor"],
        float(row["lat"]),
        float(row["lon"]),
    )


def _bundled(name: str) -> list[Row]:
    text = (files("maillage.graph") / "data" / name).read_text(encoding="utf-8")
    return list(csv.DictReader(io.StringIO(text)))


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


@cache
def _names() -> Mapping[str, Departement]:
    rows = [*_bundled("departements.csv"), *_bundled("territories.csv")]
    return {
        _plain(name): departements()[row["code"]]
        for row in rows
        for name in (row["name"], *row.get("other_names", "").split("|"))
        if name
    }


@cache
def _regions_by_name() -> Mapping[str, tuple[Region, ...]]:
    named: dict[str, tuple[Region, ...]] = {}
    for row, item in zip(_bundled("regions.csv"), regions(), strict=True):
        for name in (row["name"], *row["other_names"].split("|")):
            if name:
                named[_plain(name)] = (*named.get(_plain(name), ()), item)
    return named
