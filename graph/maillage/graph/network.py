"""Network: one immutable columnar view of nodes and ties, which every measure reads.

Nodes are numbered 0..n-1 in the order of `ids`. Ties are kept as given (parallel ones, self-ties
and co-presences included) in `ties`; `simple` and `weighted` are the two readings that measures
work on, both without self-ties: one tie a pair, or the summed weights of a pair.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from html import escape
from importlib.metadata import entry_points
from os import PathLike
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from maillage.graph.adjacency import Adjacency
from maillage.graph.columns import Column, Ints, Partition
from maillage.graph.errors import UnknownName

if TYPE_CHECKING:
    import networkx as nx
    import pandas as pd

    from maillage.graph.measures.result import Result

Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]

__all__ = ["Adjacency", "Column", "Network", "Partition", "Provenance", "Ties"]


@dataclass(frozen=True, eq=False)
class Ties:
    """Ties as given. `projected` marks co-presences, which binary measures leave out."""

    source: Ints
    target: Ints
    weight: Floats
    projected: Bools
    kind: Column | None = None


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


@dataclass(frozen=True, eq=False, repr=False)
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

    @classmethod
    def read_csv(
        cls,
        nodes: str | PathLike[str],
        edges: str | PathLike[str],
        *,
        directed: bool = False,
        weighted: bool = False,
    ) -> Network:
        """Read a node list (`id`, attributes) and an edge list (`source,target[,weight]`)."""
        from maillage.graph.reading import read_network  # noqa: PLC0415 -- a room above this one

        return read_network(nodes, edges, directed=directed, weighted=weighted)

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
        return Adjacency.of(
            self.n, self.ties.source[direct], self.ties.target[direct], None, directed=self.directed
        )

    @cached_property
    def weighted(self) -> Adjacency:
        """The weighted reading: co-presences included, weights of a pair summed, no self-tie."""
        return Adjacency.of(
            self.n, self.ties.source, self.ties.target, self.ties.weight, directed=self.directed
        )

    @cached_property
    def self_ties(self) -> int:
        """Self-ties given, which every measure drops."""
        return int(np.count_nonzero(self.ties.source == self.ties.target))

    @cached_property
    def isolates(self) -> int:
        """Nodes without any direct tie."""
        return self.simple.isolates

    def column(self, name: str) -> Column:
        try:
            return self.columns[name]
        except KeyError:
            raise UnknownName(
                "unknown_name", what="partition", name=name, known=", ".join(sorted(self.columns))
            ) from None

    def partition(self, name: str) -> Partition:
        """The groups of a column: in a view of a store, as the domain reads that partition."""
        column = self.column(name)
        return Partition.of_store(column) if self.provenance.view else Partition(column)

    def measure(
        self,
        name: str,
        *,
        variant: str | None = None,
        by: str | Column | Partition | None = None,
        weighted: bool = False,
        permutations: int | None = None,
        seed: int | None = None,
        groups: Sequence[str] | None = None,
    ) -> Result:
        """One measure of the registry: its main variant, or the one named."""
        from maillage.graph.measures.registry import measure_one  # noqa: PLC0415 -- a room above this one

        return measure_one(
            self,
            name,
            variant=variant,
            by=by,
            weighted=weighted,
            permutations=permutations,
            seed=seed,
            groups=groups,
        )

    def __repr__(self) -> str:
        direction = "directed" if self.directed else "undirected"
        view = f", view {self.provenance.view}" if self.provenance.view else ""
        return f"<Network: {self.n} nodes, {len(self.ties.source)} ties, {direction}{view}>"

    def _repr_html_(self) -> str:
        """In a notebook a network shows itself as a map, if the pictures are installed."""
        for point in entry_points(group="maillage.display", name="network"):
            page: str = point.load()(self)
            return page
        return escape(f"{self.n} nodes, {self.simple.size} ties")

    def to_networkx(self) -> nx.MultiGraph[str]:
        """Every tie as given, attributes as node data: a MultiDiGraph if directed."""
        from maillage.graph.handover import to_networkx  # noqa: PLC0415 -- a room above this one

        return to_networkx(self)

    def to_pandas(self) -> tuple[pd.DataFrame, pd.DataFrame]:
        """Nodes and ties as two data frames."""
        from maillage.graph.handover import to_pandas  # noqa: PLC0415 -- a room above this one

        return to_pandas(self)
