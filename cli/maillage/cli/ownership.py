"""`maillage ownership`: who owns and who controls, on the store or on two plain files."""

from __future__ import annotations

from pathlib import Path
from typing import TypedDict, Unpack

import click

from maillage.cli.measure_names import check_names
from maillage.cli.opening import existing_store
from maillage.cli.ownership_table import print_firms, print_owner
from maillage.cli.results import print_account, print_results
from maillage.cli.settings import Settings, pass_settings
from maillage.cli.whom import actor_id, pole_id
from maillage.graph.errors import InvalidInput
from maillage.graph.measures.entry import Mode
from maillage.graph.measures.ownership.files import read_holdings
from maillage.graph.measures.ownership.holdings import Holdings
from maillage.graph.measures.ownership.registry import measure_ownership
from maillage.graph.measures.result import Result

REFUSED = 1
EXISTING = click.Path(dir_okay=False, path_type=Path)


class Asked(TypedDict):
    """The options, as click hands them over."""

    holdings: Path | None
    nodes: Path | None
    owner: str | None
    at: str | None
    pole: str | None
    certain_dates: bool


@click.command()
@click.argument("names", nargs=-1, metavar="[NAME]...")
@click.option("--holdings", type=EXISTING)
@click.option("--nodes", type=EXISTING)
@click.option("--owner", metavar="ACTOR")
@click.option("--at", metavar="DATE")
@click.option("--pole", metavar="POLE")
@click.option("--certain-dates", is_flag=True)
@pass_settings
def ownership_command(
    settings: Settings, /, names: tuple[str, ...], **asked: Unpack[Asked]
) -> int | None:
    check_names(names, Mode.OWNERSHIP)
    owner = asked["owner"]
    if asked["holdings"] or asked["nodes"]:
        holdings = _from_files(settings, asked)
        owner = owner and holdings.node(owner)
    else:
        holdings, owner = _from_store(settings, asked)
    results = measure_ownership(holdings, names or None, owner=owner)
    if settings.format != "table" or names:
        print_results(settings, results, holdings.provenance, None)
    else:
        if owner is None:
            print_firms(settings, holdings, results)
        else:
            print_owner(settings, holdings, owner, results)
        print_account(settings, holdings.provenance)
    _tell_rings(settings, holdings, results)
    if not holdings.size:
        settings.say("Aucune participation dont la part est connue.", "No holding of known share.")
    for fault in holdings.faults:
        click.echo(fault.text(settings.lang), err=True)
    return REFUSED if holdings.faults else None


def _from_files(settings: Settings, asked: Asked) -> Holdings:
    if asked["holdings"] is None or asked["nodes"] is None:
        raise InvalidInput("holdings_and_nodes")
    said = {"--store": settings.store, "--at": asked["at"], "--pole": asked["pole"]}
    for option, value in {**said, "--certain-dates": asked["certain_dates"]}.items():
        if value:
            raise InvalidInput("option_of_store", option=option)
    return read_holdings(asked["holdings"], asked["nodes"])


def _from_store(settings: Settings, asked: Asked) -> tuple[Holdings, str | None]:
    """The holdings, and the owner by the id that it has now."""
    with existing_store(settings) as store:
        owner = actor_id(store, asked["owner"])
        pole = pole_id(store, asked["pole"])
        shown = store.holdings(at=asked["at"], pole=pole, certain_dates=asked["certain_dates"])
        return shown, owner


def _tell_rings(settings: Settings, holdings: Holdings, results: list[Result]) -> None:
    """Each ring that owns itself wholly, or so nearly that rounding is the difference, once."""
    for ring in sorted({ring for result in results for ring in result.singular_rings}):
        firms, whole = ", ".join(ring), _is_exact(holdings, ring)
        fr, en = ("", "") if whole else (" (à un milliardième près)", " (to within a billionth)")
        if len(ring) == 1:
            settings.say(
                f"{firms} se détient entièrement elle-même{fr}\u202f: ce qui en dépend n’a pas de "
                "valeur.",
                f"{firms} owns itself wholly{en}: what depends on it has no value.",
            )
        else:
            settings.say(
                f"Anneau fermé\u202f: {firms} se détiennent entièrement entre elles{fr}\u202f; ce "
                "qui en dépend n’a pas de valeur.",
                f"Closed ring: {firms} wholly own each other{en}; what depends on them has no "
                "value.",
            )


def _is_exact(holdings: Holdings, ring: tuple[str, ...]) -> bool:
    """Whether the firms of a ring hold all of each other, to the last decimal."""
    inside = {holdings.index[firm] for firm in ring}
    ends = zip(holdings.owner.tolist(), holdings.owned.tolist(), holdings.share, strict=True)
    held = sum(share for owner, owned, share in ends if {owner, owned} <= inside)
    return held == len(ring)
