"""`maillage serve`: the API and the explorer."""

from __future__ import annotations

import socket
from contextlib import closing

import click

from maillage.cli.settings import Settings, pass_settings
from maillage.graph.errors import Refused
from maillage.graph.stores import open_store

LOOPBACK = ("127.0.0.1", "::1", "localhost")


@click.command()
@click.option("--host", default="127.0.0.1", show_default=True)
@click.option("--port", type=click.IntRange(1, 65535), default=8000, show_default=True)
@pass_settings
def serve_command(settings: Settings, host: str, port: int) -> None:
    serve(settings, settings.store_url, host, port)


def serve(settings: Settings, store_url: str, host: str, port: int) -> None:
    """Serve until interrupted; nobody but this machine is answered without a token."""
    import uvicorn  # noqa: PLC0415

    from maillage.api.app import create_app  # noqa: PLC0415

    if host not in LOOPBACK:
        raise Refused("serve_without_token", host=host)
    open_store(store_url).close()  # a sentence now rather than a failed start
    with closing(_bound(host, port)) as listener:
        address = f"http://{host}:{port}/"
        settings.say(
            f"Explorateur\u202f: {address} (Ctrl+C arrête)", f"Explorer: {address} (Ctrl+C stops)"
        )
        config = uvicorn.Config(create_app(store_url), log_level="warning")
        uvicorn.Server(config).run(sockets=[listener])


def _bound(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listener = socket.socket(family)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((host, port))
    except OSError as error:
        listener.close()
        raise Refused("port_taken", port=port, detail=error.strerror) from error
    return listener
