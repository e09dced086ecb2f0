"""`maillage serve`: the API and the explorer."""

from __future__ import annotations

import click

from maillage.cli.settings import Settings, pass_settings
from maillage.graph.stores import open_store


@click.command()
@click.option("--host", default="127.0.0.1", show_default=True)
@click.option("--name", "names", metavar="NAME", multiple=True)
@click.option("--port", type=click.IntRange(1, 65535), default=8000, show_default=True)
@pass_settings
def serve_command(settings: Settings, host: str, names: tuple[str, ...], port: int) -> None:
    if settings.store:
        # A path that is mistyped is not a store to make.
        open_store(settings.store, "read").close()
    from maillage.cli.server import serve  # noqa: PLC0415 -- FastAPI is slow to load

    serve(settings, settings.store_url, host, port, names)
