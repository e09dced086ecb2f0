from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from maillage.ingest.sample.draws import Draws, scramble, unscramble

WORDS = st.lists(st.integers(0, 2**64 - 1), min_size=1, max_size=50)


@given(WORDS)
def test_scrambling_is_undone(words: list[int]) -> None:
    given_words = np.array(words, np.uint64)
    assert np.array_equal(unscramble(scramble(given_words.copy())), given_words)


def test_the_numbers_of_a_seed_never_change() -> None:
    """Pinned: a sample must be the same with every version of numpy and on every machine."""
    bits = [11191682821985234221, 7984131543531053965, 13268876336529621031]
    assert Draws(1).bits("kind", [0, 1, 2**40]).tolist() == bits
    below = [606, 432, 531, 816, 198, 46, 369, 836]
    assert Draws(1).below("kind", range(8), 1000).tolist() == below


@given(st.integers(0, 2**31), st.integers(1, 500))
def test_spread_numbers_are_distinct(seed: int, size: int) -> None:
    numbers = Draws(seed).spread("siren", np.arange(size), size)
    assert sorted(numbers.tolist()) == list(range(size))


@pytest.mark.parametrize("cut", [1, 37, 500])
def test_a_draw_depends_on_its_index_alone(cut: int) -> None:
    draws, index = Draws(5), np.arange(1_000)
    parts = [draws.below("near", index[:cut], 10), draws.below("near", index[cut:], 10)]
    assert np.array_equal(np.concatenate(parts), draws.below("near", index, 10))


def test_picks_are_as_frequent_as_they_weigh() -> None:
    counts = np.bincount(Draws(7).pick("kind", np.arange(100_000), [1, 0, 3]), minlength=3)
    assert counts[1] == 0
    assert counts[2] / counts[0] == pytest.approx(3, rel=0.05)


def test_streams_and_seeds_are_unlike() -> None:
    index = np.arange(10_000)
    one, stream, seed = (
        Draws(1).below("near", index, 2),
        Draws(1).below("far", index, 2),
        Draws(2).below("near", index, 2),
    )
    for other in (stream, seed):
        assert np.mean(one == other) == pytest.approx(0.5, abs=0.03)
