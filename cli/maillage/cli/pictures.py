"""`maillage map`: the network as one file that opens anywhere."""

from __future__ import annotations

from pathlib import Path

import click

from maillage.cli.files import write_text
from maillage.cli.settings import Settings, pass_settings
from maillage.graph.stores import open_store
from maillage.viz.drawing import scene_of
from maillage.viz.page import map_html


@click.command()
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), default=Path("map.html"))
@click.option("--at", metavar="DATE")
@pass_settings
def map_command(settings: Settings, out: Path, at: str | None) -> None:
    store = open_store(settings.store_url, "read")
    try:
        page = map_html(scene_of(store, at), settings.lang)
    finally:
        store.close()
    write_text(out, page)
    settings.say(f"Carte écrite\u202f: {out}", f"Map written: {out}")
