"""Partitions are derived, never stored twice: each is a column computed from what an actor is."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import partial

import numpy as np
from numpy.typing import NDArray

from maillage.graph.arrays import ActorColumns, GraphColumns
from maillage.graph.belonging import poles_of
from maillage.graph.columns import Column
from maillage.graph.dates import DateSpan
from maillage.graph.model import Attributes
from maillage.graph.territories import departement, named_at, region, region_of
from maillage.graph.vocabulary import LegalSector, Sector

# Several at once (a pole over three départements) is a group of its own rather than a choice.
SEVERAL = "several"
# Free text and identifiers are no partition anybody asks for.
NOT_PARTITIONS = frozenset(
    {"note", "web", "sirets", "latitude", "longitude", "postal_code", "commune_candidates"}
)

_PUBLIC_PRIVATE = {
    Sector.PUBLIC: "public",
    Sector.MIXED: "mixed",
    Sector.CITIZENS: "citizens",
}


def partition_columns(
    graph: GraphColumns,
    chosen: NDArray[np.int64],
    at: DateSpan | None,
    extra: Iterable[Column] = (),
) -> Mapping[str, Column]:
    """Every partition of `domain.md` and every attribute, for the chosen actors; each is computed
    when it is asked for. Régions are those of the date, of today if none is asked."""
    actors = graph.actors
    readings: dict[str, Callable[[], Sequence[str | None]]] = {
        name: partial(actors.attribute, name)
        for name in actors.attribute_names
        if name not in NOT_PARTITIONS
    }
    readings |= {
        "sector": lambda: actors.sectors,
        "public_private": lambda: _public_private(actors),
        "inside_ess": lambda: [inside_ess(Sector(sector)) for sector in actors.sectors],
        "family": lambda: actors.attribute("ess_family"),
        "activity": lambda: [_section(attributes) for attributes in actors.attributes],
        "departement": lambda: _departements(actors),
        "region": lambda: _regions(actors, at),
        "pole": lambda: _poles(graph, at),
        "kind": lambda: actors.kinds,
    }
    return _Columns(readings, chosen, {column.name: column for column in extra})


def public_private(sector: Sector, legal: LegalSector) -> str | None:
    """The group of one actor: what is of private law is private, of the social economy or not."""
    if legal is LegalSector.PRIVATE and sector is not Sector.CITIZENS:
        return "private"
    return _PUBLIC_PRIVATE.get(sector)


def inside_ess(sector: Sector) -> str | None:
    if sector is Sector.ESS:
        return "inside"
    return "outside" if sector in (Sector.PUBLIC, Sector.PRIVATE) else None


class _Columns(Mapping[str, Column]):
    """Columns by name, each coded once, when somebody asks for it."""

    def __init__(
        self,
        readings: Mapping[str, Callable[[], Sequence[str | None]]],
        chosen: NDArray[np.int64],
        coded: dict[str, Column],
    ) -> None:
        self._readings, self._chosen, self._coded = readings, chosen, coded
        self._names = tuple(dict.fromkeys((*readings, *coded)))

    def __getitem__(self, name: str) -> Column:
        if name not in self._coded:
            values = self._readings[name]()
            self._coded[name] = Column.of(name, [values[node] for node in self._chosen])
        return self._coded[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._names)

    def __len__(self) -> int:
        return len(self._names)


def _public_private(actors: ActorColumns) -> list[str | None]:
    return [
        public_private(Sector(sector), LegalSector(legal))
        for sector, legal in zip(actors.sectors, actors.legal_sectors, strict=True)
    ]


def _section(attributes: Attributes) -> str | None:
    """The section of the NAF code if there is one, else the activity as it was written."""
    code, scheme = attributes.get("naf"), attributes.get("naf_scheme", NAF_REV2)
    if scheme == NAF_REV2 and isinstance(code, str) and code[:2].isdigit():
        division = int(code[:2])
        return next(
            (section for section, first, last in NAF_SECTIONS if first <= division <= last), None
        )
    activity = attributes.get("activity")
    return str(activity) if activity else None


def _departements(actors: ActorColumns) -> list[str | None]:
    single, several = actors.attribute("departement"), actors.attribute("departements")
    return [_coded(one) or _only(many) for one, many in zip(single, several, strict=True)]


def _coded(text: str | None) -> str | None:
    """Its code, whether a list wrote that or the name; of another country, what is written."""
    known = departement(text) if text else None
    return known.code if known else text


def _only(joined: str | None) -> str | None:
    if not joined:
        return None
    return SEVERAL if "|" in joined else joined


def _regions(actors: ActorColumns, at: DateSpan | None) -> list[str | None]:
    """By the département, which says more than the name of a région that has since merged."""
    on = at.latest if at else None
    one, many = actors.attribute("departement"), actors.attribute("departements")
    said = actors.attribute("region")
    return [
        _of_departements(single or several, on) or _of_name(name, on)
        for single, several, name in zip(one, many, said, strict=True)
    ]


def _of_departements(joined: str | None, on: date | None) -> str | None:
    found = {
        found_in.name
        for text in (joined or "").split("|")
        if (known := departement(text)) and (found_in := region_of(known.code, on))
    }
    return SEVERAL if len(found) > 1 else min(found, default=None)


def _of_name(name: str | None, on: date | None) -> str | None:
    """Of what is no région of France (a country, a basin), the name as it is written."""
    if name is None or region(name) is None:
        return name
    found = named_at(name, on)
    return found.name if found else None


def _poles(graph: GraphColumns, at: DateSpan | None) -> list[str | None]:
    """The pole an actor belongs to."""
    return [
        None if not poles else SEVERAL if len(poles) > 1 else min(poles)
        for poles in poles_of(graph, at)
    ]


NAF_REV2 = "NAFRev2"
# Sections of NAF rev. 2 by division (INSEE, nomenclature d'activités française, 2008).
NAF_SECTIONS = (
    ("A", 1, 3), ("B", 5, 9), ("C", 10, 33), ("D", 35, 35), ("E", 36, 39), ("F", 41, 43),
    ("G", 45, 47), ("H", 49, 53), ("I", 55, 56), ("J", 58, 63), ("K", 64, 66), ("L", 68, 68),
    ("M", 69, 75), ("N", 77, 82), ("O", 84, 84), ("P", 85, 85), ("Q", 86, 88), ("R", 90, 93),
    ("S", 94, 96), ("T", 97, 98), ("U", 99, 99),
)  # fmt: skip
