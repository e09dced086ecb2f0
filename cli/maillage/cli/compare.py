"""`maillage compare`: two dates of a view, in words and measures; or two poles, in words."""

from __future__ import annotations

from itertools import pairwise
from typing import TypedDict, Unpack

import click

from maillage.cli.draws import watched_draws
from maillage.cli.measure import DEFAULT_PARTITION
from maillage.cli.measure_names import check_names
from maillage.cli.opening import existing_store
from maillage.cli.output import print_lines
from maillage.cli.results import print_results
from maillage.cli.settings import Settings, pass_settings
from maillage.cli.statements import print_readouts
from maillage.cli.whom import pole_id
from maillage.graph.dates import DateSpan
from maillage.graph.errors import InvalidInput
from maillage.graph.measures.chance import check_draws
from maillage.graph.measures.entry import Mode
from maillage.graph.measures.study import effective_seed
from maillage.graph.readouts.changes import changes
from maillage.graph.readouts.comparison import compare, yearly
from maillage.graph.readouts.statement import Readout
from maillage.graph.readouts.two_poles import two_poles
from maillage.graph.views import Lens


class Asked(TypedDict):
    """The options, as click hands them over."""

    first: str | None
    last: str | None
    each_year: bool
    words: bool
    by: str
    view: str
    pole: str | None
    other: str | None
    at: str | None
    certain_dates: bool
    permutations: int | None
    seed: int | None


@click.command()
@click.argument("names", nargs=-1, metavar="[NAME]...")
@click.option("--from", "first", metavar="DATE")
@click.option("--to", "last", metavar="DATE")
@click.option("--yearly", "each_year", is_flag=True)
@click.option("--words", is_flag=True)
@click.option("--by", metavar="PARTITION", default=DEFAULT_PARTITION, show_default=True)
@click.option("--view", default="cooperation", show_default=True)
@click.option("--pole", metavar="POLE")
@click.option("--with", "other", metavar="POLE")
@click.option("--at", metavar="DATE")
@click.option("--certain-dates", is_flag=True)
@click.option("--permutations", type=int, metavar="N")
@click.option("--seed", type=click.IntRange(0))
@pass_settings
def compare_command(settings: Settings, /, names: tuple[str, ...], **asked: Unpack[Asked]) -> None:
    check_draws(asked["permutations"], least=1)
    check_names(names, Mode.ONE, Mode.DATES)
    _check_one_of_two(asked)
    if asked["other"]:
        _two_poles(settings, asked)
    elif asked["first"] and asked["last"]:
        ends = DateSpan.parse(asked["first"]), DateSpan.parse(asked["last"])
        _dates(settings, names, yearly(*ends) if asked["each_year"] else list(ends), asked)
    else:
        raise click.UsageError(
            settings.text("Il manque --from et --to, ou --with.", "--from and --to, or --with.")
        )


def _check_one_of_two(asked: Asked) -> None:
    """Two poles are set side by side at one date, two dates with one view."""
    dates = asked["first"] or asked["last"]
    if asked["other"] and dates:
        raise InvalidInput("one_of_two", one="--with", other="--from")
    if asked["at"] and dates:
        raise InvalidInput("one_of_two", one="--at", other="--from")


def _two_poles(settings: Settings, asked: Asked) -> None:
    if not asked["pole"]:
        raise click.UsageError(settings.text("Il manque --pole.", "--pole is missing."))
    with existing_store(settings) as store:
        one, other = pole_id(store, asked["pole"]), pole_id(store, str(asked["other"]))
        found = two_poles(store, one, other, asked["at"], by=asked["by"])
        print_readouts(settings, [found], store.network(at=asked["at"]).provenance)


def _dates(settings: Settings, names: tuple[str, ...], dates: list[DateSpan], asked: Asked) -> None:
    """Measures; a paragraph above the table of them, or with --words every sentence alone."""
    with existing_store(settings) as store:
        pole = pole_id(store, asked["pole"])
        lens = Lens(view=asked["view"], pole=pole, certain_dates=asked["certain_dates"])
        draws, seed = asked["permutations"], asked["seed"]
        with watched_draws(settings) as watch:
            found = compare(
                store,
                lens,
                dates,
                names,
                by=asked["by"],
                permutations=draws,
                seed=seed,
                watch=watch,
            )
        above = settings.format == "table" and not names
        told = [
            changes(store, lens, first, last, found.results)
            for first, last in pairwise(dates)
            if asked["words"] or above
        ]
    if asked["words"]:
        print_readouts(settings, told, found.network.provenance)
        return
    for readout in told:
        _print_paragraph(settings, readout)
    print_results(settings, found.results, found.network.provenance, effective_seed(seed))


def _print_paragraph(settings: Settings, found: Readout) -> None:
    """What the first statements of it say, before the figures."""
    told = next(said for said in found.statements if said.code in ("paragraph", "nothing"))
    print_lines(told.sentence.text(settings.lang), "")
    click.echo()
