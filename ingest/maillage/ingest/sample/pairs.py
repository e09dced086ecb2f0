"""Who is tied to whom: distinct pairs, heavy-tailed, mostly within the pole or the département.

A pair is kept as one scrambled 64-bit word. Sorting the words removes the doubles and leaves the
pairs in no order of ours, in place: no index beside them, 8 bytes a pair.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from maillage.ingest.sample.draws import Draws, Numbers, Words, scramble, unscramble
from maillage.ingest.sample.population import Population

Bools = NDArray[np.bool_]
Ends = tuple[Numbers, Numbers]

WITHIN_POLE = 40  # of a hundred draws
NEAR = 58  # of a hundred others: within the département
_ROUNDS = 12


@dataclass(frozen=True, eq=False)
class Attraction:
    """Organisations in the order of their départements, drawn as often as they pull."""

    order: Numbers
    cumulated: Numbers
    starts: Numbers  # per département, in `cumulated`'s unit
    totals: Numbers

    @classmethod
    def of(cls, population: Population, *, departements: int) -> Attraction:
        order = np.argsort(population.departement, kind="stable")
        cumulated = np.cumsum(population.pull[order])
        counts = np.bincount(population.departement, minlength=departements)
        ends = np.concatenate([[0], cumulated])[np.cumsum(counts)]
        starts = np.concatenate([[0], ends[:-1]])
        return cls(order, cumulated, starts, ends - starts)

    @classmethod
    def among(cls, order: Numbers, pull: Numbers) -> Attraction:
        """Some organisations, wherever they are."""
        cumulated = np.cumsum(pull)
        return cls(order, cumulated, np.zeros(1, np.int64), cumulated[-1:])

    def anyone(self, words: Words) -> Numbers:
        return self._at((words % np.uint64(self.cumulated[-1])).view(np.int64))

    def neighbour(self, words: Words, departement: Numbers) -> Numbers:
        """Somebody of the département (which holds at least one)."""
        inside = words % self.totals[departement].view(np.uint64)
        return self._at(inside.view(np.int64) + self.starts[departement])

    def _at(self, weight: Numbers) -> Numbers:
        return self.order[np.searchsorted(self.cumulated, weight, side="right")]


@dataclass(frozen=True, eq=False)
class Pairing:
    """Draws pairs of a population, `chunk` at a time: the chunk never shows in what is drawn."""

    population: Population
    attraction: Attraction
    draws: Draws
    chunk: int

    def cooperation(self, wanted: int) -> Words:
        """Distinct pairs of organisations that work together, scrambled (see `ends`)."""
        return self._distinct(wanted, self._by_pull, np.zeros(0, np.uint64))

    def financing(self, wanted: int, *, funders: Bools, taken: Words) -> Words:
        """Distinct pairs of a funder and another, none of them `taken` (sorted)."""
        members = np.flatnonzero(funders)
        purse = Attraction.among(members, self.population.pull[members])

        def draw(index: Numbers) -> Ends:
            source = purse.anyone(self.draws.bits("funder", index))
            return self._reach(index, source, "funded")

        return self._distinct(wanted, draw if len(members) else self._anybody, taken)

    def ends(self, words: Words) -> tuple[Numbers, Numbers]:
        """The two organisations of each pair, the lesser number first."""
        keys = unscramble(words)
        first = keys // np.uint64(len(self.population))
        keys -= first * np.uint64(len(self.population))
        return first.view(np.int64), keys.view(np.int64)

    def words(self, source: Numbers, target: Numbers) -> Words:
        """The inverse of `ends`, whichever end comes first."""
        keys = np.minimum(source, target).astype(np.uint64)
        keys *= np.uint64(len(self.population))
        keys += np.maximum(source, target).astype(np.uint64)
        return scramble(keys)

    def _distinct(self, wanted: int, draw: Callable[[Numbers], Ends], taken: Words) -> Words:
        found = np.zeros(0, np.uint64)
        drawn = rounds = 0
        while len(found) < wanted:
            missing = wanted - len(found)
            until = drawn + missing + missing // 4 + 64
            # Small dense networks run out of new pairs near the hubs: then anybody will do.
            words = self._words(drawn, until, draw if rounds < _ROUNDS else self._anybody)
            found = _union(found, words[~_among(words, taken)])
            drawn, rounds = until, rounds + 1
        # The first in scrambled order are a random choice.
        return found[:wanted]

    def _words(self, start: int, stop: int, draw: Callable[[Numbers], Ends]) -> Words:
        parts = []
        for low in range(start, stop, self.chunk):
            source, target = draw(np.arange(low, min(low + self.chunk, stop)))
            parts.append(self.words(source, target)[source != target])
        return np.concatenate(parts)

    def _anybody(self, index: Numbers) -> Ends:
        size = len(self.population)
        return self.draws.below("any/a", index, size), self.draws.below("any/b", index, size)

    def _by_pull(self, index: Numbers) -> Ends:
        in_pole = self.draws.below("in pole", index, 100) < WITHIN_POLE
        in_pole &= len(self.population.poles) > 0
        outside = index[~in_pole]
        source = np.empty(len(index), np.int64)
        target = np.empty(len(index), np.int64)
        source[in_pole], target[in_pole] = self._fellows(index[in_pole])
        first = self.attraction.anyone(self.draws.bits("source", outside))
        source[~in_pole], target[~in_pole] = self._reach(outside, first, "target")
        return source, target

    def _reach(self, index: Numbers, source: Numbers, stream: str) -> Ends:
        """Somebody for each source, more often of its département than not."""
        near = self.draws.below(stream + "/near", index, 100) < NEAR
        words = self.draws.bits(stream, index)
        target = np.empty(len(index), np.int64)
        home = self.population.departement[source[near]].astype(np.int64)
        target[near] = self.attraction.neighbour(words[near], home)
        target[~near] = self.attraction.anyone(words[~near])
        return source, target

    def _fellows(self, index: Numbers) -> Ends:
        """Two members of one pole; the first members are met more often."""
        poles = self.population.poles
        source = poles.members[self.draws.below("fellow", index, len(poles.members))]
        pole = self.population.pole[source]
        skewed = self.draws.below("fellow/rank", index, 1 << 24)
        rank = (skewed * skewed >> 24) * poles.sizes[pole] >> 24
        return source, poles.members[poles.starts[pole] + rank]


def _union(found: Words, more: Words) -> Words:
    words = np.concatenate([found, more])
    words.sort()
    keep = np.ones(len(words), np.bool_)
    np.not_equal(words[1:], words[:-1], out=keep[1:])
    return words[keep]


def _among(words: Words, taken: Words) -> Bools:
    if not len(taken):
        return np.zeros(len(words), np.bool_)
    place = np.minimum(np.searchsorted(taken, words), len(taken) - 1)
    found: Bools = taken[place] == words
    return found
