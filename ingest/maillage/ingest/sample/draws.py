"""Draws that depend on (seed, stream, index) and on nothing else.

A generator that is asked in turn gives other numbers when the work is cut otherwise, and numpy
promises no stable stream between versions. A draw here is a hash of its index, so that any piece
of a network can be made alone, in any order: Steele, Lea, Flood 2014 (SplitMix), whose finaliser
is a bijection of 64 bits. Only integers and correctly rounded operations: the same bytes on every
machine.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from hashlib import blake2b

import numpy as np
from numpy.typing import ArrayLike, NDArray

Words = NDArray[np.uint64]
Numbers = NDArray[np.int64]

_WORD = 1 << 64
_GOLDEN = np.uint64(0x9E3779B97F4A7C15)
_FIRST, _SECOND = 0xBF58476D1CE4E5B9, 0x94D049BB133111EB
_FIRST_BACK, _SECOND_BACK = pow(_FIRST, -1, _WORD), pow(_SECOND, -1, _WORD)


@dataclass(frozen=True)
class Draws:
    """Named streams of draws of one seed."""

    seed: int

    def bits(self, stream: str, index: ArrayLike) -> Words:
        """64 random bits for each index."""
        words = np.array(index, dtype=np.uint64, ndmin=1)
        words *= _GOLDEN
        words += np.uint64(self._key(stream))
        return scramble(words)

    def below(self, stream: str, index: ArrayLike, bound: int) -> Numbers:
        """A whole number from 0 to bound - 1 for each index (bound up to 2**32)."""
        words = self.bits(stream, index)
        words >>= np.uint64(32)
        words *= np.uint64(bound)
        words >>= np.uint64(32)
        return words.view(np.int64)

    def pick(self, stream: str, index: ArrayLike, weights: ArrayLike) -> Numbers:
        """A position of `weights` (whole numbers, a few thousand in all), as often as it weighs."""
        table = np.repeat(np.arange(np.size(weights)), np.asarray(weights))
        return table[self.below(stream, index, len(table))]

    def spread(self, stream: str, index: ArrayLike, size: int) -> Numbers:
        """Scattered numbers below `size`, distinct for distinct indices below `size`."""
        step = self._key(stream) % max(size // 2, 1) + size // 4 + 1
        while math.gcd(step, size) != 1:
            step += 1
        offset = self._key(stream + "/offset") % size
        return (np.asarray(index, np.int64) % size * (step % size) + offset) % size

    def _key(self, stream: str) -> int:
        digest = blake2b(f"{self.seed}/{stream}".encode(), digest_size=8).digest()
        return int.from_bytes(digest, "big")


def scramble(words: Words) -> Words:
    """The finaliser, in place: neighbours are torn apart and no two words meet."""
    words ^= words >> np.uint64(30)
    words *= np.uint64(_FIRST)
    words ^= words >> np.uint64(27)
    words *= np.uint64(_SECOND)
    words ^= words >> np.uint64(31)
    return words


def unscramble(words: Words) -> Words:
    """The inverse of `scramble`, on a copy."""
    back: Words = words ^ (words >> np.uint64(31)) ^ (words >> np.uint64(62))
    back *= np.uint64(_SECOND_BACK)
    back ^= (back >> np.uint64(27)) ^ (back >> np.uint64(54))
    back *= np.uint64(_FIRST_BACK)
    back ^= (back >> np.uint64(30)) ^ (back >> np.uint64(60))
    return back
