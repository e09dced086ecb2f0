"""Whose list it is: a pole or network that is known, or one that is said to be new.

A name mistyped must not become a pole: what nobody bears is refused, with the names that are near,
unless the person says that it is new or there is no pole yet to be mistaken for.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from maillage.graph.errors import NotFound, Refused, UnreadableFile
from maillage.graph.model import Actor, Ref
from maillage.graph.port import ActorQuery, Reader
from maillage.graph.truth.names import normalise
from maillage.graph.truth.nodes import nodes_of
from maillage.ingest.lists.ends import reference
from maillage.ingest.lists.rows import ListSpec
from maillage.ingest.loading.sheets import Sheet
from maillage.ingest.meant import SCOPES, meant_scope

_BEARERS = 100


class Scope(NamedTuple):
    """Who is meant, and whether it is a pole or a network."""

    ref: Ref
    kind: str
    is_new: bool = False


def scope_of(store: Reader, text: str, *, said: bool) -> Scope:
    """Of that id, number or name; if nobody is known by it, one that is `said` to be new."""
    return _known_scope(store, text) or _new_scope(store, text, said=said)


def check_told(spec: ListSpec, sheets: Iterable[Sheet], file: str) -> None:
    """One refusal of a list that never says whose it is, rather than one of each of its lines."""
    if spec.whose and not any(
        set(spec.whose).intersection(sheet.columns.mapped.values()) for sheet in sheets
    ):
        raise UnreadableFile("pole_needed", path=file)


def _known_scope(store: Reader, text: str) -> Scope | None:
    try:
        known = store.actor(text)
    except NotFound:
        ref = reference(text)
        bearer = _bearer(store, ref)
        return Scope(ref, _kind(bearer)) if bearer else None
    if known.kind not in SCOPES:
        raise Refused("not_a_pole", id=text, name=known.name)
    return Scope(Ref(ids=(text,)), known.kind)


def _new_scope(store: Reader, text: str, *, said: bool) -> Scope:
    """Refused unless it is said to be new, or there is none yet."""
    if not said and store.actors(ActorQuery(kinds=SCOPES, limit=1)).total:
        try:
            meant_scope(store, text)
        except NotFound as unknown:
            if near := unknown.values.get("near"):
                raise Refused("unknown_pole_near", name=text, near=near) from None
            raise Refused("unknown_pole", name=text) from None
    return Scope(reference(text), "pole", is_new=True)


def _bearer(store: Reader, ref: Ref) -> Actor | None:
    """By its number, or by a name, whatever the kind that was told of it so far."""
    node, _ = nodes_of(ref)[0]
    try:
        return store.actor(node)
    except NotFound:
        wanted = normalise(ref.name or "")
    if not wanted:
        return None
    found = store.actors(ActorQuery(q=ref.name, limit=_BEARERS)).items
    bearers = [one for one in found if wanted in map(normalise, (one.name, *one.other_names))]
    return next((one for one in bearers if one.kind in SCOPES), bearers[0] if bearers else None)


def _kind(bearer: Actor) -> str:
    return bearer.kind if bearer.kind in SCOPES else "pole"
