"""Who is near the others, or between them? Degree, betweenness, closeness, harmonic, PageRank."""

from __future__ import annotations

import numpy as np

from maillage.graph import kernels
from maillage.graph.adjacency import Adjacency, Floats, Ints, Longs
from maillage.graph.measures import foreign
from maillage.graph.measures.distances import Reach, incoming, reach
from maillage.graph.measures.entry import (
    Answer,
    Cost,
    Measure,
    Shape,
    Variant,
    by_direction,
    undefined,
)
from maillage.graph.measures.study import Study, ratio
from maillage.graph.vocabulary import Label

DAMPING = 0.85
# Beyond this many nodes × ties, betweenness takes more than a minute.
MOST_PATHS = 2_000_000_000
# Sources of a sample of distances: eight words of bits.
SAMPLED_SOURCES = 512
# A node that moves by a smaller share than this is still.
STILL = 1e-11


def degree(study: Study, variant: str) -> Answer:
    """Partners; arcs in, out, or both."""
    graph = study.binary
    out, into = graph.degree, graph.reversed.degree
    return Answer(study.by_node({"in": into, "out": out, "total": out + into}.get(variant, out)))


def betweenness(study: Study, variant: str) -> Answer:
    """Shortest paths that pass through a node; `normalized` by the pairs it could stand between."""
    drawn = variant.endswith("_sampled")
    raw = study.once(_sampled_betweenness if drawn else raw_betweenness)
    if raw is None:
        return undefined("too_costly", advice="costly_betweenness")
    if variant.startswith("normalized"):
        pairs = (study.n - 1) * (study.n - 2) / (1 if study.directed else 2)
        raw = raw / pairs if pairs > 0 else raw
    return _told(study, raw, drawn=drawn)


def closeness(study: Study, variant: str) -> Answer:
    """Wasserman–Faust: r/(N−1) · r/Σd over the r nodes from which a path leads here."""
    drawn = variant.endswith("_sampled")
    found = study.once(_sampled_incoming if drawn else incoming)
    if found is None:
        return undefined("too_costly", advice="costly_distances")
    value = ratio(found.count.astype(np.float64) ** 2, found.far * max(study.n - 1, 1))
    return _told(study, value, drawn=drawn)


def harmonic(study: Study, variant: str) -> Answer:
    """Mean of 1/d over incoming distances; nodes that cannot come count 0."""
    drawn = variant.endswith("_sampled")
    found = study.once(_sampled_incoming if drawn else incoming)
    if found is None:
        return undefined("too_costly", advice="costly_distances")
    return _told(study, found.near / max(study.n - 1, 1), drawn=drawn)


def global_efficiency(study: Study, variant: str) -> Answer:
    """Mean of 1/d over ordered pairs of the union."""
    if study.n < 2:
        return undefined("too_small")
    drawn = variant.endswith("sampled")
    found = study.once(_sampled_between if drawn else _between)
    if found is None:
        return undefined("too_costly", advice="costly_distances")
    value = float(found.near.sum()) / (study.n * (study.n - 1))
    return Answer(value, warnings=("sampled",), seed=study.used_seed) if drawn else Answer(value)


def pagerank(study: Study, _variant: str) -> Answer:
    """Where a walk that follows ties, and starts afresh one time in seven, is found."""
    return Answer(study.by_node(ranks(study.binary)))


def ranks(graph: Adjacency) -> Floats:
    """Solve x = (1 − d)/N + d·Pᵀx and divide by the sum.

    That is PageRank where nodes without out-ties spread evenly: they then do what the (1 − d)
    does, and only the length of x changes. Iterated until no node moves by a relative 1e-11.
    """
    if not graph.n:
        return np.zeros(0)
    incoming, share = graph.reversed, ratio(np.full(graph.n, DAMPING), graph.degree)
    rank = np.full(graph.n, 1 - DAMPING)
    if kernels.at_hand(graph.size):
        kernels.compiled(sweep)(incoming.indptr, incoming.indices, share, rank, rank * share)
    else:
        _iterate(incoming, share, rank)
    return np.asarray(rank / rank.sum())


def _iterate(incoming: Adjacency, share: Floats, rank: Floats) -> None:
    """All nodes at once."""
    fed = np.flatnonzero(np.diff(incoming.indptr))
    starts, sources, moving = incoming.indptr[:-1][fed], incoming.indices, len(fed) > 0
    while moving:
        further = 1 - DAMPING + np.add.reduceat((rank * share)[sources], starts)
        moving = bool((np.abs(further - rank[fed]) > STILL * further).any())
        rank[fed] = further


def sweep(indptr: Longs, indices: Ints, share: Floats, rank: Floats, given: Floats) -> None:
    """One node after the other, each from what the others have become."""
    moving = True
    while moving:
        moving = False
        for v in range(len(rank)):
            total = 1 - DAMPING
            for k in range(indptr[v], indptr[v + 1]):
                total += given[indices[k]]
            if abs(total - rank[v]) > STILL * total:
                moving = True
            rank[v] = total
            given[v] = total * share[v]


def raw_betweenness(study: Study) -> Floats | None:
    """None where following every shortest path would take too long."""
    if study.n * study.binary.size > MOST_PATHS:
        return None
    return foreign.betweenness(study.binary)


