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
    work = [np.zeros(graph.n, np.int32) for _ in range(2)]
    bins = np.zeros(int(core.max(initial=0)) + 2, np.int32)
    kernels.run(peel, graph.size, (indptr, indices), (core, *work, bins))
    return core.astype(np.int64)


def peel(  # noqa: PLR0917
    indptr: Longs, indices: Ints, core: Ints, order: Ints, place: Ints, bins: Ints
) -> None:
    """Batagelj & Zaveršnik 2003: nodes kept sorted by what is left of their degree.

    `core` starts as degrees and ends as core numbers; `bins[d]` is where degree d starts.
    """
    n = len(core)
    for v in range(n):
        bins[core[v] + 1] += 1
    for d in range(1, len(bins)):
        bins[d] += bins[d - 1]
    for v in range(n):
        place[v] = bins[core[v]]
        order[place[v]] = v
        bins[core[v]] += 1
    for d in range(len(bins) - 1, 0, -1):
        bins[d] = bins[d - 1]
    bins[0] = 0
    for i in range(n):
        v = order[i]
        for k in range(indptr[v], indptr[v + 1]):
            w = indices[k]
            d = core[w]
            if d > core[v]:
                # w changes place with the first node of its degree, which then starts later.
                first = bins[d]
                u = order[first]
                if u != w:
                    order[place[w]], order[first] = u, w
                    place[u], place[w] = place[w], first
                bins[d] += 1
                core[w] = d - 1


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
