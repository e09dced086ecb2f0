"""Frames to files, a chunk at a time: the memory stays bounded and the chunk never shows."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

import polars as pl

from maillage.graph.errors import InvalidInput

# Rows from `low` to `high` - 1.
Frames = Callable[[int, int], pl.DataFrame]
_ROW_GROUP = 1 << 19


def write_csv(path: Path, frames: Frames, *, rows: int, chunk: int) -> None:
    with path.open("wb") as file:
        frames(0, 0).write_csv(file)
        for low in range(0, rows, chunk):
            frames(low, min(low + chunk, rows)).write_csv(file, include_header=False)


def write_parquet(path: Path, frames: Frames, *, rows: int, chunk: int) -> None:
    schema = frames(0, 0).schema
    parts = [
        pl.defer(partial(frames, low, min(low + chunk, rows)), schema=schema)
        for low in range(0, rows, chunk)
    ]
    whole = pl.concat(parts) if parts else frames(0, 0).lazy()
    whole.sink_parquet(path, row_group_size=_ROW_GROUP, compression="zstd", compression_level=1)


@contextmanager
def writing(folder: Path) -> Iterator[None]:
    """Make the folder; a disk that refuses or is full becomes a sentence."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        yield
    # The Parquet writer says « no space left » by a ComputeError.
    except (OSError, pl.exceptions.ComputeError) as error:
        raise InvalidInput("output_unwritable", path=folder, detail=error) from error
