"""Label permutation: the same graph, the groups handed out again at random."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from math import sqrt

import numpy as np

from maillage.graph.measures.entry import Answer
from maillage.graph.measures.study import Study


@dataclass(frozen=True)
class Drawn:
    """What a permutation test says: two-sided p, its standard error, draws and seed."""

    p: float
    se: float
    draws: int
    seed: int


def label_permutation(
    function: Callable[[Study, str], Answer], study: Study, variant: str, observed: float
) -> Drawn:
    """Two-sided p of an index when groups are handed out at random. Isolates take part.

    p = 2·min of the one-sided (b+1)/(R+1), at most 1. Draws that leave the index undefined count
    on both sides: they say nothing against chance.
    """
    draws, seed = study.permutations or 0, study.used_seed
    generator, codes = np.random.default_rng(seed), study.codes.copy()
    above = below = 0
    slack = 1e-12 * abs(observed)
    for _ in range(draws):
        generator.shuffle(codes)
        value = function(study.relabelled(codes), variant).value
        drawn = value if isinstance(value, int | float) else None
        above += drawn is None or drawn >= observed - slack
        below += drawn is None or drawn <= observed + slack
    p = min(1.0, 2 * (min(above, below) + 1) / (draws + 1))
    return Drawn(p, sqrt(p * (1 - p) / draws), draws, seed)
