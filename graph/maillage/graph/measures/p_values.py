"""What draws say: p, its standard error, and the least that it could have been."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from math import exp, lgamma, log, sqrt

from maillage.graph.adjacency import Floats

# With fewer ways than this to hand out the groups, no p of one side falls below 1 in 20.
FEWEST_WAYS = 20
# More ways than can be drawn say nothing more.
MANY_WAYS = 10**9
TOO_SMALL = "too_small"


def one_sided(at_least: int, draws: int) -> float:
    """(b + 1)/(R + 1): what was observed is one of the draws."""
    return (at_least + 1) / (draws + 1)


def two_sided(at_least: int, at_most: int, draws: int) -> float:
    return min(1.0, 2 * one_sided(min(at_least, at_most), draws))


def standard_error(p: float, draws: int) -> float:
    """Of a p that is the share of one tail."""
    return sqrt(p * (1 - p) / draws)


def two_sided_error(p: float, draws: int) -> float:
    """Of a p that is twice the share of the smaller tail.

    >>> two_sided_error(0.5, 100) == 2 * standard_error(0.25, 100)
    True
    """
    return 2 * standard_error(p / 2, draws)


def least_p(ways: float, draws: int, *, sides: int) -> float:
    """No p of so many draws among so many equally likely ways is smaller.

    >>> least_p(40, 999, sides=2)
    0.05
    """
    return min(1.0, sides * max(1 / ways, 1 / (draws + 1)))


def ways_to_group(sizes: Iterable[int]) -> float:
    """Different ways to part nodes in groups of these sizes; which group is which says nothing.

    >>> ways_to_group([3, 4]), ways_to_group([3, 3])
    (35, 10)
    """
    filled = [size for size in sizes if size]
    ways = lgamma(sum(filled) + 1) - sum(lgamma(size + 1) for size in filled)
    ways -= sum(lgamma(alike + 1) for alike in Counter(filled).values())
    return round(exp(ways)) if ways < log(MANY_WAYS) else MANY_WAYS


def least_p_seen(drawn: Floats) -> float:
    """The same where the ways cannot be counted: what the rarer end of the draws would have."""
    ends = (drawn == drawn.min()).mean(), (drawn == drawn.max()).mean()
    return min(1.0, 2 * float(min(ends)))
