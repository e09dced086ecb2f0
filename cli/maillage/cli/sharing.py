"""`maillage sharing`: employer groups and shared means, of all, of a pole or of an actor."""

from __future__ import annotations

import click

from maillage.cli.settings import Settings, pass_settings
from maillage.cli.statements import print_readouts
from maillage.graph.readouts.sharing import sharing
from maillage.graph.readouts.subject import Subject
from maillage.graph.stores import open_store


@click.command()
@click.argument("who", required=False, metavar="[POLE_OR_ACTOR]")
@click.option("--at", metavar="DATE")
@pass_settings
def sharing_command(settings: Settings, who: str | None, at: str | None) -> None:
    store = open_store(settings.store_url, "read")
    try:
        subject = Subject.actor_of(store, who, at) if who else Subject.network_of(store, at)
        print_readouts(settings, [sharing(subject)], subject.view("cooperation").provenance)
    finally:
        store.close()
