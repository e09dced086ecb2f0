"""Pajek's `.net`: vertices, arcs, edges. Read by Pajek, UCINET, igraph, networkx.

The kind of a tie is the label of its line. Pajek's own heading for several relations
(`*Arcs :2 "supply"`) is an error to igraph and a vertex to networkx.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from maillage.ingest.formats.exported import Edge, Exported

# Pajek takes a text for UTF-8 by its mark only; the others pass over a line that is a remark.
_HEAD = "\ufeff% Maillage\n"
# No label can hold a quotation mark, nor end with what others read as an escape.
_UNQUOTABLE = str.maketrans({'"': "'", "\\": "/"})
_BREAKS = re.compile(r"[\s\x00-\x1f\x7f-\x9f]+")


def pajek(network: Exported) -> Iterator[bytes]:
    """Ends are told by the number of the vertex, and vertices known again by their label."""
    labels: dict[str, str] = {}
    borne: set[str] = set()
    for one in network.nodes():
        label = _label(one.name or one.id)
        while label in borne:
            label = _label(f"{label} ({one.id})")
        borne.add(label)
        labels[one.id] = label
    yield f"{_HEAD}*Vertices {len(labels)}\n".encode()
    for number, label in enumerate(labels.values(), start=1):
        yield f'{number} "{label}"\n'.encode("utf-8", "replace")
    numbers = {id_: number for number, id_ in enumerate(labels, start=1)}
    for heading, directed in (("*Arcs", True), ("*Edges", False)):
        yield f"{heading}\n".encode()
        for tie in network.edges():
            if tie.directed is directed and tie.source in numbers and tie.target in numbers:
                yield _line(tie, numbers[tie.source], numbers[tie.target])


def _line(tie: Edge, source: int, target: int) -> bytes:
    kind = _label(str(tie.cells.get("kind", "")))
    return f'{source} {target} 1 l "{kind}"\n'.encode("utf-8", "replace")


def _label(text: str) -> str:
    return _BREAKS.sub(" ", text.translate(_UNQUOTABLE)).strip()
