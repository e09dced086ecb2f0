"""Whose list it is: a pole or network that is known, or one that is said to be new.

A name mistyped must not become a pole: what nobody bears is refused, with the names that are near,
unless the person says that it is new or there is no pole yet to be mistaken for.
"""

from __future__ import annotations

from collections.abc import Iterable

from maillage.graph.errors import NotFound, Refused, UnreadableFile
from maillage.graph.model import Ref
from maillage.graph.port import ActorQuery, Reader
from maillage.graph.truth.names import normalise
from maillage.graph.truth.nodes import nodes_of
from maillage.ingest.lists.ends import reference
from maillage.ingest.lists.rows import ListSpec
from maillage.ingest.loading.sheets import Sheet
from maillage.ingest.meant import SCOPES, meant_scope

_BEARERS = 100


def known_scope(store: Reader, text: str) -> Ref | None:
    """The pole or network of that id, number or name; None if nobody is known by it."""
    try:
        known = store.actor(text)
    except NotFound:
        ref = reference(text)
        return ref if _is_known(store, ref) else None
    if known.kind not in SCOPES:
        raise Refused("not_a_pole", id=text, name=known.name)
    return Ref(ids=(text,))


def new_scope(store: Reader, text: str) -> Ref:
    """One that nobody is known by, and was not said to be new."""
    if store.actors(ActorQuery(kinds=SCOPES, limit=1)).total:
        try:
            meant_scope(store, text)
        except NotFound as unknown:
            if near := unknown.values.get("near"):
                raise Refused("unknown_pole_near", name=text, near=near) from None
            raise Refused("unknown_pole", name=text) from None
    return reference(text)


def check_told(spec: ListSpec, sheets: Iterable[Sheet], file: str) -> None:
    """One refusal of a list that never says whose it is, rather than one of each of its lines."""
    if spec.whose and not any(
        set(spec.whose).intersection(sheet.columns.mapped.values()) for sheet in sheets
    ):
        raise UnreadableFile("pole_needed", path=file)


def _is_known(store: Reader, ref: Ref) -> bool:
    """By its number, or by a name, whatever the kind that was told of it so far."""
    node, _ = nodes_of(ref)[0]
    try:
        store.actor(node)
    except NotFound:
        wanted = normalise(ref.name or "")
        found = store.actors(ActorQuery(q=ref.name, limit=_BEARERS)).items if wanted else ()
        return any(wanted in map(normalise, (actor.name, *actor.other_names)) for actor in found)
    return True
