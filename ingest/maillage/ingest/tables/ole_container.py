"""The container that Office used before 2007, and uses still for a file with a password: which
streams stand at its root. What is embedded in the file has its own further down."""

from __future__ import annotations

import struct
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

OLE_MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

_HEADER = 512
_SECTOR_SIZES = (512, 4096)
_ENTRY = struct.Struct("<64sH2x3I")  # name, its length in bytes, left, right, child
_ENTRY_SIZE = 128
# Above it a number says no sector and no entry.
_LAST = 0xFFFFFFF9


def root_streams(content: bytes) -> frozenset[str]:
    """Their names; none of a container that is damaged."""
    if len(content) < _HEADER or _sector_size(content) not in _SECTOR_SIZES:
        return frozenset()
    entries = _entries(content)
    found: dict[int, str] = {}
    ahead = [entries[0][2]] if entries else []
    while ahead:
        place = ahead.pop()
        if place < len(entries) and place not in found:
            found[place], siblings, _ = entries[place]
            ahead += siblings
    return frozenset(found.values())


def _entries(content: bytes) -> Sequence[tuple[str, tuple[int, int], int]]:
    """Name, siblings and first child of each entry of the directory."""
    directory = b"".join(_directory(content))
    found = []
    for start in range(0, len(directory) - _ENTRY_SIZE + 1, _ENTRY_SIZE):
        name, length, left, right, child = _ENTRY.unpack_from(directory, start)
        shown = name[: max(0, length - 2)].decode("utf-16-le", "replace")
        found.append((shown, (left, right), child))
    return found


def _directory(content: bytes) -> Iterator[bytes]:
    following = _following(content)
    (number,) = struct.unpack_from("<I", content, 48)
    met: set[int] = set()
    while number < _LAST and number not in met:
        met.add(number)
        yield _sector(content, number)
        number = following[number] if number < len(following) else _LAST


def _following(content: bytes) -> Sequence[int]:
    """Which sector follows each, as the table says; no more of it than the content can need."""
    numbers = _sector_size(content) // 4
    most = len(content) // (_sector_size(content) * numbers) + 1
    table = b"".join(
        _sector(content, number) for number in islice(_sectors_of_table(content), most)
    )
    return struct.unpack_from(f"<{len(table) // 4}I", table)


def _sectors_of_table(content: bytes) -> Iterator[int]:
    """The first in the header, the others in sectors of which each ends on the next."""
    yield from _known(struct.unpack_from("<109I", content, 76))
    (number,) = struct.unpack_from("<I", content, 68)
    met: set[int] = set()
    while number < _LAST and number not in met:
        met.add(number)
        sector = _sector(content, number)
        *listed, number = struct.unpack_from(f"<{len(sector) // 4}I", sector)
        yield from _known(listed)


def _known(numbers: Iterable[int]) -> Iterator[int]:
    return (number for number in numbers if number < _LAST)


def _sector(content: bytes, number: int) -> bytes:
    """It may lie beyond what was read of the file: then it says nothing."""
    size = _sector_size(content)
    return content[(number + 1) * size : (number + 2) * size].ljust(size, b"\xff")


def _sector_size(content: bytes) -> int:
    return 1 << content[30]
