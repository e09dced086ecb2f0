"""What somebody writes by hand of an actor or of a tie, held to what a line of a list is held to.

A value is read as the cell of the list that has its field. A line does without the cell that cannot
be read; here nobody looks at a report, so the entry is refused and the field named. Persons within
a text, or beside a name, are taken out as they are in a list: the answer shows what is kept.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal

from maillage.graph.dates import DateSpan
from maillage.graph.errors import InvalidInput, UnknownName
from maillage.graph.fields import ACTOR_FIELDS, TIE_FIELDS, Field, check_value
from maillage.graph.model import Value
from maillage.graph.vocabulary import SOLE_TRADER, Label
from maillage.ingest.cells.parsed import Parsed
from maillage.ingest.identity.numbers import SIRET_LENGTH, siren_of
from maillage.ingest.identity.sector import is_sole_trader
from maillage.ingest.lists.actors import ActorRow
from maillage.ingest.lists.described import Described, number_findings
from maillage.ingest.lists.drafts import reversed_counts, reversed_dates
from maillage.ingest.lists.groups import GroupRow
from maillage.ingest.lists.members import MemberRow
from maillage.ingest.lists.poles import PoleRow
from maillage.ingest.lists.readers import reader_of
from maillage.ingest.lists.rows import Cell, Row, cell
from maillage.ingest.lists.shareholdings import ShareholdingRow
from maillage.ingest.lists.ties import TieRow
from maillage.ingest.persons.asides import without_persons_aside
from maillage.ingest.persons.headings import is_personal_heading
from maillage.ingest.persons.removal import mask_personal, mask_titled
from maillage.ingest.places.communes import read_commune_code
from maillage.ingest.problems import CATALOGUE, Problem

# An actor is known by them: they are said or not, never emptied.
_NUMBERS = frozenset({"siren", "siret", "rna"})
_BREAKS = "\t\n\r"


@dataclass(frozen=True, slots=True)
class Written:
    """What can be kept, and why the rest is refused, by its place: `fields.siren`, `start`."""

    values: Mapping[str, Value]
    refused: Mapping[str, InvalidInput]


@dataclass(frozen=True, slots=True)
class _Sheet:
    """The fields that one may write, and the cells of lists that have them."""

    fields: dict[str, Field]
    cells: Mapping[str, Cell]


def read_actor(said: Mapping[str, Value]) -> Written:
    """A person's legal form makes one of the actor, and a SIRET tells its SIREN, as in a list."""
    values, refused = _read(said, _ACTOR)
    for finding in _across(values):
        refused.setdefault(finding.column, _fault(finding))
    if siret := values.pop("siret", ""):
        values.setdefault("siren", siren_of(str(siret)))
        if len(str(siret)) == SIRET_LENGTH:
            values.setdefault("sirets", (str(siret),))
    if is_sole_trader(str(values.get("legal_form", ""))):
        values.setdefault("legal_category", SOLE_TRADER)
    return Written(values, _placed(refused))


def read_tie(
    said: Mapping[str, Value], *, start: str | None = None, end: str | None = None
) -> Written:
    """`start` and `end` as the graph reads them, if a list would take them too."""
    values, refused = _read(said, _TIE)
    faults = _placed(refused)
    for name, text in (("start", start), ("end", end)):
        found = _DATE(text or "")
        if _is_refused(found):
            faults[name] = _fault(_problem(found, name, text or ""))
    return Written(values, faults)


def read_text(text: str) -> str:
    """Free text without the persons in it."""
    return mask_titled(mask_personal(text))


def _read(
    said: Mapping[str, Value], sheet: _Sheet
) -> tuple[dict[str, Value], dict[str, InvalidInput]]:
    values: dict[str, Value] = {}
    refused: dict[str, InvalidInput] = {}
    for name, value in said.items():
        try:
            values[name] = _value(sheet, name, value)
        except InvalidInput as fault:
            refused[name] = fault
    return values, refused


def _value(sheet: _Sheet, name: str, value: Value) -> Value:
    if name not in sheet.fields:
        raise _unknown(name, sheet.fields)
    _check_printed(name, value)
    check_value(sheet.fields, name, value)
    if sheet.fields[name].choices or name == "kind":
        return value
    known = sheet.cells.get(name)
    if isinstance(value, tuple):
        one = known if known and known.reads not in _SEVERAL else _ITEM
        return tuple(dict.fromkeys(filter(None, (_text(name, one, item) for item in value))))
    if isinstance(value, str):
        return _text(name, known or _TEXT, value)
    if known and not isinstance(value, bool):
        _check_number(name, known, value)
    return value


