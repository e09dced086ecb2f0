"""How much would the density vary among networks like this one? Members drawn with replacement."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from maillage.graph.adjacency import Bools
from maillage.graph.measures.entry import Answer, Cost, Measure, Shape, Variant, undefined
from maillage.graph.measures.jackknife import FEWEST_NODES
from maillage.graph.measures.study import DEFAULT_PERMUTATIONS, Study
from maillage.graph.vocabulary import Label

# The table of all pairs is drawn anew each time.
MOST_NODES = 1_000


def density_bootstrap(study: Study, _variant: str) -> Answer:
    """Standard error and 95 % interval of the density."""
    if study.n < FEWEST_NODES:
        return undefined("too_small")
    if study.n > MOST_NODES:
        return undefined("too_costly", advice="costly_pairs")
    draws = DEFAULT_PERMUTATIONS if study.permutations is None else study.permutations
    drawn = []
    for density in densities(_table(study), draws, study.used_seed):
        drawn.append(density)
        if not study.watch(len(drawn), draws):
            break
    if len(drawn) < 2:
        return undefined("not_drawn")
    low, high = np.quantile(drawn, (0.025, 0.975)).tolist()
    value = {
        "mean": float(np.mean(drawn)),
        "se": float(np.std(drawn, ddof=1)),
        "low": low,
        "high": high,
    }
    return Answer(value, seed=study.used_seed, draws=len(drawn))


def densities(tied: Bools, draws: int, seed: int) -> Iterator[float]:
    """A member who is drawn twice meets itself: that pair takes the value of any pair at random."""
    n, generator = len(tied), np.random.default_rng(seed)
    apart = ~np.eye(n, dtype=np.bool_)
    values = tied[apart]
    for _ in range(draws):
        who = generator.integers(n, size=n)
        twice = int((who[:, None] == who).sum()) - n
        filled = generator.choice(values, twice).sum()
        # A member tied to nobody meets itself untied: the diagonal of the table is empty.
        yield float(tied[np.ix_(who, who)].sum() + filled) / (n * (n - 1))


def _table(study: Study) -> Bools:
    tied = np.zeros((study.n, study.n), np.bool_)
    tied[study.binary.source, study.binary.target] = True
    return tied if study.directed else tied | tied.T


MEASURES = (
    Measure(
        name="density_bootstrap",
        label=Label("Densité, à un tirage près", "Density, give or take a draw"),
        meaning=Label(
            "De combien la densité varierait-elle dans des réseaux comme celui-ci\u202f?",
            "By how much would density vary in networks like this one?",
        ),
        formula="densities of n members drawn with replacement; a pair of the same member takes "
        "the value of a random pair",
        reference="Snijders & Borgatti 1999, Connections 22:161–170",
        function=density_bootstrap,
        shape=Shape.COUNTS,
        variants=(Variant("vertex"),),
        cost=Cost.MATRIX,
        drawn=True,
        notes=f"1,000 draws unless asked otherwise. Fewer than {FEWEST_NODES} members: "
        f"`too_small`; more than {MOST_NODES}: `too_costly`. Of a pole that is known completely it "
        "tells of others like it, not of itself.",
    ),
)
