"""`maillage copy`: a whole store into another one."""

from __future__ import annotations

from contextlib import closing

import click

from maillage.cli.opening import existing_store
from maillage.cli.settings import Settings, pass_settings
from maillage.graph.copying import copy_store
from maillage.graph.stores import open_store
from maillage.graph.stores.addresses import without_password


@click.command()
@click.option("--to", "target", metavar="URL", required=True)
@pass_settings
def copy_command(settings: Settings, target: str) -> None:
    with existing_store(settings) as source, closing(open_store(target)) as destination:
        copy_store(source, destination)
    shown = without_password(target)
    settings.say(f"Tout est copié vers {shown}.", f"All is copied into {shown}.")
