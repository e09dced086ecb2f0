"""Doubt in words, always from the computed p, the number of ties and the bounds."""

from __future__ import annotations

from maillage.graph.measures.result import Result
from maillage.graph.readouts.words.decloisonnement import WORDS
from maillage.graph.vocabulary import Label
from maillage.graph.wording import fill

FEWEST_TIES = 10
UNLIKELY, VERY_UNLIKELY = 0.05, 0.01


def doubt(index: Result) -> Label:
    """Too few ties first; then what chance would do; then what is not known."""
    p = index.p
    if not isinstance(index.value, float | int) or p is None or index.ties < FEWEST_TIES:
        return fill(WORDS["too_few"])
    if p >= UNLIKELY:
        return fill(WORDS["within_chance"])
    if _of_both_signs(index):
        return fill(WORDS["sign_unknown"])
    unlikely = fill(WORDS["very_unlikely" if p < VERY_UNLIKELY else "unlikely"])
    return fill(WORDS["more" if (index.difference or 0) > 0 else "less"], doubt=unlikely)


def _of_both_signs(index: Result) -> bool:
    bounds = index.range or index.bounds
    if bounds is None or not isinstance(bounds.low, float) or not isinstance(bounds.high, float):
        return False
    return bounds.low < 0 < bounds.high
