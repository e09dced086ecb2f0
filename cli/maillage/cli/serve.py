"""`maillage serve`: the API and the explorer."""

from __future__ import annotations

import socket
from collections.abc import Collection
from contextlib import closing

import click

from maillage.cli.settings import Settings, pass_settings, user_folder
from maillage.graph.errors import Refused
from maillage.graph.stores import open_store
from maillage.ingest.places.table import kept_communes


@click.command()
@click.option("--host", default="127.0.0.1", show_default=True)
@click.option("--name", "names", metavar="NAME", multiple=True)
@click.option("--port", type=click.IntRange(1, 65535), default=8000, show_default=True)
@pass_settings
def serve_command(settings: Settings, host: str, names: tuple[str, ...], port: int) -> None:
    if settings.store:
        # A path that is mistyped is not a store to make.
        open_store(settings.store, "read").close()
    serve(settings, settings.store_url, host, port, names)


def serve(
    settings: Settings, store_url: str, host: str, port: int, names: Collection[str] = ()
) -> None:
    """Serve until interrupted; nobody but this machine is answered without a token.

    `names`: those by which other machines call this one.
    """
    from maillage.api import serving  # noqa: PLC0415
    from maillage.api.app import create_app  # noqa: PLC0415
    from maillage.api.guard import LOOPBACK_NAMES  # noqa: PLC0415
    from maillage.api.settings import Settings as Told  # noqa: PLC0415
    from maillage.api.tokens import Tokens  # noqa: PLC0415

    told = Told.of_environment()
    alone = host in LOOPBACK_NAMES
    with closing(open_store(store_url)) as store:  # a sentence now rather than a failed start
        if not alone and told.oidc is None and not Tokens(store).living():
            raise Refused("serve_without_token", host=host)
    with closing(_bound(host, port)) as listener:
        address = address_of(host, port)
        settings.say(
            f"Explorateur\u202f: {address} (Ctrl+C arrête)", f"Explorer: {address} (Ctrl+C stops)"
        )
        app = create_app(
            store_url,
            hosts={*LOOPBACK_NAMES, *names, host},
            alone=alone,
            communes=kept_communes(user_folder()),
            settings=told,
        )
        serving.serve(app, listener, told)


def address_of(host: str, port: int) -> str:
    """As a browser takes it: of IPv6, in brackets."""
    return f"http://{f'[{host}]' if ':' in host else host}:{port}/"


def _bound(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listener = socket.socket(family)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((host, port))
    except OSError as error:
        listener.close()
        raise Refused("port_taken", port=str(port), detail=error.strerror) from error
    return listener
