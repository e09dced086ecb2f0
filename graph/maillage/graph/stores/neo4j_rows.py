"""What the model becomes in Neo4j: flat properties that Cypher users read, and the whole as JSON.

A property whose name begins with `_` is ours: `_payload` is the exact model (what the adapter
reads back), `_fingerprint` its digest, `_line` a tie as one text for `columns()`. The others say
the same for people, in Neo4j's own types; what is empty is absent. Rows hold plain JSON values, so
that a load can be staged and finished later; Cypher turns texts into dates.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar

from pydantic import TypeAdapter

from maillage.graph import serial
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
from maillage.graph.stores.neo4j_lines import tie_line
from maillage.graph.vocabulary import TIE_KINDS

Thing = TypeVar("Thing")
Property = str | int | float | bool | list[str] | None
Row = Mapping[str, "Property | Mapping[str, Property]"]

_LARGEST = 2**63  # Neo4j's integers have 64 bits
_LONGEST_KEY = 200


def actor_row(actor: Actor) -> Row:
    return {
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
        "records": list(actor.records),
        "conflicts": sorted({conflict.field for conflict in actor.conflicts}) or None,
        "search": search_text(actor),
        "_departements": list(departements_of(actor)) or None,
        **_whole(serial.ACTOR, actor),
    }


def tie_row(tie: Tie) -> Row:
    return {
        "source": tie.source,
        "target": tie.target,
        "properties": {
            **_flat(tie.attributes, TIE_FIELDS),
            "id": tie.id,
            "subtype": tie.subtype or None,
            "layer": TIE_KINDS[tie.kind].layer.value,
            "tier": tie.tier.value if tie.tier else None,
            "directed": tie.directed,
            "status": tie.status.value,
            "standing": tie.standing.value,
            "declared_by": list(tie.declared_by) or None,
            "records": list(tie.records),
            "conflicts": sorted({conflict.field for conflict in tie.conflicts}) or None,
            "_line": tie_line(tie),
            **_whole(serial.TIE, tie),
        },
        "from_min": _earliest(tie.start),
        "from_max": _latest(tie.start),
        "to_min": _earliest(tie.end),
        "to_max": _latest(tie.end),
        "first_observed": _earliest(tie.first_observed),
        "last_observed": _latest(tie.last_observed),
    }


def record_row(record: Record) -> Row:
    return {
        "id": record.id,
        "import_id": record.import_id,
        "sheet": record.sheet or None,
        "line": record.line,
        "source": record.source or None,
        "locator": record.locator or None,
        "voice": record.voice,
        "declared_by": _named(record.declared_by),
        "observed_on": record.observed_on.text if record.observed_on else None,
        "_payload": _payload(serial.RECORD, record),
    }


def import_row(item: Import) -> Row:
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


def judgement_row(judgement: Judgement) -> Row:
    return {
        "id": judgement.id,
        "left": judgement.left,
        "right": judgement.right,
        "verdict": judgement.verdict,
        "author": judgement.author or None,
        "live": judgement.live,
        "decided_at": judgement.decided_at.isoformat(),
        "_payload": _payload(serial.JUDGEMENT, judgement),
    }


def waiting_row(position: int, waiting: Waiting) -> Row:
    return {
        "position": position,
        "actor": waiting.actor,
        "candidates": list(waiting.candidates),
        "records": list(waiting.records),
        "_payload": _payload(serial.WAITING, waiting),
    }


def _payload(adapter: TypeAdapter[Thing], thing: Thing) -> str:
    return serial.payload_of(adapter, thing).decode()


def _whole(adapter: TypeAdapter[Thing], thing: Thing) -> dict[str, Property]:
    payload = serial.payload_of(adapter, thing)
    return {"_payload": payload.decode(), "_fingerprint": serial.digest_of(payload)}


def _flat(attributes: Attributes, fields: Mapping[str, Field]) -> dict[str, Property]:
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
