"""Partners in common: who is two steps away, and how much what lies between is worth.

Adamic & Adar 2003 (Social Networks 25:211) give a common partner of k others 1/ln k; resource
allocation (Zhou, Lü & Zhang 2009, EPJ B 71:623) gives it 1/k: who knows everybody says little.
In a directed graph an arc says that its target is a partner of its source, and k counts the arcs
that come in.
"""

from __future__ import annotations

from typing import Literal

import numpy as np
from numpy.typing import NDArray

from maillage.graph import kernels
from maillage.graph.adjacency import Adjacency, Bools, Floats, Ints, Longs

Index = Literal["adamic_adar", "resource_allocation", "common_neighbours"]
NOBODY = -1


def worth(graph: Adjacency, index: Index) -> Floats:
    """What each node is worth between two others; one of a single partner lies between nobody."""
    k = np.maximum(graph.reversed.degree, 2).astype(np.float64)
    if index == "common_neighbours":
        return np.ones(graph.n)
    return 1 / k if index == "resource_allocation" else 1 / np.log(k)


def strangers(
    graph: Adjacency, worths: Floats, rows: Ints, most: int, *, apart: Adjacency, among: Bools
) -> tuple[NDArray[np.int32], Floats]:
    """For each row the `most` others with whom the partners in common are worth most, and what
    they are worth; `NOBODY` where there are fewer.

    Never itself, one tied to it in `apart` (undirected), or one outside `among`; equals in the
    order of their numbers.
    """
    found = np.full(len(rows) * most, NOBODY, np.int32)
    sums = np.zeros(len(rows) * most)
    if len(found) and graph.size:
        scratch = np.zeros(graph.n), np.zeros(graph.n, np.int32)
        back = graph.reversed
        inputs = (graph.indptr, graph.indices, back.indptr, back.indices, worths, apart.indptr,
                  apart.indices, among.astype(np.int8), rows.astype(np.int32))  # fmt: skip
        kernels.run(take_two_steps, graph.size, inputs, (*scratch, found, sums))
    return found.reshape(len(rows), most), sums.reshape(len(rows), most)


def shared(graph: Adjacency, one: int, other: int) -> Ints:
    """The partners that both have, in the order of their numbers."""
    return np.intersect1d(partners(graph, one), partners(graph, other), assume_unique=True)


def partners(graph: Adjacency, row: int) -> Ints:
    return graph.indices[graph.indptr[row] : graph.indptr[row + 1]]


def take_two_steps(  # noqa: PLR0917 -- a kernel takes its arrays by place
    starts: Longs, there: Ints, back_starts: Longs, back: Ints, worths: Floats,
    apart_starts: Longs, apart: Ints, among: NDArray[np.int8], rows: Ints,
    sums: Floats, touched: Ints, found: Ints, best: Floats,
) -> None:  # fmt: skip
    most = len(found) // len(rows)
    for q in range(len(rows)):
        row, count, last = rows[q], 0, (q + 1) * most - 1
        for i in range(starts[row], starts[row + 1]):
            middle = there[i]
            gain = worths[middle]
            if gain > 0:
                for j in range(back_starts[middle], back_starts[middle + 1]):
                    other = back[j]
                    so_far = sums[other]
                    if so_far == 0:
                        touched[count] = other
                        count += 1
                    sums[other] = so_far + gain
        sums[row] = 0
        for i in range(apart_starts[row], apart_starts[row + 1]):
            sums[apart[i]] = 0
        least = best[last]
        for t in range(count):
            other = touched[t]
            total = sums[other]
            sums[other] = 0
            if total < least or total == 0 or among[other] == 0:
                continue
            if total == least and found[last] < other:
                continue
            place = last
            while place > q * most and (
                best[place - 1] < total or (best[place - 1] == total and found[place - 1] > other)
            ):
                best[place], found[place] = best[place - 1], found[place - 1]
                place -= 1
            best[place], found[place] = total, other
            least = best[last]
