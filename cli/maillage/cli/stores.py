"""`maillage copy`: a whole store into another one."""

from __future__ import annotations

import click

from maillage.cli.settings import Settings, pass_settings
from maillage.graph.copying import copy_store
from maillage.graph.stores import open_store
from maillage.graph.stores.addresses import without_password


@click.command()
@click.option("--to", "target", metavar="URL", required=True)
@pass_settings
def copy_command(settings: Settings, target: str) -> None:
    source = open_store(settings.store_url, "read")
    try:
        destination = open_store(target)
        try:
            copy_store(source, destination)
        finally:
            destination.close()
    finally:
        source.close()
    shown = without_password(target)
    settings.say(f"Tout est copié vers {shown}.", f"All is copied into {shown}.")
