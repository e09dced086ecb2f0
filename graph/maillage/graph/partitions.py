"""Partitions are derived, never stored twice: each is a column computed from what an actor is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from maillage.graph.arrays import ActorColumns, GraphColumns
from maillage.graph.belonging import poles_of
from maillage.graph.columns import Column
from maillage.graph.dates import DateSpan
from maillage.graph.vocabulary import LegalSector, Sector

# Several at once (a pole over three départements) is a group of its own rather than a choice.
SEVERAL = "several"
# Free text and identifiers are no partition anybody asks for.
NOT_PARTITIONS = frozenset({"note", "web", "sirets", "latitude", "longitude", "postal_code"})

_PUBLIC_PRIVATE = {
    Sector.PUBLIC: "public",
    Sector.MIXED: "mixed",
    Sector.CITIZENS: "citizens",
}


def partition_columns(
    graph: GraphColumns, chosen: NDArray[np.int64], at: DateSpan | None
) -> Mapping[str, Column]:
    """Every partition of `domain.md` and every attribute, for the chosen actors."""
    actors = graph.actors
    values: dict[str, Sequence[str | None]] = {
        name: actors.attribute(name)
        for name in actors.attribute_names
        if name not in NOT_PARTITIONS
    }
    values |= {
        "sector": actors.sectors,
        "public_private": [
            _public_private(sector, legal)
            for sector, legal in zip(actors.sectors, actors.legal_sectors, strict=True)
        ],
        "inside_ess": [_inside_ess(sector) for sector in actors.sectors],
        "family": actors.attribute("ess_family"),
        "activity": [_section(actors, number) for number in range(len(actors.ids))],
        "departement": _departements(actors),
        "region": actors.attribute("region"),
        "pole": _poles(graph, at),
        "kind": actors.kinds,
    }
    return {
        name: Column.of(name, [column[node] for node in chosen]) for name, column in values.items()
    }


def _public_private(sector: str, legal: str) -> str | None:
    if legal == LegalSector.PRIVATE and sector != Sector.CITIZENS:
        return "private"
    return _PUBLIC_PRIVATE.get(Sector(sector))


def _inside_ess(sector: str) -> str | None:
    if sector == Sector.ESS:
        return "inside"
    return "outside" if sector in (Sector.PUBLIC, Sector.PRIVATE) else None


def _section(actors: ActorColumns, number: int) -> str | None:
    """The section of the NAF code if there is one, else the activity as it was written."""
    code = actors.attributes[number].get("naf")
    if isinstance(code, str) and code[:2].isdigit():
        return next(
            (letter for letter, first, last in NAF_SECTIONS if first <= int(code[:2]) <= last), None
        )
    activity = actors.attributes[number].get("activity")
    return str(activity) if activity else None


def _departements(actors: ActorColumns) -> list[str | None]:
    single, several = actors.attribute("departement"), actors.attribute("departements")
    return [one or _only(many) for one, many in zip(single, several, strict=True)]


def _only(joined: str | None) -> str | None:
    if not joined:
        return None
    return SEVERAL if "|" in joined else joined


def _poles(graph: GraphColumns, at: DateSpan | None) -> list[str | None]:
    """The pole an actor belongs to."""
    return [
        None if not poles else SEVERAL if len(poles) > 1 else min(poles)
        for poles in poles_of(graph, at)
    ]


# Sections of NAF rev. 2 by division (INSEE, nomenclature d'activités française, 2008).
NAF_SECTIONS = (
    ("A", 1, 3), ("B", 5, 9), ("C", 10, 33), ("D", 35, 35), ("E", 36, 39), ("F", 41, 43),
    ("G", 45, 47), ("H", 49, 53), ("I", 55, 56), ("J", 58, 63), ("K", 64, 66), ("L", 68, 68),
    ("M", 69, 75), ("N", 77, 82), ("O", 84, 84), ("P", 85, 85), ("Q", 86, 88), ("R", 90, 93),
    ("S", 94, 96), ("T", 97, 98), ("U", 99, 99),
)  # fmt: skip
