"""Are these two rows one organisation? Pairs to ask a reviewer about, with the reasons and points.

A name never merges anything: equal SIREN or RNA does that by itself, and such pairs are not
proposed here. Neither is a pair that cannot be one: two different SIRENs, or a commune and its
communauté de communes, however alike their names.

Names are compared without their legal forms, in blocks of one département (rows without one meet
all rows), by letters, by shared rare words, by initials, and by the digits left of a damaged
SIREN. Every reason has its points (`matching_points.POINTS`); their sum is the score, and pairs of
`THRESHOLD` and more are proposed: it was chosen on the tuning set of `bench/matching.py`.

>>> pair = next(candidates([
...     Mention(id="a", name="SCIC Maison des Énergies", commune="Redon", departement="35"),
...     Mention(id="b", name="Maison des energies", commune="REDON", departement="35"),
... ]))
>>> pair.score, [(reason.name, reason.points) for reason in pair.features]
(100, [('name', 100), ('commune', 8)])
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from maillage.ingest.identity.forms import split_name
from maillage.ingest.matching.pairs import Pairs, all_pairs
from maillage.ingest.matching.points import THRESHOLD, Scores, score
from maillage.ingest.matching.rows import Mention, Rows

__all__ = ["THRESHOLD", "Candidate", "CoreName", "Feature", "Mention", "candidates", "strip_forms"]


@dataclass(frozen=True, slots=True)
class CoreName:
    """What tells an organisation from others, and what its other words say it is."""

    core: str
    forms: tuple[str, ...]
    type_evidence: str
    acronyms: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Feature:
    """One reason: what it compares, both sides as written, its points."""

    name: str
    left: str
    right: str
    points: int

    def turned(self) -> Feature:
        return Feature(self.name, self.right, self.left, self.points)


@dataclass(frozen=True, slots=True)
class Candidate:
    """Two mentions that may be one organisation; `left` sorts before `right`. `score` is what the
    points of the features add up to, between 0 and 100."""

    left: str
    right: str
    score: int
    features: tuple[Feature, ...]

    def seen_from(self, mention: str) -> tuple[Feature, ...]:
        """The features with that mention on the left."""
        if mention == self.left:
            return self.features
        return tuple(feature.turned() for feature in self.features)


def strip_forms(name: str) -> CoreName:
    """
    >>> strip_forms("CC de Redon")
    CoreName(core='redon', forms=('communaute_de_communes',), type_evidence='epci', acronyms=())
    >>> strip_forms("Commune de Redon").type_evidence
    'commune'
    """
    parts = split_name(name)
    return CoreName(
        " ".join(parts.core),
        tuple(form.name for form in parts.forms),
        next((form.type for form in parts.forms if form.type), ""),
        parts.acronyms,
    )


def candidates(
    mentions: Sequence[Mention],
    *,
    threshold: int = THRESHOLD,
    decided: Collection[frozenset[str]] = (),
) -> Iterator[Candidate]:
    """Pairs to review, the surest first; the answer does not depend on the order of `mentions`.

    `decided` are pairs of ids already judged, which are not proposed again.
    """
    rows = Rows.of(sorted(mentions, key=lambda mention: mention.id))
    if len(rows.written) < 2:
        return
    pairs = all_pairs(rows, least_name=threshold)
    scores = score(rows, pairs, threshold)
    for place in _best(rows, pairs, scores, threshold):
        candidate = _candidate(rows, pairs, scores, int(place))
        if frozenset((candidate.left, candidate.right)) not in decided:
            yield candidate


def _best(rows: Rows, pairs: Pairs, scores: Scores, threshold: int) -> Sequence[int]:
    """Of the writings of a pair of mentions, the best one; pairs in the order they are read."""
    kept = np.flatnonzero(scores.total >= threshold)
    left, right = rows.mention_of[pairs.left[kept]], rows.mention_of[pairs.right[kept]]
    first, second = np.minimum(left, right), np.maximum(left, right)
    order = np.lexsort((kept, -scores.raw[kept], second, first))
    sorted_pairs = np.stack([first[order], second[order]])
    fresh = np.ones(len(order), bool)
    fresh[1:] = (sorted_pairs[:, 1:] != sorted_pairs[:, :-1]).any(axis=0)
    best = order[fresh]
    ranking = np.lexsort((second[best], first[best], -scores.raw[kept][best]))
    return [int(place) for place in kept[best[ranking]]]


def _candidate(rows: Rows, pairs: Pairs, scores: Scores, place: int) -> Candidate:
    ends = (int(pairs.left[place]), int(pairs.right[place]))
    ends = ends if rows.mention_of[ends[0]] < rows.mention_of[ends[1]] else ends[::-1]
    left, right = (rows.mentions[rows.mention_of[end]] for end in ends)
    reasons = []
    for name, points in scores.features.items():
        if points[place]:
            shown = [rows.shown(name, end) for end in ends]
            reasons.append(Feature(name, shown[0], shown[1], int(points[place])))
    return Candidate(left.id, right.id, int(scores.total[place]), tuple(reasons))
