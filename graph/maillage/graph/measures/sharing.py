"""What rows share: overlap, projections, who bridges them, and how far each reaches."""

from __future__ import annotations

import numpy as np
from scipy import sparse

from maillage.graph.adjacency import Floats
from maillage.graph.measures.entry import Answer, Cost, Measure, Mode, Shape, Variant, undefined
from maillage.graph.measures.reasons import NUMBER
from maillage.graph.measures.result import Keyed, Matrix, TieValues
from maillage.graph.measures.study import ratio
from maillage.graph.measures.two_modes import TwoModes, looked_at, shared
from maillage.graph.vocabulary import Label

# Rows of a table of all pairs; pairs in a list.
MOST_ROWS = 2_000
MOST_PAIRS = 20_000_000


def jaccard_top(modes: TwoModes, _variant: str) -> Answer:
    """Columns that two rows share, among those of either."""
    if len(modes.rows) > MOST_ROWS:
        return undefined("too_costly", advice="costly_pairs")
    common = (modes.incidence @ modes.incidence.T).toarray()
    either = modes.row_sums[:, None] + modes.row_sums - common
    empty = either == 0
    blank = empty if empty.any() else None
    return Answer(Matrix("ids", modes.row_ids, ratio(common, either), blank=blank, why="no_ties"))


def projection(modes: TwoModes, variant: str) -> Answer:
    """A weight for each pair of rows that share a column."""
    if looked_at(modes.column_sums) > MOST_PAIRS:
        return undefined("too_costly", advice="costly_pairs")
    left, right, common = shared(modes.incidence)
    fill = modes.row_sums
    weight: Floats = common.astype(np.float64)
    if variant == "newman":
        left, right, weight = _newman(modes)
    elif variant == "jaccard":
        weight = common / (fill[left] + fill[right] - common)
    elif variant == "overlap_min":
        weight = common / np.minimum(fill[left], fill[right])
    return Answer(TieValues(modes.row_ids, left, right, weight, directed=False))


def bridging(modes: TwoModes, _variant: str) -> Answer:
    """Columns of two rows or more, those of the most first."""
    sums = modes.column_sums
    found = sorted(np.flatnonzero(sums >= 2), key=lambda k: (-sums[k], modes.column_ids[k]))
    return Answer([[modes.column_ids[k], int(sums[k])] for k in found])


def reach(modes: TwoModes, variant: str) -> Answer:
    """Blau of the groups of a row's columns; those whose group is unknown do not count."""
    if modes.reach is None:
        return undefined("not_applicable")
    groups, codes = len(modes.reach.groups), modes.reach.codes[modes.columns]
    known = np.flatnonzero(codes >= 0)
    of_group = sparse.csr_array(
        (np.ones(len(known), np.int64), (known, codes[known])), shape=(len(codes), groups)
    )
    counts = (modes.incidence @ of_group).toarray()
    totals = counts.sum(axis=1)
    value = 1 - ratio((counts**2).sum(axis=1), totals**2)
    if variant == "iqv":
        if groups < 2:
            return undefined("one_group")
        value *= groups / (groups - 1)
    why = np.where(totals == 0, NUMBER["isolate"], 0).astype(np.int8)
    return Answer(Keyed(modes.row_ids, np.where(totals, value, 0.0), why if why.any() else None))


def _newman(modes: TwoModes) -> tuple[np.ndarray, np.ndarray, Floats]:
    """Σ 1/(k−1) over shared columns, k the rows of each; a column of one row gives nothing."""
    k = modes.column_sums
    share = ratio(np.ones(len(k)), (k - 1).astype(np.float64))
    weighed = modes.incidence @ sparse.diags_array(share) @ modes.incidence.T
    upper = sparse.triu(weighed, k=1).tocoo()
    return upper.row.astype(np.int32), upper.col.astype(np.int32), upper.data.astype(np.float64)


_NEWMAN = "Newman 2001, Physical Review E 64:016132"

MEASURES = (
    Measure(
        name="jaccard_top",
        label=Label("Recouvrement (Jaccard)", "Overlap (Jaccard)"),
        meaning=Label(
            "Quelle part de leurs membres deux pôles ont-ils en commun\u202f?",
            "Which share of their members do two poles have in common?",
        ),
        formula="|A ∩ B|/|A ∪ B|",
        reference="Jaccard 1901, Bulletin de la Société vaudoise des sciences naturelles 37:547",
        function=jaccard_top,
        shape=Shape.MATRIX,
        mode=Mode.TWO,
        cost=Cost.MATRIX,
        notes=f"Of rows; refused above {MOST_ROWS} of them. Two rows without columns: null.",
    ),
    Measure(
        name="projection",
        label=Label("Projection", "Projection"),
        meaning=Label(
            "Quels pôles se rencontrent par leurs membres, et de combien\u202f?",
            "Which poles meet through their members, and by how much?",
        ),
        formula="shared_count: s; newman: Σ 1/(k−1) over shared columns of k rows; jaccard: "
        "s/(r_i + r_j − s); overlap_min: s/min(r_i, r_j)",
        reference=_NEWMAN,
        function=projection,
        shape=Shape.ROWS,
        variants=tuple(map(Variant, ("shared_count", "newman", "jaccard", "overlap_min"))),
        mode=Mode.TWO,
        cost=Cost.HEAVY,
        notes="Pairs that share nothing are not listed. A column makes a clique of its rows: "
        "never measure mixing or clustering on a projection.",
    ),
    Measure(
        name="bridging",
        label=Label("Organisations passerelles", "Bridging organisations"),
        meaning=Label("Qui est de plusieurs pôles\u202f?", "Who is of several poles?"),
        formula="columns of two rows or more, and of how many",
        reference="Breiger 1974, Social Forces 53:181–190",
        function=bridging,
        shape=Shape.ROWS,
        mode=Mode.TWO,
    ),
    Measure(
        name="reach",
        label=Label("Portée d’un pôle", "Reach of a pole"),
        meaning=Label(
            "Les membres d’un pôle sont-ils de plusieurs secteurs, ou tous du même\u202f?",
            "Are the members of a pole of several sectors, or all of one?",
        ),
        formula="blau: 1 − Σ p²; iqv: blau·G/(G − 1)",
        reference="Blau 1977, Inequality and Heterogeneity; Agresti & Agresti 1978, Sociological "
        "Methodology 9:204–237",
        function=reach,
        shape=Shape.BY_NODE,
        variants=(Variant("blau"), Variant("iqv")),
        mode=Mode.TWO,
        notes="By the partition that `--reach` names. Of rows; members without a group do not "
        "count; a row without members is an `isolate`.",
    ),
)
