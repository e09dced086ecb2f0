"""Many pairs of names at once say what each pair says alone."""

from __future__ import annotations

import math
from collections import Counter

import numpy as np
from hypothesis import example, given
from hypothesis import strategies as st

from maillage.ingest.matching.word_pairs import compare_pairs
from maillage.ingest.matching.words import compare_words

# Few letters, so that words are near each other; long words, so that slips are too.
WORD = st.text("abé", min_size=1, max_size=7) | st.text("ab", min_size=14, max_size=24)
NAME = st.lists(WORD, min_size=1, max_size=15).map(tuple)


@given(st.lists(NAME, min_size=2, max_size=7))
@example([("eco", "domaine"), ("ecodomaine",)])
@example([("maison", "solidaire"), ("maison", "soldiaire"), ("halle", "solidaire")])
@example([("a", "a", "b"), ("b", "a", "a"), ("ab", "aa")])
@example([("abcdefghijklmnopqrstuvwx",), ("abXcdefghijkYlmnopqrstuvZwx",)])
def test_the_same_answer_as_one_by_one(names: list[tuple[str, ...]]) -> None:
    seen = Counter(word for name in names for word in set(name))
    weights = {word: math.log((1 + len(names)) / count) for word, count in seen.items()}
    rows = range(len(names))
    pairs = np.array([(a, b) for a in rows for b in rows], np.int32)
    found = compare_pairs(names, weights, pairs[:, 0], pairs[:, 1])
    for (left, right), answer in zip(pairs, found.T, strict=True):
        alone = compare_words(names[left], names[right], weights)
        said = (alone.alike, alone.both_differ, alone.extra)
        assert np.allclose(answer, said, atol=1e-9), (names[left], names[right])


def test_no_pair_is_no_answer() -> None:
    none = np.zeros(0, np.int32)
    assert compare_pairs([("a",)], {"a": 1.0}, none, none).shape == (3, 0)
    assert compare_pairs([], {}, none, none).shape == (3, 0)
