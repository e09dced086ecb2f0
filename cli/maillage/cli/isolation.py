"""`maillage isolation`: every pole, sorted by isolation, with the reason in words."""

from __future__ import annotations

from collections.abc import Sequence

import click

from maillage.cli.opening import existing_store
from maillage.cli.output import Cell, print_table
from maillage.cli.settings import Settings, pass_settings
from maillage.cli.statements import print_readouts_json, print_sections
from maillage.graph.readouts.isolation import ORDER, isolation
from maillage.graph.readouts.statement import Readout, Statement

FIGURES = ("poles", "outward", "through_hubs", "members", "complete_lists")
# What CSV has besides: programs sort by these.
MORE = ("weight", "lists", "component", "reached", "mean_distance", "farthest")


@click.command()
@click.option("--at", metavar="DATE")
@pass_settings
def isolation_command(settings: Settings, at: str | None) -> None:
    with existing_store(settings) as store:
        found = isolation(store, at)
        if settings.format == "json":
            print_readouts_json([found], store.network(view="poles", at=at).provenance)
        else:
            print_isolation(settings, found)


def print_isolation(settings: Settings, found: Readout) -> None:
    """What is not known, the headline, then all poles in one table, and the rest."""
    poles = [said for said in found.statements if said.verdict in ORDER]
    others = [said for said in found.statements if said.verdict not in ORDER]
    if settings.format == "csv":
        _print_csv(settings, poles)
        return
    print_sections(settings, [said for said in others if said.section in ("unknown", "network")])
    if poles:
        click.echo()
        print_table(settings, _headings(settings), [_row(settings, said) for said in poles])
    print_sections(
        settings, [said for said in others if said.section not in ("unknown", "network")]
    )


def _headings(settings: Settings) -> Sequence[str]:
    if settings.lang == "fr":
        return ("pôle", "pôles", "touchés", "à part", "membres connus", "listes", "pourquoi")
    return ("pole", "poles", "touched", "apart", "known members", "lists", "why")


def _row(settings: Settings, said: Statement) -> tuple[Cell, ...]:
    figures = said.figures
    lists = f"{figures['complete_lists']}/{figures['lists']}"
    shown = [figures[name] for name in FIGURES[:-1]]
    return (
        str(figures["name"]),
        *(int(value) if isinstance(value, int) else None for value in shown),
        lists,
        said.sentence.text(settings.lang),
    )


def _print_csv(settings: Settings, poles: Sequence[Statement]) -> None:
    names = (*FIGURES, *MORE)
    rows: list[tuple[Cell, ...]] = []
    for said in poles:
        values = [said.figures[name] for name in names]
        cells = [value if isinstance(value, int | float) else None for value in values]
        label = str(said.figures["name"])
        rows.append((said.about, label, said.verdict, *cells, said.sentence.text(settings.lang)))
    print_table(settings, ("id", "name", "verdict", *names, "why"), rows)
