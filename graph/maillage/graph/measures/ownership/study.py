"""What the measures of ownership read: the holdings, and what several of them work out of these."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from maillage.graph.adjacency import Bools
from maillage.graph.measures.ownership.flow import Flow
from maillage.graph.measures.ownership.holdings import Holdings
from maillage.graph.measures.ownership.polls import HALF, Polls, Standings, suspended_votes
from maillage.graph.vocabulary import Sector


@dataclass(frozen=True, eq=False)
class OwnershipStudy:
    """The holdings; with `owner`, only what concerns this holder is wanted."""

    holdings: Holdings
    owner: int | None = None

    @property
    def ids(self) -> tuple[str, ...]:
        return self.holdings.ids

    @cached_property
    def public(self) -> Bools:
        """Public bodies: whoever holds them, tracing stops there."""
        return np.array([kind == Sector.PUBLIC.value for kind in self.holdings.kinds], np.bool_)

    @cached_property
    def roots(self) -> Bools:
        """Where tracing stops: those that nobody holds, and public bodies."""
        stops = self.public.copy()
        stops[np.setdiff1d(np.arange(self.holdings.n), self.holdings.firms)] = True
        return stops

    @cached_property
    def flow(self) -> Flow:
        return Flow.of(self.holdings)

    @cached_property
    def flow_to_public(self) -> Flow:
        """Without the holdings in public bodies."""
        return Flow.of(self.holdings, self.public)

    @cached_property
    def capital(self) -> Polls:
        """As if each share of capital were a vote: all of them, own shares included."""
        return Polls.of(self.holdings, self.holdings.share)

    @cached_property
    def votes(self) -> Polls:
        """The votes that can be cast: own shares have none, nor those of controlled firms."""
        return Polls.of(self.holdings, self.holdings.votes, suspended_votes(self.holdings))

    @cached_property
    def majorities(self) -> Standings:
        return self.capital.standings(HALF, self.holders)

    @cached_property
    def majorities_of_votes(self) -> Standings:
        return self.votes.standings(HALF, self.holders)

    @property
    def capital_for_votes(self) -> tuple[str, ...]:
        """The warning that of some firms no votes are told."""
        told = self.holdings.voted >= set(self.holdings.firms)
        return () if told else ("capital_for_votes",)

    @property
    def holders(self) -> Iterable[int]:
        return self.holdings.holders if self.owner is None else (self.owner,)

    def named(self, nodes: Iterable[int]) -> list[str]:
        """Their ids, sorted."""
        return sorted(self.ids[node] for node in nodes)
