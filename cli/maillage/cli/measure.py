"""`maillage measure`: the measures of a view of the store, or of two plain files."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import TypedDict, Unpack

import click

from maillage.cli.output import (
    Cell,
    left_out,
    number,
    print_json,
    print_table,
    provenance,
    view_notes,
)
from maillage.cli.settings import Settings, pass_settings
from maillage.graph.errors import InvalidInput
from maillage.graph.measures.registry import ONE_MODE, measure
from maillage.graph.measures.result import Result, plain
from maillage.graph.network import Network
from maillage.graph.projection import Projection
from maillage.graph.stores import open_store

DEFAULT_PARTITION = "sector"
MOST_PERMUTATIONS = 1_000_000
SHOWN_ITEMS = 8
SHOWN_CHARACTERS = 60

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
    weighted: bool
    groups: str | None


@click.command()
@click.argument("names", nargs=-1, metavar="[NAME]...")
@click.option("--by", metavar="PARTITION", help="sector, public_private, family, departement…")
@click.option("--view", default="cooperation", show_default=True)
@click.option("--at", metavar="DATE")
@click.option("--pole", metavar="ID")
@click.option("--projection", type=click.Choice(["newman", "count", "none"]), default="newman")
@click.option("--weights", metavar="TIER=W,…")
@click.option("--certain-dates", is_flag=True)
@click.option("--directed", is_flag=True)
@click.option("--permutations", type=click.IntRange(1, MOST_PERMUTATIONS))
@click.option("--seed", type=click.IntRange(0))
@click.option("--nodes", type=EXISTING, help="CSV, Parquet")
@click.option("--edges", type=EXISTING, help="CSV, Parquet: source,target[,weight]")
@click.option("--weighted", is_flag=True)
@click.option("--groups", metavar="A,B,…")
@pass_settings
def measure_command(settings: Settings, /, names: tuple[str, ...], **asked: Unpack[Asked]) -> None:
    network = (
        _from_files(asked) if asked["nodes"] or asked["edges"] else _from_store(settings, asked)
    )
    results = measure(
        network,
        names or None,
        by=_partition(asked, names),
        weighted=bool(asked["weighted"] or asked["weights"]),
        permutations=asked["permutations"],
        seed=asked["seed"],
        groups=_groups(asked["groups"]),
    )
    if settings.format == "json":
        print_json(
            {
                "results": [result.to_json() for result in results],
                "provenance": provenance(network.provenance, asked["seed"]),
            }
        )
        return
    _print_results(settings, results)
    _print_account(settings, network)


def _from_files(asked: Asked) -> Network:
    nodes, edges = asked["nodes"], asked["edges"]
    if nodes is None or edges is None:
        raise InvalidInput("nodes_and_edges")
    return Network.read_csv(nodes, edges, directed=asked["directed"], weighted=asked["weighted"])


def _from_store(settings: Settings, asked: Asked) -> Network:
    store = open_store(settings.store_url, "read")
    try:
        return store.network(
            view=asked["view"],
            at=asked["at"],
            pole=asked["pole"],
            projection=asked["projection"],
            weights=parse_weights(asked["weights"] or ""),
            certain_dates=asked["certain_dates"],
            directed=asked["directed"],
        )
    finally:
        store.close()


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


def _groups(text: str | None) -> list[str] | None:
    return None if text is None else [group.strip() for group in text.split(",")]


def _print_results(settings: Settings, results: Sequence[Result]) -> None:
    headings = (
        ("mesure", "variante", "valeur", "attendu", "de", "à", "p", "liens", "n")
        if settings.lang == "fr" and settings.format != "csv"  # programs read English names
        else ("measure", "variant", "value", "expected", "from", "to", "p", "ties", "n")
    )
    rows: list[tuple[Cell, ...]] = []
    for result in results:
        low, high = (result.interval.low, result.interval.high) if result.interval else (None, None)
        value = raw(result) if settings.format == "csv" else shown(result, settings)
        given = (value, result.expected, low, high, result.p, result.ties, result.n)
        rows.append((result.measure, result.variant, *given))
    print_table(settings, headings, rows)


def raw(result: Result) -> Cell:
    """A value as a program reads it: a number whole, anything else as JSON, blank if none."""
    value = plain(result.value)
    if value is None or isinstance(value, int | float):
        return value
    return json.dumps(value, ensure_ascii=False)


def shown(result: Result, settings: Settings) -> str:
    """A value in one line: a number, or the first items of what is not one."""
    if result.reason:
        return f"– ({result.reason})"
    value = plain(result.value)
    if isinstance(value, int | float):
        return number(value, settings.lang)
    if isinstance(value, dict):
        items = [f"{key}={_item(item, settings)}" for key, item in value.items()]
    else:
        items = [_item(item, settings) for item in value] if isinstance(value, list) else []
    more = f" … ({len(items)})" if len(items) > SHOWN_ITEMS else ""
    return " ".join(items[:SHOWN_ITEMS]) + more


def _item(value: object, settings: Settings) -> str:
    if isinstance(value, int | float):
        return number(value, settings.lang)
    text = "–" if value is None else str(value)
    return text if len(text) <= SHOWN_CHARACTERS else text[: SHOWN_CHARACTERS - 1] + "…"


def _print_account(settings: Settings, network: Network) -> None:
    source = network.provenance
    if source.view:
        settings.say(f"Vue\u202f: {source.view}", f"View: {source.view}")
    if left := left_out(source, settings):
        settings.say(f"Laissés hors\u202f: {left}", f"Left out: {left}")
    for note in view_notes(source, settings):
        settings.say(f"Note\u202f: {note}", f"Note: {note}")
