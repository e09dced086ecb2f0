"""A proposal in words: each value beside the present one, its source, and what to know of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from maillage.graph.fields import ACTOR_FIELDS, value_label
from maillage.graph.vocabulary import TIE_KINDS, Label
from maillage.graph.wording import count, fill, joined, same
from maillage.ingest.registers.entries import How
from maillage.ingest.registers.proposals import COMMUNES, NAME, Offer, Proposal

HOW_LABELS: Mapping[How, Label] = {
    "siren": Label("SIREN", "SIREN"),
    "rna": Label("numéro RNA", "RNA number"),
    "name_and_commune": Label("nom et commune", "name and municipality"),
    "commune": Label("commune écrite", "municipality as written"),
    "name": Label("nom", "name"),
}
_OWN_WORDS: Mapping[str, Label] = {
    COMMUNES: Label(COMMUNES, "Table of municipalities"),
    NAME: Label(NAME, "Name of the organisation"),
}
_PERSONS = (
    "{n} dirigeant personne physique, compté et non gardé",
    "{n} dirigeants personnes physiques, comptés et non gardés",
    "{n} director who is a natural person, counted and not kept",
    "{n} directors who are natural persons, counted and not kept",
)


@dataclass(frozen=True, slots=True)
class Line:
    """One thing that is proposed, beside what the actor has."""

    field: Label
    proposed: Label
    now: Label
    source: Label


def lines(proposal: Proposal) -> Iterator[Line]:
    for offer in proposal.offers:
        known = ACTOR_FIELDS[offer.field]
        now = same("") if offer.current is None else value_label(known, offer.current)
        yield Line(known.label, value_label(known, offer.value), now, _source(offer))
    source = _dated(*proposal.directors_source)
    for director in proposal.directors:
        seat = same(f"{director.name} ({director.siren}), {director.role}")
        yield Line(TIE_KINDS["governance"].label, seat, same(""), source)


def remarks(proposal: Proposal) -> Iterator[Label]:
    """What is to be known before accepting."""
    if proposal.namesakes > 1:
        yield fill(
            (
                "{n} organisations de ce nom dans la commune : donnez le SIREN",
                "{n} organisations of that name in the municipality: give the SIREN",
            ),
            n=proposal.namesakes,
        )
    for offer in proposal.outranked:
        yield fill(
            (
                "{source} dit « {said} » ; la forme déclarée, « {own} », passe avant",
                "{source} says “{said}”; the declared form, “{own}”, stands before it",
            ),
            source=_source(offer),
            said=str(offer.value),
            own=str(offer.current),
        )
    if proposal.persons:
        yield count(_PERSONS, proposal.persons)
    if proposal.restricted:
        yield Label(
            "diffusion partielle, ni nom, ni lieu, ni dirigeant n’est repris",
            "partial diffusion, no name, place or director is taken",
        )
    if proposal.closed:
        yield Label("cessée selon le registre", "closed according to the register")


def proposal_data(proposal: Proposal) -> dict[str, object]:
    """The proposal for another program, in stable codes."""
    return {
        "actor": proposal.actor.id,
        "name": proposal.actor.name,
        "found_by": proposal.how,
        "namesakes": proposal.namesakes,
        "offers": [_offer_data(offer) for offer in proposal.offers],
        "outranked": [_offer_data(offer) for offer in proposal.outranked],
        "directors": [
            {"siren": one.siren, "name": one.name, "role": one.role} for one in proposal.directors
        ],
        "persons": proposal.persons,
        "restricted": proposal.restricted,
        "closed": proposal.closed,
    }


def _offer_data(offer: Offer) -> dict[str, object]:
    return {
        "field": offer.field,
        "value": offer.value,
        "current": offer.current,
        "source": offer.source,
        "as_of": offer.as_of or None,
    }


def _source(offer: Offer) -> Label:
    return _dated(offer.source, offer.as_of)


def _dated(source: str, as_of: str) -> Label:
    label = _OWN_WORDS.get(source, same(source))
    return joined([label, same(f"({as_of})")], " ") if as_of else label
