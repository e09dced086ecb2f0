"""The physical lines of a text file, decoded block by block in bounded memory.

Encodings as people have them: UTF-8 with or without its mark, UTF-16 with its mark, else cp1252
line by line, so that a file pasted together from two programs is read and said. A line without end
is left out without being held. The last blocks are kept, so that reading can resume at a line.
"""

from __future__ import annotations

import codecs
from array import array
from collections import deque
from collections.abc import Iterator
from itertools import islice
from typing import BinaryIO

from maillage.ingest.problems import Problem, ProblemLog
from maillage.ingest.tables.model import Limits

_UTF8_MARK = b"\xef\xbb\xbf"
# The four-byte marks first: that of UTF-16 begins that of UTF-32.
_MARKS = ((codecs.BOM_UTF32_LE, "utf-32"), (codecs.BOM_UTF32_BE, "utf-32"),
          (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))  # fmt: skip
_KEPT_BLOCKS = 3


class Lines:
    """Lines with their ends, numbered from 1, read once from `raw`."""

    def __init__(self, raw: BinaryIO, *, limits: Limits, log: ProblemLog) -> None:
        self.ended = False
        self._limits = limits
        self._log = log
        self._chunks = _utf8_chunks(raw, limits.line_bytes)
        self._carry = b""
        self._next_line = 1
        self._blocks: deque[tuple[int, list[str]]] = deque(maxlen=_KEPT_BLOCKS)
        self._legacy: array[int] = array("Q")
        self._utf8_seen = False

    def from_line(self, line: int) -> Iterator[str]:
        """Every line from `line` on, among those kept or still to come."""
        for first, block in tuple(self._blocks):
            if line < first + len(block):
                yield from block[max(0, line - first) :]
        while block := self._read():
            first = self._blocks[-1][0]
            yield from block if line <= first else islice(block, line - first, None)
        self.ended = True

    @property
    def count(self) -> int:
        """How many lines were read so far."""
        return self._next_line - 1

    def text(self, first: int, last: int) -> list[str]:
        """The kept lines from `first` to `last`, both included."""
        return [
            line
            for start, block in self._blocks
            for line in block[max(0, first - start) : max(0, last + 1 - start)]
        ]

    def _read(self) -> list[str]:
        data = self._next_block()
        if not data:
            self._note_legacy()
            return []
        lines = self._decode(data)
        self._blocks.append((self._next_line, lines))
        self._next_line += len(lines)
        return lines

    def _next_block(self) -> bytes:
        """The bytes at hand up to their last line end; at the end of the file, what is left."""
        carry, self._carry = self._carry, b""
        for chunk in self._chunks:
            data = carry + chunk
            cut = _last_line_end(data)
            if cut:
                self._carry = data[cut:]
                return data[:cut]
            if len(data) > self._limits.line_bytes:
                return self._skip_line()
            carry = data
        return carry

    def _skip_line(self) -> bytes:
        """Leave out the line under way; an empty one stands for it, so that numbers stay true."""
        self._note("line_too_long", self._next_line)
        skipped = 0
        for chunk in self._chunks:
            cut = _last_line_end(chunk)
            if cut:
                first = min(n for n in (chunk.find(b"\n"), chunk.find(b"\r")) if n >= 0)
                self._carry = chunk[cut:]
                return chunk[first:cut]
            skipped += len(chunk)
            if skipped > self._limits.skipped_bytes:
                self._note("reading_stopped", self._next_line)
                self._chunks = iter(())
                return b""
        return b""

    def _decode(self, data: bytes) -> list[str]:
        if self._next_line == 1:
            data = data.removeprefix(_UTF8_MARK)
        lines = data.splitlines(keepends=True)
        if b"\0" in data:
            lines = self._without_nul(lines)
        try:
            decoded = list(map(bytes.decode, lines))
        except UnicodeDecodeError:
            return [self._decode_line(line, n) for n, line in enumerate(lines, self._next_line)]
        self._utf8_seen = self._utf8_seen or not data.isascii()
        return decoded

    def _decode_line(self, line: bytes, number: int) -> str:
        try:
            text = line.decode()
        except UnicodeDecodeError:
            self._legacy.append(number)
            return self._decode_legacy(line, number)
        self._utf8_seen = self._utf8_seen or not line.isascii()
        return text

    def _decode_legacy(self, line: bytes, number: int) -> str:
        try:
            return line.decode("cp1252")
        except UnicodeDecodeError:
            self._note("letters_lost", number)
            return line.decode("cp1252", "replace")

    def _without_nul(self, lines: list[bytes]) -> list[bytes]:
        for number, line in enumerate(lines, self._next_line):
            if b"\0" in line:
                self._note("nul_removed", number)
        return [line.replace(b"\0", b"") for line in lines]

    def _note_legacy(self) -> None:
        """Whole files in cp1252 are said once; a mixture, line by line."""
        if self._legacy and not self._utf8_seen:
            self._note("encoding_cp1252", None)
        elif self._legacy:
            for number in self._legacy:
                self._note("encoding_mixed", number)
        self._legacy = array("Q")

    def _note(self, code: str, row: int | None) -> None:
        self._log.add(Problem.of(code, row=row, limit=self._limits.line_bytes))


def _utf8_chunks(raw: BinaryIO, size: int) -> Iterator[bytes]:
    """The file in chunks of UTF-8 or of whatever ASCII superset it is in."""
    first = raw.read(size)
    encoding = next((name for mark, name in _MARKS if first.startswith(mark)), None)
    encoding = encoding or unmarked_utf16(first)
    if encoding is None:
        yield first
        while chunk := raw.read(size):
            yield chunk
        return
    decoder = codecs.getincrementaldecoder(encoding)(errors="replace")
    chunk = first
    while chunk:
        yield decoder.decode(chunk).encode("utf-8", "replace")
        chunk = raw.read(size)
    yield decoder.decode(b"", final=True).encode("utf-8", "replace")


def unmarked_utf16(head: bytes) -> str | None:
    """UTF-16 whose mark was lost shows a NUL in every other place."""
    sample = head[:4096]
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    if max(even, odd) <= len(sample) // 3 or min(even, odd) >= len(sample) // 50 + 1:
        return None
    return "utf-16-le" if odd > even else "utf-16-be"


def _last_line_end(data: bytes) -> int:
    """Where the last whole line ends; a final carriage return may be half of a line end."""
    end = len(data) - data.endswith(b"\r")
    return max(data.rfind(b"\n", 0, end), data.rfind(b"\r", 0, end)) + 1
