"""E-I: is this network, this group, this member turned outwards or inwards?"""

from __future__ import annotations

import numpy as np

from maillage.graph.adjacency import Adjacency, Bools, Longs
from maillage.graph.measures.entry import Answer, Measure, Shape, Variant, undefined
from maillage.graph.measures.jackknife import over_nodes
from maillage.graph.measures.result import Bounds, Interval
from maillage.graph.measures.study import Study, ratio
from maillage.graph.vocabulary import Label


def ei_network(study: Study, variant: str) -> Answer:
    """(E − I)/(E + I): +1 if every tie crosses, −1 if none does."""
    weighted = variant == "weighted"
    sums = study.weighted_mixing if weighted else study.mixing
    bounds = None if study.lean else _outer_bounds(study, weighted=weighted)
    if not sums.total:
        return Answer(None, "no_ties", bounds=bounds)
    value = (sums.crossing - sums.inside) / sums.total
    if study.lean:
        return Answer(value)
    return Answer(
        value,
        warnings=_one_group(study),
        expected=expected_ei(study),
        interval=_interval(study, weighted=weighted),
        bounds=bounds,
    )


def expected_ei(study: Study) -> float:
    """E-I under random labels: 1 − 2Σn_g(n_g−1)/(N(N−1)). Needs two members."""
    pairs = study.n * (study.n - 1)
    same = int((study.sizes * (study.sizes - 1)).sum())
    return (pairs - 2 * same) / pairs


def ei_perm_expected(study: Study, _variant: str) -> Answer:
    """E-I under random labels beside the observed one."""
    sums = study.mixing
    if not sums.total:
        return undefined("no_ties")
    observed = (sums.crossing - sums.inside) / sums.total
    value = {"expected_ei": expected_ei(study), "observed": observed}
    return Answer(value, warnings=_one_group(study))


def ei_group(study: Study, _variant: str) -> Answer:
    """E-I of the ties that touch a group, each counted once."""
    sums = study.mixing
    values = ratio(sums.touching - 2 * sums.within, sums.touching)
    why = {"group_without_ties": sums.touching == 0}
    return Answer(
        study.by_group(values, why), warnings=_one_group(study), bounds=_group_bounds(study)
    )


def ei_node(study: Study, _variant: str) -> Answer:
    """E-I of the distinct partners of a node, in either direction."""
    alters, own = alters_and_own(study)
    value = study.by_node(ratio(alters - 2 * own, alters), {"isolate": alters == 0})
    warnings = _one_group(study)
    return Answer(value, warnings=warnings, bounds=node_bounds(study, slope=2.0, shift=-1.0))


def alters_and_own(study: Study) -> tuple[Longs, Longs]:
    """Distinct partners of each node, and those of its own group."""
    graph = study.union
    same = study.codes[graph.source] == study.codes[graph.target]
    return graph.degree, _counts(graph, same)


def node_bounds(study: Study, *, slope: float, shift: float) -> Bounds | None:
    """Least and greatest `slope·share + shift`, of the share of partners across the boundary.

    Partners without a group count as crossing, then as within.
    """
    if study.whole:
        return None
    graph = study.network.simple.union
    codes = study.parts.codes
    decided = (codes[graph.source] >= 0) & (codes[graph.target] >= 0)
    crossing = decided & (codes[graph.source] != codes[graph.target])
    alters = graph.degree[study.kept]
    crossed = _counts(graph, crossing)[study.kept]
    unknown = _counts(graph, ~decided)[study.kept]
    why = {"isolate": alters == 0}
    low, high = ratio(crossed, alters), ratio(crossed + unknown, alters)
    return Bounds(
        study.by_node(np.where(alters > 0, slope * low + shift, 0.0), why),
        study.by_node(np.where(alters > 0, slope * high + shift, 0.0), why),
        "outer",
        study.network.n - study.n,
        int(np.count_nonzero(~decided)),
    )


def _counts(graph: Adjacency, chosen: Bools) -> Longs:
    ends = np.concatenate([graph.source[chosen], graph.target[chosen]])
    return np.bincount(ends, minlength=graph.n).astype(np.int64)


def _one_group(study: Study) -> tuple[str, ...]:
    return ("one_group",) if study.present == 1 else ()


def _outer_bounds(study: Study, *, weighted: bool) -> Bounds | None:
    """Every tie with an undecided end counted as within, then as crossing."""
    if study.whole:
        return None
    sums = study.weighted_mixing if weighted else study.mixing
    graph = study.network.weighted if weighted else study.network.simple
    codes = study.parts.codes
    undecided = (codes[graph.source] < 0) | (codes[graph.target] < 0)
    moved = graph.weight[undecided].sum().item()
    total = sums.total + moved
    low = high = None
    if total:
        low = (sums.crossing - sums.inside - moved) / total
        high = (sums.crossing - sums.inside + moved) / total
    nodes = study.network.n - study.n
    return Bounds(low, high, "outer", nodes, int(np.count_nonzero(undecided)))