def _text(name: str, known: Cell, given: str) -> str:
    free = known.reads == "text"
    text = read_text(given) if free else without_persons_aside(mask_personal(given))
    if name == "commune_code":
        reading = read_commune_code(text)
        found: Parsed[object] = Parsed(reading.value, reading.code or "")
    else:
        found = reader_of(known)(text)
    if found.code in _REFUSED_OF_AN_ENTRY:
        found = Parsed(None, _REFUSED_OF_AN_ENTRY[found.code])
    if found.value is None and found.code:
        raise _fault(_problem(found, name, given))
    if found.value is None and name in _NUMBERS:
        raise InvalidInput("text_blank")
    if isinstance(found.value, DateSpan):
        return found.value.text
    return str(found.value or "")


def _check_number(name: str, known: Cell, value: float) -> None:
    """A number is what it is: its reader only says whether it can be."""
    text = f"{Decimal(repr(value)):f}"
    # A bare number of five digits is a day to a spreadsheet.
    found = reader_of(known)(f"{value:04d}-01-01" if known.reads == "year" else text)
    if _is_refused(found):
        raise _fault(_problem(found, name, str(value)))


def _check_printed(name: str, value: Value) -> None:
    texts = value if isinstance(value, tuple) else (value,)
    for text in texts:
        if isinstance(text, str) and any(map(_is_control, text)):
            raise InvalidInput("entry_control", field=name)


def _is_control(char: str) -> bool:
    return char not in _BREAKS and unicodedata.category(char) == "Cc"


def _across(values: Mapping[str, Value]) -> Iterable[Problem]:
    """What is to be said of two values together, at the field of the second."""
    start, end = (
        DateSpan.parse(str(values[name])) if values.get(name) else None
        for name in ("valid_from", "valid_to")
    )
    for finding in reversed_dates(start, end):
        yield replace(finding, column="valid_to")
    least, most = values.get("stands_for_min"), values.get("stands_for_max")
    if isinstance(least, int) and isinstance(most, int):
        yield from reversed_counts(least, most)
    siren, siret = (str(values.get(name) or "") or None for name in ("siren", "siret"))
    yield from number_findings(Described(siren=siren, siret=siret))


def _placed(refused: Mapping[str, InvalidInput]) -> dict[str, InvalidInput]:
    return {f"fields.{name}": fault for name, fault in refused.items()}


def _unknown(name: str, fields: Iterable[str]) -> InvalidInput:
    if is_personal_heading(name.replace("_", " ")):
        return InvalidInput("entry_personal", field=name)
    return UnknownName.of("field", name, fields)


def _is_refused(found: Parsed[object]) -> bool:
    return bool(found.code) and CATALOGUE[found.code].level == "refused"


def _problem(found: Parsed[object], name: str, value: str) -> Problem:
    plain = Problem.of(found.code, column=name, value=value)
    return replace(plain, values=found.values)


def _fault(problem: Problem) -> InvalidInput:
    fr, en = (f"{problem.message(to)} {problem.hint(to)}".strip() for to in ("fr", "en"))
    return InvalidInput("entry_value", reason=Label(fr, en))


def _cells(*rows: type[Row]) -> dict[str, Cell]:
    """Of a field that several lists have, the cell of the first."""
    return {name: known for row in reversed(rows) for name, known in row.cells().items()}


_TEXT, _ITEM = cell("text", ("", "")), cell("name", ("", ""))
_SEVERAL = frozenset({"set", "names"})
# What only looks like an RNA number would make one actor of two; a list may hold a number in the
# column of another, an entry says which field it is.
_REFUSED_OF_AN_ENTRY = {
    "rna_pattern": "rna_unreadable",
    "rna_is_siren": "rna_unreadable",
    "siren_is_rna": "siren_letters",
    "siret_is_rna": "siret_letters",
}
_SIRET = ActorRow.cells()["siret"]
_DATE = reader_of(TieRow.cells()["valid_from"])
_ACTOR = _Sheet(
    # That an actor is of a pole is a tie.
    {name: field for name, field in ACTOR_FIELDS.items() if name != "pole"}
    | {"siret": Field("siret", "text", _SIRET.label)},
    _cells(ActorRow, PoleRow, GroupRow) | {"sirets": _SIRET},
)
_TIE = _Sheet(TIE_FIELDS, _cells(TieRow, MemberRow, ShareholdingRow))
