"""Two names word by word: what they share, slips of the pen forgiven, and what each has alone."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz
from rapidfuzz.distance import OSA

# Letters wrong, missing or exchanged that still leave a word itself, in short and long words.
SLIPS_SHORT, SLIPS_LONG, SHORT = 1, 2, 5
# « éco-domaine » and « écodomaine »
SAME_JOINED = 90


@dataclass(frozen=True, slots=True)
class Shared:
    """`alike`: of 100, by the weight of the words. `both_differ`: the weight of the words that the
    less different of the two has alone; 0 where one name is within the other. `extra`: the weight
    of all words that only one has."""

    alike: float
    both_differ: float
    extra: float


SAME = Shared(100.0, 0.0, 0.0)


def compare_words(
    left: Sequence[str], right: Sequence[str], weights: Mapping[str, float]
) -> Shared:
    """
    >>> weights = dict.fromkeys(["maison", "solidaire", "halle", "soldiaire"], 3.0)
    >>> slip = compare_words(["maison", "solidaire"], ["maison", "soldiaire"], weights)
    >>> round(slip.alike), slip.both_differ
    (94, 0.0)
    >>> compare_words(["maison", "solidaire"], ["halle", "solidaire"], weights)
    Shared(alike=50.0, both_differ=3.0, extra=6.0)
    """
    first, second = set(left), set(right)
    if first == second:
        return SAME
    common = sum((weights[word] for word in first & second), 0.0)
    only_left, only_right = sorted(first - second), sorted(second - first)
    slips = 0.0
    for word in list(only_left):
        near = _nearest(word, only_right)
        if near:
            weight = min(weights[word], weights[near])
            common += weight
            slips += weight * (1 - fuzz.ratio(word, near) / 100)
            only_left.remove(word)
            only_right.remove(near)
    rest = [sum((weights[word] for word in side), 0.0) for side in (only_left, only_right)]
    if all(rest) and _joined(left, right, only_left, only_right):
        common, rest = common + min(rest), [0.0, 0.0]
    whole = 2 * common + sum(rest)
    return Shared(100 * 2 * (common - slips) / whole if whole else 0.0, min(rest), sum(rest))


def _nearest(word: str, others: Sequence[str]) -> str | None:
    slips = SLIPS_SHORT if len(word) <= SHORT else SLIPS_LONG
    best = None
    for other in others:
        distance = OSA.distance(word, other, score_cutoff=slips)
        if distance <= slips and len(word) > 2:
            best, slips = other, distance - 1
    return best


def _joined(
    left: Sequence[str], right: Sequence[str], only_left: Sequence[str], only_right: Sequence[str]
) -> bool:
    """Whether what each has alone is the same letters, cut into words otherwise."""
    first = "".join(word for word in left if word in only_left)
    second = "".join(word for word in right if word in only_right)
    return fuzz.ratio(first, second) >= SAME_JOINED
