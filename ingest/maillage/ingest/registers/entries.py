"""What the registers say of one organisation, found by its number or by its name and commune."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from maillage.graph.model import Actor
from maillage.graph.stores.sqlite_tables import Row, Table
from maillage.ingest.identity.numbers import is_siren
from maillage.ingest.places.communes import commune_of_arrondissement, plain_name
from maillage.ingest.registers.companies import COMPANIES
from maillage.ingest.registers.index import RegisterIndex
from maillage.ingest.registers.layouts import ASSOCIATIONS, LISTED, UNITS, name_key

# The last two: no register knows it; the table of communes knows its place, or its name tells.
How = Literal["siren", "rna", "name_and_commune", "commune", "name"]
# The one that says most first; a field is proposed by the first that knows it.
SOURCES: dict[str, str] = {
    COMPANIES.name: "Recherche d’entreprises",
    UNITS.name: "SIRENE",
    ASSOCIATIONS.name: "RNA",
    LISTED.name: "ESS France",
}
_NAMED = (COMPANIES, UNITS, ASSOCIATIONS)


@dataclass(frozen=True, slots=True)
class Entry:
    """The line of one register, with its seat where another file tells it."""

    table: Table
    row: Row
    as_of: str

    @property
    def source(self) -> str:
        return SOURCES[self.table.name]

    def get(self, column: str) -> str:
        return self.row.get(column, "")


@dataclass(frozen=True, slots=True)
class Found:
    """`namesakes`: how many organisations of that commune bear the name; one is meant, more are
    not told apart."""

    entries: tuple[Entry, ...]
    how: How
    namesakes: int = 1


def find(actor: Actor, index: RegisterIndex) -> Found | None:
    if actor.siren:
        entries = _of_siren(actor.siren, index)
        return Found(entries, "siren") if entries else None
    if actor.rna:
        entries = _of_rna(actor.rna, index)
        return Found(entries, "rna") if entries else None
    return _of_name(actor, index)


def _of_siren(siren: str, index: RegisterIndex) -> tuple[Entry, ...]:
    rows = ((table, index.by_siren(table, siren)) for table in (*_NAMED, LISTED))
    entries = [_entry(table, row, index) for table, row in rows if row]
    rna = next((entry.get("rna") for entry in entries if entry.get("rna")), "")
    if rna and not any(entry.table is ASSOCIATIONS for entry in entries):
        association = index.by_rna(ASSOCIATIONS, rna)
        entries += [_entry(ASSOCIATIONS, association, index)] if association else []
    return tuple(entries)


def _of_rna(rna: str, index: RegisterIndex) -> tuple[Entry, ...]:
    rows = [(table, row) for table in _NAMED if (row := index.by_rna(table, rna))]
    siren = next((row["siren"] for _, row in rows if row["siren"]), "")
    return _of_siren(siren, index) if siren else tuple(_entry(*pair, index) for pair in rows)


def _of_name(actor: Actor, index: RegisterIndex) -> Found | None:
    """Those of the name in the commune; without a commune a name says nothing."""
    keys = {name_key(name) for name in (actor.name, *actor.other_names)} - {""}
    numbers = sorted(
        {
            entry.get("siren") or entry.get("rna")
            for key in keys
            for entry in _bearers(key, index)
            if _in_commune(actor, entry)
        }
    )
    if not numbers:
        return None
    number = numbers[0]
    entries = _of_siren(number, index) if is_siren(number) else _of_rna(number, index)
    return Found(entries if len(numbers) == 1 else (), "name_and_commune", len(numbers))


def _bearers(key: str, index: RegisterIndex) -> Iterator[Entry]:
    for table in _NAMED:
        for row in index.named(table, key):
            yield _entry(table, row, index)


def _entry(table: Table, row: Row, index: RegisterIndex) -> Entry:
    seat: Sequence[Row] = ()
    if table is UNITS and not row["restricted"]:
        seat = index.places(row["siren"])[:1]
    return Entry(table, {**row, **(seat[0] if seat else {})}, index.as_of(table))


def _in_commune(actor: Actor, entry: Entry) -> bool:
    own, other = str(actor.attributes.get("commune_code", "")), entry.get("commune_code")
    if own and other:
        return (commune_of_arrondissement(own) or own) == (
            commune_of_arrondissement(other) or other
        )
    names = str(actor.attributes.get("commune", "")), entry.get("commune")
    return all(names) and plain_name(names[0]) == plain_name(names[1])
