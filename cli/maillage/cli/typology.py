"""`maillage typology`: types told and types seen, and the logics of cooperation."""

from __future__ import annotations

import click

from maillage.cli.opening import existing_store
from maillage.cli.settings import Settings, pass_settings
from maillage.cli.statements import print_of
from maillage.cli.whom import pole_id
from maillage.graph.readouts.subject import Subject
from maillage.graph.readouts.typology import typology


@click.command()
@click.argument("pole", required=False, metavar="[POLE]")
@click.option("--at", metavar="DATE")
@pass_settings
def typology_command(settings: Settings, pole: str | None, at: str | None) -> None:
    with existing_store(settings) as store:
        print_of(settings, Subject.pole_or_all(store, pole_id(store, pole), at), typology)
