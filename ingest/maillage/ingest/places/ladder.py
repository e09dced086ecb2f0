"""Where an actor is: from what a row gives, by a ladder that keeps its precision.

INSEE code → (postal code, name) → (département, name) → the département's centroid. A place says
by which rung it was found, which communes it may also be, and what did not fit; a département's
centroid is never given for more than it is (`geo_precision`).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Literal

from rapidfuzz import fuzz

from maillage.graph.territories import (
    CORSICA,
    OLD_CORSICA,
    Departement,
    Region,
    departement,
    departements,
    region,
    region_of,
)
from maillage.ingest.identity.numbers import Reading
from maillage.ingest.places.communes import (
    Commune,
    Communes,
    commune_of_arrondissement,
    departement_of_commune,
    plain_name,
    read_commune_code,
    read_postal_code,
)
from maillage.ingest.places.written import WrittenCommune, before_departement, written_commune

Precision = Literal["commune", "departement", "none"]
Rung = Literal[
    "commune_code",
    "former_code",
    "postal_code",
    "departement_and_name",
    "name",
    "departement",
    "region",
    "",
]
# A name this far from the code's own is another commune: a postal code in the wrong column.
_SAME_NAME = 70
_SHOWN = 5


@dataclass(frozen=True, slots=True)
class PlaceFinding:
    """Something to say of one cell; `code` is one of `problems.words_places`."""

    code: str
    column: str
    value: str
    read: str = ""


@dataclass(frozen=True, slots=True)
class Place:
    """`commune_code` and `commune_name` stay as given where no table of communes knows them."""

    commune: Commune | None = None
    commune_code: str = ""
    commune_name: str = ""
    postal_code: str = ""
    departement: Departement | None = None
    region: Region | None = None
    latitude: float | None = None
    longitude: float | None = None
    geo_precision: Precision = "none"
    found_by: Rung = ""
    candidates: tuple[Commune, ...] = ()
    to_review: bool = False
    problems: tuple[PlaceFinding, ...] = ()


@dataclass
class _Search:
    """The cells of a row as understood, and what has been found so far."""

    communes: Communes
    commune_code: str
    postal_code: str
    name: str
    departements: tuple[str, ...]
    problems: list[PlaceFinding] = field(default_factory=list)
    candidates: tuple[Commune, ...] = ()
    to_review: bool = False

    def say(self, code: str, column: str, value: str, read: str = "") -> None:
        self.problems.append(PlaceFinding(code, column, value, read))

    def doubt(self, code: str, communes: Iterable[Commune]) -> None:
        self.candidates = tuple(communes)
        self.to_review = True
        read = ", ".join(f"{item.name} ({item.departement})" for item in self.candidates)
        self.say(code, "commune", self.name or self.postal_code, read)


def resolve_place(
    *,
    commune_code: str = "",
    postal_code: str = "",
    commune: str = "",
    departement: str = "",
    region: str = "",
    communes: Communes | None = None,
    on: date | None = None,
) -> Place:
    """The most precise place that the cells of a row agree on.

    `on` chooses the vintage of the région (of the row's own words, else today's, if none is given).

    >>> place = resolve_place(departement="35")
    >>> place.geo_precision, place.region.name
    ('departement', 'Bretagne')
    """
    search = _understand(commune_code, postal_code, commune, departement, communes or Communes())
    found, rung = _climb(search)
    area = _area(search, found)
    _compare(search, area, departement)
    if found:
        _compare_postal(search, found)
    place = Place(
        commune=found,
        commune_code=found.code if found else search.commune_code,
        commune_name=found.name if found else search.name,
        postal_code=search.postal_code,
        departement=area,
        region=_region(search, area, region, on),
        found_by=rung if found else ("departement" if area else ""),
        candidates=search.candidates,
        to_review=search.to_review,
        problems=tuple(search.problems),
    )
    return _located(place)


def commune_written(name: str, communes: Communes) -> WrittenCommune:
    """« Place, Mayenne » is the commune of Place where the table has it there."""
    named = before_departement(name)
    if named and communes.named(named.name, named.departement):
        return named
    return written_commune(name)


def _understand(
    commune_code: str, postal_code: str, name: str, area: str, communes: Communes
) -> _Search:
    written = commune_written(name, communes)
    search = _Search(communes, "", "", written.name, ())
    search.commune_code = _read(
        search, "commune_code", commune_code, read_commune_code(commune_code)
    )
    postal_code = postal_code or written.postal_code
    search.postal_code = _read(search, "postal_code", postal_code, read_postal_code(postal_code))
    search.departements = _departements(search, area, written.departement)
    return search


def _departements(search: _Search, area: str, aside: str) -> tuple[str, ...]:
    """Those the row can mean: its own word, else its codes, else what stands beside the name; the
    Corsica of before 1976 is two."""
    said = departement(area)
    if area.strip() and not said and area.strip() != OLD_CORSICA:
        search.say("departement_unknown", "departement", area)
    known = (
        said
        or departement(search.postal_code)
        or departement(departement_of_commune(search.commune_code))
        or departements().get(aside)
    )
    if known:
        return (known.code,)
    return CORSICA if area.strip() == OLD_CORSICA else ()


def _read(search: _Search, column: str, cell: str, reading: Reading) -> str:
    if reading.code:
        search.say(reading.code, column, cell, reading.value or "")
    return reading.value or ""


def _climb(search: _Search) -> tuple[Commune | None, Rung]:
    if not len(search.communes):
        search.commune_code = commune_of_arrondissement(search.commune_code) or search.commune_code
        return None, ""
    for rung in (_by_code, _by_postal, _by_departement, _by_name):
        found, name = rung(search)
        if found or search.candidates:
            return found, name
    if search.name:
        search.say("commune_not_found", "commune", search.name)
    return None, ""


def _by_code(search: _Search) -> tuple[Commune | None, Rung]:
    code = search.commune_code
    if not code:
        return None, ""
    found = search.communes.get(code)
    if found and _postal_in_disguise(search, found):
        search.say("commune_code_unknown", "commune_code", code)
        search.postal_code, search.commune_code = search.postal_code or code, ""
        return None, ""
    if found:
        _check_name(search, found)
        return found, "commune_code"
    return _by_former_code(search, code)


def _by_former_code(search: _Search, code: str) -> tuple[Commune | None, Rung]:
    successors = search.communes.successors(code)
    if not successors:
        search.say("commune_code_unknown", "commune_code", code)
        if search.communes.of_postal(code):
            search.postal_code = search.postal_code or code
        return None, ""
    if len(successors) > 1:
        search.doubt("commune_ambiguous", successors)
        return None, ""
    search.candidates = successors
    search.say("commune_ended", "commune_code", search.name or code, successors[0].name)
    return successors[0], "former_code"


def _by_postal(search: _Search) -> tuple[Commune | None, Rung]:
    if not search.postal_code:
        return None, ""
    there = search.communes.of_postal(search.postal_code)
    if not there:
        search.say("postal_code_unknown", "postal_code", search.postal_code)
        return None, ""
    if search.name:
        there = tuple(item for item in there if _is_called(search, item))
    if len(there) == 1:
        if search.name:
            _say_former_name(search, there[0])
        return there[0], "postal_code"
    if there:
        search.doubt("commune_ambiguous", there)
    return None, ""


def _by_departement(search: _Search) -> tuple[Commune | None, Rung]:
    if not search.name:
        return None, ""
    for code in search.departements:
        exact = search.communes.named(search.name, code)
        near = exact or search.communes.resembling(search.name, code)
        if len(near) > 1:
            search.doubt("commune_ambiguous", near)
        elif near and not exact:
            search.doubt("commune_approximate", near)
        elif exact:
            _say_former_name(search, exact[0])
        if near:
            return near[0] if len(near) == 1 else None, "departement_and_name"
        if begun := search.communes.shortened(search.name, code):
            search.doubt("commune_approximate", begun[:_SHOWN])
            return None, ""
    return None, ""


def _by_name(search: _Search) -> tuple[Commune | None, Rung]:
    """A name alone, or one of another département, is proposed, not followed: a reviewer says."""
    found = search.communes.named_anywhere(search.name) if search.name else ()
    if found and search.departements:
        search.doubt("commune_elsewhere", found)
    elif found:
        search.doubt("commune_ambiguous" if len(found) > 1 else "commune_name_alone", found)
    return None, ""


def _say_former_name(search: _Search, found: Commune) -> None:
    if plain_name(search.name) != plain_name(found.name):
        search.candidates = (found,)
        search.say("commune_ended", "commune", search.name, found.name)


def _is_called(search: _Search, commune: Commune) -> bool:
    return commune in search.communes.named(search.name, commune.departement)


def _postal_in_disguise(search: _Search, found: Commune) -> bool:
    """A postal code in the INSEE column that happens to be another commune's INSEE code."""
    if not search.name or _alike(search, found):
        return False
    return any(_is_called(search, item) for item in search.communes.of_postal(search.commune_code))


