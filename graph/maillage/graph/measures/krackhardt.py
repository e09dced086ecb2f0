"""Who refers to whom? Krackhardt's four dimensions of a hierarchy, on arcs."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from maillage.graph.adjacency import Adjacency, Longs
from maillage.graph.measures.components import component_labels, component_sizes
from maillage.graph.measures.distances import Words, ancestors, incoming
from maillage.graph.measures.entry import (
    DIRECTED_ONLY,
    Answer,
    Cost,
    Measure,
    Shape,
    undefined,
)
from maillage.graph.measures.study import Study
from maillage.graph.vocabulary import Label

# Sets of nodes that reach each other are compared pair by pair: minutes above this many.
MOST_SETS = 5000

_LOW = np.uint64(2**32 - 1)
Function = Callable[[Study, str], Answer]


def connectedness(study: Study, _variant: str) -> Answer:
    """Share of pairs that one weak component holds."""
    if study.n < 2:
        return undefined("too_small")
    sizes = component_sizes(study.binary)
    return Answer(int((sizes * (sizes - 1)).sum()) / (study.n * (study.n - 1)))


def efficiency(study: Study, _variant: str) -> Answer:
    """1 − arcs beyond a tree over the most there could be, by weak component."""
    if not study.binary.size:
        return undefined("no_ties")
    needed = component_sizes(study.binary) - 1
    spare = study.binary.size - int(needed.sum())
    return Answer(1 - spare / int((needed**2).sum()))


def hierarchy(study: Study, _variant: str) -> Answer:
    """1 − pairs that reach each other over pairs of which one reaches the other."""
    if not study.binary.size:
        return undefined("no_connected_pair")
    reached = study.once(incoming)
    if reached is None:
        return undefined("too_costly", advice="costly_pairs")
    sizes = np.bincount(strong_labels(study.binary))
    mutual = int((sizes * (sizes - 1)).sum()) // 2
    return Answer(1 - mutual / (int(reached.count.sum()) - mutual))


def lubness(study: Study, _variant: str) -> Answer:
    """1 − pairs without a least upper bound over Σ(n_c−1)(n_c−2)/2.

    A pair has one if some node that reaches both is reached by every node that reaches both.
    """
    if not study.binary.size:
        return undefined("no_ties")
    sizes = component_sizes(study.binary)
    most = int(((sizes - 1) * (sizes - 2)).sum()) // 2
    if not most:
        return undefined("too_small")
    strong = strong_labels(study.binary)
    if int(strong.max()) >= MOST_SETS:
        return undefined("too_costly", advice="costly_pairs")
    return Answer(1 - _violations(study.binary, strong) / most)


def strong_labels(graph: Adjacency) -> Longs:
    from scipy.sparse import csr_array  # noqa: PLC0415 -- scipy is slow to load
    from scipy.sparse.csgraph import connected_components  # noqa: PLC0415 -- scipy is slow to load

    table = csr_array((graph.data, graph.indices, graph.indptr), shape=(graph.n, graph.n))
    labels = connected_components(table, directed=True, connection="strong")[1]
    return np.asarray(labels, np.int64)


def _violations(graph: Adjacency, strong: Longs) -> int:
    """Pairs of one weak component that have no least upper bound.

    Nodes that reach each other have the same ancestors: they are compared as one set, each pair
    of sets standing for all pairs of their members. U, the common ancestors of a pair, holds the
    ancestors of each of its members; so it has the bound wanted exactly when U is all of the
    ancestors of some u in it, and that u has more ancestors than any other of U.
    """
    members = np.bincount(strong)
    heads, tails = strong[graph.source], strong[graph.target]
    # Numbered by ancestors, fewest first: the u to try is then the highest bit of U.
    rank = np.argsort(np.argsort(_sizes(ancestors(_sets(heads, tails, len(members))))))
    members = members[np.argsort(rank)]
    sets = _sets(rank[heads], rank[tails], len(members))
    weak, above = component_labels(sets), ancestors(sets)
    ancestry, wrong = _sizes(above), 0
    for i in range(len(members)):
        others = np.flatnonzero(weak[i + 1 :] == weak[i]) + i + 1
        common = above[i] & above[others]
        number = _sizes(common)
        missing = (number == 0) | (ancestry[_highest(common)] != number)
        wrong += int(members[i] * members[others[missing]].sum())
    return wrong


def _sets(heads: Longs, tails: Longs, n: int) -> Adjacency:
    return Adjacency.of(n, heads.astype(np.int32), tails.astype(np.int32), None, directed=True)


def _sizes(words: Words) -> Longs:
    """Bits set in each row."""
    sizes: Longs = np.bitwise_count(words).sum(axis=1, dtype=np.int64)
    return sizes


def _highest(words: Words) -> Longs:
    """Number of the highest bit of each row; 0 for an empty one."""
    last = words.shape[1] - 1 - np.argmax(words[:, ::-1] != 0, axis=1)
    word = words[np.arange(len(words)), last]
    # Halves of a word are floats without rounding.
    high, low = (word >> np.uint64(32)).astype(np.float64), (word & _LOW).astype(np.float64)
    length = np.where(high > 0, np.frexp(high)[1] + 32, np.frexp(low)[1])
    return np.asarray(64 * last + np.maximum(length - 1, 0), np.int64)


_K94 = "Krackhardt 1994, in Carley & Prietula (eds), Computational Organization Theory"


def _measure(
    name: str,
    function: Function,
    *,
    label: Label,
    meaning: Label,
    formula: str,
    cost: Cost = Cost.LINEAR,
    notes: str = "",
) -> Measure[Study]:
    return Measure(
        name=f"krackhardt_{name}",
        label=label,
        meaning=meaning,
        formula=formula,
        reference=_K94,
        function=function,
        shape=Shape.NUMBER,
        variants=DIRECTED_ONLY,
        cost=cost,
        notes=notes,
    )


MEASURES = (
    _measure(
        "connectedness",
        connectedness,
        label=Label("Connexité", "Connectedness"),
        meaning=Label(
            "Quelle part des paires est dans un même morceau ?",
            "What share of the pairs is in one piece?",
        ),
        formula="Σn_c(n_c−1)/(N(N−1)) over weak components",
    ),
    _measure(
        "hierarchy",
        hierarchy,
        label=Label("Hiérarchie", "Hierarchy"),
        meaning=Label(
            "Quand l’un mène à l’autre, est-ce à sens unique ?",
            "Where one leads to the other, is it one way only?",
        ),
        formula="1 − pairs that reach each other/pairs of which one reaches the other",
        cost=Cost.HEAVY,
        notes="sna 2.7.1 gives 1 − reciprocity by default. No such pair: `no_connected_pair`.",
    ),
    _measure(
        "efficiency",
        efficiency,
        label=Label("Sobriété des liens", "Efficiency"),
        meaning=Label(
            "Y a-t-il peu de liens au-delà de ce qu’il faut pour tenir ensemble ?",
            "Are there few ties beyond those needed to hold together?",
        ),
        formula="1 − (arcs − Σ(n_c−1))/Σ(n_c−1)² over weak components",
    ),
    _measure(
        "lubness",
        lubness,
        label=Label("Arbitre commun", "Least upper boundedness"),
        meaning=Label(
            "Deux membres ont-ils toujours un même premier recours au-dessus d’eux ?",
            "Do two members always have one nearest common superior?",
        ),
        formula="1 − violations/Σ(n_c−1)(n_c−2)/2 over weak components of 3 or more",
        cost=Cost.HEAVY,
        notes="A pair violates unless some node that reaches both is reached by every node that "
        "reaches both; reachability is reflexive. sna 2.7.1 takes the opposite bound.",
    ),
)
