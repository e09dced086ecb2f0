"""Who carries messages between groups? The five roles of Gould and Fernandez.

For each broker j: ordered pairs i ≠ k with i→j→k and no i→k. An undirected tie is two arcs, so
every role is counted in both orders and gatekeepers equal representatives, as in R sna.
"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import permutations

import numpy as np

from maillage.graph.adjacency import Adjacency, Floats, Ints, Longs
from maillage.graph.measures.entry import Answer, Measure, Shape
from maillage.graph.measures.spread import Spread, spread
from maillage.graph.measures.study import Study, ratio
from maillage.graph.vocabulary import Label

ROLES = ("coordinator", "itinerant", "gatekeeper", "representative", "liaison")
Counts = Mapping[str, Longs]


def brokerage_raw(study: Study, _variant: str) -> Answer:
    """How many times each node holds each role."""
    return Answer({role: study.by_node(count) for role, count in study.once(counts).items()})


def brokerage_total(study: Study, _variant: str) -> Answer:
    """How many times each role is held in the network."""
    return Answer({role: int(count.sum()) for role, count in study.once(counts).items()})


def brokerage_expected(study: Study, _variant: str) -> Answer:
    """Mean of each role under a random digraph of the same density and group sizes."""
    why = {"too_small": np.full(study.n, study.n < 2)}
    return Answer(
        {role: study.by_node(mean, why) for role, (mean, _) in study.once(moments).items()}
    )


def brokerage_z(study: Study, _variant: str) -> Answer:
    """(raw − expected)/sd for each node and role."""
    raw, found = study.once(counts), {}
    small = np.full(study.n, study.n < 2)
    for role, (mean, variance) in study.once(moments).items():
        why = {"too_small": small, "zero_variance": variance <= 0}
        found[role] = study.by_node(ratio(raw[role] - mean, np.sqrt(variance)), why)
    return Answer(found)


def counts(study: Study) -> Counts:
    """Paths i→j→k by role of j, less those that an arc i→k closes."""
    paths, closed = _paths(study), _closed(study)
    open_ = {role: paths[role] - closed[number] for number, role in enumerate(ROLES)}
    return {**open_, "total": np.sum(list(open_.values()), axis=0)}


def moments(study: Study) -> Mapping[str, tuple[Floats, Floats]]:
    """Mean p·S and variance p(1−p)S + cT of each role for each node.

    S counts the pairs (i, k) that could hold the role, T the ordered pairs of those that share an
    arc of j: two that share one are dependent, all others are not.
    """
    density = _density(study)
    p = density**2 * (1 - density)
    c = density**3 * (1 - density) ** 3
    candidates = _candidates(study.sizes.astype(np.float64), study.n)
    # Adding 0.0 keeps a product of zeros from being −0.
    return {
        role: ((p * s + 0.0)[study.codes], (p * (1 - p) * s + c * t + 0.0)[study.codes])
        for role, (s, t) in candidates.items()
    }


def _density(study: Study) -> float:
    arcs = study.binary.size * (1 if study.directed else 2)
    dyads = study.n * (study.n - 1)
    return arcs / dyads if dyads else 0.0


def _candidates(n: Floats, everyone: int) -> Mapping[str, tuple[Floats, Floats]]:
    """S and T for a broker of each group, of which there are n members."""
    rest = everyone - n
    pairs, trebles = n * (n - 1), n * (n - 1) * (n - 2)
    others_alike = pairs.sum() - pairs, trebles.sum() - trebles
    # Liaisons: i in another group h, k in neither. Sums over h other than the broker's group.
    across = np.array([_over_others(n, g, everyone) for g in range(len(n))]).reshape(-1, 2).T
    bridge = rest * (n - 1)
    bridges = rest * (n - 1) * (n - 2) + (n - 1) * rest * (rest - 1)
    total = np.full_like(n, (everyone - 1) * (everyone - 2))
    return {
        "coordinator": ((n - 1) * (n - 2), 2 * (n - 1) * (n - 2) * (n - 3)),
        "itinerant": (others_alike[0], 2 * others_alike[1]),
        "gatekeeper": (bridge, bridges),
        "representative": (bridge, bridges),
        "liaison": (across[0], 2 * across[1]),
        "total": (total, 2 * total * (everyone - 3)),
    }


def _over_others(n: Floats, g: int, everyone: int) -> tuple[float, float]:
    other = np.delete(n, g)
    third = everyone - n[g] - other
    return float((other * third).sum()), float((other * third * (third - 1)).sum())


def _paths(study: Study) -> Counts:
    """Ordered pairs i→j→k with i ≠ k, by role of j."""
    graph, codes, groups = study.binary, study.codes, len(study.groups)
    out = spread(graph, codes, groups)
    into = out if not study.directed else spread(graph.reversed, codes, groups)
    mutual = spread(_mutual(study), codes, groups) if study.directed else out
    out_own, in_own, both_own = (part.own(codes) for part in (out, into, mutual))
    out_rest, in_rest = out.totals - out_own, into.totals - in_own
    alike = _products(into, out) - in_own * out_own
    return {
        "coordinator": in_own * out_own - both_own,
        "itinerant": alike - (mutual.totals - both_own),
        "gatekeeper": in_rest * out_own,
        "representative": in_own * out_rest,
        "liaison": in_rest * out_rest - alike,
    }


def _mutual(study: Study) -> Adjacency:
    """Pairs tied both ways."""
    ahead, back = study.arcs
    both, union = ahead & back, study.union
    return Adjacency(
        n=study.n,
        directed=False,
        source=union.source[both],
        target=union.target[both],
        weight=union.weight[both],
    )


def _products(into: Spread, out: Spread) -> Longs:
    """Σ_g in_g·out_g for each node."""
    _, left, right = np.intersect1d(into.keys, out.keys, assume_unique=True, return_indices=True)
    shared = Spread(out.n, out.groups, out.node[right], out.group[right], out.amount[right])
    return np.asarray(shared.per_node(into.amount[left] * out.amount[right]), np.int64)


def _closed(study: Study) -> Longs:
    """Pairs i→j→k that an arc i→k closes: a row for each role, a column for each j."""
    ahead, back = study.arcs
    found, codes = study.triangles, study.codes
    nodes = (found.a, found.b, found.c)
    sides = {(0, 1): found.ab, (0, 2): found.ac, (1, 2): found.bc}
    total = np.zeros(len(ROLES) * study.n, np.int64)
    for i, j, k in permutations(range(3)):
        arcs = [
            ahead[sides[x, y]] if x < y else back[sides[y, x]] for x, y in ((i, j), (j, k), (i, k))
        ]
        whole = arcs[0] & arcs[1] & arcs[2]
        broker = nodes[j][whole]
        roles = _roles(*(codes[nodes[x][whole]] for x in (i, j, k)))
        total += np.bincount(roles * study.n + broker, minlength=len(total))
    return total.reshape(len(ROLES), study.n)


def _roles(first: Ints, broker: Ints, last: Ints) -> Longs:
    """Numbers in ROLES."""
    return np.select(
        [
            (first == broker) & (broker == last),
            first == last,
            broker == last,
            first == broker,
        ],
        [0, 1, 2, 3],
        4,
    ).astype(np.int64)


_GF = "Gould & Fernandez 1989, Sociological Methodology 19:89–126"
_FORMULA = "ordered (i, k), i ≠ k, with i→j→k and no i→k, by the groups of i, j, k"

MEASURES = (
    Measure(
        name="brokerage_raw",
        label=Label("Rôles d’intermédiaire", "Brokerage roles"),
        meaning=Label(
            "Combien de fois ce membre fait-il passer entre deux autres qui ne se joignent pas ?",
            "How many times does this member stand between two others that are not tied?",
        ),
        formula=_FORMULA,
        reference=_GF,
        function=brokerage_raw,
        shape=Shape.BY_ROLE_AND_NODE,
        needs_partition=True,
        notes="coordinator: all of one group; itinerant: i and k of one group, j of another; "
        "gatekeeper: j and k; representative: i and j; liaison: three groups. Undirected: each "
        "tie is two arcs, every role counted in both orders.",
    ),
    Measure(
        name="brokerage_expected",
        label=Label("Intermédiaires : attendu", "Brokerage: expected"),
        meaning=Label(
            "Le nombre de rôles que donnerait un réseau au hasard de même densité.",
            "The roles that a random network of the same density would give.",
        ),
        formula="E = p·S, p = d²(1−d), d = arcs/(N(N−1)), S the candidate pairs (i, k)",
        reference=_GF,
        function=brokerage_expected,
        shape=Shape.BY_ROLE_AND_NODE,
        needs_partition=True,
        notes="Bernoulli digraph; undirected ties count as two independent arcs.",
    ),
    Measure(
        name="brokerage_z",
        label=Label("Intermédiaires : écart au hasard", "Brokerage: z"),
        meaning=Label(
            "De combien d’écarts-types les rôles tenus dépassent le hasard.",
            "By how many standard deviations the roles held exceed chance.",
        ),
        formula="z = (raw − E)/√Var, Var = p(1−p)S + cT, c = d³(1−d)³",
        reference=_GF,
        function=brokerage_z,
        shape=Shape.BY_ROLE_AND_NODE,
        needs_partition=True,
        notes="T: ordered pairs of candidates that share an arc of j. Var = 0: `zero_variance`.",
    ),
    Measure(
        name="brokerage_total",
        label=Label("Rôles d’intermédiaire, en tout", "Brokerage roles in all"),
        meaning=Label(
            "Combien de fois chaque rôle est tenu dans le réseau.",
            "How many times each role is held in the network.",
        ),
        formula="Σ_j of each role",
        reference=_GF,
        function=brokerage_total,
        shape=Shape.COUNTS,
        needs_partition=True,
    ),
)
