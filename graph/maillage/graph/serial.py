"""Model to JSON and back, and the digest by which a stored thing is known unchanged."""

from __future__ import annotations

from collections.abc import Sequence
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
TEXTS = TypeAdapter(tuple[str, ...])


def payload_of(
    adapter: TypeAdapter[Thing], thing: Thing, *, apart: set[str] | None = None
) -> bytes:
    """The thing as it is stored: what a field holds by default need not be written to be read
    back, and most fields hold it; nor need what is kept `apart`."""
    return adapter.serializer.to_json(thing, exclude_defaults=True, exclude=apart)


def said_of(actor: Actor) -> bytes:
    """What `payload_of` makes of an actor, without the records that it rests upon: each list that
    mentions it adds to those, and mostly changes nothing else."""
    return payload_of(ACTOR, actor, apart={"records"})


def grounds_of(records: Sequence[str]) -> bytes:
    """The records that an actor or tie rests upon, as `payload_of` has them."""
    return TEXTS.serializer.to_json(tuple(records))


def joined(said: bytes, grounds: bytes) -> bytes:
    """`payload_of` the actor or tie, of both."""
    if grounds == b"[]":
        return said
    comma = b"" if said == b"{}" else b","
    return b'%b%b"records":%b}' % (said[:-1], comma, grounds)


def digest_of(payload: bytes) -> str:
    return blake2s(payload, digest_size=12).hexdigest()


def actor_digest(said: bytes, grounds: bytes) -> str:
    """Of an actor, that of `said_of` comes first: it alone stays when nothing else changes."""
    return digest_of(said) + digest_of(grounds)
