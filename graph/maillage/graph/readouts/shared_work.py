"""How much work is shared by ties: full-time equivalents and hours, never one turned into other."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import fsum

from maillage.graph.measures.values import Json
from maillage.graph.readouts.subject import Subject
from maillage.graph.readouts.words.sharing import WORDS
from maillage.graph.vocabulary import Label
from maillage.graph.wording import fill, listed, quantity

UNITS = ("fte", "hours")


def work_of(subject: Subject, lines: Sequence[int]) -> dict[str, Json]:
    """The sum of what these ties tell, by unit; empty if they tell nothing."""
    told: dict[str, Json] = {}
    for unit in UNITS:
        values = [tie.attributes.get(unit) for tie in subject.ties(lines)]
        known = [float(value) for value in values if isinstance(value, int | float)]
        if known:
            told[unit] = fsum(known)
    return told


def amounts(work: Mapping[str, Json]) -> Label:
    return listed(
        [
            fill(WORDS[unit], n=quantity(value))
            for unit, value in work.items()
            if isinstance(value, int | float)
        ]
    )
