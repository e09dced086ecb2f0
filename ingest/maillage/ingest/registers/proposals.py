"""What registers propose for an actor: fields it lacks or says otherwise, ties of governance.

Nothing is written here. What is accepted becomes records declared by the register (`accepting`):
a reviewer's word and the actor's own still stand before it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import cast

from maillage.graph.folding import normalise
from maillage.graph.model import Actor, Value
from maillage.graph.port import Reader, TieQuery
from maillage.graph.truth.actors import UNKNOWN_KIND
from maillage.graph.vocabulary import Ess, LegalSector
from maillage.ingest.identity.numbers import NafScheme, is_siret, read_naf, read_rna
from maillage.ingest.identity.sector import classify
from maillage.ingest.lists.drafts import kept
from maillage.ingest.lists.located import place_attributes
from maillage.ingest.places.communes import Communes
from maillage.ingest.places.ladder import resolve_place
from maillage.ingest.registers import own_words
from maillage.ingest.registers.companies import Director, directors_of
from maillage.ingest.registers.entries import Entry, Found, How, find
from maillage.ingest.registers.index import RegisterIndex

CLOSED = "C"
# What is proposed only beside one of these: it says nothing alone.
_BESIDE: Mapping[str, set[str]] = {
    "naf_scheme": {"naf"},
    "sector_source": {"legal_sector", "ess"},
}
COMMUNES = "Table des communes"
NAME = "Nom de l’organisation"
# What is said even of an organisation whose register keeps its name and place to itself.
_NUMBERS = frozenset({"siren", "rna"})
_PRECISIONS = ("none", "departement", "commune", "address")
_POINT = frozenset({"latitude", "longitude", "geo_precision"})


@dataclass(frozen=True, slots=True)
class Offer:
    """One value, beside the one that the actor has. `sure`: it needs no eye on it alone."""

    field: str
    value: Value
    current: Value | None
    source: str
    as_of: str
    sure: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """`persons`: directors who are natural persons, counted. `restricted`: the register keeps its
    name, place and directors to itself. `namesakes` above one: nothing is proposed. `outranked`:
    what the register says and the declared form, which stands, does not."""

    actor: Actor
    how: How
    offers: tuple[Offer, ...] = ()
    directors: tuple[Director, ...] = ()
    directors_source: tuple[str, str] = ("", "")
    persons: int = 0
    restricted: bool = False
    closed: bool = False
    namesakes: int = 1
    outranked: tuple[Offer, ...] = ()

    def sure_part(self) -> Proposal:
        """What can be accepted with many others: found by a number, and no name of two readings."""
        if self.how == "name_and_commune":
            return replace(self, offers=(), directors=())
        return replace(self, offers=tuple(offer for offer in self.offers if offer.sure))

    @property
    def empty(self) -> bool:
        return not self.offers and not self.directors


def propose(
    actor: Actor, index: RegisterIndex, communes: Communes, network: Reader
) -> Proposal | None:
    """What the registers know of the actor of a network, and its own words; None if nothing."""
    found = find(actor, index)
    if found is None:
        offers = tuple(_own_words(actor, communes, set()))
        how: How = "commune" if any(offer.source == COMMUNES for offer in offers) else "name"
        return Proposal(actor=actor, how=how, offers=offers) if offers else None
    restricted = _restricted(found)
    boards = [entry for entry in found.entries if entry.get("directors")]
    return Proposal(
        actor=actor,
        how=found.how,
        offers=tuple(_offers(actor, found, communes)),
        directors=_absent(directors_of(boards[0].row), actor, network)
        if boards and not restricted
        else (),
        directors_source=(boards[0].source, boards[0].as_of) if boards else ("", ""),
        persons=int(boards[0].get("persons")) if boards else 0,
        restricted=restricted,
        closed=any(entry.get("state") == CLOSED for entry in found.entries),
        namesakes=found.namesakes,
        outranked=tuple(_outranked(actor, found)),
    )


def _offers(actor: Actor, found: Found, communes: Communes) -> Iterator[Offer]:
    taken: set[str] = set()
    if actor.kind != UNKNOWN_KIND:
        taken.add("kind")  # a register knows legal forms, not what an actor is to a network
    family = next((one.get("family") for one in found.entries if one.get("family")), "")
    for entry in found.entries:
        said = {**_public(entry, actor, found, communes), **_form(entry, actor)}
        said |= _sector(entry, actor, family)
        for field, value in _fresh(actor, said, taken).items():
            yield Offer(field, value, current_value(actor, field), entry.source, entry.as_of)
        taken |= said.keys()
    yield from _own_words(actor, communes, taken)


def _public(entry: Entry, actor: Actor, found: Found, communes: Communes) -> dict[str, Value]:
    """Who and where it is. Of what one register keeps to itself, no other is heard."""
    said = {**_identity(entry), **_better(actor, _place(entry, communes))}
    if not _restricted(found):
        return said
    return {field: value for field, value in said.items() if field in _NUMBERS}


def _outranked(actor: Actor, found: Found) -> Iterator[Offer]:
    """The form that a register says and the declared one outranks, where they part."""
    declared = own_words.declared_form(actor)
    for entry in found.entries:
        label = own_words.category_label(entry.get("category"))
        if label and declared and not own_words.says_as_much(declared, label):
            if own_words.is_a_form(declared):
                yield Offer("legal_form", label, declared, entry.source, entry.as_of)
            return


def _own_words(actor: Actor, communes: Communes, taken: Collection[str]) -> Iterator[Offer]:
    """What the table of communes and the name say where no register does."""
    if "commune_code" not in taken:
        place = _better(actor, dict(own_words.place_in_own_words(actor, communes)))
        vintage = max(communes.vintages, default="")
        for field, value in _fresh(actor, place, taken).items():
            yield Offer(field, value, current_value(actor, field), COMMUNES, vintage)
    if "legal_sector" not in taken:
        named = own_words.sector_by_name(actor)
        told = {*taken, "kind"} if actor.kind != UNKNOWN_KIND else taken
        for field, value in _fresh(actor, own_words.sector_attributes(named), told).items():
            sure = not named.to_review
            yield Offer(field, value, current_value(actor, field), NAME, "", sure=sure)


def _fresh(actor: Actor, said: Mapping[str, Value], taken: Collection[str]) -> dict[str, Value]:
    """What the actor does not hold yet. A point is whole, whichever of its numbers changes."""
    fresh = {
        field
        for field, value in said.items()
        if field not in taken and not _is_said(actor, field, value)
    }
    if fresh & _POINT:
        fresh |= _POINT & said.keys()
    return {
        field: value
        for field, value in said.items()
        if field in fresh and _BESIDE.get(field, fresh) & fresh
    }


def current_value(actor: Actor, field: str) -> Value | None:
    """What the actor holds now; nothing where it says that it is unknown."""
    match field:
        case "siren":
            return actor.siren
        case "rna":
            return actor.rna
        case "other_names":
            return (actor.name, *actor.other_names)
        case "legal_sector":
            known = actor.legal_sector
            return None if known is LegalSector.UNKNOWN else known.value
        case "ess":
            return None if actor.ess is Ess.UNKNOWN else actor.ess.value
        case _:
            return actor.attributes.get(field)


def _restricted(found: Found) -> bool:
    return any(entry.get("restricted") for entry in found.entries)


def _is_said(actor: Actor, field: str, value: Value) -> bool:
    """Whether the actor holds it, or a surer word already stands before it."""
    current = current_value(actor, field)
    if isinstance(value, tuple):
        have = current if isinstance(current, tuple) else ()
        return {normalise(item) for item in value} <= {normalise(item) for item in have}
    lost = (one for one in actor.conflicts if one.field == field)
    others = {str(other) for one in lost for other, _ in one.others}
    return normalise(str(value)) in {normalise(text) for text in {str(current), *others}}


def _better(actor: Actor, place: dict[str, Value]) -> dict[str, Value]:
    """A point only where it is surer than the one there is."""
    own = str(actor.attributes.get("geo_precision", "none"))
    if _PRECISIONS.index(str(place.get("geo_precision", "none"))) > _PRECISIONS.index(own):
        return place
    return {field: value for field, value in place.items() if field not in _POINT}


def _absent(directors: Sequence[Director], actor: Actor, network: Reader) -> tuple[Director, ...]:
    """Those of whom no tie says yet that they sit in it."""
    if not directors:
        return ()
    query = TieQuery(actor=actor.id, kinds=("governance",))
    seated = {network.actor(tie.source).siren for tie in network.ties(query).items}
    return tuple(one for one in directors if one.siren not in seated)


def _identity(entry: Entry) -> dict[str, Value]:
    siret = entry.get("siret")
    return kept(
        siren=entry.get("siren"),
        rna=read_rna(entry.get("rna")).value,
        other_names=(entry.get("name"),) if entry.get("name") else None,
        sirets=(siret,) if is_siret(siret) else None,
    )


def _form(entry: Entry, actor: Actor) -> dict[str, Value]:
    naf = read_naf(entry.get("naf"), _scheme(entry.get("naf_scheme")))
    label = own_words.category_label(entry.get("category"))
    declared = own_words.declared_form(actor)
    if label and (own_words.is_a_form(declared) or own_words.says_as_much(declared, label)):
        label = None
    return kept(
        legal_category=entry.get("category"),
        legal_form=label,
        naf=naf.value,
        naf_scheme=naf.scheme if naf.value else None,
    )


def _scheme(text: str) -> NafScheme:
    return cast(NafScheme, text) if text in ("NAFRev2", "NAF25", "NAFRev1") else "NAFRev2"


def _place(entry: Entry, communes: Communes) -> dict[str, Value]:
    if not entry.get("commune_code") and not entry.get("postal_code"):
        return {}
    place = resolve_place(
        commune_code=entry.get("commune_code"),
        postal_code=entry.get("postal_code"),
        commune=entry.get("commune"),
        communes=communes,
    )
    said = {**kept(commune=place.commune_name), **place_attributes(place)}
    if entry.get("latitude") and entry.get("longitude"):
        said |= {
            "latitude": float(entry.get("latitude")),
            "longitude": float(entry.get("longitude")),
            "geo_precision": "address",
        }
    return said


def _sector(entry: Entry, actor: Actor, family: str) -> dict[str, Value]:
    """By all that the register says, heard beside the form that the actor's lists declare;
    `family` is that of the list of the social economy, which no code says of a SAS."""
    listed = entry.table.name == "ess_listed"
    found = classify(
        legal_form=own_words.declared_form(actor),
        legal_category=entry.get("category"),
        ess_registry_flag=listed or entry.get("ess"),
        registry_family=family,
        association_number=entry.get("rna"),
        name=own_words.telling_name(actor, entry.get("name")),
        naf=entry.get("naf"),
    )
    marks = {"esus"} if entry.get("esus") else set()
    marks |= {"insertion"} if entry.get("siae") else set()
    said = own_words.sector_attributes(found)
    return said | kept(flags=tuple(sorted({*found.flags, *marks})))
