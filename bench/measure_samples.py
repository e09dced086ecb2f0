"""Networks for the ratios: heavy-tailed degrees, poles of twenty, three sectors, parallel ties."""

from __future__ import annotations

import numpy as np

from maillage.graph.columns import Column
from maillage.graph.network import Network

# Organisations and ties as written; about 13 % of the ties repeat one that was there.
SIZES = {"S": (2_000, 6_000), "M": (100_000, 500_000), "L": (1_000_000, 5_000_000)}
REPEATED = 0.13
SECTORS = ("ess", "private", "public")
SHARES = (0.55, 0.25, 0.20)


def sample(size: str, seed: int, *, directed: bool = False) -> Network:
    """Half of the ties stay within a pole of twenty; activity follows a power law."""
    nodes, ties = SIZES[size]
    generator = np.random.default_rng(seed)
    distinct = _distinct(nodes, round(ties * (1 - REPEATED)), generator)
    again = generator.choice(distinct, ties - len(distinct))
    written = generator.permutation(np.concatenate([distinct, again]))
    source, target = np.divmod(written, nodes)
    swap = generator.random(ties) < 0.5
    sectors = generator.choice(len(SECTORS), nodes, p=SHARES).astype(np.int32)
    return Network.of(
        [f"org{k:07d}" for k in range(nodes)],
        np.where(swap, target, source),
        np.where(swap, source, target),
        directed=directed,
        weight=generator.integers(1, 6, ties) / 2,
        columns={"sector": Column("sector", SECTORS, sectors)},
    )


def _distinct(nodes: int, ties: int, generator: np.random.Generator) -> np.ndarray:
    """That many different pairs, as source·nodes + target with source < target."""
    cumulated = np.cumsum(np.arange(1, nodes + 1) ** -0.6)
    cumulated /= cumulated[-1]
    who = generator.permutation(nodes)
    found = np.zeros(0, np.int64)
    while len(found) < ties:
        draws = 2 * (ties - len(found)) + 100
        left, right = (who[np.searchsorted(cumulated, generator.random(draws))] for _ in "ab")
        near = np.minimum(left // 20 * 20 + generator.integers(0, 20, draws), nodes - 1)
        right = np.where(generator.random(draws) < 0.5, near, right)
        apart = left != right
        left, right = left[apart].astype(np.int64), right[apart].astype(np.int64)
        keys = np.minimum(left, right) * nodes + np.maximum(left, right)
        found = np.unique(np.concatenate([found, keys]))
    return np.sort(generator.permutation(found)[:ties])
