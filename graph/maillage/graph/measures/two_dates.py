"""TwoDates: the same nodes at two dates (or in two layers), and the ties of each."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from maillage.graph.adjacency import Adjacency, Bools, Longs
from maillage.graph.errors import InvalidInput
from maillage.graph.measures.entry import Answer, Measure, Variant
from maillage.graph.measures.result import Result
from maillage.graph.measures.study import Watch, effective_seed, keep_on
from maillage.graph.network import Network


@dataclass(frozen=True, eq=False)
class TwoDates:
    """What is compared: only nodes that are there at both dates, self-ties and parallels apart."""

    before: Network
    after: Network
    permutations: int | None = None
    seed: int | None = None
    watch: Watch = keep_on
    # What became of each act, where ties have dates: those of a store.
    lives: Mapping[str, int] | None = None

    def __post_init__(self) -> None:
        if self.before.directed != self.after.directed:
            raise InvalidInput("two_directions")

    @property
    def directed(self) -> bool:
        return self.before.directed

    @property
    def used_seed(self) -> int:
        return effective_seed(self.seed)

    @cached_property
    def ids(self) -> tuple[str, ...]:
        there = set(self.after.ids)
        return tuple(node for node in self.before.ids if node in there)

    @property
    def n(self) -> int:
        return len(self.ids)

    @property
    def dyads(self) -> int:
        return self.n * (self.n - 1) // (1 if self.directed else 2)

    @cached_property
    def ties_before(self) -> Longs:
        """Each tie as source·N + target, sorted."""
        return self._keys(self.before)

    @cached_property
    def ties_after(self) -> Longs:
        return self._keys(self.after)

    @cached_property
    def kept(self) -> Longs:
        return np.intersect1d(self.ties_before, self.ties_after, assume_unique=True)

    @property
    def dissolved(self) -> int:
        return len(self.ties_before) - len(self.kept)

    @property
    def created(self) -> int:
        return len(self.ties_after) - len(self.kept)

    def tied(self, network: Network) -> Bools:
        """Which of the common nodes have a tie, to whomever."""
        touched = np.zeros(network.n, np.bool_)
        touched[network.simple.source] = touched[network.simple.target] = True
        return touched[[network.index[node] for node in self.ids]]

    def _keys(self, network: Network) -> Longs:
        number = np.full(network.n, -1, np.int32)
        number[[network.index[node] for node in self.ids]] = np.arange(self.n, dtype=np.int32)
        graph = network.simple
        source, target = number[graph.source], number[graph.target]
        inside = (source >= 0) & (target >= 0)
        made = Adjacency.of(self.n, source[inside], target[inside], None, directed=network.directed)
        return made.source.astype(np.int64) * self.n + made.target

    def result(self, entry: Measure[TwoDates], variant: Variant, answer: Answer) -> Result:
        return Result(
            measure=entry.name,
            variant=variant.name,
            value=answer.value,
            reason=answer.reason,
            n=self.n,
            ties=len(self.ties_before) + len(self.ties_after) - len(self.kept),
            directed=self.directed,
            weighted=False,
            self_ties_dropped=self.before.self_ties + self.after.self_ties,
            isolates=int(np.count_nonzero(~(self.tied(self.before) | self.tied(self.after)))),
            seed=answer.seed,
            warnings=answer.warnings,
            draws=answer.draws,
            p=answer.p,
            se=answer.se,
            p_least=answer.p_least,
            view=self.after.provenance.view,
            notes=self.after.provenance.notes,
        )
