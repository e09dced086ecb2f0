"""How dense, how reciprocal, how clustered? Density, reciprocity, triangles."""

from __future__ import annotations

import numpy as np

from maillage.graph.adjacency import Floats
from maillage.graph.measures.entry import (
    Answer,
    Measure,
    Shape,
    Variant,
    by_direction,
    undefined,
)
from maillage.graph.measures.study import Study, ratio
from maillage.graph.vocabulary import Label


def density(study: Study, _variant: str) -> Answer:
    """Ties there are among those there could be."""
    if study.n < 2:
        return undefined("too_small")
    arcs = study.binary.size * (1 if study.directed else 2)
    return Answer(arcs / (study.n * (study.n - 1)))


def mean_degree(study: Study, _variant: str) -> Answer:
    """Ties per node; arcs out of each if directed."""
    if not study.n:
        return undefined("too_small")
    return Answer(study.binary.size * (1 if study.directed else 2) / study.n)


def reciprocity(study: Study, variant: str) -> Answer:
    """Share of arcs that are returned; or of pairs that are mutual."""
    mutual, asymmetric, null = _census(study)
    if variant == "dyadic":
        pairs = mutual + asymmetric + null
        return Answer((mutual + null) / pairs) if pairs else undefined("too_small")
    if not mutual + asymmetric:
        return undefined("no_ties")
    if variant == "nonnull_dyads_ratio":
        return Answer(mutual / (mutual + asymmetric))
    return Answer(2 * mutual / (2 * mutual + asymmetric))


def dyad_census(study: Study, _variant: str) -> Answer:
    """Mutual, asymmetric and null pairs."""
    mutual, asymmetric, null = _census(study)
    return Answer({"mutual": mutual, "asymmetric": asymmetric, "null": null})


def transitivity(study: Study, _variant: str) -> Answer:
    """Share of connected triples that are closed."""
    degree = study.union.degree
    triples = int((degree * (degree - 1) // 2).sum())
    return Answer(3 * len(study.triangles) / triples) if triples else undefined("no_triples")


def clustering_avg(study: Study, variant: str) -> Answer:
    """Mean share of a node's pairs of partners that are tied."""
    if not study.n and variant != "degree<2 excluded":
        return undefined("too_small")
    if variant == "directed_fagiolo":
        return Answer(float(_fagiolo(study).mean()))
    degree = study.union.degree
    pairs = degree * (degree - 1)
    local = ratio(2 * study.triangles.at_nodes(study.n), pairs)
    counted = int(np.count_nonzero(pairs))
    if variant == "degree<2 -> 0":
        return Answer(float(local.sum()) / study.n, warnings=study.projected)
    if not counted:
        return undefined("no_triples")
    return Answer(float(local.sum()) / counted, warnings=study.projected)


def _census(study: Study) -> tuple[int, int, int]:
    tied, arcs = study.union.size, study.binary.size
    return arcs - tied, 2 * tied - arcs, study.n * (study.n - 1) // 2 - tied


def _fagiolo(study: Study) -> Floats:
    """(A+Aᵀ)³_ii over twice the pairs of arcs of i that could close; 0 where there are none."""
    union, found = study.union, study.triangles
    arcs = union.weight.astype(np.int64)
    closed = arcs[found.ab] * arcs[found.ac] * arcs[found.bc]
    at_nodes = np.zeros(study.n, np.int64)
    for corner in (found.a, found.b, found.c):
        np.add.at(at_nodes, corner, closed)
    total = union.touching(union.weight)
    mutual = union.touching((arcs == 2).astype(np.float64))
    # Each triangle is walked in both senses: (A+Aᵀ)³_ii is twice the sum over triangles.
    return ratio(at_nodes, total * (total - 1) - 2 * mutual)


_WF = "Wasserman & Faust 1994"

MEASURES = (
    Measure(
        name="density",
        label=Label("Densité", "Density"),
        meaning=Label(
            "Quelle part des liens possibles existe ?", "What share of the possible ties exists?"
        ),
        formula="2L/(N(N−1)); directed L/(N(N−1))",
        reference=f"{_WF}, ch. 4",
        function=density,
        shape=Shape.NUMBER,
        notes="Not comparable across sizes: read the mean degree beside it.",
    ),
    Measure(
        name="mean_degree",
        label=Label("Degré moyen", "Mean degree"),
        meaning=Label(
            "Combien de partenaires un membre a-t-il en moyenne ?",
            "How many partners does a member have on average?",
        ),
        formula="2L/N; directed L/N",
        reference=f"{_WF}, ch. 4",
        function=mean_degree,
        shape=Shape.NUMBER,
    ),
    Measure(
        name="reciprocity",
        label=Label("Réciprocité", "Reciprocity"),
        meaning=Label("Quelle part des liens est rendue ?", "What share of the ties is returned?"),
        formula="edgewise: arcs returned/arcs; dyadic: (M+N)/dyads; ratio: M/(M+A)",
        reference=f"{_WF}, ch. 13; R sna grecip; igraph reciprocity",
        function=reciprocity,
        shape=Shape.NUMBER,
        variants=tuple(
            Variant(name, undirected=False)
            for name in ("edgewise", "dyadic", "nonnull_dyads_ratio")
        ),
    ),
    Measure(
        name="dyad_census",
        label=Label("Recensement des paires", "Dyad census"),
        meaning=Label(
            "Combien de paires sont mutuelles, à sens unique, sans lien ?",
            "How many pairs are mutual, one-way, without a tie?",
        ),
        formula="M, A, N over unordered pairs",
        reference="Holland & Leinhardt 1970, American Journal of Sociology 76:492–513",
        function=dyad_census,
        shape=Shape.COUNTS,
        variants=(Variant("", undirected=False),),
    ),
    Measure(
        name="transitivity",
        label=Label("Transitivité", "Transitivity"),
        meaning=Label(
            "Les partenaires d’un même membre sont-ils liés entre eux ?",
            "Are the partners of a member tied to each other?",
        ),
        formula="3·triangles/connected triples",
        reference=f"{_WF}, ch. 6; Newman 2003",
        function=transitivity,
        shape=Shape.NUMBER,
        variants=by_direction("", "undirected_projection"),
        notes="No connected triple: `no_triples`, not 0 nor 1.",
    ),
    Measure(
        name="clustering_avg",
        label=Label("Regroupement local moyen", "Average local clustering"),
        meaning=Label(
            "En moyenne, quelle part des partenaires d’un membre sont liés entre eux ?",
            "On average, what share of a member’s partners are tied to each other?",
        ),
        formula="mean of 2·triangles_i/(k_i(k_i−1)); Fagiolo: (A+Aᵀ)³_ii/2[k(k−1) − 2k↔]",
        reference="Watts & Strogatz 1998, Nature 393:440; Fagiolo 2007, PRE 76:026107",
        function=clustering_avg,
        shape=Shape.NUMBER,
        variants=(
            Variant("degree<2 excluded"),
            Variant("degree<2 -> 0"),
            Variant("directed_fagiolo", undirected=False),
        ),
        notes="Nodes with fewer than two partners are left out; the variant `degree<2 -> 0` "
        "counts them as 0, as networkx does.",
    ),
)
