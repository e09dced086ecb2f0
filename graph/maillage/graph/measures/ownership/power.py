"""Voting power: how often a holder's votes decide, and whose labels end up deciding everywhere."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import combinations
from math import ceil, factorial, gcd

import numpy as np

from maillage.graph.errors import TooCostly
from maillage.graph.measures.entry import Answer, Cost, Measure, Mode, Shape, undefined
from maillage.graph.measures.ownership.polls import Poll, Polls
from maillage.graph.measures.ownership.study import OwnershipStudy
from maillage.graph.measures.result import Details, Json
from maillage.graph.vocabulary import Label

# Coalitions are listed one by one up to so many holders, in Python while they are few.
MOST_LISTED, FEW = 20, 6
# Above, sums are followed vote by vote: holders × votes × points of the integral.
MOST_WORK = 10**9
# Firms share few patterns of shares: (60, 40), thirds…
ALIKE = 50_000


def shapley(poll: Poll) -> dict[int, float]:
    """How often each holder turns a losing coalition into a winning one, over all orders.

    A coalition wins with more than half of all votes, those of unknown holders included: they are
    never cast. Own shares must be left out of the poll by the caller.
    """
    votes = tuple(part for _, part in poll.parts)
    unit = gcd(poll.total, *votes) if votes else 1
    needed = poll.total // (2 * unit) + 1  # more than half, in units
    order = sorted(range(len(votes)), key=votes.__getitem__)
    powers = _powers(tuple(votes[k] // unit for k in order), needed)
    found = dict(zip(order, powers, strict=True))
    return {holder: found[k] for k, (holder, _) in enumerate(poll.parts)}


@lru_cache(ALIKE)
def _powers(votes: tuple[int, ...], needed: int) -> tuple[float, ...]:
    if sum(votes) < needed:
        return (0.0,) * len(votes)
    n = len(votes)
    if votes[-1] >= needed:  # one decides alone
        return (0.0,) * (n - 1) + (1.0,)
    if n <= FEW:
        return _few(votes, needed)
    following = len(set(votes)) * n * needed * ceil(n / 2)
    if n <= MOST_LISTED and n * 2**n < following:
        return _listed(votes, needed)
    if following > MOST_WORK:
        raise TooCostly("costly_power")
    return _followed(votes, needed)


def _few(votes: Sequence[int], needed: int) -> tuple[float, ...]:
    n, places = len(votes), range(len(votes))
    orders = [factorial(k) * factorial(n - 1 - k) for k in places]
    turns = [0] * n
    for size in places:
        for coalition in combinations(places, size):
            before = sum(votes[k] for k in coalition)
            if before < needed:
                for k in places:
                    if k not in coalition and before + votes[k] >= needed:
                        turns[k] += orders[size]
    return tuple(turn / factorial(n) for turn in turns)


def _listed(votes: Sequence[int], needed: int) -> tuple[float, ...]:
    """All coalitions at once; the greatest numbers of votes are more than a machine word holds."""
    n = len(votes)
    small = sum(votes) < 2**62
    sums = np.zeros(1, np.int64 if small else object)
    sizes = np.zeros(1, np.int64)
    for vote in votes:
        sums, sizes = np.concatenate([sums, sums + vote]), np.concatenate([sizes, sizes + 1])
    losing = np.asarray(sums < needed, np.bool_)
    members = np.arange(2**n)
    powers = []
    for k, vote in enumerate(votes):
        turned = losing & np.asarray(sums + vote >= needed, np.bool_) & ((members >> k) & 1 == 0)
        counts = np.bincount(sizes[turned], minlength=n).tolist()
        turns = sum(c * factorial(s) * factorial(n - 1 - s) for s, c in enumerate(counts[:n]))
        powers.append(turns / factorial(n))
    return tuple(powers)


def _followed(votes: Sequence[int], needed: int) -> tuple[float, ...]:
    """The integral over t of the chance that a holder decides when each other joined with chance t
    (Owen 1972): a polynomial in t, which Gauss's points integrate exactly."""
    n, kinds = len(votes), sorted(set(votes))
    points, weights = np.polynomial.legendre.leggauss(ceil(n / 2))
    chances = (points + 1.0) / 2.0
    found: dict[int, float] = {}
    for vote in kinds:
        others = list(votes)
        others.remove(vote)
        sums = np.zeros((len(chances), needed))
        sums[:, 0] = 1.0
        for other in others:
            sums = _joined(sums, other, chances)
        decides = sums[:, max(needed - vote, 0) :].sum(axis=1)
        found[vote] = float(decides @ weights / 2.0)
    return tuple(found[vote] for vote in votes)


def _joined(sums: np.ndarray, vote: int, chances: np.ndarray) -> np.ndarray:
    """With one more holder, who joins or not; sums that win already are let go."""
    after: np.ndarray = sums * (1.0 - chances)[:, None]
    if vote < sums.shape[1]:
        after[:, vote:] += sums[:, : sums.shape[1] - vote] * chances[:, None]
    return after


def shapley_direct(study: OwnershipStudy, variant: str) -> Answer:
    """The power of each holder of each firm, as if each share of capital were a vote."""
    del variant
    return _of_firms(study, study.capital)


def shapley_votes(study: OwnershipStudy, variant: str) -> Answer:
    """The same, by the votes that can be cast."""
    del variant
    return replace(_of_firms(study, study.votes), warnings=study.capital_for_votes)


def _of_firms(study: OwnershipStudy, polls: Polls) -> Answer:
    told, reasons = dict[str, Json](), dict[str, str]()
    for firm, poll in polls.firms.items():
        try:
            powers = shapley(without_own_shares(firm, poll))
        except TooCostly:
            reasons[study.ids[firm]] = "too_costly"
            continue
        told[study.ids[firm]] = {study.ids[holder]: power for holder, power in powers.items()}
    if reasons and not told:
        return undefined("too_costly", advice="costly_power")
    return Answer(Details(told, reasons))


def without_own_shares(firm: int, poll: Poll) -> Poll:
    """They do not vote, and stay in the total."""
    return Poll(tuple((holder, part) for holder, part in poll.parts if holder != firm), poll.total)


_SHAPLEY = "Shapley & Shubik 1954, Am. Pol. Sci. Rev. 48:787–792; Owen 1972, Manag. Sci. 18:64–79"

MEASURES: tuple[Measure[OwnershipStudy], ...] = (
    Measure(
        name="shapley_direct",
        label=Label("Pouvoir de vote par le capital", "Voting power by capital"),
        meaning=Label(
            "À quelle fréquence chaque détenteur emporte-t-il la décision, si le capital "
            "vote\u202f?",
            "How often does each holder decide, if capital votes?",
        ),
        formula="share of the orders of holders in which one brings the coalition above 1/2 of all "
        "issued capital",
        reference=_SHAPLEY,
        function=shapley_direct,
        shape=Shape.DETAILS,
        cost=Cost.HEAVY,
        notes="free float and own shares do not vote and are not redistributed; all 0 without a "
        "winning coalition",
        mode=Mode.OWNERSHIP,
    ),
    Measure(
        name="shapley_votes",
        label=Label("Pouvoir de vote par les voix", "Voting power by votes"),
        meaning=Label(
            "Le même, par les voix qui peuvent être exprimées\u202f?",
            "The same, by the votes that can be cast?",
        ),
        formula="as shapley_direct, on votes; suspended votes are out of the total",
        reference=_SHAPLEY,
        function=shapley_votes,
        shape=Shape.DETAILS,
        cost=Cost.HEAVY,
        mode=Mode.OWNERSHIP,
    ),
)
