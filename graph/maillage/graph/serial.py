"""Model to JSON and back, and the digest by which a stored thing is known unchanged."""

from __future__ import annotations

from hashlib import blake2s
from typing import TypeVar

from pydantic import TypeAdapter

from maillage.graph.model import (
    Actor,
    Attributes,
    Import,
    Judgement,
    Record,
    Tie,
    Waiting,
)

Thing = TypeVar("Thing")

ACTOR = TypeAdapter(Actor)
TIE = TypeAdapter(Tie)
RECORD = TypeAdapter(Record)
IMPORT = TypeAdapter(Import)
JUDGEMENT = TypeAdapter(Judgement)
WAITING = TypeAdapter(Waiting)
ATTRIBUTES: TypeAdapter[Attributes] = TypeAdapter(Attributes)


def payload_of(adapter: TypeAdapter[Thing], thing: Thing) -> bytes:
    """The thing as it is stored: what a field holds by default need not be written to be read
    back, and most fields hold it."""
    return adapter.serializer.to_json(thing, exclude_defaults=True)


def digest_of(payload: bytes) -> str:
    return blake2s(payload, digest_size=12).hexdigest()
