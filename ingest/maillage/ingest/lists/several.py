"""Several names in one cell with commas or « et » between them: « Val Horizon, Éole et Redon ».

Both stand inside many a name too (« Culture et Coopération »), so a cell is parted only where each
part is a name that is known, and the whole is none but of a cell that was read as one name before.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Sequence
from functools import cache, cached_property

from maillage.graph.folding import normalise
from maillage.graph.wording import apart, same
from maillage.ingest.lists.partner_part import parts_of
from maillage.ingest.problems import Problem

_BETWEEN = re.compile(r"\s*,\s*(?:(?:et|and|&)\s+)?|\s+(?:et|and|&)\s+", re.IGNORECASE)
# A longer cell tells a story.
_MOST_PARTS = 20


class KnownNames:
    """By which a cell is parted; the names are asked for when a cell needs them."""

    def __init__(
        self,
        in_network: Callable[[], Collection[str]] = tuple,
        in_file: Callable[[], Collection[str]] = tuple,
        only_in_cells: Callable[[str], bool] = lambda _: False,
    ) -> None:
        self._in_network, self._in_file = in_network, in_file
        # Whether a name of the network, folded, is that of a cell alone, which may have held
        # several. Many lines may hold the same cell, and each is evidence of that name.
        self._only_in_cells = cache(only_in_cells)

    def parted(self, text: str) -> tuple[str, ...]:
        """The names in a cell; the cell alone if it is one name, or if some part is unknown."""
        cuts = _cuts(text)
        if len(cuts) < 2:
            return (text,)
        parts = _most_names(text, cuts, self._known)
        whole = normalise(text)
        one = whole in self._network and not (parts and self._only_in_cells(whole))
        return (text,) if one or not parts else parts

    def doubtful(self, text: str) -> bool:
        """Whether what could not be parted looks like several names all the same: it has a comma,
        or a part of it is known."""
        cuts = _cuts(text)
        if len(cuts) < 2 or normalise(text) in self._network:
            return False
        return "," in text or any(normalise(text[slice(*cut)]) in self._known for cut in cuts)

    @cached_property
    def _network(self) -> frozenset[str]:
        return frozenset(map(normalise, self._in_network()))

    @cached_property
    def _known(self) -> frozenset[str]:
        return self._network.union(map(normalise, self._in_file()))


NO_NAMES = KnownNames()


def several(
    names: Sequence[str], known: KnownNames, column: str
) -> tuple[list[str], list[Problem]]:
    """The names of a column, those of one cell apart, and what there is to say of it."""
    found: list[str] = []
    said = []
    for given, (text, role, others) in zip(names, parts_of(names), strict=True):
        if others:
            said.append(Problem.of("partners_unnamed", column=column, value=others))
        if role:
            said.append(Problem.of("partner_role", column=column, value=given, name=text))
        if not text:
            continue
        parts = known.parted(text)
        found += parts
        if len(parts) > 1:
            read = apart([same(part) for part in parts])
            said.append(Problem.of("names_parted", column=column, value=text, read=read))
        elif known.doubtful(text):
            said.append(Problem.of("names_together", column=column, value=text))
    return found, said


def _cuts(text: str) -> list[tuple[int, int]]:
    """Where each part begins and ends, as many as can be."""
    between = list(_BETWEEN.finditer(text))
    starts = [0, *(one.end() for one in between)]
    ends = [*(one.start() for one in between), len(text)]
    cuts = [cut for cut in zip(starts, ends, strict=True) if cut[0] < cut[1]]
    return cuts if len(cuts) <= _MOST_PARTS else []


def _most_names(
    text: str, cuts: Sequence[tuple[int, int]], known: Collection[str]
) -> tuple[str, ...]:
    """The way to part a text into the most known names; none if there is no way."""
    best: list[tuple[str, ...] | None] = [(), *([None] * len(cuts))]
    for last in range(1, len(cuts) + 1):
        for first in range(last):
            before, name = best[first], text[cuts[first][0] : cuts[last - 1][1]]
            longest = best[last]
            if before is None or normalise(name) not in known:
                continue
            if longest is None or len(before) + 1 > len(longest):
                best[last] = (*before, name)
    found = best[-1] or ()
    return found if len(found) > 1 else ()
