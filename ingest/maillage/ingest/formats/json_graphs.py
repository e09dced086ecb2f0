"""Networks as JSON: node-link as networkx reads it, Kumu, GeoJSON."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from maillage.ingest.formats.exported import Cell, Edge, Exported, Node


def node_link(network: Exported) -> Iterator[bytes]:
    """`networkx.node_link_graph(…, edges="edges")`: parallel ties stay apart, by their id.

    networkx knows no mixed graph: all ties are read undirected, and say themselves (`directed`)
    whether they are.
    """
    yield b'{"directed": false, "multigraph": true, "graph": {}, "nodes": ['
    yield from json_items({**one.cells, "id": one.id, "name": one.name} for one in network.nodes())
    yield b'], "edges": ['
    yield from json_items(
        {**one.cells, "source": one.source, "target": one.target, "key": one.id,
         "directed": one.directed}
        for one in network.edges()
    )  # fmt: skip
    yield b"]}\n"


def kumu(network: Exported) -> Iterator[bytes]:
    """A blueprint of Kumu: elements and connections."""
    yield b'{"elements": ['
    yield from json_items(_element(one) for one in network.nodes())
    yield b'], "connections": ['
    yield from json_items(_connection(one) for one in network.edges())
    yield b"]}\n"


def geojson(network: Exported) -> Iterator[bytes]:
    """Actors of which it is known where they are, as points."""
    yield b'{"type": "FeatureCollection", "features": ['
    yield from json_items(
        {
            "type": "Feature",
            "id": one.id,
            "geometry": {"type": "Point", "coordinates": [place[1], place[0]]},
            "properties": {"name": one.name, **one.cells},
        }
        for one in network.nodes()
        if (place := _place(one))
    )
    yield b"]}\n"


def _element(one: Node) -> dict[str, Cell]:
    """Kumu calls a kind a type."""
    cells = dict(one.cells)
    return {"id": one.id, "label": one.name, "type": cells.pop("kind", ""), **cells}


def _connection(one: Edge) -> dict[str, Cell]:
    cells = dict(one.cells)
    direction = "directed" if one.directed else "undirected"
    ends: dict[str, Cell] = {"from": one.source, "to": one.target, "direction": direction}
    return {"id": one.id, **ends, "type": cells.pop("kind", ""), **cells}


def _place(one: Node) -> tuple[float, float] | None:
    latitude, longitude = (one.cells.get(name) for name in ("latitude", "longitude"))
    if isinstance(latitude, int | float) and isinstance(longitude, int | float):
        return float(latitude), float(longitude)
    return None


def json_items(items: Iterable[Any]) -> Iterator[bytes]:
    between = ""
    for item in items:
        yield (between + json.dumps(item, ensure_ascii=False, allow_nan=False)).encode(
            "utf-8", "surrogatepass"
        )
        between = ",\n"
