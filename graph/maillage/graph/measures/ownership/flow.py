"""Capital followed by all routes: the solves that integrated ownership and look-through share.

With W the shares (holder by firm) and L = (I − W)⁻¹, row i of L·W tells what i holds of every firm
by all routes, each passage through a ring counted again. A ring whose capital is wholly
held inside it (`singular`) never lets anything out and has no L: its firms are cut off, and what
they hold is `trapped`. Nobody else holds into such a ring, so all other rows stay exact.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from typing import Protocol

import numpy as np
from scipy import sparse
from scipy.sparse import csgraph
from scipy.sparse.linalg import splu

from maillage.graph.adjacency import Bools, Floats, Ints, Longs
from maillage.graph.errors import TooCostly
from maillage.graph.measures.ownership.holdings import ROUNDING, WHOLE, Holdings

# Columns solved at once where only a diagonal is wanted: bounds the memory.
CHUNK = 256
# Firms of a ring above which a factorisation fills in (33,000 tangled at random: 395 s, 300 MB).
LARGEST_RING = 5_000
# Reach above which the factorisation of the whole, once made, answers sooner than one apart.
FAR = 5_000
# Held inside its ring by so much, a firm may have no owner outside.
NEARLY = 1.0 - 1e-6
SMALLEST_STEP, MOST_STEPS = 1e-16, 20_000


@dataclass(frozen=True, eq=False)
class Flow:
    """The holdings as a matrix. Without those into `cut` nodes, where tracing stops."""

    n: int
    owner: Ints
    owned: Ints
    share: Sequence[Fraction]
    weight: Floats

    @classmethod
    def of(cls, holdings: Holdings, cut: Bools | None = None) -> Flow:
        keep = holdings.weight > 0
        if cut is not None:
            keep &= ~cut[holdings.owned]
        share = [holdings.share[line] for line in np.flatnonzero(keep)]
        ends = holdings.owner[keep], holdings.owned[keep]
        return cls(holdings.n, *ends, share, holdings.weight[keep])

    @cached_property
    def matrix(self) -> sparse.csr_array:
        return _matrix(self.n, self.owner, self.owned, self.weight)

    # rings

    @cached_property
    def _component(self) -> Ints:
        _, labels = csgraph.connected_components(self.matrix, connection="strong")
        found: Ints = labels.astype(np.int32)
        return found

    @cached_property
    def _inside(self) -> Bools:
        """Lines between two firms of one ring, or of a firm in itself."""
        inside: Bools = self._component[self.owner] == self._component[self.owned]
        return inside

    @cached_property
    def rings(self) -> tuple[Ints, ...]:
        """Firms that hold each other in a circle, or one that holds its own shares."""
        labels = np.unique(self._component[self.owner[self._inside]])
        order = np.argsort(self._component, kind="stable").astype(np.int32)
        sorted_ = self._component[order]
        first, last = (np.searchsorted(sorted_, labels, side) for side in ("left", "right"))
        return tuple(order[a:b] for a, b in zip(first, last, strict=True))

    @cached_property
    def singular(self) -> tuple[Ints, ...]:
        """Rings that own themselves wholly: floats say which may, fractions which do."""
        inside = self._inside
        within = np.bincount(self.owned[inside], self.weight[inside], self.n)
        return tuple(
            ring for ring in self.rings if within[ring].min() > NEARLY and self._is_closed(ring)
        )

    def _is_closed(self, ring: Ints) -> bool:
        within = dict.fromkeys(ring.tolist(), Fraction(0))
        for line in np.flatnonzero(self._inside & np.isin(self.owned, ring)).tolist():
            within[int(self.owned[line])] += self.share[line]
        return min(within.values()) >= WHOLE - ROUNDING

    @cached_property
    def closed(self) -> Bools:
        """Firms of a singular ring."""
        mask: Bools = np.zeros(self.n, np.bool_)
        for ring in self.singular:
            mask[ring] = True
        return mask

    @cached_property
    def trapped(self) -> Bools:
        """Firms of a singular ring, and all of which such a ring holds a part by any route."""
        mask = self.closed.copy()
        for ring in self.singular:
            mask[_reached(self.matrix, int(ring[0]))] = True
        return mask

    # solves

    @cached_property
    def _open(self) -> sparse.csr_array:
        """Without the singular rings."""
        if not self.singular:
            return self.matrix
        keep = ~self.closed[self.owner]
        return _matrix(self.n, self.owner[keep], self.owned[keep], self.weight[keep])

    @cached_property
    def _direct(self) -> bool:
        return max(map(len, self.rings), default=0) <= LARGEST_RING

    @cached_property
    def _solver(self) -> Solver:
        return Factor(self._open) if self._direct else Iteration(self._open)

    def forward(self, amounts: Floats) -> Floats:
        """amounts · L: what is put in at each node, gathered in every firm."""
        return self._solver.left(amounts)

    def backward(self, values: Floats) -> Floats:
        """L · values: what each node has of the value of every firm, itself included."""
        return self._solver.right(values)

    def row(self, node: int) -> Floats:
        """What a node holds of every firm by all routes, row of L·W: its direct holdings followed.

        What little a node reaches is solved apart, in a millisecond; who reaches more than that
        goes by the solver of the whole, which is kept.
        """
        start = self._open[[node]].toarray()[0]
        reached = self.reach(node)
        if len(reached) > FAR:
            return self.forward(start)
        found = np.zeros(self.n)
        part = Factor(self._open[reached][:, reached])
        found[reached] = part.left(start[reached])
        return found

    def square(self) -> Floats:
        """L·W itself: for small networks."""
        return self.backward(self._open.toarray())

    @cached_property
    def untraced(self) -> Bools:
        """Firms of rings too large for their loops to be followed one by one."""
        mask: Bools = np.zeros(self.n, np.bool_)
        for ring in self.rings:
            mask[ring] = len(ring) > LARGEST_RING
        return mask

    @cached_property
    def loops(self) -> Floats:
        """What each firm holds of itself, (L·W)_ii: 0 outside rings, and where it has no value."""
        found = np.zeros(self.n)
        for ring in self.rings:
            if not self.closed[ring[0]] and not self.untraced[ring[0]]:
                found[ring] = _loops(self.matrix[ring][:, ring])
        return found

    def reach(self, node: int) -> Longs:
        """The node and whatever it holds a part of, itself first; not into closed rings."""
        return _reached(self._open, node)


class Solver(Protocol):
    """Solves with I − W from either side."""

    def left(self, amounts: Floats) -> Floats: ...

    def right(self, values: Floats) -> Floats: ...


class Factor:
    """By a sparse factorisation: as exact as floats are, in strong rings and deep chains."""

    def __init__(self, matrix: sparse.csr_array) -> None:
        self._lu = splu((sparse.eye_array(matrix.shape[0]) - matrix).tocsc())

    def left(self, amounts: Floats) -> Floats:
        found: Floats = self._lu.solve(amounts, "T")  # type: ignore[call-overload] # the stubs know no `trans`
        return found

    def right(self, values: Floats) -> Floats:
        found: Floats = self._lu.solve(values)
        return found


class Iteration:
    """Step by step, along rings so large that a factorisation would fill the memory."""

    def __init__(self, matrix: sparse.csr_array) -> None:
        self._matrix, self._turned = matrix, matrix.T.tocsr()

    def left(self, amounts: Floats) -> Floats:
        return self._iterate(self._turned, amounts)

    def right(self, values: Floats) -> Floats:
        return self._iterate(self._matrix, values)

    def _iterate(self, matrix: sparse.csr_array, start: Floats) -> Floats:
        found, step = start.copy(), start
        for _ in range(MOST_STEPS):
            step = matrix @ step
            found += step
            if step.max(initial=0.0) <= SMALLEST_STEP * found.max(initial=1.0):
                return found
        raise TooCostly("costly_rings")


def _reached(matrix: sparse.csr_array, node: int) -> Longs:
    found = csgraph.breadth_first_order(matrix, node, return_predecessors=False)
    reached: Longs = found.astype(np.int64)
    return reached


def _matrix(n: int, owner: Ints, owned: Ints, weight: Floats) -> sparse.csr_array:
    return sparse.coo_array((weight, (owner, owned)), shape=(n, n)).tocsr()


def _loops(part: sparse.csr_array) -> Floats:
    """The diagonal of L·W of one ring, some columns at a time."""
    size = part.shape[0]
    ready, found = Factor(part), np.empty(size)
    for start in range(0, size, CHUNK):
        columns = np.arange(start, min(start + CHUNK, size))
        solved = ready.right(part[:, columns].toarray())
        found[columns] = solved[columns, columns - start]
    return found
