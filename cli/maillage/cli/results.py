"""Results of measures on stdout: a table to read, CSV or JSON for programs."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence

import click

from maillage.cli.output import (
    Cell,
    left_out,
    left_out_words,
    number,
    print_json,
    print_table,
    provenance,
    view_notes,
)
from maillage.cli.result_lines import result_lines
from maillage.cli.settings import Settings
from maillage.graph.measures.reasons import WARNINGS
from maillage.graph.measures.result import Result, plain
from maillage.graph.network import Provenance

# Names of measures that a warning names, before it only counts them.
MOST_NAMED = 4
# Columns of the CSV, which programs read.
_HEADINGS = (
    "measure", "variant", "value", "reason", "expected", "from", "to", "p", "se", "p_least",
    "draws", "seed", "warnings", "ties", "n", "at", "change",
)  # fmt: skip


def print_results(
    settings: Settings, results: Sequence[Result], source: Provenance, seed: int | None
) -> None:
    """The results and what they were made of, in the format asked for."""
    if settings.format == "json":
        shown = [result.to_json() for result in results]
        print_json({"results": shown, "provenance": provenance(source, seed)})
        return
    if settings.format == "csv":
        print_table(settings, _HEADINGS, [_row(result) for result in results])
    else:
        for line in result_lines(settings, results):
            click.echo(line)
    print_account(settings, source)
    _print_left_out(settings, results)
    _print_warnings(settings, results)


def _row(result: Result) -> tuple[Cell, ...]:
    interval = result.interval
    low, high = (interval.low, interval.high) if interval else (None, None)
    return (
        *(result.measure, result.variant, _raw(result), result.reason, result.expected, low, high),
        *(result.p, result.se, result.p_least, result.draws, result.seed),
        *(" ".join(result.warnings), result.ties, result.n, result.at or "", result.change),
    )


def _raw(result: Result) -> Cell:
    """A value as a program reads it: a number whole, anything else as JSON, blank if none."""
    value = plain(result.value)
    if value is None or isinstance(value, int | float):
        return value
    return json.dumps(value, ensure_ascii=False)


def print_account(settings: Settings, source: Provenance) -> None:
    if source.view:
        settings.say(f"Vue\u202f: {source.view}", f"View: {source.view}")
    if left := left_out(source, settings):
        settings.say(f"Laissés hors\u202f: {left}", f"Left out: {left}")
    for note in view_notes(source, settings):
        settings.say(f"Note\u202f: {note}", f"Note: {note}")


def _print_left_out(settings: Settings, results: Sequence[Result]) -> None:
    """What the partition or the two modes leave out besides, and ties of a node with itself."""
    counts: Counter[str] = Counter()
    for result in results:
        for reason, count in result.left_out.ties.items():
            counts[reason] = max(counts[reason], count)
        counts["self_ties"] = max(counts["self_ties"], result.self_ties_dropped)
        undecided = sum(result.left_out.nodes.values())
        counts["without_group"] = max(counts["without_group"], undecided)
    if said := left_out_words({key: count for key, count in counts.items() if count}, settings):
        settings.say(f"Hors de ces mesures\u202f: {said}", f"Left out of these measures: {said}")


def _print_warnings(settings: Settings, results: Sequence[Result]) -> None:
    for code, label in WARNINGS.items():
        named = list(dict.fromkeys(each.measure for each in results if code in each.warnings))
        if named:
            shown = ", ".join(named[:MOST_NAMED])
            if more := len(named) - MOST_NAMED if len(named) > MOST_NAMED else 0:
                count = number(more, settings.lang)
                shown += settings.text(f" et {count} autres", f" and {count} more")
            settings.say(f"Attention, {shown}\u202f: {label.fr}.", f"Beware, {shown}: {label.en}.")
