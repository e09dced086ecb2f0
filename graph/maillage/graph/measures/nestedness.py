"""Are the memberships of small rows part of those of large ones, or do rows avoid each other?"""

from __future__ import annotations

from math import sqrt

import numpy as np
from scipy import sparse

from maillage.graph.adjacency import Floats
from maillage.graph.measures.curveball import trades
from maillage.graph.measures.entry import Answer, Cost, Measure, Mode, Shape, Variant, undefined
from maillage.graph.measures.p_values import (
    FEWEST_WAYS,
    TOO_SMALL,
    least_p_seen,
    one_sided,
    two_sided,
    two_sided_error,
)
from maillage.graph.measures.reasons import NUMBER
from maillage.graph.measures.study import DEFAULT_PERMUTATIONS
from maillage.graph.measures.two_modes import TwoModes, looked_at, shared
from maillage.graph.measures.values import Details, Json, Keyed
from maillage.graph.vocabulary import Label

# Pairs of rows or of columns looked at once, and over all draws unless a number is asked for.
MOST_PAIRS = 50_000_000
MOST_DRAWN_PAIRS = 100_000_000
# Memberships traded over all draws unless a number is asked for.
MOST_TRADED = 20_000_000
_NODF = ("columns", "rows", "total")
# What is tested, in the order in which both are drawn; of NODF the total.
_TESTED = ("c_score_checkerboards", "nodf")


def nodf(modes: TwoModes, _variant: str) -> Answer:
    """Nestedness by overlap and decreasing fill, of 0 to 100."""
    if not modes.ties:
        return undefined("no_ties")
    if _pairs(modes) > MOST_PAIRS:
        return undefined("too_costly", advice="costly_pairs")
    values = _nodf(modes.incidence)
    why = np.where(np.isnan(values), NUMBER["too_small"], 0).astype(np.int8)
    if why[-1]:
        return undefined("too_small")
    return Answer(Keyed(_NODF, np.nan_to_num(values), why if why.any() else None))


def c_score_checkerboards(modes: TwoModes, _variant: str) -> Answer:
    """Checkerboards: two rows and two columns, each row in one of them only."""
    if len(modes.rows) < 2:
        return undefined("too_small")
    if _pairs(modes) > MOST_PAIRS:
        return undefined("too_costly", advice="costly_pairs")
    return Answer(_c_score(modes.incidence))


def fixed_margins_null(modes: TwoModes, variant: str) -> Answer:
    """One of both, and what it is where every row and every column keeps its number of ties."""
    if not modes.ties:
        return undefined("no_ties")
    if len(modes.rows) < 2:
        return undefined("too_small")
    most = _default_draws(modes)
    wanted = most if modes.permutations is None else modes.permutations
    if not most:
        return undefined("too_costly", advice="costly_pairs")
    place = _TESTED.index(variant)
    drawn = modes.drawn(_drawn, wanted)[:, place]
    if len(drawn) < 2:
        return undefined("not_drawn")
    return _tested(_both(modes.incidence)[place], drawn, wanted=wanted, seed=modes.used_seed)


def _tested(observed: float, drawn: Floats, *, wanted: int, seed: int) -> Answer:
    """z, p of either side and p of both; z is null where the index never varies."""
    samples, mean, sd = len(drawn), float(drawn.mean()), float(drawn.std(ddof=1))
    slack = 1e-9 * max(1.0, abs(observed))
    varies, least = sd > slack, least_p_seen(drawn.round(9))
    low, high = (int(side.sum()) for side in (drawn <= observed + slack, drawn >= observed - slack))
    told: dict[str, Json] = {
        "observed": observed,
        "mean": mean,
        "sd": sd,
        "z": (observed - mean) / sd if varies else None,
        "p_lower": one_sided(low, samples),
        "p_upper": one_sided(high, samples),
        "samples": samples,
        "se_mean": sd / sqrt(samples),
    }
    p = two_sided(high, low, samples)
    said = {"interrupted": samples < wanted, TOO_SMALL: least > 2 / FEWEST_WAYS}
    return Answer(
        Details(told, {} if varies else {"z": "zero_variance"}),
        warnings=tuple(code for code, holds in said.items() if holds),
        seed=seed,
        draws=samples,
        p=p,
        se=two_sided_error(p, samples),
        p_least=least,
    )


def _nodf(incidence: sparse.csr_array) -> Floats:
    """Of columns, of rows and of all pairs; NaN where there are no two of them."""
    sums = [_paired(incidence.T.tocsr()), _paired(incidence)]
    scores, pairs = (np.array(part, np.float64) for part in zip(*sums, strict=True))
    with np.errstate(invalid="ignore"):
        return np.append(100 * scores / pairs, 100 * scores.sum() / pairs.sum())


