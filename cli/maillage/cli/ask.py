"""`maillage ask`: a sheet for each member of a pole, with its ties; who has answered."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from pathlib import Path

import click

from maillage.cli.files import make_folder, write_bytes
from maillage.cli.opening import existing_store
from maillage.cli.output import print_json, print_table
from maillage.cli.settings import Settings, pass_settings
from maillage.graph.errors import InvalidInput
from maillage.graph.port import Store
from maillage.graph.veil import unnamed
from maillage.graph.vocabulary import Label
from maillage.graph.wording import count
from maillage.ingest.asking.files import file_names
from maillage.ingest.asking.questions import members_of_pole, questions
from maillage.ingest.asking.round import Round, every_round, round_of
from maillage.ingest.asking.telling import (
    member_headings,
    member_rows,
    pole_data,
    pole_headings,
    pole_rows,
    rate_sentence,
    round_data,
)
from maillage.ingest.lists.asked import shown_name

_WRITTEN = (
    "{n} feuille à envoyer dans {out}",
    "{n} feuilles à envoyer dans {out}",
    "{n} sheet to send in {out}",
    "{n} sheets to send in {out}",
)
_LEFT_OUT = (
    "{n} membre que personne ne représente (groupe, collectif, non nommé) n’en a pas",
    "{n} membres que personne ne représente (groupes, collectifs, non nommés) n’en ont pas",
    "{n} member that nobody answers for (group, collective, unnamed) has none",
    "{n} members that nobody answers for (groups, collectives, unnamed) have none",
)


@click.command()
@click.option("--pole", metavar="POLE")
@click.option("--out", type=click.Path(file_okay=False, path_type=Path), metavar="DIR")
@click.option("--force", is_flag=True)
@pass_settings
def ask_command(settings: Settings, pole: str | None, out: Path | None, force: bool) -> None:
    if out is not None and pole is None:
        raise click.UsageError(settings.text("Il manque --pole.", "--pole is missing."))
    with existing_store(settings) as store:
        if pole and out:
            _write_sheets(settings, store, pole, out, replacing=force)
        elif pole:
            _print_round(settings, round_of(store, pole))
        else:
            _print_rounds(settings, every_round(store))


def _write_sheets(
    settings: Settings, store: Store, pole: str, out: Path, *, replacing: bool
) -> None:
    from maillage.ingest.asking.sheet import Asking, answer_sheet  # noqa: PLC0415 -- openpyxl is slow to load

    # A sheet that came back filled in must not be lost under a blank one.
    if not replacing and out.is_dir() and any(out.iterdir()):
        raise InvalidInput("out_not_empty", path=out)
    members, today = members_of_pole(store, pole), date.today()
    told = unnamed(store, settings.lang)
    make_folder(out)
    written = []
    for member, name in file_names(members.asked):
        asked = questions(told, member)
        asking = Asking(member=member, pole=members.pole, on=today, language=settings.lang)
        write_bytes(out / name, answer_sheet(asking, asked))
        written.append((shown_name(member).text(settings.lang), name, len(asked)))
    if settings.format == "json":
        keys = ("member", "file", "ties")
        print_json([dict(zip(keys, row, strict=True)) for row in written])
    else:
        words = settings.text("membre fichier liens", "member file ties").split()
        print_table(settings, words, written)
    _say(settings, count(_WRITTEN, len(written), out=str(out)))
    if members.left_out:
        _say(settings, count(_LEFT_OUT, len(members.left_out)))


def _print_round(settings: Settings, found: Round) -> None:
    if settings.format == "json":
        print_json(round_data(found))
        return
    print_table(settings, member_headings(settings.lang), list(member_rows(found, settings.lang)))
    _say(settings, rate_sentence(found))


def _print_rounds(settings: Settings, rounds: Iterable[Round]) -> None:
    if settings.format == "json":
        print_json([pole_data(found) for found in rounds])
        return
    print_table(settings, pole_headings(settings.lang), list(pole_rows(rounds, settings.lang)))


def _say(settings: Settings, sentence: Label) -> None:
    settings.say(f"{sentence.fr}.", f"{sentence.en}.")
