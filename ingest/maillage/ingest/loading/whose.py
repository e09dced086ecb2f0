"""Whose list it is, and who speaks: a pole, network or group that is known, or one that is new.

A name mistyped must not become a pole: what nobody bears is refused, with the names that are near,
unless the person says that it is new or there is no pole yet to be mistaken for. Another
speaker may be new, and is said to be; but not one whom a slip of the hand parts from a known one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Literal, NamedTuple

from maillage.graph.errors import InvalidInput, NotFound, Refused, UnreadableFile
from maillage.graph.folding import normalise
from maillage.graph.model import Actor, ActorClaim, Record, Ref
from maillage.graph.port import ActorQuery, Reader
from maillage.graph.truth.mentions import only_id
from maillage.graph.truth.nodes import nodes_of
from maillage.ingest.lists.employers import EMPLOYER_GROUP, EMPLOYERS
from maillage.ingest.lists.ends import reference
from maillage.ingest.lists.rows import ListSpec
from maillage.ingest.loading.options import Options
from maillage.ingest.loading.sheets import Sheet
from maillage.ingest.meant import SCOPES, meant_scope, misspelt
from maillage.ingest.problems import Problem

NewScope = Literal["", "pole", "network"]

_BEARERS = 100
_NEW = {"pole": "pole_new", "network": "network_new", EMPLOYER_GROUP: "group_new"}


class Scope(NamedTuple):
    """Who is meant, and whether it is a pole, a network or an employer group."""

    ref: Ref
    kind: str
    is_new: bool = False
    # Why it would be refused, where somebody can still be asked whether it is new.
    doubt: Refused | None = None
    # The name under which it is known, where another is written.
    known_as: str = ""


class Speaker(NamedTuple):
    """Who declares the lines, if anybody, and whether nobody knows it yet."""

    ref: Ref | None
    is_new: bool = False


class Whose(NamedTuple):
    """Whose list a file is, if that is said, and who speaks: as the options of a load have it."""

    options: Options
    scope: Scope | None
    speaker: Speaker

    @classmethod
    def of(cls, store: Reader, options: Options) -> Whose:
        scope = _scope(store, options)
        return cls(options, scope, _speaker(store, options, scope))

    @property
    def new_ones(self) -> Iterator[Problem]:
        """Those whom the options name and nobody knows yet, or not under that name."""
        options, scope = self.options, self.scope
        if scope and scope.doubt:
            near = str(scope.doubt.values.get("near", ""))
            code = "pole_asked_near" if near else "pole_asked"
            yield Problem.of(code, value=options.pole or "", near=near)
        elif scope and scope.is_new:
            yield Problem.of(_NEW[scope.kind], value=options.group or options.pole or "")
        elif scope and scope.known_as:
            yield Problem.of("pole_known_as", value=options.pole or "", known=scope.known_as)
        if self.speaker.is_new:
            yield Problem.of("speaker_new", value=options.declared_by or "")

    def told_in(self, records: list[Record]) -> list[Record]:
        """Whose list it is, told by the records as well: by the first one, if none does. Whoever
        is given by an id has it from another list, which tells it."""
        scope = self.scope
        if scope is None or only_id(scope.ref) or any(_tells(scope, each) for each in records):
            return records
        first = next((n for n, each in enumerate(records) if each.voice == "statement"), None)
        if first is None:
            return records
        claim = ActorClaim(ref=scope.ref, attributes={"kind": scope.kind})
        told = replace(records[first], actors=(*records[first].actors, claim))
        return [*records[:first], told, *records[first + 1 :]]


def _tells(scope: Scope, record: Record) -> bool:
    return any(claim.ref == scope.ref and "kind" in claim.attributes for claim in record.actors)


def scope_of(store: Reader, text: str, *, new: NewScope = "", asking: bool = False) -> Scope:
    """Of that id, number or name; if nobody is known by it, one that is said to be `new`, or of
    which somebody is asked whether it is."""
    if known := _known_scope(store, text):
        return known
    doubt = None if new else _doubt(store, text)
    if doubt and not asking:
        raise doubt
    return Scope(reference(text), new or "pole", is_new=True, doubt=doubt)


def group_of(store: Reader, text: str) -> Scope:
    """The employer group of that id, number or name, which may be new."""
    ref, is_new = _anybody(store, text)
    return Scope(ref, EMPLOYER_GROUP, is_new)


def speaker_of(store: Reader, text: str) -> Speaker:
    """The actor of that id, number or name, which may be new."""
    return Speaker(*_anybody(store, text))


def bearer_of(store: Reader, text: str) -> Actor | None:
    """Whoever is known by that id, number or name."""
    try:
        return store.actor(text)
    except NotFound:
        return _bearer(store, reference(text))


def check_told(options: Options, spec: ListSpec, sheets: Iterable[Sheet], file: str) -> None:
    """That it is told whose list it is, by an option that such a list has or by its columns: one
    refusal of a list that never says it, rather than one of each of its lines."""
    if options.group and spec is not EMPLOYERS:
        raise InvalidInput("group_of_employers_only", name=spec.name)
    told = options.group if spec is EMPLOYERS else options.pole
    if told or options.ask_pole or not spec.whose:
        return
    if not any(set(spec.whose).intersection(sheet.columns.mapped.values()) for sheet in sheets):
        raise UnreadableFile("group_needed" if "group" in spec.whose else "pole_needed", path=file)


def _scope(store: Reader, options: Options) -> Scope | None:
    if options.group:
        return group_of(store, options.group)
    new: NewScope = "network" if options.new_network else "pole" if options.new_pole else ""
    asking = options.ask_pole and options.dry_run
    return scope_of(store, options.pole, new=new, asking=asking) if options.pole else None


def _speaker(store: Reader, options: Options, scope: Scope | None) -> Speaker:
    """Who declares these lines: the actor said, else the pole or group whose list it is."""
    if options.declared_by in (None, options.pole, options.group):
        return Speaker(scope.ref if scope else None)
    return speaker_of(store, options.declared_by or "")


def _anybody(store: Reader, text: str) -> tuple[Ref, bool]:
    """Who is meant and whether nobody knows it; refused if it is likely to be mistyped."""
    try:
        store.actor(text)
    except NotFound:
        ref = reference(text)
    else:
        return Ref(ids=(text,)), False
    if _bearer(store, ref):
        return ref, False
    if ref.name and (near := misspelt(store, ref.name)):
        raise Refused("unknown_actor_near", name=text, near=near)
    return ref, True


def _known_scope(store: Reader, text: str) -> Scope | None:
    try:
        known = store.actor(text)
    except NotFound:
        ref = reference(text)
        bearer = _bearer(store, ref)
        if bearer is None:
            return None
        known_as = bearer.name if ref.name and ref.name != bearer.name else ""
        return Scope(ref, _kind(bearer), known_as=known_as)
    if known.kind not in SCOPES:
        raise Refused("neither_pole_nor_network", id=text, name=known.name)
    return Scope(Ref(ids=(text,)), known.kind)


def _doubt(store: Reader, text: str) -> Refused | None:
    """Where poles are known, one more must be said to be new."""
    if not store.actors(ActorQuery(kinds=SCOPES, limit=1)).total:
        return None
    try:
        meant_scope(store, text)
    except NotFound as unknown:
        if near := unknown.values.get("near"):
            return Refused("unknown_pole_near", name=text, near=near)
    return Refused("unknown_pole", name=text)


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
