"""The ties of a sample, as columns of numbers: who, whom, which kind, which status.

Nodes are numbered organisations first, then poles, then groups.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from maillage.graph.vocabulary import Status
from maillage.ingest.sample.draws import Draws, Numbers, Words
from maillage.ingest.sample.gatherings import SORTS, Groups, group_members, pole_members
from maillage.ingest.sample.pairs import Bools, Pairing
from maillage.ingest.sample.population import Ints, Population, Small
from maillage.ingest.sample.tables import Tables

# The kinds two organisations work together by, as often as they are met.
COOPERATION = {
    "partnership": 46,
    "supply": 16,
    "shared_staff": 12,
    "shared_premises": 10,
    "joint_purchase": 8,
    "shareholding": 8,
}
KINDS = (*COOPERATION, "financing", "membership", "carrier", "employer_group")
STATUSES = (Status.ACTIVE, Status.ENDED, Status.PLANNED)

PARALLEL = 13  # of a hundred ties: the same pair as another, by another kind
_FINANCING = 5  # of a hundred ties
_BELONGING_AT_MOST = 30  # of a hundred ties
_STATUS_WEIGHTS = (92, 5, 3)
_PARTNERSHIP, _SUPPLY, _SHAREHOLDING = 0, 1, 5


@dataclass(frozen=True, eq=False)
class TieRows:
    source: Ints
    target: Ints
    kind: Small  # in KINDS
    status: Small  # in STATUSES

    def __len__(self) -> int:
        return len(self.source)

    def take(self, chosen: Bools | slice) -> TieRows:
        return TieRows(
            self.source[chosen], self.target[chosen], self.kind[chosen], self.status[chosen]
        )

    def tokens(self, nodes: int) -> Words:
        """A number for each tie, from which its cells are drawn wherever it stands."""
        ends = self.source.astype(np.uint64) * np.uint64(nodes) + self.target.astype(np.uint64)
        return ends * np.uint64(len(KINDS)) + self.kind

    @classmethod
    def join(cls, *blocks: TieRows) -> TieRows:
        return cls(
            np.concatenate([block.source for block in blocks]),
            np.concatenate([block.target for block in blocks]),
            np.concatenate([block.kind for block in blocks]),
            np.concatenate([block.status for block in blocks]),
        )


def plain_ties(count: int, *, pairing: Pairing, tables: Tables) -> TieRows:
    """Ties of cooperation between organisations alone, none of them past or planned."""
    rows = _cooperation(count, _parallel(count), pairing=pairing, tables=tables)[0]
    rows.status[:] = 0
    return rows


def all_ties(count: int, *, groups: Groups, pairing: Pairing, tables: Tables) -> TieRows:
    """`count` ties of every kind: belongings, financing, and cooperation for the rest."""
    belonging = _belongings(
        count * _BELONGING_AT_MOST // 100,
        groups=groups,
        population=pairing.population,
        draws=pairing.draws,
    )
    financing = count * _FINANCING // 100
    cooperation = count - len(belonging) - financing
    parallel = _parallel(cooperation)
    rows, words = _cooperation(cooperation, parallel, pairing=pairing, tables=tables)
    # Funders also work with those they fund: what the thirteen in a hundred still lack.
    lacking = _parallel(count) - parallel - _doubles(belonging)
    money = _financing(financing, max(lacking, 0), words, pairing=pairing, tables=tables)
    return TieRows.join(rows, money, belonging)


def current_cooperation(rows: TieRows, *, organisations: int) -> Bools:
    """The ties of the view `direct`: between organisations, neither past nor planned."""
    chosen: Bools = rows.kind < len(COOPERATION)
    chosen &= rows.target < organisations
    chosen &= rows.status == STATUSES.index(Status.ACTIVE)
    return chosen


def parallel_ties(rows: TieRows, *, nodes: int) -> int:
    """Ties whose two ends are already tied by another one."""
    keys = np.minimum(rows.source, rows.target).astype(np.int64) * nodes
    keys += np.maximum(rows.source, rows.target)
    keys.sort()
    return int(np.count_nonzero(keys[1:] == keys[:-1]))


def _parallel(count: int) -> int:
    return round(count * PARALLEL / 100)


def _doubles(rows: TieRows) -> int:
    return parallel_ties(rows, nodes=int(rows.target.max(initial=0)) + 1)


def _cooperation(
    count: int, doubled: int, *, pairing: Pairing, tables: Tables
) -> tuple[TieRows, Words]:
    """`count` ties, `doubled` of them beside another; and their pairs."""
    words = pairing.cooperation(count - doubled)
    rows = TieRows(
        np.empty(count, np.int32),
        np.empty(count, np.int32),
        np.empty(count, np.uint8),
        np.empty(count, np.uint8),
    )
    for low in range(0, len(words), pairing.chunk):
        index = np.arange(low, min(low + pairing.chunk, len(words)))
        before = index * doubled // len(words)
        twice = np.flatnonzero((index + 1) * doubled // len(words) > before)
        _place(rows, index + before, twice, words[index], pairing=pairing, tables=tables)
    return rows, words


def _place(
    rows: TieRows, at: Numbers, twice: Numbers, words: Words, *, pairing: Pairing, tables: Tables
) -> None:
    """Write one chunk of pairs at the rows `at`, and a second kind right after for `twice`."""
    draws = pairing.draws
    a, b = pairing.ends(words)
    company = tables.having("company")[pairing.population.archetype]
    a_owned, b_owned = company[a], company[b]
    first = draws.pick("kind", words, list(COOPERATION.values()))
    first[(first == _SHAREHOLDING) & ~(a_owned | b_owned)] = _PARTNERSHIP
    second = (first + 1 + draws.below("other kind", words, len(COOPERATION) - 1)) % len(COOPERATION)
    unowned = (second == _SHAREHOLDING) & ~(a_owned | b_owned)
    second[unowned] = np.where(first[unowned] == _PARTNERSHIP, _SUPPLY, _PARTNERSHIP)
    status = draws.pick("status", words, _STATUS_WEIGHTS)
    coin = draws.below("way round", words, 2) == 1
    for where, chosen, kind in (
        (at, slice(None), first),
        (at[twice] + 1, twice, second[twice]),
    ):
        # Only a company has a capital to hold.
        held = a_owned[chosen] & (coin[chosen] | ~b_owned[chosen])
        swap = np.where(kind == _SHAREHOLDING, held, coin[chosen])
        rows.source[where] = np.where(swap, b[chosen], a[chosen])
        rows.target[where] = np.where(swap, a[chosen], b[chosen])
        rows.kind[where] = kind
        rows.status[where] = status[chosen]


def _financing(
    count: int, doubled: int, words: Words, *, pairing: Pairing, tables: Tables
) -> TieRows:
    """Funders to others: `doubled` of them beside a cooperation, the others alone."""
    funder = tables.having("funder")[pairing.population.archetype]
    a, b = pairing.ends(words)
    beside = np.flatnonzero(funder[a] | funder[b])[: min(doubled, count)]
    fresh = pairing.financing(count - len(beside), funders=funder, taken=words)
    pairs = np.concatenate([words[beside], fresh])
    a, b = pairing.ends(pairs)
    source = np.where(funder[a], a, b)
    return _rows(source, a + b - source, "financing", draws=pairing.draws)


def _belongings(at_most: int, *, groups: Groups, population: Population, draws: Draws) -> TieRows:
    size, poles = len(population), population.poles
    member, pole = pole_members(poles, draws=draws)
    joined, group = group_members(groups, poles)
    rows = TieRows.join(
        _rows(member, size + pole, "membership", draws=draws),
        _rows(poles.carriers, size + np.arange(len(poles)), "carrier", draws=draws),
        *(
            _rows(
                joined[groups.sort[group] == number],
                size + len(poles) + group[groups.sort[group] == number],
                sort.tie,
                draws=draws,
            )
            for number, sort in enumerate(SORTS)
        ),
    )
    if len(rows) <= at_most:
        return rows
    kept = np.zeros(len(rows), np.bool_)
    kept[np.arange(at_most) * len(rows) // max(at_most, 1)] = True
    return rows.take(kept)


def _rows(source: Numbers, target: Numbers, kind: str, *, draws: Draws) -> TieRows:
    index = source.astype(np.uint64) * np.uint64(1 << 32) + target.astype(np.uint64)
    return TieRows(
        source.astype(np.int32),
        target.astype(np.int32),
        np.full(len(source), KINDS.index(kind), np.uint8),
        draws.pick("status", index, _STATUS_WEIGHTS).astype(np.uint8),
    )
