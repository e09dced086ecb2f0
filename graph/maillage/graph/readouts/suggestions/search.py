"""Where those who should meet are looked for, and which of them are proposed first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations

import numpy as np

from maillage.graph.readouts.suggestions.contacts import Contacts
from maillage.graph.readouts.suggestions.lacks import Lacks
from maillage.graph.readouts.suggestions.reasons import Meeting, Reasons, best
from maillage.graph.readouts.suggestions.two_steps import NOBODY, strangers

# At two steps so many are looked at for one actor, and for each of a network.
AT_TWO_STEPS = 50
PER_ACTOR = 10
# If more pairs than this are near one another, a network is searched only for partners in common,
# of which the best pairs are looked at in full.
MOST_NEAR, MOST_PAIRS = 10_000, 2_000
# How often one actor may be proposed in the list of a whole network.
TURNS = 2


@dataclass(frozen=True, eq=False)
class Search:
    """`closed`: pairs of rows, the lesser first, that are not proposed again."""

    contacts: Contacts
    lacks: Lacks
    closed: Collection[tuple[int, int]] = ()

    def for_one(self, row: int, most: int) -> list[Meeting]:
        """Whom an actor or a pole should meet."""
        return best([self.reasons.meeting(row, other) for other in self.candidates(row)], most)

    def within(self, members: Iterable[int], but: frozenset[int], most: int) -> list[Meeting]:
        """Who among the members of a pole should meet: that they are of it is no reason."""
        reasons = Reasons(self.contacts, self.lacks, but)
        rows = [row for row in members if self.contacts.meetable[row]]
        pairs = [pair for pair in combinations(rows, 2) if self.may_meet(*pair)]
        return best([reasons.meeting(*pair) for pair in pairs], most)

    def for_all(self, most: int) -> list[Meeting]:
        """Who should meet in the whole network, each at most `TURNS` times."""
        pairs = self._near_pairs | self._two_step_pairs
        found = best([self.reasons.meeting(*pair) for pair in pairs], len(pairs))
        turns: Counter[int] = Counter()
        chosen: list[Meeting] = []
        for meeting in found:
            if max(turns[meeting.one], turns[meeting.other]) < TURNS and len(chosen) < most:
                turns.update((meeting.one, meeting.other))
                chosen.append(meeting)
        return chosen

    def candidates(self, row: int) -> set[int]:
        """Near, at two steps, or (of a pole) another of the same activity; not acquainted."""
        near = self.reasons.nearness.neighbours(row) | self.reasons.nearness.alike(row)
        far = {other for _, _, other in self._at_two_steps([row], AT_TWO_STEPS)}
        return {other for other in near | far if self.may_meet(row, other)}

    def may_meet(self, one: int, other: int) -> bool:
        return (
            bool(self.contacts.meetable[other])
            and one != other
            # Two authorities are neighbours by law: nobody needs to introduce them.
            and not (self.contacts.authorities[one] and self.contacts.authorities[other])
            and (min(one, other), max(one, other)) not in self.closed
            and not self.contacts.are_acquainted(one, other)
        )

    @cached_property
    def reasons(self) -> Reasons:
        return Reasons(self.contacts, self.lacks)

    @cached_property
    def whole(self) -> bool:
        """Whether the network is small enough to look at all that are near one another."""
        near = self.reasons.nearness
        sizes = [len(near.neighbours(row)) for row in self.contacts.subject.pole_rows]
        return sum(sizes) <= MOST_NEAR

    # ------------------------------------------------------------------ helpers

    @cached_property
    def _near_pairs(self) -> set[tuple[int, int]]:
        """Poles and who is near them: the network head looks after poles."""
        if not self.whole:
            return set()
        found = set()
        for pole in np.flatnonzero(self.contacts.poles & self.contacts.meetable).tolist():
            near = self.reasons.nearness.neighbours(pole) | self.reasons.nearness.alike(pole)
            found |= {
                (min(pole, other), max(pole, other)) for other in near if self.may_meet(pole, other)
            }
        return found

    @cached_property
    def _two_step_pairs(self) -> set[tuple[int, int]]:
        rows = np.flatnonzero(self.contacts.meetable).tolist()
        found = sorted(self._at_two_steps(rows, PER_ACTOR), reverse=True)[: 2 * MOST_PAIRS]
        pairs = dict.fromkeys((min(pair), max(pair)) for _, *pair in found)
        return {pair for pair in list(pairs)[:MOST_PAIRS] if self.may_meet(*pair)}

    def _at_two_steps(self, rows: list[int], most: int) -> Iterator[tuple[float, int, int]]:
        """What the partners in common are worth, and of whom."""
        found, sums = strangers(
            self.contacts.links,
            self.reasons.worths,
            np.array(rows, np.int32),
            most,
            apart=self.contacts.acquainted,
            among=self.contacts.meetable,
        )
        for place, other in np.argwhere(found != NOBODY).tolist():
            yield float(sums[place, other]), rows[place], int(found[place, other])
