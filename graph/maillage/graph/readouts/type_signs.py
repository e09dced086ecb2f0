"""Where the ties and the activities of a pole point, beside the type that sources give it.

Adam's types are seen in ties: a common place, means and capital in common, goods that go from one
to the next. Podlewski's are seen in activities: their NAF division, else words of what was written.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np

from maillage.graph.arrays import KIND_NAMES
from maillage.graph.folding import fold
from maillage.graph.model import Attributes
from maillage.graph.partitions import NAF_REV2
from maillage.graph.readouts.subject import Subject
from maillage.graph.vocabulary import TIE_KINDS, Layer

Confidence = Literal["high", "medium", "low", "none"]

# Fewer signs than this point nowhere.
LEAST_SIGNS = 3
# So many signs, and more than such a share of them, for each confidence.
CONFIDENT: Sequence[tuple[Confidence, int, float]] = (
    ("high", 10, 2 / 3),
    ("medium", 5, 1 / 2),
    ("low", LEAST_SIGNS, 0),
)

BY_KIND: Mapping[str, str] = {
    "shared_premises": "place",
    "shareholding": "firm_grouping",
    "shared_staff": "firm_grouping",
    "employer_group": "firm_grouping",
    "joint_purchase": "firm_grouping",
    "joint_offer": "firm_grouping",
    "supply": "value_chain",
}
# What cooperation or membership in such a gathering is a sign of.
BY_GATHERING: Mapping[str, str] = {
    "place": "place",
    "employer_group": "firm_grouping",
    "joint_purchase": "firm_grouping",
    "joint_offer": "firm_grouping",
    "shared_service": "firm_grouping",
}

_ARTS = (58, 59, 60, 90, 91)  # publishing, film and sound, broadcasting, arts, heritage
_LAST_OF_PRODUCTION = 43  # agriculture to construction
# Beginnings of words, without accents.
BY_WORDS: Mapping[str, tuple[str, ...]] = {
    "creative_cultural": (
        "arts", "audiovisuel", "cinema", "cultur", "edition", "lecture", "livre", "musi",
        "spectacle", "theatre",
    ),
    "production": (
        "agri", "agro", "artisan", "bois", "chaussure", "construction", "cuir", "energ", "eolien",
        "fabrication", "industri", "maraichage", "textile",
    ),
    "services": (
        "accompagnement", "animation", "conciergerie", "conseil", "developpement", "emploi",
        "etudes", "formation", "gestion", "informatique", "ingenierie", "insertion", "sante",
        "services", "tourisme",
    ),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Pointed:
    """Signs (lines or rows) by type; `type` is empty where they point nowhere."""

    signs: Mapping[str, Sequence[int]]
    type: str
    confidence: Confidence

    @classmethod
    def by(cls, signs: Mapping[str, Sequence[int]]) -> Pointed:
        counts = sorted((len(found) for found in signs.values()), reverse=True)
        total = sum(counts)
        if total < LEAST_SIGNS or (len(counts) > 1 and counts[0] == counts[1]):
            return cls(signs, "", "none")
        first = max(signs, key=lambda name: len(signs[name]))
        share = counts[0] / total
        confidence = next(
            name for name, least, more in CONFIDENT if total >= least and share > more
        )
        return cls(signs, first, confidence)

    @property
    def total(self) -> int:
        return sum(map(len, self.signs.values()))


def by_ties(pole: Subject) -> Pointed:
    """Adam's type: each tie of the pole is at most one sign."""
    signs: dict[str, list[int]] = {"firm_grouping": [], "place": [], "value_chain": []}
    for line in pole.lines.tolist():
        if type_ := _of_tie(pole, line):
            signs[type_].append(line)
    return Pointed.by(signs)


def by_activities(pole: Subject) -> Pointed:
    """Podlewski's type: each actor of the pole of a known activity is at most one sign."""
    signs: dict[str, list[int]] = {name: [] for name in BY_WORDS}
    for row in np.flatnonzero(pole.inside).tolist():
        if row != pole.row and (type_ := type_of_activity(pole.graph.actors.attributes[row])):
            signs[type_].append(row)
    return Pointed.by(signs)


def type_of_activity(attributes: Attributes) -> str:
    """Empty where no activity is written, or its words point to several types."""
    code, scheme = attributes.get("naf"), attributes.get("naf_scheme", NAF_REV2)
    if scheme == NAF_REV2 and isinstance(code, str) and code[:2].isdigit():
        return _of_division(int(code[:2]))
    words = fold(str(attributes.get("activity", ""))).split()
    found = {
        type_ for type_, starts in BY_WORDS.items() for word in words if word.startswith(starts)
    }
    return found.pop() if len(found) == 1 else ""


def _of_division(division: int) -> str:
    if division in _ARTS:
        return "creative_cultural"
    return "production" if division <= _LAST_OF_PRODUCTION else "services"


def _of_tie(pole: Subject, line: int) -> str:
    graph = pole.graph
    kind = KIND_NAMES[graph.ties.kind[line]]
    if kind in BY_KIND:
        return BY_KIND[kind]
    if TIE_KINDS[kind].layer is not Layer.COOPERATION and kind != "membership":
        return ""
    return BY_GATHERING.get(graph.actors.kinds[graph.ties.target[line]], "")
