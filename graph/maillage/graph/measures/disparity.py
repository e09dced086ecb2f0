"""Which weighted ties stand out? The disparity filter."""

from __future__ import annotations

import numpy as np

from maillage.graph.adjacency import Adjacency, Floats, Longs
from maillage.graph.measures.entry import Answer, Measure, Shape, Variant
from maillage.graph.measures.result import TieValues
from maillage.graph.measures.study import Study
from maillage.graph.vocabulary import Label


def disparity_p(study: Study, _variant: str) -> Answer:
    """[source, target, p] for each tie, p the lower of its two ends."""
    graph = study.weighted if study.weighted_asked else study.binary
    p = np.minimum(*tie_p(graph))
    rows = TieValues(study.ids, graph.source, graph.target, p, graph.directed)
    return Answer(rows, warnings=() if study.weighted_asked else ("unit_weights",))


def tie_p(graph: Adjacency) -> tuple[Floats, Floats]:
    """(1 − w/s)^(k−1) at the end it leaves and at the end it reaches; 1 where k = 1."""
    out, into = graph.degree, graph.reversed.degree
    strength_out = strength_in = graph.touching(graph.weight)
    if graph.directed:
        strength_out = np.bincount(graph.source, graph.weight, graph.n).astype(np.float64)
        strength_in = np.bincount(graph.target, graph.weight, graph.n).astype(np.float64)
    return (
        _end_p(graph.weight, strength_out[graph.source], out[graph.source]),
        _end_p(graph.weight, strength_in[graph.target], into[graph.target]),
    )


def _end_p(weight: Floats, strength: Floats, degree: Longs) -> Floats:
    p: Floats = np.clip((strength - weight) / strength, 0, 1) ** (degree - 1)
    return p


MEASURES = (
    Measure(
        name="disparity_p",
        label=Label("Liens saillants (filtre de disparité)", "Disparity filter"),
        meaning=Label(
            "Quels liens pèsent plus que si chacun partageait son poids au hasard ?",
            "Which ties weigh more than if each member shared its weight at random?",
        ),
        formula="p_ij = min over both ends of (1 − w_ij/s)^(k−1)",
        reference="Serrano, Boguñá & Vespignani 2009, PNAS 106:6483–6488",
        function=disparity_p,
        shape=Shape.ROWS,
        variants=(Variant("min_of_both_ends"),),
        notes="Directed: out of i and into j. Keep a tie where p < α at either end; no correction "
        "for many tests. Without weights each tie counts 1 (`unit_weights`).",
    ),
)
