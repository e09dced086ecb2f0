"""Do groups keep to themselves, given how active each member is? Rewired graphs say."""

from __future__ import annotations

from math import sqrt

import numpy as np

from maillage.graph import kernels
from maillage.graph.adjacency import Floats
from maillage.graph.measures.entry import Answer, Cost, Measure, Shape, Variant, undefined
from maillage.graph.measures.p_values import (
    FEWEST_WAYS,
    TOO_SMALL,
    least_p_seen,
    two_sided,
    two_sided_error,
)
from maillage.graph.measures.rewiring import MANY_SWITCHES, TRIED_PER_TIE, Ends, rewirings
from maillage.graph.measures.study import DEFAULT_PERMUTATIONS, Study
from maillage.graph.measures.values import Details, Json
from maillage.graph.vocabulary import Label

# Switches that are tried without being asked for: seconds, compiled or not.
MOST_SWITCHES = 100_000_000
# Fewer graphs than this tell neither a mean nor a spread.
FEWEST = 20


def within_ties_degree_null(study: Study, _variant: str) -> Answer:
    """Ties within groups: observed, and in graphs of the same degrees."""
    if not study.binary.size:
        return undefined("no_ties")
    draws = _default_draws(study) if study.permutations is None else study.permutations
    if study.permutations is None and draws < FEWEST:
        return undefined("too_costly", advice="costly_rewiring")
    drawn = _within(study, draws)
    if len(drawn) < 2:
        return undefined("not_drawn")
    observed = int(study.mixing.inside)
    p = two_sided(int((drawn >= observed).sum()), int((drawn <= observed).sum()), len(drawn))
    least = least_p_seen(drawn)
    return Answer(
        _value(observed, drawn),
        warnings=(TOO_SMALL,) if least > 2 / FEWEST_WAYS else (),
        seed=study.used_seed,
        draws=len(drawn),
        p=p,
        se=two_sided_error(p, len(drawn)),
        p_least=least,
    )


def _default_draws(study: Study) -> int:
    most = MOST_SWITCHES if kernels.available() else MANY_SWITCHES
    return min(DEFAULT_PERMUTATIONS, most // (TRIED_PER_TIE * study.binary.size))


def _within(study: Study, draws: int) -> Floats:
    """Ties within groups of each rewired graph, as many as were drawn before being stopped."""
    codes, found = study.codes, []
    both = 1 if study.directed else 2

    def within(graph: Ends) -> int:
        return int(np.count_nonzero(codes[graph.heads] == codes[graph.tails])) // both

    for count in rewirings(study.binary, draws, study.used_seed, read=within):
        found.append(count)
        if not study.watch(len(found), draws):
            break
    return np.array(found, np.float64)


def _value(observed: int, drawn: Floats) -> Details:
    samples, mean, sd = len(drawn), float(drawn.mean()), float(drawn.std(ddof=1))
    told: dict[str, Json] = {
        "observed": observed,
        "mean": mean,
        "sd": sd,
        "z": (observed - mean) / sd if sd else None,
        "samples": samples,
        "se_mean": sd / sqrt(samples),
    }
    return Details(told, {} if sd else {"z": "zero_variance"})


MEASURES = (
    Measure(
        name="within_ties_degree_null",
        label=Label("Liens internes, à activité égale", "Within ties, degrees kept"),
        meaning=Label(
            "Les groupes restent-ils entre eux plus que l’activité de chacun ne le donnerait ?",
            "Do groups keep to themselves more than everybody’s activity would give?",
        ),
        formula="z = (observed − mean)/sd over simple graphs of the same degrees (in and out apart)"
        "; chains of at most 20 graphs, 10·L switches tried before each, refusals counted",
        reference="Maslov & Sneppen 2002, Science 296:910–913; Rao, Jana & Bandyopadhyay 1996, "
        "Sankhyā A 58:225–242",
        function=within_ties_degree_null,
        shape=Shape.COUNTS,
        variants=(Variant("monte_carlo"),),
        needs_partition=True,
        drawn=True,
        cost=Cost.HEAVY,
        notes="1,000 graphs unless asked otherwise, fewer for more than 10,000 ties (the result "
        "says how many), refused where fewer than 20 could be drawn in a moment: "
        "`--permutations` asks for a number. z is null (`zero_variance`) where the degrees leave "
        "no choice.",
    ),
)
