"""What a sheet shows and the texts of its cells do not say: rows that are hidden or struck out,
comments. Colours are no sign of anything by themselves: nothing is said of them."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from maillage.graph.vocabulary import Label
from maillage.graph.wording import count
from maillage.ingest.problems import Problem
from maillage.ingest.tables.xlsx_grid import Grid

_SHOWN = 10
_HIDDEN = (
    "1 ligne masquée ou filtrée est lue comme les autres (ligne {places})",
    "{n} lignes masquées ou filtrées sont lues comme les autres (lignes {places})",
    "1 hidden or filtered row is read as the others are (row {places})",
    "{n} hidden or filtered rows are read as the others are (rows {places})",
)
_STRUCK = (
    "1 ligne où un texte est barré est lue comme les autres (ligne {places})",
    "{n} lignes où un texte est barré sont lues comme les autres (lignes {places})",
    "1 row with a text struck out is read as the others are (row {places})",
    "{n} rows with a text struck out are read as the others are (rows {places})",
)
_COMMENTED = (
    "1 commentaire de cellule n’est pas lu ({places})",
    "{n} commentaires de cellules ne sont pas lus ({places})",
    "1 comment on a cell is not read ({places})",
    "{n} comments on cells are not read ({places})",
)


def unsaid(grid: Grid, head: int) -> Iterator[Problem]:
    """Of the rows below `head`, counted from 0; of comments wherever they are."""
    if hidden := _lines(grid.hidden_rows, head):
        yield Problem.of("rows_hidden", sheet=grid.name, rows=_told(_HIDDEN, hidden))
    if struck := _lines(grid.struck_rows, head):
        yield Problem.of("rows_struck", sheet=grid.name, rows=_told(_STRUCK, struck))
    if grid.commented:
        said = _told(_COMMENTED, grid.commented)
        yield Problem.of("comments_not_read", sheet=grid.name, comments=said)


def _lines(rows: Collection[int], head: int) -> list[str]:
    return [str(number + 1) for number in sorted(rows) if number > head]


def _told(forms: tuple[str, str, str, str], places: Sequence[str]) -> Label:
    shown = ", ".join(places[:_SHOWN]) + ("…" if places[_SHOWN:] else "")
    return count(forms, len(places), places=shown)
