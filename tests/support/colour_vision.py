"""Contrast and colour-blindness, computed: WCAG 2 contrast, CIEDE2000, two simulations.

Sources: WCAG 2.2 (relative luminance); Sharma, Wu & Dalal 2005 (CIEDE2000); Machado, Oliveira &
Fernandes 2009, table of severity 1.0; Brettel, Viénot & Mollon 1997 with the Smith & Pokorny cone
fundamentals for sRGB.
"""

from __future__ import annotations

from typing import Literal

import numpy as np
from numpy.typing import NDArray

Vector = NDArray[np.float64]
Vision = Literal["normal", "deuteranopia", "protanopia", "tritanopia"]
VISIONS: tuple[Vision, ...] = ("normal", "deuteranopia", "protanopia", "tritanopia")

_MACHADO: dict[str, Vector] = {
    "protanopia": np.array(
        [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216],
         [-0.003882, -0.048116, 1.051998]]),
    "deuteranopia": np.array(
        [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413],
         [-0.011820, 0.042940, 0.968881]]),
    "tritanopia": np.array(
        [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602],
         [0.004733, 0.691367, 0.303900]]),
}  # fmt: skip

_RGB_TO_XYZ: Vector = np.array(
    [[0.4124564, 0.3575761, 0.1804375], [0.2126729, 0.7151522, 0.0721750],
     [0.0193339, 0.1191920, 0.9503041]])  # fmt: skip
_WHITE = _RGB_TO_XYZ @ np.ones(3)
# Smith & Pokorny 1975, from XYZ as corrected by Judd and Vos.
_XYZ_TO_LMS: Vector = np.array(
    [[0.15514, 0.54312, -0.03286], [-0.15514, 0.45684, 0.03286], [0.0, 0.0, 0.01608]])  # fmt: skip
_RGB_TO_LMS: Vector = _XYZ_TO_LMS @ _RGB_TO_XYZ
# Anchors of Brettel's half-planes: XYZ (Judd-Vos) of monochromatic lights of 475, 575, 485, 660 nm.
_ANCHORS: dict[str, tuple[Vector, Vector]] = {
    "red-green": (np.array([0.13287, 0.11284, 0.95390]), np.array([0.84394, 0.91558, 0.00197])),
    "blue-yellow": (np.array([0.05699, 0.16987, 0.59210]), np.array([0.16161, 0.06100, 0.00001])),
}


def linear(colour: str) -> Vector:
    """Linear sRGB of `#RRGGBB`."""
    values = np.array([int(colour[i : i + 2], 16) for i in (1, 3, 5)], dtype=np.float64) / 255
    return np.where(values <= 0.04045, values / 12.92, ((values + 0.055) / 1.055) ** 2.4)


def contrast(one: str, other: str) -> float:
    """WCAG contrast ratio."""
    luminances = sorted(float(linear(colour) @ _RGB_TO_XYZ[1]) for colour in (one, other))
    return (luminances[1] + 0.05) / (luminances[0] + 0.05)


def distance(one: str, other: str, vision: Vision = "normal") -> float:
    """CIEDE2000, the lesser of both simulations."""
    if vision == "normal":
        return _ciede2000(_lab(linear(one)), _lab(linear(other)))
    return min(
        _ciede2000(_lab(simulate(linear(one), vision)), _lab(simulate(linear(other), vision)))
        for simulate in (_machado, _brettel)
    )


def _machado(rgb: Vector, vision: Vision) -> Vector:
    return np.clip(_MACHADO[vision] @ rgb, 0, 1)


def _brettel(rgb: Vector, vision: Vision) -> Vector:
    missing = {"protanopia": 0, "deuteranopia": 1, "tritanopia": 2}[vision]
    lms = _RGB_TO_LMS @ rgb
    white = _RGB_TO_LMS @ np.ones(3)
    first, second = _ANCHORS["blue-yellow" if vision == "tritanopia" else "red-green"]
    normals = [np.cross(white, _XYZ_TO_LMS @ anchor) for anchor in (first, second)]
    # Which half-plane: on the neutral axis' side of either anchor, in the two cones that remain.
    low, high = (index for index in range(3) if index != missing)
    across = lms[high] * white[low] - lms[low] * white[high]
    anchor = _XYZ_TO_LMS @ first
    side = anchor[high] * white[low] - anchor[low] * white[high]
    normal = normals[0] if across * side >= 0 else normals[1]
    projected = lms.copy()
    kept = [index for index in range(3) if index != missing]
    projected[missing] = -float(normal[kept] @ lms[kept]) / normal[missing]
    return np.clip(np.linalg.solve(_RGB_TO_LMS, projected), 0, 1)


def _lab(rgb: Vector) -> Vector:
    ratios = (_RGB_TO_XYZ @ rgb) / _WHITE
    f = np.where(ratios > (6 / 29) ** 3, np.cbrt(ratios), ratios / (3 * (6 / 29) ** 2) + 4 / 29)
    return np.array([116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])])


def _ciede2000(one: Vector, other: Vector) -> float:
    (l1, a1, b1), (l2, a2, b2) = one, other
    mean_c = (np.hypot(a1, b1) + np.hypot(a2, b2)) / 2
    g = 0.5 * (1 - np.sqrt(mean_c**7 / (mean_c**7 + 25.0**7)))
    a1, a2 = a1 * (1 + g), a2 * (1 + g)
    c1, c2 = np.hypot(a1, b1), np.hypot(a2, b2)
    h1, h2 = (np.degrees(np.arctan2(b, a)) % 360 for a, b in ((a1, b1), (a2, b2)))
    turn = 0.0 if c1 * c2 == 0 else (h2 - h1 + 180) % 360 - 180
    delta_h = 2 * np.sqrt(c1 * c2) * np.sin(np.radians(turn) / 2)
    mean_l, mean_c = (l1 + l2) / 2, (c1 + c2) / 2
    mean_h = h1 + h2 if c1 * c2 == 0 else (h1 + turn / 2) % 360
    t = (
        1
        - 0.17 * np.cos(np.radians(mean_h - 30))
        + 0.24 * np.cos(np.radians(2 * mean_h))
        + 0.32 * np.cos(np.radians(3 * mean_h + 6))
        - 0.20 * np.cos(np.radians(4 * mean_h - 63))
    )
    s_l = 1 + 0.015 * (mean_l - 50) ** 2 / np.sqrt(20 + (mean_l - 50) ** 2)
    s_c, s_h = 1 + 0.045 * mean_c, 1 + 0.015 * mean_c * t
    rotation = (
        -2
        * np.sqrt(mean_c**7 / (mean_c**7 + 25.0**7))
        * np.sin(np.radians(60 * np.exp(-(((mean_h - 275) / 25) ** 2))))
    )
    parts = ((l2 - l1) / s_l, (c2 - c1) / s_c, delta_h / s_h)
    return float(
        np.sqrt(parts[0] ** 2 + parts[1] ** 2 + parts[2] ** 2 + rotation * parts[1] * parts[2])
    )
