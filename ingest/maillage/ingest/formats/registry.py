"""The formats that a network can leave in. One is added by a function, and one line here."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from maillage.graph.errors import Refused, UnknownName
from maillage.graph.languages import Language
from maillage.graph.port import Reader
from maillage.ingest.formats.anonymous import Anonymous
from maillage.ingest.formats.bods import bods
from maillage.ingest.formats.exported import PIECE, Exported, Whole
from maillage.ingest.formats.ftm import ftm
from maillage.ingest.formats.json_graphs import geojson, kumu, node_link
from maillage.ingest.formats.pajek import pajek
from maillage.ingest.formats.tables import csv_zip, gephi_zip
from maillage.ingest.formats.xml_graphs import gexf, graphml

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_JSON, _XML, _ZIP = "application/json", "application/xml", "application/zip"


@dataclass(frozen=True, slots=True)
class Format:
    """`write` gives the file piece by piece. `without_names`: whether anything is left to say of a
    network of which nobody is named."""

    name: str
    media: str
    suffix: str
    write: Callable[[Exported], Iterator[bytes]]
    without_names: bool = True


def _xlsx(network: Exported) -> Iterator[bytes]:
    from maillage.ingest.formats.workbook import workbook  # noqa: PLC0415 -- openpyxl is slow to load

    return workbook(network)


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
        Format("pajek", "text/plain; charset=utf-8", "net", pajek),
        Format("bods", _JSON, "bods.json", bods, without_names=False),
        Format("ftm", "application/json+ftm", "ftm.json", ftm),
        Format("xlsx", XLSX, "xlsx", _xlsx),
    )
}


def exported(form: Format, reader: Reader, language: Language, *, anonymise: bool) -> Exported:
    """The network as it leaves in a format: all that the reader sees, or without names."""
    if not anonymise:
        return Whole(reader, language)
    if not form.without_names:
        raise Refused("format_of_names", format=form.name)
    return Anonymous(reader.columns(), language=language)


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
