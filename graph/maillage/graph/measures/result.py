"""Result: a measured value with everything needed to read it, and nothing that is not a number.

What is undefined is None with a reason, never NaN.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from html import escape

from maillage.graph.languages import Language
from maillage.graph.measures.values import Details, Json, Keyed, Matrix, TieValues, Value, plain
from maillage.graph.sentences import SENTENCES

__all__ = [
    "Bounds",
    "Details",
    "Interval",
    "Json",
    "Keyed",
    "LeftOut",
    "Matrix",
    "Result",
    "TieValues",
    "Value",
    "plain",
]

LANGUAGES: tuple[Language, ...] = ("fr", "en")


@dataclass(frozen=True)
class Interval:
    """Where the index could have fallen in networks like this one.

    Of a network that is known completely it says nothing more: it is about others like it.
    """

    low: float
    high: float
    method: str
    se: float
    level: float = 0.95
    about: str = "super_population"


@dataclass(frozen=True)
class Bounds:
    """Least and greatest value whatever the undecided nodes are: `outer`, or over `codings`."""

    low: float | Keyed | None
    high: float | Keyed | None
    method: str
    undecided_nodes: int
    undecided_ties: int
    codings: int | None = None
    seed: int | None = None


@dataclass(frozen=True)
class LeftOut:
    """Nodes and ties that a measure does not use, by reason."""

    nodes: Mapping[str, int] = field(default_factory=dict)
    ties: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class Result:
    """One variant of one measure: the shape promised in `docs/measures.md`."""

    measure: str
    variant: str
    value: Value | None
    reason: str | None
    n: int
    ties: int
    directed: bool
    weighted: bool
    by: str | None = None
    groups: tuple[str, ...] | None = None
    group_sizes: Mapping[str, int] | None = None
    self_ties_dropped: int = 0
    isolates: int = 0
    seed: int | None = None
    warnings: tuple[str, ...] = ()
    expected: float | None = None
    difference: float | None = None
    # From the date before, where several are measured.
    change: float | None = None
    interval: Interval | None = None
    bounds: Bounds | None = None
    range: Bounds | None = None
    # What other weights of tiers would give.
    sensitivity: Bounds | None = None
    draws: int | None = None
    p: float | None = None
    se: float | None = None
    # The least that p could have been, whatever was observed.
    p_least: float | None = None
    view: str = ""
    # The date, or the two joined by `/`, where several are measured.
    at: str | None = None
    # What the partition leaves out of this result, and what the view had left out before.
    left_out: LeftOut = field(default_factory=LeftOut)
    view_left_out: LeftOut = field(default_factory=LeftOut)
    # What the view says of itself, as codes: ties read undirected, for one.
    notes: tuple[str, ...] = ()
    advice_code: str | None = None
    # Rings that own themselves wholly, where they leave something without a value.
    singular_rings: tuple[tuple[str, ...], ...] = ()

    def __post_init__(self) -> None:
        if (self.value is None) != (self.reason is not None):
            raise ValueError(f"{self.measure}: a null has a reason, and only a null")

    @cached_property
    def reasons(self) -> dict[str, str]:
        """Why each null inside the value is null; keys of nested maps are joined by `|`."""
        if isinstance(self.value, Keyed | Details | Matrix):
            return dict(self.value.reasons)
        if not isinstance(self.value, Mapping):
            return {}
        return {
            f"{role}|{node}": code
            for role, inner in self.value.items()
            if isinstance(inner, Keyed)
            for node, code in inner.reasons.items()
        }

    def advice(self, language: Language = "fr") -> str:
        """What to do instead, where the measure was refused."""
        if self.advice_code is None:
            return ""
        french, english = SENTENCES[self.advice_code]
        return french if language == "fr" else english

    def to_json(self) -> dict[str, Json]:
        """The result as JSON values: the promised keys always, the others where they are set."""
        shown: dict[str, Json] = {
            "measure": self.measure,
            "variant": self.variant,
            "value": plain(self.value),
            "reason": self.reason,
            "n": self.n,
            "ties": self.ties,
            "directed": self.directed,
            "weighted": self.weighted,
            "groups": None if self.groups is None else list(self.groups),
            "self_ties_dropped": self.self_ties_dropped,
            "isolates": self.isolates,
            "seed": self.seed,
            "reasons": dict(self.reasons),
            "warnings": list(self.warnings),
        }
        return shown | self._more()

    def _more(self) -> dict[str, Json]:
        told: Json = {language: self.advice(language) for language in LANGUAGES}
        more: dict[str, Json] = {
            "by": self.by,
            "group_sizes": plain(self.group_sizes),
            "expected": plain(self.expected),
            "difference": plain(self.difference),
            "change": plain(self.change),
            "interval": _fields(self.interval),
            "bounds": _fields(self.bounds),
            "range": _fields(self.range),
            "sensitivity": _fields(self.sensitivity),
            "draws": self.draws,
            "p": plain(self.p),
            "se": plain(self.se),
            "p_least": plain(self.p_least),
            "view": self.view or None,
            "at": self.at,
            "left_out": _left_out(self.left_out),
            "view_left_out": _left_out(self.view_left_out),
            "notes": list(self.notes) or None,
            "advice": told if self.advice_code else None,
            "singular_rings": plain(self.singular_rings) or None,
        }
        return {key: value for key, value in more.items() if value is not None}

    def _repr_html_(self) -> str:
        """A small table for notebooks."""
        rows = "".join(
            f"<tr><th>{escape(key)}</th><td>{escape(_short(value))}</td></tr>"
            for key, value in self.to_json().items()
            if value not in (None, "", [], {})
        )
        return f"<table>{rows}</table>"


def _fields(part: Interval | Bounds | None) -> Json:
    if part is None:
        return None
    return {key: plain(value) for key, value in vars(part).items() if value is not None}


def _left_out(part: LeftOut) -> Json:
    if not part.nodes and not part.ties:
        return None
    return {"nodes": plain(part.nodes), "ties": plain(part.ties)}


def _short(value: Json) -> str:
    text = f"{value:.6g}" if isinstance(value, float) else str(value)
    return text if len(text) <= 200 else text[:199] + "…"
