"""The core of the network: who stays when the least tied are peeled off, layer by layer?"""

from __future__ import annotations

import numpy as np

from maillage.graph import kernels
from maillage.graph.adjacency import Adjacency, Ints, Longs
from maillage.graph.measures.entry import Answer, Measure, Shape, Variant
from maillage.graph.measures.study import Study
from maillage.graph.vocabulary import Label


def coreness(study: Study, variant: str) -> Answer:
    """Greatest k such that the node is in a part where all have k ties; 0 for an isolate."""
    if variant == "total_degree":
        return Answer(study.by_node(core_numbers(study.binary, study.binary.reversed)))
    return Answer(study.by_node(core_numbers(study.union)))


def core_numbers(graph: Adjacency, other: Adjacency | None = None) -> Longs:
    """Of an undirected graph; or of arcs out and arcs back, a mutual pair counting twice."""
    indptr, indices = graph.indptr, graph.indices
    if other is not None:
        indptr, indices = _together(graph, other)
    core = np.diff(indptr).astype(np.int32)
    left, queue = np.arange(graph.n, dtype=np.int32), np.zeros(graph.n, np.int32)
    kernels.run(peel, graph.size, (indptr, indices), (core, left, queue))
    return core.astype(np.int64)


def peel(indptr: Longs, indices: Ints, core: Ints, left: Ints, queue: Ints) -> None:
    """Level after level, take away whoever has no more ties left than the level.

    `core` starts as degrees and ends as core numbers. `left` is kept short, so that a level costs
    the nodes that are still there.
    """
    remaining, level = len(core), -1
    while remaining:
        kept, least = 0, len(indices) + 1
        for i in range(remaining):
            v = left[i]
            if core[v] > level:
                left[kept] = v
                kept += 1
                least = min(least, core[v])
        remaining, level, count = kept, least, 0
        for i in range(remaining):
            if core[left[i]] == level:
                queue[count] = left[i]
                count += 1
        head = 0
        while head < count:
            v = queue[head]
            head += 1
            for k in range(indptr[v], indptr[v + 1]):
                w = indices[k]
                if core[w] > level:
                    core[w] -= 1
                    if core[w] == level:
                        queue[count] = w
                        count += 1


def _together(graph: Adjacency, other: Adjacency) -> tuple[Longs, Ints]:
    """Rows of both, one after the other."""
    owners = np.concatenate([graph.source, other.source])
    ends = np.concatenate([graph.target, other.target])
    order = np.argsort(owners, kind="stable")
    return graph.indptr + other.indptr, ends[order]


MEASURES = (
    Measure(
        name="coreness",
        label=Label("Noyau", "Coreness"),
        meaning=Label(
            "Jusqu’à quel noyau ce membre tient-il quand on retire les moins liés ?",
            "Up to which core does this member hold when the least tied are taken away?",
        ),
        formula="greatest k such that the node is in a subgraph of minimum degree k",
        reference="Seidman 1983, Social Networks 5:269–287",
        function=coreness,
        shape=Shape.BY_NODE,
        variants=(
            Variant("", directed=False),
            Variant("total_degree", undirected=False),
            Variant("undirected_projection", undirected=False),
        ),
        notes="`total_degree` counts a mutual pair twice. An isolate has 0.",
    ),
)
