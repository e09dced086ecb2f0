"""How many ties run between each two groups, and how many could."""

from __future__ import annotations

import numpy as np

from maillage.graph.measures.entry import (
    Answer,
    Cost,
    Measure,
    Shape,
    Variant,
    by_direction,
    undefined,
)
from maillage.graph.measures.result import Matrix
from maillage.graph.measures.study import Study
from maillage.graph.measures.tally import pair_table
from maillage.graph.vocabulary import Label

# A table of more rows than this is not read by anybody, and costs its square.
MOST_ROWS = 2000


def mixing_matrix(study: Study, variant: str) -> Answer:
    """Ties between groups: `upper_triangle` (each once), `symmetric_diag_doubled`, or `arcs`."""
    if len(study.groups) > MOST_ROWS:
        return undefined("too_costly", advice="costly_groups")
    weighted = variant.endswith("_weighted")
    graph = study.weighted if weighted else study.binary
    table = pair_table(graph, study.codes, len(study.groups), weighted=weighted)
    if study.directed:
        return Answer(Matrix("groups", study.groups, table))
    both = table + table.T
    if variant.startswith("upper_triangle"):
        np.fill_diagonal(both, np.diagonal(table))
        both = np.triu(both)
    return Answer(Matrix("groups", study.groups, both))


def dyads_matrix(study: Study, _variant: str) -> Answer:
    """Ties there could be: n_g n_h, and within n_g(n_g−1), halved if undirected."""
    if len(study.groups) > MOST_ROWS:
        return undefined("too_costly", advice="costly_groups")
    sizes = study.sizes
    table = np.outer(sizes, sizes)
    within = sizes * (sizes - 1)
    np.fill_diagonal(table, within if study.directed else within // 2)
    return Answer(Matrix("groups", study.groups, table if study.directed else np.triu(table)))


MEASURES = (
    Measure(
        name="mixing_matrix",
        label=Label("Matrice de mélange", "Mixing matrix"),
        meaning=Label(
            "Combien de liens vont de chaque groupe à chaque autre.",
            "How many ties run between each two groups.",
        ),
        formula="M_gh = number of ties between g and h (arcs from g to h); S = U + Uᵀ",
        reference="Newman 2003, PRE 67:026126; Bojanowski & Corten 2014, Social Networks 39:14–32",
        function=mixing_matrix,
        shape=Shape.MATRIX,
        variants=(
            Variant("upper_triangle", directed=False),
            Variant("symmetric_diag_doubled", directed=False),
            Variant("arcs", undirected=False),
            Variant("upper_triangle_weighted", directed=False, weighted=True),
            Variant("arcs_weighted", undirected=False, weighted=True),
        ),
        needs_partition=True,
        shows_undecided=True,
        cost=Cost.MATRIX,
        notes="A declared group without members has a row of zeros. In a store, nodes that no "
        "index uses (mixed, citizens, unknown) have rows of their own.",
    ),
    Measure(
        name="dyads_matrix",
        label=Label("Paires possibles", "Possible dyads"),
        meaning=Label(
            "Combien de liens seraient possibles entre chaque paire de groupes.",
            "How many ties could run between each two groups.",
        ),
        formula="D_gh = n_g n_h; D_gg = n_g(n_g−1)/2 (directed: n_g(n_g−1)); density M/D",
        reference="Wasserman & Faust 1994, ch. 4",
        function=dyads_matrix,
        shape=Shape.MATRIX,
        variants=by_direction("upper_triangle", "arcs"),
        needs_partition=True,
        shows_undecided=True,
        cost=Cost.MATRIX,
    ),
)
