"""The files of a sample, read as text."""

from __future__ import annotations

from pathlib import Path

import polars as pl

# A pair whichever end comes first.
PAIR = (
    pl.min_horizontal("source", "target").alias("a"),
    pl.max_horizontal("source", "target").alias("b"),
)


def read(path: Path) -> pl.DataFrame:
    """Every cell as text."""
    return pl.read_csv(path, infer_schema=False)


def read_ties(folder: Path) -> pl.DataFrame:
    """Its ends under the names that the edges give them."""
    ends = {"source": "document", "source_id": "source", "target_id": "target"}
    return read(folder / "ties.csv").rename(ends)


def parallel_share(edges: pl.DataFrame) -> float:
    return 1 - edges.select(PAIR).n_unique() / len(edges)
