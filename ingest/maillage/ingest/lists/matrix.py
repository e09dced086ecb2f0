"""Ties of a table that says who is with whom: of each line, one tie for each cell that holds a mark.

A cross says that there is a tie, a figure how strong it is, a word of which kind. Where no cell
says a kind, the first cell of the table or the name of its sheet may; else it is a partnership.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from maillage.graph.model import ActorClaim, TieClaim
from maillage.graph.vocabulary import TIE_KINDS
from maillage.ingest.cells import parse_flag, parse_quantity
from maillage.ingest.cells.parsed import Parsed
from maillage.ingest.columns.assigning import ColumnMap
from maillage.ingest.lists.drafts import Draft, Scene
from maillage.ingest.lists.ends import meant_by, reference
from maillage.ingest.lists.readers import reader_of
from maillage.ingest.lists.ties import TIES
from maillage.ingest.persons.asides import without_persons_aside
from maillage.ingest.persons.removal import MASK, mask_personal, mask_titled, names_persons_alone
from maillage.ingest.problems import CATALOGUE, Problem
from maillage.ingest.problems.words import Level
from maillage.ingest.tables import Table
from maillage.ingest.tables.header import is_total, unique
from maillage.ingest.tables.xlsx_scan import letters

USUAL_KIND = "partnership"
_NONE = frozenset({"-", "–", "—", "/", "."})
_DOUBT = frozenset({"?", "??", "???"})
_FIELDS = TIES.row.cells()
_read_name = reader_of(_FIELDS["source_name"])
_read_kind = reader_of(_FIELDS["kind"])


class Mark(NamedTuple):
    """What a cell says of the tie between its line and its column."""

    kind: str
    strength: float | None = None
    subtype: str = ""


@dataclass(frozen=True, slots=True)
class MatrixRow:
    name: str
    # By the name at the head of the column.
    marks: Mapping[str, Mark]


def without_persons(table: Table) -> Table:
    """The table with the names along its first line as those down its lines are kept."""
    if not any(map(_removed_from, table.across)):
        return table
    columns = unique(map(_kept_of, table.columns))
    return replace(table, columns=columns, across=tuple(map(_kept_of, table.across)))


def columns_of(table: Table) -> ColumnMap:
    """The first column says where ties start, the others where they end."""
    first, *others = table.columns
    mapped = {first: "source_name", **dict.fromkeys(others, "target_name")}
    return ColumnMap(list_name=TIES.name, header=table.columns, mapped=mapped)


def kind_of(table: Table) -> str:
    """The kind of tie of a cross."""
    told = (_read_kind(text).value for text in (table.across[0], table.name) if text)
    return next((str(kind) for kind in told if kind), USUAL_KIND)


def totals_of(table: Table) -> list[str]:
    """The headings of columns that add up the others."""
    across = zip(table.columns[1:], table.across[1:], strict=False)
    return [heading for heading, text in across if is_total(text)]


def persons_of(table: Table) -> dict[str, str]:
    """Of the columns that name persons, the heading, and the cell that holds it."""
    return {
        heading: cell_name(table, place, table.header_line)
        for place, heading, found in _named_across(table)
        if found.code == "person_named"
    }


def said_across(table: Table, written: Table) -> Iterator[Problem]:
    """What there is to say of the names along the first line; those of persons go no further."""
    persons = persons_of(table)
    for place, heading, found in _named_across(table):
        if cell := persons.get(heading):
            yield Problem.of("matrix_person", sheet=table.name, column=cell)
            continue
        for code in _removed_from(written.across[place]):
            cell = cell_name(table, place, table.header_line)
            yield Problem.of(code, sheet=table.name, column=cell)
        if found.value and found.code:
            level, name = CATALOGUE[found.code].level, str(found.value)
            yield Problem(found.code, table.name, None, heading, name, level, found.values)


def cell_name(table: Table, place: int, line: int) -> str:
    """As spreadsheets call it: « B3 »."""
    return f"{letters(table.first_column + place)}{line}"


def _kept_of(name: str) -> str:
    return without_persons_aside(mask_personal(name))


def _removed_from(name: str) -> tuple[str, ...]:
    masked = mask_personal(name)
    found = {
        "personal_masked": masked != name,
        "personal_name_masked": without_persons_aside(masked) != masked,
    }
    return tuple(code for code, is_so in found.items() if is_so)


def _named_across(table: Table) -> Iterator[tuple[int, str, Parsed[object]]]:
    """Place, heading and reading of each name along the first line."""
    for place, (heading, text) in enumerate(zip(table.columns, table.across, strict=False)):
        if place and text:
            yield place, heading, _read_name(text)


def says(row: MatrixRow, _: Scene) -> Draft:
    """Nobody is tied to itself: what stands where a line meets its own column says nothing."""
    own = reference(row.name)
    ends = [(reference(name), mark) for name, mark in row.marks.items()]
    ties = tuple(
        TieClaim(
            source=own,
            target=end,
            kind=mark.kind,
            subtype=mark.subtype,
            attributes={} if mark.strength is None else {"strength": mark.strength},
        )
        for end, mark in ends
        if meant_by(end) != meant_by(own)
    )
    # Who is with nobody is in the network all the same.
    return Draft(actors=() if ties else (ActorClaim(ref=own),), ties=ties)


class MatrixReader:
    """Reads the lines of such a table as `RowReader` reads those of a list."""

    def __init__(self, table: Table, left_out: Collection[str]) -> None:
        left_out = {*left_out, *totals_of(table)}
        self.headings = {"name": table.columns[0]}
        self._table, self._kind = table, kind_of(table)
        # Place, heading and name of each column that names somebody.
        self._ends = [
            (place, heading, str(name.value))
            for place, heading, name in _named_across(table)
            if name.value and heading not in left_out
        ]
        # Of ones alone nobody can tell how strong a tie is.
        figures = {_figure(row.cells[place]) for row in table.sample for place, *_ in self._ends}
        self._valued = not figures <= {None, 0, 1}

    def read(
        self, line: int, texts: Sequence[str]
    ) -> tuple[MatrixRow | None, dict[str, str], Sequence[Problem]]:
        heading, own = self.headings["name"], _kept_of(texts[0])
        cells = {heading: own} if own else {}
        name = _read_name(own)
        if name.value is None:
            if name.code == "person_named":
                cells[heading] = MASK
                return None, cells, (self._person(line),)
            return None, cells, (self._problem(name, line, heading, own),)
        marks: dict[str, Mark] = {}
        problems = [self._removed(code, line, heading) for code in _removed_from(texts[0])]
        if name.code:
            problems.append(self._problem(name, line, heading, own))
        for place, end_heading, end in self._ends:
            if given := texts[place]:
                text, mark, removed = self._crossing(given)
                cells[end_heading] = text
                problems += (self._removed(code, line, end_heading) for code in removed)
                if mark.value:
                    marks[end] = mark.value
                if mark.code:
                    problems.append(self._problem(mark, line, end_heading, text))
        return MatrixRow(str(name.value), marks), cells, problems

    def _crossing(self, given: str) -> tuple[str, Parsed[Mark], tuple[str, ...]]:
        """What may be kept of a cell where two names meet, what it says, and what was removed."""
        text = mask_personal(given)
        removed: tuple[str, ...] = ("personal_masked",) if text != given else ()
        mark = self._mark(text)
        if mark.code == "matrix_word":
            bare = MASK if names_persons_alone(text) else mask_titled(text)
            if bare != text:
                text, removed = bare, (*removed, "personal_name_masked")
        return text, mark, removed

    def _mark(self, text: str) -> Parsed[Mark]:
        """None where there is no tie: « 0 », « non », « - »."""
        if (figure := _figure(text)) is not None:
            return Parsed(Mark(self._kind, figure if self._valued else None) if figure else None)
        flag = parse_flag(text)
        if flag.value is not None:
            return Parsed(Mark(self._kind) if flag.value else None)
        if text.strip(" ()") in _DOUBT:
            return Parsed(None, "matrix_doubt")
        if flag.code == "missing_mark":
            return Parsed(None, "" if text.strip() in _NONE else flag.code)
        kind = _read_kind(text)
        if kind.value:
            subtype = " ".join(text.split()) if kind.code == "kind_finer" else ""
            return Parsed(Mark(str(kind.value), subtype=subtype), kind.code, kind.values)
        # Whatever it says, somebody put it where the two meet.
        return Parsed(Mark(self._kind), "matrix_word", (("kind", TIE_KINDS[self._kind].label),))

    def _removed(self, code: str, line: int, heading: str) -> Problem:
        return Problem.of(code, sheet=self._table.name, row=line, column=heading)

    def _person(self, line: int) -> Problem:
        cell = cell_name(self._table, 0, line)
        return Problem.of("matrix_person", sheet=self._table.name, row=line, column=cell)

    def _problem(self, found: Parsed[object], line: int, heading: str, text: str) -> Problem:
        """A line without its name says nothing."""
        code = found.code or "value_missing"
        level: Level = CATALOGUE[code].level
        if found.value is None and heading == self.headings["name"]:
            level = "refused"
        return Problem(code, self._table.name, line, heading, text, level, found.values)


def _figure(text: str) -> float | None:
    found = parse_quantity(text)
    return None if found.value is None else float(found.value)
