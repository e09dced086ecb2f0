"""`maillage sharing`: employer groups and shared means, of all, of a pole or of an actor."""

from __future__ import annotations

import click

from maillage.cli.opening import existing_store
from maillage.cli.settings import Settings, pass_settings
from maillage.cli.statements import print_of
from maillage.cli.whom import actor_id
from maillage.graph.readouts.sharing import sharing
from maillage.graph.readouts.subject import Subject


@click.command()
@click.argument("who", required=False, metavar="[POLE_OR_ACTOR]")
@click.option("--at", metavar="DATE")
@pass_settings
def sharing_command(settings: Settings, who: str | None, at: str | None) -> None:
    with existing_store(settings) as store:
        print_of(settings, Subject.actor_or_all(store, actor_id(store, who), at), sharing)
