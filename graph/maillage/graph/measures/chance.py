"""Label permutation: the same graph, the groups handed out again at random."""

from __future__ import annotations

from dataclasses import dataclass
from math import sqrt

import numpy as np

from maillage.graph.measures.study import DEFAULT_SEED, Study


@dataclass(frozen=True)
class Drawn:
    """What a permutation test says: two-sided p, its standard error, draws and seed."""

    p: float
    se: float
    draws: int
    seed: int


def permutation_p(study: Study, *, weighted: bool = False) -> Drawn | None:
    """Two-sided p of the crossing total when groups are handed out at random; None if not asked.

    Isolates take part. p = 2·min of the one-sided (b+1)/(R+1), at most 1.
    """
    if not study.permutations:
        return None
    seed = DEFAULT_SEED if study.seed is None else study.seed
    generator, codes = np.random.default_rng(seed), study.codes.copy()
    graph = study.weighted if weighted else study.binary
    observed = (study.weighted_mixing if weighted else study.mixing).crossing
    above = below = 0
    slack = 1e-12 * abs(observed)
    for _ in range(study.permutations):
        generator.shuffle(codes)
        cross = graph.weight[codes[graph.source] != codes[graph.target]].sum()
        above += cross >= observed - slack
        below += cross <= observed + slack
    return _two_sided(int(above), int(below), study.permutations, seed)


def _two_sided(above: int, below: int, draws: int, seed: int) -> Drawn:
    p = min(1.0, 2 * (min(above, below) + 1) / (draws + 1))
    return Drawn(p, sqrt(p * (1 - p) / draws), draws, seed)
