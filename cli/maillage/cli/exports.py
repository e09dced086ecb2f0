"""`maillage export`: the network for other tools, with names or without."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from maillage.cli.files import write_parts
from maillage.cli.opening import existing_store
from maillage.cli.settings import Settings, pass_settings
from maillage.graph.veil import veiled
from maillage.ingest.formats.anonymous import K
from maillage.ingest.formats.registry import exported, find_format, stream


@click.command()
@click.argument("form", metavar="FORMAT")
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), metavar="FILE")
@click.option("--anonymise", is_flag=True)
@pass_settings
def export_command(settings: Settings, form: str, out: Path | None, *, anonymise: bool) -> None:
    found = find_format(form)
    with existing_store(settings) as store:
        told = veiled(store, settings.lang) if anonymise else store
        network = exported(found, told, settings.lang, anonymise=anonymise)
        if out is None:
            sys.stdout.buffer.writelines(stream(found, network))
        else:
            write_parts(out, stream(found, network))
            settings.say(f"Réseau écrit\u202f: {out}", f"Network written: {out}")
    if anonymise:
        settings.say(
            f"Sans noms\u202f: chaque acteur est décrit comme {K - 1} autres au moins\u202f; qui "
            "connaît ses liens peut encore le reconnaître.",
            f"Without names: each actor is described like at least {K - 1} others; whoever knows "
            "its ties may still know it again.",
        )
