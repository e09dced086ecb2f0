"""How varied are the partners of this organisation? Blau, IQV, participation, cross share."""

from __future__ import annotations

import numpy as np

from maillage.graph.adjacency import Floats, Longs
from maillage.graph.measures.ei import alters_and_own, node_bounds
from maillage.graph.measures.entry import Answer, Measure, Shape, Variant
from maillage.graph.measures.spread import Spread, spread
from maillage.graph.measures.study import Study, ratio
from maillage.graph.vocabulary import Label


def blau_ego(study: Study, _variant: str) -> Answer:
    """1 − Σp_g² over the groups of distinct partners, in either direction."""
    return _variety(study, _alters(study))


def iqv_ego(study: Study, _variant: str) -> Answer:
    """Blau's index as a share of the most it could be with the groups present."""
    return _variety(study, _alters(study), shared_out=True)


def simpson_ego(study: Study, _variant: str) -> Answer:
    """1 − Σn_g(n_g−1)/(k(k−1)): Blau's index without its bias for few partners."""
    parts = _alters(study)
    total = parts.totals
    unlike = parts.per_node(parts.amount * (total[parts.node] - parts.amount))
    why = {"isolate": total == 0, "too_small": total == 1}
    return Answer(study.by_node(ratio(unlike, total * (total - 1)), why))


def cross_group_share(study: Study, _variant: str) -> Answer:
    """Share of distinct partners that are of another group."""
    alters, own = alters_and_own(study)
    value = study.by_node(ratio(alters - own, alters), {"isolate": alters == 0})
    return Answer(value, bounds=node_bounds(study, slope=1.0, shift=0.0))


def participation(study: Study, variant: str) -> Answer:
    """1 − Σ(k_ig/k_i)² over ties: out, in, or all of them."""
    return _variety(study, _ties(study, variant))


def participation_normalized(study: Study, variant: str) -> Answer:
    """P as a share of the most it could be with the groups present."""
    return _variety(study, _ties(study, variant), shared_out=True)


def within_module_z(study: Study, variant: str) -> Answer:
    """How far a member's ties inside its group stand from the mean of the group's members."""
    weighted = variant == "weighted"
    graph = study.weighted if weighted else study.binary
    inside = spread(graph, study.codes, len(study.groups), weighted=weighted).own(study.codes)
    groups, codes, sizes = len(study.groups), study.codes, study.sizes
    mean = ratio(np.bincount(codes, inside, groups).astype(np.float64), sizes)
    apart = inside - mean[codes]
    spread_out = np.sqrt(ratio(np.bincount(codes, apart**2, groups).astype(np.float64), sizes))
    # Rounding alone never makes a difference between members.
    least = 1e-12 * np.abs(mean)
    flat = spread_out <= least
    value = ratio(apart, np.where(flat, 0.0, spread_out)[codes])
    return Answer(study.by_node(value, {"zero_variance": flat[codes]}))


def _alters(study: Study) -> Spread:
    return spread(study.union, study.codes, len(study.groups))


def _ties(study: Study, variant: str) -> Spread:
    """Ties of the reading and the direction that the variant names."""
    weighted = variant.startswith("weighted")
    graph = study.weighted if weighted else study.binary
    graph = graph.reversed if variant.endswith("_in") else graph
    return spread(graph, study.codes, len(study.groups), weighted=weighted)


def _variety(study: Study, parts: Spread, *, shared_out: bool = False) -> Answer:
    """Σ p(1−p), which loses no digit where all ties go to one group."""
    total = parts.totals
    rest = total[parts.node] - parts.amount
    variety = ratio(parts.per_node(parts.amount * rest), _square(total))
    why = {"isolate": total == 0}
    if shared_out:
        alone = study.present < 2
        variety = variety * (0.0 if alone else study.present / (study.present - 1))
        why["one_group"] = np.full(study.n, alone)
    return Answer(study.by_node(variety, why))


def _square(values: Longs | Floats) -> Floats:
    return values.astype(np.float64) ** 2


_BLAU = "Blau 1977; Agresti & Agresti 1978, Sociological Methodology 9:204–237"
_GUIMERA = "Guimerà & Amaral 2005, Nature 433:895–900"
_ALTERS = (Variant("alters_any_direction"),)
_READINGS = (
    Variant("unweighted", directed=False),
    Variant("weighted", directed=False, weighted=True),
    Variant("unweighted_out", undirected=False),
    Variant("unweighted_in", undirected=False),
    Variant("weighted_out", undirected=False, weighted=True),
    Variant("weighted_in", undirected=False, weighted=True),
)

