"""What a value can be, besides a number: maps, tables and rows that stay arrays until shown.

A map by node, group or pair (`Keyed`), a map of such maps by role, maps or lists by key
(`Details`), a `Matrix`, a number for each tie (`TieValues`), or rows. A large network is measured
without a Python object for each node.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from maillage.graph.measures.reasons import CODES

if TYPE_CHECKING:
    from typing import TypeAlias

Number = int | float
Json: TypeAlias = "bool | int | float | str | list[Json] | dict[str, Json] | None"


@dataclass(frozen=True, eq=False)
class Keyed(Mapping[str, "Number | list[Number] | None"]):
    """A value for each key, in order; `why` numbers a reason of `CODES` where there is none."""

    names: tuple[str, ...]
    array: NDArray[np.int64] | NDArray[np.float64]
    why: NDArray[np.int8] | None = None

    def __post_init__(self) -> None:
        if self.array.dtype.kind == "f" and not np.isfinite(self.array).all():
            bad = ~np.isfinite(self.array if self.array.ndim == 1 else self.array.sum(axis=1))
            if self.why is None or (bad & (self.why == 0)).any():
                raise ValueError("a value without a reason is a finite number")

    def __getitem__(self, key: str) -> Number | list[Number] | None:
        place = self._place[key]
        if self.why is not None and self.why[place]:
            return None
        found: Number | list[Number] = self.array[place].tolist()
        return found

    def __iter__(self) -> Iterator[str]:
        return iter(self.names)

    def __len__(self) -> int:
        return len(self.names)

    @cached_property
    def _place(self) -> dict[str, int]:
        return {name: number for number, name in enumerate(self.names)}

    @property
    def reasons(self) -> dict[str, str]:
        """Why each null is null."""
        if self.why is None:
            return {}
        return {self.names[k]: CODES[self.why[k]] for k in np.flatnonzero(self.why)}

    def plain(self) -> dict[str, Json]:
        values: list[Json] = self.array.tolist()
        if self.why is not None:
            for k in np.flatnonzero(self.why):
                values[k] = None
        return dict(zip(self.names, values, strict=True))


@dataclass(frozen=True, eq=False)
class Details(Mapping[str, "Json"]):
    """A map or a list told of each key; None where `reasons` says why there is none."""

    told: Mapping[str, Json]
    reasons: Mapping[str, str] = field(default_factory=dict)

    def __getitem__(self, key: str) -> Json:
        return None if key in self.reasons else self.told[key]

    def __iter__(self) -> Iterator[str]:
        yield from self.told
        yield from (key for key in self.reasons if key not in self.told)

    def __len__(self) -> int:
        return len({*self.told, *self.reasons})


@dataclass(frozen=True, eq=False)
class Matrix:
    """A table of which columns are the `names`, which are `axis` (groups or ids), and rows too,
    unless only those of `rows` are given. Cells that are `blank` have no value, for one reason."""

    axis: str
    names: tuple[str, ...]
    array: NDArray[np.int64] | NDArray[np.float64]
    rows: tuple[str, ...] | None = None
    blank: NDArray[np.bool_] | None = None
    why: str = ""

    @property
    def reasons(self) -> dict[str, str]:
        """Why each null is null, by row and column."""
        if self.blank is None:
            return {}
        rows = self.rows or self.names
        return {f"{rows[i]}|{self.names[j]}": self.why for i, j in np.argwhere(self.blank)}

    def plain(self) -> dict[str, Json]:
        cells: NDArray[np.object_] = self.array.astype(object)
        if self.blank is not None:
            cells[self.blank] = None
        table: list[Json] = cells.tolist()
        shown: dict[str, Json] = {self.axis: list(self.names), "matrix": table}
        return shown if self.rows is None else {**shown, "rows": list(self.rows)}


@dataclass(frozen=True, eq=False)
class TieValues:
    """A number for each tie: rows [source, target, value], sorted, ends too if undirected."""

    ids: tuple[str, ...]
    source: NDArray[np.int32]
    target: NDArray[np.int32]
    array: NDArray[np.float64]
    directed: bool

    def __len__(self) -> int:
        return len(self.array)

    def plain(self) -> list[Json]:
        rank = np.empty(len(self.ids), np.int64)
        rank[sorted(range(len(self.ids)), key=self.ids.__getitem__)] = np.arange(len(self.ids))
        left, right = rank[self.source], rank[self.target]
        first, last = self.source, self.target
        if not self.directed:
            turned = left > right
            first, last = np.where(turned, last, first), np.where(turned, first, last)
            left, right = np.minimum(left, right), np.maximum(left, right)
        order = np.lexsort((right, left))
        columns = (first[order].tolist(), last[order].tolist(), self.array[order].tolist())
        return [[self.ids[i], self.ids[j], value] for i, j, value in zip(*columns, strict=True)]


Rows = Sequence["Number | str | Sequence[Number | str | Sequence[Number | str]]"]
Value = (
    int
    | float
    | Keyed
    | Matrix
    | TieValues
    | Details
    | Mapping[str, "Number | None"]
    | Mapping[str, Keyed]
    | Rows
)


def plain(value: object) -> Json:
    """Numbers, texts, lists and dicts; a NaN is a fault of ours and never leaves."""
    if isinstance(value, Keyed | Matrix | TieValues):
        return value.plain()
    if isinstance(value, Mapping):
        return {str(key): plain(inner) for key, inner in value.items()}
    if isinstance(value, np.generic | np.ndarray):
        return plain(value.tolist())
    if isinstance(value, float) and not math.isfinite(value):
        raise ValueError("a result is never NaN nor infinite")
    if value is None or isinstance(value, bool | int | float | str):
        return value
    if isinstance(value, Sequence):
        return [plain(inner) for inner in value]
    raise TypeError(type(value).__name__)
