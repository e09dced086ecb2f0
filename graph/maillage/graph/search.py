"""Finding actors by what somebody types: the likeliest first."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from maillage.graph.folding import normalise
from maillage.graph.model import Actor
from maillage.graph.port import ActorQuery, Page, Reader, TieQuery
from maillage.graph.territories import departements
from maillage.graph.vocabulary import BELONGING_KINDS, Family, Status, actor_kind

# A word that more actors bear than this is not typed to its end: the first ones do.
LOOKED_AT = 2_000


@dataclass(frozen=True, slots=True)
class Match:
    """`pole` is the name of the pole it belongs to, if it is one; `where`, its place in words."""

    actor: Actor
    pole: str | None
    where: str


def search(store: Reader, text: str, limit: int, *, persons: bool = True) -> Page[Match]:
    """Accents and case are folded. Whole names, then names and words that begin so, then the rest;
    poles before others. Without `persons`, sole traders are not found. `total`: all that fit."""
    wanted = normalise(text)
    if not wanted:
        return Page((), None, 0)
    found = store.actors(ActorQuery(q=text, persons=persons, limit=LOOKED_AT))
    best = sorted(found.items, key=lambda actor: _rank(actor, wanted))[:limit]
    items = tuple(Match(actor, pole_of(store, actor), place(actor)) for actor in best)
    return Page(items, None, found.total)


def place(actor: Actor) -> str:
    """« Tarnos (40) », « Landes (40) », or nothing."""
    commune, departement, region = (
        _text(actor, name) for name in ("commune", "departement", "region")
    )
    several = actor.attributes.get("departements")
    codes = several if isinstance(several, tuple) and not departement else (departement,)
    if commune and any(codes):
        return f"{commune} ({', '.join(codes)})"
    return commune or ", ".join(map(_named, codes)) or region


def _named(code: str) -> str:
    """« Landes (40) »: a code is nobody's word for where they live."""
    known = departements().get(code)
    return f"{known.name} ({code})" if known else code


def pole_of(store: Reader, actor: Actor) -> str | None:
    """The name of its pole; of several, the first by id."""
    kinds = tuple(sorted(BELONGING_KINDS))
    ties = store.ties(TieQuery(actor=actor.id, kinds=kinds, statuses=(Status.ACTIVE,))).items
    joined = sorted({tie.target for tie in ties if tie.source == actor.id})
    poles = (store.actor(id_) for id_ in joined)
    return next((found.name for found in poles if found.kind == "pole"), None)


def _rank(actor: Actor, wanted: str) -> tuple[int, bool, int, str, str]:
    names = list(_names(actor))
    if wanted in names:
        nearness = 0
    elif any(name.startswith(wanted) for name in names):
        nearness = 1
    elif any(f" {wanted}" in name for name in names):
        nearness = 2
    else:
        nearness = 3
    other = actor_kind(actor.kind).family is not Family.POLE
    return nearness, other, len(names[0]), names[0], actor.id


def _names(actor: Actor) -> Iterator[str]:
    yield normalise(actor.name)
    yield from map(normalise, actor.other_names)


def _text(actor: Actor, name: str) -> str:
    value = actor.attributes.get(name, "")
    return value if isinstance(value, str) else ""
