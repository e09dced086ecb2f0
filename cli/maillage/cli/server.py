"""The server, as commands start it: on an address of this machine, until interrupted."""

from __future__ import annotations

import socket
from collections.abc import Collection
from contextlib import closing

from maillage.api.access.tokens import Tokens
from maillage.api.app import create_app
from maillage.api.edge.guard import LOOPBACK_NAMES
from maillage.api.running import serving
from maillage.api.running.settings import Settings as Told
from maillage.cli.settings import Settings, user_folder
from maillage.graph.errors import Refused
from maillage.graph.stores import open_store
from maillage.ingest.places.table import kept_communes


def serve(
    settings: Settings, store_url: str, host: str, port: int, names: Collection[str] = ()
) -> None:
    """Serve until interrupted; nobody but this machine is answered without a token.

    `names`: those by which other machines call this one.
    """
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
