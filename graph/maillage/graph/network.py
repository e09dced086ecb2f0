"""Network: one immutable columnar view of nodes and ties, which every measure reads.

Nodes are numbered 0..n-1 in the order of `ids`. Ties are kept as given (parallel ones, self-ties
and co-presences included) in `ties`; `simple` and `weighted` are the two readings that measures
work on, both without self-ties: one tie a pair, or the summed weights of a pair.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from maillage.graph.errors import InvalidInput, UnknownName

Ints = NDArray[np.int32]
Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]

# Texts that mean « nothing is known » in a column, besides a blank cell.
MISSING_TEXTS = frozenset({"unknown", "inconnu"})


@dataclass(frozen=True, eq=False)
class Column:
    """A nominal attribute of the nodes, coded: `codes[i]` indexes `categories`, -1 is missing."""

    name: str
    categories: tuple[str, ...]
    codes: Ints

    @classmethod
    def of(
        cls, name: str, values: Iterable[str | None], groups: Sequence[str] | None = None
    ) -> Column:
        """Code the values; `groups` declares categories that may be empty."""
        cleaned = [_clean(value) for value in values]
        present = {value for value in cleaned if value is not None}
        if groups is not None and (stray := sorted(present - set(groups))):
            raise InvalidInput(
                "invalid_value", what=name, value=", ".join(stray), expected=", ".join(groups)
            )
        categories = tuple(sorted(present | set(groups or ())))
        code = {category: number for number, category in enumerate(categories)}
        codes = np.fromiter(
            (-1 if value is None else code[value] for value in cleaned), np.int32, len(cleaned)
        )
        return cls(name, categories, codes)

    @property
    def sizes(self) -> NDArray[np.int64]:
        """Members of each category."""
        return np.bincount(self.codes[self.codes >= 0], minlength=len(self.categories))


@dataclass(frozen=True, eq=False)
class Ties:
    """Ties as given. `projected` marks co-presences, which binary measures leave out."""

    source: Ints
    target: Ints
    weight: Floats
    projected: Bools
    kind: Column | None = None


@dataclass(frozen=True, eq=False)
class Adjacency:
    """A graph without self-ties or parallel ties, in compressed rows.

    `source[k], target[k], weight[k]` list each tie once, sorted (source < target if undirected).
    `indptr, indices, data` are rows of out-ties (of all ties if undirected), neighbours sorted.
    """

    n: int
    directed: bool
    source: Ints
    target: Ints
    weight: Floats

    @property
    def size(self) -> int:
        """L: number of ties (of arcs if directed)."""
        return len(self.source)

    @cached_property
    def rows(self) -> tuple[NDArray[np.int64], Ints, Floats]:
        if self.directed:
            return _compress(self.n, self.source, self.target, self.weight)
        return _compress(
            self.n,
            np.concatenate([self.source, self.target]),
            np.concatenate([self.target, self.source]),
            np.concatenate([self.weight, self.weight]),
        )

    @property
    def indptr(self) -> NDArray[np.int64]:
        return self.rows[0]

    @property
    def indices(self) -> Ints:
        return self.rows[1]

    @property
    def data(self) -> Floats:
        return self.rows[2]

    @cached_property
    def reversed(self) -> Adjacency:
        """The same ties read backwards; itself if undirected."""
        if not self.directed:
            return self
        order = np.lexsort((self.source, self.target))
        return Adjacency(
            n=self.n,
            directed=True,
            source=self.target[order],
            target=self.source[order],
            weight=self.weight[order],
        )

    @cached_property
    def union(self) -> Adjacency:
        """Undirected: a tie if either arc, weights summed."""
        if not self.directed:
            return self
        return _simplify(self.n, self.source, self.target, self.weight, directed=False)

    @cached_property
    def degree(self) -> NDArray[np.int64]:
        """Neighbours (out-neighbours if directed)."""
        return np.diff(self.indptr)


@dataclass(frozen=True, eq=False)
class Provenance:
    """Where a network comes from; printed with every result."""

    origin: Mapping[str, str] = field(default_factory=dict)
    view: str = ""
    filters: Mapping[str, str] = field(default_factory=dict)
    # What the view does not hold, by reason: {"gatherings": 23, ...}.
    left_out_nodes: Mapping[str, int] = field(default_factory=dict)
    left_out_ties: Mapping[str, int] = field(default_factory=dict)
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, eq=False)
class Network:
    """Nodes with attributes, and ties. Build it by `Network.of`, a store's view or `read_csv`."""

    ids: tuple[str, ...]
    directed: bool
    ties: Ties
    columns: Mapping[str, Column]
    names: tuple[str, ...]
    provenance: Provenance = field(default_factory=Provenance)

    @classmethod
    def of(
        cls,
        ids: Iterable[str],
        source: Iterable[int],
        target: Iterable[int],
        *,
        directed: bool = False,
        weight: Iterable[float] | None = None,
        projected: Iterable[bool] | None = None,
        kind: Column | None = None,
        columns: Mapping[str, Column] | None = None,
        names: Iterable[str] | None = None,
        provenance: Provenance | None = None,
    ) -> Network:
        ids = tuple(ids)
        sources = np.asarray(source, dtype=np.int32)
        ties = Ties(
            sources,
            np.asarray(target, dtype=np.int32),
            np.ones(len(sources)) if weight is None else np.asarray(weight, dtype=np.float64),
            np.zeros(len(sources), np.bool_) if projected is None else np.asarray(projected, bool),
            kind,
        )
        return cls(
            ids,
            directed,
            ties,
            columns or {},
            tuple(names) if names is not None else ids,
            provenance or Provenance(),
        )

    @property
    def n(self) -> int:
        return len(self.ids)

    @cached_property
    def index(self) -> Mapping[str, int]:
        return {node: number for number, node in enumerate(self.ids)}

    @cached_property
    def simple(self) -> Adjacency:
        """The binary reading: direct ties only, one a pair, no self-tie."""
        direct = ~self.ties.projected
        return _simplify(
            self.n, self.ties.source[direct], self.ties.target[direct], None, directed=self.directed
        )

    @cached_property
    def weighted(self) -> Adjacency:
        """The weighted reading: co-presences included, weights of a pair summed, no self-tie."""
        return _simplify(
            self.n, self.ties.source, self.ties.target, self.ties.weight, directed=self.directed
        )

    @cached_property
    def self_ties(self) -> int:
        """Self-ties given, which every measure drops."""
        return int(np.count_nonzero(self.ties.source == self.ties.target))

    @cached_property
    def isolates(self) -> int:
        """Nodes without any direct tie."""
        return int(self.n - len(np.union1d(self.simple.source, self.simple.target)))

    def column(self, name: str) -> Column:
        try:
            return self.columns[name]
        except KeyError:
            raise UnknownName(
                "unknown_name", what="partition", name=name, known=", ".join(sorted(self.columns))
            ) from None


def _clean(value: str | None) -> str | None:
    text = value.strip() if value else ""
    return None if not text or text.lower() in MISSING_TEXTS else text


def _compress(
    n: int, source: Ints, target: Ints, weight: Floats
) -> tuple[NDArray[np.int64], Ints, Floats]:
    order = np.lexsort((target, source))
    indptr = np.zeros(n + 1, np.int64)
    np.cumsum(np.bincount(source, minlength=n), out=indptr[1:])
    return indptr, target[order], weight[order]


def _simplify(
    n: int, source: Ints, target: Ints, weight: Floats | None, *, directed: bool
) -> Adjacency:
    keep = source != target
    source, target = source[keep], target[keep]
    if not directed:
        source, target = np.minimum(source, target), np.maximum(source, target)
    keys = source.astype(np.int64) * n + target
    unique, inverse = np.unique(keys, return_inverse=True)
    sums = (
        np.ones(len(unique))
        if weight is None
        else np.bincount(inverse, weights=weight[keep], minlength=len(unique))
    )
    return Adjacency(
        n=n,
        directed=directed,
        source=(unique // max(n, 1)).astype(np.int32),
        target=(unique % max(n, 1)).astype(np.int32),
        weight=sums.astype(np.float64),
    )
