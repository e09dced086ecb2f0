"""Results of measures on stdout: a table to read, CSV or JSON for programs."""

from __future__ import annotations

import json
from collections.abc import Sequence

from maillage.cli.output import (
    Cell,
    left_out,
    number,
    print_json,
    print_table,
    provenance,
    view_notes,
)
from maillage.cli.settings import Settings
from maillage.graph.measures.reasons import WARNINGS
from maillage.graph.measures.result import Result, plain
from maillage.graph.network import Provenance

SHOWN_ITEMS = 8
SHOWN_CHARACTERS = 60
SHOWN_WIDTH = 120
# Programs read the English ones.
_HEADINGS = (
    "at", "measure", "variant", "value", "expected", "from", "to", "p", "draws", "ties", "n",
)  # fmt: skip
_HEADINGS_FR = (
    "date", "mesure", "variante", "valeur", "attendu", "de", "à", "p", "tirages", "liens", "n",
)  # fmt: skip


def print_results(
    settings: Settings, results: Sequence[Result], source: Provenance, seed: int | None
) -> None:
    """The results and what they were made of, in the format asked for."""
    if settings.format == "json":
        shown = [result.to_json() for result in results]
        print_json({"results": shown, "provenance": provenance(source, seed)})
        return
    _print_table(settings, results)
    _print_sensitivity(settings, results)
    print_account(settings, source)
    if any("interrupted" in result.warnings for result in results):
        told = WARNINGS["interrupted"]
        settings.say(f"Attention\u202f: {told.fr}", f"Beware: {told.en}")


def _print_table(settings: Settings, results: Sequence[Result]) -> None:
    dated = any(result.at for result in results)
    names = _HEADINGS_FR if settings.lang == "fr" and settings.format != "csv" else _HEADINGS
    rows = [_row(settings, result) for result in results]
    # When, only where several dates are measured.
    start = 0 if dated else 1
    print_table(settings, names[start:], [row[start:] for row in rows])


def _row(settings: Settings, result: Result) -> tuple[Cell, ...]:
    interval = result.interval
    low, high = (interval.low, interval.high) if interval else (None, None)
    value = raw(result) if settings.format == "csv" else shown(result, settings)
    drawn = (result.p, result.draws)
    told = (value, result.expected, low, high, *drawn, result.ties, result.n)
    return (result.at or "", result.measure, result.variant, *told)


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
    items = _items(value, settings) or ["(0)"]
    text = " ".join(items[:SHOWN_ITEMS])
    if len(items) <= SHOWN_ITEMS and len(text) <= SHOWN_WIDTH:
        return text
    return f"{text[:SHOWN_WIDTH].rstrip()}… ({len(items)})"


def _items(value: object, settings: Settings) -> list[str]:
    if isinstance(value, dict):
        return [f"{key}={_item(item, settings)}" for key, item in value.items()]
    return [_item(item, settings) for item in value] if isinstance(value, list) else []


def _item(value: object, settings: Settings) -> str:
    if isinstance(value, int | float):
        return number(value, settings.lang)
    if isinstance(value, dict | list):
        text = f"({' '.join(_items(value, settings))})"
    else:
        text = "–" if value is None else str(value)
    return text if len(text) <= SHOWN_CHARACTERS else text[: SHOWN_CHARACTERS - 1] + "…"


def _print_sensitivity(settings: Settings, results: Sequence[Result]) -> None:
    """What other weights of tiers would give, where some were asked for."""
    for result in results:
        if result.sensitivity is not None:
            low, high = (
                number(end, settings.lang) if isinstance(end, int | float) else "–"
                for end in (result.sensitivity.low, result.sensitivity.high)
            )
            name = f"{result.measure} {result.variant}"
            settings.say(
                f"{name}\u202f: de {low} à {high} si les niveaux pesaient autrement",
                f"{name}: from {low} to {high} if tiers weighed otherwise",
            )


def print_account(settings: Settings, source: Provenance) -> None:
    if source.view:
        settings.say(f"Vue\u202f: {source.view}", f"View: {source.view}")
    if left := left_out(source, settings):
        settings.say(f"Laissés hors\u202f: {left}", f"Left out: {left}")
    for note in view_notes(source, settings):
        settings.say(f"Note\u202f: {note}", f"Note: {note}")