def _sampled_betweenness(study: Study) -> Floats | None:
    """Paths that start at some nodes, scaled up to all."""
    most = MOST_PATHS // 20 // max(study.binary.size, 1)
    sources = study.drawn_nodes(int(np.clip(most, 20, 200)))
    found = foreign.betweenness(study.binary, sources.tolist())
    return np.asarray(found * (study.n / max(len(sources), 1)))


def _sampled_incoming(study: Study) -> Reach | None:
    return _sampled(study, study.binary)


def _sampled_between(study: Study) -> Reach | None:
    return _sampled(study, study.union)


def _sampled(study: Study, graph: Adjacency) -> Reach | None:
    """Distances from some nodes, scaled up to all."""
    sources = study.drawn_nodes(SAMPLED_SOURCES)
    found = reach(graph, sources)
    return None if found is None else found.scaled(study.n / max(len(sources), 1))


def _between(study: Study) -> Reach | None:
    """Distances in the union."""
    return reach(study.union) if study.directed else study.once(incoming)


def _told(study: Study, values: Floats, *, drawn: bool) -> Answer:
    found = study.by_node(values)
    return Answer(found, warnings=("sampled",), seed=study.used_seed) if drawn else Answer(found)


_FREEMAN = "Freeman 1979, Social Networks 1:215–239"

MEASURES = (
    Measure(
        name="degree",
        label=Label("Degré", "Degree"),
        meaning=Label("Combien de partenaires a ce membre ?", "How many partners has this member?"),
        formula="k_i; directed: arcs in, out, in + out",
        reference=_FREEMAN,
        function=degree,
        shape=Shape.BY_NODE,
        variants=(
            Variant("", directed=False),
            *(Variant(name, undirected=False) for name in ("in", "out", "total")),
        ),
    ),
    Measure(
        name="betweenness",
        label=Label("Intermédiarité", "Betweenness"),
        meaning=Label(
            "Par combien de plus courts chemins entre d’autres ce membre est-il traversé ?",
            "How many shortest paths between others pass through this member?",
        ),
        formula="Σ_{s≠i≠t} σ_st(i)/σ_st, undirected pairs once; normalised by their number",
        reference=f"{_FREEMAN}; Brandes 2001, J. Math. Sociology 25:163–177",
        function=betweenness,
        shape=Shape.BY_NODE,
        variants=(
            Variant("raw"),
            Variant("normalized"),
            Variant("raw_sampled", asked=True, instead_of="raw"),
            Variant("normalized_sampled", asked=True, instead_of="normalized"),
        ),
        cost=Cost.HEAVY,
        notes="Refused where N·L passes 2·10⁹; the sampled variants then estimate it.",
    ),
    Measure(
        name="closeness",
        label=Label("Proximité", "Closeness"),
        meaning=Label(
            "Ce membre est-il à peu de pas de ceux qui peuvent l’atteindre ?",
            "Is this member few steps away from those who can reach it?",
        ),
        formula="C_i = (r/(N−1))·(r/Σd) over the r nodes with a path to i",
        reference="Wasserman & Faust 1994, p. 201; incoming distances as in networkx",
        function=closeness,
        shape=Shape.BY_NODE,
        variants=(
            Variant("wf_improved_in"),
            Variant("wf_improved_in_sampled", asked=True, instead_of="wf_improved_in"),
        ),
        cost=Cost.HEAVY,
        notes="igraph uses outgoing distances within the component: another number.",
    ),
    Measure(
        name="harmonic",
        label=Label("Proximité harmonique", "Harmonic centrality"),
        meaning=Label(
            "La proximité moyenne de tous, ceux qui ne peuvent l’atteindre comptant 0.",
            "Mean nearness of everyone, those who cannot reach it counting 0.",
        ),
        formula="H_i = Σ_j 1/d(j, i)/(N−1)",
        reference="Marchiori & Latora 2000, Physica A 285:539–546",
        function=harmonic,
        shape=Shape.BY_NODE,
        variants=(
            Variant("in_normalized"),
            Variant("in_normalized_sampled", asked=True, instead_of="in_normalized"),
        ),
        cost=Cost.HEAVY,
        notes="The safe one where the network is in several pieces.",
    ),
    Measure(
        name="global_efficiency",
        label=Label("Efficacité globale", "Global efficiency"),
        meaning=Label(
            "À combien de pas les membres sont-ils les uns des autres, en moyenne ?",
            "How few steps apart are members, on average?",
        ),
        formula="mean of 1/d(i, j) over ordered pairs",
        reference="Latora & Marchiori 2001, PRL 87:198701",
        function=global_efficiency,
        shape=Shape.NUMBER,
        variants=(
            *by_direction("", "undirected_projection"),
            Variant("sampled", directed=False, asked=True, instead_of=""),
            Variant(
                "undirected_projection_sampled",
                undirected=False,
                asked=True,
                instead_of="undirected_projection",
            ),
        ),
        cost=Cost.HEAVY,
    ),
    Measure(
        name="pagerank",
        label=Label("PageRank", "PageRank"),
        meaning=Label(
            "Quelle chance a une marche au hasard d’être chez ce membre ?",
            "How likely is a random walk to be at this member?",
        ),
        formula="x = 0.85·Pᵀx + (0.15 + 0.85·dangling)/N",
        reference="Brin & Page 1998, Computer Networks 30:107–117",
        function=pagerank,
        shape=Shape.BY_NODE,
        variants=(Variant("unweighted"),),
        notes="Nodes without outgoing ties spread evenly.",
    ),
)
