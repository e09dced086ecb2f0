"""The same measures at several dates: what changed from each to the next, then each by itself."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from maillage.graph.errors import UnknownName
from maillage.graph.measures.chance import check_draws
from maillage.graph.measures.modes import TWO_DATES, measure_two_dates
from maillage.graph.measures.registry import ONE_MODE, measure
from maillage.graph.measures.result import Result
from maillage.graph.measures.study import Watch, keep_on
from maillage.graph.network import Network

# What is measured at each date unless asked otherwise: one number each.
HEADLINES = ("ei_network", "assortativity_nominal", "density", "mean_degree", "transitivity")


@dataclass(frozen=True, eq=False)
class Dated:
    """A network, and the date or the word that tells when."""

    at: str
    network: Network


def measure_series(
    series: Sequence[Dated],
    names: Sequence[str] = (),
    *,
    by: str | None,
    weighted: bool = False,
    lives: Callable[[int], Mapping[str, int]] | None = None,
    permutations: int | None = None,
    seed: int | None = None,
    watch: Watch = keep_on,
) -> list[Result]:
    """`names` are measures of two dates or of one mode, taken at each date with what it `change`d
    by; all of the former and a few of the latter unless named. `lives` tells what became of dated
    ties from the date of this number to the next."""
    check_draws(permutations)
    of_change, of_each = _sorted_out(names, by)
    results: list[Result] = []
    for step, (first, last) in enumerate(pairwise(series) if of_change else ()):
        changed = measure_two_dates(
            first.network,
            last.network,
            # Named, what does not apply is said; otherwise it is left out.
            of_change if names else None,
            lives=lives and lives(step),
            permutations=permutations,
            seed=seed,
            watch=watch,
        )
        results += [replace(result, at=f"{first.at}/{last.at}") for result in changed]
    before: list[Result] = []
    for date in series if of_each else ():
        taken = measure(
            date.network,
            of_each,
            by=by,
            weighted=weighted,
            permutations=permutations,
            seed=seed,
            watch=watch,
        )
        before = [replace(_changed(result, before), at=date.at) for result in taken]
        results += before
    return results


def _sorted_out(names: Sequence[str], by: str | None) -> tuple[list[str], list[str]]:
    """Measures of change, and measures of each date."""
    if not names:
        fitting = [name for name in HEADLINES if by or not ONE_MODE[name].needs_partition]
        return list(TWO_DATES), fitting
    for name in names:
        if name not in TWO_DATES and name not in ONE_MODE:
            known = ", ".join(sorted({*TWO_DATES, *ONE_MODE}))
            raise UnknownName("unknown_name", what="measure", name=name, known=known)
    chosen = [name for name in names if name in TWO_DATES]
    return chosen, [name for name in names if name not in TWO_DATES]


def _changed(result: Result, before: Sequence[Result]) -> Result:
    """With its departure from the date before, where both are numbers."""
    for old in before:
        alike = (old.measure, old.variant) == (result.measure, result.variant)
        if alike and isinstance(old.value, int | float) and isinstance(result.value, int | float):
            return replace(result, change=result.value - old.value)
    return result
