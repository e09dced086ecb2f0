"""Which record is believed when records disagree.

Reviewer, then the actor's own declaration, then a registry, then a third party; then the latest
observation; then the record's id, so that no order of loading decides.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import IntEnum

from maillage.graph.model import Attributes, Conflict, Record, Value


class Trust(IntEnum):
    REVIEWER = 0
    OWN = 1
    REGISTRY = 2
    THIRD_PARTY = 3


@dataclass(frozen=True, slots=True)
class Evidence:
    """One value of one attribute, with the standing of whoever says it."""

    value: Value
    trust: Trust
    observed: int
    record: str

    @property
    def order(self) -> tuple[int, int, str, str]:
        return (self.trust, -self.observed, self.record, str(self.value))


def trust_of(record: Record, *, own: bool) -> Trust:
    if record.voice == "reviewer":
        return Trust.REVIEWER
    if own:
        return Trust.OWN
    return Trust.REGISTRY if record.voice == "registry" else Trust.THIRD_PARTY


def observed_day(record: Record) -> int:
    return record.observed_on.latest.toordinal() if record.observed_on else 0


def settle(field: str, evidence: Iterable[Evidence]) -> tuple[Value, Conflict | None]:
    """The value that is kept, and the conflict it leaves if others said otherwise."""
    ranked = sorted(evidence, key=lambda item: item.order)
    kept = ranked[0].value
    losers: dict[Value, list[str]] = {}
    for item in ranked:
        if item.value != kept:
            losers.setdefault(item.value, []).append(item.record)
    if not losers:
        return kept, None
    others = tuple((value, tuple(sorted(records))) for value, records in losers.items())
    return kept, Conflict(field=field, kept=kept, others=others)


def settle_all(
    evidence: Mapping[str, list[Evidence]],
) -> tuple[Attributes, tuple[Conflict, ...]]:
    values: dict[str, Value] = {}
    conflicts: list[Conflict] = []
    for field in sorted(evidence):
        values[field], conflict = settle(field, evidence[field])
        if conflict:
            conflicts.append(conflict)
    return values, tuple(conflicts)
