"""Results of measures to read: a name and its value on a line, what qualifies them on the next."""

from __future__ import annotations

import shutil
import textwrap
from collections.abc import Iterable, Iterator, Mapping, Sequence, Sized
from itertools import islice
from typing import cast

import numpy as np

from maillage.cli.output import Cell, number
from maillage.cli.settings import Settings
from maillage.graph.measures.reasons import REASONS
from maillage.graph.measures.result import (
    Bounds,
    Interval,
    Json,
    Keyed,
    Matrix,
    Result,
    plain,
)

INDENT, GAP = "    ", "  "
# Values stand side by side up to names of this length.
WIDEST_NAME, LEAST_VALUE = 40, 24
# A map of maps has a line for each of so many.
MOST_PARTS = 8
LONGEST_ITEM = 60
# A p that cannot fall below this is told with the least that it could be.
SMALL_P = 0.01


def result_lines(settings: Settings, results: Sequence[Result]) -> Iterator[str]:
    """The lines of a table that is as wide as the terminal."""
    screen = shutil.get_terminal_size().columns
    names = [_name(result) for result in results]
    dates = [result.at or "" for result in results]
    heads = (settings.text("date", "at"), settings.text("mesure", "measure"))
    when = _widest([*dates, heads[0]]) if any(dates) else 0
    wide = min(_widest([*names, heads[1]]), WIDEST_NAME)
    start = when + len(GAP) if when else 0
    left = max(screen - start - wide - len(GAP), LEAST_VALUE)
    value = settings.text("valeur", "value")
    for date, name, cell in ((*heads, value), ("─" * when, "─" * wide, "─" * len(value))):
        yield f"{(date if when else '').ljust(start)}{name.ljust(wide)}{GAP}{cell}"
    for date, name, result in zip(dates, names, results, strict=True):
        beside, parts = _told(settings, result, left, screen)
        yield f"{date.ljust(start)}{name.ljust(wide)}{GAP}{beside}".rstrip()
        for part in parts:
            yield _cut(INDENT + part, screen).replace("\u00a0", " ")
        yield from wrapped(_qualified(settings, result), screen)


def wrapped(parts: Iterable[str], width: int) -> Iterator[str]:
    """Parts after one another, indented, no part cut in two where it fits a line."""
    room = width - len(INDENT)
    text = " · ".join(part if len(part) > room else _together(part) for part in parts)
    for line in textwrap.wrap(
        text, width, initial_indent=INDENT, subsequent_indent=INDENT, break_on_hyphens=False
    ):
        yield line.replace("\u00a0", " ")


def _shown(settings: Settings, result: Result, width: int) -> str:
    """A value in one line: a number, or the first items of what is not one."""
    if result.reason:
        return f"– {REASONS[result.reason].text(settings.lang)} ({result.reason})"
    if isinstance(result.value, Matrix):
        return _size(settings, result.value)
    value = plain(result.value)
    if isinstance(value, int | float):
        return number(value, settings.lang)
    # Of a large network no more is written out than can be shown.
    foremost = _foremost(result.value, width) if isinstance(result.value, Keyed) else value
    items = _items(foremost, settings, most=width)
    text = " ".join(items) or "(0)"
    if len(text) <= width:
        return text
    count = f"… ({len(value) if isinstance(value, dict | list) else 1})"
    return text[: width - len(count)].rstrip() + count


def _size(settings: Settings, matrix: Matrix) -> str:
    """Of a table too large to be shown, how large, and where it is whole."""
    rows, columns = (
        number(len(names), settings.lang) for names in (matrix.rows or matrix.names, matrix.names)
    )
    return settings.text(
        f"tableau de {rows} × {columns}, entier avec --format json",
        f"table of {rows} × {columns}, whole with --format json",
    )


def _foremost(value: Keyed, most: int) -> dict[str, Json]:
    """The greatest numbers of a long map, those without a value last."""
    if len(value) <= MOST_PARTS or value.array.ndim > 1:
        return dict(islice(value.plain().items(), most))
    unknown = np.zeros(len(value), np.bool_) if value.why is None else value.why > 0
    order = np.lexsort((-value.array, unknown))[:most]
    return {value.names[k]: plain(value[value.names[k]]) for k in order.tolist()}


