"""Where the separate parts of a picture go: the largest first, those without ties in a block."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from maillage.graph.vocabulary import Family, actor_kind
from maillage.viz import spread
from maillage.viz.layout_plan import Plan

Coordinates = NDArray[np.float64]

_GAP = 36.0
# A mark without ties and its name; without the name when there are too many to read.
_ISOLATE_CELL = (150.0, 40.0)
_TIGHT_CELL = (26.0, 26.0)
_NAMED_ISOLATES = 300


def packed(
    plan: Plan,
    hearts: NDArray[np.int64],
    reaches: NDArray[np.float64],
    parts: list[tuple[NDArray[np.int64], Coordinates]],
) -> Coordinates:
    """Components on shelves, the largest first; marks without any tie in a tidy block below."""
    alone = [int(members[0]) for members, _ in parts if plan.around[hearts[members[0]]] == 0]
    linked = [
        _Box(members, places, reaches[members], plan.ids[hearts[members[0]]])
        for members, places in parts
        if plan.around[hearts[members[0]]] > 0
    ]
    linked.sort(key=lambda box: (-round(box.width * box.height, 1), box.name))
    sizes = [(box.width, box.height) for box in linked]
    width = max(_shelf_width(sizes), _ISOLATE_CELL[0] * 4)
    middles = spread.on_shelves(sizes, width=width, gap=_GAP)
    found = np.zeros((len(hearts), 2))
    bottom = 0.0
    for middle, box in zip(middles, linked, strict=True):
        found[box.members] = box.places + middle
        bottom = max(bottom, float(middle[1]) + box.height / 2)
    _set_isolates(plan, hearts, alone, found, width=width, top=bottom + _GAP)
    return found


class _Box:
    """A component about its own middle."""

    def __init__(
        self, members: NDArray[np.int64], places: Coordinates, reach: NDArray[np.float64], name: str
    ) -> None:
        low = (places - reach[:, None]).min(axis=0)
        high = (places + reach[:, None]).max(axis=0)
        self.members, self.name = members, name
        self.places: Coordinates = places - (low + high) / 2
        self.width, self.height = (float(size) for size in high - low)


def _shelf_width(sizes: list[tuple[float, float]]) -> float:
    """As wide as the largest if it holds most of the picture, else a wide rectangle of all."""
    total = sum(width * height for width, height in sizes)
    widest = max((width for width, _ in sizes), default=0.0)
    if sizes and sizes[0][0] * sizes[0][1] > total / 2:
        return widest
    return max(widest, float(np.sqrt(total) * 1.15))


def _set_isolates(
    plan: Plan,
    hearts: NDArray[np.int64],
    alone: list[int],
    found: Coordinates,
    *,
    width: float,
    top: float,
) -> None:
    """By family, then by name: a block that can be read like a list."""
    families = list(Family)

    def reading_order(number: int) -> tuple[int, str, str]:
        actor = plan.actors[hearts[number]]
        return families.index(actor_kind(actor.kind).family), actor.name.casefold(), actor.id

    numbers = sorted(alone, key=reading_order)
    cell = _ISOLATE_CELL if len(numbers) <= _NAMED_ISOLATES else _TIGHT_CELL
    columns = max(int(width // cell[0]), 1)
    for rank, number in enumerate(numbers):
        found[number] = (
            (rank % columns + 0.5) * cell[0],
            top + (rank // columns + 0.5) * cell[1],
        )
