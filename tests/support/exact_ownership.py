"""Ownership by definition, in fractions and without a thought for speed: what ours must equal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import permutations

import numpy as np

from maillage.graph.measures.ownership.holdings import Holdings

Table = list[list[Fraction]]
Shares = Mapping[tuple[str, str], str | Fraction]


def holdings(
    shares: Shares,
    kinds: Mapping[str, str] | None = None,
    *,
    votes: Shares | None = None,
    more: Iterable[str] = (),
) -> Holdings:
    """`holdings({("a", "b"): "0.6"})`: a holds 60 % of b."""
    ids = sorted({*(node for pair in shares for node in pair), *(kinds or {}), *more})
    place = {node: k for k, node in enumerate(ids)}
    parts = [Fraction(share) for share in shares.values()]
    cast = [Fraction((votes or shares)[pair]) for pair in shares]
    return Holdings(
        ids=tuple(ids),
        kinds=tuple((kinds or {}).get(node) for node in ids),
        owner=np.array([place[owner] for owner, _ in shares], np.int32),
        owned=np.array([place[owned] for _, owned in shares], np.int32),
        share=tuple(parts),
        votes=tuple(cast),
        names=tuple(ids),
    )


@dataclass(frozen=True)
class Exact:
    """The definitions, one after the other, of one set of holdings."""

    held: Holdings

    @property
    def n(self) -> int:
        return self.held.n

    def table(self, cut: Iterable[int] = (), *, into: bool = True) -> Table:
        """W; without what is held in (or by) the `cut` nodes."""
        gone, found = set(cut), _zeros(self.n)
        for owner, owned, share in self.lines():
            if (owned if into else owner) not in gone:
                found[owner][owned] += share
        return found

    def lines(self) -> list[tuple[int, int, Fraction]]:
        held = self.held
        return list(zip(held.owner.tolist(), held.owned.tolist(), held.share, strict=True))

    def integrated(self) -> Table:
        """Y = (I − W)⁻¹ W."""
        table = self.table()
        return times(inverse(minus_identity(table)), table)

    def corrected(self) -> Table:
        """Row by row: what is held in i is cut, then all paths from i are summed; the last step
        back into i is what i has of itself."""
        whole, rows = self.table(), []
        for i in range(self.n):
            table = self.table([i])
            paths = inverse(minus_identity(table))[i]
            row = times([paths], whole)[0]
            rows.append([row[i] if j == i else paths[j] for j in range(self.n)])
        return rows

    def lookthrough(self) -> dict[str, dict[str, Fraction]]:
        """Roots' columns by kind, public bodies being roots; the rest is free float, traced."""
        kinds = self.held.kinds
        public = {k for k in range(self.n) if kinds[k] == "public"}
        firms = {owned for _, owned, _ in self.lines()}
        table = self.table(public)
        paths = inverse(minus_identity(table))
        found: dict[str, dict[str, Fraction]] = {}
        for firm in sorted(firms):
            sums: dict[str, Fraction] = {"unknown": Fraction(0)}
            for root in set(range(self.n)) - (firms - public):
                kind = kinds[root] or "unknown"
                sums[kind] = sums.get(kind, Fraction(0)) + paths[root][firm]
            for other in firms - public:
                known = sum(table[k][other] for k in range(self.n))
                sums["unknown"] += (1 - known) * paths[other][firm]
            found[self.held.ids[firm]] = {k: v for k, v in sums.items() if v or k == "unknown"}
        return found

    def control(self, threshold: Fraction) -> dict[str, list[str]]:
        """The least fixed point, from nothing, everything tried again until nothing is new."""
        table, ids = self.table(), self.held.ids
        found: dict[str, list[str]] = {}
        for x in range(self.n):
            won: set[int] = set()
            while True:
                group = {x, *won}
                more = {
                    y
                    for y in range(self.n)
                    if y != x and sum(table[z][y] for z in group) > threshold
                }
                if more <= won:
                    break
                won |= more
            if won:
                found[ids[x]] = sorted(ids[y] for y in won)
        return found

    def power(self) -> list[Fraction]:
        """Network power: every order of the unions of every firm, all firms together."""
        table = self.table()
        order = _holders_first(table)
        power = [Fraction(0)] * self.n
        for label, chance in _worlds(table, order, list(range(self.n)), Fraction(1)):
            for each in label:
                power[each] += chance
        return power


def _worlds(
    table: Table, order: Sequence[int], label: list[int], chance: Fraction
) -> Iterator[tuple[list[int], Fraction]]:
    if not order:
        yield label, chance
        return
    firm = order[0]
    unions: dict[int, Fraction] = {}
    for holder, row in enumerate(table):
        if row[firm] and holder != firm:
            unions[label[holder]] = unions.get(label[holder], Fraction(0)) + row[firm]
    lines = list(permutations(unions))
    for line in lines:
        votes, taken = Fraction(0), firm
        for union in line:
            votes += unions[union]
            if votes > Fraction(1, 2):
                taken = union
                break
        after = [taken if k == firm else each for k, each in enumerate(label)]
        yield from _worlds(table, order[1:], after, chance / len(lines))


def _holders_first(table: Table) -> list[int]:
    """Nodes of a network without rings, whoever holds before whoever is held."""
    left, order = set(range(len(table))), list[int]()
    while left:
        free = {j for j in left if not any(table[i][j] for i in left if i != j)}
        order += sorted(free)
        left -= free
    return order


def shapley(votes: Sequence[Fraction], quota: Fraction) -> list[Fraction]:
    """All orders, one by one: who brings the sum above the quota."""
    turns, orders = [0] * len(votes), list(permutations(range(len(votes))))
    for order in orders:
        before = Fraction(0)
        for k in order:
            if before <= quota < before + votes[k]:
                turns[k] += 1
            before += votes[k]
    return [Fraction(turn, len(orders)) for turn in turns]


def inverse(table: Table) -> Table:
    """Gauss and Jordan; a ValueError if there is none."""
    n = len(table)
    rows = [[*row, *(Fraction(i == j) for j in range(n))] for i, row in enumerate(table)]
    for k in range(n):
        pivot = next((r for r in range(k, n) if rows[r][k]), None)
        if pivot is None:
            raise ValueError("singular")
        rows[k], rows[pivot] = rows[pivot], rows[k]
        rows[k] = [value / rows[k][k] for value in rows[k]]
        for r in range(n):
            if r != k and (by := rows[r][k]):
                rows[r] = [a - by * b for a, b in zip(rows[r], rows[k], strict=True)]
    return [row[n:] for row in rows]


def minus_identity(table: Table) -> Table:
    """I − W."""
    return [
        [Fraction(i == j) - value for j, value in enumerate(row)] for i, row in enumerate(table)
    ]


def times(left: Table, right: Table) -> Table:
    columns = list(zip(*right, strict=True))
    return [
        [sum((a * b for a, b in zip(row, column, strict=True)), Fraction(0)) for column in columns]
        for row in left
    ]


def _zeros(n: int) -> Table:
    return [[Fraction(0)] * n for _ in range(n)]
