"""`words.compare_words` over many pairs at once: in a commune of 2,500 near-namesakes there are
three million of them.

Words are numbered in the order of the alphabet, so that each row of numbers is a sorted set. The
few pairs that only reading can settle (words cut otherwise, very long names) are read one by one.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import fuzz, process
from rapidfuzz.distance import OSA

from maillage.ingest.matching.words import (
    SAME_JOINED,
    SHORT,
    SLIPS_LONG,
    SLIPS_SHORT,
    compare_words,
)

Ints = NDArray[np.int32]
Floats = NDArray[np.float64]
Mask = NDArray[np.bool_]

# A name of more words is read alone, so that it does not make every other as wide; so is one
# that repeats a word.
_WIDEST = 12
# Cells of the comparison of words with words that are held at once.
_CELLS = 500_000
_LETTERS = 32
_FAR = SLIPS_LONG + 1
# Letters of two words that are 90 % alike and yet more than two slips apart, at least.
_NO_SLIP = 30


@dataclass(frozen=True)
class _Vocabulary:
    words: Sequence[str]
    weight: Floats
    length: Ints
    # How many of each letter: the letters that two texts do not share are all wrong or missing.
    letters: Ints

    @classmethod
    def of(cls, weights: Mapping[str, float]) -> _Vocabulary:
        # One more, blank, for the cells of a row that hold no word.
        words = [*sorted(weights), ""]
        letters = np.zeros((len(words), _LETTERS), np.int32)
        for place, word in enumerate(words):
            for char in word:
                letters[place, ord(char) % _LETTERS] += 1
        return cls(
            words,
            np.array([weights.get(word, 0.0) for word in words]),
            np.array([len(word) for word in words], np.int32),
            letters,
        )


def compare_pairs(
    words: Sequence[Sequence[str]], weights: Mapping[str, float], left: Ints, right: Ints
) -> Floats:
    """`alike`, `both_differ` and `extra` of `words.Shared`, a column for each pair of rows."""
    compared = np.zeros((3, len(left)))
    vocabulary = _Vocabulary.of(weights)
    table = _numbered(words, vocabulary)
    odd = np.array([len(row) > _WIDEST or len(set(row)) < len(row) for row in words], np.bool_)
    alone = np.asarray(odd[left] | odd[right])
    for chunk in _chunks(np.flatnonzero(~alone), table.shape[1]):
        part = _Pairs(vocabulary, table[left[chunk]], table[right[chunk]])
        part.forgive_slips()
        compared[:, chunk] = part.shared()
        unsure = chunk[part.perhaps_joined()]
        alone[unsure] = True
    for place in np.flatnonzero(alone):
        shared = compare_words(words[left[place]], words[right[place]], weights)
        compared[:, place] = shared.alike, shared.both_differ, shared.extra
    return compared


def _numbered(words: Sequence[Sequence[str]], vocabulary: _Vocabulary) -> Ints:
    number = {word: place for place, word in enumerate(vocabulary.words)}
    rows = [sorted({number[word] for word in row})[:_WIDEST] for row in words]
    table = np.full((len(rows), max(map(len, rows), default=1) or 1), len(number) - 1, np.int32)
    for place, row in enumerate(rows):
        table[place, : len(row)] = row
    return table


def _chunks(places: NDArray[np.intp], width: int) -> Iterator[NDArray[np.intp]]:
    size = max(_CELLS // width**2, 1)
    for start in range(0, len(places), size):
        yield places[start : start + size]


class _Pairs:
    """Some pairs: their words by number, those that one side has alone, what they share."""

    def __init__(self, vocabulary: _Vocabulary, left: Ints, right: Ints) -> None:
        self.vocabulary, self.left, self.right = vocabulary, left, right
        blank = len(vocabulary.words) - 1
        same = left[:, :, None] == right[:, None, :]
        self.only_left: Mask = (left != blank) & ~same.any(axis=2)
        self.only_right: Mask = (right != blank) & ~same.any(axis=1)
        both = (left != blank) & ~self.only_left
        self.common: Floats = (vocabulary.weight[left] * both).sum(axis=1)
        self.slips: Floats = np.zeros(len(left))

    def forgive_slips(self) -> None:
        """Each word that only the left has, in order, with the nearest that only the right has."""
        among = np.flatnonzero(self.only_left.any(axis=1) & self.only_right.any(axis=1))
        if not len(among):
            return
        distances, ratios = self._distances(among)
        for column in range(self.left.shape[1]):
            self._pair_off(among, column, distances, ratios)

    def _distances(self, among: NDArray[np.intp]) -> tuple[NDArray[np.uint8], Floats]:
        """Of the words alone, how many slips apart, and how alike where that is few."""
        left, right = self.left[among], self.right[among]
        length = self.vocabulary.length
        close = np.abs(length[left][:, :, None] - length[right][:, None, :]) <= SLIPS_LONG
        close &= self.only_left[among][:, :, None] & self.only_right[among][:, None, :]
        pair, first, second = np.nonzero(close)
        keys = left[pair, first].astype(np.int64) * len(length) + right[pair, second]
        unique, place = np.unique(keys, return_inverse=True)
        near, ratio = self._alike(unique // len(length), unique % len(length))
        distances = np.full(close.shape, _FAR, np.uint8)
        ratios = np.zeros(close.shape)
        distances[pair, first, second] = near[place]
        ratios[pair, first, second] = ratio[place]
        return distances, ratios

    def _alike(
        self, first: NDArray[np.int64], second: NDArray[np.int64]
    ) -> tuple[NDArray[np.uint8], Floats]:
        words = self.vocabulary.words
        left, right = [words[place] for place in first], [words[place] for place in second]
        near = process.cpdist(
            left, right, scorer=OSA.distance, score_cutoff=SLIPS_LONG, dtype=np.uint8, workers=1
        )
        ratio = np.zeros(len(near))
        close = np.flatnonzero(near <= SLIPS_LONG)
        ratio[close] = process.cpdist(
            [left[place] for place in close],
            [right[place] for place in close],
            scorer=fuzz.ratio,
            dtype=np.float64,
            workers=1,
        )
        return near, ratio

    def _pair_off(
        self,
        among: NDArray[np.intp],
        column: int,
        distances: NDArray[np.uint8],
        ratios: Floats,
    ) -> None:
        free = np.where(self.only_right[among], distances[:, column, :], _FAR)
        nearest = free.argmin(axis=1)
        rows = np.arange(len(among))
        length = self.vocabulary.length[self.left[among, column]]
        allowed = np.where(length <= SHORT, SLIPS_SHORT, SLIPS_LONG)
        found = np.flatnonzero((free[rows, nearest] <= allowed) & (length > 2))
        pairs, others = among[found], nearest[found]
        weight = self.vocabulary.weight
        shared = np.minimum(weight[self.left[pairs, column]], weight[self.right[pairs, others]])
        self.common[pairs] += shared
        self.slips[pairs] += shared * (1 - ratios[found, column, others] / 100)
        self.only_left[pairs, column] = False
        self.only_right[pairs, others] = False

    def _rest(self) -> tuple[Floats, Floats]:
        weight = self.vocabulary.weight
        return (
            (weight[self.left] * self.only_left).sum(axis=1),
            (weight[self.right] * self.only_right).sum(axis=1),
        )

    def shared(self) -> Floats:
        first, second = self._rest()
        whole = 2 * self.common + first + second
        alike = np.divide(
            200 * (self.common - self.slips), whole, out=np.zeros(len(whole)), where=whole > 0
        )
        same = ~(self.only_left.any(axis=1) | self.only_right.any(axis=1)) & (self.slips == 0)
        return np.stack([np.where(same, 100.0, alike), np.minimum(first, second), first + second])

    def perhaps_joined(self) -> Mask:
        """Those whose words alone may be the same letters, cut otherwise: they are to be read."""
        counts = self.only_left.sum(axis=1), self.only_right.sum(axis=1)
        length = self.vocabulary.length
        first = (length[self.left] * self.only_left).sum(axis=1)
        second = (length[self.right] * self.only_right).sum(axis=1)
        letters = first + second
        perhaps: Mask = (counts[0] > 0) & (counts[1] > 0)
        # Of two words as near as that, one was a slip of the other.
        perhaps &= (counts[0] > 1) | (counts[1] > 1) | (letters >= _NO_SLIP)
        perhaps &= 100 * np.abs(first - second) <= (100 - SAME_JOINED) * letters
        places = np.flatnonzero(perhaps)
        apart = np.abs(self._letters(places)).sum(axis=1)
        perhaps[places] = 100 * apart <= (100 - SAME_JOINED) * letters[places]
        return perhaps

    def _letters(self, places: NDArray[np.intp]) -> Ints:
        """How many more of each letter the left has, in the words that one side has alone."""
        more = np.zeros((len(places), _LETTERS), np.int32)
        for column in range(self.left.shape[1]):
            for sign, words, alone in (
                (1, self.left, self.only_left),
                (-1, self.right, self.only_right),
            ):
                own = np.flatnonzero(alone[places, column])
                more[own] += sign * self.vocabulary.letters[words[places[own], column]]
        return more
