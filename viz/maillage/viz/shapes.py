"""Outlines of the marks, once for every renderer: paths about 0, 0 of the area of a unit disc."""

from __future__ import annotations

import math

from maillage.viz.scene_model import Shape

_CIRCLE = "M1 0A1 1 0 1 1-1 0A1 1 0 1 1 1 0Z"


def _polygon(*corners: tuple[float, float]) -> str:
    return "M" + "L".join(f"{x:.3f} {y:.3f}" for x, y in corners) + "Z"


def _triangle(sign: int) -> str:
    side = math.sqrt(4 * math.pi / math.sqrt(3))
    height = side * math.sqrt(3) / 2
    # Its middle is set between the centroid and the box, as the eye does.
    top, base = -sign * height * 0.62, sign * height * 0.38
    return _polygon((0, top), (side / 2, base), (-side / 2, base))


def _house() -> str:
    wide, roof = 0.86, 0.8
    body = (math.pi - wide * roof) / (2 * wide)
    top = -(roof + body) / 2
    return _polygon(
        (0, top), (wide, top + roof), (wide, top + roof + body), (-wide, top + roof + body),
        (-wide, top + roof),
    )  # fmt: skip


def _cross() -> str:
    arm = math.sqrt(math.pi / 5) / 2
    end = 3 * arm
    return _polygon(
        (-arm, -end), (arm, -end), (arm, -arm), (end, -arm), (end, arm), (arm, arm), (arm, end),
        (-arm, end), (-arm, arm), (-end, arm), (-end, -arm), (-arm, -arm),
    )  # fmt: skip


def _square() -> str:
    half = math.sqrt(math.pi) / 2
    return _polygon((-half, -half), (half, -half), (half, half), (-half, half))


def _diamond() -> str:
    half = math.sqrt(math.pi / 2)
    return _polygon((0, -half), (half, 0), (0, half), (-half, 0))


OUTLINES: dict[Shape, str] = {
    "circle": _CIRCLE,
    "house": _house(),
    "triangle": _triangle(1),
    "cross": _cross(),
    "diamond": _diamond(),
    "triangle_down": _triangle(-1),
    "ring_dot": _CIRCLE,
    "square": _square(),
    "pole": _CIRCLE,
}

# Radius of the disc inside, as a part of the mark's.
DOTS: dict[Shape, float] = {"ring_dot": 0.34, "square": 0.3, "pole": 0.62}
