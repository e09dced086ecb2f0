"""Files in the container of Office before 2007, with the streams they are told by and no more."""

from __future__ import annotations

import struct
from collections.abc import Sequence

OLE_MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_NONE = 0xFFFFFFFF
_END, _TABLE = 0xFFFFFFFE, 0xFFFFFFFD
_SECTOR = 512


def ole(*streams: str, embedded: str = "") -> bytes:
    """With these streams at its root, and an object that has a stream of its own."""
    directory = _directory(streams, embedded)
    return _header(table=0) + _table(directory) + directory


def large_ole(*streams: str) -> bytes:
    """Its table of sectors is found as in a file of more than 7 MB, by a list of its own."""
    directory = _directory(streams, "")
    far = len(directory) // _SECTOR + 1
    listed = struct.pack("<128I", 0, *[_NONE] * 126, _END)
    return _header(table=_NONE, far=far) + _table(directory) + directory + listed


def _header(*, table: int, far: int = _END) -> bytes:
    shape = OLE_MAGIC + bytes(22) + struct.pack("<HH", 9, 6) + bytes(14) + struct.pack("<I", 1)
    return shape.ljust(68, b"\0") + struct.pack("<111I", far, 0, table, *[_NONE] * 108)


def _table(directory: bytes) -> bytes:
    count = len(directory) // _SECTOR
    chain = [_TABLE, *range(2, count + 1), _END]
    return struct.pack("<128I", *chain, *[_NONE] * (128 - len(chain)))


def _directory(streams: Sequence[str], embedded: str) -> bytes:
    root = [*streams, "MBD0001"] if embedded else list(streams)
    entries = [_entry("Root Entry", child=1)]
    for place, name in enumerate(root, start=1):
        after = place + 1 if place < len(root) else _NONE
        inside = len(root) + 1 if name == "MBD0001" else _NONE
        entries.append(_entry(name, right=after, child=inside))
    entries += [_entry(embedded)] if embedded else []
    entries += [bytes(128)] * (-len(entries) % 4)
    return b"".join(entries)


def _entry(name: str, *, right: int = _NONE, child: int = _NONE) -> bytes:
    text = name.encode("utf-16-le")
    told = struct.pack("<64sH2x3I", text, len(text) + 2, _NONE, right, child)
    return told.ljust(128, b"\0")
