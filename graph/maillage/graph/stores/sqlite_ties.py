"""Rows of ties in the embedded store: what a tie is in columns, and back.

A row says each thing once. Filters and `columns()` need most of it in columns; what they do not ask
for is kept as JSON (`rest`), and the two together are what `serial.payload_of` makes of the tie.
"""

from __future__ import annotations

import json
from collections.abc import Hashable, Mapping, Sequence
from datetime import date
from typing import Any

import numpy as np

from maillage.graph import serial
from maillage.graph.arrays import (
    FAR_AHEAD,
    KIND_CODES,
    LONG_AGO,
    STANDINGS,
    STATUSES,
    TIE_ROW_FIELDS,
    TIERS,
    TieColumns,
    share_text,
    span_days,
    tie_columns,
    tie_days,
)
from maillage.graph.model import Tie
from maillage.graph.stores.sqlite_rows import blob

# Words, not their places in a table: the vocabulary grows, and a stored tie keeps its kind.
_WORDS = ("kind", "tier", "status", "standing")
_DAYS = tuple(name for name in TIE_ROW_FIELDS if name not in _WORDS)
_READ = ("id", "source", "target", *_WORDS, *_DAYS, "share")
COLUMNS_READ = ", ".join(_READ)
TIE_COLUMNS = (
    *_READ, "first_seen_min", "first_seen_max", "last_seen_max", "rest",
)  # fmt: skip
_IN_COLUMNS = {
    "id", "source", "target", *_WORDS, "directed",
    "start", "end", "first_observed", "last_observed",
}  # fmt: skip
_KEPT_APART = _IN_COLUMNS | {"records"}
_MOST_SAID = 10_000
# What `tie_payload` makes a tie of.
TIE_PARTS = """id, (SELECT id FROM actor WHERE n = source), (SELECT id FROM actor WHERE n = target),
    kind, directed, status, standing, tier, start_min, start_max, end_min, end_max,
    first_seen_min, first_seen_max, last_seen, last_seen_max, rest"""
_SPANS = (
    ("start", LONG_AGO), ("end", FAR_AHEAD),
    ("first_observed", LONG_AGO), ("last_observed", LONG_AGO),
)  # fmt: skip
_CODES: Mapping[str, Mapping[str, int]] = {
    "kind": KIND_CODES,
    "tier": {tier or "": code for code, tier in enumerate(TIERS)},
    "status": {status: code for code, status in enumerate(STATUSES)},
    "standing": {standing: code for code, standing in enumerate(STANDINGS)},
}


class TieRows:
    """Makes rows of ties; what many of them say alike is written as JSON once."""

    def __init__(self, numbers: Mapping[str, int]) -> None:
        """`numbers`: the row of each actor."""
        self._numbers = numbers
        self._said: dict[Hashable, bytes] = {}

    def values(self, tie: Tie) -> tuple[object, ...]:
        """`TIE_COLUMNS` of a tie."""
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
            *span_days(tie.first_observed, LONG_AGO),
            span_days(tie.last_observed, LONG_AGO)[1],
            blob(serial.joined(self._said_of(tie), serial.grounds_of(tie.records))),
        )

    def _said_of(self, tie: Tie) -> bytes:
        # As texts, for 1, 1.0 and true are one key.
        key = (tie.subtype, tie.declared_by, repr(tie.attributes), repr(tie.conflicts))
        said = self._said.get(key)
        if said is None:
            if len(self._said) == _MOST_SAID:
                self._said.clear()
            said = self._said[key] = serial.payload_of(serial.TIE, tie, apart=_KEPT_APART)
        return said


def tie_payload(*row: Any) -> bytes:
    """`serial.payload_of` the tie of such a row, of its `TIE_PARTS`."""
    id_, source, target, kind, directed, status, standing, tier, *days, rest = row
    said: dict[str, object] = {
        "id": id_,
        "source": source,
        "target": target,
        "kind": kind,
        "directed": bool(directed),
        "status": status,
        "standing": standing,
    }
    if tier:
        said["tier"] = tier
    for (name, unknown), first, last in zip(_SPANS, days[::2], days[1::2], strict=True):
        if first != unknown or last != unknown:
            said[name] = {"earliest": _day(first), "latest": _day(last)}
    head = json.dumps(said, ensure_ascii=False, separators=(",", ":")).encode()
    return head if rest == b"{}" else b"%b,%b" % (head[:-1], rest[1:])


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


def _day(number: int) -> str:
    """What is no day, in a file that somebody wrote to by hand, is read as no date."""
    return date.fromordinal(number).isoformat() if LONG_AGO < number < FAR_AHEAD else "?"
