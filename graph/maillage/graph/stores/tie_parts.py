"""A tie taken apart, and made whole again: words and days, which a store looks through, and the
rest as JSON (`Rests`). The two together are what `serial.payload_of` makes of the tie.
"""

from __future__ import annotations

import json
from collections.abc import Hashable
from datetime import date

from maillage.graph import serial
from maillage.graph.arrays import FAR_AHEAD, LONG_AGO, span_days
from maillage.graph.model import Tie

_SPANS = (
    ("start", LONG_AGO), ("end", FAR_AHEAD),
    ("first_observed", LONG_AGO), ("last_observed", LONG_AGO),
)  # fmt: skip
_APART = {
    "id", "source", "target", "kind", "tier", "status", "standing", "directed", "records",
    *(name for name, _ in _SPANS),
}  # fmt: skip
_MOST_SAID = 10_000


class Rests:
    """The rest of each tie; what many of them say alike is written once."""

    def __init__(self) -> None:
        self._said: dict[Hashable, bytes] = {}

    def of(self, tie: Tie) -> bytes:
        # As texts, for 1, 1.0 and true are one key.
        key = (tie.subtype, tie.declared_by, repr(tie.attributes), repr(tie.conflicts))
        said = self._said.get(key)
        if said is None:
            if len(self._said) == _MOST_SAID:
                self._said.clear()
            said = self._said[key] = serial.payload_of(serial.TIE, tie, apart=_APART)
        return serial.joined(said, serial.grounds_of(tie.records))


def days_beside(tie: Tie) -> tuple[int, int, int]:
    """The days of which `arrays.tie_days` has none: of the first observation, and the end of the
    last one."""
    first, last = tie.first_observed, tie.last_observed
    return *span_days(first, LONG_AGO), span_days(last, LONG_AGO)[1]


def whole(
    words: tuple[str, str, str, str, str, str, str], directed: int, days: list[int], rest: bytes
) -> bytes:
    """`serial.payload_of` a tie. `words`: its id and ends, its kind, status, standing and tier;
    `days`: the first and the last of each span, in the order in which a tie has them."""
    id_, source, target, kind, status, standing, tier = words
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


def _day(number: int) -> str:
    """What is no day, in a file that somebody wrote to by hand, is read as no date."""
    return date.fromordinal(number).isoformat() if LONG_AGO < number < FAR_AHEAD else "?"
