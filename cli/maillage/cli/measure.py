"""`maillage measure`: the measures of a view of the store, or of plain files.

What is asked for says the mode: two dates (`--before --after`), two modes (`--top`, the view
`affiliation`), or organisations and their ties.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TypedDict, Unpack

import click
from click.core import ParameterSource

from maillage.cli.draws import watched_draws
from maillage.cli.measure_names import check_names
from maillage.cli.opening import existing_store
from maillage.cli.results import print_results
from maillage.cli.settings import Settings, pass_settings
from maillage.cli.whom import pole_id
from maillage.graph.errors import InvalidInput
from maillage.graph.measures.chance import check_draws
from maillage.graph.measures.entry import Mode
from maillage.graph.measures.modes import measure_two_modes
from maillage.graph.measures.recoding import over_tier_weights
from maillage.graph.measures.registry import ONE_MODE, measure
from maillage.graph.measures.result import Result
from maillage.graph.measures.series import Dated, measure_series
from maillage.graph.measures.study import Watch, effective_seed
from maillage.graph.network import Network, Provenance
from maillage.graph.projection import Projection

DEFAULT_PARTITION = "sector"
TWO_MODE_VIEW = "affiliation"
# How that view tells its modes apart, and which of them are rows.
MODE_COLUMN, ROWS, MODES = "mode", "gathering", ("gathering", "organisation")

OF_A_STORE = ("view", "at", "pole", "projection", "weights", "certain_dates")

EXISTING = click.Path(dir_okay=False, path_type=Path)


class Asked(TypedDict):
    """The options, as click hands them over."""

    by: str | None
    view: str
    at: str | None
    pole: str | None
    projection: Projection
    weights: str | None
    certain_dates: bool
    directed: bool
    permutations: int | None
    seed: int | None
    nodes: Path | None
    edges: Path | None
    before: Path | None
    after: Path | None
    top: str | None
    reach: str | None
    weighted: bool
    groups: str | None


@click.command()
@click.argument("names", nargs=-1, metavar="[NAME]...")
@click.option("--by", metavar="PARTITION")
@click.option("--view", default="cooperation", show_default=True)
@click.option("--at", metavar="DATE")
@click.option("--pole", metavar="POLE")
@click.option("--projection", type=click.Choice(["newman", "count", "none"]), default="newman")
@click.option("--weights", metavar="TIER=W,…")
@click.option("--certain-dates", is_flag=True)
@click.option("--directed", is_flag=True)
@click.option("--permutations", type=int, metavar="N")
@click.option("--seed", type=click.IntRange(0))
@click.option("--nodes", type=EXISTING)
@click.option("--edges", type=EXISTING)
@click.option("--before", type=EXISTING)
@click.option("--after", type=EXISTING)
@click.option("--top", metavar="GROUP")
@click.option("--reach", metavar="PARTITION")
@click.option("--weighted", is_flag=True)
@click.option("--groups", metavar="A,B,…")
@pass_settings
def measure_command(settings: Settings, /, names: tuple[str, ...], **asked: Unpack[Asked]) -> None:
    check_draws(asked["permutations"], least=1)
    check_options(click.get_current_context(), asked)
    check_names(names, *_modes(names, asked))
    with watched_draws(settings) as watch:
        results, source = _measured(settings, names, asked, watch)
    print_results(settings, results, source, effective_seed(asked["seed"]))


def check_options(context: click.Context, asked: Asked) -> None:
    """Files have no views, dates or poles: what cannot be heard is not passed over."""
    if not any(asked[name] for name in ("nodes", "edges", "before", "after")):
        return
    for name in OF_A_STORE:
        if context.get_parameter_source(name) is ParameterSource.COMMANDLINE:
            raise InvalidInput("option_of_store", option=f"--{name.replace('_', '-')}")


def _modes(names: Sequence[str], asked: Asked) -> tuple[Mode, ...]:
    """Of which modes measures can be taken of what is asked."""
    if asked["before"] or asked["after"]:
        return (Mode.ONE, Mode.DATES)
    return (Mode.TWO,) if _is_two_mode(names, asked) else (Mode.ONE,)


def _measured(
    settings: Settings, names: Sequence[str], asked: Asked, watch: Watch
) -> tuple[list[Result], Provenance]:
    if asked["before"] or asked["after"]:
        return _two_dates(names, asked, watch)
    network = (
        _from_files(asked) if asked["nodes"] or asked["edges"] else _from_store(settings, asked)
    )
    if _is_two_mode(names, asked):
        return _two_modes(network, names, asked, watch), network.provenance
    return _one_mode(settings, network, names, asked, watch), network.provenance


def _one_mode(
    settings: Settings, network: Network, names: Sequence[str], asked: Asked, watch: Watch
) -> list[Result]:
    take = partial(
        measure,
        by=_partition(asked, names),
        weighted=bool(asked["weighted"] or asked["weights"]),
        seed=asked["seed"],
        groups=_groups(asked["groups"]),
    )
    found = take(network, names or None, permutations=asked["permutations"], watch=watch)
    if not asked["weights"] or asked["nodes"]:
        return found

    def again(weights: Mapping[str, float], measures: Sequence[str]) -> list[Result]:
        return take(_from_store(settings, asked, weights), measures, permutations=0)

    return over_tier_weights(found, parse_weights(asked["weights"]), again)


def _two_modes(network: Network, names: Sequence[str], asked: Asked, watch: Watch) -> list[Result]:
    by, reach, top, groups = asked["by"], asked["reach"], asked["top"], _groups(asked["groups"])
    if asked["directed"]:
        raise InvalidInput("directed_two_modes")
    if top is None:
        # The view knows its modes: the partition asked for is that of the members.
        by, reach, top, groups = MODE_COLUMN, reach or by or DEFAULT_PARTITION, ROWS, MODES
    elif by is None:
        raise InvalidInput("top_without_by")
    return measure_two_modes(
        network,
        names or None,
        by=by,
        top=top,
        reach=reach,
        groups=groups,
        permutations=asked["permutations"],
        seed=asked["seed"],
        watch=watch,
    )


def _is_two_mode(names: Sequence[str], asked: Asked) -> bool:
    """The two-mode view, unless measures of one mode are asked of it by their names."""
    in_view = asked["view"] == TWO_MODE_VIEW and not asked["nodes"]
    return asked["top"] is not None or (in_view and not any(name in ONE_MODE for name in names))


def _two_dates(names: Sequence[str], asked: Asked, watch: Watch) -> tuple[list[Result], Provenance]:
    nodes, first, second = asked["nodes"], asked["before"], asked["after"]
    if nodes is None or first is None or second is None or asked["edges"]:
        raise InvalidInput("nodes_before_after")
    dates = [
        Dated(
            at,
            Network.read_csv(nodes, edges, directed=asked["directed"], weighted=asked["weighted"]),
        )
        for at, edges in (("before", first), ("after", second))
    ]
    results = measure_series(
        dates,
        names,
        by=asked["by"],
        weighted=asked["weighted"],
        permutations=asked["permutations"],
        seed=asked["seed"],
        watch=watch,
    )
    before, after = (date.network.provenance for date in dates)
    return results, _origin_of_both(before, after)


def _origin_of_both(before: Provenance, after: Provenance) -> Provenance:
    """The node list once, and the list of ties of each date."""
    renamed = {
        key.replace("edges", date): text
        for date, source in (("before", before), ("after", after))
        for key, text in source.origin.items()
    }
    return replace(after, origin=renamed)


def _from_files(asked: Asked) -> Network:
    nodes, edges = asked["nodes"], asked["edges"]
    if nodes is None or edges is None:
        raise InvalidInput("nodes_and_edges")
    return Network.read_csv(nodes, edges, directed=asked["directed"], weighted=asked["weighted"])


def _from_store(
    settings: Settings, asked: Asked, weights: Mapping[str, float] | None = None
) -> Network:
    with existing_store(settings) as store:
        return store.network(
            view=asked["view"],
            at=asked["at"],
            pole=pole_id(store, asked["pole"]),
            projection=asked["projection"],
            weights=parse_weights(asked["weights"] or "") if weights is None else weights,
            certain_dates=asked["certain_dates"],
            directed=asked["directed"],
        )


def parse_weights(text: str) -> dict[str, float]:
    """`affiliation=1,means=2,capital=3`."""
    weights: dict[str, float] = {}
    for part in filter(None, text.split(",")):
        tier, _, value = part.partition("=")
        try:
            weights[tier.strip()] = float(value)
        except ValueError:
            raise InvalidInput(
                "invalid_value", what="--weights", value=part, expected="capital=3"
            ) from None
    return weights


def _partition(asked: Asked, names: Sequence[str]) -> str | None:
    """The partition asked for; else the default one of a store, where a measure needs one."""
    if asked["by"]:
        return asked["by"]
    if asked["nodes"]:
        return None
    needed = not names or any(ONE_MODE[name].needs_partition for name in names if name in ONE_MODE)
    return DEFAULT_PARTITION if needed else None


def _groups(text: str | None) -> Sequence[str] | None:
    return None if text is None else [group.strip() for group in text.split(",")]
