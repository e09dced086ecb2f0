"""Geometry of the layout: spreading discs apart, filling a disc, packing discs on shelves."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from scipy.spatial import cKDTree

Coordinates = NDArray[np.float64]
Radii = NDArray[np.float64]
Pairs = NDArray[np.int64]

GOLDEN_ANGLE = math.pi * (3 - math.sqrt(5))
_TOUCHING = 0.5  # overlaps below half a pixel are none


def push_apart(
    coordinates: Coordinates,
    radii: Radii,
    *,
    steps: int,
    gravity: float = 0.0,
    fixed: int | None = None,
) -> Coordinates:
    """Move discs until no two overlap; small ones give way to large ones.

    `gravity` pulls everything to the middle meanwhile, fading out, so that the result is compact;
    `fixed` is a disc that stays where it is.
    """
    places = coordinates.astype(np.float64).copy()
    if len(places) < 2:
        return places
    for step in range(steps):
        pull = gravity * (1 - step / steps) if step < steps * 0.7 else 0.0
        places *= 1 - pull
        moved = _one_push(places, radii, fixed)
        if moved < _TOUCHING and pull == 0:
            break
    return places


def sunflower(count: int, spacing: float) -> Coordinates:
    """`count` places filling a disc evenly, from the middle outwards."""
    ranks = np.arange(count)
    reach = spacing * np.sqrt(ranks)
    return np.column_stack(
        [reach * np.cos(ranks * GOLDEN_ANGLE), reach * np.sin(ranks * GOLDEN_ANGLE)]
    )


def on_shelves(sizes: Sequence[tuple[float, float]], *, width: float, gap: float) -> Coordinates:
    """Middles of boxes (width, height) set on shelves as given, from left to right, downwards."""
    middles: list[tuple[float, float]] = []
    x = y = shelf = 0.0
    for box_width, box_height in sizes:
        if x > 0 and x + box_width > width:
            x, y, shelf = 0.0, y + shelf + gap, 0.0
        middles.append((x + box_width / 2, y + box_height / 2))
        x, shelf = x + box_width + gap, max(shelf, box_height)
    return np.array(middles, dtype=np.float64).reshape(-1, 2)


def _one_push(places: Coordinates, radii: Radii, fixed: int | None) -> float:
    """Push every overlapping pair once; the largest overlap found."""
    pairs = _near_pairs(places, radii)
    if not len(pairs):
        return 0.0
    one, other = pairs[:, 0], pairs[:, 1]
    apart = places[other] - places[one]
    distance = np.hypot(apart[:, 0], apart[:, 1])
    overlap = radii[one] + radii[other] - distance
    touching = overlap > 0
    if not touching.any():
        return 0.0
    one, other, apart = one[touching], other[touching], apart[touching]
    distance, overlap = distance[touching], overlap[touching]
    same = distance < 1e-9
    turn = (one + other) * GOLDEN_ANGLE
    apart[same] = np.column_stack([np.cos(turn), np.sin(turn)])[same]
    distance[same] = 1.0
    push = apart / distance[:, None] * overlap[:, None]
    share = radii[other] ** 2 / (radii[one] ** 2 + radii[other] ** 2)
    if fixed is not None:
        share = np.where(one == fixed, 0.0, np.where(other == fixed, 1.0, share))
    for axis in (0, 1):
        places[:, axis] -= np.bincount(one, push[:, axis] * share, len(places))
        places[:, axis] += np.bincount(other, push[:, axis] * (1 - share), len(places))
    return float(overlap.max())


def _near_pairs(places: Coordinates, radii: Radii) -> Pairs:
    """Pairs that may overlap; the few large discs are looked at apart from the many small ones."""
    large = radii > 3 * np.median(radii)
    small = np.flatnonzero(~large)
    found = [_pairs_within(places, small, 2 * radii[small].max())] if len(small) else []
    if large.any():
        numbers = np.flatnonzero(large)
        found.append(_pairs_within(places, numbers, 2 * radii[numbers].max()))
        if len(small):
            found.append(_across(places, radii, numbers, small))
    return np.concatenate(found)


def _pairs_within(places: Coordinates, numbers: Pairs, reach: float) -> Pairs:
    pairs = cKDTree(places[numbers]).query_pairs(reach, output_type="ndarray")
    return np.asarray(numbers[pairs], dtype=np.int64).reshape(-1, 2)


def _across(places: Coordinates, radii: Radii, large: Pairs, small: Pairs) -> Pairs:
    tree = cKDTree(places[small])
    reach = radii[large] + radii[small].max()
    near = tree.query_ball_point(places[large], reach, return_sorted=True)
    lengths = [len(found) for found in near]
    if not sum(lengths):
        return np.empty((0, 2), dtype=np.int64)
    return np.column_stack(
        [np.repeat(large, lengths), small[np.concatenate([np.asarray(f, np.int64) for f in near])]]
    )
