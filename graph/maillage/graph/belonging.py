"""Who belongs to which pole: one rule for views, partitions, filters and pictures.

By a tie of `vocabulary.BELONGING_KINDS` towards the pole, neither planned nor over: at the date
asked, or as things stand.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from maillage.graph.arrays import KIND_CODES, GraphColumns, TieColumns
from maillage.graph.dates import DateSpan
from maillage.graph.vocabulary import BELONGING_KINDS

_CODES = np.array(sorted(KIND_CODES[kind] for kind in BELONGING_KINDS))


def belonging_ties(ties: TieColumns, at: DateSpan | None) -> NDArray[np.bool_]:
    """The ties by which a source belongs to its target, if that is a pole."""
    alive: NDArray[np.bool_] = ~ties.planned & ~ties.over(at)
    kept: NDArray[np.bool_] = np.isin(ties.kind, _CODES) & alive
    return kept


def members_of(graph: GraphColumns, pole: int, at: DateSpan | None) -> NDArray[np.bool_]:
    """The actors that belong to the pole of this number."""
    ties = graph.ties
    members = np.zeros(len(graph.actors.ids), np.bool_)
    members[ties.source[belonging_ties(ties, at) & (ties.target == pole)]] = True
    return members


def poles_of(graph: GraphColumns, at: DateSpan | None) -> list[set[str]]:
    """The poles that each actor belongs to; a pole belongs to itself."""
    kinds, ids, ties = graph.actors.kinds, graph.actors.ids, graph.ties
    found = [{id_} if kind == "pole" else set() for id_, kind in zip(ids, kinds, strict=True)]
    kept = belonging_ties(ties, at)
    for member, pole in zip(ties.source[kept], ties.target[kept], strict=True):
        if kinds[pole] == "pole":
            found[member].add(ids[pole])
    return found
