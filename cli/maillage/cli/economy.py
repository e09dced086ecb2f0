"""`maillage economy`: what is told of a pole's jobs, turnover and resources, and by whom."""

from __future__ import annotations

import click

from maillage.cli.opening import existing_store
from maillage.cli.settings import Settings, pass_settings
from maillage.cli.statements import print_of
from maillage.cli.whom import pole_id
from maillage.graph.readouts.economy import economy
from maillage.graph.readouts.subject import Subject


@click.command()
@click.argument("pole", metavar="POLE")
@click.option("--at", metavar="DATE")
@pass_settings
def economy_command(settings: Settings, pole: str, at: str | None) -> None:
    with existing_store(settings) as store:
        print_of(settings, Subject.pole_of(store, pole_id(store, pole), at), economy)
