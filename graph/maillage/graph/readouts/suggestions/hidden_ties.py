"""Are suggestions worth anything? Some known ties are hidden, and looked for among what is left.

AUC: how often a hidden pair scores above a pair that is not known to be tied, halves for equals
(Lü & Zhou 2011, Physica A 390:1150). Precision at 10: of the ten proposed to an actor that lost a
tie, the share that it was tied to; `reachable` is what one who knew all would get. A pair that is
not known to be tied may be tied all the same, so both are lower bounds on sparse lists.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from math import sqrt
from statistics import fmean, stdev

import numpy as np

from maillage.graph.adjacency import Floats, Ints
from maillage.graph.readouts.coverage import Ledger
from maillage.graph.readouts.subject import Subject
from maillage.graph.readouts.suggestions.contacts import Contacts
from maillage.graph.readouts.suggestions.lacks import Lacks
from maillage.graph.readouts.suggestions.search import Search
from maillage.graph.readouts.suggestions.two_steps import Index, partners, shared, worth

TEN = 10
# How many actors that lost a tie are asked for their ten, and how many other pairs are drawn.
MOST_ACTORS, OTHER_PAIRS = 100, 2_000

# How much a pair scores: (rows of one end, rows of the other) → scores.
Scoring = Callable[[Ints, Ints], Floats]


@dataclass(frozen=True, slots=True)
class Found:
    """Means over the draws, and the standard error of each (0 for a single draw)."""

    auc: float
    precision: float
    auc_error: float = 0.0
    precision_error: float = 0.0


@dataclass(frozen=True, slots=True)
class Evaluation:
    """`hidden`: pairs a draw. Without ties to hide there are none, and no method."""

    hidden: float
    reachable: float
    by_method: Mapping[str, Found]


def evaluate(network: Subject, *, share: float, draws: int, seed: int) -> Evaluation:
    """Hide that share of the ties between two who may meet, as often as there are draws."""
    drawn = [_Draw(network, share, seed + draw) for draw in range(draws)]
    tried = [each for each in drawn if len(each.left)]
    if not tried:
        return Evaluation(0.0, 0.0, {})
    found = [each.found() for each in tried]
    return Evaluation(
        fmean(len(each.left) for each in tried),
        fmean(each.reachable for each in tried),
        {method: _together([each[method] for each in found]) for method in found[0]},
    )


def _together(found: Sequence[Found]) -> Found:
    (auc, auc_error), (precision, precision_error) = (
        (fmean(values), stdev(values) / sqrt(len(values)) if len(values) > 1 else 0.0)
        for values in ([each.auc for each in found], [each.precision for each in found])
    )
    return Found(auc, precision, auc_error, precision_error)


@dataclass(frozen=True, eq=False)
class _Draw:
    whole: Subject
    share: float
    seed: int

    @cached_property
    def random(self) -> np.random.Generator:
        return np.random.default_rng(self.seed)

    @cached_property
    def _hidden(self) -> tuple[Ints, Ints, Contacts]:
        """The pairs that nothing tells any more once their ties are hidden, and what is left."""
        ties, before = self.whole.graph.ties, Contacts(self.whole)
        among = before.meetable[ties.source] & before.meetable[ties.target]
        lines = np.flatnonzero(among & before.linking & (ties.source != ties.target))
        pairs = np.sort(np.stack([ties.source[lines], ties.target[lines]], axis=1), axis=1)
        distinct, of_line = np.unique(pairs, axis=0, return_inverse=True)
        chosen = self.random.random(len(distinct)) < self.share
        after = Contacts(self.whole.without(lines[chosen[of_line.ravel()]]))
        gone = [pair for pair in distinct[chosen].tolist() if not after.are_acquainted(*pair)]
        ends = np.array(gone, np.int32).reshape(-1, 2)
        return ends[:, 0], ends[:, 1], after

    @property
    def left(self) -> Ints:
        return self._hidden[0]

    @property
    def contacts(self) -> Contacts:
        return self._hidden[2]

    @cached_property
    def rows(self) -> Ints:
        return np.flatnonzero(self.contacts.meetable).astype(np.int32)

    @cached_property
    def losers(self) -> Mapping[int, set[int]]:
        """Some who lost a tie, and whom they lost."""
        lost: dict[int, set[int]] = {}
        for one, other in zip(*(ends.tolist() for ends in self._hidden[:2]), strict=True):
            lost.setdefault(one, set()).add(other)
            lost.setdefault(other, set()).add(one)
        chosen = self.random.permutation(sorted(lost))[:MOST_ACTORS]
        return {row: lost[row] for row in chosen.tolist()}

    @cached_property
    def others(self) -> tuple[Ints, Ints]:
        """Pairs that are not known to be tied, drawn at random."""
        hidden = set(zip(*(ends.tolist() for ends in self._hidden[:2]), strict=True))
        drawn = self.random.choice(self.rows, (OTHER_PAIRS, 2))
        pairs = np.sort(drawn[drawn[:, 0] != drawn[:, 1]], axis=1).tolist()
        kept = [
            pair
            for pair in pairs
            if tuple(pair) not in hidden and not self.contacts.are_acquainted(*pair)
        ]
        ends = np.array(kept, np.int32).reshape(-1, 2)
        return ends[:, 0], ends[:, 1]

    @property
    def reachable(self) -> float:
        return fmean(min(len(lost), TEN) / TEN for lost in self.losers.values())

    # ------------------------------------------------------------------ contenders

    def found(self) -> Mapping[str, Found]:
        return {
            name: Found(self._auc(scoring), self._precision(scoring))
            for name, scoring in self._scorings().items()
        }

    def _scorings(self) -> Mapping[str, Scoring]:
        degree = self.contacts.links.union.degree
        return {
            # What is proposed; then the same score of all pairs, reason enough or not.
            "maillage": partial(self._ours, unless=0.0),
            "maillage_score": partial(self._ours, unless=1.0),
            "adamic_adar": self._index("adamic_adar"),
            "resource_allocation": self._index("resource_allocation"),
            "common_neighbours": self._index("common_neighbours"),
            "preferential_attachment": lambda one, other: (degree[one] * degree[other]).astype(
                float
            ),
            "random": lambda _, other: self.random.random(len(other)),
        }

    def _index(self, index: Index) -> Scoring:
        links = self.contacts.links
        worths = worth(links, index) * self.contacts.between

        def scoring(one: Ints, other: Ints) -> Floats:
            pairs = zip(one.tolist(), other.tolist(), strict=True)
            return np.array([worths[shared(links, *pair)].sum() for pair in pairs])

        return scoring

    def _ours(self, one: Ints, other: Ints, *, unless: float) -> Floats:
        pairs = list(zip(one.tolist(), other.tolist(), strict=True))
        found = [self._search.reasons.meeting(*pair) for pair in pairs]
        return np.array([each.score * max(each.holds, unless) for each in found])

    @cached_property
    def _search(self) -> Search:
        network = self.contacts.subject
        lacks = Lacks(self.contacts, Ledger(network.reader, network.at))
        return Search(self.contacts, lacks)

    # ------------------------------------------------------------------ how well

    def _auc(self, scoring: Scoring) -> float:
        hidden, others = scoring(*self._hidden[:2]), np.sort(scoring(*self.others))
        below = np.searchsorted(others, hidden, "left")
        upto = np.searchsorted(others, hidden, "right")
        return float(np.mean((below + upto) / (2 * len(others))))

    def _precision(self, scoring: Scoring) -> float:
        return fmean(len(lost & self._ten(row, scoring)) / TEN for row, lost in self.losers.items())

    def _ten(self, row: int, scoring: Scoring) -> set[int]:
        """The ten best of all that it is not acquainted with; equals by chance."""
        known = np.isin(self.rows, partners(self.contacts.acquainted, row))
        others = self.rows[~known & (self.rows != row)]
        scores = scoring(np.full(len(others), row, np.int32), others)
        order = np.lexsort((self.random.random(len(others)), -scores))[:TEN]
        return set(others[order][scores[order] > 0].tolist())
