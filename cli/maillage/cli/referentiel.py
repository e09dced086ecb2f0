"""`maillage referentiel`: what the graph shows of each indicator, beside the scores given."""

from __future__ import annotations

from itertools import groupby

import click

from maillage.cli.opening import existing_store
from maillage.cli.output import Cell, number, print_table
from maillage.cli.settings import Settings, pass_settings
from maillage.cli.statements import print_readouts, print_sections
from maillage.cli.whom import pole_id
from maillage.graph.readouts.referentiel import CANNOT_BE_SEEN, referentiel
from maillage.graph.readouts.signs import CONTRADICTS, SUPPORTS
from maillage.graph.readouts.statement import Readout, Statement

MARKS = {SUPPORTS: "✓", CONTRADICTS: "✗", CANNOT_BE_SEEN: "?"}


@click.command()
@click.argument("pole", metavar="POLE")
@click.option("--version", "version", metavar="V")
@click.option("--at", metavar="DATE")
@pass_settings
def referentiel_command(settings: Settings, pole: str, version: str | None, at: str | None) -> None:
    with existing_store(settings) as store:
        found = referentiel(store, pole_id(store, pole), version, at)
        if settings.format == "table":
            _print(settings, found)
        else:
            source = store.network(pole=found.subject, at=at).provenance
            print_readouts(settings, [found], source)


def _print(settings: Settings, found: Readout) -> None:
    """The 3 general objectives, each a table of its indicators."""
    indicators = [said for said in found.statements if said.verdict]
    print_sections(settings, [said for said in found.statements if not said.verdict])
    headings = (
        ("", "indicateur", "", "ce qu’on en voit", "note", "répondants")
        if settings.lang == "fr"
        else ("", "indicator", "", "what is seen", "score", "respondents")
    )
    for objective, told in groupby(indicators, key=lambda said: said.figures["general_objective"]):
        click.echo(f"\n{objective}")
        print_table(settings, headings, [_row(settings, said) for said in told])
    if indicators:
        settings.say(
            "✓ le graphe l’appuie   ✗ le contredit   ? ne peut s’y voir",
            "✓ the graph supports it   ✗ contradicts it   ? cannot be seen in it",
        )


def _row(settings: Settings, said: Statement) -> tuple[Cell, ...]:
    figures, seen = said.figures, said.figures["seen"]
    mean, spread = figures["mean"], figures["spread"]
    score = ""
    if isinstance(mean, float):
        score = number(round(mean, 1), settings.lang)
        if isinstance(spread, float):
            score += f" ± {number(round(spread, 1), settings.lang)}"
    given = figures["respondents"]
    return (
        said.about,
        str(figures["indicator"]),
        MARKS[said.verdict],
        str(seen[settings.lang]) if isinstance(seen, dict) else "",
        score,
        given if isinstance(given, int) else None,
    )
