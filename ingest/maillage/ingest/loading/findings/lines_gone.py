"""Lines of a load that are no longer in the mended copy that takes its place: they no longer count.

A line is in the copy if one of the same cells is, or else one where it stood. Where that is, the
nearest lines above and below that kept their cells tell; if lines between them were put in or taken
out, so that the two tell differently, half of its cells must be the same.
"""

from __future__ import annotations

from bisect import bisect
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from maillage.graph.model import Record
from maillage.graph.port import Store
from maillage.graph.wording import count
from maillage.ingest.loading.copies import sheet_in_copy
from maillage.ingest.loading.report import Fate, Report
from maillage.ingest.problems import Problem

# (sheet, line)
Place = tuple[str, int]
# Of each record of a line, heading and text; nothing if they are not known.
Cells = tuple[tuple[tuple[str, str], ...], ...]
Lines = dict[Place, Cells]
# By sheet, from the top down: a line of the copy, and how far it is below where it stood.
Shifts = dict[str, list[tuple[int, int]]]
_FATE = (
    "n’est plus dans cette copie\u202f: elle ne comptera plus",
    "ne sont plus dans cette copie\u202f: elles ne compteront plus",
    "is no longer in this copy: it will no longer count",
    "are no longer in this copy: they will no longer count",
)


def lines_gone(records: Iterable[Record], report: Report, store: Store) -> Iterator[Problem]:
    """What there is to say of them, if a load takes the place of another and lacks any."""
    if not report.replaces:
        return
    gone = len(_gone(_told(store.records_of(report.replaces)), _refused(report) | _told(records)))
    if gone:
        yield Problem.of(
            "copy_lacks_lines",
            replaced=report.replaces,
            lines=count(("1 ligne", "{n} lignes", "1 line", "{n} lines"), gone),
            fate=count(_FATE, gone),
        )


def _told(records: Iterable[Record]) -> Lines:
    told: Lines = {}
    for record in records:
        place = sheet_in_copy(record.sheet), record.line
        told[place] = (*told.get(place, ()), tuple(sorted(record.cells.items())))
    return told


def _refused(report: Report) -> Lines:
    """A line of the copy that is refused is in it: of that, the report speaks."""
    cells = report.refused_cells
    return {
        place: (tuple(sorted(cells[place].items())),) if place in cells else ()
        for place, fate in report.notable.items()
        if fate is Fate.REFUSED
    }


def _gone(before: Lines, now: Lines) -> set[Place]:
    kept = _kept(before, now)
    missing = before.keys() - kept.keys()
    shifts = _shifts(kept, before, now)
    for place in sorted(now.keys() - kept.values()):
        stood = _where_it_stood(place, shifts)
        sure = len(stood) == 1
        likely = (at for at in sorted(stood & missing) if sure or _resemble(before[at], now[place]))
        missing -= {next(likely, None)}
    return missing


def _kept(before: Lines, now: Lines) -> dict[Place, Place]:
    """Where lines that kept their cells stood, and where they stand."""
    alike: dict[Cells, list[Place]] = defaultdict(list)
    for place in sorted(now, reverse=True):
        alike[now[place]].append(place)
    return {place: same.pop() for place in sorted(before) if (same := alike.get(before[place]))}


def _shifts(kept: Mapping[Place, Place], before: Lines, now: Lines) -> Shifts:
    """Of the lines that kept their cells, after the top and before the end."""
    stood, stand = dict(sorted(before)), dict(sorted(now))  # the last line of each sheet
    shifts: Shifts = {sheet: [(0, 0)] for sheet in stand}
    for (_, line), (sheet, at) in sorted(kept.items(), key=lambda pair: pair[1]):
        shifts[sheet].append((at, at - line))
    for sheet, last in stand.items():
        shifts[sheet].append((last + 1, last - stood.get(sheet, last)))
    return shifts


def _where_it_stood(place: Place, shifts: Shifts) -> set[Place]:
    """By the nearest line above that kept its cells, and by the nearest below."""
    sheet, line = place
    below = bisect(shifts[sheet], (line, 0))
    return {(sheet, line - shift) for _, shift in shifts[sheet][below - 1 : below + 1]}


def _resemble(before: Cells, now: Cells) -> bool:
    if not now:
        return True
    one, other = set(before[0]), set(now[0])
    return 2 * len(one & other) >= max(len(one), len(other))
