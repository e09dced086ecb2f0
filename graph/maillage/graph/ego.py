"""The neighbourhood of an actor: who is within so many steps, and the ties among them."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from maillage.graph.around import UNREACHED, Around

MOST_STEPS = 3
MOST_ACTORS = 2_000


@dataclass(frozen=True, slots=True)
class Ego:
    """Rows of the graph's columns: actors, nearest first, each with its steps; ties among them.

    Beyond `MOST_ACTORS` the farthest are `left_out`.
    """

    actors: tuple[int, ...]
    steps: tuple[int, ...]
    ties: tuple[int, ...]
    left_out: int = 0


def ego(around: Around, centre: str, steps: int, *, most: int = MOST_ACTORS) -> Ego:
    found = around.steps(around.number(centre), steps)
    reached = np.flatnonzero(found != UNREACHED)
    # Rows are in the order of their ids, and a stable sort keeps it within a distance.
    ordered = reached[np.argsort(found[reached], kind="stable")]
    kept = ordered[:most]
    return Ego(
        tuple(kept.tolist()),
        tuple(found[kept].tolist()),
        tuple(around.among(kept).tolist()),
        len(ordered) - len(kept),
    )
