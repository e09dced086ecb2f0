"""Networks as XML: GraphML and GEXF."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from xml.sax.saxutils import escape, quoteattr

from maillage.ingest.formats.exported import Cell, Exported

_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
# What XML 1.0 cannot hold, however it is written.
_UNWRITABLE = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def graphml(network: Exported) -> Iterator[bytes]:
    """A tie says itself (`directed`) whether it is: few readers know mixed graphs."""
    edge_fields = ("directed", *network.edge_fields)
    lines = [f'{_HEAD}<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n']
    for where, names in (("node", ("name", *network.node_fields)), ("edge", edge_fields)):
        for place, name in enumerate(names):
            key = f"{where[0]}{place}"
            lines.append(
                f'<key id="{key}" for="{where}" attr.name={_quoted(name)} attr.type="string"/>\n'
            )
    yield "".join((*lines, '<graph edgedefault="undirected">\n')).encode()
    nodes = {name: f"n{place}" for place, name in enumerate(("name", *network.node_fields))}
    edges = {name: f"e{place}" for place, name in enumerate(edge_fields)}
    for one in network.nodes():
        data = _data({"name": one.name, **one.cells}, nodes)
        yield f"<node id={_quoted(one.id)}>{data}</node>\n".encode()
    for tie in network.edges():
        ends = f"source={_quoted(tie.source)} target={_quoted(tie.target)}"
        data = _data({"directed": tie.directed, **tie.cells}, edges)
        yield f"<edge id={_quoted(tie.id)} {ends}>{data}</edge>\n".encode()
    yield b"</graph>\n</graphml>\n"


def gexf(network: Exported) -> Iterator[bytes]:
    yield (
        f'{_HEAD}<gexf xmlns="http://gexf.net/1.3" version="1.3">\n'
        '<graph mode="static" defaultedgetype="undirected">\n'
    ).encode()
    nodes = {name: str(place) for place, name in enumerate(network.node_fields)}
    edges = {name: str(place) for place, name in enumerate(network.edge_fields)}
    for where, names in (("node", nodes), ("edge", edges)):
        declared = "".join(
            f'<attribute id="{key}" title={_quoted(name)} type="string"/>'
            for name, key in names.items()
        )
        yield f'<attributes class="{where}">{declared}</attributes>\n'.encode()
    yield b"<nodes>\n"
    for one in network.nodes():
        head = f"<node id={_quoted(one.id)} label={_quoted(one.name)}>"
        yield f"{head}{_values(one.cells, nodes)}</node>\n".encode()
    yield b"</nodes>\n<edges>\n"
    for tie in network.edges():
        ends = f"source={_quoted(tie.source)} target={_quoted(tie.target)}"
        kind = "directed" if tie.directed else "undirected"
        head = f'<edge id={_quoted(tie.id)} {ends} type="{kind}">'
        yield f"{head}{_values(tie.cells, edges)}</edge>\n".encode()
    yield b"</edges>\n</graph>\n</gexf>\n"


def _data(cells: Mapping[str, Cell], keys: Mapping[str, str]) -> str:
    return "".join(
        f'<data key="{keys[name]}">{escape(_text(cell))}</data>' for name, cell in cells.items()
    )


def _values(cells: Mapping[str, Cell], keys: Mapping[str, str]) -> str:
    values = "".join(
        f'<attvalue for="{keys[name]}" value={_quoted(cell)}/>' for name, cell in cells.items()
    )
    return f"<attvalues>{values}</attvalues>" if values else ""


def _text(cell: Cell) -> str:
    return _UNWRITABLE.sub("\ufffd", str(cell).lower() if isinstance(cell, bool) else str(cell))


def _quoted(cell: Cell) -> str:
    return quoteattr(_text(cell))
