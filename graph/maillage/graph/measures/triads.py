"""The sixteen kinds of triad of a directed network, counted from ties and triangles."""

from __future__ import annotations

from collections import Counter
from itertools import product
from math import comb

import numpy as np

from maillage.graph.adjacency import Ints, Longs
from maillage.graph.measures.entry import DIRECTED_ONLY, Answer, Measure, Shape
from maillage.graph.measures.study import Study
from maillage.graph.vocabulary import Label

NAMES = (
    "003", "012", "102", "021D", "021U", "021C", "111D", "111U",
    "030T", "030C", "201", "120D", "120U", "120C", "210", "300",
)  # fmt: skip
# A tied pair x, y: an arc x→y only, y→x only, or both.
AHEAD, BACK, BOTH = 0, 1, 2


def triad_census(study: Study, _variant: str) -> Answer:
    """Counts that sum to N(N−1)(N−2)/6; the size of a triad is never enumerated."""
    kind = _kinds(study)
    found = _closed(study, kind) + _open(study, kind) + _single(study, kind)
    found["003"] = comb(study.n, 3) - found.total()
    return Answer({name: found[name] for name in NAMES})


def _kinds(study: Study) -> Ints:
    """AHEAD, BACK or BOTH for each tie of the union."""
    ahead, back = study.arcs
    return np.where(ahead & back, BOTH, np.where(ahead, AHEAD, BACK)).astype(np.int32)


def _closed(study: Study, kind: Ints) -> Counter[str]:
    """Triads of three tied pairs: the triangles."""
    found = study.triangles
    sorts = 9 * kind[found.ab] + 3 * kind[found.ac] + kind[found.bc]
    counts = np.bincount(sorts, minlength=27).tolist()
    total: Counter[str] = Counter()
    for (ab, ac, bc), count in zip(product(range(3), repeat=3), counts, strict=True):
        total[closed_name(ab, ac, bc)] += count
    return total


def closed_name(ab: int, ac: int, bc: int) -> str:
    """Name of a triangle a, b, c from its three pairs."""
    mutual = (ab, ac, bc).count(BOTH)
    if mutual == 3:
        return "300"
    if mutual == 2:
        return "210"
    # Arcs out of each node, among the pairs that are not mutual.
    out = [0, 0, 0]
    for pair, (x, y) in ((ab, (0, 1)), (ac, (0, 2)), (bc, (1, 2))):
        if pair != BOTH:
            out[x if pair == AHEAD else y] += 1
    if mutual == 0:
        return "030C" if out == [1, 1, 1] else "030T"
    third = 2 if ab == BOTH else 1 if ac == BOTH else 0
    return {2: "120D", 0: "120U", 1: "120C"}[out[third]]


def _open(study: Study, kind: Ints) -> Counter[str]:
    """Triads of two tied pairs: pairs of ties of a node, less those inside triangles."""
    union, n = study.union, study.n
    out, into, both = (
        np.bincount(union.source[at_source], minlength=n)
        + np.bincount(union.target[at_target], minlength=n)
        for at_source, at_target in (
            (kind == AHEAD, kind == BACK),
            (kind == BACK, kind == AHEAD),
            (kind == BOTH, kind == BOTH),
        )
    )
    inside = _corners(study, kind)
    return Counter(
        {
            "021D": _sum(out * (out - 1) // 2) - inside[AHEAD, AHEAD],
            "021U": _sum(into * (into - 1) // 2) - inside[BACK, BACK],
            "021C": _sum(out * into) - inside[AHEAD, BACK],
            "111D": _sum(both * into) - inside[BACK, BOTH],
            "111U": _sum(both * out) - inside[AHEAD, BOTH],
            "201": _sum(both * (both - 1) // 2) - inside[BOTH, BOTH],
        }
    )


def _corners(study: Study, kind: Ints) -> Counter[tuple[int, int]]:
    """Pairs of ties that meet in a corner of a triangle, each read from the corner, sorted."""
    found, flip = study.triangles, np.array([BACK, AHEAD, BOTH])
    ab, ac, bc = kind[found.ab], kind[found.ac], kind[found.bc]
    total: Counter[tuple[int, int]] = Counter()
    for left, right in ((ab, ac), (flip[ab], bc), (flip[ac], flip[bc])):
        sorts = 3 * np.minimum(left, right) + np.maximum(left, right)
        for number, count in enumerate(np.bincount(sorts, minlength=9).tolist()):
            total[number // 3, number % 3] += count
    return total


def _single(study: Study, kind: Ints) -> Counter[str]:
    """Triads of one tied pair: for each tie, the nodes tied to neither end."""
    union, degree = study.union, study.union.degree
    neighbours = degree[union.source] + degree[union.target] - 2
    rest = study.n - 2 - neighbours + study.triangles.at_ties(union.size)
    return Counter({"012": _sum(rest[kind != BOTH]), "102": _sum(rest[kind == BOTH])})


def _sum(values: Longs) -> int:
    return int(values.sum())


MEASURES = (
    Measure(
        name="triad_census",
        label=Label("Recensement des triades", "Triad census"),
        meaning=Label(
            "Combien de trios de chaque sorte, du vide au tout mutuel ?",
            "How many triples of each kind, from empty to all mutual?",
        ),
        formula="counts of the 16 isomorphism classes of Holland & Leinhardt",
        reference="Holland & Leinhardt 1970, American Journal of Sociology 76:492–513",
        function=triad_census,
        shape=Shape.COUNTS,
        variants=DIRECTED_ONLY,
        notes="111D is a↔b←c, 111U is a↔b→c.",
    ),
)
