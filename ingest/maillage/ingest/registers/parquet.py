"""The lines of a Parquet file, a slice at a time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import polars as pl

from maillage.graph.errors import UnreadableFile

# Rows that are held at once.
_SLICE = 100_000


def parquet_columns(path: Path) -> tuple[str, ...]:
    with _readable(path):
        return tuple(pl.read_parquet_schema(path))


def parquet_rows(path: Path, wanted: Sequence[str]) -> Iterator[Sequence[str]]:
    """A column that the file lacks is blank."""
    there = parquet_columns(path)
    columns = [
        (pl.col(name).cast(pl.String).fill_null("") if name in there else pl.lit("")).alias(name)
        for name in wanted
    ]
    with _readable(path):
        frame = pl.scan_parquet(path).select(columns)
        start = 0
        while len(part := frame.slice(start, _SLICE).collect()):
            yield from part.iter_rows()
            start += _SLICE


@contextmanager
def _readable(path: Path) -> Iterator[None]:
    try:
        yield
    except pl.exceptions.PolarsError:
        raise UnreadableFile("file_damaged", path=path) from None
