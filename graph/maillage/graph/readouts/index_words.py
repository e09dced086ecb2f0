"""An index in words: what crosses, beside chance, with the doubt that p, ties and bounds leave."""

from __future__ import annotations

from maillage.graph.measures.result import Result
from maillage.graph.readouts.words.decloisonnement import COUNTS, PARTITIONS, WORDS
from maillage.graph.vocabulary import Label
from maillage.graph.wording import count, decimal, fill, same, signed

FEWEST_TIES = 10
UNLIKELY, VERY_UNLIKELY = 0.05, 0.01
# Below, p is told as smaller than it.
LEAST_P = 0.001


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


def partition_label(by: str) -> Label:
    return PARTITIONS.get(by) or same(by)


def crossing_ties(index: Result) -> Label:
    """Ties that cross, from the index: E = L(1 + EI)/2."""
    value = float(index.value) if isinstance(index.value, float | int) else 0.0
    return count(COUNTS["crossing"], round(index.ties * (1 + value) / 2), of=index.ties)


def signed_label(value: float) -> Label:
    return Label(signed(value, "fr"), signed(value, "en"))


def interval_label(index: Result) -> Label:
    found = index.interval
    if found is None:
        return same("")
    return fill(WORDS["interval"], low=signed_label(found.low), high=signed_label(found.high))


def p_label(p: float | None) -> Label:
    if p is None:
        return same("")
    if p < LEAST_P:
        return fill(WORDS["p_small"])
    return fill(WORDS["p"], p=decimal(p, 2 if p >= 100 * LEAST_P else 3))


def _of_both_signs(index: Result) -> bool:
    bounds = index.range or index.bounds
    if bounds is None or not isinstance(bounds.low, float) or not isinstance(bounds.high, float):
        return False
    return bounds.low < 0 < bounds.high
