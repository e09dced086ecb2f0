"""The words a sample is made of: `ingest/data/sample/*.csv`, read once."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from maillage.graph.territories import departements, region_of

_FOLDER = Path(__file__).parent.parent / "data" / "sample"


@dataclass(frozen=True)
class Archetype:
    """A sort of organisation: what its name, form, sector and numbers have in common."""

    archetype: str
    weight: int
    kind: str
    sector: str
    ess_family: str
    legal_form: str
    siren_class: str
    siren_share: int
    rna_share: int
    roles: frozenset[str]


@dataclass(frozen=True)
class Head:
    """How a name begins and ends around a place, and the activity it tells of."""

    before: str
    after: str
    activity: str


@dataclass(frozen=True)
class Departement:
    """A département, how populous it is (tens of thousands) and some of its towns."""

    code: str
    name: str
    region: str
    weight: int
    towns: tuple[str, ...]


@dataclass(frozen=True)
class Toponyms:
    """Invented places, so that no real village is said to cooperate."""

    start: tuple[str, ...]
    middle: tuple[str, ...]
    end: tuple[str, ...]
    suffix: tuple[str, ...]


@dataclass(frozen=True)
class Tables:
    archetypes: tuple[Archetype, ...]
    heads: Mapping[str, tuple[Head, ...]]  # by archetype, `pole`, or head of a sort of group
    departements: tuple[Departement, ...]
    toponyms: Toponyms

    def having(self, role: str) -> NDArray[np.bool_]:
        """Which archetypes play a role: carrier of a pole, company with capital, funder."""
        return np.array([role in archetype.roles for archetype in self.archetypes])

    @cached_property
    def companion(self) -> NDArray[np.int64]:
        """For each département, the next one of its region (itself where it is alone)."""
        regions: dict[str, list[int]] = {}
        for number, departement in enumerate(self.departements):
            regions.setdefault(departement.region, []).append(number)
        following = np.arange(len(self.departements))
        for numbers in regions.values():
            following[numbers] = numbers[1:] + numbers[:1]
        return following


@cache
def tables() -> Tables:
    archetypes = tuple(_archetype(row) for row in _rows("archetypes"))
    heads: dict[str, list[Head]] = {}
    for row in _rows("heads"):
        head = Head(row["before"], row["after"], row["activity"])
        heads.setdefault(row["archetype"], []).append(head)
    return Tables(
        archetypes,
        {name: tuple(some) for name, some in heads.items()},
        tuple(_departement(row) for row in _rows("towns")),
        Toponyms(**{row["part"]: tuple(row["texts"].split("|")) for row in _rows("toponyms")}),
    )


def _rows(name: str) -> list[dict[str, str]]:
    with (_FOLDER / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _archetype(row: dict[str, str]) -> Archetype:
    return Archetype(
        row["archetype"],
        int(row["weight"]),
        row["kind"],
        row["sector"],
        row["ess_family"],
        row["legal_form"],
        row["siren_class"],
        int(row["siren_share"]),
        int(row["rna_share"]),
        frozenset(row["roles"].split("|")),
    )


def _departement(row: dict[str, str]) -> Departement:
    code = row["departement"]
    region = region_of(code)
    return Departement(
        code,
        departements()[code].name,
        region.name if region else "",
        int(row["weight"]),
        tuple(row["towns"].split("|")),
    )
