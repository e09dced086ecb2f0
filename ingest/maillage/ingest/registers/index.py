"""The public registers that somebody added: indexed once in a file of hers, asked offline."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from pathlib import Path
from typing import get_args

from maillage.graph.errors import InvalidInput, Refused, UnreadableFile
from maillage.graph.stores.sqlite_tables import Row, Table, TableFile, open_tables
from maillage.ingest.registers.companies import COMPANIES, companies
from maillage.ingest.registers.layouts import (
    ASSOCIATIONS,
    LAYOUTS,
    LISTED,
    PLACES,
    UNITS,
    Kept,
    Layout,
    Left,
    RegisterName,
)
from maillage.ingest.registers.streams import Stream

FILE_NAME = "registers.db"
REGISTERS: tuple[str, ...] = get_args(RegisterName)
EXTRACTS = Table("extract", ("part", "register", "file", "rows", "as_of", "added_at"), ("part",))
_TABLES = (UNITS, PLACES, ASSOCIATIONS, LISTED, COMPANIES, EXTRACTS)
_MOST_NAMESAKES = 200
_TOLD_EVERY = 10_000
_EARLIEST, _DAY = "1973-01-01", 10

Progress = Callable[[int], None]


@dataclass
class Added:
    """What became of the lines of a file."""

    register: str
    part: str
    lines: int = 0
    rows: int = 0
    restricted: int = 0
    left: Counter[Left] = field(default_factory=Counter)
    as_of: str = ""

    @property
    def of_another_year(self) -> bool:
        return bool(self.as_of) and self.as_of[:4] < str(datetime.now(UTC).year)


@dataclass(frozen=True, slots=True, kw_only=True)
class Adding:
    """`on`: the day of the extract, where its lines do not tell. `older`: take it although a later
    one is indexed."""

    file: Path
    register: str
    on: date | None = None
    older: bool = False


class RegisterIndex:
    """Opened for one thread; `close` it."""

    def __init__(self, tables: TableFile) -> None:
        self._tables = tables

    @classmethod
    def open(cls, folder: Path) -> RegisterIndex:
        return cls(open_tables(folder / FILE_NAME, _TABLES))

    def close(self) -> None:
        self._tables.close()

    def add(self, adding: Adding, progress: Progress = lambda _: None) -> Added:
        """Index a file in place of what its register held; nothing changes if it is refused."""
        if adding.register == "recherche-entreprises":
            return self._add_answers(adding, progress)
        stream = Stream(adding.file)
        layout = _layout(adding, stream.columns)
        if layout.within and not self._extract(layout.within):
            raise Refused("register_units_first", path=adding.file)
        added = Added(layout.register, layout.part, as_of=_day(adding))
        kept = _counted(_kept(layout, stream, added), layout.table, added, progress)
        added.rows = self._tables.replace(
            layout.table,
            self._timely(kept, layout.table, added, adding),
            known=("siren", layout.within) if layout.within else None,
        )
        self._note(layout.table, added, adding)
        return added

    def _add_answers(self, adding: Adding, progress: Progress) -> Added:
        """Answers add up: each file is what somebody asked, not the whole register."""
        added = Added(adding.register, "search", as_of=_day(adding))
        kept = _counted(companies(adding.file), COMPANIES, added, progress)
        added.rows = self._tables.put(COMPANIES, kept)
        self._note(COMPANIES, added, adding)
        return added

    def extracts(self) -> list[Row]:
        return self._tables.all(EXTRACTS)

    def by_siren(self, table: Table, siren: str) -> Row | None:
        found = self._tables.find(table, "siren", siren, limit=1)
        return found[0] if found else None

    def by_rna(self, table: Table, rna: str) -> Row | None:
        found = self._tables.find(table, "rna", rna, limit=1)
        return found[0] if found else None

    def places(self, siren: str) -> list[Row]:
        """Its establishments, the seat first."""
        found = self._tables.find(PLACES, "siren", siren, limit=_MOST_NAMESAKES)
        return sorted(found, key=lambda row: (not row["seat"], row["siret"]))

    def named(self, table: Table, key: str) -> list[Row]:
        return self._tables.find(table, "key", key, limit=_MOST_NAMESAKES) if key else []

    def as_of(self, table: Table) -> str:
        extract = self._extract(table)
        return extract["as_of"] if extract else ""

    def _extract(self, table: Table) -> Row | None:
        return next((row for row in self.extracts() if row["part"] == table.name), None)

    def _timely(
        self, rows: Iterable[Kept], table: Table, added: Added, adding: Adding
    ) -> Iterator[Kept]:
        """The rows; an extract that proves older than what is there is refused when it ends."""
        yield from rows
        if not added.lines:
            raise UnreadableFile("file_header_only", path=adding.file)
        known = self.as_of(table)
        if not adding.older and added.as_of and added.as_of < known:
            raise Refused("register_older", path=adding.file, found=added.as_of, known=known)

    def _note(self, table: Table, added: Added, adding: Adding) -> None:
        now = datetime.now(UTC).isoformat(timespec="seconds")
        row = (
            table.name, added.register, adding.file.name, str(added.rows), added.as_of, now,
        )  # fmt: skip
        self._tables.put(EXTRACTS, [row])


def _layout(adding: Adding, columns: Sequence[str]) -> Layout:
    """The published file of the register that has these columns."""
    layouts = [one for one in LAYOUTS if one.register == adding.register]
    if not layouts:
        known = ", ".join(REGISTERS)
        raise InvalidInput("invalid_value", what="--from-format", value=adding.register,
                           expected=known)  # fmt: skip
    lacking = [[name for name in one.required if name not in columns] for one in layouts]
    best = min(range(len(layouts)), key=lambda place: len(lacking[place]))
    if lacking[best]:
        raise UnreadableFile("register_columns", path=adding.file, columns=", ".join(lacking[best]))
    return layouts[best]


def _kept(layout: Layout, stream: Stream, added: Added) -> Iterator[Kept | Left]:
    """What each line leaves; the latest day that any tells is the extract's."""
    dated = layout.columns.index(layout.dated) if layout.dated else None
    latest, today = "", datetime.now(UTC).date().isoformat()
    for row in stream.rows(layout.columns):
        if dated is not None and latest < (day := row[dated][:_DAY]) <= today and day > _EARLIEST:
            latest = day
        yield layout.keep(row)
    added.as_of = added.as_of or latest


def _day(adding: Adding) -> str:
    """A day to come is refused: every true extract would then be older than this one."""
    if adding.on is None:
        return ""
    if adding.on > datetime.now().astimezone().date():
        raise InvalidInput("date_to_come", text=adding.on.isoformat())
    return adding.on.isoformat()


def _counted(
    kept: Iterable[Kept | Left], table: Table, added: Added, progress: Progress
) -> Iterator[Kept]:
    restricted = table.columns.index("restricted") if "restricted" in table.columns else None
    for found in kept:
        added.lines += 1
        if isinstance(found, str):
            added.left[found] += 1
        else:
            if restricted is not None and found[restricted]:
                added.restricted += 1
            yield found
        if added.lines % _TOLD_EVERY == 0:
            progress(added.lines)
