"""Do partners share one thing only, or several: members, staff, capital?"""

from __future__ import annotations

from itertools import combinations

import numpy as np

from maillage.graph.adjacency import Ints, Longs
from maillage.graph.measures.entry import Answer, Measure, Shape, undefined
from maillage.graph.measures.result import Keyed
from maillage.graph.measures.study import Study
from maillage.graph.vocabulary import Label


def multiplexity(study: Study, _variant: str) -> Answer:
    """Pairs tied by two kinds or more, among those tied by any."""
    if study.network.ties.kind is None:
        return undefined("not_applicable")
    counts = _kinds_of_pairs(study)
    return Answer(float((counts >= 2).mean())) if len(counts) else undefined("no_ties")


def pairs_by_kinds(study: Study, _variant: str) -> Answer:
    """How many pairs are tied by one kind, by two, by three…"""
    if study.network.ties.kind is None:
        return undefined("not_applicable")
    counts = np.bincount(_kinds_of_pairs(study))
    return Answer({str(k): int(counts[k]) for k in range(1, len(counts))})


def layer_overlap(study: Study, _variant: str) -> Answer:
    """Jaccard of the pairs of each two kinds of tie that are present."""
    kind = study.network.ties.kind
    if kind is None:
        return undefined("not_applicable")
    pairs, codes = _pairs_and_kinds(study)
    layers = {name: set(pairs[codes == code]) for code, name in enumerate(kind.categories)}
    names = sorted(name for name, layer in layers.items() if layer)
    if not names:
        return undefined("no_ties")
    found = {
        f"{a}|{b}": len(layers[a] & layers[b]) / len(layers[a] | layers[b])
        for a, b in combinations(names, 2)
    }
    return Answer(Keyed(tuple(found), np.array(list(found.values()), np.float64)))


def _kinds_of_pairs(study: Study) -> Longs:
    pairs, _ = study.once(_pairs_and_kinds)
    return np.unique(pairs, return_counts=True)[1].astype(np.int64)


def _pairs_and_kinds(study: Study) -> tuple[Longs, Ints]:
    """Each pair once for each kind that ties it; co-presences and self-ties apart."""
    ties, n = study.network.ties, study.network.n
    if ties.kind is None:
        return np.zeros(0, np.int64), np.zeros(0, np.int32)
    direct = ~ties.projected & (ties.source != ties.target) & (ties.kind.codes >= 0)
    source, target, kinds = ties.source[direct], ties.target[direct], ties.kind.codes[direct]
    if not study.directed:
        source, target = np.minimum(source, target), np.maximum(source, target)
    keys = np.unique(np.stack([source.astype(np.int64) * n + target, kinds], axis=1), axis=0)
    return keys[:, 0], keys[:, 1].astype(np.int32)


_KIVELA = "Kivelä et al. 2014, Journal of Complex Networks 2:203–271"
_NOTES = "Direct ties of the view; co-presences are no kind. Without kinds: `not_applicable`."

MEASURES = (
    Measure(
        name="multiplexity",
        label=Label("Multiplexité", "Multiplexity"),
        meaning=Label(
            "Quelle part des paires liées le sont de plusieurs façons\u202f?",
            "Which share of tied pairs is tied in several ways?",
        ),
        formula="pairs of two kinds or more/pairs of one or more",
        reference=_KIVELA,
        function=multiplexity,
        shape=Shape.NUMBER,
        notes=_NOTES,
    ),
    Measure(
        name="pairs_by_kinds",
        label=Label("Paires par nombre de natures", "Pairs by number of kinds"),
        meaning=Label(
            "Combien de paires sont liées d’une façon, de deux, de trois\u202f?",
            "How many pairs are tied in one way, in two, in three?",
        ),
        formula="{k: pairs tied by exactly k kinds}",
        reference=_KIVELA,
        function=pairs_by_kinds,
        shape=Shape.COUNTS,
        notes=_NOTES,
    ),
    Measure(
        name="layer_overlap",
        label=Label("Recouvrement des natures de lien", "Overlap of kinds of tie"),
        meaning=Label(
            "Les liens de deux natures sont-ils entre les mêmes paires\u202f?",
            "Are the ties of two kinds between the same pairs?",
        ),
        formula="|A ∩ B|/|A ∪ B| of the pairs tied by each kind",
        reference=_KIVELA,
        function=layer_overlap,
        shape=Shape.BY_PAIR,
        notes=_NOTES,
    ),
)
