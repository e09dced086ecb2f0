"""The formats that a network can leave in. One is added by a function, and one line here."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from maillage.graph.errors import UnknownName
from maillage.ingest.formats.exported import Exported
from maillage.ingest.formats.json_graphs import geojson, kumu, node_link
from maillage.ingest.formats.tables import csv_zip, gephi_zip
from maillage.ingest.formats.xml_graphs import gexf, graphml

PIECE = 1 << 16
_JSON, _XML, _ZIP = "application/json", "application/xml", "application/zip"


@dataclass(frozen=True, slots=True)
class Format:
    """`write` gives the file piece by piece."""

    name: str
    media: str
    suffix: str
    write: Callable[[Exported], Iterator[bytes]]


FORMATS: Mapping[str, Format] = {
    one.name: one
    for one in (
        Format("csv", _ZIP, "csv.zip", csv_zip),
        Format("gephi-csv", _ZIP, "gephi.zip", gephi_zip),
        Format("node-link", _JSON, "json", node_link),
        Format("kumu", _JSON, "kumu.json", kumu),
        Format("geojson", "application/geo+json", "geojson", geojson),
        Format("graphml", _XML, "graphml", graphml),
        Format("gexf", _XML, "gexf", gexf),
    )
}


def stream(form: Format, network: Exported) -> Iterator[bytes]:
    """The file in pieces of a size that is worth sending."""
    waiting: list[bytes] = []
    size = 0
    for part in form.write(network):
        waiting.append(part)
        size += len(part)
        if size >= PIECE:
            yield b"".join(waiting)
            waiting, size = [], 0
    yield b"".join(waiting)


def find_format(name: str) -> Format:
    try:
        return FORMATS[name]
    except KeyError:
        raise UnknownName(
            "unknown_name", what="format", name=name, known=", ".join(FORMATS)
        ) from None
