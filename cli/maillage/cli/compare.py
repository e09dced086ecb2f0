"""`maillage compare`: what changed in a view between two dates, and its measures at each."""

from __future__ import annotations

import click

from maillage.cli.draws import watched_draws
from maillage.cli.measure import DEFAULT_PARTITION
from maillage.cli.results import print_results
from maillage.cli.settings import Settings, pass_settings
from maillage.graph.dates import DateSpan
from maillage.graph.measures.chance import check_draws
from maillage.graph.measures.study import effective_seed
from maillage.graph.readouts.comparison import compare, yearly
from maillage.graph.stores import open_store
from maillage.graph.views import Lens


@click.command()
@click.argument("names", nargs=-1, metavar="[NAME]...")
@click.option("--from", "first", metavar="DATE", required=True)
@click.option("--to", "last", metavar="DATE", required=True)
@click.option("--yearly", "each_year", is_flag=True)
@click.option("--by", metavar="PARTITION", default=DEFAULT_PARTITION, show_default=True)
@click.option("--view", default="cooperation", show_default=True)
@click.option("--pole", metavar="ID")
@click.option("--certain-dates", is_flag=True)
@click.option("--permutations", type=int, metavar="N")
@click.option("--seed", type=click.IntRange(0))
@pass_settings
def compare_command(
    settings: Settings,
    /,
    names: tuple[str, ...],
    first: str,
    last: str,
    each_year: bool,
    by: str,
    view: str,
    pole: str | None,
    certain_dates: bool,
    permutations: int | None,
    seed: int | None,
) -> None:
    check_draws(permutations, least=1)
    ends = DateSpan.parse(first), DateSpan.parse(last)
    dates = yearly(*ends) if each_year else list(ends)
    store = open_store(settings.store_url, "read")
    try:
        number = store.actor(pole).id if pole else None
        lens = Lens(view=view, pole=number, certain_dates=certain_dates)
        with watched_draws(settings) as watch:
            found = compare(
                store, lens, dates, names, by=by, permutations=permutations, seed=seed, watch=watch
            )
    finally:
        store.close()
    print_results(settings, found.results, found.network.provenance, effective_seed(seed))
