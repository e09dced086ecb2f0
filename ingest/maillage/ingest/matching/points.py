"""How many points each reason gives or takes, and what no number of points can join."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from maillage.ingest.matching.pairs import Pairs
from maillage.ingest.matching.rows import AUTHORITY_TYPES, TELLING_TYPES, Ints, Rows
from maillage.ingest.matching.word_pairs import compare_pairs

Points = NDArray[np.int16]
Mask = NDArray[np.bool_]

# Chosen on the tuning set of `bench/matching.py`.
THRESHOLD = 86

# The name gives as many points as it is alike, of 100; the rest is added or taken away.
POINTS: Mapping[str, int] = {
    "same_commune": 8,
    "other_commune": -20,
    "other_departement": -20,
    "same_type": 4,
    "other_type": -4,
    # « Macif » and « Fondation Macif »: one says what it is, the other does not.
    "one_type": -16,
    "other_kind": -15,
    "gathering_or_not": -6,
    "other_numbers": -25,
    # for each unit of weight (about: ln of how rare) of the words that both have alone
    "other_words": -5,
    "other_words_at_most": -25,
    # for each other place whose bearer of the name is as near, where one place is not known
    "rival": -7,
    "rivals_at_most": -21,
    # A letter more makes another acronym: APES, APEAS.
    "short_name": -8,
    "siren_digits": 25,
    "siren_other_digits": -15,
    "other_rna": -10,
}
# What an acronym that is the initials of the other name is worth, by its length.
INITIALS = np.array([0, 0, 0, 70, 80, 88, 92, 94, 95], np.int16)
_AS_NEAR = 3
_SHORT = 5


@dataclass(frozen=True)
class Scores:
    """Points of each reason, their sum (`raw`), and that sum between 0 and 100, 0 if vetoed."""

    features: Mapping[str, Points]
    raw: Points
    total: Points


def score(rows: Rows, pairs: Pairs, threshold: int = THRESHOLD) -> Scores:
    left, right = rows.mention_of[pairs.left], rows.mention_of[pairs.right]
    around = {
        "commune": _place(rows, left, right),
        "kind": _kind(rows, left, right),
        "numbers": _numbers(rows, pairs),
        "siren": _siren(rows, pairs),
        "rna": _differs(rows.rna, left, right, POINTS["other_rna"]),
    }
    no = vetoed(rows, left, right)
    # No name is more than the same: where that would not be enough, words need not be compared.
    hopeful = ~no & (sum(around.values()) + 100 + POINTS["same_type"] >= threshold)
    words, both_differ, extra = _words(rows, pairs, hopeful)
    features = {
        **_name(pairs, np.rint(words).astype(np.int16)),
        "other_words": _other_words(pairs, both_differ),
        "short": _short(rows, pairs, words),
        "type": _type(rows, left, right, extra),
        **around,
    }
    raw = np.where(no, 0, sum(features.values())).astype(np.int16)
    features["rivals"] = _rivals(rows, left, right, raw, threshold)
    raw = np.where(no, 0, raw + features["rivals"]).astype(np.int16)
    return Scores(features, raw, np.clip(raw, 0, 100).astype(np.int16))


def vetoed(rows: Rows, left: Ints, right: Ints) -> Mask:
    """Two SIRENs, two natures of authority; and what an identifier joins without being asked."""
    siren = (rows.siren[left] > 0) & (rows.siren[right] > 0)
    same_rna = (rows.rna[left] > 0) & (rows.rna[left] == rows.rna[right])
    types = rows.type[left], rows.type[right]
    authorities = [(side > 0) & (side <= len(AUTHORITY_TYPES)) for side in types]
    opposed = authorities[0] & authorities[1] & (types[0] != types[1])
    return np.asarray(siren | same_rna | opposed)


def _words(rows: Rows, pairs: Pairs, hopeful: Mask) -> NDArray[np.float32]:
    """`matching_words.Shared` of each pair, in columns."""
    compared = np.zeros((3, len(pairs.left)), np.float32)
    left, right = pairs.left[hopeful], pairs.right[hopeful]
    compared[:, hopeful] = compare_pairs(rows.words, rows.weights(), left, right)
    return compared


def _other_words(pairs: Pairs, both_differ: NDArray[np.float32]) -> Points:
    points = np.maximum(both_differ * POINTS["other_words"], POINTS["other_words_at_most"])
    return np.rint(np.where(pairs.initials > 0, 0, points)).astype(np.int16)


def _name(pairs: Pairs, words: Points) -> dict[str, Points]:
    """The best of the three ways to compare names; the others give nothing."""
    initials = INITIALS[np.minimum(pairs.initials, len(INITIALS) - 1)]
    ways = np.stack([pairs.letters.astype(np.int16), words, initials])
    best = np.argmax(ways, axis=0)
    names = ("name", "words", "initials")
    return {name: np.where(best == place, ways[place], 0) for place, name in enumerate(names)}


def _short(rows: Rows, pairs: Pairs, words: NDArray[np.float32]) -> Points:
    lengths = np.array([len(key) for key in rows.keys])
    short = np.minimum(lengths[pairs.left], lengths[pairs.right]) <= _SHORT
    differ = (pairs.letters < 100) & (words < 100) & (pairs.initials == 0)
    return np.where(short & differ, POINTS["short_name"], 0).astype(np.int16)


def _place(rows: Rows, left: Ints, right: Ints) -> Points:
    communes = rows.commune[left], rows.commune[right]
    departements = rows.departement[left], rows.departement[right]
    known = (communes[0] > 0) & (communes[1] > 0)
    apart = (departements[0] > 0) & (departements[1] > 0) & (departements[0] != departements[1])
    points = np.where(communes[0] == communes[1], POINTS["same_commune"], POINTS["other_commune"])
    points = np.where(known, points, 0)
    return np.where(apart, POINTS["other_departement"], points).astype(np.int16)


def _type(rows: Rows, left: Ints, right: Ints, extra: NDArray[np.float32]) -> Points:
    """« Redon » may be the commune of Redon, « Foyer de Redon » not; nor is « Fondation X » X."""
    first, second = rows.type[left], rows.type[right]
    telling = np.array([name in TELLING_TYPES for name in rows.types])
    commune = rows.types.index("commune")
    one = ((first == 0) & telling[second]) | ((second == 0) & telling[first])
    beside = (extra > 0) & ((first == commune) | (second == commune))
    both = (first > 0) & (second > 0)
    points = np.where(first == second, POINTS["same_type"], POINTS["other_type"])
    return np.where(both, points, np.where(one | beside, POINTS["one_type"], 0)).astype(np.int16)


def _kind(rows: Rows, left: Ints, right: Ints) -> Points:
    first, second = rows.kind[left], rows.kind[right]
    differ = (first > 0) & (second > 0) & (first != second)
    gathering = np.isin(first, (2, 3)) | np.isin(second, (2, 3))
    points = np.where(gathering, POINTS["gathering_or_not"], POINTS["other_kind"])
    return np.where(differ, points, 0).astype(np.int16)


def _numbers(rows: Rows, pairs: Pairs) -> Points:
    differ = rows.numbers[pairs.left] != rows.numbers[pairs.right]
    return np.where(differ & (pairs.initials == 0), POINTS["other_numbers"], 0).astype(np.int16)


def _siren(rows: Rows, pairs: Pairs) -> Points:
    shown = np.array([len(mention.siren_prefix) >= 5 for mention in rows.mentions])
    left, right = rows.mention_of[pairs.left], rows.mention_of[pairs.right]
    comparable = (shown[left] & (rows.siren[right] > 0)) | (shown[right] & (rows.siren[left] > 0))
    points = np.where(pairs.siren > 0, POINTS["siren_digits"], POINTS["siren_other_digits"])
    return np.where(comparable, points, 0).astype(np.int16)


def _differs(column: Ints, left: Ints, right: Ints, points: int) -> Points:
    differ = (column[left] > 0) & (column[right] > 0) & (column[left] != column[right])
    return np.where(differ, points, 0).astype(np.int16)


def _rivals(rows: Rows, left: Ints, right: Ints, raw: Points, threshold: int) -> Points:
    """A mention without its place, and as many bearers of the name as there are places."""
    place = rows.departement * (int(rows.commune.max(initial=0)) + 1) + rows.commune
    points = np.zeros(len(raw), np.int16)
    for one, other in ((left, right), (right, left)):
        likely = raw >= threshold - _AS_NEAR
        unplaced = np.flatnonzero(likely & (rows.commune[one] == 0) & (rows.commune[other] > 0))
        order = unplaced[np.lexsort((-raw[unplaced], one[unplaced]))]
        rivals = _as_near(one[order], place[other[order]], raw[order])
        taken = np.maximum(rivals * POINTS["rival"], POINTS["rivals_at_most"])
        points[order] = np.minimum(points[order], taken)
    return points


def _as_near(mention: Ints, place: Ints, raw: Points) -> Points:
    """For each pair, sorted by mention and then by points: how many other places do as well."""
    rivals = np.zeros(len(raw), np.int16)
    for start, end in pairwise(np.flatnonzero(np.diff(mention, prepend=-1, append=-1))):
        fresh = np.zeros(end - start, np.int16)
        fresh[np.unique(place[start:end], return_index=True)[1]] = 1
        near = np.searchsorted(-raw[start:end], _AS_NEAR - raw[start:end], side="right")
        rivals[start:end] = np.cumsum(fresh)[near - 1] - 1
    return rivals
