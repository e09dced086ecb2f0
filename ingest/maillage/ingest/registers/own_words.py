"""What an actor already says of itself, and what that stands for: its form, its name, its place.

A register is heard beside these words, in the order of trust of `identity.sector`: a code that has
no word for SCIC does not undo one.
"""

from __future__ import annotations

from collections.abc import Mapping

from maillage.graph.model import Actor, Value
from maillage.graph.vocabulary import ACTOR_KINDS, Ess, LegalSector
from maillage.ingest.identity.forms import declared_forms, split_name
from maillage.ingest.identity.legal_categories import Categories
from maillage.ingest.identity.sector import Classification, classify
from maillage.ingest.lists.drafts import kept
from maillage.ingest.lists.located import place_attributes
from maillage.ingest.places.communes import Communes
from maillage.ingest.places.ladder import resolve_place


def declared_form(actor: Actor) -> str:
    """The legal forms that lists give it, also one that a register's word has covered."""
    lost = (one for one in actor.conflicts if one.field == "legal_form")
    said = (actor.attributes.get("legal_form", ""), *(v for one in lost for v, _ in one.others))
    of_registers = category_label(str(actor.attributes.get("legal_category", "")))
    return " ; ".join(str(form) for form in said if form and form != of_registers)


def category_label(code: str) -> str | None:
    category = Categories.bundled().get(code) if code else None
    return category.label if category and category.code == code else None


def says_as_much(declared: str, label: str) -> bool:
    """The declared form holds all that the register's says: « SCIC SAS », « SAS ». A cooperative
    is carried by a company, whichever it is."""
    own, told = declared_forms(declared), declared_forms(label)
    if any(form.type == "cooperative" for form in own):
        told = tuple(form for form in told if form.rank != "vehicle")
    return bool(own) and {*told} <= {*own}


def is_a_form(declared: str) -> bool:
    """It names a form, not only the company that carries it: SCIC, association, and not SAS."""
    return any(form.rank == "form" for form in declared_forms(declared))


def telling_name(actor: Actor, registered: str) -> str:
    """The name that says a form which no code can say; else the register's."""
    said = (registered, actor.name)
    return next((name for name in said if _says_more_than_a_code(name)), registered or actor.name)


def place_in_own_words(actor: Actor, communes: Communes) -> Mapping[str, Value]:
    """What the table of communes makes of the words of the lists, which may be older than it."""
    if not len(communes):
        return {}
    own = {field: str(value) for field, value in actor.attributes.items()}
    place = resolve_place(
        commune_code=own.get("commune_code", ""),
        postal_code=own.get("postal_code", ""),
        commune=own.get("commune", ""),
        departement=own.get("departement", ""),
        communes=communes,
    )
    return place_attributes(place)


def sector_by_name(actor: Actor) -> Classification:
    """What the name alone says of a sector that nobody has told; nothing of one that is known, nor
    of a pole or group: it is called after what it gathers."""
    if ACTOR_KINDS[actor.kind].gathering:
        return Classification()
    if actor.legal_sector is not LegalSector.UNKNOWN or actor.ess is not Ess.UNKNOWN:
        return Classification()
    return classify(name=actor.name)


def sector_attributes(found: Classification) -> dict[str, Value]:
    """What is unknown is not said."""
    sector, ess = found.legal_sector, found.ess
    return kept(
        kind=found.kind_hint,
        legal_sector=None if sector is LegalSector.UNKNOWN else sector.value,
        ess=None if ess is Ess.UNKNOWN else ess.value,
        ess_family=found.ess_family,
        sector_source=found.sector_source,
        flags=tuple(sorted(found.flags)),
    )


def _says_more_than_a_code(name: str) -> bool:
    return any(form.outranks_code for form in split_name(name).forms)
