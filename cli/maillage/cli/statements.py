"""Read-outs on stdout: sentences by section, or their figures and evidence as JSON or CSV."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from itertools import groupby

import click

from maillage.cli.output import Cell, print_json, print_lines, print_table, provenance
from maillage.cli.settings import Settings
from maillage.graph.network import Provenance
from maillage.graph.readouts.statement import Readout, Statement
from maillage.graph.readouts.subject import Subject
from maillage.graph.readouts.words.sections import READOUTS, SECTIONS

CSV_HEADINGS = ("readout", "subject", "section", "code", "about", "verdict", "sentence",
                "figures", "actors", "ties", "records", "more",
                "more_actors")  # fmt: skip


def print_readouts(settings: Settings, found: Sequence[Readout], source: Provenance) -> None:
    if settings.format == "json":
        print_readouts_json(found, source)
    elif settings.format == "csv":
        rows = [_cells(settings, out, said) for out in found for said in out.statements]
        print_table(settings, CSV_HEADINGS, rows)
    else:
        for place, readout in enumerate(found):
            click.echo(("\n" if place else "") + READOUTS[readout.name].text(settings.lang))
            print_sections(settings, readout.statements)


def print_of(settings: Settings, subject: Subject, told: Callable[[Subject], Readout]) -> None:
    """What one read-out tells of a pole, an actor or the whole network."""
    print_readouts(settings, [told(subject)], subject.view("cooperation").provenance)


def print_readouts_json(found: Iterable[Readout], source: Provenance) -> None:
    print_json(
        {
            "readouts": [readout.to_json() for readout in found],
            "provenance": provenance(source, None),
        }
    )


def print_sections(
    settings: Settings,
    statements: Iterable[Statement],
    under: Callable[[Settings, Statement], Sequence[str]] | None = None,
) -> None:
    """`under`: lines that go with a sentence."""
    for section, said in groupby(statements, key=lambda statement: statement.section):
        click.echo(f"\n{SECTIONS[section].text(settings.lang)}")
        for statement in said:
            print_lines(statement.sentence.text(settings.lang), "  ")
            for line in under(settings, statement) if under else ():
                print_lines(line, "    ")


def _cells(settings: Settings, readout: Readout, said: Statement) -> tuple[Cell, ...]:
    return (
        readout.name,
        readout.subject,
        said.section,
        said.code,
        said.about,
        said.verdict,
        said.sentence.text(settings.lang),
        json.dumps(dict(said.figures), ensure_ascii=False),
        " ".join(said.evidence.actors),
        " ".join(said.evidence.ties),
        " ".join(said.evidence.records),
        said.evidence.more,
        said.evidence.more_actors,
    )
