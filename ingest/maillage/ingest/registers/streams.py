"""The lines of a register's file, one at a time: CSV or Parquet, alone or in a zip or a gzip."""

from __future__ import annotations

import csv
import gzip
import io
import zipfile
import zlib
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from operator import itemgetter
from pathlib import Path
from typing import IO, cast

from maillage.graph.errors import UnreadableFile

Cells = Sequence[str]
_DELIMITERS = ",;\t|"
_SNIFFED = 1 << 20
_GZIP, _ZIP, _PARQUET = b"\x1f\x8b", b"PK\x03\x04", b"PAR1"


class Stream:
    """A file: `columns` are its headings, `rows(wanted)` its lines in that order of columns.

    A zip of several files, as the RNA is published, is one table whose parts share their headings.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._kind = _magic(path)
        with _readable(path):
            self.columns = tuple(self._headings())

    def rows(self, wanted: Sequence[str]) -> Iterator[Cells]:
        """A column that the file lacks is blank."""
        with _readable(self.path):
            if self._kind == _PARQUET:
                from maillage.ingest.registers.parquet import parquet_rows  # noqa: PLC0415 -- polars is slow to load

                yield from parquet_rows(self.path, wanted)
                return
            for part in self._texts():
                yield from _csv_rows(part, wanted)

    def _headings(self) -> Iterable[str]:
        if self._kind == _PARQUET:
            from maillage.ingest.registers.parquet import parquet_columns  # noqa: PLC0415 -- polars is slow to load

            return parquet_columns(self.path)
        for first in self._texts():
            return _heading(first)[0]
        return ()

    def _texts(self) -> Iterator[IO[str]]:
        if self._kind == _ZIP:
            with zipfile.ZipFile(self.path) as archive:
                for member in sorted(archive.namelist()):
                    if member.lower().endswith((".csv", ".txt")):
                        with archive.open(member) as raw:
                            head = raw.read(_SNIFFED)
                        with archive.open(member) as raw:
                            yield _text(raw, head)
            return
        with self._opened() as raw:
            head = raw.read(_SNIFFED)
        with self._opened() as raw:
            yield _text(raw, head)

    def _opened(self) -> IO[bytes]:
        if self._kind == _GZIP:
            return cast(IO[bytes], gzip.open(self.path, "rb"))
        return self.path.open("rb")


def _magic(path: Path) -> bytes:
    with _readable(path), path.open("rb") as raw:
        head = raw.read(4)
    return next((magic for magic in (_GZIP, _ZIP, _PARQUET) if head.startswith(magic)), b"")


def _text(raw: IO[bytes], head: bytes) -> IO[str]:
    """In UTF-8, or as Windows writes; what no encoding gives is shown as lost."""
    try:
        # The last character may be cut.
        head[:-4].decode("utf-8-sig")
        encoding = "utf-8-sig"
    except UnicodeDecodeError:
        encoding = "cp1252"
    return io.TextIOWrapper(raw, encoding=encoding, errors="replace", newline="")


def _heading(text: IO[str]) -> tuple[list[str], str]:
    line = text.readline()
    delimiter = max(_DELIMITERS, key=line.count)
    return [name.strip() for name in next(csv.reader([line], delimiter=delimiter), [])], delimiter


def _csv_rows(text: IO[str], wanted: Sequence[str]) -> Iterator[Cells]:
    names, delimiter = _heading(text)
    # One cell more than the headings, blank: where a column that is not there is read.
    width = len(names)
    places = [names.index(name) if name in names else width for name in wanted]
    take = itemgetter(*places)
    for row in csv.reader(text, delimiter=delimiter):
        if row:
            row[width:] = [""] * max(1, width + 1 - len(row))
            yield take(row)


@contextmanager
def _readable(path: Path) -> Iterator[None]:
    try:
        yield
    except FileNotFoundError:
        raise UnreadableFile("file_missing", path=path) from None
    except IsADirectoryError:
        raise UnreadableFile("file_directory", path=path) from None
    except (zipfile.BadZipFile, gzip.BadGzipFile, EOFError, zlib.error):
        raise UnreadableFile("file_damaged", path=path) from None
    except (OSError, csv.Error, RuntimeError, NotImplementedError) as error:
        raise UnreadableFile("file_unreadable", path=path, detail=error) from error
