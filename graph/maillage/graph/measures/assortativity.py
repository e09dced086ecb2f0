"""More ties within groups than the activity of each group alone would give?"""

from __future__ import annotations

import numpy as np

from maillage.graph.adjacency import Floats
from maillage.graph.measures.entry import (
    BINARY_AND_WEIGHTED,
    Answer,
    Measure,
    Shape,
    Variant,
    undefined,
)
from maillage.graph.measures.jackknife import over_ties
from maillage.graph.measures.result import Interval
from maillage.graph.measures.study import Study
from maillage.graph.measures.tally import Mixing
from maillage.graph.vocabulary import Label


def assortativity_nominal(study: Study, variant: str) -> Answer:
    """Newman's r = (Σe_gg − Σa_g b_g)/(1 − Σa_g b_g), arcs not made symmetric."""
    weighted = variant == "weighted"
    sums = study.weighted_mixing if weighted else study.mixing
    if not sums.total:
        return undefined("no_ties")
    observed, chance, whole = _shares(sums, directed=study.directed)
    # Every tie starts and ends in one group: nothing could be mixed.
    if np.count_nonzero(sums.touching) == 1:
        return undefined("one_group")
    value = (observed - chance) / (whole - chance)
    if study.lean or weighted:
        return Answer(value)
    return Answer(value, interval=_interval(study, value))


def modularity(study: Study, variant: str) -> Answer:
    """Q = Σ(e_gg − a_g b_g) of the given groups: what r divides by 1 − Σa_g b_g."""
    sums = study.weighted_mixing if variant == "weighted" else study.mixing
    if not sums.total:
        return undefined("no_ties")
    observed, chance, whole = _shares(sums, directed=study.directed)
    warnings = ("one_group",) if study.present == 1 else ()
    return Answer((observed - chance) / whole, warnings=warnings)


def _shares(sums: Mixing, *, directed: bool) -> tuple[int | float, int | float, int | float]:
    """Σe_gg, Σa_g b_g and 1, each times the square of the total: exact for counts."""
    ends = sums.total if directed else 2 * sums.total
    within = sums.inside if directed else 2 * sums.inside
    products = zip(sums.out.tolist(), sums.into.tolist(), strict=True)
    return within * ends, sum(out * into for out, into in products), ends * ends


def _interval(study: Study, value: float) -> Interval | None:
    """Jackknife over ties, which come in as many sorts as there are pairs of groups."""
    graph, sums, groups = study.binary, study.mixing, len(study.groups)
    heads, tails = study.codes[graph.source].astype(np.int64), study.codes[graph.target]
    if not graph.directed:
        heads, tails = np.minimum(heads, tails), np.maximum(heads, tails)
    sorts, times = np.unique(heads * groups + tails, return_counts=True)
    g, h = np.divmod(sorts, max(groups, 1))
    out, into = sums.out.astype(np.float64), sums.into.astype(np.float64)
    double = 1.0 if graph.directed else 2.0
    ends, same = double * (graph.size - 1), (g == h).astype(np.float64)
    within = double * (sums.inside - same)
    # Σ out·into once a tie of g and h is gone.
    chance = float(out @ into) - (into[g] + out[h] - same)
    if not graph.directed:
        chance = float(out @ out) - 2 * (out[g] + out[h]) + 2 + 2 * same
    below = ends * ends - chance
    if not (below > 0).all():
        return None
    without: Floats = (within * ends - chance) / below
    return over_ties(without, times.astype(np.float64), value=value, low=-1.0, high=1.0)


_NEWMAN = "Newman 2003, Physical Review E 67:026126"

MEASURES = (
    Measure(
        name="assortativity_nominal",
        label=Label("Assortativité", "Assortativity"),
        meaning=Label(
            "Y a-t-il plus de liens entre semblables que l’activité des groupes n’en donnerait ?",
            "Are there more ties between alike members than the activity of each group would give?",
        ),
        formula="r = (Σe_gg − Σa_g b_g)/(1 − Σa_g b_g), e = M/L (S/2L undirected)",
        reference=_NEWMAN,
        function=assortativity_nominal,
        shape=Shape.NUMBER,
        variants=(
            Variant("", directed=False),
            Variant("directed", undirected=False),
            Variant("weighted", weighted=True),
        ),
        needs_partition=True,
        ranged=True,
        permuted=True,
        notes="Arcs are not made symmetric. All ties in one group: `one_group`. The least value "
        "is −Σa_g b_g/(1 − Σa_g b_g), above −1 in general. Interval: jackknife over ties.",
    ),
    Measure(
        name="modularity",
        label=Label("Modularité des groupes", "Modularity of the groups"),
        meaning=Label(
            "Part des liens internes aux groupes au-delà de ce que leur activité donnerait.",
            "Share of ties within groups beyond what their activity would give.",
        ),
        formula="Q = Σ(e_gg − a_g b_g) = r·(1 − Σa_g b_g)",
        reference=f"{_NEWMAN}; Leicht & Newman 2008, PRL 100:118703 (directed)",
        function=modularity,
        shape=Shape.NUMBER,
        variants=BINARY_AND_WEIGHTED,
        needs_partition=True,
        ranged=True,
        permuted=True,
    ),
)
