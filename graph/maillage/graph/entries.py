"""An actor or a tie that somebody writes by hand: a reviewer's word, of one record.

It is an import of its own, with its author, and is undone and done again like any other.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime

from maillage.graph import ledger
from maillage.graph.dates import DateSpan
from maillage.graph.edits import act_id, act_import, check_order, check_years, tie_told_by
from maillage.graph.errors import InvalidInput, Refused
from maillage.graph.fields import ACTOR_FIELDS, TIE_FIELDS, check_value
from maillage.graph.model import ActorClaim, Attributes, Record, Ref, TieClaim, Value
from maillage.graph.port import Store
from maillage.graph.redaction import is_person
from maillage.graph.truth.names import minted_id, unnamed_id
from maillage.graph.vocabulary import STATUS_LABELS, Label, Status, actor_kind
from maillage.graph.wording import when

ADDED_ACTOR = Label("Acteur ajouté", "Actor added")
AMENDED_ACTOR = Label("Acteur modifié", "Actor amended")
ADDED_TIE = Label("Lien ajouté", "Tie added")
# An actor is known by these, not described by them.
_IN_REF = ("siren", "rna")


@dataclass(frozen=True, slots=True, kw_only=True)
class Hand:
    """Who writes, and when."""

    author: str
    now: datetime = field(default_factory=lambda: datetime.now(UTC))

    @property
    def day(self) -> DateSpan:
        return DateSpan(self.now.date(), self.now.date())


@dataclass(frozen=True, slots=True)
class Entered:
    """What the entry is about, and the import that takes it back."""

    id: str
    import_id: str


def add_actor(store: Store, said: Mapping[str, Value], hand: Hand) -> Entered:
    """A new actor, of which `name` at least is said."""
    name = _name(said)
    attributes = _attributes(said)
    id_ = act_id("actor", name, hand.now.isoformat())
    own = unnamed_id(id_) if is_person(attributes) else minted_id(id_, name)
    numbers = {key: str(said[key]) for key in _IN_REF if key in said}
    ref = Ref(ids=(own,), name=name, **numbers)
    claim = ActorClaim(ref=ref, row_key=id_, attributes=attributes)
    _write(store, _record(id_, hand, actors=(claim,)), ADDED_ACTOR, name, hand)
    return Entered(store.actor(own).id, id_)


def amend_actor(store: Store, id: str, said: Mapping[str, Value], hand: Hand) -> Entered:
    """A reviewer's word on some fields of a known actor; it wins over what lists say."""
    actor = store.actor(id)
    if refused := [key for key in _IN_REF if key in said]:
        raise Refused("entry_number", field=refused[0])
    if not said:
        raise InvalidInput("entry_empty")
    if "name" in said:
        _name(said)
    id_ = act_id("amend", actor.id, hand.now.isoformat())
    claim = ActorClaim(ref=Ref(ids=(actor.id,)), attributes=_attributes(said))
    _write(store, _record(id_, hand, actors=(claim,)), AMENDED_ACTOR, actor.name, hand)
    return Entered(store.actor(actor.id).id, id_)


def add_tie(store: Store, claim: TieClaim, hand: Hand) -> Entered:
    """A new tie between two known actors."""
    source, target = (store.actor(end.ids[0]) for end in (claim.source, claim.target))
    if source.id == target.id:
        raise Refused("entry_self", name=source.name)
    check_years(claim.start, claim.end)
    check_order(claim.start, claim.end)
    _check_state(claim, hand)
    for name, value in claim.attributes.items():
        check_value(TIE_FIELDS, name, value)
    id_ = act_id("tie", source.id, target.id, claim.kind, hand.now.isoformat())
    record = _record(id_, hand, ties=(claim,))
    _write(store, record, ADDED_TIE, f"{source.name} – {target.name}", hand)
    found = tie_told_by(store, record, source.id)
    return Entered(found.id if found else "", id_)


def _check_state(claim: TieClaim, hand: Hand) -> None:
    """`InvalidInput` if what is surely over is said to go on, or to come."""
    if claim.status in (None, Status.ENDED) or claim.end is None:
        return
    if claim.end.latest < hand.now.date():
        state = STATUS_LABELS[claim.status]
        raise InvalidInput("state_after_end", state=state, end=when(claim.end.text))


def _name(said: Mapping[str, Value]) -> str:
    name = said.get("name")
    if not isinstance(name, str) or not name.strip():
        raise InvalidInput("entry_name")
    return name


def _attributes(said: Mapping[str, Value]) -> Attributes:
    for name, value in said.items():
        if name == "kind":
            actor_kind(str(value))
        check_value(ACTOR_FIELDS, name, value)
    return {name: value for name, value in said.items() if name not in _IN_REF}


def _record(
    id_: str,
    hand: Hand,
    *,
    actors: tuple[ActorClaim, ...] = (),
    ties: tuple[TieClaim, ...] = (),
) -> Record:
    return Record(
        id=f"{id_}:0:1",
        import_id=id_,
        line=1,
        voice="reviewer",
        author=hand.author,
        observed_on=hand.day,
        actors=actors,
        ties=ties,
    )


def _write(store: Store, record: Record, act: Label, subject: str, hand: Hand) -> None:
    title = f"{act.fr}\u202f: {subject}"
    ledger.add(store, act_import(record, title, hand.author, hand.now), [record])
