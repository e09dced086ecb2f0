"""What changed in a view of a store between two dates, and its measures at each.

A start is not an observation: only a tie that is known to begin after the first date was created.
One that was merely seen since, or of which no date is known, counts as there at both, apart.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

import numpy as np

from maillage.graph.arrays import FAR_AHEAD, LONG_AGO, GraphColumns, TieColumns
from maillage.graph.dates import DateSpan
from maillage.graph.errors import InvalidInput
from maillage.graph.measures.result import Result
from maillage.graph.measures.series import Dated, measure_series
from maillage.graph.measures.study import Watch, keep_on
from maillage.graph.network import Network
from maillage.graph.port import Reader
from maillage.graph.views import Bools, Lens, ties_seen

MOST_DATES = 200


@dataclass(frozen=True, eq=False)
class Comparison:
    """What changed from each date to the next, then the measures at each; `at` says when."""

    results: list[Result]
    # The view at the last date.
    network: Network


def compare(
    reader: Reader,
    lens: Lens,
    dates: Sequence[DateSpan],
    names: Sequence[str] = (),
    *,
    by: str,
    permutations: int | None = None,
    seed: int | None = None,
    watch: Watch = keep_on,
) -> Comparison:
    """From each of the dates to the next, then at each; all that `names` names, or some."""
    for first, last in pairwise(dates):
        check_order(first, last)
    series = [Dated(date.text, reader.view(replace(lens, at=date))) for date in dates]
    results = measure_series(
        series,
        names,
        by=by,
        lives=lambda step: tie_lives(reader.columns(), lens, dates[step], dates[step + 1]),
        permutations=permutations,
        seed=seed,
        watch=watch,
    )
    return Comparison(results, series[-1].network)


def check_order(first: DateSpan, last: DateSpan) -> None:
    if (first.earliest, first.latest) == (last.earliest, last.latest):
        raise InvalidInput("same_date_twice", date=first.text)
    if last.earliest < first.earliest:
        raise InvalidInput("dates_backwards", first=first.text, last=last.text)


def yearly(first: DateSpan, last: DateSpan) -> list[DateSpan]:
    """Both dates, and every whole year between them."""
    years = range(first.latest.year + 1, last.earliest.year)
    if len(years) > MOST_DATES:
        raise InvalidInput("too_many_dates", count=len(years), most=MOST_DATES)
    return [first, *(DateSpan.parse(f"{year:04d}") for year in years), last]


def tie_lives(
    graph: GraphColumns, lens: Lens, first: DateSpan, last: DateSpan
) -> Mapping[str, int]:
    """Acts, not pairs: how many of the ties that a view keeps were created, kept and ended, and of
    those kept what is not known."""
    then, now = (ties_seen(graph, replace(lens, at=date)) for date in (first, last))
    lives = life_masks(graph.ties, then, now, first, last)
    return {name: int(np.count_nonzero(mask)) for name, mask in lives.items()}


def life_masks(
    ties: TieColumns, then: Bools, now: Bools, first: DateSpan, last: DateSpan
) -> Mapping[str, Bools]:
    """Which of the ties there at the first date, at the last or at both had which life."""
    kept = then & now
    before, after = first.latest.toordinal(), last.earliest.toordinal()
    started = ties.start_max != LONG_AGO
    seen = (ties.last_seen > before) & (ties.last_seen <= last.latest.toordinal())
    return {
        "created": now & ~then,
        "kept": kept,
        "ended": then & ~now,
        "kept_undated": kept & ties.undated,
        "kept_seen_since": kept & ~started & seen,
        "kept_perhaps_new": kept & started & (ties.start_max > before),
        "kept_perhaps_over": kept & (ties.end_min != FAR_AHEAD) & (ties.end_min < after),
    }
