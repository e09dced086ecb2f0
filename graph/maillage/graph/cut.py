"""A part of the stored graph, as somebody's filters leave it, seen through a lens.

What is cut is cut before the view is taken: a hidden gathering makes no co-presence. Groups are
those of the whole graph: hiding memberships does not make members of nobody.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from maillage.graph.arrays import ActorColumns, GraphColumns, TieColumns
from maillage.graph.network import Network
from maillage.graph.partitions import partition_columns
from maillage.graph.views import Lens, network_of

Bools = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Cut:
    """What is hidden, or if `only` what is kept; ids that the graph does not hold say nothing."""

    nodes: frozenset[str] = frozenset()
    ties: frozenset[str] = frozenset()
    only: bool = False


def cut_network(graph: GraphColumns, lens: Lens, origin: Mapping[str, str], cut: Cut) -> Network:
    """The network that a lens shows of what is left."""
    nodes = _kept(graph.actors.ids, cut.nodes, cut)
    ties = _kept(graph.ties.ids, cut.ties, cut)
    ties &= nodes[graph.ties.source] & nodes[graph.ties.target]
    if nodes.all() and ties.all():
        return network_of(graph, lens, origin)
    network = network_of(_part(graph, nodes, ties), lens, origin)
    place = {id_: row for row, id_ in enumerate(graph.actors.ids)}
    rows = np.array([place[id_] for id_ in network.ids], np.int64)
    return replace(network, columns={**network.columns, **partition_columns(graph, rows, lens.at)})


def _kept(ids: Iterable[str], said: frozenset[str], cut: Cut) -> Bools:
    return np.fromiter(((id_ in said) is cut.only for id_ in ids), np.bool_)


def _part(graph: GraphColumns, nodes: Bools, ties: Bools) -> GraphColumns:
    number = np.cumsum(nodes, dtype=np.int32) - 1
    return GraphColumns(
        _rows_of_actors(graph.actors, np.flatnonzero(nodes)),
        _rows_of_ties(graph.ties, np.flatnonzero(ties), number),
    )


def _rows_of_actors(actors: ActorColumns, rows: NDArray[np.int64]) -> ActorColumns:
    return ActorColumns(
        ids=tuple(actors.ids[row] for row in rows),
        names=tuple(actors.names[row] for row in rows),
        kinds=tuple(actors.kinds[row] for row in rows),
        sectors=tuple(actors.sectors[row] for row in rows),
        legal_sectors=tuple(actors.legal_sectors[row] for row in rows),
        named=actors.named[rows],
        collective=actors.collective[rows],
        attributes=[actors.attributes[row] for row in rows],
    )


def _rows_of_ties(
    ties: TieColumns, rows: NDArray[np.int64], number: NDArray[np.int32]
) -> TieColumns:
    return TieColumns(
        ids=tuple(ties.ids[row] for row in rows),
        source=number[ties.source[rows]],
        target=number[ties.target[rows]],
        kind=ties.kind[rows],
        tier=ties.tier[rows],
        status=ties.status[rows],
        standing=ties.standing[rows],
        directed=ties.directed[rows],
        start_min=ties.start_min[rows],
        start_max=ties.start_max[rows],
        end_min=ties.end_min[rows],
        end_max=ties.end_max[rows],
        last_seen=ties.last_seen[rows],
        shares=tuple(ties.shares[row] for row in rows),
    )
