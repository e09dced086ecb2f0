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

Projection = Literal["newman", "count", "none"]
Ints = NDArray[np.int32]

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


def copresences(n: int, presences: Ints, projection: Projection) -> CoPresence:
    """`presences` lists (guest, place) pairs; a guest counts once in a place."""
    if not len(presences) or projection == "none":
        return CoPresence.none()
    incidence = _incidence(n, presences[:, 0], presences[:, 1])
    guests = np.asarray(incidence.sum(axis=0)).ravel()
    share = np.where(guests > 1, 1.0 / np.maximum(guests - 1, 1), 0.0)
    if projection == "count":
        share = (guests > 1).astype(np.float64)
    return _upper(incidence @ sparse.diags_array(share) @ incidence.T)


def pole_ties(
    n: int, poles: NDArray[np.bool_], source: Ints, target: Ints
) -> tuple[CoPresence, list[tuple[int, int]]]:
    """Poles tied directly or by what they share; and the hubs, with the poles that each touches."""
    left, right = np.concatenate([source, target]), np.concatenate([target, source])
    outward = poles[left] & ~poles[right]
    touched = _incidence(n, left[outward], right[outward])
    count = np.asarray(touched.sum(axis=0)).ravel()
    hubs = (count > HUB_SHARE * np.count_nonzero(poles)) & (count >= HUB_LEAST)
    share = np.where((count > 1) & ~hubs, 1.0 / np.maximum(count - 1, 1), 0.0)
    direct = poles[left] & poles[right] & (left != right)
    between = _incidence(n, left[direct], right[direct])
    total = touched @ sparse.diags_array(share) @ touched.T + between
    found = [(int(node), int(count[node])) for node in np.flatnonzero(hubs)]
    return _upper(total), sorted(found, key=lambda hub: (-hub[1], hub[0]))


def _incidence(n: int, rows: Ints, columns: Ints) -> sparse.csr_array:
    matrix = sparse.csr_array((np.ones(len(rows)), (rows, columns)), shape=(n, n))
    matrix.data[:] = 1.0  # repeated presences count once
    return matrix


def _upper(matrix: sparse.csr_array) -> CoPresence:
    upper = sparse.triu(matrix, k=1).tocoo()
    order = np.lexsort((upper.col, upper.row))
    kept = order[upper.data[order] > 0]
    return CoPresence(
        upper.row[kept].astype(np.int32), upper.col[kept].astype(np.int32), upper.data[kept]
    )
