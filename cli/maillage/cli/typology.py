"""`maillage typology`: types told and types seen, and the logics of cooperation."""

from __future__ import annotations

import click

from maillage.cli.settings import Settings, pass_settings
from maillage.cli.statements import print_readouts
from maillage.graph.readouts.subject import Subject
from maillage.graph.readouts.typology import typology
from maillage.graph.stores import open_store


@click.command()
@click.argument("pole", required=False, metavar="[POLE]")
@click.option("--at", metavar="DATE")
@pass_settings
def typology_command(settings: Settings, pole: str | None, at: str | None) -> None:
    store = open_store(settings.store_url, "read")
    try:
        subject = Subject.pole_of(store, pole, at) if pole else Subject.network_of(store, at)
        print_readouts(settings, [typology(subject)], subject.view("cooperation").provenance)
    finally:
        store.close()
