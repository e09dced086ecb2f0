"""TwoModes: rows and columns, and who belongs where; nothing projected."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np
from scipy import sparse

from maillage.graph.adjacency import Bools, Floats, Ints, Longs
from maillage.graph.errors import UnknownName
from maillage.graph.measures.entry import Answer, Measure, Variant
from maillage.graph.measures.result import LeftOut, Result
from maillage.graph.measures.study import UNDECIDED, Watch, effective_seed, keep_on
from maillage.graph.network import Network, Partition

# What the account says of a tie between two rows or two columns.
SAME_MODE = "same_mode"


@dataclass(frozen=True, eq=False)
class TwoModes:
    """Rows are the nodes of one group, columns those of all others; a tie in either direction.

    `reach` is the partition of columns that says how far a row reaches.
    """

    network: Network
    partition: Partition
    top: str
    reach: Partition | None = None
    permutations: int | None = None
    seed: int | None = None
    watch: Watch = keep_on
    _drawn: dict[int, Floats] = field(default_factory=dict, init=False, repr=False)

    def __post_init__(self) -> None:
        if self.top not in self.partition.groups:
            known = ", ".join(self.partition.groups)
            raise UnknownName("unknown_name", what="group", name=self.top, known=known)

    @property
    def directed(self) -> bool:
        return self.network.directed

    @property
    def used_seed(self) -> int:
        return effective_seed(self.seed)

    @cached_property
    def is_row(self) -> Bools:
        row: Bools = self.partition.codes == self.partition.groups.index(self.top)
        return row

    @cached_property
    def rows(self) -> Ints:
        """Numbers of the row nodes, by their ids in order."""
        return self._by_id(self.is_row)

    @cached_property
    def columns(self) -> Ints:
        return self._by_id((self.partition.codes >= 0) & ~self.is_row)

    @cached_property
    def row_ids(self) -> tuple[str, ...]:
        return tuple(self.network.ids[k] for k in self.rows)

    @cached_property
    def column_ids(self) -> tuple[str, ...]:
        return tuple(self.network.ids[k] for k in self.columns)

    @cached_property
    def incidence(self) -> sparse.csr_array:
        """1 where a row and a column are tied."""
        graph, place = self.network.simple.union, np.zeros(self.network.n, np.int32)
        place[self.rows] = np.arange(len(self.rows), dtype=np.int32)
        place[self.columns] = np.arange(len(self.columns), dtype=np.int32)
        across = self._across
        left, right = graph.source[across], graph.target[across]
        up = self.is_row[left]
        rows, columns = np.where(up, left, right), np.where(up, right, left)
        return sparse.csr_array(
            (np.ones(len(rows), np.int64), (place[rows], place[columns])),
            shape=(len(self.rows), len(self.columns)),
        )

    @cached_property
    def row_sums(self) -> Longs:
        return np.asarray(self.incidence.sum(axis=1)).ravel().astype(np.int64)

    @cached_property
    def column_sums(self) -> Longs:
        return np.asarray(self.incidence.sum(axis=0)).ravel().astype(np.int64)

    @property
    def ties(self) -> int:
        return int(self.incidence.nnz)

    def drawn(self, draw: Callable[[TwoModes, int], Floats], draws: int) -> Floats:
        """Drawn once for all that is tested."""
        if draws not in self._drawn:
            self._drawn[draws] = draw(self, draws)
        return self._drawn[draws]

    @cached_property
    def _decided(self) -> Bools:
        graph, codes = self.network.simple.union, self.partition.codes
        decided: Bools = (codes[graph.source] >= 0) & (codes[graph.target] >= 0)
        return decided

    @cached_property
    def _across(self) -> Bools:
        graph = self.network.simple.union
        across: Bools = self.is_row[graph.source] != self.is_row[graph.target]
        return self._decided & across

    @property
    def _ties_left_out(self) -> dict[str, int]:
        counts = {
            SAME_MODE: int(np.count_nonzero(self._decided & ~self._across)),
            UNDECIDED: int(np.count_nonzero(~self._decided)),
        }
        return {reason: count for reason, count in counts.items() if count}

    def _by_id(self, chosen: Bools) -> Ints:
        found = np.flatnonzero(chosen)
        return np.array(sorted(found, key=lambda k: self.network.ids[k]), np.int32)

    def result(self, entry: Measure[TwoModes], variant: Variant, answer: Answer) -> Result:
        return Result(
            measure=entry.name,
            variant=variant.name,
            value=answer.value,
            reason=answer.reason,
            n=len(self.rows) + len(self.columns),
            ties=self.ties,
            directed=self.directed,
            weighted=False,
            by=self.partition.name,
            groups=self.partition.groups,
            group_sizes=dict(
                zip(self.partition.groups, self.partition.column.sizes.tolist(), strict=False)
            ),
            self_ties_dropped=self.network.self_ties,
            isolates=int((self.row_sums == 0).sum() + (self.column_sums == 0).sum()),
            seed=answer.seed,
            warnings=answer.warnings,
            draws=answer.draws,
            p=answer.p,
            se=answer.se,
            p_least=answer.p_least,
            view=self.network.provenance.view,
            left_out=LeftOut(self.partition.set_aside, self._ties_left_out),
            view_left_out=LeftOut(
                self.network.provenance.left_out_nodes, self.network.provenance.left_out_ties
            ),
            notes=self.network.provenance.notes,
            advice_code=answer.advice,
        )


def shared(incidence: sparse.csr_array) -> tuple[Ints, Ints, Longs]:
    """Pairs of rows i < j that share columns, and how many."""
    upper = sparse.triu(incidence @ incidence.T, k=1).tocoo()
    return upper.row.astype(np.int32), upper.col.astype(np.int32), upper.data.astype(np.int64)


def looked_at(sums: Longs) -> int:
    """Pairs that must be looked at to know what is shared through lines of these sums."""
    return int((sums * (sums - 1)).sum()) // 2
