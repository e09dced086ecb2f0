"""What a line tells of an actor or of a tie, field by field, what contradicts it, and the words for
it."""

from __future__ import annotations

from collections.abc import Mapping

from maillage.graph.fields import ACTOR_FIELDS, TIE_FIELDS, Field, value_label
from maillage.graph.folding import normalise
from maillage.graph.model import Actor, ActorClaim, Record, Tie, TieClaim, Value
from maillage.graph.redaction import is_person
from maillage.graph.vocabulary import STATUS_LABELS, TIER_LABELS, Label, Status, Tier
from maillage.graph.wording import quantity, same, when
from maillage.ingest.identity.form_precision import are_contrary_forms

# Of what fields of a tie lines can tell otherwise: free remarks add to one another.
TIE_LABELS: Mapping[str, Label] = {
    "status": Label("état", "status"),
    "tier": Label("niveau", "tier"),
    "start": Label("depuis", "since"),
    "end": Label("jusqu’à", "until"),
    **{
        name: field.label for name, field in TIE_FIELDS.items() if name not in ("note", "certainty")
    },
}
_NUMBERS = ("percent", "number", "integer")


def is_told_of_tie(record: Record, kind: str, field: str) -> bool:
    """Whether the line tells the field of a tie of that kind, whatever it tells."""
    claims = (claim for claim in record.ties if claim.kind == kind)
    return any(_told_of_tie(claim, field) is not None for claim in claims)


def told_of_actor(claim: ActorClaim, field: str) -> object:
    told = claim.attributes.get(field)
    return claim.ref.commune if told is None and field == "commune" else told


def are_contrary(field: str, one: Value, other: Value) -> bool:
    """Two writings of one value are not."""
    if field == "legal_form":
        return are_contrary_forms(str(one), str(other))
    return normalise(str(one)) != normalise(str(other))


def name_told(actor: Actor) -> str:
    """A sole trader's is not published."""
    return actor.id if is_person(actor.attributes) else actor.name


def label_told(thing: Actor | Tie, field: str) -> Label:
    """Columns that no list knows are called by their headings."""
    if isinstance(thing, Tie):
        return TIE_LABELS[field]
    known = ACTOR_FIELDS.get(field)
    return known.label if known else same(field)


def value_told(thing: Actor | Tie, field: str, value: Value) -> Label:
    if not isinstance(thing, Tie):
        known = ACTOR_FIELDS.get(field)
        return _value(known, value) if known else same(str(value))
    if field == "status":
        return STATUS_LABELS[Status(str(value))]
    if field == "tier":
        return TIER_LABELS[Tier(str(value))]
    if field in ("start", "end"):
        return when(str(value))
    return _value(TIE_FIELDS[field], value)


def _told_of_tie(claim: TieClaim, field: str) -> object:
    match field:
        case "start":
            return claim.start
        case "end":
            return claim.end
        case "status":
            # A tie of which nothing is said is going on.
            return claim.status or Status.ACTIVE
        case "tier":
            return claim.tier
        case _:
            return claim.attributes.get(field)


def _value(field: Field, value: Value) -> Label:
    """A column that a list does not know is kept as it is written, though a field be called so."""
    try:
        if field.type == "date":
            return when(str(value))
        return quantity(float(str(value))) if field.type in _NUMBERS else value_label(field, value)
    except (ValueError, IndexError):  # « 47,21 », « 2015-13 »
        return same(str(value))
