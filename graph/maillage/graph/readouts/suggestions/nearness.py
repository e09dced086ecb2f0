"""What two actors have in common besides partners: a territory, an activity."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from math import asin, cos, radians, sin, sqrt

import numpy as np

from maillage.graph.folding import fold
from maillage.graph.model import Attributes
from maillage.graph.partitions import NAF_SECTIONS, SEVERAL, partition_columns
from maillage.graph.readouts.subject import Subject
from maillage.graph.readouts.words.suggestions import WORDS
from maillage.graph.territories import departement
from maillage.graph.vocabulary import Label
from maillage.graph.wording import fill, same

NEAR_KM = 30
# A centre of a département says nothing of how far two are from one another.
_PRECISE = ("commune", "address")
_EARTH_KM = 6371.0
_BETWEEN = re.compile("[,;/]")
_SECTIONS = frozenset(section for section, _, _ in NAF_SECTIONS)


@dataclass(frozen=True, slots=True)
class Near:
    how: str  # commune, distance, departement, region
    said: Label


@dataclass(frozen=True, eq=False)
class Nearness:
    subject: Subject

    def territory(self, one: int, other: int) -> Near | None:
        """The narrowest that both share; None if it is not known that they share one."""
        common = self._departements[one] & self._departements[other]
        commune = self._commune(one)
        if commune and fold(commune) == fold(self._commune(other) or "") and common:
            return Near("commune", fill(WORDS["same_commune"], name=same(commune)))
        km = self.distance(one, other)
        if km is not None and km <= NEAR_KM:
            return Near("distance", fill(WORDS["near"], km=max(round(km), 1)))
        if common:
            known = departement(min(common))
            name = known.name if known else min(common)
            return Near("departement", fill(WORDS["same_departement"], name=same(name)))
        region = self._regions[one]
        if region and region == self._regions[other]:
            return Near("region", fill(WORDS["same_region"], name=same(region)))
        return None

    def distance(self, one: int, other: int) -> float | None:
        """In kilometres, where both are placed to the municipality or better."""
        here, there = self._point(one), self._point(other)
        return kilometres(here, there) if here and there else None

    def activity(self, one: int, other: int) -> Label | None:
        """What both do: a section of the NAF, or words that both lists wrote."""
        common = self._activities(one) & self._activities(other)
        if not common:
            return None
        word = min(common)
        key = "same_section" if word in _SECTIONS else "same_activity"
        return fill(WORDS[key], name=same(self._written(one, word)))

    def neighbours(self, row: int) -> set[int]:
        """Everybody in one of its départements."""
        found = {near for code in self._departements[row] for near in self._there[code]}
        found.discard(row)
        return found

    def alike(self, row: int) -> set[int]:
        """Of a pole, every other that does the same."""
        words = self._activities(row) if self.subject.graph.actors.poles[row] else set()
        found = {pole for word in words for pole in self._poles_doing[word]}
        found.discard(row)
        return found

    # ------------------------------------------------------------------ helpers

    @cached_property
    def _poles_doing(self) -> Mapping[str, list[int]]:
        found: dict[str, list[int]] = defaultdict(list)
        for row in self.subject.pole_rows:
            for word in self._activities(row):
                found[word].append(row)
        return found

    @cached_property
    def _departements(self) -> list[set[str]]:
        return [self.subject.departements(row) for row in range(len(self._attributes))]

    @cached_property
    def _there(self) -> Mapping[str, list[int]]:
        found: dict[str, list[int]] = defaultdict(list)
        for row, codes in enumerate(self._departements):
            for code in codes:
                found[code].append(row)
        return found

    @cached_property
    def _said(self) -> list[str]:
        """The activity of each as the partition reads it; one may have several."""
        return self._column("activity")

    @cached_property
    def _regions(self) -> list[str]:
        return ["" if name == SEVERAL else name for name in self._column("region")]

    def _column(self, name: str) -> list[str]:
        rows = np.arange(len(self._attributes))
        column = partition_columns(self.subject.graph, rows, self.subject.at)[name]
        return [column.categories[code] if code >= 0 else "" for code in column.codes.tolist()]

    def _activities(self, row: int) -> set[str]:
        said = self._said[row]
        if said in _SECTIONS:
            return {said}
        return {folded for part in _BETWEEN.split(said) if (folded := fold(part))}

    def _written(self, row: int, word: str) -> str:
        parts = (part.strip() for part in _BETWEEN.split(self._said[row]))
        return next((part for part in parts if fold(part) == word), word)

    @property
    def _attributes(self) -> Sequence[Attributes]:
        return self.subject.graph.actors.attributes

    def _commune(self, row: int) -> str | None:
        said = self._attributes[row].get("commune")
        return str(said) if said else None

    def _point(self, row: int) -> tuple[float, float] | None:
        said = self._attributes[row]
        at = said.get("latitude"), said.get("longitude")
        if said.get("geo_precision") not in _PRECISE:
            return None
        latitude, longitude = at
        if isinstance(latitude, int | float) and isinstance(longitude, int | float):
            return float(latitude), float(longitude)
        return None


def kilometres(here: tuple[float, float], there: tuple[float, float]) -> float:
    """Along a great circle, between two points in degrees.

    >>> round(kilometres((48.8566, 2.3522), (45.7640, 4.8357)))
    391
    """
    (lat, lon), (lat2, lon2) = ((radians(a), radians(b)) for a, b in (here, there))
    half = sin((lat2 - lat) / 2) ** 2 + cos(lat) * cos(lat2) * sin((lon2 - lon) / 2) ** 2
    return 2 * _EARTH_KM * asin(sqrt(half))
