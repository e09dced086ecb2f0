"""Which record is believed when records disagree.

Reviewer, then the actor's own declaration, then a registry, then a third party; then the latest
observation. Between two things that a reviewer, or the actor itself, says of one day, the one
loaded later: who sends a sheet again has corrected it. Last the record's id, so that the order in
which third parties are loaded decides nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime
from decimal import Decimal, InvalidOperation
from enum import IntEnum
from typing import NamedTuple

from maillage.graph.fields import TIE_FIELDS
from maillage.graph.folding import normalise
from maillage.graph.model import Attributes, Conflict, Import, Record, Value


class Trust(IntEnum):
    REVIEWER = 0
    OWN = 1
    REGISTRY = 2
    THIRD_PARTY = 3


class Word(NamedTuple):
    """The weight of what a record says; the least of two words is believed."""

    trust: Trust
    recency: int
    moment: float
    record: str

    @property
    def day(self) -> int:
        """The day of the observation, 0 if nobody gives one."""
        return -self.recency


class Evidence(NamedTuple):
    """One value of one attribute, with the word of whoever says it."""

    word: Word
    value: Value


# Values by which a source says that it does not know: they contradict nobody.
SILENCES: Mapping[str, Value] = {
    "kind": "other",
    "legal_sector": "unknown",
    "ess": "unknown",
    "temoin": "not_attested",
    "geo_precision": "none",
}
# Decimals kept as text.
_SHARES = frozenset(name for name, field in TIE_FIELDS.items() if field.type == "percent")


def trust_of(record: Record, *, own: bool) -> Trust:
    if record.voice == "reviewer":
        return Trust.REVIEWER
    if own:
        return Trust.OWN
    return Trust.REGISTRY if record.voice == "registry" else Trust.THIRD_PARTY


def acts_of(imports: Iterable[Import]) -> dict[str, float]:
    """When each import was made: what people say of themselves has a date and a moment."""
    return {item.id: instant(item.loaded_at) for item in imports}


def instant(moment: datetime) -> float:
    """Comparable with any other: where no zone is given, UTC is meant."""
    return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).timestamp()


def word_of(record: Record, trust: Trust, acts: Mapping[str, float]) -> Word:
    observed = record.observed_on
    return Word(
        trust,
        -observed.latest.toordinal() if observed else 0,
        # What third parties wrote has no moment: the order in which it is loaded says nothing.
        -acts.get(record.import_id, 0.0) if trust <= Trust.OWN else 0.0,
        record.id,
    )


def settle(field: str, evidence: Sequence[Evidence]) -> tuple[Value, Conflict | None]:
    """The value that is kept, and the conflict it leaves if others said otherwise."""
    if len(evidence) == 1:
        return evidence[0].value, None
    ranked = sorted(evidence, key=_order)
    best = _best(field, ranked)
    return best.value, conflict_of(field, best.value, evidence)


def settle_all(
    evidence: Mapping[str, Sequence[Evidence]],
) -> tuple[Attributes, tuple[Conflict, ...]]:
    values: dict[str, Value] = {}
    conflicts: list[Conflict] = []
    for field in sorted(evidence):
        values[field], conflict = settle(field, evidence[field])
        if conflict:
            conflicts.append(conflict)
    return values, tuple(conflicts)


def settle_set(field: str, evidence: Sequence[Evidence]) -> tuple[tuple[str, ...], Conflict | None]:
    """Sets add up, except that a reviewer's set is the whole of it."""
    ranked = sorted(evidence, key=_order)
    if ranked[0].word.trust is not Trust.REVIEWER:
        return tuple(sorted({item for each in ranked for item in members(each.value)})), None
    kept = tuple(sorted(set(members(ranked[0].value))))
    losing = [
        Evidence(each.word, (item,))
        for each in ranked
        for item in members(each.value)
        if item not in kept
    ]
    return kept, conflict_of(field, kept, losing)


def members(value: Value) -> tuple[str, ...]:
    return value if isinstance(value, tuple) else (str(value),)


def conflict_of(field: str, kept: Value, evidence: Iterable[Evidence]) -> Conflict | None:
    """The values that lost, each with its records; silences did not compete."""
    losers: dict[Value, set[str]] = {}
    believed, written = _meant(field, kept), dict[Value | Decimal, Value]()
    for item in sorted(evidence, key=_order):
        meant = _meant(field, item.value)
        if meant != believed and item.value != SILENCES.get(field):
            value = written.setdefault(meant, item.value)
            losers.setdefault(value, set()).add(item.word.record)
    if not losers:
        return None
    others = tuple((value, tuple(sorted(records))) for value, records in losers.items())
    return Conflict(field=field, kept=kept, others=others)


def _meant(field: str, value: Value) -> Value | Decimal:
    """« 40 » and « 40,0 » are one share, « POLE » and « Pôle » one name, written in two ways."""
    if field == "name":
        return normalise(str(value))
    if field not in _SHARES:
        return value
    try:
        share = Decimal(str(value))
    except InvalidOperation:
        return value
    return share if share.is_finite() else value


def _best(field: str, ranked: Sequence[Evidence]) -> Evidence:
    silence = SILENCES.get(field)
    if silence is None or ranked[0].word.trust is Trust.REVIEWER:
        return ranked[0]
    return next((item for item in ranked if item.value != silence), ranked[0])


def _order(evidence: Evidence) -> tuple[Word, str]:
    return evidence.word, str(evidence.value)
