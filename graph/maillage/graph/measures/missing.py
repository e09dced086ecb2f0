"""What if some members, or some ties, are not on the lists? The index without them, many times."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from math import sqrt

import numpy as np

from maillage.graph.adjacency import Floats
from maillage.graph.measures.assortativity import assortativity_nominal
from maillage.graph.measures.ei import ei_network
from maillage.graph.measures.entry import Answer, Cost, Measure, Shape, Variant, undefined
from maillage.graph.measures.jackknife import FEWEST_NODES
from maillage.graph.measures.reasons import NUMBER
from maillage.graph.measures.result import Keyed
from maillage.graph.measures.study import Study
from maillage.graph.measures.tally import MOST_GROUPS_OF_TABLES, Mixing, mix, mixing_of, pair_table
from maillage.graph.vocabulary import Label

# Shares that are left out, in per cent.
SHARES = (10, 20, 30)
# Draws for each share unless asked otherwise: a range needs fewer than a p.
DEFAULT_DRAWS = 200
# Above this many ties, a tenth of them unless asked otherwise; the result says how many.
MANY_TIES = 20_000
_NAMES = ("low", "median", "high", "mean", "se_mean", "undefined")
_QUANTILES = (0.025, 0.5, 0.975)

Index = Callable[[Study, str], Answer]
_INDICES: Mapping[str, Index] = {
    "ei_network": ei_network,
    "assortativity_nominal": assortativity_nominal,
}


def missing_members(study: Study, variant: str) -> Answer:
    """The index without 10, 20 and 30 % of the members, drawn at random."""
    return _over_shares(study, variant, _without_members)


def missing_ties(study: Study, variant: str) -> Answer:
    """The index without 10, 20 and 30 % of the ties, drawn at random."""
    if len(study.groups) > MOST_GROUPS_OF_TABLES:
        return undefined("too_costly", advice="costly_groups")
    return _over_shares(study, variant, _without_ties)


Drawn = Callable[[Study, int, int, np.random.Generator], Iterator[Mixing]]


def _over_shares(study: Study, variant: str, drawn: Drawn) -> Answer:
    if study.n < FEWEST_NODES:
        return undefined("too_small")
    if not study.binary.size:
        return undefined("no_ties")
    wanted = _default_draws(study) if study.permutations is None else study.permutations
    generator, done, value = np.random.default_rng(study.used_seed), 0, {}
    for share in SHARES:
        values = []
        for sums in drawn(study, share, wanted, generator):
            values.append(_INDICES[variant](study.mixed(sums), "").value)
            if not study.watch(done + len(values), wanted * len(SHARES)):
                break
        done += len(values)
        value[str(share)] = _range([x for x in values if isinstance(x, float)], len(values))
    return Answer(value, seed=study.used_seed, draws=done // len(SHARES))


def _default_draws(study: Study) -> int:
    return DEFAULT_DRAWS // (10 if study.binary.size > MANY_TIES else 1)


def _without_members(
    study: Study, share: int, draws: int, generator: np.random.Generator
) -> Iterator[Mixing]:
    graph, groups = study.binary, len(study.groups)
    gone = round(study.n * share / 100)
    for _ in range(draws):
        left = np.ones(study.n, np.bool_)
        left[generator.choice(study.n, gone, replace=False)] = False
        # Who is left keeps a group of its own number: only ties within the rest count.
        yield mix(graph.induced(left), study.codes[left], groups, weighted=False)


def _without_ties(
    study: Study, share: int, draws: int, generator: np.random.Generator
) -> Iterator[Mixing]:
    """Only how many of each sort of tie are left matters: no tie need be drawn by itself."""
    table = pair_table(study.binary, study.codes, len(study.groups), weighted=False)
    left = study.binary.size - round(study.binary.size * share / 100)
    sorts = np.asarray(table, np.int64).ravel()
    for _ in range(draws):
        cells = generator.multivariate_hypergeometric(sorts, left, method="marginals")
        yield mixing_of(cells.reshape(table.shape), directed=study.directed)


def _range(values: list[float], draws: int) -> Keyed:
    undefined_draws = draws - len(values)
    if not values:
        why = np.array([NUMBER["no_ties"]] * (len(_NAMES) - 1) + [0], np.int8)
        return Keyed(_NAMES, np.array([0.0] * (len(_NAMES) - 1) + [undefined_draws]), why)
    ends: Floats = np.quantile(values, _QUANTILES)
    error = float(np.std(values)) / sqrt(len(values))
    return Keyed(_NAMES, np.array([*ends.tolist(), np.mean(values), error, undefined_draws]))


def _measure(name: str, label: Label, meaning: Label, function: Index, what: str) -> Measure[Study]:
    return Measure(
        name=name,
        label=label,
        meaning=meaning,
        formula=f"2.5 %, 50 % and 97.5 % of the index without 10, 20 and 30 % of the {what}",
        reference="Kossinets 2006, Social Networks 28:247–268",
        function=function,
        shape=Shape.BY_ROLE_AND_NODE,
        variants=tuple(map(Variant, _INDICES)),
        needs_partition=True,
        cost=Cost.HEAVY,
        drawn=True,
        notes=f"{DEFAULT_DRAWS} draws for each share unless asked otherwise (a tenth above "
        f"{MANY_TIES:,} ties), `undefined` says how many gave no index. Fewer than "
        f"{FEWEST_NODES} members: `too_small`. It tells of what is missing at random, not of who "
        "is never asked.",
    )


MEASURES = (
    _measure(
        "missing_members",
        Label("S’il manque des membres", "If members are missing"),
        Label(
            "Que deviendrait l’indice s’il manquait 10 à 30\u202f% des membres\u202f?",
            "What would the index be if 10 to 30% of members were not on the list?",
        ),
        missing_members,
        "members",
    ),
    _measure(
        "missing_ties",
        Label("S’il manque des liens", "If ties are missing"),
        Label(
            "Que deviendrait l’indice s’il manquait 10 à 30\u202f% des liens\u202f?",
            "What would the index be if 10 to 30% of ties were not known?",
        ),
        missing_ties,
        "ties",
    ),
)
