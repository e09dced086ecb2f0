"""One leader, or shared? Freeman's centralisation."""

from __future__ import annotations

import numpy as np

from maillage.graph.adjacency import Floats, Longs
from maillage.graph.measures.centrality import raw_betweenness
from maillage.graph.measures.entry import (
    Answer,
    Cost,
    Measure,
    Shape,
    Variant,
    by_direction,
    undefined,
)
from maillage.graph.measures.study import Study
from maillage.graph.vocabulary import Label


def centralization_degree(study: Study, variant: str) -> Answer:
    """Σ(max − k_i) over the most it could be; a directed `freeman` takes arcs in and out."""
    if study.n < 3:
        return undefined("too_small")
    n, out, into = study.n, study.binary.degree, study.binary.reversed.degree
    if variant == "freeman" and study.directed:
        return Answer(_gap(out + into) / (2 * (n - 1) * (n - 2)))
    if variant == "freeman":
        return Answer(_gap(out) / ((n - 1) * (n - 2)))
    return Answer(_gap(into if variant == "indegree" else out) / (n - 1) ** 2)


def centralization_betweenness(study: Study, variant: str) -> Answer:
    """Σ(max − b_i) of raw betweenness over the most it could be, at a star."""
    if study.n < 3:
        return undefined("too_small")
    raw = study.once(raw_betweenness)
    if raw is None:
        return undefined("too_costly", advice="costly_betweenness")
    most = (study.n - 1) ** 2 * (study.n - 2)
    return Answer(_gap(raw) / (most if variant == "directed" else most / 2))


def _gap(values: Longs | Floats) -> float:
    return float(np.max(values) * len(values) - values.sum())


_FREEMAN = "Freeman 1979, Social Networks 1:215–239"

MEASURES = (
    Measure(
        name="centralization_degree",
        label=Label("Centralisation (degré)", "Degree centralisation"),
        meaning=Label(
            "Les liens passent-ils tous par un seul membre (1) ou sont-ils partagés (0) ?",
            "Do all ties go through one member (1) or are they shared (0)?",
        ),
        formula="Σ(max−k_i)/max: (N−1)(N−2) undirected, (N−1)² in or out, 2(N−1)(N−2) total",
        reference=_FREEMAN,
        function=centralization_degree,
        shape=Shape.NUMBER,
        variants=(
            Variant("freeman"),
            Variant("indegree", undirected=False),
            Variant("outdegree", undirected=False),
        ),
        notes="Self-ties do not count in the greatest possible sum (R igraph: `loops=FALSE`).",
    ),
    Measure(
        name="centralization_betweenness",
        label=Label("Centralisation (intermédiarité)", "Betweenness centralisation"),
        meaning=Label(
            "Les chemins passent-ils tous par un seul membre (1) ou non (0) ?",
            "Do all paths go through one member (1) or not (0)?",
        ),
        formula="Σ(max−b_i)/((N−1)²(N−2)/2); directed (N−1)²(N−2)",
        reference=_FREEMAN,
        function=centralization_betweenness,
        shape=Shape.NUMBER,
        variants=by_direction("undirected", "directed"),
        cost=Cost.HEAVY,
    ),
)
