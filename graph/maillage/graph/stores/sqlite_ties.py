"""Rows of ties in the embedded store: what a tie is in columns, and back.

A row says each thing once. Filters and `columns()` need most of it in columns; what they do not ask
for is kept as JSON (`rest`), and the two together are what `serial.payload_of` makes of the tie.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from maillage.graph.arrays import (
    KIND_CODES,
    STANDINGS,
    STATUSES,
    TIE_ROW_FIELDS,
    TIERS,
    TieColumns,
    share_text,
    tie_columns,
    tie_days,
)
from maillage.graph.model import Tie
from maillage.graph.stores.sqlite_rows import blob
from maillage.graph.stores.tie_parts import Rests, days_beside, whole

# Words, not their places in a table: the vocabulary grows, and a stored tie keeps its kind.
_WORDS = ("kind", "tier", "status", "standing")
_DAYS = tuple(name for name in TIE_ROW_FIELDS if name not in _WORDS)
_READ = ("id", "source", "target", *_WORDS, *_DAYS, "share")
COLUMNS_READ = ", ".join(_READ)
TIE_COLUMNS = (
    *_READ, "first_seen_min", "first_seen_max", "last_seen_max", "rest",
)  # fmt: skip
# What `tie_payload` makes a tie of.
TIE_PARTS = """id, (SELECT id FROM actor WHERE n = source), (SELECT id FROM actor WHERE n = target),
    kind, directed, status, standing, tier, start_min, start_max, end_min, end_max,
    first_seen_min, first_seen_max, last_seen, last_seen_max, rest"""
_CODES: Mapping[str, Mapping[str, int]] = {
    "kind": KIND_CODES,
    "tier": {tier or "": code for code, tier in enumerate(TIERS)},
    "status": {status: code for code, status in enumerate(STATUSES)},
    "standing": {standing: code for code, standing in enumerate(STANDINGS)},
}


class TieRows:
    """Makes rows of ties, each with `TIE_COLUMNS`."""

    def __init__(self, numbers: Mapping[str, int]) -> None:
        """`numbers`: the row of each actor."""
        self._numbers = numbers
        self._rests = Rests()

    def values(self, tie: Tie) -> tuple[object, ...]:
        return (
            tie.id,
            self._numbers[tie.source],
            self._numbers[tie.target],
            tie.kind,
            str(tie.tier or ""),
            str(tie.status),
            str(tie.standing),
            *tie_days(tie),
            share_text(tie),
            *days_beside(tie),
            blob(self._rests.of(tie)),
        )


def tie_payload(*row: Any) -> bytes:
    """`serial.payload_of` the tie of such a row, of its `TIE_PARTS`."""
    id_, source, target, kind, directed, status, standing, tier, *days, rest = row
    return whole((id_, source, target, kind, status, standing, tier), directed, days, rest)


def read_ties(rows: Sequence[tuple[Any, ...]], numbers: Mapping[int, int]) -> TieColumns:
    """Rows of `COLUMNS_READ`, as columns."""
    columns = {name: [row[position] for row in rows] for position, name in enumerate(_READ)}
    coded = [
        [_CODES[name][word] for word in columns[name]] if name in _CODES else columns[name]
        for name in TIE_ROW_FIELDS
    ]
    return tie_columns(
        columns["id"],
        [numbers[end] for end in columns["source"]],
        [numbers[end] for end in columns["target"]],
        np.array(coded, np.int32).T.reshape(len(rows), len(TIE_ROW_FIELDS)),
        columns["share"],
    )
