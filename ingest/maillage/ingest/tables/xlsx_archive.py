"""A workbook's archive, opened with care: its real size is measured before anything is unfolded.

The directory of a ZIP may lie about sizes, so each part is unfolded once in small pieces and
counted, never held; a part that says something else than it does is a damaged file.
"""

from __future__ import annotations

import re
import struct
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import BinaryIO

from maillage.graph.errors import UnreadableFile
from maillage.ingest.tables.model import MEGABYTE
from maillage.ingest.tables.reading import Reading
from maillage.ingest.tables.source import Source

_PIECE = 1 << 18
_END_OF_DIRECTORY = b"PK\x05\x06"
_LOCAL_HEADER = struct.Struct("<4s22xHH")
# What else such an archive may be, by how one of its parts begins: the first of these.
_OTHER_KINDS = (
    ("xl/workbook.bin", "file_other_spreadsheet", "Excel (.xlsb)"),
    ("word/document.xml", "file_binary", "Word"),
    ("ppt/presentation.xml", "file_binary", "PowerPoint"),
    ("index/slide", "file_binary", "Keynote"),
    ("index/tables/", "file_other_spreadsheet", "Numbers"),
    ("index/document.iwa", "file_binary", "Pages"),
    ("content.xml", "file_other_spreadsheet", "OpenDocument (.ods)"),
)
# The first part of OpenDocument, stored as it is, says by this which one it is.
_OPEN_DOCUMENT = re.compile(rb"mimetypeapplication/vnd\.oasis\.opendocument\.([a-z]+)")
_OPEN_DOCUMENT_NAMES = {"text": ".odt", "presentation": ".odp", "graphics": ".odg"}


@dataclass(frozen=True, slots=True)
class Archive:
    """The parts of a workbook, by lower-case name."""

    source: Source
    parts: dict[str, zipfile.ZipInfo]

    def pieces(self, name: str) -> Iterator[bytes]:
        """The content of one part, unfolded piece by piece; nothing if there is no such part."""
        info = self.parts.get(name.lower())
        if info is None:
            return
        with self.source.open() as raw:
            yield from _unfold(raw, info)

    def content(self, name: str, most: int) -> bytes:
        """The content of one small part, at most `most` bytes of it."""
        data = bytearray()
        for piece in self.pieces(name):
            data += piece
            if len(data) > most:
                break
        return bytes(data)


def open_archive(reading: Reading) -> Archive:
    """Refuses what is no workbook, too large, locked, truncated, or unfolds out of measure."""
    reading.refuse_size(reading.limits.workbook_bytes)
    with reading.source.open() as raw:
        infos = _directory(reading, raw)
        parts = {info.filename.lower(): info for info in infos}
        if not any(re.fullmatch(r"xl/workbook[^/]*\.xml", name) for name in parts):
            raise _no_workbook(reading, parts)
        if any(info.flag_bits & 1 for info in infos):
            raise reading.unreadable("file_password")
        _refuse_expansion(reading, sum(info.file_size for info in infos))
        _measure(reading, raw, infos)
    return Archive(reading.source, parts)


def _no_workbook(reading: Reading, parts: Iterable[str]) -> UnreadableFile:
    if found := _OPEN_DOCUMENT.search(reading.source.head(200)):
        return _open_document(reading, found[1].decode())
    for name, code, kind in _OTHER_KINDS:
        if any(part.startswith(name) for part in parts):
            return reading.unreadable(code, kind=kind)
    return reading.unreadable("file_archive", kind="ZIP")


def _open_document(reading: Reading, sort: str) -> UnreadableFile:
    if sort == "spreadsheet":
        return reading.unreadable("file_other_spreadsheet", kind="OpenDocument (.ods)")
    kind = ", ".join(filter(None, ("OpenDocument", _OPEN_DOCUMENT_NAMES.get(sort))))
    return reading.unreadable("file_binary", kind=kind)


def _directory(reading: Reading, raw: BinaryIO) -> list[zipfile.ZipInfo]:
    try:
        # Counted before the list is made: each of its entries costs memory.
        announced = _announced_parts(raw)
        if announced > reading.limits.parts:
            raise reading.unreadable("file_many_parts", count=announced)
        with zipfile.ZipFile(raw) as archive:
            return archive.infolist()
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, EOFError):
        raise reading.unreadable("file_damaged") from None


def _announced_parts(raw: BinaryIO) -> int:
    raw.seek(0, 2)
    size = raw.tell()
    raw.seek(max(0, size - (1 << 16) - 22))
    tail = raw.read()
    position = tail.rfind(_END_OF_DIRECTORY)
    if position < 0 or len(tail) < position + 22:
        raise zipfile.BadZipFile
    directory_size = int.from_bytes(tail[position + 12 : position + 16], "little")
    announced = int.from_bytes(tail[position + 10 : position + 12], "little")
    # The number may lie, the length of the directory less so: its entries are seldom so long.
    return max(announced, directory_size // 1024)


def _refuse_expansion(reading: Reading, expanded: int) -> None:
    limits, folded = reading.limits, max(reading.source.size, 1)
    disproportionate = expanded > limits.ratio_free_bytes and expanded > folded * limits.ratio
    if expanded > limits.expanded_bytes or disproportionate:
        raise reading.unreadable("file_expands", size=expanded // MEGABYTE)


def _measure(reading: Reading, raw: BinaryIO, infos: list[zipfile.ZipInfo]) -> None:
    total = 0
    for info in infos:
        real = 0
        try:
            for piece in _unfold(raw, info):
                real += len(piece)
                _refuse_expansion(reading, total + real)
        except (zlib.error, zipfile.BadZipFile, OSError, struct.error):
            raise reading.unreadable("file_damaged") from None
        if real != info.file_size:
            raise reading.unreadable("file_damaged")
        total += real


def _unfold(raw: BinaryIO, info: zipfile.ZipInfo) -> Iterator[bytes]:
    """`zipfile` itself stops at the announced size: here all that is there comes out."""
    raw.seek(info.header_offset)
    signature, name_length, extra_length = _LOCAL_HEADER.unpack(raw.read(_LOCAL_HEADER.size))
    if signature != b"PK\x03\x04":
        raise zipfile.BadZipFile
    raw.seek(name_length + extra_length, 1)
    if info.compress_type == zipfile.ZIP_STORED:
        yield from _stored(raw, info.compress_size)
    elif info.compress_type == zipfile.ZIP_DEFLATED:
        yield from _deflated(raw, info.compress_size)
    else:
        raise zipfile.BadZipFile


def _stored(raw: BinaryIO, left: int) -> Iterator[bytes]:
    while left and (piece := raw.read(min(_PIECE, left))):
        left -= len(piece)
        yield piece


def _deflated(raw: BinaryIO, left: int) -> Iterator[bytes]:
    inflate = zlib.decompressobj(-15)
    while left and not inflate.eof:
        folded = raw.read(min(_PIECE, left))
        if not folded:
            raise zipfile.BadZipFile
        left -= len(folded)
        while folded and not inflate.eof:
            yield inflate.decompress(folded, _PIECE)
            folded = inflate.unconsumed_tail
    while not inflate.eof:
        piece = inflate.decompress(b"", _PIECE)
        if not piece:
            raise zipfile.BadZipFile
        yield piece
