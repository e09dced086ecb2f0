"""What the model becomes in Neo4j: flat properties that Cypher users read, and the whole as JSON.

A property whose name begins with `_` is ours: `_payload` is the exact model (what the adapter
reads back; of an actor, all but `records`; of a tie, what its line leaves out), `_line` what
`columns()` reads of it. The others say the same for people, in Neo4j's own types; what is empty is
absent. Cypher turns texts into dates.

What many rows say alike, such as the source of a list or the status of its ties, is a map that they
name by its number. How rows are sent is in `neo4j_columns`.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping, Sequence
from typing import Generic, NamedTuple, TypeVar

from pydantic import TypeAdapter

from maillage.graph import serial
from maillage.graph.arrays import tie_days
from maillage.graph.bulk import altered
from maillage.graph.dates import DateSpan
from maillage.graph.fields import ACTOR_FIELDS, TIE_FIELDS, Field
from maillage.graph.model import (
    Actor,
    Attributes,
    Import,
    Judgement,
    Record,
    Ref,
    Tie,
    Value,
    Waiting,
)
from maillage.graph.stores.alike import departements_of, search_text
from maillage.graph.stores.neo4j_lines import actor_line, tie_line, tie_payload
from maillage.graph.stores.neo4j_writes import ACTOR_LABELS
from maillage.graph.stores.tie_parts import Rests, days_beside
from maillage.graph.vocabulary import TIE_KINDS

Thing = TypeVar("Thing")
Value_ = TypeVar("Value_")
Property = str | int | float | bool | list[str] | None
Properties = Mapping[str, Property]


class RecordRow(NamedTuple):
    id: str
    head: int
    line: int
    locator: str
    payload: str


class ActorRow(NamedTuple):
    id: str
    labels: list[str]
    properties: Properties
    line: str
    payload: str
    records: tuple[str, ...]


class GroundRow(NamedTuple):
    """Of an actor of which nothing has changed but the records that it rests upon."""

    id: str
    records: tuple[str, ...]


class TieRow(NamedTuple):
    id: str
    source: str
    target: str
    head: int
    span: int
    records: tuple[str, ...]
    line: str
    payload: str


Row = Properties | RecordRow | ActorRow | GroundRow | TieRow

_LARGEST = 2**63  # Neo4j's integers have 64 bits
_LONGEST_KEY = 200


class Repeated(Generic[Value_]):
    """What several rows say alike, once, by number."""

    def __init__(self) -> None:
        self.values: list[Value_] = []
        self._numbers: dict[Hashable, int] = {}

    def number(self, key: Hashable, make: Callable[[], Value_]) -> int:
        found = self._numbers.get(key)
        if found is None:
            found = self._numbers[key] = len(self.values)
            self.values.append(make())
        return found


def actor_row(actor: Actor) -> ActorRow:
    properties: Properties = {
        **_flat(actor.attributes, ACTOR_FIELDS),
        "id": actor.id,
        "name": actor.name,
        "kind": actor.kind,
        "other_names": list(actor.other_names) or None,
        "legal_sector": actor.legal_sector.value,
        "ess": actor.ess.value,
        # Derived from the three above, and written with them: partitions in Cypher need it.
        "sector": actor.sector.value,
        "named": actor.named,
        "collective": actor.collective,
        "siren": actor.siren,
        "rna": actor.rna,
        "aliases": list(actor.aliases) or None,
        "conflicts": _conflicts(actor),
        "search": search_text(actor),
        "_departements": list(departements_of(actor)) or None,
    }
    return ActorRow(
        actor.id,
        ACTOR_LABELS[actor.kind],
        _present(properties),
        actor_line(actor),
        serial.said_of(actor).decode(),
        actor.records,
    )


def actor_of(said: str, records: Sequence[str]) -> Actor:
    """Of the payload and the records of such a row."""
    return altered(serial.ACTOR.validate_json(said), records=tuple(records))


def tie_row(tie: Tie, heads: Repeated[Properties], spans: Repeated[str], rests: Rests) -> TieRow:
    """In `heads`, `spans` and `rests`, what it has in common with others."""
    days = (*tie_days(tie), *days_beside(tie))
    return TieRow(
        tie.id,
        tie.source,
        tie.target,
        heads.number(_head_key(tie), lambda: _tie_head(tie)),
        spans.number(days[1:], lambda: _tie_spans(tie)),
        tie.records,
        tie_line(tie, days),
        rests.of(tie).decode(),
    )


def tie_of(told: str) -> Tie:
    """Of a tie that is told whole."""
    return serial.TIE.validate_json(tie_payload(told))


def _head_key(tie: Tie) -> Hashable:
    """Equal for ties of one kind whose heads are: 1, 1.0 and true are not one value."""
    return (
        tie.subtype, tie.tier, tie.directed, tie.status, tie.standing, tie.declared_by,
        repr(tie.attributes), tie.conflicts and repr(_conflicts(tie)),
    )  # fmt: skip


def _tie_head(tie: Tie) -> Properties:
    return _present(
        {
            **_flat(tie.attributes, TIE_FIELDS),
            **dict.fromkeys(("id", "records")),  # each tie's own, whatever an attribute is called
            "subtype": tie.subtype or None,
            "layer": TIE_KINDS[tie.kind].layer.value,
            "tier": tie.tier.value if tie.tier else None,
            "directed": tie.directed,
            "status": tie.status.value,
            "standing": tie.standing.value,
            "declared_by": list(tie.declared_by) or None,
            "conflicts": _conflicts(tie),
        }
    )


def _tie_spans(tie: Tie) -> str:
    """In the order of `neo4j_writes.SPAN_FIELDS`, parted by commas."""
    days = (
        *(_earliest(tie.start), _latest(tie.start), _earliest(tie.end), _latest(tie.end)),
        *(_earliest(tie.first_observed), _latest(tie.last_observed)),
    )
    return ",".join(day or "" for day in days)


def record_row(record: Record, heads: Repeated[Properties]) -> RecordRow:
    key = (
        record.import_id, record.sheet, record.source, record.voice, record.declared_by,
        record.observed_on,
    )  # fmt: skip
    return RecordRow(
        record.id,
        heads.number(key, lambda: _record_head(record)),
        record.line,
        record.locator,
        _payload(serial.RECORD, record),
    )


def _record_head(record: Record) -> Properties:
    return _present(
        {
            "import_id": record.import_id,
            "sheet": record.sheet or None,
            "source": record.source or None,
            "voice": record.voice,
            "declared_by": _named(record.declared_by),
            "observed_on": record.observed_on.text if record.observed_on else None,
        }
    )


def import_row(item: Import) -> Properties:
    return {
        "id": item.id,
        "title": item.title,
        "list": item.list,
        "sha256": item.sha256,
        "author": item.author or None,
        "live": item.live,
        "rows": item.rows,
        "loaded_at": item.loaded_at.isoformat(),
        "observed_on": item.observed_on.text if item.observed_on else None,
        "complete_on": item.complete_on.text if item.complete_on else None,
        "scope": _named(item.scope),
        "_payload": _payload(serial.IMPORT, item),
    }


def judgement_row(judgement: Judgement) -> Properties:
    return {
        "id": judgement.id,
        "left": judgement.left,
        "right": judgement.right,
        "verdict": judgement.verdict,
        "author": judgement.author or None,
        "live": judgement.live,
        "import_id": judgement.import_id or None,
        "decided_at": judgement.decided_at.isoformat(),
        "_payload": _payload(serial.JUDGEMENT, judgement),
    }


def waiting_row(position: int, waiting: Waiting) -> Properties:
    return {
        "position": position,
        "actor": waiting.actor,
        "candidates": list(waiting.candidates),
        "records": list(waiting.records),
        "_payload": _payload(serial.WAITING, waiting),
    }


def _payload(adapter: TypeAdapter[Thing], thing: Thing) -> str:
    return serial.payload_of(adapter, thing).decode()


def _present(properties: Properties) -> Properties:
    return {name: value for name, value in properties.items() if value is not None}


def _conflicts(thing: Actor | Tie) -> list[str] | None:
    return sorted({conflict.field for conflict in thing.conflicts}) or None


def _flat(attributes: Attributes, fields: Mapping[str, Field]) -> Properties:
    """Attributes under their own names. One that cannot be a property stays in the payload."""
    return {
        name: _property(value, fields.get(name))
        for name, value in attributes.items()
        if name and len(name) <= _LONGEST_KEY and "\0" not in name and not name.startswith("_")
    }


def _property(value: Value, field: Field | None) -> Property:
    if isinstance(value, tuple):
        return list(value)
    if field and field.type == "percent":
        return str(value)  # a share is a decimal, which Neo4j has not: never a float
    if isinstance(value, int) and not -_LARGEST <= value < _LARGEST:
        return str(value)
    return value


def _named(ref: Ref | None) -> str | None:
    """Whom a source means, as it names them: an identifier first."""
    if ref is None:
        return None
    return next((text for text in (*ref.ids, ref.siren, ref.rna, ref.name) if text), "")


def _earliest(span: DateSpan | None) -> str | None:
    return span.earliest.isoformat() if span else None


def _latest(span: DateSpan | None) -> str | None:
    return span.latest.isoformat() if span else None
