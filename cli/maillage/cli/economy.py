"""`maillage economy`: what is told of a pole's jobs, turnover and resources, and by whom."""

from __future__ import annotations

import click

from maillage.cli.settings import Settings, pass_settings
from maillage.cli.statements import print_readouts
from maillage.graph.readouts.economy import economy
from maillage.graph.readouts.subject import Subject
from maillage.graph.stores import open_store


@click.command()
@click.argument("pole", metavar="POLE")
@click.option("--at", metavar="DATE")
@pass_settings
def economy_command(settings: Settings, pole: str, at: str | None) -> None:
    store = open_store(settings.store_url, "read")
    try:
        subject = Subject.pole_of(store, pole, at)
        source = store.network(pole=subject.id, at=at).provenance
        print_readouts(settings, [economy(subject)], source)
    finally:
        store.close()
