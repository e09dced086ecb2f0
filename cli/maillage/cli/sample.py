"""`maillage sample`: a plausible synthetic network, in the formats that are loaded."""

from __future__ import annotations

from pathlib import Path

import click

from maillage.cli.settings import Settings, pass_settings
from maillage.graph.errors import InvalidInput
from maillage.ingest.sample import SIZES, parquet_for, write_sample


@click.command()
@click.option("--size", type=click.Choice(list(SIZES)), default="S", show_default=True)
@click.option("--organisations", type=click.IntRange(2))
@click.option("--ties", type=click.IntRange(2))
@click.option("--seed", type=click.IntRange(0), default=1, show_default=True)
@click.option("--parquet", is_flag=True)
@click.option("--force", is_flag=True)
@click.option("--out", type=click.Path(file_okay=False, path_type=Path), required=True)
@pass_settings
def sample_command(
    settings: Settings,
    size: str,
    organisations: int | None,
    ties: int | None,
    seed: int,
    parquet: bool,
    force: bool,
    out: Path,
) -> None:
    if not force and out.is_dir() and any(out.iterdir()):
        raise InvalidInput("out_not_empty", path=out)
    usual_organisations, usual_ties = SIZES[size]
    summary = write_sample(
        out,
        organisations=organisations or usual_organisations,
        ties=ties or usual_ties,
        seed=seed,
        parquet=parquet_for(
            organisations or usual_organisations, ties or usual_ties, asked=parquet
        ),
    )
    files = ", ".join(path.name for path in summary.files)
    settings.say(
        f"{summary.organisations} organisations, {summary.ties} liens dans {out}\u202f: {files}",
        f"{summary.organisations} organisations, {summary.ties} ties in {out}: {files}",
    )
