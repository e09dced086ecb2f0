"""Where the organisation of a row is: its cells climbed by the ladder of `places`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple, Protocol

from maillage.graph.dates import DateSpan
from maillage.graph.model import Value
from maillage.graph.remembered import remembered
from maillage.ingest.lists.drafts import Scene, kept
from maillage.ingest.places.communes import Commune, Communes
from maillage.ingest.places.ladder import Place, PlaceFinding, commune_written, resolve_place
from maillage.ingest.problems import CATALOGUE, Problem


class PlacedRow(Protocol):
    """The cells of a row that tell a place."""

    @property
    def commune(self) -> str | None: ...
    @property
    def commune_code(self) -> str | None: ...
    @property
    def postal_code(self) -> str | None: ...
    @property
    def departement_code(self) -> str | None: ...
    @property
    def departement(self) -> str | None: ...
    @property
    def region(self) -> str | None: ...


@dataclass(frozen=True, slots=True)
class Located:
    """`commune` is what goes with the name of an actor that is known by nothing else, with its
    département: Saint-Denis (93) is not Saint-Denis (974)."""

    commune: str = ""
    attributes: Mapping[str, Value] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()


class _Cells(NamedTuple):
    """Those of a row that tell a place, blank where it has none."""

    commune: str = ""
    commune_code: str = ""
    postal_code: str = ""
    departement_code: str = ""
    departement: str = ""
    region: str = ""


def located(row: PlacedRow, scene: Scene, observed_on: DateSpan | None = None) -> Located:
    """What the row says of a place, and what there is to say of its cells."""
    cells = _Cells(*(getattr(row, name) or "" for name in _Cells._fields))
    return _located(cells, scene, observed_on)


def located_by_commune(commune: str | None, scene: Scene, observed_on: DateSpan | None) -> Located:
    """The same of a row that has a commune alone."""
    return _located(_Cells(commune or ""), scene, observed_on)


def _located(cells: _Cells, scene: Scene, observed_on: DateSpan | None) -> Located:
    if not any(cells):
        return _NOWHERE
    seen = observed_on or scene.observed_on
    return _climbed(_Asked(cells, scene.communes, seen.latest if seen else None))


class _Asked(NamedTuple):
    cells: _Cells
    communes: Communes
    on: date | None


def _characters(asked: _Asked) -> int:
    return sum(map(len, asked.cells))


# The lines of a list are of few places.
@remembered(4_096, length=_characters)
def _climbed(asked: _Asked) -> Located:
    cells = asked.cells
    place = resolve_place(
        commune_code=cells.commune_code,
        postal_code=cells.postal_code,
        commune=cells.commune,
        departement=cells.departement_code or cells.departement,
        region=cells.region,
        communes=asked.communes,
        on=asked.on,
    )
    said = "departement_code" if cells.departement_code else "departement"
    commune = commune_written(cells.commune, asked.communes).name
    area = place.departement.code if place.departement else ""
    return Located(
        f"{commune} ({area})" if commune and area else commune,
        {**kept(commune=commune), **place_attributes(place), **_as_written(place, cells)},
        tuple(_problem(finding, said) for finding in place.problems),
    )


_NOWHERE = Located()


def place_attributes(place: Place) -> dict[str, Value]:
    """A commune that waits for a reviewer is not claimed. Neither is a département's centroid: it
    follows from the département (`truth.places`)."""
    exact = place.geo_precision == "commune" and not place.to_review
    return kept(
        commune_code="" if place.to_review else place.commune_code,
        commune_candidates=candidate_names(place.candidates) if place.to_review else None,
        postal_code=place.postal_code,
        departement=place.departement.code if place.departement else None,
        latitude=place.latitude if exact else None,
        longitude=place.longitude if exact else None,
        geo_precision="commune" if exact else None,
    )


def candidate_names(communes: Iterable[Commune]) -> tuple[str, ...]:
    """Code first: a reviewer's answer is found again by it.

    >>> candidate_names([Commune("35236", "Redon", "35")])
    ('35236 Redon',)
    """
    return tuple(f"{commune.code} {commune.name}" for commune in communes)


def _as_written(place: Place, cells: _Cells) -> dict[str, Value]:
    """What no table knows stays as the row has it; a région stays the one that the row names."""
    found = place.region.name if place.region and cells.region else cells.region
    unknown = None if place.departement else cells.departement_code or cells.departement
    return kept(region=found, **({"departement": unknown} if unknown else {}))


def _problem(finding: PlaceFinding, departement_column: str) -> Problem:
    column = departement_column if finding.column == "departement" else finding.column
    usual = CATALOGUE[finding.code].level
    return Problem.of(
        finding.code,
        column=column,
        value=finding.value,
        # A line can do without its place.
        level="warning" if usual == "refused" else usual,
        read=finding.read,
    )
