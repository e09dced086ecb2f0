"""Which lists a file holds, told from its headings and from what its sheets are called."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from maillage.graph.errors import InvalidInput, UnknownName
from maillage.ingest.columns.assigning import (
    ColumnMap,
    is_known_heading,
    match_columns,
    may_mean,
)
from maillage.ingest.lists.described import Described
from maillage.ingest.lists.readers import reader_of
from maillage.ingest.lists.registry import LISTS, list_spec
from maillage.ingest.lists.ties import TIES
from maillage.ingest.tables import Table, read_tables

_SHARED = frozenset(Described.cells())
_ORGANISATIONS = frozenset({"actors", "members"})
_MEMBERS = {"pole": "members", "group": "employers"}
_NUMBERS = frozenset({"id", "siren", "siret", "rna"})


@dataclass(frozen=True, slots=True, order=True)
class _Fit:
    """How well a list explains the headings: lines can be read, they name whom they mean, then how
    much is explained, then how few of their words it would refuse.

    A column that few lists have (a share of capital, a partner) tells more than one that every
    list has (a municipality), or may have (staff in FTE). Of equals the plainer list, which stands
    first in the registry.
    """

    readable: bool
    named: bool
    explained: int
    understood: int
    order: int


Of = Literal["", "pole", "group"]


def guess_lists(
    file: Path | bytes, *, name: str = "", of: Of = "", sheets: Collection[str] = ()
) -> tuple[str, ...]:
    """The lists that two or more of its sheets are called after, else the one that its headings
    look like; `InvalidInput` if no heading is one that any list has.

    Organisations `of` a pole or of an employer group are its members. Of `sheets`, if any are
    named, and of no others.
    """
    tables = read_tables(file, name=name, is_known_header=_is_known, sheets=sheets)
    called = {list_called(table.name) for table in tables}
    named = tuple(name for name in LISTS if name in called)
    if len(named) > 1:
        return named
    if meant := list_meant(tables, of):
        return (meant,)
    raise InvalidInput("list_not_guessed", path=name)


def list_meant(tables: Sequence[Table], of: Of = "") -> str | None:
    """The list that their headings look like; none if no heading is one that any list has."""
    table = max(tables, key=lambda table: _known(table.columns))
    if table.across or (not _known(table.columns) and any(one.across for one in tables)):
        return TIES.name
    if not _known(table.columns):
        return None
    best = max(LISTS, key=lambda list_: _fit(list_, table))
    members = _MEMBERS[of] if of and best in _ORGANISATIONS else best
    return members if _fit(members, table).readable else best


def another_meant(tables: Sequence[Table], list_name: str, of: Of) -> str | None:
    """The list that their headings look like, if they are not those of this one. Organisations may
    be plain actors, or members of whoever is still to be told."""
    meant = list_meant(tables, of)
    alike = {*_ORGANISATIONS, *_MEMBERS.values()}
    return None if meant == list_name or {meant, list_name} <= alike else meant


def sheets_of(titles: Sequence[str], list_name: str) -> Sequence[str]:
    """Which sheets to read for a list: all, unless they are called after lists of several kinds.

    >>> sheets_of(["Lisez-moi", "Acteurs", "Liens"], "ties"), sheets_of(["Liens", "Bis"], "ties")
    (['Liens'], ['Liens', 'Bis'])
    """
    called = [list_called(title) for title in titles]
    if list_name not in called or len({name for name in called if name}) < 2:
        return titles
    return [title for title, name in zip(titles, called, strict=True) if name == list_name]


def list_called(title: str) -> str | None:
    """The list that a sheet is called after, one of several too.

    >>> list_called("Liens"), list_called("Liens1"), list_called("Feuil1")
    ('ties', 'ties', None)
    """
    try:
        return list_spec(title.rstrip(" 0123456789")).name
    except UnknownName:
        return None


def _fit(list_name: str, table: Table) -> _Fit:
    columns = match_columns(table.columns, list_name, sample=table.sample)
    fields = set(columns.mapped.values())
    own = sum(1 for heading in columns.mapped if not may_mean(heading, list_name) & _SHARED)
    needed = [fields.intersection(names) for names in LISTS[list_name].row.needed()]
    return _Fit(
        bool(fields) and not columns.missing_required,
        all(any(map(_names, names)) for names in needed),
        len(fields) + own - len(columns.unknown),
        -sum(_refused(table, columns)),
        -list(LISTS).index(list_name),
    )


def _refused(table: Table, columns: ColumnMap) -> Iterator[int]:
    """Of each column without which a line is refused and that takes words of a vocabulary, how
    many of its first words are none of them."""
    cells = LISTS[columns.list_name].row.cells()
    for place, heading in enumerate(table.columns):
        cell = cells.get(columns.mapped.get(heading, ""))
        if cell and cell.choices and (cell.required or cell.decisive):
            read = reader_of(cell)
            words = {row.cells[place] for row in table.sample}
            yield sum(1 for word in words if word.strip() and read(word).value is None)


def _names(field: str) -> bool:
    """Whether a field says a thing by its name rather than by a number."""
    return field.rpartition("_")[2] not in _NUMBERS


def _is_known(heading: str) -> bool:
    return any(is_known_heading(heading, list_) for list_ in LISTS)


def _known(headings: tuple[str, ...]) -> int:
    return sum(map(_is_known, headings))
