"""Places that wait for a reviewer: a commune that could be several, or is nearly one's name.

The reviewer's choice is a record of one act, taken back like any other import.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from hashlib import blake2s, sha256

from maillage.graph import ledger, serial
from maillage.graph.dates import DateSpan
from maillage.graph.edits import EDITS
from maillage.graph.errors import InvalidInput
from maillage.graph.model import Actor, ActorClaim, Import, Record, Ref, Value
from maillage.graph.paging import every
from maillage.graph.port import ActorQuery, Reader, Store
from maillage.ingest.meant import meant_actor
from maillage.ingest.places.communes import Communes, read_commune_code
from maillage.ingest.places.ladder import Place, resolve_place

_PAGE = 5_000


@dataclass(frozen=True, slots=True)
class WaitingPlace:
    """`candidates`: code and name of each commune that the actor's may be."""

    actor: Actor
    written: str
    candidates: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """The commune of an actor, as a reviewer says."""

    actor: str
    code: str
    author: str = ""
    now: datetime = field(default_factory=lambda: datetime.now(UTC))


def waiting_places(store: Reader) -> Iterator[WaitingPlace]:
    for actor in every(lambda after: store.actors(ActorQuery(after=after, limit=_PAGE))):
        candidates = actor.attributes.get("commune_candidates")
        if isinstance(candidates, tuple) and "commune_code" not in actor.attributes:
            yield WaitingPlace(actor, str(actor.attributes.get("commune", "")), candidates)


def choose(store: Store, choice: Choice, communes: Communes) -> Import:
    """Write the choice; the import that takes it back."""
    actor = meant_actor(store, choice.actor)
    code = read_commune_code(choice.code).value
    if code is None:
        raise InvalidInput("commune_code_invalid", value=choice.code)
    place = resolve_place(commune_code=code, communes=communes)
    if len(communes) and place.commune is None:
        raise InvalidInput("commune_unknown", value=choice.code)
    record = _record(actor, place, choice)
    item = Import(
        id=record.import_id,
        sha256=sha256(serial.RECORD.dump_json(record)).hexdigest(),
        title=f"Commune choisie\u202f: {actor.name}, {place.commune_name or place.commune_code}",
        list=EDITS,
        loaded_at=choice.now,
        author=choice.author,
        rows=1,
    )
    ledger.add(store, item, [record])
    return item


def _record(actor: Actor, place: Place, choice: Choice) -> Record:
    text = "|".join((actor.id, place.commune_code, choice.now.isoformat()))
    id_ = "i-" + blake2s(text.encode(), digest_size=8).hexdigest()
    today = choice.now.date()
    return Record(
        id=f"{id_}:0:1",
        import_id=id_,
        line=1,
        voice="reviewer",
        observed_on=DateSpan(today, today),
        cells={"actor": actor.id, "commune_code": place.commune_code},
        actors=(ActorClaim(ref=Ref(ids=(actor.id,)), attributes=_attributes(place)),),
    )


def _attributes(place: Place) -> dict[str, Value]:
    given: dict[str, Value | None] = {
        "commune": place.commune_name,
        "commune_code": place.commune_code,
        "departement": place.departement.code if place.departement else None,
    }
    if place.geo_precision == "commune":
        given |= {"latitude": place.latitude, "longitude": place.longitude}
        given |= {"geo_precision": "commune"}
    return {name: value for name, value in given.items() if value not in (None, "")}
