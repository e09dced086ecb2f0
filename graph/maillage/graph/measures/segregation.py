"""Does a group choose itself more than its size suggests? Coleman, Freeman, Gupta, SMI."""

from __future__ import annotations

import numpy as np

from maillage.graph.measures.entry import Answer, Measure, Shape, Variant, by_direction, undefined
from maillage.graph.measures.study import Study, ratio
from maillage.graph.vocabulary import Label


def coleman(study: Study, _variant: str) -> Answer:
    """Homophily of each group; an undirected tie is two arcs."""
    n, sizes, out, own = study.n, study.sizes, study.mixing.out, _own_arcs(study)
    # w − w*, times N − 1 so that counts stay whole.
    excess = own * (n - 1) - out * (sizes - 1)
    above = ratio(excess, out * (n - sizes))
    below = ratio(excess, out * (sizes - 1))
    why = {
        "one_group": np.full(len(sizes), study.present == 1),
        "one_member_group": sizes == 1,
        "group_without_ties": out == 0,
    }
    return Answer(study.by_group(np.where(excess > 0, above, below), why))


def freeman(study: Study, _variant: str) -> Answer:
    """Share of the crossing ties chance would give that are missing; negative if in excess."""
    sums, n = study.mixing, study.n
    if not sums.total:
        return undefined("no_ties")
    if study.present == 1:
        return undefined("one_group")
    # E* = L·across/pairs
    across, pairs = n * n - int((study.sizes**2).sum()), n * (n - 1)
    expected = int(sums.total) * across
    return Answer((expected - int(sums.crossing) * pairs) / expected)


def gamix(study: Study, variant: str) -> Answer:
    """(Tr P − 1)/(G − 1), P the mixing matrix with rows that sum to one."""
    out, own = study.mixing.out, _own_arcs(study)
    if not study.mixing.total:
        return undefined("no_ties")
    tied = out > 0
    groups = study.present
    if variant == "groups_with_ties_only":
        groups = int(np.count_nonzero(tied))
    if groups == 1:
        return undefined("one_group")
    if np.count_nonzero(tied) < groups:
        return undefined("group_without_ties")
    return Answer((float(ratio(own, out).sum()) - 1) / (groups - 1))


def smi(study: Study, _variant: str) -> Answer:
    """(d_gg − d_gō)/(d_gg + d_gō): density inside against density towards the rest."""
    n, sizes, own = study.n, study.sizes, _own_arcs(study)
    # Both densities times n_g(n_g−1)(N−n_g).
    inside = own * (n - sizes)
    outside = (study.mixing.out - own) * (sizes - 1)
    why = {
        "one_group": sizes == n,
        "one_member_group": sizes == 1,
        "group_without_ties": study.mixing.out == 0,
    }
    return Answer(study.by_group(ratio(inside - outside, inside + outside), why))


def _own_arcs(study: Study) -> np.ndarray[tuple[int], np.dtype[np.int64]]:
    """M_gg; two arcs for each undirected tie."""
    own = study.mixing.within.astype(np.int64)
    return own if study.directed else 2 * own


MEASURES = (
    Measure(
        name="coleman",
        label=Label("Homophilie de Coleman", "Coleman homophily"),
        meaning=Label(
            "Chaque groupe se choisit-il lui-même plus que sa taille ne le laisse attendre ?",
            "Does each group choose itself more than its size suggests?",
        ),
        formula="w* = t_g(n_g−1)/(N−1); h = (w−w*)/(t−w*) if w > w*, else (w−w*)/w*",
        reference="Coleman 1958, Human Organization 17:28–36",
        function=coleman,
        shape=Shape.BY_GROUP,
        variants=by_direction("mutual_arcs", ""),
        needs_partition=True,
        ranged=True,
        notes="Exact (n_g−1)/(N−1), not n_g/N. Null for a group without out-ties "
        "(`group_without_ties`), of one member, or alone.",
    ),
    Measure(
        name="freeman",
        label=Label("Ségrégation de Freeman", "Freeman segregation"),
        meaning=Label(
            "Part des liens entre groupes que le hasard donnerait et qui manquent.",
            "Share of the ties across groups that chance would give and that are missing.",
        ),
        formula="S = (E* − E)/E*, E* = L(N² − Σn_g²)/(N(N−1)), signed",
        reference="Freeman 1978, Sociological Methods & Research 6:411–429",
        function=freeman,
        shape=Shape.NUMBER,
        needs_partition=True,
        ranged=True,
        permuted=True,
        notes="Not cut at 0: negative if more ties cross than by chance.",
    ),
    Measure(
        name="gamix",
        label=Label("Q de Gupta, Anderson et May", "Gupta–Anderson–May Q"),
        meaning=Label(
            "Le mélange, chaque groupe comptant autant, grand ou petit.",
            "Mixing with every group counting equally, big or small.",
        ),
        formula="Q = (Tr P − 1)/(G − 1), P = row-normalised M (S if undirected)",
        reference="Gupta, Anderson & May 1989, AIDS 3:807–817",
        function=gamix,
        shape=Shape.NUMBER,
        variants=(
            Variant("", directed=False),
            Variant("arcs_row_normalised", undirected=False),
            Variant("groups_with_ties_only"),
        ),
        needs_partition=True,
        ranged=True,
        permuted=True,
        notes="A group without (outgoing) ties: null, see the variant `groups_with_ties_only`.",
    ),
    Measure(
        name="smi",
        label=Label("Indice de ségrégation SMI", "Segregation Matrix Index"),
        meaning=Label(
            "Un groupe est-il plus dense en lui-même que vers les autres ?",
            "Is a group denser inside than towards the rest?",
        ),
        formula="SMI_g = (d_gg − d_gō)/(d_gg + d_gō), outgoing densities",
        reference="Fershtman 1997, Social Networks 19:193–207",
        function=smi,
        shape=Shape.BY_GROUP,
        variants=(Variant("own_between_density"),),
        needs_partition=True,
        ranged=True,
        notes="The density towards the rest is that of the group itself, for any number of groups.",
    ),
)
