"""Who outvotes whom, in whole numbers: the least fixed point of « holds more than, with its own ».

A holder controls a firm if what it holds, plus what all firms that it controls hold, is more than
the threshold, strictly. Starting from nothing and adding only what follows gives the least fixed
point: two firms that hold 60 % of each other do not thereby belong to themselves.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import lcm
from typing import NamedTuple

import numpy as np
from scipy import sparse
from scipy.sparse import csgraph

from maillage.graph.errors import TooCostly
from maillage.graph.measures.ownership.holdings import WHOLE, Holdings

# Pairs of a holder and a firm that it controls, over all holders.
MOST_PAIRS = 5_000_000
HALF, THIRD = Fraction(1, 2), Fraction(1, 3)


class Poll(NamedTuple):
    """The votes of one firm as whole numbers, and how many can be cast in all."""

    parts: tuple[tuple[int, int], ...]
    total: int


@dataclass(frozen=True, eq=False)
class Standings:
    """What each holder controls, and what it gathers, with those, in firms that it does not."""

    controlled: Mapping[int, frozenset[int]]
    gathered: Mapping[int, Mapping[int, int]]


@dataclass(frozen=True, eq=False)
class Polls:
    """Every firm's poll, also read from the holders' side."""

    firms: Mapping[int, Poll]
    held: Mapping[int, Sequence[tuple[int, int]]]

    @classmethod
    def of(
        cls,
        holdings: Holdings,
        parts: Sequence[Fraction],
        suspended: frozenset[int] = frozenset(),
    ) -> Polls:
        """Lines that are `suspended` neither vote nor count in the total."""
        owner = holdings.owner.tolist()
        firms: dict[int, Poll] = {}
        held: dict[int, list[tuple[int, int]]] = {}
        for firm, lines in holdings.lines_in.items():
            whole = WHOLE - sum(parts[line] for line in lines if line in suspended)
            voting = [line for line in lines if line not in suspended and parts[line]]
            unit = lcm(whole.denominator, *(parts[line].denominator for line in voting))
            votes = tuple((owner[line], int(parts[line] * unit)) for line in voting)
            firms[firm] = Poll(votes, int(whole * unit))
            for holder, part in votes:
                held.setdefault(holder, []).append((firm, part))
        return cls(firms, held)

    def controlled(self, holder: int, threshold: Fraction) -> tuple[frozenset[int], dict[int, int]]:
        """The firms that a holder controls, and what it gathers in the others."""
        above, below = threshold.numerator, threshold.denominator
        gathered: dict[int, int] = {}
        won: set[int] = set()
        group = [holder]
        while group:
            for firm, part in self.held.get(group.pop(), ()):
                if firm == holder or firm in won:
                    continue
                gathered[firm] = gathered.get(firm, 0) + part
                if gathered[firm] * below > above * self.firms[firm].total:
                    won.add(firm)
                    group.append(firm)
        return frozenset(won), {firm: sum_ for firm, sum_ in gathered.items() if firm not in won}

    def standings(self, threshold: Fraction, holders: Iterable[int]) -> Standings:
        controlled: dict[int, frozenset[int]] = {}
        gathered: dict[int, Mapping[int, int]] = {}
        pairs = 0
        for holder in holders:
            controlled[holder], gathered[holder] = self.controlled(holder, threshold)
            pairs += len(controlled[holder])
            if pairs > MOST_PAIRS:
                raise TooCostly("costly_holders")
        return Standings(controlled, gathered)


def suspended_votes(holdings: Holdings) -> frozenset[int]:
    """Lines whose votes cannot be cast: a firm's own shares (Code de commerce, L225-210 and
    L225-111), and those that firms which it controls hold in it (L233-31)."""
    ends = {
        line: (int(holdings.owner[line]), int(holdings.owned[line])) for line in _circular(holdings)
    }
    own = frozenset(line for line, (owner, owned) in ends.items() if owner == owned)
    polls = Polls.of(holdings, holdings.votes, own)
    below = {owned: polls.controlled(owned, HALF)[0] for _, owned in ends.values()}
    return own | {line for line, (owner, owned) in ends.items() if owner in below[owned]}


def _circular(holdings: Holdings) -> list[int]:
    """Lines that close a circle, of capital or of votes: no other can be held from below."""
    ends, n = (holdings.owner, holdings.owned), holdings.n
    lines = sparse.coo_array((np.ones(holdings.size, np.int8), ends), shape=(n, n)).tocsr()
    _, component = csgraph.connected_components(lines, connection="strong")
    found: list[int] = np.flatnonzero(component[ends[0]] == component[ends[1]]).tolist()
    return found
