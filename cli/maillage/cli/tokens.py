"""`maillage token`: who may ask a server, and for what."""

from __future__ import annotations

from contextlib import closing
from typing import Literal

import click

from maillage.api.access.tokens import ROLE_NAMES, RoleName, Token, Tokens
from maillage.cli.output import print_json, print_table
from maillage.cli.settings import Settings, pass_settings
from maillage.graph.stores import open_store

Action = Literal["add", "list", "revoke"]


@click.command()
@click.argument("action", type=click.Choice(["add", "list", "revoke"]), default="list")
@click.argument("name", required=False)
@click.option("--role", type=click.Choice(ROLE_NAMES))
@click.option("--pole", metavar="POLE")
@click.option("--expires", metavar="D")
@pass_settings
def token_command(
    settings: Settings,
    action: Action,
    name: str | None,
    role: RoleName | None,
    pole: str | None,
    expires: str | None,
) -> None:
    with closing(open_store(settings.store_url, "read" if action == "list" else "write")) as store:
        tokens = Tokens(store)
        match action, name, role:
            case "add", str(), str():
                _add(settings, tokens.add(name, role, pole=pole, expires=expires))
            case "revoke", str(), None:
                tokens.revoke(name)
                settings.say(f"Jeton retiré\u202f: {name}.", f"Token revoked: {name}.")
            case "list", None, None:
                _list(settings, tokens.all())
            case _:
                raise click.UsageError("token add NAME --role R | token list | token revoke NAME")


def _add(settings: Settings, secret: str) -> None:
    click.echo(secret)
    settings.say(
        "Gardez ce jeton\u202f: il ne sera plus montré.", "Keep this token: it is not shown again."
    )


def _list(settings: Settings, found: list[Token]) -> None:
    if settings.format == "json":
        print_json([one.model_dump(mode="json", exclude={"digest"}) for one in found])
        return
    never = settings.text("sans fin", "no end")
    print_table(
        settings,
        settings.text("nom,rôle,pôle,jusqu’au", "name,role,pole,until").split(","),
        [[one.name, one.role, one.pole or "", str(one.expires_on or never)] for one in found],
    )
