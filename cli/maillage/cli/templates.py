"""`maillage template`: an empty list to fill in."""

from __future__ import annotations

from pathlib import Path

import click

from maillage.cli.files import write_bytes
from maillage.cli.settings import Settings, pass_settings
from maillage.graph.errors import InvalidInput, Refused
from maillage.ingest.lists.registry import list_spec
from maillage.ingest.lists.templates import csv_template, xlsx_template


@click.command()
@click.argument("as_list", metavar="LIST")
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), metavar="F.xlsx|.csv")
@click.option("--force", is_flag=True)
@pass_settings
def template_command(settings: Settings, as_list: str, out: Path | None, force: bool) -> None:
    spec = list_spec(as_list)
    out = out or Path(f"{spec.name}.xlsx")
    if out.is_file() and not force:
        # Perhaps the template that somebody has filled in.
        raise Refused("out_exists", path=out)
    match out.suffix.lower():
        case ".xlsx":
            content = xlsx_template(spec, settings.lang)
        case ".csv":
            content = csv_template(spec, settings.lang).encode()
        case other:
            raise InvalidInput("invalid_value", what="--out", value=other, expected=".xlsx, .csv")
    write_bytes(out, content)
    settings.say(f"Modèle écrit\u202f: {out}", f"Template written: {out}")
