"""`maillage prefill`: what the registers propose for actors, and accepting it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

import click

from maillage.cli.opening import existing_store
from maillage.cli.output import print_json, print_lines, print_table
from maillage.cli.settings import Settings, pass_settings, user_folder
from maillage.graph.again import again
from maillage.graph.errors import Refused
from maillage.graph.model import Actor
from maillage.graph.paging import every
from maillage.graph.port import ActorQuery, Store
from maillage.graph.wording import count
from maillage.ingest.loading.author import user_of_this_machine
from maillage.ingest.meant import meant_actor
from maillage.ingest.places.table import kept_communes
from maillage.ingest.registers.accepting import accept
from maillage.ingest.registers.index import RegisterIndex
from maillage.ingest.registers.proposals import Proposal, propose
from maillage.ingest.registers.telling import HOW_LABELS, Line, lines, proposal_data, remarks

_PAGE = 5_000
_SAVED = (
    "{n} acteur : propositions enregistrées. Pour annuler : maillage undo {id}",
    "{n} acteurs : propositions enregistrées. Pour annuler : maillage undo {id}",
    "{n} actor: proposals saved. To undo: maillage undo {id}",
    "{n} actors: proposals saved. To undo: maillage undo {id}",
)
_LEFT = (
    "{n} trouvé par son nom : à accepter pour lui seul (maillage prefill ACTEUR --accept).",
    "{n} trouvés par leur nom : à accepter un par un (maillage prefill ACTEUR --accept).",
    "{n} found by its name: to accept for it alone (maillage prefill ACTOR --accept).",
    "{n} found by their names: to accept one by one (maillage prefill ACTOR --accept).",
)


@click.command()
@click.argument("actor", metavar="[ACTOR]", required=False)
@click.option("--accept", "accepted", is_flag=True)
@pass_settings
def prefill_command(settings: Settings, actor: str | None, accepted: bool) -> None:
    with existing_store(settings) as store:
        proposals = _proposals(store, actor)
        if settings.format == "json" and not accepted:
            print_json([proposal_data(proposal) for proposal in proposals])
        elif accepted:
            _accept(settings, store, proposals, alone=actor is not None)
        else:
            _print(settings, proposals)


def _proposals(store: Store, actor: str | None) -> list[Proposal]:
    communes = kept_communes(user_folder())
    index = RegisterIndex.open(user_folder())
    try:
        actors = [meant_actor(store, actor)] if actor else _organisations(store)
        found = (propose(one, index, communes, store) for one in actors)
        proposals = [proposal for proposal in found if proposal]
        if not proposals and not index.extracts() and not len(communes):
            raise Refused("registers_none")
        return proposals
    finally:
        index.close()


def _organisations(store: Store) -> Iterator[Actor]:
    found = every(lambda after: store.actors(ActorQuery(after=after, limit=_PAGE)))
    return (one for one in found if one.named and not one.collective)


def _accept(
    settings: Settings, store: Store, proposals: Sequence[Proposal], *, alone: object
) -> None:
    """All that is sure; what needs an eye on it, only for the actor that was asked for."""
    offered = [one for one in proposals if not one.empty]
    taken = offered if alone else [one.sure_part() for one in offered]
    taken = [one for one in taken if not one.empty]
    left = len(offered) - len(taken)
    if taken:
        item, _ = again(lambda: accept(store, taken, user_of_this_machine()))
        if settings.format == "json":
            print_json({"import_id": item.id, "actors": [one.actor.id for one in taken]})
        told = count(_SAVED, len(taken), id=item.id)
        settings.say(told.fr, told.en)
    else:
        settings.say("Rien à accepter.", "Nothing to accept.")
    if left:
        told = count(_LEFT, left)
        settings.say(told.fr, told.en)


def _print(settings: Settings, found: Sequence[Proposal]) -> None:
    proposals = [one for one in found if not one.empty or any(remarks(one))]
    if settings.format == "csv":
        _print_csv(settings, proposals)
    else:
        for proposal in proposals:
            _print_one(settings, proposal)
    if not proposals:
        settings.say("Les registres n’ont rien à ajouter.", "The registers have nothing to add.")
    if any(not proposal.empty for proposal in proposals):
        settings.say("Pour accepter\u202f: --accept", "To accept: --accept")


def _print_csv(settings: Settings, proposals: Sequence[Proposal]) -> None:
    headings = settings.text(
        "acteur|nom|champ|proposé|à présent|source|trouvé par",
        "actor|name|field|proposed|now|source|found by",
    ).split("|")
    rows = [
        (proposal.actor.id, proposal.actor.name, *_cells(settings, line), _how(settings, proposal))
        for proposal in proposals
        for line in lines(proposal)
    ]
    print_table(settings, headings, rows)
    for proposal in proposals:
        for remark in remarks(proposal):
            name = proposal.actor.name
            settings.say(f"{name}\u202f: {remark.fr}.", f"{name}: {remark.en}.")


def _print_one(settings: Settings, proposal: Proposal) -> None:
    """Under the actor's name: what each source says, value by value, then what to know of it."""
    actor, how = proposal.actor, _how(settings, proposal)
    found = settings.text(f"trouvé par\u202f: {how}", f"found by: {how}")
    click.echo(f"{actor.name} ({actor.id}) – {found}")
    for source, told in groupby(lines(proposal), key=lambda line: line.source):
        click.echo(f"  {source.text(settings.lang)}")
        for line in told:
            field, proposed, now, _ = _cells(settings, line)
            beside = settings.text(f" (à présent\u202f: {now})", f" (now: {now})") if now else ""
            said = settings.text(f"{field}\u202f: {proposed}", f"{field}: {proposed}")
            print_lines(f"{said}{beside}", "    ")
    for remark in remarks(proposal):
        print_lines(f"! {remark.text(settings.lang)}.", "  ")
    click.echo("")


def _cells(settings: Settings, line: Line) -> tuple[str, str, str, str]:
    field, proposed, now, source = (
        label.text(settings.lang) for label in (line.field, line.proposed, line.now, line.source)
    )
    return field, proposed, now, source


def _how(settings: Settings, proposal: Proposal) -> str:
    return HOW_LABELS[proposal.how].text(settings.lang)
