"""A view of a small graph, and what it shows."""

from __future__ import annotations

from typing import Any

from maillage.graph.arrays import GraphColumns
from maillage.graph.dates import DateSpan
from maillage.graph.network import Network
from maillage.graph.views import Lens, network_of


def see(columns: GraphColumns, view: str = "cooperation", **filters: Any) -> Network:
    if isinstance(filters.get("at"), str):
        filters["at"] = DateSpan.parse(str(filters["at"]))
    return network_of(columns, Lens(view=view, **filters), {})


def ties_of(network: Network) -> dict[str, float]:
    """`a-b` → weight, co-presences written `a~b`."""
    ids, found = network.ids, network.ties
    lines = zip(found.source, found.target, found.weight, found.projected, strict=True)
    return {
        ("~" if shared else "-").join((ids[one], ids[other])): float(weight)
        for one, other, weight, shared in lines
    }
