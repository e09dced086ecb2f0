"""Networks as tables: CSV for spreadsheets, and as Gephi reads it; two files in a ZIP."""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING

from maillage.ingest.formats.exported import Cell, Edge, Exported, Node

if TYPE_CHECKING:  # a name that only type checkers know
    from _typeshed import ReadableBuffer

ROWS_AT_ONCE = 1_000
Row = list[Cell]


def csv_zip(network: Exported) -> Iterator[bytes]:
    """`actors.csv` and `ties.csv`."""
    nodes, edges = network.node_fields, network.edge_fields
    yield from _zipped(
        (
            "actors.csv",
            ["id", "name", *nodes],
            lambda: ([one.id, one.name, *_cells(one, nodes)] for one in network.nodes()),
        ),
        (
            "ties.csv",
            ["id", "source", "target", "directed", *edges],
            lambda: (
                [one.id, one.source, one.target, str(one.directed).lower(), *_cells(one, edges)]
                for one in network.edges()
            ),
        ),
    )


def gephi_zip(network: Exported) -> Iterator[bytes]:
    """`nodes.csv` and `edges.csv`, with the headings that Gephi knows."""
    nodes, edges = network.node_fields, network.edge_fields
    yield from _zipped(
        (
            "nodes.csv",
            ["Id", "Label", *nodes],
            lambda: ([one.id, one.name, *_cells(one, nodes)] for one in network.nodes()),
        ),
        (
            "edges.csv",
            ["Source", "Target", "Type", "Weight", "tie", *edges],
            lambda: (
                [one.source, one.target, "Directed" if one.directed else "Undirected", 1, one.id,
                 *_cells(one, edges)]
                for one in network.edges()
            ),
        ),
    )  # fmt: skip


Table = tuple[str, Row, Callable[[], Iterable[Row]]]


def _zipped(*tables: Table) -> Iterator[bytes]:
    """Written as it is sent: no file is whole in memory."""
    sink = _Sink()
    with zipfile.ZipFile(sink, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, headings, rows in tables:
            # The time of writing would make two equal networks differ.
            with archive.open(zipfile.ZipInfo(name), "w", force_zip64=True) as file:
                for part in _lines([headings], rows()):
                    file.write(part)
                    yield sink.taken()
    yield sink.taken()


def _lines(headings: Iterable[Row], rows: Iterable[Row]) -> Iterator[bytes]:
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerows(headings)
    for number, row in enumerate(rows, start=1):
        writer.writerow([_inert(cell) for cell in row])
        if number % ROWS_AT_ONCE == 0:
            yield _drained(out)
    yield _drained(out)


def _drained(out: io.StringIO) -> bytes:
    text = out.getvalue()
    out.seek(0)
    out.truncate()
    return text.encode()


def _cells(one: Node | Edge, names: Iterable[str]) -> Iterator[Cell]:
    return (one.cells.get(name, "") for name in names)


def _inert(cell: Cell) -> Cell:
    """A text that no spreadsheet will run as a formula."""
    if isinstance(cell, str) and cell[:1] in ("=", "+", "-", "@", "\t", "\r"):
        return f"'{cell}"
    return cell


class _Sink(io.RawIOBase):
    """What a ZIP writes, to be taken away piece by piece."""

    def __init__(self) -> None:
        super().__init__()
        self._parts: list[bytes] = []

    def writable(self) -> bool:
        return True

    def write(self, data: ReadableBuffer, /) -> int:
        self._parts.append(bytes(data))
        return len(self._parts[-1])

    def taken(self) -> bytes:
        parts, self._parts = self._parts, []
        return b"".join(parts)
