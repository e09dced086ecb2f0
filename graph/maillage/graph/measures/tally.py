"""Ties counted, or their weights summed, by the groups of their two ends."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from maillage.graph import kernels
from maillage.graph.adjacency import Adjacency, Ints, Longs, Numbers

Sums = tuple[Numbers, Numbers, Numbers, Numbers]

# With more groups than this, a table of all their pairs costs more than the ties.
_FEW_GROUPS = MOST_GROUPS_OF_TABLES = 300


@dataclass(frozen=True)
class Mixing:
    """Sums of ties within each group, out of it and into it (both ways alike if undirected)."""

    within: Numbers
    out: Numbers
    into: Numbers
    # Ties that touch a group, each once.
    touching: Numbers
    # E, the ties across groups, and I, those within.
    crossing: int | float
    inside: int | float

    @property
    def total(self) -> int | float:
        return self.crossing + self.inside


def pair_table(graph: Adjacency, codes: Ints, groups: int, *, weighted: bool) -> Numbers:
    """Each tie once, by the group of its source (row) and of its target (column)."""
    if kernels.at_hand(graph.size) and not weighted:
        return _counted(graph, codes, groups)
    pairs = codes[graph.source].astype(np.int64) * groups + codes[graph.target]
    weight = graph.weight if weighted else None
    sums: Numbers = np.bincount(pairs, weights=weight, minlength=groups * groups)
    return sums.reshape(groups, groups)


def _counted(graph: Adjacency, codes: Ints, groups: int) -> Longs:
    # Small codes stay near the processor; unsigned ones need no check for « from the end ».
    small = codes.astype(np.uint8 if groups <= 256 else np.uint32)
    lanes = np.zeros((4, groups, groups), np.int64)
    ends = graph.source.view(np.uint32), graph.target.view(np.uint32)
    kernels.compiled(count_pairs)(*ends, small, lanes)
    counts: Longs = lanes.sum(axis=0)
    return counts


def count_pairs(source: Ints, target: Ints, codes: Ints, lanes: Longs) -> None:
    """Four counts of each pair, in turn: most ties hit the cell that the one before hit."""
    whole = len(source) - len(source) % 4
    for k in range(0, whole, 4):
        lanes[0, codes[source[k]], codes[target[k]]] += 1
        lanes[1, codes[source[k + 1]], codes[target[k + 1]]] += 1
        lanes[2, codes[source[k + 2]], codes[target[k + 2]]] += 1
        lanes[3, codes[source[k + 3]], codes[target[k + 3]]] += 1
    for k in range(whole, len(source)):
        lanes[0, codes[source[k]], codes[target[k]]] += 1


def mix(graph: Adjacency, codes: Ints, groups: int, *, weighted: bool) -> Mixing:
    return _mixing(sums_by_group(graph, codes, groups, weighted=weighted), directed=graph.directed)


def mixing_of(table: Numbers, *, directed: bool) -> Mixing:
    """From each tie once, by the groups of its ends."""
    return _mixing(_from_table(table), directed=directed)


def sums_by_group(graph: Adjacency, codes: Ints, groups: int, *, weighted: bool) -> Sums:
    """Within each group, from each source's and to each target's, and across groups in all."""
    if groups <= _FEW_GROUPS:
        return _from_table(pair_table(graph, codes, groups, weighted=weighted))
    return _from_ties(graph, codes, groups, weighted=weighted)


def _from_table(table: Numbers) -> Sums:
    within, out, into = np.diagonal(table).copy(), table.sum(axis=1), table.sum(axis=0)
    # Summed by itself: a difference of sums of weights would not be exactly 0.
    across = np.where(np.eye(len(table), dtype=np.bool_), 0, table)
    return within, out, into, across.sum()


def _mixing(sums: Sums, *, directed: bool) -> Mixing:
    within, out, into, crossing = sums
    touching = out + into - within
    if not directed:
        out = into = out + into
    return Mixing(within, out, into, touching, crossing.item(), within.sum().item())


def _from_ties(graph: Adjacency, codes: Ints, groups: int, *, weighted: bool) -> Sums:
    heads, tails = codes[graph.source], codes[graph.target]
    weight = graph.weight if weighted else np.ones(graph.size, np.int64)
    same = heads == tails
    within = _sums(heads[same], weight[same], groups)
    crossing: Numbers = weight[~same].sum()
    return within, _sums(heads, weight, groups), _sums(tails, weight, groups), crossing


def _sums(codes: Ints, weight: Numbers, groups: int) -> Numbers:
    weights = None if weight.dtype.kind == "i" else weight
    return np.bincount(codes, weights=weights, minlength=groups)
