"""Made-up holdings for the ratios: 100,000 firms and 150,000 holdings of three shapes."""

from __future__ import annotations

from fractions import Fraction

import numpy as np
from numpy.typing import NDArray

from maillage.graph.measures.ownership.holdings import Holdings

FIRMS, LINES = 100_000, 150_000
DEEP, RING, NEAR = 1_000, 50, 2_000
KINDS = ("public", "ess", "private")
Longs = NDArray[np.int64]
Ends = tuple[Longs, Longs]


def shallow(generator: np.random.Generator) -> Ends:
    """2,000 holders of the others, directly or through one another."""
    left, right = (generator.integers(0, FIRMS, LINES) for _ in "ab")
    return np.minimum(left, right) // 50, np.maximum(left, right)


def chains(generator: np.random.Generator) -> Ends:
    """A hundred chains of a thousand firms, each held by the one before and some further up."""
    links = np.arange(FIRMS)
    links = links[links % DEEP != DEEP - 1]
    owner = generator.integers(0, FIRMS - 1, LINES - len(links))
    end = owner // DEEP * DEEP + DEEP - 1
    jump = np.minimum(owner + generator.integers(2, 50, len(owner)), end)
    return np.concatenate([links, owner]), np.concatenate([links + 1, jump])


def rings(generator: np.random.Generator) -> Ends:
    """Two thousand rings of fifty firms, crossed inside, and each held from others before it."""
    firms = np.arange(FIRMS)
    following = firms // RING * RING + (firms % RING + 1) % RING
    owner = generator.integers(0, FIRMS, LINES - FIRMS)
    inside = owner // RING * RING + generator.integers(0, RING, len(owner))
    beyond = np.minimum(owner + generator.integers(1, NEAR, len(owner)), FIRMS - 1)
    other = np.where(generator.random(len(owner)) < 0.7, inside, beyond)
    return np.concatenate([firms, owner]), np.concatenate([following, other])


def tangle(generator: np.random.Generator) -> Ends:
    """Anybody holds anybody: one ring of a third of all firms."""
    return generator.integers(0, FIRMS, LINES), generator.integers(0, FIRMS, LINES)


# How much of each firm is in known hands, in per cent: rings are almost closed.
SAMPLES = {
    "shallow": (shallow, 60),
    "chains of 1,000": (chains, 60),
    "rings of 50": (rings, 98),
    "one tangle": (tangle, 60),
}


def sample(name: str, seed: int) -> Holdings:
    """Shares are whole hundredths of a per cent, never more than the whole."""
    draw, least = SAMPLES[name]
    generator = np.random.default_rng(seed)
    owner, owned = draw(generator)
    apart = owner != owned
    pairs = np.unique(owner[apart] * FIRMS + owned[apart])
    owner, owned = np.divmod(pairs, FIRMS)
    raw = generator.integers(1, 100, len(pairs))
    total = np.bincount(owned, raw, FIRMS)[owned]
    known = generator.integers(least, 101, FIRMS)[owned]
    parts = np.maximum(raw * known * 100 // total.astype(np.int64), 1)
    share = tuple(Fraction(part, 10_000) for part in parts.tolist())
    return Holdings(
        ids=tuple(f"f{k:06d}" for k in range(FIRMS)),
        kinds=tuple(KINDS[k] for k in generator.integers(0, len(KINDS), FIRMS)),
        owner=owner.astype(np.int32),
        owned=owned.astype(np.int32),
        share=share,
        votes=share,
    )
