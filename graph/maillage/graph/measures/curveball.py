"""Two-mode tables of the same row and column sums, each as likely as any other.

Two rows put together what only one of them has and draw from it as many as they gave (Strona et
al. 2014, Nature Communications 5:4114). A trade is as likely as its undoing, so the chain is
uniform (Carstens 2015, Physical Review E 91:042812).
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

import numpy as np
from scipy import sparse

# Trades for each row, before the first table is taken and again before each other.
TRADES_PER_ROW = 5


def trades(incidence: sparse.csr_array, draws: int, seed: int) -> Iterator[sparse.csr_array]:
    """`draws` tables, from at least two rows."""
    generator, starts = np.random.default_rng(seed), incidence.indptr
    rows = [set(incidence.indices[a:b].tolist()) for a, b in pairwise(starts)]
    for _ in range(draws):
        pairs = generator.integers(len(rows), size=(TRADES_PER_ROW * len(rows), 2))
        for one, other in pairs.tolist():
            if one != other:
                _trade(rows, one, other, generator)
        columns = np.concatenate([np.fromiter(row, np.int32, len(row)) for row in rows])
        yield sparse.csr_array((incidence.data, columns, starts), shape=incidence.shape)


def _trade(rows: list[set[int]], one: int, other: int, generator: np.random.Generator) -> None:
    common = rows[one] & rows[other]
    mine = len(rows[one]) - len(common)
    pool = list(rows[one] ^ rows[other])
    if not 0 < mine < len(pool):
        return
    pool.sort()
    generator.shuffle(pool)
    rows[one], rows[other] = common | set(pool[:mine]), common | set(pool[mine:])
