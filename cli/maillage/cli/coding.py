"""`maillage coding`: the sheets that coders fill in, and the journal of what they decided."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import click

from maillage.cli.files import write_bytes, write_text
from maillage.cli.opening import existing_store
from maillage.cli.output import csv_text, print_json, print_table
from maillage.cli.settings import Settings, pass_settings
from maillage.cli.whom import actor_id
from maillage.graph.errors import InvalidInput
from maillage.graph.port import Store
from maillage.graph.stores.addresses import without_password
from maillage.graph.wording import count
from maillage.ingest.coding.journal import Journal, journal
from maillage.ingest.coding.tables import (
    Row,
    agreement_table,
    appendix,
    coding_table,
    disagreement_table,
)
from maillage.ingest.coding.telling import journal_data

_WRITTEN = (
    "{n} organisation à coder dans {out}, une feuille par codeur",
    "{n} organisations à coder dans {out}, une feuille par codeur",
    "{n} organisation to code in {out}, a sheet for each coder",
    "{n} organisations to code in {out}, a sheet for each coder",
)
_CODED = (
    "{n} organisation codée, {disputed} en désaccord",
    "{n} organisations codées, {disputed} en désaccord",
    "{n} coded organisation, {disputed} disputed",
    "{n} coded organisations, {disputed} disputed",
)


@click.command()
@click.option("--by", metavar="PARTITION", default="sector", show_default=True)
@click.option("--for", "coders", metavar="CODER", multiple=True)
@click.option("--pole", metavar="POLE")
@click.option("--force", is_flag=True)
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), metavar="F.xlsx|.csv|.json")
@pass_settings
def coding_command(
    settings: Settings,
    by: str,
    coders: tuple[str, ...],
    pole: str | None,
    force: bool,
    out: Path | None,
) -> None:
    with existing_store(settings) as store:
        if coders:
            named = tuple(dict.fromkeys(coder.strip() for coder in coders))
            if "" in named:
                raise InvalidInput("invalid_value", what="--for", value="", expected="CODER")
            _write_blank(settings, store, named, pole, out, replacing=force)
        else:
            _tell(settings, store, journal(store, by), out)


def _write_blank(
    settings: Settings,
    store: Store,
    coders: tuple[str, ...],
    pole: str | None,
    out: Path | None,
    *,
    replacing: bool,
) -> None:
    from maillage.ingest.coding.blank import blank_sheets, to_be_coded  # noqa: PLC0415 -- openpyxl is slow to load

    if out is None or out.suffix.lower() != ".xlsx":
        given = out.name if out else ""
        raise InvalidInput("invalid_value", what="--out", value=given, expected=".xlsx")
    if out.exists() and not replacing:
        raise InvalidInput("out_not_empty", path=out)
    actors = to_be_coded(store, actor_id(store, pole))
    content = blank_sheets(coders, actors, _today(), settings.lang)
    write_bytes(out, content)
    told = count(_WRITTEN, len(actors), out=str(out))
    settings.say(f"{told.fr}.", f"{told.en}.")


def _tell(settings: Settings, store: Store, found: Journal, out: Path | None) -> None:
    if out is not None:
        _write(settings, store, found, out)
    elif settings.format == "json":
        print_json(journal_data(found, without_password(store.url)))
    elif settings.format == "csv":
        table = coding_table(found, settings.lang)
        print_table(settings, table.headings, table.rows)
    else:
        _print(settings, found)
    told = count(_CODED, len(found.actors), disputed=len(found.disagreements))
    settings.say(f"{told.fr}.", f"{told.en}.")


def _print(settings: Settings, found: Journal) -> None:
    for table in (agreement_table(found, settings.lang), disagreement_table(found, settings.lang)):
        if table.rows:
            click.echo(f"{table.title}\n")
            print_table(settings, table.headings, [_rounded(row) for row in table.rows])
            click.echo("")


def _rounded(row: Row) -> Row:
    return tuple(round(cell, 4) if isinstance(cell, float) else cell for cell in row)


def _write(settings: Settings, store: Store, found: Journal, out: Path) -> None:
    match out.suffix.lower():
        case ".xlsx":
            from maillage.ingest.coding.workbook import appendix_workbook  # noqa: PLC0415 -- openpyxl is slow to load

            write_bytes(out, appendix_workbook(appendix(found, settings.lang, _today())))
        case ".csv":
            table = coding_table(found, settings.lang)
            write_text(out, csv_text(table.headings, table.rows))
        case ".json":
            write_text(
                out,
                json.dumps(
                    journal_data(found, without_password(store.url)), ensure_ascii=False, indent=2
                )
                + "\n",
            )
        case other:
            expected = ".xlsx, .csv, .json"
            raise InvalidInput("invalid_value", what="--out", value=other, expected=expected)


def _today() -> date:
    return date.today()