def _group_bounds(study: Study) -> Bounds | None:
    """Ties that touch a group or could: those of its members, and those of two undecided ends."""
    if study.whole:
        return None
    graph, codes, groups = study.network.simple, study.parts.codes, len(study.groups)
    heads, tails = codes[graph.source], codes[graph.target]
    undecided = (heads < 0) | (tails < 0)
    free = int(np.count_nonzero((heads < 0) & (tails < 0)))
    known = np.maximum(heads, tails)[undecided]
    moved = free + np.bincount(known[known >= 0], minlength=groups)
    sums = study.mixing
    total = sums.touching + moved
    balance = sums.touching - 2 * sums.within
    why = {"group_without_ties": total == 0}
    return Bounds(
        study.by_group(ratio(balance - moved, total), why),
        study.by_group(ratio(balance + moved, total), why),
        "outer",
        study.network.n - study.n,
        int(np.count_nonzero(undecided)),
    )


def _interval(study: Study, *, weighted: bool) -> Interval | None:
    """Jackknife over nodes: what E-I becomes without each of them."""
    graph = study.weighted if weighted else study.binary
    cross = study.codes[graph.source] != study.codes[graph.target]
    signed = np.where(cross, graph.weight, -graph.weight)
    balance, weight = signed.sum(), graph.weight.sum()
    without = balance - graph.touching(signed), weight - graph.touching(graph.weight)
    return over_nodes(*without, value=float(balance / weight), low=-1.0, high=1.0)


_EI = "Krackhardt & Stern 1988, Social Psychology Quarterly 51:123–140"

MEASURES = (
    Measure(
        name="ei_network",
        label=Label("Indice E-I", "E-I index"),
        meaning=Label(
            "Le réseau est-il tourné vers les autres groupes (+1) ou vers lui-même (−1) ?",
            "Is the network turned towards other groups (+1) or inwards (−1)?",
        ),
        formula="EI = (E − I)/(E + I); expected under random labels 1 − 2Σn_g(n_g−1)/(N(N−1))",
        reference=_EI,
        function=ei_network,
        shape=Shape.NUMBER,
        variants=(Variant(""), Variant("weighted", weighted=True)),
        needs_partition=True,
        permuted=True,
        notes="No tie: `no_ties`. One group: −1 with the warning `one_group`. `expected` and "
        "`difference` stand beside the value; never rank poles on the raw value, which depends "
        "on the sizes of the groups. Interval: jackknife over nodes, from 8 members. Bounds: "
        "every tie of an undecided node counted as within, then as crossing.",
    ),
    Measure(
        name="ei_group",
        label=Label("Indice E-I des groupes", "E-I index of groups"),
        meaning=Label(
            "Chaque groupe est-il tourné vers les autres ou vers lui-même ?",
            "Is each group turned towards the others or inwards?",
        ),
        formula="EI_g = (E_g − I_g)/(E_g + I_g) over the ties that touch g, each counted once",
        reference=_EI,
        function=ei_group,
        shape=Shape.BY_GROUP,
        variants=(Variant("ties_counted_once"),),
        needs_partition=True,
        notes="Counting within ties twice, as sums of rows do, is a different number.",
    ),
    Measure(
        name="ei_node",
        label=Label("Indice E-I des membres", "E-I index of members"),
        meaning=Label(
            "Les partenaires de ce membre sont-ils d’autres groupes ou du sien ?",
            "Are the partners of this member of other groups or of its own?",
        ),
        formula="EI_i = (E_i − I_i)/(E_i + I_i) over distinct partners in either direction",
        reference=_EI,
        function=ei_node,
        shape=Shape.BY_NODE,
        variants=(Variant("alters_any_direction"),),
        needs_partition=True,
        notes="An isolate has none. The mean over members is not the E-I of the network.",
    ),
    Measure(
        name="ei_perm_expected",
        label=Label("E-I attendu au hasard", "Expected E-I"),
        meaning=Label(
            "L’indice E-I que donnerait une répartition au hasard des mêmes groupes.",
            "The E-I that the same groups would give if handed out at random.",
        ),
        formula="E[EI] = 1 − 2Σn_g(n_g−1)/(N(N−1))",
        reference=_EI,
        function=ei_perm_expected,
        shape=Shape.COUNTS,
        needs_partition=True,
    ),
)
