"""What the registry knows of a measure, and what a measure answers."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, TypeVar

from maillage.graph.measures.result import Bounds, Interval, Value
from maillage.graph.vocabulary import Label

S = TypeVar("S")


class Cost(StrEnum):
    """How a measure grows: with the ties, faster (stated limits), or with the square of rows."""

    LINEAR = "linear"
    HEAVY = "heavy"
    MATRIX = "matrix"


class Shape(StrEnum):
    """What a value looks like."""

    NUMBER = "number"
    BY_NODE = "{node: value}"
    BY_GROUP = "{group: value}"
    BY_PAIR = "{pair of groups: value}"
    BY_ROLE_AND_NODE = "{role: {node: value}}"
    COUNTS = "{name: number}"
    DETAILS = "{node: map or list}"
    MATRIX = "matrix"
    ROWS = "rows"


class Mode(StrEnum):
    """What is measured: organisations, two modes, two dates, or holders and firms."""

    ONE = "one mode"
    TWO = "two modes"
    DATES = "two dates"
    OWNERSHIP = "ownership"


@dataclass(frozen=True)
class Variant:
    """One way of taking a measure, and when it applies."""

    name: str
    undirected: bool = True
    directed: bool = True
    weighted: bool = False
    # Taken only when the measure is asked for by its name.
    asked: bool = False
    # An estimate, given where this other variant is refused, or when asked for by its own name.
    instead_of: str | None = None

    def applies(self, *, directed: bool, weighted: bool, asked: bool) -> bool:
        fits = self.directed if directed else self.undirected
        return fits and (weighted or not self.weighted) and (asked or not self.asked)


@dataclass(frozen=True)
class Answer:
    """A value or the reason why there is none, with what qualifies it."""

    value: Value | None
    reason: str | None = None
    warnings: tuple[str, ...] = ()
    expected: float | None = None
    interval: Interval | None = None
    bounds: Bounds | None = None
    seed: int | None = None
    draws: int | None = None
    p: float | None = None
    se: float | None = None
    # The least that p could have been.
    p_least: float | None = None
    # A code of `sentences`: what to do where the measure is refused.
    advice: str | None = None
    # Rings that own themselves wholly, where they leave something without a value.
    singular_rings: tuple[tuple[str, ...], ...] = ()


def undefined(reason: str, *, advice: str | None = None) -> Answer:
    return Answer(None, reason, advice=advice)


@dataclass(frozen=True, kw_only=True)
class Measure(Generic[S]):
    """One entry of the registry. `function` takes what is studied and the name of a variant."""

    name: str
    label: Label
    meaning: Label
    formula: str
    reference: str
    function: Callable[[S, str], Answer]
    shape: Shape
    variants: tuple[Variant, ...] = (Variant(""),)
    needs_partition: bool = False
    # A table of counts, which shows undecided nodes in rows of their own instead of dropping them.
    shows_undecided: bool = False
    cost: Cost = Cost.LINEAR
    # Undefined cases and conventions, in a few words.
    notes: str = ""
    mode: Mode = Mode.ONE
    # Whether `range` over the codings of undecided nodes is given.
    ranged: bool = False
    # Whether a permutation of labels tests it: an index of the sums of ties by group.
    permuted: bool = False
    # Whether its very value is made of draws: none is taken where 0 draws are asked for.
    drawn: bool = False

    @property
    def applicability(self) -> str:
        if self.mode is Mode.OWNERSHIP:
            return "holdings"
        undirected = any(variant.undirected for variant in self.variants)
        directed = any(variant.directed for variant in self.variants)
        return "both" if undirected and directed else "directed" if directed else "undirected"


# Variants named apart by direction, the most common pattern of the specification.
def by_direction(undirected: str, directed: str) -> tuple[Variant, Variant]:
    return Variant(undirected, directed=False), Variant(directed, undirected=False)


UNDIRECTED_ONLY = (Variant("", directed=False),)
DIRECTED_ONLY = (Variant("", undirected=False),)
BINARY_AND_WEIGHTED = (Variant("unweighted"), Variant("weighted", weighted=True))

__all__ = [
    "BINARY_AND_WEIGHTED",
    "DIRECTED_ONLY",
    "UNDIRECTED_ONLY",
    "Answer",
    "Cost",
    "Measure",
    "Mode",
    "Shape",
    "Variant",
    "by_direction",
    "undefined",
]
