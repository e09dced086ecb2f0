"""Where each name is written, decided once: `design.md` § 4, Labels.

A mark is drawn at `radius × √zoom` px on screen and its name keeps its size, so seen from the
picture both shrink towards the mark as one zooms in. A name is therefore tested with the room it
sweeps on the way to its mark: placed at one zoom, it meets no other name at any greater one. The
greedy pass goes from the whole picture inwards, each time adding names in order of importance.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

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
_CELL = 64.0

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
    """Names in order of rank: poles, what waits for review, bridges, then the best tied."""
    ranked = sorted(nodes, key=lambda node: _importance(node, bridging))[:MOST_LABELS]
    area = (bounds.right - bounds.left) * (bounds.bottom - bounds.top)
    zoom, placed = fit_zoom(bounds), dict[str, LabelMark]()
    ranks = {node.id: rank for rank, node in enumerate(ranked)}
    while len(placed) < len(ranked) and zoom <= _GREATEST_ZOOM:
        sheet = _Sheet(zoom, _scaled(bounds, zoom))
        for node in nodes:
            sheet.add_mark(node)
        for label in placed.values():
            sheet.add_label(_swept(_NodeLabel.of(sheet.node(label.node)), label.place, zoom))
        budget = max(int(area * zoom * zoom / AREA_PER_LABEL), 1) - len(placed)
        for node in ranked:
            if budget <= 0:
                break
            if node.id in placed:
                continue
            place = sheet.free_place(_NodeLabel.of(node))
            if place:
                placed[node.id] = _mark(node, place, zoom, ranks[node.id])
                budget -= 1
        zoom *= _STEP
    return tuple(sorted(placed.values(), key=lambda label: label.rank))


def _importance(node: Node, bridging: Mapping[str, float]) -> tuple[object, ...]:
    pole = node.family is Family.POLE
    return (
        not pole,
        not node.review,
        0.0 if pole else -round(bridging.get(node.id, 0.0), 6),
        -node.degree,
        node.label,
        node.id,
    )


def _mark(node: Node, place: Place, zoom: float, rank: int) -> LabelMark:
    pole = node.family is Family.POLE
    return LabelMark(
        node=node.id,
        text=node.short,
        place=place,
        # Rounded up: a name is never shown before the zoom it was tested at.
        min_zoom=math.ceil(zoom * 1000) / 1000,
        rank=rank,
        size=POLE_SIZE if pole else SIZE,
        bold=pole,
    )


@dataclass(frozen=True, slots=True)
class _NodeLabel:
    node: Node
    width: float
    height: float

    @classmethod
    def of(cls, node: Node) -> _NodeLabel:
        pole = node.family is Family.POLE
        size = POLE_SIZE if pole else SIZE
        return cls(node, text_width(node.short, size, bold=pole), size * _LINE)


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


def _swept(label: _NodeLabel, place: Place, zoom: float) -> Box:
    """The room of a name at this zoom and at every greater one."""
    left, top, right, bottom = label_box(label.node, label.width, label.height, place, zoom)
    x, y = label.node.x * zoom, label.node.y * zoom
    return min(left, x), min(top, y), max(right, x), max(bottom, y)


@dataclass(slots=True)
class _Sheet:
    """What is already drawn at one zoom, in cells of a grid."""

    zoom: float
    edges: Box
    _nodes: dict[str, Node] = field(default_factory=dict)
    _marks: dict[tuple[int, int], list[tuple[str, Box]]] = field(default_factory=dict)
    _labels: dict[tuple[int, int], list[Box]] = field(default_factory=dict)

    def node(self, name: str) -> Node:
        return self._nodes[name]

    def add_mark(self, node: Node) -> None:
        self._nodes[node.id] = node
        x, y, reach = node.x * self.zoom, node.y * self.zoom, mark_size(node.radius, self.zoom)
        box = (x - reach, y - reach, x + reach, y + reach)
        for cell in _cells(box):
            self._marks.setdefault(cell, []).append((node.id, box))

    def add_label(self, box: Box) -> None:
        for cell in _cells(box):
            self._labels.setdefault(cell, []).append(box)

    def free_place(self, label: _NodeLabel) -> Place | None:
        """The first side where nothing is in the way; it is then taken."""
        pole = label.node.family is Family.POLE
        sides = _POLE_SIDES if pole else _SIDES
        boxes = [(side, _swept(label, side, self.zoom)) for side in sides]
        free = [
            (side, box)
            for side, box in boxes
            if _within(box, self.edges) and not self._over_label(box)
        ]
        chosen = next(
            ((side, box) for side, box in free if not self._over_mark(label.node.id, box)),
            free[0] if pole and free else None,
        )
        if chosen is None:
            return None
        self.add_label(chosen[1])
        return chosen[0]

    def _over_label(self, box: Box) -> bool:
        return any(
            _meet(box, other) for cell in _cells(box) for other in self._labels.get(cell, ())
        )

    def _over_mark(self, own: str, box: Box) -> bool:
        return any(
            name != own and _meet(box, other)
            for cell in _cells(box)
            for name, other in self._marks.get(cell, ())
        )


def _cells(box: Box) -> list[tuple[int, int]]:
    left, top, right, bottom = (int(side // _CELL) for side in box)
    return [(x, y) for x in range(left, right + 1) for y in range(top, bottom + 1)]


def _meet(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def _within(inner: Box, outer: Box) -> bool:
    return (
        outer[0] <= inner[0]
        and outer[1] <= inner[1]
        and inner[2] <= outer[2]
        and inner[3] <= outer[3]
    )


def _scaled(bounds: Bounds, zoom: float) -> Box:
    return bounds.left * zoom, bounds.top * zoom, bounds.right * zoom, bounds.bottom * zoom
