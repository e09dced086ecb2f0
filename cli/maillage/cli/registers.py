"""`maillage registers`: extracts of the public registers, indexed once and asked offline."""

from __future__ import annotations

from datetime import date as day
from datetime import datetime
from pathlib import Path
from typing import Literal

import click

from maillage.cli.load import progress_of
from maillage.cli.output import number, print_json, print_table
from maillage.cli.settings import Settings, pass_settings, user_folder
from maillage.graph.dates import DateSpan
from maillage.ingest.registers.index import REGISTERS, Added, Adding, RegisterIndex


@click.command()
@click.argument("action", type=click.Choice(["add", "list"]), default="list")
@click.argument("file", metavar="[FILE]", type=click.Path(path_type=Path), required=False)
@click.option("--from-format", "register", type=click.Choice(REGISTERS))
@click.option("--date", "on", metavar="D")
@click.option("--older", is_flag=True)
@pass_settings
def registers_command(
    settings: Settings,
    action: Literal["add", "list"],
    file: Path | None,
    register: str | None,
    on: str | None,
    older: bool,
) -> None:
    if action == "list":
        if file is not None:
            raise click.UsageError(settings.text(f"en trop\u202f: {file}.", f"too much: {file}."))
        _list(settings)
        return
    if file is None or register is None:
        raise click.UsageError("registers add FILE --from-format " + "|".join(REGISTERS))
    adding = Adding(file=file, register=register, on=_day(on), older=older)
    index = RegisterIndex.open(user_folder())
    try:
        with progress_of(settings, file.name) as tick:
            added = index.add(adding, tick)
    finally:
        index.close()
    if settings.format == "json":
        print_json(_data(added))
    _say(settings, added)


def _day(text: str | None) -> day | None:
    """The last of the days said, of those that have come: « 2026 », said in 2026, is today."""
    if text is None:
        return None
    said = DateSpan.parse(text)
    return min(said.latest, max(said.earliest, datetime.now().astimezone().date()))


def _say(settings: Settings, added: Added) -> None:
    lines, rows = (number(count, settings.lang) for count in (added.lines, added.rows))
    as_of = added.as_of or settings.text(
        "sans date\u202f: --date la dit", "no date: --date says it"
    )
    settings.say(
        f"{added.part} ({as_of})\u202f: lignes lues {lines}, gardées {rows}.",
        f"{added.part} ({as_of}): lines read {lines}, kept {rows}.",
    )
    counts = (
        (added.left["person"], "personnes physiques, comptées et non gardées",
         "natural persons, counted and not kept"),
        (added.restricted, "diffusion partielle, ni nom ni lieu gardé",
         "partial diffusion, neither name nor place kept"),
        (added.left["purged"], "fermé, purgé ou non diffusé, laissé de côté",
         "closed, purged or not diffused, left out"),
        (added.left["malformed"], "sans identifiant juste, laissé de côté",
         "without a right identifier, left out"),
    )  # fmt: skip
    for count, french, english in counts:
        if count:
            shown = number(count, settings.lang)
            settings.say(f"  {french}\u202f: {shown}", f"  {english}: {shown}")
    if added.of_another_year:
        settings.say(
            f"Cet extrait est de {added.as_of[:4]}\u202f: ce qu’il dit a pu changer depuis.",
            f"This extract is of {added.as_of[:4]}: what it says may have changed since.",
        )


def _list(settings: Settings) -> None:
    index = RegisterIndex.open(user_folder())
    try:
        extracts = index.extracts()
    finally:
        index.close()
    if settings.format == "json":
        print_json(extracts)
        return
    if not extracts:
        settings.say("Aucun registre n’a été ajouté.", "No register was added.")
        return
    headings = (
        ("registre", "fichier", "gardés", "date", "ajouté le")
        if settings.lang == "fr"
        else ("register", "file", "kept", "date", "added at")
    )
    rows = [
        (one["register"], one["file"], int(one["rows"]), one["as_of"], one["added_at"])
        for one in extracts
    ]
    print_table(settings, headings, rows)


def _data(added: Added) -> dict[str, object]:
    return {
        "register": added.register,
        "part": added.part,
        "lines": added.lines,
        "kept": added.rows,
        "as_of": added.as_of or None,
        "another_year": added.of_another_year,
        "persons": added.left["person"],
        "restricted": added.restricted,
        "closed_or_purged": added.left["purged"],
        "malformed": added.left["malformed"],
    }
