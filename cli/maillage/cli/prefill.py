"""`maillage prefill`: what the registers propose for actors, and accepting it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import click

from maillage.cli.output import print_json, print_table
from maillage.cli.settings import Settings, pass_settings, user_folder
from maillage.graph.again import again
from maillage.graph.errors import Refused
from maillage.graph.fields import ACTOR_FIELDS
from maillage.graph.model import Actor, Value
from maillage.graph.paging import every
from maillage.graph.port import ActorQuery, Store
from maillage.graph.stores import open_store
from maillage.graph.vocabulary import Label
from maillage.ingest.loading.author import user_of_this_machine
from maillage.ingest.places.table import kept_communes
from maillage.ingest.registers.accepting import accept
from maillage.ingest.registers.index import RegisterIndex
from maillage.ingest.registers.proposals import Offer, Proposal, propose

_PAGE = 5_000
HOW_LABELS: dict[str, Label] = {
    "siren": Label("SIREN", "SIREN"),
    "rna": Label("numéro RNA", "RNA number"),
    "name_and_commune": Label("nom et commune", "name and municipality"),
    "commune": Label("commune écrite", "municipality as written"),
}


@click.command()
@click.argument("actor", metavar="[ACTOR]", required=False)
@click.option("--accept", "accepted", is_flag=True)
@pass_settings
def prefill_command(settings: Settings, actor: str | None, accepted: bool) -> None:
    store = open_store(settings.store_url, "read")
    try:
        proposals = _proposals(store, actor)
        if settings.format == "json" and not accepted:
            print_json([_data(proposal) for proposal in proposals])
        elif accepted:
            _accept(settings, store, proposals, alone=actor is not None)
        else:
            _print(settings, proposals)
    finally:
        store.close()


def _proposals(store: Store, actor: str | None) -> list[Proposal]:
    communes = kept_communes(user_folder())
    index = RegisterIndex.open(user_folder())
    try:
        if not index.extracts() and not len(communes):
            raise Refused("registers_none")
        actors = [store.actor(actor)] if actor else _organisations(store)
        found = (propose(one, index, communes, store) for one in actors)
        return [proposal for proposal in found if proposal]
    finally:
        index.close()


def _organisations(store: Store) -> Iterator[Actor]:
    found = every(lambda after: store.actors(ActorQuery(after=after, limit=_PAGE)))
    return (one for one in found if one.named and not one.collective)


def _accept(
    settings: Settings, store: Store, proposals: Sequence[Proposal], *, alone: object
) -> None:
    """All that a number found; what a name found only for the actor that was asked for."""
    taken = [one for one in proposals if not one.empty and (one.sure or alone)]
    left = [one for one in proposals if not one.empty and one not in taken]
    if taken:
        item, _ = again(lambda: accept(store, taken, user_of_this_machine()))
        if settings.format == "json":
            print_json({"import_id": item.id, "actors": [one.actor.id for one in taken]})
        settings.say(
            f"{len(taken)} acteur{_s(taken)}\u202f: propositions enregistrées comme déclarées par "
            f"les registres. Pour annuler\u202f: maillage undo {item.id}",
            f"{len(taken)} actor{_s(taken)}: proposals saved as declared by the registers. "
            f"To undo: maillage undo {item.id}",
        )
    else:
        settings.say("Rien à accepter.", "Nothing to accept.")
    if left:
        settings.say(
            f"{len(left)} trouvé{_s(left)} par le nom et la commune\u202f: à accepter un par un "
            "(maillage prefill ACTEUR --accept).",
            f"{len(left)} found by name and municipality: to accept one by one "
            "(maillage prefill ACTOR --accept).",
        )


def _s(items: Sequence[object]) -> str:
    return "s" if len(items) > 1 else ""


def _print(settings: Settings, proposals: Sequence[Proposal]) -> None:
    rows = [row for proposal in proposals for row in _rows(settings, proposal)]
    if rows:
        headings = (
            ("acteur", "champ", "proposé", "à présent", "source", "trouvé par")
            if settings.lang == "fr"
            else ("actor", "field", "proposed", "now", "source", "found by")
        )
        print_table(settings, headings, rows)
    else:
        settings.say("Les registres n’ont rien à ajouter.", "The registers have nothing to add.")
    for proposal in proposals:
        for french, english in _remarks(proposal):
            name = proposal.actor.name
            settings.say(f"{name}\u202f: {french}.", f"{name}: {english}.")
    if any(not proposal.empty for proposal in proposals):
        settings.say("Pour accepter\u202f: --accept", "To accept: --accept")


def _rows(settings: Settings, proposal: Proposal) -> Iterator[tuple[str, ...]]:
    how = HOW_LABELS[proposal.how].text(settings.lang)
    for offer in proposal.offers:
        label = ACTOR_FIELDS[offer.field].label.text(settings.lang)
        source = _source(offer.source, offer.as_of)
        yield proposal.actor.name, label, _text(offer.value), _now(offer), source, how
    source = _source(*proposal.directors_source)
    for director in proposal.directors:
        seat = f"{director.name} ({director.siren})"
        label = settings.text("gouvernance", "governance")
        yield proposal.actor.name, label, f"{seat}, {director.role}", "", source, how


def _remarks(proposal: Proposal) -> Iterator[tuple[str, str]]:
    if proposal.namesakes > 1:
        yield (
            f"{proposal.namesakes} organisations de ce nom dans la commune, donnez le SIREN",
            f"{proposal.namesakes} organisations of that name in the municipality, give the SIREN",
        )
    if proposal.persons:
        yield (
            f"dirigeants personnes physiques comptés et non gardés, {proposal.persons}",
            f"directors who are natural persons, counted and not kept, {proposal.persons}",
        )
    if proposal.restricted:
        yield (
            "diffusion partielle, ni nom ni lieu n’est repris",
            "partial diffusion, neither name nor place is taken",
        )
    if proposal.closed:
        yield "cessée selon le registre", "closed according to the register"


def _source(source: str, as_of: str) -> str:
    return f"{source} ({as_of})" if as_of else source


def _now(offer: Offer) -> str:
    return "" if offer.current is None else _text(offer.current)


def _text(value: Value) -> str:
    return ", ".join(value) if isinstance(value, tuple) else str(value)


def _data(proposal: Proposal) -> dict[str, object]:
    return {
        "actor": proposal.actor.id,
        "name": proposal.actor.name,
        "found_by": proposal.how,
        "namesakes": proposal.namesakes,
        "offers": [
            {
                "field": offer.field,
                "value": offer.value,
                "current": offer.current,
                "source": offer.source,
                "as_of": offer.as_of or None,
            }
            for offer in proposal.offers
        ],
        "directors": [
            {"siren": one.siren, "name": one.name, "role": one.role} for one in proposal.directors
        ],
        "persons": proposal.persons,
        "restricted": proposal.restricted,
        "closed": proposal.closed,
    }
