"""Model to JSON and back, and the digest by which a stored thing is known unchanged."""

from __future__ import annotations

from hashlib import blake2s

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

ACTOR = TypeAdapter(Actor)
TIE = TypeAdapter(Tie)
RECORD = TypeAdapter(Record)
IMPORT = TypeAdapter(Import)
JUDGEMENT = TypeAdapter(Judgement)
WAITING = TypeAdapter(Waiting)
ATTRIBUTES: TypeAdapter[Attributes] = TypeAdapter(Attributes)


def digest(payload: bytes) -> str:
    return blake2s(payload, digest_size=12).hexdigest()
