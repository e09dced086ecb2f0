"""Which partner, if it leaves, splits the pole?"""

from __future__ import annotations

import numpy as np

from maillage.graph.adjacency import Ints, Longs
from maillage.graph.measures.entry import Answer, Measure, Shape, Variant, by_direction
from maillage.graph.measures.lowlink import Breaks, breaks
from maillage.graph.measures.study import Study
from maillage.graph.vocabulary import Label


def articulation_points(study: Study, _variant: str) -> Answer:
    """Ids of the nodes without which their component falls apart, sorted."""
    return Answer(sorted(study.ids[k] for k in np.flatnonzero(study.once(_breaks).articulation)))


def bridges(study: Study, _variant: str) -> Answer:
    """Pairs whose tie alone holds two parts together, sorted."""
    ids, union = study.ids, study.union
    ties = np.flatnonzero(study.once(_breaks).bridge)
    pairs = zip(union.source[ties].tolist(), union.target[ties].tolist(), strict=True)
    return Answer(sorted(sorted((ids[i], ids[j])) for i, j in pairs))


def removal_impact(study: Study, _variant: str) -> Answer:
    """[size of the largest component, number of components] without each node in turn."""
    found = study.once(_breaks)
    sizes = found.size[np.unique(found.component, return_index=True)[1]]
    number = len(sizes) - 1 + found.pieces
    left = np.stack([_largest(found, sizes), number], axis=1).astype(np.int64)
    return Answer(study.by_node(left), warnings=study.projected)


def _breaks(study: Study) -> Breaks:
    return breaks(study.union)


def _largest(found: Breaks, sizes: Ints) -> Longs:
    """The largest piece, or the largest of the other components."""
    ordered = np.sort(sizes)[::-1]
    first, second = (int(ordered[k]) if len(ordered) > k else 0 for k in (0, 1))
    # A node of the largest component leaves the second, which may be as large.
    others = np.where(found.size == first, second, first)
    return np.maximum(found.largest, others).astype(np.int64)


_TARJAN = "Hopcroft & Tarjan 1973, Communications of the ACM 16:372–378"

MEASURES = (
    Measure(
        name="articulation_points",
        label=Label("Points d’articulation", "Articulation points"),
        meaning=Label(
            "Les membres dont le départ coupe le réseau en morceaux.",
            "Members whose leaving splits the network.",
        ),
        formula="v such that its component without v is not connected",
        reference=_TARJAN,
        function=articulation_points,
        shape=Shape.ROWS,
        variants=by_direction("", "weak"),
    ),
    Measure(
        name="bridges",
        label=Label("Ponts", "Bridges"),
        meaning=Label(
            "Les liens qui, seuls, tiennent deux parties ensemble.",
            "Ties that alone hold two parts together.",
        ),
        formula="ties in no cycle",
        reference=_TARJAN,
        function=bridges,
        shape=Shape.ROWS,
        variants=by_direction("", "weak"),
    ),
    Measure(
        name="removal_impact",
        label=Label("Effet d’un départ", "Impact of a removal"),
        meaning=Label(
            "Que reste-t-il du réseau si ce membre s’en va ?",
            "What is left of the network if this member leaves?",
        ),
        formula="[size of the largest component, number of components] after removal",
        reference=f"{_TARJAN} (block–cut tree)",
        function=removal_impact,
        shape=Shape.BY_NODE,
        variants=(Variant("lcc_size,n_components"),),
        notes="Isolates are components of one. Directed: on the union.",
    ),
)
