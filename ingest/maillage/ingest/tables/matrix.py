"""Tables that say who is with whom: names down the first column and along the first line, and a
mark where the two meet. UCINET and many a spreadsheet keep ties so."""

from __future__ import annotations

from collections.abc import Sequence

from maillage.graph.folding import fold

# What heads the first column where nothing does.
CORNER = "Acteur"
# Fewer names met twice, or marks alone, are met by chance.
_FEWEST_NAMES = 3
_FEWEST_GROUPS = 2
_MET_AGAIN = 2 / 3
_MARKS = frozenset({"", "x", "1", "0", "✓", "✔", "✗", "✘", "•", "●", "-", "–"})


def head_across(
    rows: Sequence[Sequence[str]], head: int, *, headed: bool
) -> tuple[int, tuple[str, ...]]:
    """The row that heads such a table, and what it says as it is written; `head` and nothing if
    there is none. A list would begin at `head`, with words that head its columns if `headed`.

    >>> marks = [["", "A", "B"], ["C", "x", ""], ["D", "", "x"], ["E", "", "x"]]
    >>> head_across([["Qui avec qui"], *marks], 1, headed=False)
    (1, ('', 'A', 'B'))
    >>> head_across([["Nom", "Ville"], ["A", "Die"], ["B", ""], ["C", ""]], 0, headed=True)
    (0, ())
    """
    if not headed and _is_of_marks(rows[head:]):
        return head, _written(rows[head])
    # A kind of tie in a cell may pass for a heading below the names.
    found = next((n for n in range(head + 1) if _is_square(rows[n:])), None)
    return (head, ()) if found is None else (found, _written(rows[found]))


def _written(row: Sequence[str]) -> tuple[str, ...]:
    return tuple(cell.strip() for cell in row)


def _names(rows: Sequence[Sequence[str]]) -> tuple[set[str], set[str]]:
    """Along the first row, and down the first column."""
    across = {fold(cell) for cell in rows[0][1:]} - {""}
    return across, {fold(row[0]) for row in rows[1:]} - {""}


def _is_square(rows: Sequence[Sequence[str]]) -> bool:
    across, down = _names(rows)
    met = len(across & down)
    return met >= _FEWEST_NAMES and met >= _MET_AGAIN * min(len(across), len(down))


def _is_of_marks(rows: Sequence[Sequence[str]]) -> bool:
    """Names of two kinds, as those of firms and of the groups they go to, with marks alone."""
    across, down = _names(rows)
    marks = {cell.strip().casefold() for row in rows[1:] for cell in row[1:]}
    enough = len(across) >= _FEWEST_GROUPS and len(down) >= _FEWEST_NAMES
    named = not any(name.isdigit() for name in across | down)
    return enough and named and marks <= _MARKS and not marks <= {"", "0", "-", "–"}