MEASURES = (
    Measure(
        name="blau_ego",
        label=Label("Diversité des partenaires (Blau)", "Variety of partners (Blau)"),
        meaning=Label(
            "Deux partenaires pris au hasard sont-ils de groupes différents ?",
            "Are two partners taken at random of different groups?",
        ),
        formula="B_i = 1 − Σp_ig² over the groups of distinct partners",
        reference=_BLAU,
        function=blau_ego,
        shape=Shape.BY_NODE,
        variants=_ALTERS,
        needs_partition=True,
        notes="An isolate has none. With one partner it is 0: read the degree beside it.",
    ),
    Measure(
        name="iqv_ego",
        label=Label("Variation qualitative (IQV)", "Qualitative variation (IQV)"),
        meaning=Label(
            "La diversité des partenaires, en part du maximum possible.",
            "The variety of partners as a share of the most there could be.",
        ),
        formula="IQV_i = B_i·G/(G−1), G the groups present in the network",
        reference=_BLAU,
        function=iqv_ego,
        shape=Shape.BY_NODE,
        variants=_ALTERS,
        needs_partition=True,
    ),
    Measure(
        name="simpson_ego",
        label=Label("Diversité des partenaires (Simpson)", "Variety of partners (Simpson)"),
        meaning=Label(
            "Deux partenaires distincts tirés au hasard sont-ils de groupes différents ?",
            "Are two different partners taken at random of different groups?",
        ),
        formula="1 − Σ_g n_g(n_g−1)/(k(k−1)) over distinct partners",
        reference="Simpson 1949, Nature 163:688",
        function=simpson_ego,
        shape=Shape.BY_NODE,
        variants=_ALTERS,
        needs_partition=True,
        notes="Blau’s index without its bias for few partners; needs two of them.",
    ),
    Measure(
        name="cross_group_share",
        label=Label("Part des partenaires d’autres groupes", "Cross-group share"),
        meaning=Label(
            "Quelle part de ses partenaires est d’un autre groupe ?",
            "What share of its partners is of another group?",
        ),
        formula="1 − k_i,g(i)/k_i over distinct partners",
        reference=_GUIMERA,
        function=cross_group_share,
        shape=Shape.BY_NODE,
        variants=_ALTERS,
        needs_partition=True,
        notes="Bounds: undecided partners counted as of the same group, then as of another.",
    ),
    Measure(
        name="participation",
        label=Label("Participation", "Participation coefficient"),
        meaning=Label(
            "Les liens de ce membre se répartissent-ils entre les groupes ?",
            "Do the ties of this member spread over the groups?",
        ),
        formula="P_i = 1 − Σ_g(k_ig/k_i)²; at most 1 − 1/G",
        reference=_GUIMERA,
        function=participation,
        shape=Shape.BY_NODE,
        variants=_READINGS,
        needs_partition=True,
        notes="A node without ties of that direction has none (`isolate`), not 0.",
    ),
    Measure(
        name="participation_normalized",
        label=Label("Participation, en part du maximum", "Normalised participation"),
        meaning=Label(
            "La participation, en part de ce que les groupes présents permettent.",
            "Participation as a share of what the groups present allow.",
        ),
        formula="P_i·G/(G−1), G the groups present in the network",
        reference=_GUIMERA,
        function=participation_normalized,
        shape=Shape.BY_NODE,
        variants=_READINGS,
        needs_partition=True,
    ),
    Measure(
        name="within_module_z",
        label=Label("Place dans son groupe (z)", "Within-group degree z"),
        meaning=Label(
            "Ce membre est-il plus lié aux siens que ne le sont les autres du groupe ?",
            "Is this member more tied to its own group than the others of the group are?",
        ),
        formula="z_i = (κ_i − mean κ)/sd κ over the members of the group, population sd",
        reference=_GUIMERA,
        function=within_module_z,
        shape=Shape.BY_NODE,
        variants=(
            Variant("unweighted", directed=False),
            Variant("weighted", directed=False, weighted=True),
        ),
        needs_partition=True,
        notes="Isolates take part. All members alike: `zero_variance`.",
    ),
)
