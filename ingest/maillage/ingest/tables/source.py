"""Where the bytes of a file come from, and what sort of file they make, by their content."""

from __future__ import annotations

import io
import os
import re
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, Literal

from maillage.graph.errors import UnreadableFile
from maillage.ingest.tables.csv_lines import unmarked_utf16
from maillage.ingest.tables.ole_container import OLE_MAGIC, root_streams

Format = Literal["csv", "xlsx", "json"]

_HEAD = 1 << 16
_MAGIC = {
    b"%PDF": "PDF", b"\x89PNG": "image PNG", b"\xff\xd8\xff": "image JPEG", b"GIF8": "image GIF",
    b"SQLite format 3\0": "base SQLite", b"PAR1": "Parquet", b"\x7fELF": "programme",
    b"{\\rtf": "RTF",
}  # fmt: skip
_ARCHIVES = {b"\x1f\x8b": "gzip", b"7z\xbc\xaf": "7z", b"Rar!": "RAR"}
_OTHER_OLE = {"WordDocument": "Word", "PowerPoint Document": "PowerPoint"}
# What Excel and LibreOffice keep beside a workbook while it is open.
_LOCK = re.compile(r"~\$(.+)|\.~lock\.(.+)#")
_BOMS_16 = (b"\xff\xfe", b"\xfe\xff")
_HTML = re.compile(
    rb"\s*(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|table|head|body)\b", re.I | re.S
)
_XML = re.compile(rb"\s*<\?xml\b")
# Controls that no text holds (tab, line ends, form feed, end-of-file and escape marks aside).
_BINARY_BYTES = bytes(n for n in range(32) if n not in b"\t\n\r\x0b\x0c\x1a\x1b")


@dataclass(frozen=True, slots=True)
class Source:
    """A file that can be opened again and again; `name` is what messages call it."""

    name: str
    path: Path | None = None
    data: bytes = b""

    @classmethod
    def of(cls, file: str | os.PathLike[str] | bytes, *, name: str = "") -> Source:
        if isinstance(file, bytes):
            return cls(name or "fichier", data=file)
        path = Path(file)
        source = cls(name or path.name, path)
        with source.open():
            return source

    def open(self) -> BinaryIO:
        if self.path is None:
            return io.BytesIO(self.data)
        try:
            return self.path.open("rb")
        except FileNotFoundError:
            raise UnreadableFile("file_missing", path=self.name) from None
        except IsADirectoryError:
            raise UnreadableFile("file_directory", path=self.name) from None
        except (OSError, ValueError) as error:
            detail = getattr(error, "strerror", None) or str(error)
            raise UnreadableFile("file_unreadable", path=self.name, detail=detail) from None

    def head(self, size: int = _HEAD) -> bytes:
        with self.open() as raw:
            return raw.read(size)

    @property
    def size(self) -> int:
        return self.path.stat().st_size if self.path else len(self.data)


def format_of(source: Source) -> Format:
    """Told from the content first: a name is often wrong, a signature never."""
    head = source.head()
    if not head:
        raise UnreadableFile("file_empty", path=source.name)
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return "xlsx"
    if lock := _LOCK.fullmatch(source.name):
        raise UnreadableFile("file_lock", path=source.name, workbook=lock[1] or lock[2])
    if head.startswith(OLE_MAGIC):
        raise _other_ole(source)
    if not head.startswith(_BOMS_16):
        _refuse_other_kinds(source.name, head)
    suffix = Path(source.name).suffix.lower()
    if suffix in {".json", ".jsonl", ".ndjson", ".geojson"}:
        return "json"
    return "json" if suffix not in {".csv", ".tsv", ".txt"} and _looks_json(head) else "csv"


def _refuse_other_kinds(name: str, head: bytes) -> None:
    for magic, kind in _MAGIC.items():
        if head.startswith(magic):
            raise UnreadableFile("file_binary", path=name, kind=kind)
    for magic, kind in _ARCHIVES.items():
        if head.startswith(magic):
            raise UnreadableFile("file_archive", path=name, kind=kind)
    bare = head.removeprefix(b"\xef\xbb\xbf")
    if _HTML.match(bare):
        raise UnreadableFile("file_binary", path=name, kind="page web")
    if _XML.match(bare):
        raise UnreadableFile("file_binary", path=name, kind="XML")
    # A stray NUL is repaired; a file full of controls is no text.
    controls = len(head) - len(head.translate(None, _BINARY_BYTES))
    if controls > max(3, len(head) // 20) and not unmarked_utf16(head):
        raise UnreadableFile("file_binary", path=name, kind="fichier binaire")


def _looks_json(head: bytes) -> bool:
    bare = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    return bare.startswith((b"[", b"{"))


def _other_ole(source: Source) -> UnreadableFile:
    """Office before 2007, and any workbook with a password, share one container."""
    with source.open() as raw:
        streams = root_streams(raw.read(1 << 24))
    if "EncryptedPackage" in streams:
        return UnreadableFile("file_password", path=source.name)
    for stream, kind in _OTHER_OLE.items():
        if stream in streams:
            return UnreadableFile("file_binary", path=source.name, kind=kind)
    return UnreadableFile("file_old_excel", path=source.name)
