"""What if the best tied leave, one after the other? The attack curve and its mean."""

from __future__ import annotations

from heapq import heapify, heappop, heappush

import numpy as np

from maillage.graph.adjacency import Adjacency
from maillage.graph.measures import foreign
from maillage.graph.measures.entry import Answer, Cost, Measure, Shape, Variant, undefined
from maillage.graph.measures.study import Study
from maillage.graph.vocabulary import Label

# Betweenness again after each departure: minutes above this many members.
MOST_RECOMPUTED = 300


def attack_robustness(study: Study, variant: str) -> Answer:
    """R = mean of S(q) over q = 1..N departures, S the share of the largest component."""
    if not study.n:
        return undefined("too_small")
    if _too_many(study, variant):
        return undefined("too_costly", advice="costly_attack")
    return Answer(
        float(np.mean([size for _, size in _curve(study, variant)])) / study.n,
        warnings=study.projected,
    )


def attack_curve(study: Study, variant: str) -> Answer:
    """[who leaves, members of the largest component then], in order."""
    if _too_many(study, variant):
        return undefined("too_costly", advice="costly_attack")
    return Answer(
        [[study.ids[node], size] for node, size in _curve(study, variant)], warnings=study.projected
    )


def _too_many(study: Study, variant: str) -> bool:
    return variant == "betweenness_recomputed" and study.n > MOST_RECOMPUTED


def _curve(study: Study, variant: str) -> list[tuple[int, int]]:
    return study.once(_by_betweenness if variant == "betweenness_recomputed" else _by_degree)


def _by_degree(study: Study) -> list[tuple[int, int]]:
    order = departures(study.union, _rank(study))
    return list(zip(order, remaining(study.union, order), strict=True))


def _by_betweenness(study: Study) -> list[tuple[int, int]]:
    graph, rank, order = study.union, _rank(study), []
    left = np.ones(study.n, np.bool_)
    while left.any():
        nodes = np.flatnonzero(left)
        paths = foreign.betweenness(graph.induced(left))
        # What differs by rounding alone is a tie.
        best = nodes[paths >= paths.max() * (1 - 1e-12)]
        node = int(best[np.argmin(rank[best])])
        order.append(node)
        left[node] = False
    return list(zip(order, remaining(graph, order), strict=True))


def departures(graph: Adjacency, rank: np.ndarray[tuple[int], np.dtype[np.int64]]) -> list[int]:
    """Nodes by what is left of their degree, the most tied first, then the first id."""
    degree, ranks = graph.degree.tolist(), rank.tolist()
    heap = [(-degree[v], ranks[v], v) for v in range(graph.n)]
    heapify(heap)
    gone, order = [False] * graph.n, []
    indptr, indices = graph.indptr.tolist(), graph.indices.tolist()
    while heap:
        ties, _, v = heappop(heap)
        if gone[v] or -ties != degree[v]:
            continue
        gone[v] = True
        order.append(v)
        for w in indices[indptr[v] : indptr[v + 1]]:
            if not gone[w]:
                degree[w] -= 1
                heappush(heap, (-degree[w], ranks[w], w))
    return order


def remaining(graph: Adjacency, order: list[int]) -> list[int]:
    """Size of the largest component after each departure: they come back in reverse order."""
    root, size, back = list(range(graph.n)), [1] * graph.n, [False] * graph.n
    indptr, indices = graph.indptr.tolist(), graph.indices.tolist()

    def find(v: int) -> int:
        while root[v] != v:
            root[v] = root[root[v]]
            v = root[v]
        return v

    largest, sizes = 0, []
    for v in reversed(order):
        sizes.append(largest)
        back[v] = True
        for w in indices[indptr[v] : indptr[v + 1]]:
            if back[w] and (a := find(v)) != (b := find(w)):
                a, b = (a, b) if size[a] >= size[b] else (b, a)
                root[b], size[a] = a, size[a] + size[b]
        largest = max(largest, size[find(v)])
    return sizes[::-1]


def _rank(study: Study) -> np.ndarray[tuple[int], np.dtype[np.int64]]:
    """Place of each node in the order of ids."""
    rank = np.empty(study.n, np.int64)
    rank[sorted(range(study.n), key=study.ids.__getitem__)] = np.arange(study.n)
    return rank


_VARIANTS = (
    Variant("degree_recomputed", asked=True),
    Variant("betweenness_recomputed", asked=True),
)
_SCHNEIDER = "Schneider et al. 2011, PNAS 108:3838–3841"
_NOTES = "Equals leave in the order of ids. Directed: on the union. Isolates are components of one."

MEASURES = (
    Measure(
        name="attack_robustness",
        label=Label("Robustesse aux départs", "Robustness to departures"),
        meaning=Label(
            "Que reste-t-il ensemble quand partent, un à un, les plus liés\u202f?",
            "How much holds together as the best tied leave, one by one?",
        ),
        formula="R = (1/N)Σ_q S(q), S(q) the share of the largest component after q departures",
        reference=_SCHNEIDER,
        function=attack_robustness,
        shape=Shape.NUMBER,
        variants=_VARIANTS,
        cost=Cost.HEAVY,
        notes=_NOTES,
    ),
    Measure(
        name="attack_curve",
        label=Label("Départs successifs", "Successive departures"),
        meaning=Label(
            "Qui part, dans l’ordre, et combien restent alors ensemble\u202f?",
            "Who leaves, in order, and how many then hold together?",
        ),
        formula="[id, members of the largest component], the most tied of those left first",
        reference=_SCHNEIDER,
        function=attack_curve,
        shape=Shape.ROWS,
        variants=_VARIANTS,
        cost=Cost.HEAVY,
        notes=_NOTES,
    ),
)
