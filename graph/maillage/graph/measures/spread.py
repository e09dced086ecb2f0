"""How the ties of each node spread over groups: one row for each node and group that meet."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from maillage.graph.adjacency import Adjacency, Ints, Longs, Numbers


@dataclass(frozen=True)
class Spread:
    """`amount[r]` of the ties of `node[r]` go to `group[r]`; rows sorted by node, then group."""

    n: int
    groups: int
    node: Longs
    group: Longs
    amount: Numbers

    @property
    def keys(self) -> Longs:
        return self.node * self.groups + self.group

    def per_node(self, values: Numbers) -> Numbers:
        """Sums of a value of the rows of each node."""
        sums = np.zeros(self.n, values.dtype)
        starts = np.flatnonzero(np.diff(self.node, prepend=-1))
        if len(starts):
            sums[self.node[starts]] = np.add.reduceat(values, starts)
        return sums

    @property
    def totals(self) -> Numbers:
        return self.per_node(self.amount)

    def own(self, codes: Ints) -> Numbers:
        """What goes to each node's own group."""
        same = self.group == codes[self.node]
        found = np.zeros(self.n, self.amount.dtype)
        found[self.node[same]] = self.amount[same]
        return found


def spread(graph: Adjacency, codes: Ints, groups: int, *, weighted: bool = False) -> Spread:
    """Over the groups of out-neighbours (of all neighbours if undirected)."""
    owners = np.repeat(np.arange(graph.n), graph.degree)
    keys = owners * groups + codes[graph.indices]
    order = np.argsort(keys, kind="stable")
    ordered = keys[order]
    starts = np.flatnonzero(np.diff(ordered, prepend=-1))
    amount: Numbers = np.diff(starts, append=len(ordered))
    if weighted and len(starts):
        amount = np.add.reduceat(graph.data[order], starts)
    node, group = np.divmod(ordered[starts], max(groups, 1))
    return Spread(graph.n, groups, node, group, amount)
