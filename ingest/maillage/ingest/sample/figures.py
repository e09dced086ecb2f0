"""Dates as people know them, sources, and yearly figures."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import polars as pl
from numpy.typing import ArrayLike

from maillage.ingest.sample.draws import Draws, Numbers
from maillage.ingest.sample.names import column
from maillage.ingest.sample.pairs import Bools


@dataclass(frozen=True)
class Source:
    """A list that was kept one day, from which the rows are said to come."""

    name: str
    observed_on: str
    year: int
    weight: int


SOURCES = (
    Source("annuaire-2023", "2023-06", 2023, 60),
    Source("enquete-2024", "2024-03-15", 2024, 40),
)
_FIRST_YEAR, _LAST_YEAR = 2000, 2029
_YEARS = [str(year) for year in range(_FIRST_YEAR, _LAST_YEAR + 1)]
_MONTHS = [f"{year}-{month:02}" for year in _YEARS for month in range(1, 13)]
_DAYS = [f"{month}-{day:02}" for month in _MONTHS for day in range(1, 29)]
_DATES = column(["", *_YEARS, *_MONTHS, *_DAYS])
# A year, a month, a day, or nothing known.
_PRECISIONS = (50, 20, 20, 10)


def sources(token: ArrayLike, *, draws: Draws) -> Numbers:
    return draws.pick("source", token, [source.weight for source in SOURCES])


def partial_dates(stream: str, token: ArrayLike, year: Numbers, *, draws: Draws) -> pl.Series:
    """A date of the year, known to the year, the month or the day; blank where year is 0."""
    precision = draws.pick(f"{stream}/precision", token, _PRECISIONS)
    day = draws.below(f"{stream}/day", token, 12 * 28)
    since = year - _FIRST_YEAR
    position = np.choose(
        precision,
        [
            1 + since,
            1 + len(_YEARS) + since * 12 + day // 28,
            1 + len(_YEARS) + len(_MONTHS) + since * 12 * 28 + day,
            0,
        ],
    )
    return _DATES.gather(np.where(year == 0, 0, position))


def jobs(index: Numbers, *, draws: Draws) -> Numbers:
    """Jobs of each organisation, heavy-tailed; 0 where nobody said."""
    u = ((draws.bits("jobs", index) >> np.uint64(11)) + np.uint64(1)) * 2.0**-53
    count = np.minimum(1.5 / (np.sqrt(u) * np.sqrt(np.sqrt(u))), 4000).astype(np.int64)
    known = draws.below("knows jobs", index, 100) < 75
    return np.where(known, count, 0)


def blank(numbers: Numbers, *, unless: Bools) -> pl.Series:
    """Numbers as cells, blank unless they are known."""
    return pl.select(pl.when(pl.Series(unless)).then(pl.Series(numbers))).to_series()
