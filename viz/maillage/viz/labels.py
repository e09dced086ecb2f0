"""Where each name is written, decided once: `design.md` § 4, Labels.

A mark is drawn at `radius × √zoom` px on screen and its name keeps its size, so seen from the
picture both shrink towards the mark as one zooms in. A name is therefore tested with the room it
sweeps on the way to its mark: placed at one zoom, it meets no other name at any greater one. The
greedy pass goes from the whole picture inwards, each time adding names in order of importance.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.spatial import cKDTree

from maillage.graph.vocabulary import Family
from maillage.viz.scene_model import Bounds, LabelMark, Node, Place
from maillage.viz.text_width import text_width

AREA_PER_LABEL = 5_500.0  # px² of picture for one name
SIZE, POLE_SIZE = 11.5, 14.0
# The smallest window in which the whole picture is seen at once: a phone's.
WINDOW = (320.0, 300.0)
MOST_LABELS = 3_000
_STEP, _GREATEST_ZOOM = 1.35, 8.0
_GAP, _LINE = 4.0, 1.25
# A mark as large as this is looked for by its name: named with the poles.
GREAT = 17.0
_CELL = 64.0
# Names tried at one zoom, over those that there is room for.
_TRIES, _TRIES_LEAST = 6, 300

_SIDES: tuple[Place, ...] = ("E", "W", "N", "S", "NE", "SE", "NW", "SW")
_POLE_SIDES: tuple[Place, ...] = ("N", "S")

Box = tuple[float, float, float, float]


def mark_size(radius: float, zoom: float) -> float:
    """Radius on screen, px: marks grow slower than the picture."""
    return radius * math.sqrt(zoom)


def fit_zoom(bounds: Bounds, window: tuple[float, float] = WINDOW) -> float:
    """The zoom at which the whole picture is in the window, at most 1."""
    width = max(bounds.right - bounds.left, 1.0)
    height = max(bounds.bottom - bounds.top, 1.0)
    return min(window[0] / width, window[1] / height, 1.0)


def place_labels(
    nodes: Sequence[Node], bounds: Bounds, bridging: Mapping[str, float]
) -> tuple[LabelMark, ...]:
    """Names in order of rank: poles and great marks, what waits for review, bridges, the rest."""
    if not nodes:
        return ()
    marks = _Marks(nodes)
    order = sorted(range(len(nodes)), key=lambda row: _importance(nodes[row], bridging))
    waiting = [_Name.of(rank, row, nodes[row]) for rank, row in enumerate(order[:MOST_LABELS])]
    area = (bounds.right - bounds.left) * (bounds.bottom - bounds.top)
    zoom, placed = fit_zoom(bounds), list[tuple[_Name, Place, float]]()
    while waiting and zoom <= _GREATEST_ZOOM:
        budget = max(int(area * zoom * zoom / AREA_PER_LABEL), 1) - len(placed)
        sheet = _Sheet(zoom, marks, bounds, [(name, place) for name, place, _ in placed])
        found = sheet.fill(waiting, budget)
        placed += [(name, place, zoom) for name, place in found]
        taken = {name.row for name, _ in found}
        waiting = [name for name in waiting if name.row not in taken]
        zoom *= _STEP
    placed.sort(key=lambda one: one[0].rank)
    return tuple(name.mark(place, zoom) for name, place, zoom in placed)


def _importance(node: Node, bridging: Mapping[str, float]) -> tuple[object, ...]:
    great = _is_great(node)
    return (
        not great,
        not great and not node.review,
        0.0 if great else -round(bridging.get(node.id, 0.0), 6),
        -node.degree,
        node.label,
        node.id,
    )


def label_box(node: Node, width: float, height: float, place: Place, zoom: float) -> Box:
    """Left, top, right, bottom on screen (px, the origin of the scene at 0, 0)."""
    x, y = node.x * zoom, node.y * zoom
    reach = mark_size(node.radius, zoom) + _GAP
    slant = reach * 0.72
    match place:
        case "E":
            left, top = x + reach, y - height / 2
        case "W":
            left, top = x - reach - width, y - height / 2
        case "N":
            left, top = x - width / 2, y - reach - height
        case "S":
            left, top = x - width / 2, y + reach
        case "NE":
            left, top = x + slant, y - slant - height
        case "SE":
            left, top = x + slant, y + slant
        case "NW":
            left, top = x - slant - width, y - slant - height
        case "SW":
            left, top = x - slant - width, y + slant
    return left, top, left + width, top + height


@dataclass(frozen=True, slots=True)
class _Name:
    """A name to place."""

    rank: int
    row: int
    node: Node
    width: float
    height: float

    @classmethod
    def of(cls, rank: int, row: int, node: Node) -> _Name:
        size = _size(node)
        width = text_width(node.short, size, bold=_is_great(node))
        return cls(rank, row, node, width, size * _LINE)

    @property
    def sides(self) -> tuple[Place, ...]:
        return _POLE_SIDES if _is_pole(self.node) else _SIDES

    def swept(self, place: Place, zoom: float) -> Box:
        """The room of the name at this zoom and at every greater one."""
        left, top, right, bottom = label_box(self.node, self.width, self.height, place, zoom)
        x, y = self.node.x * zoom, self.node.y * zoom
        return min(left, x), min(top, y), max(right, x), max(bottom, y)

    def mark(self, place: Place, zoom: float) -> LabelMark:
        return LabelMark(
            node=self.node.id,
            text=self.node.short,
            place=place,
            # Rounded up: a name is never shown before the zoom it was tested at.
            min_zoom=math.ceil(zoom * 1000) / 1000,
            rank=self.rank,
            size=_size(self.node),
            bold=_is_great(self.node),
        )


def _is_pole(node: Node) -> bool:
    return node.family is Family.POLE


def _is_great(node: Node) -> bool:
    return _is_pole(node) or node.radius >= GREAT


def _size(node: Node) -> float:
    return POLE_SIZE if _is_pole(node) else SIZE


class _Marks:
    """Every mark, to be asked what stands near a place."""

    def __init__(self, nodes: Sequence[Node]) -> None:
        self.places = np.array([(node.x, node.y) for node in nodes])
        self.radii = np.array([node.radius for node in nodes])
        self.tree = cKDTree(self.places)

    def hidden_by(self, name: _Name, boxes: Sequence[Box], zoom: float) -> NDArray[np.float64]:
        """Px² of other marks that each box would cover."""
        x, y = name.node.x * zoom, name.node.y * zoom
        far = max(max(x - box[0], box[2] - x, y - box[1], box[3] - y) for box in boxes)
        reach = math.hypot(far, far) + mark_size(float(self.radii.max()), zoom)
        near = np.array(self.tree.query_ball_point((name.node.x, name.node.y), reach / zoom))
        near = near[near != name.row]
        if not len(near):
            return np.zeros(len(boxes))
        middles, size = self.places[near] * zoom, self.radii[near, None] * math.sqrt(zoom)
        low, high = middles - size, middles + size
        sides = np.array(boxes)[:, None, :]
        shared = np.minimum(sides[..., 2:], high) - np.maximum(sides[..., :2], low)
        return np.asarray(shared.clip(min=0.0).prod(axis=-1).sum(axis=-1), dtype=np.float64)


class _Sheet:
    """The picture at one zoom, with the names that are already on it."""

    def __init__(
        self, zoom: float, marks: _Marks, bounds: Bounds, placed: list[tuple[_Name, Place]]
    ) -> None:
        self._zoom, self._marks = zoom, marks
        self._edges = tuple(
            side * zoom for side in (bounds.left, bounds.top, bounds.right, bounds.bottom)
        )
        self._names: dict[tuple[int, int], list[Box]] = {}
        for name, place in placed:
            self._write(name.swept(place, zoom))

    def fill(self, waiting: Sequence[_Name], budget: int) -> list[tuple[_Name, Place]]:
        """Write as many as may be, the first first; what cannot be tried soon waits for room."""
        found: list[tuple[_Name, Place]] = []
        for name in waiting[: _TRIES * max(budget, 0) + _TRIES_LEAST]:
            if len(found) >= budget:
                break
            place = self._free_place(name)
            if place:
                found.append((name, place))
        return found

    def _free_place(self, name: _Name) -> Place | None:
        """The first side where nothing is in the way; it is then taken."""
        boxes = [(side, name.swept(side, self._zoom)) for side in name.sides]
        free = [(side, box) for side, box in boxes if self._on_paper(box) and not self._over(box)]
        if not free:
            return None
        covered = self._marks.hidden_by(name, [box for _, box in free], self._zoom)
        least = int(covered.argmin())
        # Names of poles and great marks may stand over marks, the least they can; never over names.
        if covered[least] and not _is_great(name.node):
            return None
        side, box = free[least]
        self._write(box)
        return side

    def _write(self, box: Box) -> None:
        for cell in _cells(box):
            self._names.setdefault(cell, []).append(box)

    def _over(self, box: Box) -> bool:
        return any(_meet(box, other) for cell in _cells(box) for other in self._names.get(cell, ()))

    def _on_paper(self, box: Box) -> bool:
        left, top, right, bottom = self._edges
        return left <= box[0] and top <= box[1] and box[2] <= right and box[3] <= bottom


def _cells(box: Box) -> list[tuple[int, int]]:
    left, top, right, bottom = (int(side // _CELL) for side in box)
    return [(x, y) for x in range(left, right + 1) for y in range(top, bottom + 1)]


def _meet(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