def _check_name(search: _Search, found: Commune) -> None:
    if search.name and not _alike(search, found):
        search.say("commune_name_differs", "commune", search.name, found.name)


def _alike(search: _Search, found: Commune) -> bool:
    score = fuzz.ratio(plain_name(search.name), plain_name(found.name))
    return score >= _SAME_NAME or _is_called(search, found)


def _area(search: _Search, found: Commune | None) -> Departement | None:
    if found:
        return departements().get(found.departement)
    return departements().get(search.departements[0]) if len(search.departements) == 1 else None


def _compare(search: _Search, area: Departement | None, text: str) -> None:
    said = departement(text)
    if area and said and area.code != said.code:
        search.say("departement_differs", "departement", text, f"{area.code} {area.name}")


def _compare_postal(search: _Search, found: Commune) -> None:
    """A code of the table, and not of this commune; those of « Cedex » are in no table."""
    there = search.communes.of_postal(search.postal_code)
    if there and found not in there:
        read = ", ".join(item.name for item in there[:_SHOWN])
        search.say("postal_code_differs", "postal_code", search.postal_code, read)


def _region(search: _Search, area: Departement | None, text: str, on: date | None) -> Region | None:
    said = region(text, on) if text.strip() else None
    if text.strip() and said is None:
        search.say("region_unknown", "region", text)
    if not search.departements and area is None:
        return said
    code = area.code if area else search.departements[0]
    own = region_of(code, on)
    if said is None or own is None:
        return own or said
    if said.code not in (departements()[code].region, departements()[code].region_2015):
        search.say("region_differs", "region", text, own.name)
        return own
    return own if on else said


def _located(place: Place) -> Place:
    commune, area = place.commune, place.departement
    if commune and commune.latitude is not None and commune.longitude is not None:
        return replace(
            place,
            latitude=commune.latitude,
            longitude=commune.longitude,
            geo_precision="commune",
        )
    if area and area.latitude is not None:
        return replace(
            place,
            latitude=area.latitude,
            longitude=area.longitude,
            geo_precision="departement",
        )
    return replace(place, found_by=place.found_by or ("region" if place.region else ""))
