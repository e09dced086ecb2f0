"""Intervals by leaving out one node, or one tie, at a time."""

from __future__ import annotations

from math import sqrt

import numpy as np

from maillage.graph.adjacency import Floats
from maillage.graph.measures.result import Interval

# Fewer members than this say nothing of their own spread.
FEWEST_NODES = 8
_Z95 = 1.959963984540054


def over_nodes(
    above: Floats, below: Floats, *, value: float, low: float, high: float
) -> Interval | None:
    """Interval of a quotient from its value without each node in turn.

    se² = (N−2)/(2N) Σ(θ₋ᵢ − θ̄)², since a node takes its whole row of dyads with it
    (Snijders & Borgatti 1999, Connections 22:161–170). None where N is too small or where one
    node holds every tie.
    """
    n = len(above)
    if n < FEWEST_NODES or not (below > 1e-12 * below.max()).all():
        return None
    without = above / below
    se = sqrt((n - 2) / (2 * n) * float(((without - without.mean()) ** 2).sum()))
    return _around(value, se, low, high, "jackknife_nodes")


def over_ties(without: Floats, times: Floats, *, value: float, low: float, high: float) -> Interval:
    """Interval from the value without each tie: se² = Σ(θ₋ₑ − θ)² (Newman 2003, eq. 5).

    `times` says how many ties give each of the values `without`.
    """
    se = sqrt(float((times * (without - value) ** 2).sum()))
    return _around(value, se, low, high, "jackknife_ties")


def _around(value: float, se: float, low: float, high: float, method: str) -> Interval:
    return Interval(
        float(np.clip(value - _Z95 * se, low, high)),
        float(np.clip(value + _Z95 * se, low, high)),
        method,
        se,
    )