def _paired(incidence: sparse.csr_array) -> tuple[float, int]:
    """Σ over pairs of rows of unequal fill of the share of the less filled that the other has."""
    fill = np.asarray(incidence.sum(axis=1)).ravel()
    rows = int(np.count_nonzero(fill))
    left, right, common = shared(incidence)
    unequal = fill[left] != fill[right]
    less = np.minimum(fill[left], fill[right])[unequal]
    return float((common[unequal] / less).sum()), rows * (rows - 1) // 2


def _c_score(incidence: sparse.csr_array) -> int:
    """Σ_{i<j} (r_i − s)(r_j − s) = Σ r_i r_j − Σ s(r_i + r_j − s), whole numbers throughout."""
    fill = np.asarray(incidence.sum(axis=1)).ravel().astype(np.int64)
    left, right, common = shared(incidence)
    products = (int(fill.sum()) ** 2 - int((fill**2).sum())) // 2
    return products - int((common * (fill[left] + fill[right] - common)).sum())


def _both(incidence: sparse.csr_array) -> tuple[float, float]:
    return float(_c_score(incidence)), float(_nodf(incidence)[-1])


def _drawn(modes: TwoModes, draws: int) -> Floats:
    found: list[tuple[float, float]] = []
    for incidence in trades(modes.incidence, draws, modes.used_seed):
        found.append(_both(incidence))
        if not modes.watch(len(found), draws):
            break
    return np.array(found).reshape(-1, 2)


def _pairs(modes: TwoModes) -> int:
    return max(looked_at(modes.row_sums), looked_at(modes.column_sums))


def _default_draws(modes: TwoModes) -> int:
    by_pairs = MOST_DRAWN_PAIRS // max(1, _pairs(modes))
    return min(DEFAULT_PERMUTATIONS, by_pairs, MOST_TRADED // (10 * modes.ties))


MEASURES = (
    Measure(
        name="nodf",
        label=Label("Emboîtement (NODF)", "Nestedness (NODF)"),
        meaning=Label(
            "Les adhésions des petits pôles sont-elles comprises dans celles des grands\u202f?",
            "Are the memberships of small poles contained in those of large ones?",
        ),
        formula="100 · mean over pairs of lines of shared/less filled, 0 where both are as filled",
        reference="Almeida-Neto et al. 2008, Oikos 117:1227–1239",
        function=nodf,
        shape=Shape.COUNTS,
        mode=Mode.TWO,
        cost=Cost.HEAVY,
        notes="Empty rows and columns are dropped first. No tie: `no_ties`; fewer than two rows or "
        "columns: `too_small`.",
    ),
    Measure(
        name="c_score_checkerboards",
        label=Label("Damiers (C-score)", "Checkerboards (C-score)"),
        meaning=Label(
            "Les pôles s’évitent-ils\u202f: l’un ici, l’autre là, jamais les deux\u202f?",
            "Do poles avoid each other: one here, the other there, never both?",
        ),
        formula="Σ over pairs of rows of (r_i − s_ij)(r_j − s_ij), s_ij the columns they share",
        reference="Stone & Roberts 1990, Oecologia 85:74–79",
        function=c_score_checkerboards,
        shape=Shape.NUMBER,
        mode=Mode.TWO,
        cost=Cost.HEAVY,
        notes="A count: it grows with the table, so read it beside `fixed_margins_null`. Fewer "
        "than two rows: `too_small`.",
    ),
    Measure(
        name="fixed_margins_null",
        label=Label("Emboîtement et damiers au hasard", "Nestedness and checkerboards by chance"),
        meaning=Label(
            "L’emboîtement et les damiers sont-ils plus que ce que donneraient des adhésions au "
            "hasard, chacun en ayant autant\u202f?",
            "Are nestedness and checkerboards more than random memberships would give, everybody "
            "having as many?",
        ),
        formula="z = (observed − mean)/sd over tables of the same row and column sums; curveball, "
        "5 trades for each row before the first table and between each two",
        reference="Strona et al. 2014, Nature Communications 5:4114; Carstens 2015, Physical "
        "Review E 91:042812",
        function=fixed_margins_null,
        shape=Shape.COUNTS,
        variants=tuple(map(Variant, _TESTED)),
        mode=Mode.TWO,
        cost=Cost.HEAVY,
        drawn=True,
        notes="1,000 tables unless asked otherwise, fewer for large ones (the result says how "
        "many). z is null (`zero_variance`) where the sums leave no choice.",
    ),
)