def _qualified(settings: Settings, result: Result) -> Iterator[str]:
    """What a value is compared with, how sure it is, and by which draws."""

    def told(value: float) -> str:
        return number(value, settings.lang)

    yield from _nulls(settings, result)
    if result.change is not None:
        yield settings.text("écart depuis la date précédente ", "change since the date before ") + (
            told(result.change)
        )
    if result.expected is not None:
        yield settings.text("attendu au hasard ", "expected by chance ") + told(result.expected)
    if result.interval is not None:
        yield _interval(settings, result.interval)
    if result.p is not None and result.se is not None:
        error = settings.text("erreur type", "standard error")
        yield f"p {told(result.p)} ({error} {told(result.se)})"
        if result.p_least is not None and result.p_least > SMALL_P:
            yield settings.text("au mieux ", "at best ") + told(result.p_least)
    if result.draws is not None:
        one = result.draws == 1
        words = settings.text("tirage" if one else "tirages", "draw" if one else "draws")
        yield f"{told(result.draws)} {words}"
    if result.seed is not None:
        yield f"{settings.text('graine', 'seed')} {result.seed}"
    if result.sensitivity is not None:
        yield _sensitivity(settings, result.sensitivity)


def _nulls(settings: Settings, result: Result) -> Iterator[str]:
    """Why few parts of a value have none; of the nodes of a network it would be too long."""
    if not isinstance(result.value, Sized) or len(result.value) > MOST_PARTS:
        return
    for code in dict.fromkeys(result.reasons.values()):
        keys = ", ".join(key for key, why in result.reasons.items() if why == code)
        said = REASONS[code].text(settings.lang)
        yield settings.text(f"{keys}\u202f: {said} ({code})", f"{keys}: {said} ({code})")


def _interval(settings: Settings, interval: Interval) -> str:
    low, high = (number(end, settings.lang) for end in (interval.low, interval.high))
    error = number(interval.se, settings.lang)
    return settings.text(
        f"à 95\u202f% de {low} à {high} (erreur type {error})",
        f"95% from {low} to {high} (standard error {error})",
    )


def _sensitivity(settings: Settings, told: Bounds) -> str:
    """What other weights of tiers would give."""
    low, high = (
        number(end, settings.lang) if isinstance(end, int | float) else "–"
        for end in (told.low, told.high)
    )
    return settings.text(
        f"de {low} à {high} si les niveaux pesaient autrement",
        f"from {low} to {high} if tiers weighed otherwise",
    )


def _name(result: Result) -> str:
    return f"{result.measure} {result.variant}".rstrip()


def _widest(texts: Sequence[str]) -> int:
    return max(map(len, texts), default=0)


def _told(settings: Settings, result: Result, width: int, screen: int) -> tuple[str, list[str]]:
    """What stands beside the name, or the lines below it of what few parts are too long for it."""
    beside = _shown(settings, result, width)
    if isinstance(result.value, Matrix):
        small = len(result.value.names) <= MOST_PARTS
        return "", list(_grid(settings, result.value)) if small else [beside]
    value = plain(result.value)
    if not isinstance(value, dict) or not 0 < len(value) <= MOST_PARTS:
        return beside, []
    if all(isinstance(part, dict) and part for part in value.values()):
        return "", [f"{key}: {' '.join(_items(part, settings))}" for key, part in value.items()]
    items = _items(value, settings)
    if len(" ".join(items)) <= width:
        return beside, []
    return "", textwrap.wrap(" ".join(map(_together, items)), screen - len(INDENT))


def _grid(settings: Settings, matrix: Matrix) -> Iterator[str]:
    """A small table as a table."""
    found = matrix.plain()
    rows, cells = matrix.rows or matrix.names, cast("list[list[Cell]]", found["matrix"])
    lines = [
        [row, *(number(cell, settings.lang) for cell in line)]
        for row, line in zip(rows, cells, strict=True)
    ]
    table = [["", *matrix.names], *lines]
    widths = [_widest(column) for column in zip(*table, strict=True)]
    for head, *line in table:
        told = [text.rjust(width) for text, width in zip(line, widths[1:], strict=True)]
        yield GAP.join([head.ljust(widths[0]), *told])


def _together(text: str) -> str:
    """What a line may not be broken within."""
    return text.replace(" ", "\u00a0")


def _cut(text: str, width: int) -> str:
    return text if len(text) <= width else text[: width - 1].rstrip() + "…"


def _items(value: object, settings: Settings, *, most: int | None = None) -> list[str]:
    if isinstance(value, Mapping):
        return [f"{key}={_item(item, settings)}" for key, item in islice(value.items(), most)]
    if isinstance(value, list):
        return [_item(item, settings) for item in islice(value, most)]
    return []


def _item(value: object, settings: Settings) -> str:
    if isinstance(value, int | float):
        return number(value, settings.lang)
    if isinstance(value, dict | list):
        text = f"({' '.join(_items(value, settings))})"
    else:
        text = "–" if value is None else str(value)
    return _cut(text, LONGEST_ITEM)
