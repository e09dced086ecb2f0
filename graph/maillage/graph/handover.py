"""Hand a network over to the tools people know: networkx and pandas."""

from __future__ import annotations

from typing import TYPE_CHECKING

import networkx as nx

from maillage.graph.columns import Column
from maillage.graph.errors import Refused

if TYPE_CHECKING:
    import pandas as pd

    from maillage.graph.network import Network


def to_networkx(network: Network) -> nx.MultiGraph[str]:
    """Nodes carry `name` and every column (None where missing); ties `weight`, `kind`."""
    graph: nx.MultiGraph[str] = nx.MultiDiGraph() if network.directed else nx.MultiGraph()
    columns = {name: _words(column) for name, column in network.columns.items()}
    for number, node in enumerate(network.ids):
        words = {name: column[number] for name, column in columns.items()}
        graph.add_node(node, **{"name": network.names[number], **words})
    for source, target, attributes in _ties(network):
        graph.add_edge(source, target, **attributes)
    return graph


def to_pandas(network: Network) -> tuple[pd.DataFrame, pd.DataFrame]:
    """`id, name, <columns>` and `source, target, weight, projected, kind`."""
    try:
        import pandas as pd
    except ImportError as error:
        raise Refused("extra_missing", library="pandas", extra="pandas") from error
    columns = {name: _words(column) for name, column in network.columns.items()}
    nodes = pd.DataFrame({"id": network.ids, "name": network.names, **columns})
    ties = network.ties
    frame = {
        "source": [network.ids[number] for number in ties.source],
        "target": [network.ids[number] for number in ties.target],
        "weight": ties.weight,
        "projected": ties.projected,
    }
    if ties.kind is not None:
        frame["kind"] = _words(ties.kind)
    return nodes, pd.DataFrame(frame)


def _words(column: Column) -> list[str | None]:
    words = (*column.categories, None)
    return [words[code] for code in column.codes]


def _ties(network: Network) -> list[tuple[str, str, dict[str, object]]]:
    ties = network.ties
    kinds = _words(ties.kind) if ties.kind is not None else None
    rows = []
    for k, (source, target) in enumerate(zip(ties.source, ties.target, strict=True)):
        attributes: dict[str, object] = {"weight": float(ties.weight[k])}
        if ties.projected[k]:
            attributes["projected"] = True
        if kinds is not None:
            attributes["kind"] = kinds[k]
        rows.append((network.ids[source], network.ids[target], attributes))
    return rows
