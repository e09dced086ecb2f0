"""`maillage places`: the official table of communes, and the places that wait for a reviewer."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

import click

from maillage.cli.opening import existing_store
from maillage.cli.output import number, print_json, print_table
from maillage.cli.settings import Settings, pass_settings, user_folder
from maillage.graph.again import again
from maillage.ingest.loading.author import user_of_this_machine
from maillage.ingest.places.table import KeptTable, keep_communes, kept_communes
from maillage.ingest.places.waiting import Choice, WaitingPlace, choose, waiting_places

Action = Literal["import", "list", "choose"]
SHOWN_LINES = 10


@click.command()
@click.argument("action", type=click.Choice(["import", "list", "choose"]), default="list")
@click.argument("words", metavar="[F.csv | ACTOR CODE]", nargs=-1)
@click.option("--older", is_flag=True)
@pass_settings
def places_command(settings: Settings, action: Action, words: tuple[str, ...], older: bool) -> None:
    match action, words:
        case "import", (file,):
            _import(settings, keep_communes(Path(file), user_folder(), "older" if older else ""))
        case "list", ():
            _list(settings)
        case "choose", (actor, code):
            _choose(settings, actor, code)
        case _:
            raise click.UsageError("places import F.csv | places list | places choose ACTOR CODE")


def _import(settings: Settings, kept: KeptTable) -> None:
    if settings.format == "json":
        print_json(
            {
                "communes": kept.communes,
                "vintages": kept.vintages,
                "replaced": kept.replaced,
                "lines_unread": kept.unread,
            }
        )
    count, vintages = number(kept.communes, settings.lang), ", ".join(kept.vintages) or "?"
    settings.say(
        f"{count} communes gardées (millésime {vintages})\u202f: les listes chargées ensuite s’en "
        "servent.",
        f"{count} municipalities kept (vintage {vintages}): lists loaded from now on use them.",
    )
    if kept.replaced:
        before = ", ".join(kept.replaced)
        settings.say(f"À la place de la table de {before}.", f"In place of the table of {before}.")
    _say_unread(settings, kept)


def _say_unread(settings: Settings, kept: KeptTable) -> None:
    if not kept.unread:
        return
    lines = ", ".join(map(str, kept.unread[:SHOWN_LINES]))
    more = "…" if len(kept.unread) > SHOWN_LINES else ""
    several = "s" if len(kept.unread) > 1 else ""
    settings.say(
        f"{len(kept.unread)} ligne{several} sans code ou sans nom de commune, laissée{several} de "
        f"côté\u202f: {lines}{more}",
        f"{len(kept.unread)} line{several} without a code or a name, left out: {lines}{more}",
    )


def _list(settings: Settings) -> None:
    with existing_store(settings) as store:
        found = list(waiting_places(store))
    if settings.format == "json":
        print_json([_data(item) for item in found])
        return
    if not found:
        settings.say("Aucune commune à préciser.", "No municipality to tell apart.")
        return
    headings = (
        ("acteur", "nom", "commune écrite", "peut être")
        if settings.lang == "fr"
        else ("actor", "name", "as written", "may be")
    )
    print_table(
        settings,
        headings,
        [
            (item.actor.id, item.actor.name, item.written, ", ".join(item.candidates))
            for item in found
        ],
    )
    settings.say(
        "Pour dire laquelle\u202f: maillage places choose ACTEUR CODE",
        "To say which: maillage places choose ACTOR CODE",
    )


def _choose(settings: Settings, actor: str, code: str) -> None:
    choice = Choice(actor=actor, code=code, author=user_of_this_machine())
    communes = kept_communes(user_folder())
    with existing_store(settings) as store:
        item = again(lambda: choose(store, choice, communes))
    if settings.format == "json":
        print_json({"import_id": item.id, "actor": actor, "commune_code": code})
    settings.say(
        f"{item.title}. Pour annuler\u202f: maillage undo {item.id}",
        f"Municipality chosen. To undo: maillage undo {item.id}",
    )


def _data(item: WaitingPlace) -> dict[str, object]:
    return {
        "actor": item.actor.id,
        "name": item.actor.name,
        "written": item.written,
        "candidates": list(item.candidates),
    }
