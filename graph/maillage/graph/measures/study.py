"""Study: a network and a partition made ready for measuring, with what every measure shares.

Nodes without a group take no part: they are dropped here, once, with their ties. What remains is
renumbered; `by_node` puts values back on every node of the network.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray

from maillage.graph.adjacency import Adjacency, Bools, Floats, Ints, Longs
from maillage.graph.measures.reasons import NUMBER
from maillage.graph.measures.result import Keyed, LeftOut
from maillage.graph.measures.tally import Mixing, mix
from maillage.graph.measures.triangles import Triangles, triangles
from maillage.graph.network import Network, Partition

T = TypeVar("T")

DEFAULT_PERMUTATIONS = 1000
DEFAULT_SEED = 0
Watch = Callable[[int, int], bool]


def effective_seed(seed: int | None) -> int:
    """As asked, else always the same: whoever measures again finds the same figures."""
    return DEFAULT_SEED if seed is None else seed


def keep_on(_done: int, _wanted: int) -> bool:
    """Nobody watches: draw them all."""
    return True


# What every index says of a tie that has an undecided end.
UNDECIDED = "undecided_group"


@dataclass(frozen=True, eq=False)
class Study:
    """What a measure reads. Without a partition every node takes part."""

    network: Network
    partition: Partition | None = None
    weighted_asked: bool = False
    permutations: int | None = None
    seed: int | None = None
    # Only values are wanted, many times over: no intervals, bounds or draws.
    lean: bool = False
    # Told how many draws are done of how many; says whether to go on.
    watch: Watch = keep_on
    _done: dict[Callable[[Study], Any], Any] = field(default_factory=dict, init=False, repr=False)

    @property
    def directed(self) -> bool:
        return self.network.directed

    @cached_property
    def kept(self) -> Bools:
        """Which nodes of the network take part."""
        if self.partition is None:
            return np.ones(self.network.n, np.bool_)
        return self.partition.codes >= 0

    @cached_property
    def whole(self) -> bool:
        return bool(self.kept.all())

    @cached_property
    def ids(self) -> tuple[str, ...]:
        if self.whole:
            return self.network.ids
        return tuple(self.network.ids[k] for k in np.flatnonzero(self.kept))

    @property
    def n(self) -> int:
        return len(self.ids)

    @cached_property
    def binary(self) -> Adjacency:
        """One tie a pair (one arc an ordered pair), direct ties only."""
        simple = self.network.simple
        return simple if self.whole else simple.induced(self.kept)

    @cached_property
    def weighted(self) -> Adjacency:
        """Summed weights of each pair, co-presences included."""
        summed = self.network.weighted
        return summed if self.whole else summed.induced(self.kept)

    @property
    def union(self) -> Adjacency:
        """Undirected: a tie if either arc; its weight counts the arcs."""
        return self.binary.union

    @property
    def projected(self) -> tuple[str, ...]:
        """The warning of an undirected measure whose variant does not say that it reads arcs."""
        return ("undirected_projection",) if self.directed else ()

    @cached_property
    def arcs(self) -> tuple[Bools, Bools]:
        """For each tie of the union: is there an arc from source to target, and one back?"""
        union, graph = self.union, self.binary
        if not self.directed:
            both = np.ones(union.size, np.bool_)
            return both, both
        arcs = graph.source.astype(np.int64) * self.n + graph.target
        ahead = union.source.astype(np.int64) * self.n + union.target
        back = union.target.astype(np.int64) * self.n + union.source
        return np.isin(ahead, arcs), np.isin(back, arcs)

    @cached_property
    def triangles(self) -> Triangles:
        """Of the union."""
        return triangles(self.union)

    @cached_property
    def weighted_triangles(self) -> Triangles:
        """Of the union in the weighted reading, which may hold co-presences."""
        union = self.weighted.union
        alike = union.size == self.union.size
        return self.triangles if alike else triangles(union)

    # work and chance

    def once(self, work: Callable[[Study], T]) -> T:
        """What several measures need, worked out by the first that does."""
        if work not in self._done:
            self._done[work] = work(self)
        found: T = self._done[work]
        return found

    @property
    def used_seed(self) -> int:
        return effective_seed(self.seed)

    def drawn_nodes(self, most: int) -> Longs:
        """Nodes to start from where starting from all would take too long."""
        generator = np.random.default_rng(self.used_seed)
        return np.sort(generator.choice(self.n, min(most, self.n), replace=False))

    # the partition

    @property
    def parts(self) -> Partition:
        if self.partition is None:
            raise ValueError("this measure needs a partition")
        return self.partition

    @property
    def groups(self) -> tuple[str, ...]:
        """The declared groups, sorted; some may be empty."""
        return self.parts.groups

    @cached_property
    def codes(self) -> Ints:
        codes = self.parts.codes
        return codes if self.whole else codes[self.kept]

    @cached_property
    def sizes(self) -> Longs:
        return np.bincount(self.codes, minlength=len(self.groups)).astype(np.int64)

    @cached_property
    def present(self) -> int:
        """G: groups that have a member."""
        return int(np.count_nonzero(self.sizes))

    @cached_property
    def mixing(self) -> Mixing:
        return mix(self.binary, self.codes, len(self.groups), weighted=False)

    @cached_property
    def weighted_mixing(self) -> Mixing:
        return mix(self.weighted, self.codes, len(self.groups), weighted=True)

    # what is left out

    @cached_property
    def left_out(self) -> LeftOut:
        """Nodes without a group, and the ties that went with them (of the binary reading)."""
        if self.partition is None or self.whole:
            return LeftOut()
        ties = self.network.simple.size - self.binary.size
        return LeftOut(dict(self.partition.set_aside), {UNDECIDED: ties} if ties else {})

    # putting values back

    def by_node(
        self, values: NDArray[np.int64] | Floats, why: Mapping[str, Bools] | None = None
    ) -> Keyed:
        """Values of the nodes that take part, on every node of the network.

        `why` says which of them are undefined; the first reason given holds.
        """
        codes = reasons(self.n, why or {})
        if self.whole:
            return Keyed(self.network.ids, values, codes if codes.any() else None)
        spread = np.zeros((self.network.n, *values.shape[1:]), values.dtype)
        spread[self.kept] = values
        spread_codes = np.full(self.network.n, NUMBER["not_applicable"], np.int8)
        spread_codes[self.kept] = codes
        return Keyed(self.network.ids, spread, spread_codes)

    def by_group(
        self, values: NDArray[np.int64] | Floats, why: Mapping[str, Bools] | None = None
    ) -> Keyed:
        """Values of the declared groups; those without members are null."""
        codes = reasons(len(self.groups), {"empty_group": self.sizes == 0, **(why or {})})
        return Keyed(self.groups, values, codes if codes.any() else None)

    # other codings of the undecided

    def recoded(self, codes: Ints) -> Study:
        """With another code for each node of the network."""
        column = replace(self.parts.column, categories=self.groups, codes=codes)
        partition = Partition(column)
        return Study(self.network, partition, self.weighted_asked, seed=self.seed, lean=True)

    def mixed(self, sums: Mixing) -> Study:
        """With other sums of ties by group, as another labelling of the same nodes gives them."""
        other = replace(self, permutations=None, lean=True)
        shared = ("kept", "whole", "ids", "codes", "sizes", "present")
        other.__dict__.update({name: getattr(self, name) for name in shared})
        other.__dict__.update(mixing=sums, weighted_mixing=sums)
        return other


def reasons(size: int, why: Mapping[str, Bools]) -> NDArray[np.int8]:
    codes = np.zeros(size, np.int8)
    for reason, where in why.items():
        codes[where & (codes == 0)] = NUMBER[reason]
    return codes


def ratio(above: Longs | Floats, below: Longs | Floats) -> Floats:
    """Quotients; 0 where nothing is divided by nothing (the caller gives the reason)."""
    out = np.zeros(np.broadcast(above, below).shape)
    np.divide(above, below, out=out, where=below != 0)
    return out
