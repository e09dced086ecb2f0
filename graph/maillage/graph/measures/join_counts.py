"""Would any random allocation of the groups give this? Exact moments of the mixing matrix.

The graph stays; labels are handed out at random over all nodes, isolates included. Mean and
variance of each count are known (join counts, nonfree sampling): no draw is needed. Everything is
a fraction of whole numbers: E and E² nearly cancel in a variance, and floats would lose it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from math import perm, sqrt

import numpy as np

from maillage.graph.measures.entry import Answer, Cost, Measure, Shape, undefined
from maillage.graph.measures.reasons import NUMBER
from maillage.graph.measures.result import Keyed
from maillage.graph.measures.study import Study
from maillage.graph.vocabulary import Label

CROSS = "cross"
# Pairs of groups grow with the square.
MOST_GROUPS = 500


def observed(study: Study, _variant: str) -> Answer:
    """Ties within each group (g|g), between each two (g|h), and across all."""
    if len(study.groups) > MOST_GROUPS:
        return undefined("too_costly", advice="costly_groups")
    return _keyed(study, np.array(_observed(study), np.int64))


def expected(study: Study, _variant: str) -> Answer:
    """Mean of each count when labels are handed out at random."""
    return _from_moments(study, lambda moment, _: moment.mean)


def variance(study: Study, _variant: str) -> Answer:
    """Variance of each count when labels are handed out at random."""
    return _from_moments(study, lambda moment, _: moment.variance)


def z(study: Study, _variant: str) -> Answer:
    """How many standard deviations each count is from what random labels give."""
    return _from_moments(study, lambda moment, count: moment.z(count))


@dataclass(frozen=True)
class Moment:
    """Mean and variance as whole numbers over common denominators."""

    mean_over: int
    mean_under: int
    variance_over: int
    variance_under: int

    @property
    def mean(self) -> float:
        return self.mean_over / self.mean_under

    @property
    def variance(self) -> float:
        return self.variance_over / self.variance_under

    def z(self, count: int) -> float | None:
        if not self.variance_over:
            return None
        return (count * self.mean_under - self.mean_over) / self.mean_under / sqrt(self.variance)


@dataclass(frozen=True)
class JoinCounts:
    """Moments of join counts of an undirected graph without parallel ties."""

    nodes: int
    ties: int
    # Pairs of ties that share a node.
    touching: int

    @cached_property
    def apart(self) -> int:
        """Pairs of ties that share none."""
        return self.ties * (self.ties - 1) // 2 - self.touching

    @cached_property
    def _falling(self) -> tuple[int, int, int]:
        """N^(2), N^(3), N^(4); 1 where they vanish, since what they divide then does too."""
        two, three, four = (perm(self.nodes, r) or 1 for r in (2, 3, 4))
        return two, three, four

    def within(self, n: int) -> Moment:
        return self._moment(self.ties * perm(n, 2), perm(n, 3), perm(n, 4))

    def between(self, n: int, m: int) -> Moment:
        pairs = n * m
        return self._moment(2 * self.ties * pairs, pairs * (n + m - 2), 4 * perm(n, 2) * perm(m, 2))

    def cross(self, sizes: list[int]) -> Moment:
        """L − W: the variance of W, the ties within any group."""
        twos = [perm(n, 2) for n in sizes]
        fours = sum(perm(n, 4) for n in sizes)
        pairs = sum(twos) ** 2 - sum(two * two for two in twos)
        inside = self._moment(self.ties * sum(twos), sum(perm(n, 3) for n in sizes), fours + pairs)
        mean = self.ties * inside.mean_under - inside.mean_over
        return Moment(mean, inside.mean_under, inside.variance_over, inside.variance_under)

    def _moment(self, mean: int, three: int, four: int) -> Moment:
        """E = mean/N^(2), Var = E + 2P·three/N^(3) + 2D·four/N^(4) − E²."""
        n2, n3, n4 = self._falling
        over = (
            mean * n2 * n3 * n4
            + 2 * self.touching * three * n2 * n2 * n4
            + 2 * self.apart * four * n2 * n2 * n3
            - mean * mean * n3 * n4
        )
        return Moment(mean, n2, over, n2 * n2 * n3 * n4)


def join_counts(study: Study) -> JoinCounts:
    degree = study.union.degree
    return JoinCounts(study.n, study.union.size, int((degree * (degree - 1) // 2).sum()))


def _pairs(study: Study) -> Iterator[tuple[int, int]]:
    groups = len(study.groups)
    return ((g, h) for g in range(groups) for h in range(g, groups))


def _observed(study: Study) -> list[int]:
    graph, groups = study.union, len(study.groups)
    heads, tails = study.codes[graph.source].astype(np.int64), study.codes[graph.target]
    keys = np.minimum(heads, tails) * groups + np.maximum(heads, tails)
    table = np.bincount(keys, minlength=groups * groups).tolist()
    cross = int(np.count_nonzero(heads != tails))
    return [*(table[g * groups + h] for g, h in _pairs(study)), cross]


def _moments(study: Study) -> Iterator[Moment]:
    here, sizes = join_counts(study), study.sizes.tolist()
    for g, h in _pairs(study):
        yield here.within(sizes[g]) if g == h else here.between(sizes[g], sizes[h])
    yield here.cross(sizes)


def _from_moments(study: Study, take: Callable[[Moment, int], float | None]) -> Answer:
    if len(study.groups) > MOST_GROUPS:
        return undefined("too_costly", advice="costly_groups")
    counted = zip(_moments(study), _observed(study), strict=True)
    taken = [take(moment, count) for moment, count in counted]
    return _keyed(study, np.array([np.nan if value is None else value for value in taken]))


def _keyed(study: Study, values: np.ndarray[tuple[int], np.dtype[np.generic]]) -> Answer:
    names = (*(f"{study.groups[g]}|{study.groups[h]}" for g, h in _pairs(study)), CROSS)
    missing = np.isnan(values)
    why = np.where(missing, NUMBER["zero_variance"], 0).astype(np.int8) if missing.any() else None
    return Answer(Keyed(names, np.where(missing, 0, values), why), warnings=study.projected)


_CLIFF = "Cliff & Ord 1973, Spatial Autocorrelation; Krackhardt 1988, Social Networks 10:359–381"
_FORMULA = (
    "within g: E = L·n^(2)/N^(2), Var = E + 2P·n^(3)/N^(3) + 2D·n^(4)/N^(4) − E²; between g, h: "
    "E = 2L·n_g n_h/N^(2), Var = E + 2P·n_g n_h(n_g+n_h−2)/N^(3) + 8D·n_g^(2)n_h^(2)/N^(4) − E²; "
    "P pairs of ties that share a node, D pairs that do not"
)


def _measure(
    name: str, label: Label, meaning: Label, function: Callable[[Study, str], Answer]
) -> Measure[Study]:
    return Measure(
        name=f"mixing_perm_{name}",
        label=label,
        meaning=meaning,
        formula=_FORMULA,
        reference=_CLIFF,
        function=function,
        shape=Shape.BY_PAIR,
        cost=Cost.MATRIX,
        needs_partition=True,
        notes="Exact, without draws; isolates take part. Directed: on the union. Refused above "
        f"{MOST_GROUPS} groups.",
    )


MEASURES = (
    _measure(
        "observed",
        Label("Liens par paire de groupes", "Ties by pair of groups"),
        Label(
            "Liens observés dans chaque groupe, entre chaque paire, et entre groupes en tout.",
            "Ties observed within each group, between each pair, and across in all.",
        ),
        observed,
    ),
    _measure(
        "expected",
        Label("Liens attendus au hasard", "Ties expected by chance"),
        Label(
            "Ce que donnerait une répartition au hasard des mêmes groupes.",
            "What the same groups handed out at random would give.",
        ),
        expected,
    ),
    _measure(
        "variance",
        Label("Variance au hasard", "Variance by chance"),
        Label(
            "De combien ces nombres varieraient d’une répartition au hasard à l’autre.",
            "How much these counts would vary from one random allocation to another.",
        ),
        variance,
    ),
    _measure(
        "z",
        Label("Écart au hasard (z)", "Departure from chance (z)"),
        Label(
            "De combien d’écarts-types l’observé s’écarte du hasard.",
            "How many standard deviations the observed is from chance.",
        ),
        z,
    ),
)
