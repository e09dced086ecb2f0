"""An index in words: what crosses, beside chance, with the doubt that p, ties and bounds leave."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from maillage.graph.measures.result import Result
from maillage.graph.numerals import signed
from maillage.graph.readouts.words.decloisonnement import COUNTS, PARTITIONS, WORDS
from maillage.graph.vocabulary import Label
from maillage.graph.wording import count, decimal, fill, same

FEWEST_TIES = 10
UNLIKELY, VERY_UNLIKELY = 0.05, 0.01
# Below, p is told as smaller than it.
LEAST_P = 0.001
# Below, two digits would show nothing but noughts.
SMALL = 0.01


Code = Literal["more", "less", "within_chance", "too_few", "sign_unknown", "one_group"]


@dataclass(frozen=True, slots=True)
class Conclusion:
    """What an index allows one to say; `clear` when chance would hardly ever do as much."""

    code: Code
    clear: bool = False


def conclude(index: Result) -> Conclusion:
    """Doubt first: one group, then too few ties, then chance, then a sign that what is not known
    could turn; only then more or less than chance. Every sentence on an index rests on this."""
    p, sizes = index.p, index.group_sizes
    if index.n and sizes is not None and sum(size > 0 for size in sizes.values()) < 2:
        return Conclusion("one_group")
    if not isinstance(index.value, float | int) or p is None or index.ties < FEWEST_TIES:
        return Conclusion("too_few")
    if p >= UNLIKELY:
        return Conclusion("within_chance")
    if _of_both_signs(index):
        return Conclusion("sign_unknown")
    return Conclusion("more" if (index.difference or 0) > 0 else "less", clear=p < VERY_UNLIKELY)


def doubt(index: Result) -> Label:
    """The conclusion as the end of a sentence."""
    found = conclude(index)
    unlikely = fill(WORDS["very_unlikely" if found.clear else "unlikely"])
    return fill(WORDS["too_few" if found.code == "one_group" else found.code], doubt=unlikely)


def ratio_label(value: float) -> Label:
    """A measure in a sentence: two digits, of a small one four."""
    return decimal(value, 4 if 0 < abs(value) < SMALL else 2)


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
