"""Compare results to a relative 1e-9, through maps and lists, nulls included."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from fractions import Fraction

import numpy as np

TOLERANCE = 1e-9


def assert_near(found: object, expected: object, where: str = "") -> None:
    """Same shape, same nulls, same numbers; a NaN expected (other libraries) means null."""
    if isinstance(expected, np.generic | np.ndarray):
        expected = expected.tolist()
    if isinstance(expected, Fraction):
        expected = float(expected)
    if isinstance(expected, Mapping):
        assert isinstance(found, Mapping), where
        assert set(found) == set(expected), where
        for key, value in expected.items():
            assert_near(found[key], value, f"{where}/{key}")
    elif isinstance(expected, Sequence) and not isinstance(expected, str):
        assert isinstance(found, Sequence), where
        assert len(found) == len(expected), where
        for k, value in enumerate(expected):
            assert_near(found[k], value, f"{where}/{k}")
    elif isinstance(expected, float | int) and not math.isnan(expected):
        assert isinstance(found, float | int), f"{where}: {found!r}, not {expected!r}"
        gap = abs(found - expected)
        least = TOLERANCE * max(abs(expected), 1e-3)
        assert gap <= least, f"{where}: {found!r}, not {expected!r}"
    else:
        wanted = None if isinstance(expected, float) else expected
        assert found == wanted, f"{where}: {found!r}, not {wanted!r}"
