"""From who meets where to who meets whom: co-presences, and ties between poles.

Newman (2001, PRE 64:016132): two organisations among the k of a gathering share 1/(k−1), so that
each organisation gives every gathering a total of one.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from maillage.graph.arrays import KIND_CODES, GraphColumns
from maillage.graph.vocabulary import (
    ACTOR_KINDS,
    TIE_KINDS,
    Layer,
)

Projection = Literal["newman", "count", "none"]
Ints = NDArray[np.int32]
Bools = NDArray[np.bool_]

# A node that touches more than this share of the poles, and at least so many, links none of them.
HUB_SHARE = 0.10
HUB_LEAST = 5


@dataclass(frozen=True, eq=False)
class CoPresence:
    """Pairs of nodes that share gatherings, each pair once, with the weight they share."""

    left: Ints
    right: Ints
    weight: NDArray[np.float64]

    @classmethod
    def none(cls) -> CoPresence:
        empty = np.array([], np.int32)
        return cls(empty, empty, np.array([], np.float64))


@dataclass(frozen=True, eq=False)
class PoleTies:
    """Poles tied directly or by what they share, and how many poles each other node touches."""

    pairs: CoPresence
    touched: NDArray[np.int64]
    hub: Bools

    @property
    def hubs(self) -> list[tuple[int, int]]:
        """Each hub with the poles it touches, the greatest first."""
        found = [(int(node), int(self.touched[node])) for node in np.flatnonzero(self.hub)]
        return sorted(found, key=lambda hub: (-hub[1], hub[0]))


@dataclass(frozen=True, eq=False)
class Presences:
    """(guest, place) pairs, and the number of the tie that tells each."""

    pairs: Ints
    lines: NDArray[np.int64]


def presences(graph: GraphColumns, alive: Bools, nodes: Bools) -> Presences:
    """Who is where for what may be cooperation: tied to a gathering by a kind of that layer, or
    by membership; to an event or project by a kind of the layer only."""
    ties = graph.ties
    hosts = np.array([kind in _HOSTS for kind in graph.actors.kinds], np.bool_)
    joined = np.array([kind in _JOINED for kind in graph.actors.kinds], np.bool_)
    by_cooperation, by_membership = np.isin(ties.kind, _COOPERATION), ties.kind == _MEMBERSHIP
    pairs, lines = [], []
    for guests, places in ((ties.source, ties.target), (ties.target, ties.source)):
        counts = by_cooperation | (by_membership & joined[places])
        kept = alive & nodes[guests] & hosts[places] & counts
        pairs.append(np.stack([guests[kept], places[kept]], axis=1))
        lines.append(np.flatnonzero(kept))
    return Presences(np.concatenate(pairs), np.concatenate(lines))


def copresences(n: int, presences: Ints, projection: Projection) -> CoPresence:
    """`presences` lists (guest, place) pairs; a guest counts once in a place."""
    if not len(presences) or projection == "none":
        return CoPresence.none()
    incidence = _incidence(n, presences[:, 0], presences[:, 1])
    guests = np.asarray(incidence.sum(axis=0)).ravel()
    share = np.where(guests > 1, 1.0 / np.maximum(guests - 1, 1), 0.0)
    if projection == "count":
        share = (guests > 1).astype(np.float64)
    return _pairs(incidence, share)


def guests_of(n: int, presences: Ints) -> NDArray[np.int64]:
    """How many different guests each node has as a place."""
    pairs = np.unique(presences.astype(np.int64) @ np.array([n, 1])) % max(n, 1)
    return np.bincount(pairs, minlength=n)


def pole_ties(n: int, poles: Bools, source: Ints, target: Ints) -> PoleTies:
    left, right = np.concatenate([source, target]), np.concatenate([target, source])
    outward = poles[left] & ~poles[right]
    touched = _incidence(n, left[outward], right[outward])
    count = np.asarray(touched.sum(axis=0)).ravel()
    hub: Bools = (count > HUB_SHARE * np.count_nonzero(poles)) & (count >= HUB_LEAST)
    share = np.where((count > 1) & ~hub, 1.0 / np.maximum(count - 1, 1), 0.0)
    direct = poles[left] & poles[right] & (left != right)
    between = _incidence(n, left[direct], right[direct])
    return PoleTies(_pairs(touched, share, between), count.astype(np.int64), hub)


def _incidence(n: int, rows: Ints, columns: Ints) -> sparse.csr_array:
    matrix = sparse.csr_array((np.ones(len(rows)), (rows, columns)), shape=(n, n))
    matrix.sum_duplicates()
    matrix.data[:] = 1.0  # repeated presences count once
    return matrix


def _pairs(
    incidence: sparse.csr_array, share: NDArray[np.float64], more: sparse.csr_array | None = None
) -> CoPresence:
    """What each pair shares, summed over the places that weigh something."""
    weighing = np.flatnonzero(share)
    met = incidence[:, weighing]
    total = met @ sparse.diags_array(share[weighing]) @ met.T
    return _upper(total if more is None else total + more)


def _upper(matrix: sparse.csr_array) -> CoPresence:
    upper = sparse.triu(matrix, k=1).tocoo()
    order = np.lexsort((upper.col, upper.row))
    kept = order[upper.data[order] > 0]
    return CoPresence(
        upper.row[kept].astype(np.int32), upper.col[kept].astype(np.int32), upper.data[kept]
    )


_HOSTS = frozenset(kind.name for kind in ACTOR_KINDS.values() if kind.meets_by != "nothing")
_JOINED = frozenset(
    kind.name for kind in ACTOR_KINDS.values() if kind.meets_by == "cooperation or membership"
)
_COOPERATION = [
    KIND_CODES[kind.name] for kind in TIE_KINDS.values() if kind.layer is Layer.COOPERATION
]
_MEMBERSHIP = KIND_CODES["membership"]
