"""The ground of a pole: what its island holds, with a margin, as one rounded polygon."""

from __future__ import annotations

import numpy as np
from scipy.spatial import ConvexHull

from maillage.viz.palette import HULL_MARGIN
from maillage.viz.scene_model import Hull, Node

_CORNERS = 12  # points of the circle drawn about each mark


def draw_hulls(nodes: tuple[Node, ...]) -> tuple[Hull, ...]:
    """One hull per pole drawn with somebody beside it, in order of the poles."""
    held: dict[str, list[Node]] = {}
    for node in nodes:
        if node.island:
            held.setdefault(node.island, []).append(node)
    return tuple(
        Hull(
            pole=node.id,
            label=node.label,
            members=tuple(member.id for member in held[node.id]),
            polygon=_around(held[node.id]),
        )
        for node in nodes
        if node.island == node.id and len(held[node.id]) > 1
    )


def _around(members: list[Node]) -> tuple[tuple[float, float], ...]:
    angles = np.arange(_CORNERS) * 2 * np.pi / _CORNERS
    circle = np.column_stack([np.cos(angles), np.sin(angles)])
    centres = np.array([(node.x, node.y) for node in members])
    reach = np.array([node.radius for node in members]) + HULL_MARGIN
    points = (centres[:, None, :] + circle[None, :, :] * reach[:, None, None]).reshape(-1, 2)
    corners = np.round(points[ConvexHull(points).vertices], 1) + 0.0
    return tuple((float(x), float(y)) for x, y in corners)
