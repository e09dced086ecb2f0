"""Pieces of the network: components and their sizes."""

from __future__ import annotations

import numpy as np

from maillage.graph import kernels
from maillage.graph.adjacency import Adjacency, Ints, Longs
from maillage.graph.measures.entry import Answer, Measure, Shape, Variant
from maillage.graph.measures.study import Study
from maillage.graph.vocabulary import Label


def components(study: Study, _variant: str) -> Answer:
    """Sizes of the weak components, largest first; an isolate is one."""
    return Answer(sorted(component_sizes(study.binary).tolist(), reverse=True))


def component_sizes(graph: Adjacency) -> Longs:
    sizes = np.bincount(component_labels(graph), minlength=graph.n)
    return sizes[sizes > 0]


def component_labels(graph: Adjacency) -> Ints:
    """For each node the least node of its weak component.

    Roots hook onto smaller roots and chains are cut short, over all ties at once: a handful of
    rounds whatever the shape.
    """
    root = np.arange(graph.n, dtype=np.int32)
    source, target = graph.source, graph.target
    if kernels.at_hand(graph.size):
        kernels.compiled(join)(source, target, root)
        return root
    while len(source):
        left, right = root[source], root[target]
        apart = left != right
        # A tie within one tree has nothing more to say.
        source, target, left, right = source[apart], target[apart], left[apart], right[apart]
        np.minimum.at(root, np.maximum(left, right), np.minimum(left, right))
        while not np.array_equal(shorter := root[root], root):
            root = shorter
    return root


def join(source: Ints, target: Ints, root: Ints) -> None:
    """One tie after the other, halving the paths walked; roots only ever point lower."""
    for k in range(len(source)):
        u, v = source[k], target[k]
        while root[u] != u:
            root[u] = root[root[u]]
            u = root[u]
        while root[v] != v:
            root[v] = root[root[v]]
            v = root[v]
        if u < v:
            root[v] = u
        else:
            root[u] = v
    for v in range(len(root)):
        root[v] = root[root[v]]


MEASURES = (
    Measure(
        name="components",
        label=Label("Composantes", "Components"),
        meaning=Label(
            "En combien de morceaux séparés le réseau tombe-t-il, et de quelle taille ?",
            "How many separate pieces is the network in, and of what size?",
        ),
        formula="sizes of the weakly connected components, largest first",
        reference="Wasserman & Faust 1994, ch. 4",
        function=components,
        shape=Shape.ROWS,
        variants=(Variant("weak"),),
        notes="Isolates are components of one.",
    ),
)
