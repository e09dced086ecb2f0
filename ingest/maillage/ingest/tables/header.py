"""Where a table starts and which of its lines are not rows: titles, totals, remarks, blanks."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from maillage.graph.folding import fold
from maillage.ingest.problems import Problem, ProblemLog, shown

IsKnown = Callable[[str], bool]
Leftover = Literal["", "blank", "totals_row", "note_row", "header_again"]

# Rows beginning otherwise are rows: a cheap test before the dear ones.
SUSPECT_FIRST = "TtSsNnMmGg*( \t\u00a0\u202f"

_TOTALS = re.compile(
    r"(?:(?:grand )?(?:total|totaux)|moyennes?|medianes?|average|mean)"
    r"(?: (?:general|generaux|global|de|du|des|d|par|[0-9]+)\b.*)?"
)
# « Sous-total Nord »: no organisation is named so, whatever follows.
_SUBTOTALS = re.compile(r"(?:sous |sub ?|s (?:s )?)(?:total|totaux)(?: .*)?")
_FIGURE = re.compile(r"[-+−(]?[0-9][0-9 .,\u00a0\u202f]*\)?\s*(?:%|€|k€|M€|euros?|etp)?", re.I)
# « 7 adhérents », in a line of totals.
_COUNTED = re.compile(r"[0-9][0-9 \u00a0\u202f]*[ \u00a0\u202f][^\W\d_]+")
_YEAR = re.compile(r"(?:19|20)[0-9]{2}")
_NOTE = re.compile(
    r"\(?\*|(?:sources?|nb|n\.b\.|nota(?: bene)?|notes?|remarques?|total des)\s*:"
    r"|mise? à jour|données (?:au|de)\b",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Header:
    """`width` counts the cells of the heading as written, `columns` those that are kept."""

    line: int
    last_line: int
    width: int
    columns: tuple[str, ...]


def nothing_known(_heading: str) -> bool:
    """Stands where no list has said which headings it knows."""
    return False


def best_header(rows: Sequence[Sequence[str]], is_known: IsKnown) -> tuple[int, int]:
    """(index, number of known headings) of the row that heads the table.

    The row with most known headings, the first of equals, or a second line of headings below it;
    where none is known, the first row as filled as the fullest: titles above a table fill one or
    two cells.
    """
    known = [sum(1 for cell in set(row) if cell.strip() and is_known(cell)) for row in rows]
    most = max(known, default=0)
    if most:
        index = known.index(most)
        below = index + 1
        return (below if _is_second_line(rows[index : below + 1], is_known) else index), most
    filled = [sum(1 for cell in row if cell.strip()) for row in rows]
    fullest = max(filled, default=0)
    return next((i for i, n in enumerate(filled) if n * 2 > fullest), 0), 0


def head_of_table(rows: Sequence[Sequence[str]], is_known: IsKnown) -> list[str]:
    """The headings of a whole table, with a line of its own below them; none if there is none.

    >>> head_of_table([["Liste"], ["Nom", "Ville"], ["A", "Die"]], {"Nom", "Ville"}.__contains__)
    ['Nom', 'Ville']
    """
    head: list[str] = []
    for row in rows:
        filled = [cell.strip() for cell in row if cell.strip()]
        if len(filled) > 1 and all(map(is_known, filled)):
            head = head or filled
        elif head and len(filled) > 1:
            return head
    return []


def headings_at(rows: Sequence[Sequence[str]], index: int, is_known: IsKnown) -> list[str]:
    """The headings of the row at this place: « 2012 » below « ETP » is « ETP 2012 »."""
    cells = list(rows[index])
    two = rows[index - 1 : index + 1]
    if index == 0 or not _is_second_line(two, is_known):
        return cells
    above, group = two[0], ""
    for place, cell in enumerate(cells):
        own = above[place].strip() if place < len(above) else ""
        group = own or group
        if not cell.strip():
            cells[place] = own
        elif _YEAR.fullmatch(cell.strip()):
            cells[place] = f"{group} {cell.strip()}".strip()
    return cells


def _is_second_line(two: Sequence[Sequence[str]], is_known: IsKnown) -> bool:
    """Whether the second of two rows heads what the first groups: it holds headings and years
    alone, some of them where the first is blank."""
    if len(two) < 2:
        return False
    above, below = two
    filled = [(place, cell.strip()) for place, cell in enumerate(below) if cell.strip()]
    words = [cell for _, cell in filled if not _YEAR.fullmatch(cell)]
    grouped = any(place >= len(above) or not above[place].strip() for place, _ in filled)
    heads = sum(1 for cell in above if cell.strip() and is_known(cell))
    return heads > 1 and grouped and len(words) > 1 and all(map(is_known, words))


def name_columns(
    cells: Sequence[str],
    sample: Sequence[Sequence[str]],
    *,
    sheet: str,
    line: int,
    log: ProblemLog,
    label: Callable[[int], str] = str,
) -> tuple[str, ...]:
    """Unique headings; columns without one are dropped at the end if the sample is blank there.

    `label` says how the file counts its columns, from 1: by numbers or by letters.
    """
    headings = [" ".join(shown(cell, 200).split()) for cell in cells]
    used = max((_last_filled(row) for row in sample), default=0)
    while len(headings) > max(used, 1) and not headings[-1]:
        headings.pop()
    columns = unique(
        heading or f"Colonne {label(position)}"
        for position, heading in enumerate(headings, start=1)
    )
    for position, (heading, name) in enumerate(zip(headings, columns, strict=True), start=1):
        if not heading and any(_filled_at(row, position) for row in sample):
            log.add(Problem.of("column_unnamed", sheet=sheet, row=line, column=name))
        if heading and name != heading:
            log.add(
                Problem.of("duplicate_header", sheet=sheet, row=line, column=name, value=heading,
                           renamed=name)
            )  # fmt: skip
    return columns


def unique(headings: Iterable[str]) -> tuple[str, ...]:
    """Those that stand twice are numbered.

    >>> unique(["Nom", "ETP", "Nom"])
    ('Nom', 'ETP', 'Nom (2)')
    """
    names: dict[str, None] = {}
    for heading in headings:
        names[_renamed(heading, names) if heading in names else heading] = None
    return tuple(names)


def leftover(cells: Sequence[str], columns: tuple[str, ...]) -> Leftover:
    """Whether a row is none: blank, the totals of the others, a remark, the heading once more."""
    filled = [cell for cell in cells if cell and not cell.isspace()]
    if not filled:
        return "blank"
    first = filled[0].strip()
    if is_total(first) and all(is_figure(cell) for cell in filled[1:]):
        return "totals_row"
    if len(filled) == 1 and len(columns) > 2 and is_note(first):
        return "note_row"
    return "header_again" if tuple(cell.strip() for cell in cells) == columns else ""


def is_total(text: str) -> bool:
    """Whether it heads what adds up the rest, as « Total général » does."""
    return bool(_TOTALS.fullmatch(fold(text[:80]))) or is_subtotal(text)


def is_subtotal(text: str) -> bool:
    """Whether it heads what adds up a part of the rest."""
    return bool(_SUBTOTALS.fullmatch(fold(text[:80])))


def is_figure(cell: str) -> bool:
    """Whether it is a number, with its unit or with what it counts."""
    text = cell.strip()
    return len(cell) <= 60 and bool(_FIGURE.fullmatch(text) or _COUNTED.fullmatch(text))


def is_note(text: str) -> bool:
    """Whether it begins as a remark on the table does: « Source : », « * », « Mise à jour »."""
    return bool(_NOTE.match(text))


def note_leftover(
    kind: Leftover, cells: Sequence[str], *, sheet: str, line: int, log: ProblemLog
) -> None:
    if kind and kind != "blank":
        first = next(cell for cell in cells if cell.strip())
        log.add(Problem.of(kind, sheet=sheet, row=line, value=first))


def _filled_at(row: Sequence[str], position: int) -> bool:
    return len(row) >= position and bool(row[position - 1].strip())


def _last_filled(row: Sequence[str]) -> int:
    return max((i for i, cell in enumerate(row, start=1) if cell.strip()), default=0)


def _renamed(name: str, taken: dict[str, None]) -> str:
    number = 2
    while f"{name} ({number})" in taken:
        number += 1
    return f"{name} ({number})"
