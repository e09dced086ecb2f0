"""What those who only read are not shown: a sole trader is a person, whose name is not published.

The organisation stays, with its kind, its sector and where it is; what could say who stands behind
it (names, numbers, addresses, what the rows of a file said of it) does not.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace

from maillage.graph.errors import NotFound
from maillage.graph.fields import TIE_FIELDS
from maillage.graph.languages import Language
from maillage.graph.model import Actor, ActorClaim, Attributes, Record, Ref
from maillage.graph.port import Reader
from maillage.graph.truth.nodes import siren_node
from maillage.graph.vocabulary import SOLE_TRADER, Label

HIDDEN_NAME = Label("Entreprise individuelle (nom non publié)", "Sole trader (name not published)")
# What says nothing of who it is.
SHOWN = frozenset(
    {"activity", "departement", "departements", "ess_family", "flags", "geo_precision", "kind",
     "legal_category", "legal_form", "pole", "region", "sector_source"}
)  # fmt: skip
# Of a tie with a person: no free words, which may name her, but the college that votes are of.
SHOWN_OF_TIES = {field.name for field in TIE_FIELDS.values() if field.type != "text"} | {"college"}

# Partitions whose groups readers may be told: those of the domain, and what is shown anyway.
OPEN_PARTITIONS = SHOWN | {"sector", "public_private", "inside_ess", "family"}


def is_person(attributes: Attributes) -> bool:
    return attributes.get("legal_category") == SOLE_TRADER


def shown_name(name: str, attributes: Attributes, language: Language) -> str:
    return HIDDEN_NAME.text(language) if is_person(attributes) else name


def redacted_actor(actor: Actor, language: Language) -> Actor:
    """The actor as readers see it."""
    if not is_person(actor.attributes):
        return actor
    return replace(
        actor,
        name=HIDDEN_NAME.text(language),
        other_names=(),
        siren=None,
        rna=None,
        attributes={name: said for name, said in actor.attributes.items() if name in SHOWN},
        aliases=(),
        conflicts=(),
        figures=(),
    )


def said_of_tie(attributes: Attributes) -> Attributes:
    """What readers are told of a tie with a person."""
    return {name: said for name, said in attributes.items() if name in SHOWN_OF_TIES}


def redacted_record(
    record: Record, store: Reader, language: Language, named: Callable[[str], bool]
) -> Record:
    """The row as readers see it: where it speaks of a person, its cells are not shown. `named`:
    whether a name is that of a person."""
    refs = (
        *(claim.ref for claim in record.actors),
        *(end for claim in record.ties for end in (claim.source, claim.target)),
        *([record.declared_by] if record.declared_by else []),
    )
    claimed = any(is_person(claim.attributes) for claim in record.actors)
    persons = {ref for ref in refs if means_person(ref, store, named)}
    if not claimed and not persons:
        return record
    hidden = Ref(name=HIDDEN_NAME.text(language))

    def of(ref: Ref) -> Ref:
        return hidden if ref in persons else ref

    return replace(
        record,
        cells={},
        corrected={},
        declared_by=of(record.declared_by) if record.declared_by else None,
        actors=tuple(_claim(claim, of(claim.ref), hidden) for claim in record.actors),
        ties=tuple(
            replace(
                claim,
                source=of(claim.source),
                target=of(claim.target),
                attributes=said_of_tie(claim.attributes),
            )
            for claim in record.ties
        ),
    )


def means_person(ref: Ref, store: Reader, named: Callable[[str], bool]) -> bool:
    """Whether a row that points so may point at a sole trader."""
    ids = (*ref.ids, *([siren_node(ref.siren)] if ref.siren else []))
    for id_ in ids:
        with suppress(NotFound):
            return is_person(store.actor(id_).attributes)
    return ref.name is not None and named(ref.name)


def _claim(claim: ActorClaim, ref: Ref, hidden: Ref) -> ActorClaim:
    if ref is not hidden and not is_person(claim.attributes):
        return claim
    shown = {name: said for name, said in claim.attributes.items() if name in SHOWN}
    return replace(claim, ref=hidden, row_key="", attributes=shown)
