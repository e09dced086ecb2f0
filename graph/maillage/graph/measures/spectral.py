"""Are my neighbours' neighbours also my own kind? The spectral segregation index."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from maillage.graph.adjacency import Adjacency, Floats, Ints, Longs
from maillage.graph.measures.components import component_labels
from maillage.graph.measures.entry import (
    UNDIRECTED_ONLY,
    Answer,
    Cost,
    Measure,
    Shape,
    Variant,
    undefined,
)
from maillage.graph.measures.study import Study, ratio
from maillage.graph.vocabulary import Label

if TYPE_CHECKING:
    from scipy.sparse import csr_array

# Up to this size the whole spectrum is cheaper than iterating.
_DENSE = 60
# Beyond this many members, iterating takes minutes.
_MOST = 200_000
_POLISHING = 200


def ssi_node(study: Study, _variant: str) -> Answer:
    """λx_i/mean(x) over the node's component in its group; 0 for an isolate."""
    if study.n > _MOST:
        return undefined("too_costly", advice="costly_spectrum")
    return Answer(study.by_node(study.once(segregation)), warnings=_isolates(study))


def ssi_group(study: Study, variant: str) -> Answer:
    """Mean over the members of the group: isolates included unless the variant says otherwise."""
    if study.n > _MOST:
        return undefined("too_costly", advice="costly_spectrum")
    values, codes = study.once(segregation), study.codes
    counted = study.binary.degree > 0 if variant == "without_isolates" else np.ones(study.n, bool)
    members = np.bincount(codes[counted], minlength=len(study.groups))
    sums = np.bincount(codes, values, len(study.groups)).astype(np.float64)
    found = study.by_group(ratio(sums, members), {"group_without_ties": members == 0})
    return Answer(found, warnings=_isolates(study))


def segregation(study: Study) -> Floats:
    """SSI of each node that takes part.

    Rows are divided by the degree in the *whole* graph: inside the group alone λ would be 1.
    """
    graph, values = study.binary, np.zeros(study.n)
    same = study.codes[graph.source] == study.codes[graph.target]
    source, target = graph.source[same], graph.target[same]
    inside = Adjacency(
        graph.n, directed=False, source=source, target=target, weight=np.ones(len(source))
    )
    labels = component_labels(inside)
    order = np.argsort(labels, kind="stable")
    cuts = np.flatnonzero(np.diff(labels[order], prepend=-1, append=-1))
    sizes = np.diff(cuts)
    for start, size in zip(cuts[:-1][sizes > 1], sizes[sizes > 1], strict=True):
        members = order[start : start + size]
        values[members] = _component(inside, members.astype(np.int32), graph.degree[members])
    return values


def _component(inside: Adjacency, members: Ints, degree: Longs) -> Floats:
    """λx/mean(x), x the right eigenvector of D⁻¹A of one connected piece.

    D⁻¹A is similar to the symmetric D^-½ A D^-½, which solvers treat exactly. Iterating with D⁻¹A
    itself afterwards gives small entries all their digits, since nothing is subtracted.
    """
    rows, columns = _ties_within(inside, members)
    root = np.sqrt(degree.astype(np.float64))
    walk, even = (
        _table(len(members), rows, columns, share)
        for share in (1.0 / degree[rows], 1.0 / (root[rows] * root[columns]))
    )
    x: Floats = np.abs(_leading(even)) / root
    for _ in range(_POLISHING):
        # Adding x keeps a bipartite piece from swinging between its two sides.
        further = walk @ x + x
        before, x = x, further / further.max()
        if np.allclose(before, x, rtol=1e-15, atol=0):
            break
    return np.asarray(walk @ x / x.mean())


def _ties_within(inside: Adjacency, members: Ints) -> tuple[Longs, Longs]:
    """Rows and columns, numbered within the piece."""
    starts, counts = inside.indptr[members], np.diff(inside.indptr)[members]
    rows = np.repeat(np.arange(len(members)), counts)
    within = np.arange(len(rows)) - np.repeat(np.cumsum(counts) - counts, counts)
    return rows, np.searchsorted(members, inside.indices[np.repeat(starts, counts) + within])


def _table(size: int, rows: Longs, columns: Longs, values: Floats) -> Floats | csr_array:
    if size <= _DENSE:
        dense = np.zeros((size, size))
        dense[rows, columns] = values
        return dense
    from scipy.sparse import csr_array  # noqa: PLC0415 -- scipy is slow to load

    return csr_array((values, (rows, columns)), shape=(size, size))


def _leading(matrix: Floats | csr_array) -> Floats:
    if isinstance(matrix, np.ndarray):
        return np.asarray(np.linalg.eigh(matrix)[1][:, -1])
    from scipy.sparse.linalg import eigsh  # noqa: PLC0415 -- scipy is slow to load

    return np.asarray(eigsh(matrix, k=1, which="LA", v0=np.ones(matrix.shape[0]), tol=0)[1][:, 0])


def _isolates(study: Study) -> tuple[str, ...]:
    return ("isolate",) if study.binary.isolates else ()


_SSI = "Echenique & Fryer 2007, Quarterly Journal of Economics 122:441–485"
_NOTES = (
    "R is divided by degrees in the whole graph. Node values may pass 1. An isolate of the whole "
    "graph counts as 0, with the warning `isolate`."
)

MEASURES = (
    Measure(
        name="ssi_node",
        label=Label("Ségrégation spectrale des membres", "Spectral segregation of members"),
        meaning=Label(
            "Les partenaires de mes partenaires sont-ils eux aussi de mon groupe ?",
            "Are my partners’ partners also of my own kind?",
        ),
        formula="SSI_i = λx_i/mean(x), λ and x of R within a component of the group",
        reference=_SSI,
        function=ssi_node,
        shape=Shape.BY_NODE,
        variants=UNDIRECTED_ONLY,
        needs_partition=True,
        cost=Cost.HEAVY,
        notes=_NOTES,
    ),
    Measure(
        name="ssi_group",
        label=Label("Ségrégation spectrale des groupes", "Spectral segregation of groups"),
        meaning=Label(
            "Chaque groupe forme-t-il un entre-soi, de proche en proche ?",
            "Does each group keep to itself, step after step?",
        ),
        formula="SSI_g = mean of SSI_i over the members of g",
        reference=_SSI,
        function=ssi_group,
        shape=Shape.BY_GROUP,
        variants=(
            *UNDIRECTED_ONLY,
            Variant("without_isolates", directed=False, asked=True),
        ),
        needs_partition=True,
        cost=Cost.HEAVY,
        notes=_NOTES,
    ),
)
