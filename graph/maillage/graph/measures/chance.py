"""Would chance give this? The same graph, the groups handed out again at random."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import chain
from math import sqrt

from maillage.graph.errors import InvalidInput
from maillage.graph.measures.entry import Answer, Measure, Shape, Variant, undefined
from maillage.graph.measures.p_values import (
    FEWEST_WAYS,
    TOO_SMALL,
    least_p,
    one_sided,
    standard_error,
    two_sided,
    two_sided_error,
    ways_to_group,
)
from maillage.graph.measures.relabelling import Labellings, labellings
from maillage.graph.measures.study import DEFAULT_PERMUTATIONS, Study
from maillage.graph.measures.values import Details
from maillage.graph.vocabulary import Label

# Draws beyond this tell nothing more: p is then known to a thousandth of itself.
MOST_DRAWS = 1_000_000
# Above this many ties, fewer draws unless a number is asked for; the result says how many.
MANY_TIES = 1_000_000
# Sums of draws, by group, that are kept for the next measure; beyond, they are drawn again.
_KEPT_SUMS = 20_000_000


@dataclass(frozen=True)
class Drawn:
    """What a permutation test says: two-sided p, its standard error, the least that it could have
    been, draws and seed."""

    p: float
    se: float
    p_least: float
    draws: int
    seed: int


def check_draws(draws: int | None, *, least: int = 0) -> None:
    if draws is not None and not least <= draws <= MOST_DRAWS:
        raise InvalidInput("draws_limit", value=draws, most=MOST_DRAWS)


def default_draws(study: Study) -> int:
    """As asked, else a thousand, a hundred for very many ties."""
    if study.permutations is not None:
        return study.permutations
    return DEFAULT_PERMUTATIONS // (10 if study.binary.size > MANY_TIES else 1)


def label_permutation(
    function: Callable[[Study, str], Answer],
    study: Study,
    variant: str,
    observed: float,
    *,
    weighted: bool,
) -> Drawn | None:
    """Two-sided p of an index of mixing when groups are handed out at random; isolates take part.

    Draws that leave the index undefined count on both sides: they say nothing against chance.
    None if it was stopped before any draw.
    """
    above = below = draws = 0
    slack = 1e-12 * max(1.0, abs(observed))
    for batch in drawn_labels(study, study.permutations or 0, weighted=weighted):
        draws += len(batch)
        for k in range(len(batch)):
            value = function(study.mixed(batch.mixing(k)), variant).value
            drawn = value if isinstance(value, int | float) else None
            above += drawn is None or drawn >= observed - slack
            below += drawn is None or drawn <= observed + slack
    if not draws:
        return None
    p = two_sided(above, below, draws)
    least = least_p(study.once(ways), draws, sides=2)
    return Drawn(p, two_sided_error(p, draws), least, draws, study.used_seed)


def ways(study: Study) -> float:
    return ways_to_group(study.sizes.tolist())


def too_few_ways(study: Study) -> bool:
    """Whether no allocation of the groups, however extreme, would be rare: then none is drawn."""
    return study.once(ways) < FEWEST_WAYS


def drawn_labels(study: Study, draws: int, *, weighted: bool) -> Iterable[Labellings]:
    """Drawn once for all the measures of a study, as far as memory holds them."""
    if draws * len(study.groups) > _KEPT_SUMS:
        return _draw(study, draws, weighted=weighted)
    kept = study.once(_kept)
    if (draws, weighted) not in kept:
        kept[draws, weighted] = list(_draw(study, draws, weighted=weighted))
    return kept[draws, weighted]


def _kept(_study: Study) -> dict[tuple[int, bool], list[Labellings]]:
    """The draws of a study, by their number and by the reading they are of."""
    return {}


def _draw(study: Study, draws: int, *, weighted: bool) -> Iterable[Labellings]:
    graph = study.weighted if weighted else study.binary
    done = 0
    for batch in labellings(
        graph, study.codes, len(study.groups), draws, study.used_seed, weighted=weighted
    ):
        yield batch
        done += len(batch)
        if not study.watch(done, draws):
            return


def qap_same_group(study: Study, _variant: str) -> Answer:
    """Correlation of « are tied » with « are of the same group », and how often chance does it."""
    dyads = study.n * (study.n - 1) // (1 if study.directed else 2)
    ties, inside = int(study.mixing.total), int(study.mixing.inside)
    alike = int((study.sizes * (study.sizes - 1)).sum()) // (1 if study.directed else 2)
    if not ties:
        return undefined("no_ties")
    if study.present == 1:
        return undefined("one_group")
    spread = ties * (dyads - ties) * alike * (dyads - alike)
    if not spread:
        return undefined("zero_variance")
    r = (inside * dyads - ties * alike) / sqrt(spread)
    if too_few_ways(study):
        return untested(r)
    batches = drawn_labels(study, default_draws(study), weighted=False)
    drawn = list(chain.from_iterable(batch.within.sum(axis=1).tolist() for batch in batches))
    if not drawn:
        return undefined("not_drawn")
    # Only the ties within groups vary from draw to draw: comparing them is comparing r.
    p = one_sided(sum(count >= inside for count in drawn), len(drawn))
    return Answer(
        {"r": r, "p_upper": p, "perm": len(drawn)},
        seed=study.used_seed,
        draws=len(drawn),
        p=p,
        se=standard_error(p, len(drawn)),
        p_least=least_p(study.once(ways), len(drawn), sides=1),
    )


def untested(r: float) -> Answer:
    """A correlation on so few nodes that no p could be small."""
    return Answer(Details({"r": r, "perm": 0}, {"p_upper": TOO_SMALL}))


MEASURES = (
    Measure(
        name="qap_same_group",
        label=Label("Corrélation avec « même groupe » (QAP)", "QAP with “same group”"),
        meaning=Label(
            "Être du même groupe va-t-il avec être lié, plus que le hasard ne le donnerait ?",
            "Does being of the same group go with being tied, more than chance would give?",
        ),
        formula="r of a_ij and [g_i = g_j] over pairs i ≠ j; p_upper = (b + 1)/(R + 1), b draws of "
        "labels with at least as many ties within groups",
        reference="Krackhardt 1988, Social Networks 10:359–381; Hubert 1987, Assignment Methods",
        function=qap_same_group,
        shape=Shape.COUNTS,
        variants=(Variant("monte_carlo"),),
        needs_partition=True,
        drawn=True,
        notes="1,000 draws unless asked otherwise (100 above a million ties); isolates take part. "
        f"Fewer than {FEWEST_WAYS} ways to hand out the groups: r alone, p is null (`too_small`). "
        "Degrees are not kept: read it beside `within_ties_degree_null`. Null: `no_ties`, "
        "`one_group`, `zero_variance` (everybody tied, or nobody of the same group).",
    ),
)
