"""Results of measures as they are answered: the shape of `docs/measures.md`, typed."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime
from importlib.metadata import version

from pydantic import BaseModel, ConfigDict, JsonValue

from maillage.graph.measures.result import Result
from maillage.graph.network import Provenance
from maillage.graph.vocabulary import Label


class Counts(BaseModel):
    """How many are left out, by reason."""

    nodes: dict[str, int] = {}
    ties: dict[str, int] = {}


class IntervalOut(BaseModel):
    """Where the index could have fallen in networks like this one."""

    low: float
    high: float
    method: str
    se: float
    level: float
    about: str


class BoundsOut(BaseModel):
    """Least and greatest value whatever the undecided are."""

    low: JsonValue = None
    high: JsonValue = None
    method: str
    undecided_nodes: int
    undecided_ties: int
    codings: int | None = None
    seed: int | None = None


class ResultOut(BaseModel):
    """One variant of one measure. `value` is null exactly when `reason` is set."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "measure": "ei_network",
                    "variant": "",
                    "value": 0.385,
                    "reason": None,
                    "n": 229,
                    "ties": 20,
                    "directed": False,
                    "weighted": False,
                    "by": "sector",
                    "groups": ["ess", "private", "public"],
                    "self_ties_dropped": 0,
                    "isolates": 205,
                    "seed": None,
                    "reasons": {},
                    "warnings": [],
                    "view": "cooperation",
                }
            ]
        }
    )

    measure: str
    variant: str
    value: JsonValue
    reason: str | None
    n: int
    ties: int
    directed: bool
    weighted: bool
    groups: list[str] | None
    self_ties_dropped: int
    isolates: int
    seed: int | None
    reasons: dict[str, str]
    warnings: list[str]
    by: str | None = None
    group_sizes: dict[str, int] | None = None
    expected: float | None = None
    difference: float | None = None
    change: float | None = None
    interval: IntervalOut | None = None
    bounds: BoundsOut | None = None
    range: BoundsOut | None = None
    sensitivity: BoundsOut | None = None
    draws: int | None = None
    p: float | None = None
    se: float | None = None
    p_least: float | None = None
    view: str | None = None
    at: str | None = None
    left_out: Counts | None = None
    view_left_out: Counts | None = None
    notes: list[str] | None = None
    advice: Label | None = None
    singular_rings: list[list[str]] | None = None

    @classmethod
    def of(cls, result: Result) -> ResultOut:
        return cls.model_validate(result.to_json())


class ProvenanceOut(BaseModel):
    """What makes a figure repeatable. `store`: its kind and revision, never where it is."""

    version: str
    store: str
    revision: int
    view: str | None
    filters: dict[str, str]
    left_out: Counts
    notes: list[str]
    seed: int | None
    generated_at: datetime

    @classmethod
    def of(cls, source: Provenance, seed: int | None = None) -> ProvenanceOut:
        return cls(
            version=version("maillage"),
            store=source.origin["store"].partition(":")[0],
            revision=int(source.origin["revision"]),
            view=source.view or None,
            filters=dict(source.filters),
            left_out=Counts(nodes=dict(source.left_out_nodes), ties=dict(source.left_out_ties)),
            notes=list(source.notes),
            seed=seed,
            generated_at=datetime.now(UTC),
        )


class Results(BaseModel):
    results: list[ResultOut]
    provenance: ProvenanceOut

    @classmethod
    def of(cls, found: Iterable[Result], source: Provenance, seed: int | None = None) -> Results:
        return cls(
            results=[ResultOut.of(result) for result in found],
            provenance=ProvenanceOut.of(source, seed),
        )
