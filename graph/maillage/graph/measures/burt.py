"""Is this organisation free to bridge, or locked in? Burt's constraint and effective size."""

from __future__ import annotations

import numpy as np

from maillage.graph import kernels
from maillage.graph.adjacency import Adjacency, Floats, Ints
from maillage.graph.measures.entry import BINARY_AND_WEIGHTED, Answer, Measure, Shape
from maillage.graph.measures.study import Study
from maillage.graph.measures.triangles import Triangles
from maillage.graph.vocabulary import Label


def burt_constraint(study: Study, variant: str) -> Answer:
    """Σ_j (p_ij + Σ_q p_iq p_qj)² over the partners j of i."""
    graph, found = _read(study, variant)
    total = graph.touching(graph.weight)
    ahead, back = graph.weight / total[graph.source], graph.weight / total[graph.target]
    ahead, back = ahead + _through(found, ahead, back), back + _through(found, back, ahead)
    value = _to_ends(graph, ahead**2, back**2)
    return Answer(study.by_node(value, {"isolate": graph.degree == 0}))


def burt_effective_size(study: Study, variant: str) -> Answer:
    """Partners less what they are to each other: Σ_j (1 − Σ_q p_iq m_jq)."""
    graph, found = _read(study, variant)
    total, most = graph.touching(graph.weight), _largest(graph)
    ahead, back = graph.weight / total[graph.source], graph.weight / total[graph.target]
    ahead_m, back_m = graph.weight / most[graph.source], graph.weight / most[graph.target]
    ab, ac, bc = found.ab, found.ac, found.bc
    # For ego i and partners j, q tied to each other: p_iq m_jq + p_ij m_qj.
    redundant = np.zeros(graph.n)
    for corner, repeats in (
        (found.a, ahead[ac] * ahead_m[bc] + ahead[ab] * back_m[bc]),
        (found.b, ahead[bc] * ahead_m[ac] + back[ab] * back_m[ac]),
        (found.c, back[bc] * ahead_m[ab] + back[ac] * back_m[ab]),
    ):
        redundant += np.bincount(corner, repeats, graph.n)
    return Answer(study.by_node(graph.degree - redundant, {"isolate": graph.degree == 0}))


def _read(study: Study, variant: str) -> tuple[Adjacency, Triangles]:
    """Ties weigh a_ij + a_ji: a mutual pair of arcs twice one arc."""
    if variant == "weighted":
        return study.weighted.union, study.weighted_triangles
    return study.union, study.triangles


def _through(found: Triangles, ahead: Floats, back: Floats) -> Floats:
    """Σ_q p_iq p_qj for each tie read from i to j, where `ahead` is p from source to target.

    With the two shares exchanged, the same sums for the ties read backwards: in a triangle
    a < b < c the tie ab read ahead goes through c as p_ac p_cb.
    """
    ab, ac, bc = found.ab, found.ac, found.bc
    sums = np.zeros(len(ahead))
    if kernels.at_hand(len(ahead)):
        kernels.compiled(go_through)(ab, ac, bc, ahead, back, sums)
        return sums
    for side, share in (
        (ab, ahead[ac] * back[bc]),
        (ac, ahead[ab] * ahead[bc]),
        (bc, back[ab] * ahead[ac]),
    ):
        sums += np.bincount(side, share, len(ahead))
    return sums


def go_through(  # noqa: PLR0917 -- a kernel takes its arrays by place
    ab: Ints, ac: Ints, bc: Ints, ahead: Floats, back: Floats, sums: Floats
) -> None:
    for t in range(len(ab)):
        sums[ab[t]] += ahead[ac[t]] * back[bc[t]]
        sums[ac[t]] += ahead[ab[t]] * ahead[bc[t]]
        sums[bc[t]] += back[ab[t]] * ahead[ac[t]]


def _to_ends(graph: Adjacency, ahead: Floats, back: Floats) -> Floats:
    sums = np.bincount(graph.source, ahead, graph.n) + np.bincount(graph.target, back, graph.n)
    return sums.astype(np.float64)


def _largest(graph: Adjacency) -> Floats:
    most = np.zeros(graph.n)
    np.maximum.at(most, graph.source, graph.weight)
    np.maximum.at(most, graph.target, graph.weight)
    return most


_BURT = "Burt 1992, Structural Holes, ch. 2"

MEASURES = (
    Measure(
        name="burt_constraint",
        label=Label("Contrainte de Burt", "Burt’s constraint"),
        meaning=Label(
            "Ce membre est-il enfermé parmi des partenaires qui se tiennent entre eux ?",
            "Is this member locked in among partners who are tied to each other?",
        ),
        formula="C_i = Σ_j(p_ij + Σ_q p_iq p_qj)², p_ij = (a_ij+a_ji)/Σ_k(a_ik+a_ki), j partners",
        reference=_BURT,
        function=burt_constraint,
        shape=Shape.BY_NODE,
        variants=BINARY_AND_WEIGHTED,
        notes="An isolate has none. One partner gives 1 by construction; it can pass 1.",
    ),
    Measure(
        name="burt_effective_size",
        label=Label("Taille effective", "Effective size"),
        meaning=Label(
            "Combien de partenaires vraiment distincts ce membre a-t-il ?",
            "How many partners that do not repeat each other does this member have?",
        ),
        formula="Σ_j[1 − Σ_q p_iq m_jq], m_jq = (a_jq+a_qj)/max_k(a_jk+a_kj)",
        reference=_BURT,
        function=burt_effective_size,
        shape=Shape.BY_NODE,
        variants=BINARY_AND_WEIGHTED,
        notes="networkx 3.6.1 is wrong here for directed or weighted graphs.",
    ),
)
