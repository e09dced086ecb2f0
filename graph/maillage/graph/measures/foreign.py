"""What igraph does well enough for us: betweenness and Leiden communities."""

from __future__ import annotations

import random
from collections.abc import Sequence
from threading import Lock
from typing import TYPE_CHECKING

import numpy as np

from maillage.graph.adjacency import Adjacency, Floats, Ints

if TYPE_CHECKING:
    import igraph

# Above these numbers of ties, fewer rounds: what later ones add is in the third decimal.
_ROUNDS = ((50_000, -1), (1_000_000, 5))
_FEWEST_ROUNDS = 2
# igraph has one generator for the whole process: whoever seeds it keeps it until done.
_GENERATOR = Lock()


def to_igraph(graph: Adjacency) -> igraph.Graph:
    import igraph

    ties = np.column_stack([graph.source, graph.target])
    return igraph.Graph(n=graph.n, edges=ties, directed=graph.directed)


def betweenness(graph: Adjacency, sources: Sequence[int] | None = None) -> Floats:
    """Shortest paths through each node, an undirected pair counted once.

    With `sources`, only paths that start there; then an undirected pair counts half for each of
    its ends among them.
    """
    found = to_igraph(graph).betweenness(directed=graph.directed, sources=sources)
    return np.asarray(found, np.float64)


def leiden(graph: Adjacency, seed: int) -> Ints:
    """Communities of greatest modularity, numbered as they are first met."""
    import igraph

    rounds = next((few for most, few in _ROUNDS if graph.size <= most), _FEWEST_ROUNDS)
    with _GENERATOR:
        igraph.set_random_number_generator(random.Random(seed))
        try:
            found = to_igraph(graph).community_leiden("modularity", n_iterations=rounds)
        finally:
            igraph.set_random_number_generator(random)
    _, first, number = np.unique(found.membership, return_index=True, return_inverse=True)
    return np.argsort(np.argsort(first))[number].astype(np.int32)
