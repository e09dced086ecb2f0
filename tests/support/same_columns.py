"""Compare two graphs given as columns."""

from __future__ import annotations

from dataclasses import fields

import numpy as np

from maillage.graph.arrays import ActorColumns, GraphColumns, TieColumns


def assert_same_columns(found: GraphColumns, expected: GraphColumns) -> None:
    _assert_same(found.actors, expected.actors)
    _assert_same(found.ties, expected.ties)


def _assert_same(found: ActorColumns | TieColumns, expected: ActorColumns | TieColumns) -> None:
    for column in fields(expected):
        left, right = getattr(found, column.name), getattr(expected, column.name)
        if isinstance(right, np.ndarray):
            assert left.dtype == right.dtype, column.name
            assert np.array_equal(left, right), column.name
        else:
            assert list(left) == list(right), column.name
