"""Who is in contact with whom as far as is known: for whom an introduction is, and for whom not.

A *partner* is the other end of any tie that is alive, but for money, having been at a day, having
signed a text, and having succeeded to somebody. Members are partners of their pole and it of them;
of any other organisation they are not: else each network would be proposed to all whom its members
know. What too many poles touch (the charter) is no partner in common, nor is what has no name.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from maillage.graph.adjacency import Adjacency, Bools, Ints, Longs
from maillage.graph.arrays import KIND_CODES, KIND_NAMES
from maillage.graph.projection import copresences, pole_ties
from maillage.graph.readouts.subject import Subject
from maillage.graph.readouts.suggestions.two_steps import partners
from maillage.graph.redaction import is_person
from maillage.graph.vocabulary import TIE_KINDS, Family, Layer

_SILENT = [
    KIND_CODES[kind] for kind in ("financing", "attendance", "charter_signature", "succession")
]
_CARRIER = KIND_CODES["carrier"]
# Whoever made, holds or governs a thing sits with the others who do.
_AT_ONE_TABLE = [
    KIND_CODES[kind] for kind in ("founding", "creation", "governance", "shareholding")
]
_JOINING = [
    KIND_CODES[name]
    for name in KIND_NAMES
    if TIE_KINDS[name].layer is Layer.AFFILIATION or name == "governance"
]
_COOPERATION = np.array([TIE_KINDS[name].layer is Layer.COOPERATION for name in KIND_NAMES])


@dataclass(frozen=True, eq=False)
class Contacts:
    """Rows are those of the graph's columns."""

    subject: Subject

    @cached_property
    def n(self) -> int:
        return len(self.subject.graph.actors.ids)

    # ------------------------------------------------------------------ whom

    @cached_property
    def named(self) -> Bools:
        actors = self.subject.graph.actors
        known: Bools = actors.named & ~actors.collective
        return known

    @property
    def poles(self) -> Bools:
        return self.subject.graph.actors.poles

    @cached_property
    def authorities(self) -> Bools:
        rows = range(self.n)
        return np.array([self.subject.family(row) is Family.AUTHORITY for row in rows], np.bool_)

    @cached_property
    def meetable(self) -> Bools:
        """Organisations and poles that have a name and are still there. A sole trader is a person,
        whom readers are not told of: it is proposed to nobody."""
        attributes = self.subject.graph.actors.attributes
        out = [is_person(said) or said.get("stage") == "ended" for said in attributes]
        found: Bools = (
            self.named & (~self.subject.gatherings | self.poles) & ~np.array(out, np.bool_)
        )
        return found

    @cached_property
    def between(self) -> Bools:
        """Those whom two may have in common."""
        source, target = self._ends(self.subject.alive)
        found: Bools = self.named & ~pole_ties(self.n, self.poles, source, target).hub
        return found

    # ------------------------------------------------------------------ ties

    @cached_property
    def links(self) -> Adjacency:
        """Directed: from each to its partners."""
        ties = self.subject.graph.ties
        joined = np.isin(ties.kind, _JOINING) & ~self.subject.gatherings[ties.target]
        ahead, back = self._ends(self.linking), self._ends(self.linking & ~joined)
        source, target = np.concatenate([ahead[0], back[1]]), np.concatenate([ahead[1], back[0]])
        return Adjacency.of(self.n, source, target, None, directed=True)

    @cached_property
    def acquainted(self) -> Adjacency:
        """Pairs that need no introduction: tied in any way, or soon to be, or sitting together
        somewhere; and whom a pole knows, its carrier knows, and the other way round."""
        pairs = (self._ends(self._tied), self._together)
        left, right = (np.concatenate(ends) for ends in zip(*pairs, strict=True))
        known = Adjacency.of(self.n, left, right, None, directed=False)
        # Twice: the carriers of two poles that know each other know each other too.
        return self._with_carriers(self._with_carriers(known))

    def house(self, row: int) -> set[int]:
        """A pole and who carries it: to meet one is to meet the other."""
        return {row, *(end for pair in self.carriers if row in pair for end in pair)}

    def are_acquainted(self, one: int, other: int) -> bool:
        known = partners(self.acquainted, one)
        place = int(np.searchsorted(known, other))
        return place < len(known) and int(known[place]) == other

    @property
    def known(self) -> int:
        """How many ties there are to go by."""
        return int(np.count_nonzero(self.linking))

    def lines(self, one: int, other: int) -> list[int]:
        """The links between two, by their numbers."""
        return [
            line for line in self._touching(one) if self.linking[line] and self._joins(line, other)
        ]

    def ended(self, one: int, other: int) -> list[int]:
        """The ties between two that are over."""
        return [
            line
            for line in self._touching(one)
            if self.subject.ended[line] and self._joins(line, other)
        ]

    @cached_property
    def planned(self) -> Mapping[tuple[int, int], list[int]]:
        """Pairs that may meet and of whom nothing but a plan is known, with its ties."""
        ties = self.subject.graph.ties
        coming = self._tied & ~self.subject.alive
        keys = _pair_keys(self.n, ties.source, ties.target)
        only = coming & ~np.isin(keys, keys[self.subject.alive])
        only &= self.meetable[ties.source] & self.meetable[ties.target]
        found: dict[tuple[int, int], list[int]] = {}
        for line in np.flatnonzero(only & (ties.source != ties.target)).tolist():
            one, other = divmod(int(keys[line]), self.n)
            found.setdefault((one, other), []).append(line)
        return found

    def by_cooperation(self, lines: list[int]) -> bool:
        return bool(_COOPERATION[self.subject.graph.ties.kind[lines]].any())

    # ------------------------------------------------------------------ helpers

    @cached_property
    def linking(self) -> Bools:
        silent = np.isin(self.subject.graph.ties.kind, _SILENT)
        linking: Bools = self.subject.alive & ~silent
        return linking

    @cached_property
    def _tied(self) -> Bools:
        ties = self.subject.graph.ties
        tied: Bools = self.subject.alive | (ties.planned & ~ties.over(self.subject.at))
        return tied

    @cached_property
    def carriers(self) -> list[tuple[int, int]]:
        """Who carries which pole."""
        carrying = self.subject.alive & (self.subject.graph.ties.kind == _CARRIER)
        source, target = self._ends(carrying)
        return list(zip(source.tolist(), target.tolist(), strict=True))

    @cached_property
    def _together(self) -> tuple[Ints, Ints]:
        """Who sits with whom: in any group or place but a pole; of an event only those who made
        it or cooperate in it; and those who made, hold or govern the same organisation."""
        ties, kinds = self.subject.graph.ties, self.subject.graph.actors.kinds
        events = np.array([kind == "event_or_project" for kind in kinds], np.bool_)
        groups = self.subject.gatherings & ~self.poles & ~events
        at_table = np.isin(ties.kind, _AT_ONE_TABLE)
        working = at_table | (_COOPERATION[ties.kind] & events[ties.target])
        kept = self.linking & (working | groups[ties.target]) & self.between[ties.target]
        backwards = self.linking & groups[ties.source] & self.between[ties.source]
        guests = np.concatenate([ties.source[kept], ties.target[backwards]])
        hosts = np.concatenate([ties.target[kept], ties.source[backwards]])
        found = copresences(self.n, np.stack([guests, hosts], axis=1), "count")
        return found.left, found.right

    def _with_carriers(self, known: Adjacency) -> Adjacency:
        left, right = [known.source], [known.target]
        for pair in self.carriers:
            for one, other in (pair, pair[::-1]):
                met = partners(known, other)
                left.append(np.full(len(met), one, np.int32))
                right.append(met)
        ends = np.concatenate(left), np.concatenate(right)
        return Adjacency.of(self.n, *ends, None, directed=False)

    def _ends(self, kept: Bools) -> tuple[Ints, Ints]:
        ties = self.subject.graph.ties
        return ties.source[kept], ties.target[kept]

    @cached_property
    def _lines_by_row(self) -> tuple[Longs, Longs]:
        """`starts, lines`: every tie of each row."""
        ties = self.subject.graph.ties
        ends = np.concatenate([ties.source, ties.target])
        order = np.argsort(ends, kind="stable")
        starts = np.searchsorted(ends[order], np.arange(self.n + 1))
        return starts, order % max(len(ties.ids), 1)

    def _touching(self, row: int) -> list[int]:
        starts, lines = self._lines_by_row
        found: list[int] = np.unique(lines[starts[row] : starts[row + 1]]).tolist()
        return found

    def _joins(self, line: int, other: int) -> bool:
        ties = self.subject.graph.ties
        return other in (ties.source[line], ties.target[line])


def _pair_keys(n: int, left: Ints, right: Ints) -> Longs:
    """One number for each pair, whichever end is told first."""
    keys: Longs = np.minimum(left, right).astype(np.int64) * n + np.maximum(left, right)
    return keys
