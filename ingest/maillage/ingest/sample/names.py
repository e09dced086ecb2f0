"""What things are called: invented places under real headings, no two alike for a million."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import polars as pl

from maillage.ingest.sample.draws import Draws, Numbers
from maillage.ingest.sample.tables import Head, Tables, Toponyms


@dataclass(frozen=True, eq=False)
class Shelf:
    """Lists of texts put end to end: `texts[starts[k]]` is the first of list k."""

    texts: pl.Series
    starts: Numbers
    sizes: Numbers

    @classmethod
    def of(cls, lists: list[tuple[str, ...]]) -> Shelf:
        sizes = np.array([len(texts) for texts in lists])
        return cls(column([text for texts in lists for text in texts]), starts_of(sizes), sizes)

    def positions(self, key: Numbers, draw: Numbers) -> Numbers:
        """A text of list `key`, by a draw below 2**24; the first ones more often."""
        return self.starts[key] + ((draw * draw >> 24) * self.sizes[key] >> 24)


@dataclass(frozen=True, eq=False)
class Headings:
    """How the names of each sort begin and end, and what the sort does."""

    before: pl.Series
    after: pl.Series
    activity: pl.Series
    starts: Numbers
    sizes: Numbers

    @classmethod
    def of(cls, lists: list[tuple[Head, ...]]) -> Headings:
        heads = [head for some in lists for head in some]
        sizes = np.array([len(some) for some in lists])
        return cls(
            column([head.before for head in heads]),
            column([f" {head.after}" if head.after else "" for head in heads], blank=False),
            column([head.activity for head in heads]),
            starts_of(sizes),
            sizes,
        )

    def positions(self, sort: Numbers, index: Numbers, *, draws: Draws) -> Numbers:
        return self.starts[sort] + draws.below("heading", index, 1 << 20) % self.sizes[sort]

    def name(self, position: Numbers, toponym: pl.Series) -> pl.Series:
        return self.before.gather(position) + " " + toponym + self.after.gather(position)


def toponyms(index: Numbers, *, draws: Draws, tables: Tables) -> pl.Series:
    """An invented place for each index: the plain ones first, then with a suffix."""
    parts: Toponyms = tables.toponyms
    starts, middles, ends = len(parts.start), len(parts.middle), len(parts.end)
    plain = starts * middles * ends
    code = draws.spread("toponym", index, plain)
    return (
        column(parts.start).gather(code % starts)
        + column(parts.middle).gather(code // starts % middles)
        + column(parts.end).gather(code // (starts * middles))
        + column(parts.suffix, blank=False).gather(index // plain % len(parts.suffix))
    )


def column(texts: list[str] | tuple[str, ...], *, blank: bool = True) -> pl.Series:
    """Texts to draw from; an empty one becomes a blank cell unless it is a part of a word."""
    return pl.Series([text or None for text in texts] if blank else list(texts), dtype=pl.String)


def starts_of(sizes: Numbers) -> Numbers:
    return np.cumsum(sizes) - sizes
