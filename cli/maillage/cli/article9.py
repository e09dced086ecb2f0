"""`maillage article9`: the conditions of the law, of one pole or of all."""

from __future__ import annotations

from collections.abc import Sequence

import click

from maillage.cli.opening import existing_store
from maillage.cli.output import Cell, print_table
from maillage.cli.settings import Settings, pass_settings
from maillage.cli.statements import print_readouts, print_readouts_json, print_sections
from maillage.cli.whom import pole_id
from maillage.graph.port import Reader
from maillage.graph.readouts.article9 import (
    CANNOT_TELL,
    CONDITIONS,
    MET,
    MISSING,
    article9,
    article9_of_all,
)
from maillage.graph.readouts.statement import Readout
from maillage.graph.readouts.words.article9 import WORDS
from maillage.graph.wording import fill

MARKS = {MET: "✓", MISSING: "✗", CANNOT_TELL: "?"}


@click.command()
@click.argument("pole", required=False, metavar="[POLE]")
@click.option("--at", metavar="DATE")
@pass_settings
def article9_command(settings: Settings, pole: str | None, at: str | None) -> None:
    with existing_store(settings) as store:
        if pole is None:
            _print_all(settings, store, at)
        else:
            found = article9(store, pole_id(store, pole), at)
            source = store.network(pole=found.subject, at=at).provenance
            print_readouts(settings, [found], source)


def _print_all(settings: Settings, store: Reader, at: str | None) -> None:
    together, poles = article9_of_all(store, at)
    if settings.format == "json":
        print_readouts_json([together, *poles], store.network(at=at).provenance)
        return
    if settings.format == "table":
        print_sections(settings, together.statements)
        click.echo()
    _print_poles(settings, store, poles)
    if settings.format == "table":
        settings.say(
            "✓ attesté   ✗ manque   ? ne peut se dire", "✓ met   ✗ missing   ? cannot tell"
        )


def _print_poles(settings: Settings, store: Reader, poles: Sequence[Readout]) -> None:
    marked = settings.format == "table"
    if not poles and marked:
        return
    headings = [settings.text("pôle", "pole") if marked else "pole"]
    for name in CONDITIONS:
        headings.append(fill(WORDS[name]).text(settings.lang) if marked else name)
    rows: list[tuple[Cell, ...]] = []
    for found in poles:
        verdicts = [found.said(name).verdict for name in CONDITIONS]
        cells = [MARKS[verdict] if marked else verdict for verdict in verdicts]
        rows.append((store.actor(found.subject).name if marked else found.subject, *cells))
    print_table(settings, headings, rows)
