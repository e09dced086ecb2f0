"""Does the network form along groups? Leiden communities against the partition."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from maillage.graph.adjacency import Floats, Ints
from maillage.graph.measures.chance import default_draws, too_few_ways, ways
from maillage.graph.measures.entry import Answer, Cost, Measure, Shape, Variant, undefined
from maillage.graph.measures.foreign import leiden
from maillage.graph.measures.p_values import TOO_SMALL, least_p, one_sided, standard_error
from maillage.graph.measures.study import Study
from maillage.graph.vocabulary import Label

Index = Callable[[Floats], float]


def communities(study: Study, _variant: str) -> Answer:
    """A number for each node: those of a community have the same."""
    value = study.by_node(study.once(found).astype(np.int64))
    return Answer(value, warnings=study.projected, seed=study.used_seed)


def found(study: Study) -> Ints:
    """Leiden communities of the union; each node its own where there is no tie."""
    if not study.union.size:
        return np.arange(study.n, dtype=np.int32)
    return leiden(study.union, study.used_seed)


def communities_nmi(study: Study, _variant: str) -> Answer:
    """2I/(H + H′): 1 if communities and groups are the same, 0 if unrelated."""
    return _agreement(study, _nmi)


def communities_ari(study: Study, _variant: str) -> Answer:
    """Pairs put together by both, beyond chance; 1 if the same, 0 on average at random."""
    return _agreement(study, _ari)


def _agreement(study: Study, index: Index) -> Answer:
    """The index, and what random groups of the same sizes give it."""
    if not study.binary.size:
        return undefined("no_ties")
    if study.present == 1:
        return undefined("one_group")
    made, groups = study.once(found), len(study.groups)
    value = index(_crossed(made, study.codes, groups))
    draws = default_draws(study)
    if not draws:
        return Answer(value, warnings=study.projected, seed=study.used_seed)
    if too_few_ways(study):
        said = (*study.projected, TOO_SMALL)
        return Answer(value, warnings=said, seed=study.used_seed)
    generator, codes = np.random.default_rng(study.used_seed), study.codes.copy()
    drawn = np.empty(draws)
    for k in range(draws):
        generator.shuffle(codes)
        drawn[k] = index(_crossed(made, codes, groups))
    p = one_sided(int(np.count_nonzero(drawn >= value - 1e-12)), draws)
    return Answer(
        value,
        warnings=study.projected,
        expected=float(drawn.mean()),
        seed=study.used_seed,
        draws=draws,
        p=p,
        se=standard_error(p, draws),
        p_least=least_p(study.once(ways), draws, sides=1),
    )


def _crossed(made: Ints, codes: Ints, groups: int) -> Floats:
    """Nodes by community and group."""
    rows = int(made.max()) + 1
    pairs = made.astype(np.int64) * groups + codes
    return np.bincount(pairs, minlength=rows * groups).reshape(rows, groups).astype(np.float64)


def _nmi(table: Floats) -> float:
    total = table.sum()
    joint, rows, columns = (_entropy(part, total) for part in (table, table.sum(1), table.sum(0)))
    return 2 * (rows + columns - joint) / (rows + columns)


def _entropy(counts: Floats, total: float) -> float:
    share = counts[counts > 0] / total
    return float(-(share * np.log(share)).sum())


def _ari(table: Floats) -> float:
    joint, rows, columns = (_pairs(part) for part in (table, table.sum(1), table.sum(0)))
    expected = rows * columns / _pairs(np.array([table.sum()]))
    most = (rows + columns) / 2
    return (joint - expected) / (most - expected)


def _pairs(counts: Floats) -> float:
    return float((counts * (counts - 1)).sum()) / 2


_LEIDEN = (Variant("leiden"),)
_TRAAG = "Traag, Waltman & van Eck 2019, Scientific Reports 9:5233"

MEASURES = (
    Measure(
        name="communities",
        label=Label("Communautés", "Communities"),
        meaning=Label(
            "Qui travaille surtout ensemble, sans regarder les groupes déclarés ?",
            "Who mostly works together, whatever the declared groups?",
        ),
        formula="Leiden, modularity, until stable (above 50,000 ties 5 rounds, above 10⁶ ties 2)",
        reference=_TRAAG,
        function=communities,
        shape=Shape.BY_NODE,
        variants=_LEIDEN,
        cost=Cost.HEAVY,
        notes="Seeded. Directed: on the union. An isolate is a community of its own.",
    ),
    Measure(
        name="communities_nmi",
        label=Label("Communautés et groupes (NMI)", "Communities and groups (NMI)"),
        meaning=Label(
            "Les communautés suivent-elles les groupes (1) ou non (0) ?",
            "Do communities follow the groups (1) or not (0)?",
        ),
        formula="NMI = 2I/(H + H′); expected and p under random labels",
        reference=f"{_TRAAG}; Danon et al. 2005, J. Stat. Mech. P09008",
        function=communities_nmi,
        shape=Shape.NUMBER,
        variants=_LEIDEN,
        cost=Cost.HEAVY,
        needs_partition=True,
        notes="Above 0 by chance alone: read it beside `expected`.",
    ),
    Measure(
        name="communities_ari",
        label=Label("Communautés et groupes (ARI)", "Communities and groups (ARI)"),
        meaning=Label(
            "Communautés et groupes réunissent-ils les mêmes paires, au-delà du hasard ?",
            "Do communities and groups put the same pairs together, beyond chance?",
        ),
        formula="ARI = (Σ_ij C(n_ij,2) − E)/(½(ΣC(a_i,2) + ΣC(b_j,2)) − E)",
        reference=f"{_TRAAG}; Hubert & Arabie 1985, Journal of Classification 2:193–218",
        function=communities_ari,
        shape=Shape.NUMBER,
        variants=_LEIDEN,
        cost=Cost.HEAVY,
        needs_partition=True,
    ),
)
