"""Results on stdout, in the format asked for; numbers as the reader's language writes them."""

from __future__ import annotations

import csv
import io
import json
import shutil
import sys
import textwrap
import unicodedata
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from importlib.metadata import version
from itertools import zip_longest

import click

from maillage.cli.settings import Settings
from maillage.graph import numerals
from maillage.graph.languages import Language
from maillage.graph.left_out import LEFT_OUT_LABELS, NOTE_LABELS, ONE_LEFT_OUT, ONE_NOTED
from maillage.graph.network import Provenance

Cell = str | int | float | None
NARROWEST = 40
# Of the last column of a table, where names of files stand.
_LEAST_LAST = 12


def print_json(data: object) -> None:
    click.echo(json.dumps(data, ensure_ascii=False, indent=2, allow_nan=False))


def print_table(
    settings: Settings, headings: Sequence[str], rows: Sequence[Sequence[Cell]]
) -> None:
    """Aligned columns, or CSV. On a terminal, cells too wide for it go on below themselves."""
    if settings.format == "csv":
        sys.stdout.write(csv_text(headings, rows))
        return
    shown = [[number(cell, settings.lang) for cell in row] for row in rows]
    widths = [max(map(_width, column)) for column in zip(headings, *shown, strict=True)]
    right = [
        bool(rows) and all(not isinstance(row[column], str) for row in rows)
        for column in range(len(headings))
    ]
    heads = [list(headings)]
    if sys.stdout.isatty() and _total(widths) > _terminal_width():
        widths = _fitted(widths, [*heads, *shown])
        heads, shown = _folded(heads, widths), _folded(shown, widths)
    for line in (*heads, ["─" * width for width in widths], *shown):
        cells = [_pad(*item) for item in zip(line, widths, right, strict=True)]
        click.echo("  ".join(cells).rstrip())


def print_lines(text: str, margin: str) -> None:
    """Broken between words where a terminal would break them anywhere; whole in a pipe."""
    if not sys.stdout.isatty():
        click.echo(margin + text)
        return
    after = f"{margin}  "
    for line in textwrap.wrap(
        text,
        _terminal_width(),
        initial_indent=margin,
        subsequent_indent=after,
        break_on_hyphens=False,
    ):
        click.echo(line)


def _terminal_width() -> int:
    return max(shutil.get_terminal_size().columns, NARROWEST)


def _total(widths: Sequence[int]) -> int:
    return sum(widths) + 2 * (len(widths) - 1)


def _fitted(widths: Sequence[int], rows: Sequence[Sequence[str]]) -> list[int]:
    """Narrower columns, the widest first, as far as the terminal asks and no word is broken; then
    the last one, whose words are."""
    fitted = list(widths)
    least = [max(map(_longest_word, column)) for column in zip(*rows, strict=True)]
    while _total(fitted) > _terminal_width():
        wide = [place for place, width in enumerate(fitted) if width > least[place]]
        if not wide:
            too_much = _total(fitted) - _terminal_width()
            fitted[-1] = max(fitted[-1] - too_much, min(fitted[-1], _LEAST_LAST))
            break
        fitted[max(wide, key=fitted.__getitem__)] -= 1
    return fitted


def _longest_word(text: str) -> int:
    return max(map(_width, text.split(" ")))


def _folded(rows: Sequence[Sequence[str]], widths: Sequence[int]) -> list[list[str]]:
    """Rows of lines, each cell going on below itself."""
    wrapped = (
        [
            textwrap.wrap(cell, width, break_on_hyphens=_longest_word(cell) > width)
            for cell, width in zip(row, widths, strict=True)
        ]
        for row in rows
    )
    return [list(line) for cells in wrapped for line in zip_longest(*cells, fillvalue="")]


def csv_text(headings: Sequence[str], rows: Sequence[Sequence[Cell]]) -> str:
    out = io.StringIO()
    csv.writer(out).writerows([headings, *([_raw(cell) for cell in row] for row in rows)])
    return out.getvalue()


def number(value: Cell, language: Language) -> str:
    """`0,20` in French, `0.20` in English; what is undefined is a dash."""
    if value is None:
        return "–"
    if isinstance(value, str):
        return value
    return numerals.number(value, language)


def index(value: float | None, language: Language) -> str:
    """An index, which may be of either sign: `+0,20`, `−0,31`."""
    return "–" if value is None else numerals.signed(value, language)


def provenance(source: Provenance, seed: int | None) -> dict[str, object]:
    """What makes a figure repeatable."""
    return {
        "version": version("maillage"),
        **source.origin,
        "view": source.view or None,
        "filters": dict(source.filters),
        "left_out": {"nodes": dict(source.left_out_nodes), "ties": dict(source.left_out_ties)},
        "notes": list(source.notes),
        "seed": seed,
        "generated_at": datetime.now(UTC).isoformat(timespec="seconds"),
    }


def left_out(source: Provenance, settings: Settings) -> str:
    """What a view does not hold, in words: « 135 lieux, groupes et pôles, 59 collectifs… »."""
    # The same reason may hold of nodes and of ties.
    return ", ".join(
        filter(
            None,
            (
                left_out_words(source.left_out_nodes, settings),
                left_out_words(source.left_out_ties, settings),
            ),
        )
    )


def left_out_words(counts: Mapping[str, int], settings: Settings) -> str:
    return ", ".join(
        f"{number(count, settings.lang)} {_reason(reason, count, settings)}"
        for reason, count in counts.items()
    )


def view_notes(source: Provenance, settings: Settings) -> list[str]:
    """What a view says of itself: « 46 liens qui ont une date de fin, gardés… »."""
    said = []
    for note in source.notes:
        code, _, values = note.partition(":")
        actor, _, count = values.rpartition(":")
        labels = ONE_NOTED if count == "1" and code in ONE_NOTED else NOTE_LABELS
        label = labels[code].text(settings.lang)
        said.append(" ".join(filter(None, (f"{actor} ({count})" if actor else count, label))))
    return said


def _reason(reason: str, count: int, settings: Settings) -> str:
    words = ONE_LEFT_OUT if count == 1 else LEFT_OUT_LABELS
    return words[reason].text(settings.lang) if reason in words else reason


def _raw(cell: Cell) -> str | int | float:
    """A cell that no spreadsheet will run as a formula."""
    if cell is None:
        return ""
    if isinstance(cell, str) and cell[:1] in ("=", "+", "-", "@", "\t", "\r"):
        return f"'{cell}"
    return cell


def _width(text: str) -> int:
    return sum(0 if unicodedata.combining(char) else 1 for char in text)


def _pad(text: str, width: int, right: object) -> str:
    space = " " * (width - _width(text))
    return space + text if right else text + space
