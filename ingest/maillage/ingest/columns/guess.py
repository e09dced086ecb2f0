"""Which kind of list a file is, told from its headings."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from maillage.graph.errors import InvalidInput
from maillage.ingest.columns.assigning import ColumnMap, is_known_heading, match_columns
from maillage.ingest.lists.actors import Described
from maillage.ingest.lists.registry import LISTS
from maillage.ingest.tables import read_tables

_SHARED = frozenset(Described.cells())
_ORGANISATIONS = frozenset({"actors", "members"})
_MEMBERS = {"pole": "members", "group": "employers"}
_NUMBERS = frozenset({"id", "siren", "siret", "rna"})


@dataclass(frozen=True, slots=True, order=True)
class _Fit:
    """How well a list explains the headings: lines can be read, they name whom they mean, then how
    much is explained.

    A column that few lists have (a share of capital, a partner) tells more than one that every
    list has (a municipality). Of equals the plainer list, which stands first in the registry.
    """

    readable: bool
    named: bool
    explained: int
    order: int


def guess_list(file: Path | bytes, *, name: str = "", of: Literal["", "pole", "group"] = "") -> str:
    """The name of the list; `InvalidInput` if no heading is one that any list has.

    Organisations `of` a pole or of an employer group are its members.
    """
    tables = read_tables(file, name=name, is_known_header=_is_known)
    headings = max((table.columns for table in tables), key=_known, default=())
    if not _known(headings):
        raise InvalidInput("list_not_guessed", path=name)
    best = max(LISTS, key=lambda list_: _fit(match_columns(headings, list_)))
    members = _MEMBERS[of] if of and best in _ORGANISATIONS else best
    return members if _fit(match_columns(headings, members)).readable else best


def _fit(columns: ColumnMap) -> _Fit:
    fields = set(columns.mapped.values())
    own = len(fields - _SHARED)
    needed = [fields.intersection(names) for names in LISTS[columns.list_name].row.needed()]
    return _Fit(
        bool(fields) and not columns.missing_required,
        all(any(map(_names, names)) for names in needed),
        2 * own + len(fields & _SHARED) - len(columns.unknown),
        -list(LISTS).index(columns.list_name),
    )


def _names(field: str) -> bool:
    """Whether a field says a thing by its name rather than by a number."""
    return field.rpartition("_")[2] not in _NUMBERS


def _is_known(heading: str) -> bool:
    return any(is_known_heading(heading, list_) for list_ in LISTS)


def _known(headings: tuple[str, ...]) -> int:
    return sum(map(_is_known, headings))
