"""Network power index: in how many firms the label of each ends up deciding.

Every root keeps its own label. In a firm the holders line up in random order, those who bear the
same label vote together, and the firm takes the label of the union that brings the votes above
half; it keeps its own where none can. The labels of two holders may hang on one another through
what they both descend from, so whole situations are followed, not each firm by itself: exact where
no capital goes round.
"""

from __future__ import annotations

from collections.abc import Mapping
from graphlib import CycleError, TopologicalSorter

import numpy as np

from maillage.graph.adjacency import Floats
from maillage.graph.errors import TooCostly
from maillage.graph.measures.entry import Answer, Cost, Measure, Mode, Shape, Variant, undefined
from maillage.graph.measures.ownership.polls import Poll
from maillage.graph.measures.ownership.power import shapley, without_own_shares
from maillage.graph.measures.ownership.study import OwnershipStudy
from maillage.graph.measures.result import Keyed
from maillage.graph.vocabulary import Label

# Situations kept at once, for firms that hang together.
MOST_SITUATIONS = 100_000

# The label of each undecided firm that still holds something further down.
Situation = tuple[tuple[int, int], ...]
Chances = dict[Situation, float]


def network_power_index(study: OwnershipStudy, variant: str) -> Answer:
    """How many firms end up bearing the label of each, on average over all orders."""
    del variant
    polls = {firm: without_own_shares(firm, poll) for firm, poll in study.capital.firms.items()}
    try:
        power = _Labels(polls, study.holdings.n).power()
    except CycleError:
        return undefined("not_applicable")
    return Answer(Keyed(study.ids, power))


class _Labels:
    """Firms in an order in which holders come first, and what may be said of their labels."""

    def __init__(self, polls: Mapping[int, Poll], n: int) -> None:
        self.polls, self.n = polls, n
        above = {firm: [holder for holder, _ in poll.parts] for firm, poll in polls.items()}
        self.order = [node for node in TopologicalSorter(above).static_order() if node in polls]
        # The place of the last firm that a node holds something of: then its label is of no use.
        self.last: dict[int, int] = {}
        for place, firm in enumerate(self.order):
            self.last.update(dict.fromkeys(above[firm], place))
        # The label of the firms that have one only, and the situations of the others.
        self.settled: dict[int, int] = {}
        self.open: dict[int, Chances] = {}

    def power(self) -> Floats:
        power = np.ones(self.n)
        power[self.order] = 0.0
        for place, firm in enumerate(self.order):
            labels: dict[int, float] = {}
            after: Chances = {}
            for situation, chance in self._before(firm).items():
                for label, part in self._labels(firm, dict(situation)).items():
                    labels[label] = labels.get(label, 0.0) + chance * part
                    kept = self._kept((*situation, (firm, label)), place)
                    after[kept] = after.get(kept, 0.0) + chance * part
            if len(after) > MOST_SITUATIONS:
                raise TooCostly("costly_power")
            for label, chance in labels.items():
                power[label] += chance
            self._put(firm, labels, after)
        return power

    def _before(self, firm: int) -> Chances:
        """The situations of the undecided holders; those that hang on nothing common, crossed."""
        apart = {
            id(self.open[holder]): self.open[holder]
            for holder, _ in self.polls[firm].parts
            if holder in self.open
        }
        crossed: Chances = {(): 1.0}
        for chances in apart.values():
            if len(crossed) * len(chances) > MOST_SITUATIONS:
                raise TooCostly("costly_power")
            crossed = {
                (*left, *right): p * q
                for left, p in crossed.items()
                for right, q in chances.items()
            }
        return crossed

    def _labels(self, firm: int, known: Mapping[int, int]) -> dict[int, float]:
        """The labels that a firm may take, its holders bearing theirs."""
        poll = self.polls[firm]
        unions: dict[int, int] = {}
        for holder, part in poll.parts:
            label = known.get(holder, self.settled.get(holder, holder))
            unions[label] = unions.get(label, 0) + part
        powers = shapley(Poll(tuple(unions.items()), poll.total))
        return {label: chance for label, chance in powers.items() if chance} or {firm: 1.0}

    def _kept(self, situation: Situation, place: int) -> Situation:
        return tuple(sorted(pair for pair in situation if self.last.get(pair[0], -1) > place))

    def _put(self, firm: int, labels: Mapping[int, float], after: Chances) -> None:
        if len(labels) == 1:
            self.settled[firm] = next(iter(labels))
        for undecided in {node for situation in after for node, _ in situation}:
            self.open[undecided] = after
        if firm in self.settled:
            self.open.pop(firm, None)


MEASURES: tuple[Measure[OwnershipStudy], ...] = (
    Measure(
        name="network_power_index",
        label=Label("Indice de pouvoir en réseau", "Network power index"),
        meaning=Label(
            "Dans combien de sociétés chacun finit-il par emporter la décision, de proche en "
            "proche\u202f?",
            "In how many firms does each end up deciding, from firm to firm?",
        ),
        formula="Σ over firms of the chance that they bear the label of i, i itself included; the "
        "sum is N",
        reference="Mizuno, Doi & Kurizaki 2020, PLoS ONE 15:e0237862",
        function=network_power_index,
        shape=Shape.BY_NODE,
        variants=(Variant("exact_acyclic"),),
        cost=Cost.HEAVY,
        notes="null `not_applicable` where capital goes round; own shares do not vote; free float "
        "is not redistributed: a firm that nobody can decide for keeps its own label",
        mode=Mode.OWNERSHIP,
    ),
)
