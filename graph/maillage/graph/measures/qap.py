"""Do two networks on the same nodes go together? Correlation, and what chance gives (QAP)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from itertools import permutations
from math import sqrt

import numpy as np

from maillage.graph.adjacency import Longs
from maillage.graph.measures import drawing
from maillage.graph.measures.chance import MANY_TIES, untested
from maillage.graph.measures.entry import Answer, Cost, Measure, Mode, Shape, Variant, undefined
from maillage.graph.measures.p_values import (
    FEWEST_WAYS,
    MANY_WAYS,
    least_p,
    one_sided,
    standard_error,
)
from maillage.graph.measures.study import DEFAULT_PERMUTATIONS
from maillage.graph.measures.two_dates import TwoDates
from maillage.graph.vocabulary import Label

# Ends of ties looked up at a time.
_BATCH_CELLS = 2_000_000
# Nodes of which every order is tried, to see how many differ: 5,040.
MOST_TRIED = 7


def qap_gcor(dates: TwoDates, variant: str) -> Answer:
    """Pearson's r over pairs of nodes, both rows and columns permuted together for its p."""
    dyads, first, last = dates.dyads, len(dates.ties_before), len(dates.ties_after)
    if not first and not last:
        return undefined("no_ties")
    spread = first * (dyads - first) * last * (dyads - last)
    if not spread:
        return undefined("zero_variance")
    r = (len(dates.kept) * dyads - first * last) / sqrt(spread)
    return Answer(r) if variant == "observed" else _tested(dates, r)


def _tested(dates: TwoDates, r: float) -> Answer:
    """Only the ties in common vary from draw to draw: comparing them is comparing r."""
    ways = _ways(dates)
    if ways < FEWEST_WAYS:
        return untested(r)
    at_least = draws = 0
    wanted = _default_draws(dates) if dates.permutations is None else dates.permutations
    for common in _drawn(dates, wanted):
        draws += len(common)
        at_least += int(np.count_nonzero(common >= len(dates.kept)))
        if not dates.watch(draws, wanted):
            break
    if not draws:
        return undefined("not_drawn")
    p = one_sided(at_least, draws)
    value = {"r": r, "p_upper": p, "perm": draws}
    stopped = ("interrupted",) if draws < wanted else ()
    return Answer(
        value,
        warnings=stopped,
        seed=dates.used_seed,
        draws=draws,
        p=p,
        se=standard_error(p, draws),
        p_least=least_p(ways, draws, sides=1),
    )


def _ways(dates: TwoDates) -> int:
    """Different placements of the second network on the nodes, where they can all be tried."""
    if dates.n > MOST_TRIED:
        return MANY_WAYS
    source, target = np.divmod(dates.ties_after, dates.n)
    place = np.array(list(permutations(range(dates.n))))
    return len(np.unique(np.sort(_keys(dates, place[:, source], place[:, target])), axis=0))


def _default_draws(dates: TwoDates) -> int:
    many = len(dates.ties_before) + len(dates.ties_after) > MANY_TIES
    return DEFAULT_PERMUTATIONS // (10 if many else 1)


def _drawn(dates: TwoDates, draws: int, workers: int | None = None) -> Iterator[Longs]:
    """Ties in common once the nodes of the second network are shuffled, in batches of draws."""
    cells = dates.n + len(dates.ties_after)
    size = max(1, min(draws, _BATCH_CELLS // cells))
    if workers is None:
        workers = drawing.workers(bytes_each=32 * size * cells)
    batches = (
        partial(_batch, dates, min(size, draws - start), [dates.used_seed, number])
        for number, start in enumerate(range(0, draws, size))
    )
    # A few small batches are over before a thread has begun.
    yield from drawing.in_order(batches, workers if size < draws else 1)


def _batch(dates: TwoDates, draws: int, seed: Sequence[int]) -> Iterator[Longs]:
    generator = np.random.default_rng(seed)
    source, target = np.divmod(dates.ties_after, dates.n)
    place = generator.permuted(np.tile(np.arange(dates.n), (draws, 1)), axis=1)
    keys = _keys(dates, place[:, source], place[:, target])
    yield _found(keys, dates.ties_before).sum(axis=1)


def _keys(dates: TwoDates, heads: Longs, tails: Longs) -> Longs:
    """Ties as source·N + target, the smaller end first if undirected."""
    if not dates.directed:
        heads, tails = np.minimum(heads, tails), np.maximum(heads, tails)
    return heads * dates.n + tails


def _found(keys: Longs, among: Longs) -> np.ndarray[tuple[int, ...], np.dtype[np.bool_]]:
    """Which keys are among the sorted ones, of which there is at least one."""
    places = np.minimum(np.searchsorted(among, keys), len(among) - 1)
    return np.equal(among[places], keys)


MEASURES = (
    Measure(
        name="qap_gcor",
        label=Label("Corrélation des deux réseaux (QAP)", "Correlation of both networks (QAP)"),
        meaning=Label(
            "Les liens de l’un vont-ils avec ceux de l’autre, plus que par hasard\u202f?",
            "Do the ties of one go with those of the other, more than by chance?",
        ),
        formula="r of a_ij and b_ij over pairs i ≠ j (undirected: once); p_upper = (b + 1)/(R + 1),"
        " b shuffles of the nodes of the second network with at least as many ties in common",
        reference="Krackhardt 1988, Social Networks 10:359–381; Hubert 1987, Assignment Methods",
        function=qap_gcor,
        shape=Shape.NUMBER,
        variants=(Variant("observed"), Variant("monte_carlo")),
        mode=Mode.DATES,
        cost=Cost.HEAVY,
        notes="`observed`: r alone; `monte_carlo`: {r, p_upper, perm}, 1,000 shuffles unless asked "
        "otherwise (100 above a million ties); p is null (`too_small`) where fewer than "
        f"{FEWEST_WAYS} shuffles differ. A network without ties, or in which everybody is "
        "tied: `zero_variance`.",
    ),
)
