"""A workbook for people: actors, poles, ties, what it was all made from, and a sheet to read first.

Sheets are called after the lists they are, with the headings of their templates, so that
`maillage load` reads them back. They are written row by row into files, never whole in memory.
"""

from __future__ import annotations

import tempfile
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Font
from openpyxl.worksheet.worksheet import Worksheet

from maillage.graph.fields import ACTOR_FIELDS
from maillage.graph.languages import Language
from maillage.graph.vocabulary import STANDING_LABELS, Sector, Standing
from maillage.ingest.formats.exported import PIECE, Cell, Edge, Exported, Node, with_sources
from maillage.ingest.formats.workbook_sheet import Heading, Sheet, blank_page
from maillage.ingest.formats.workbook_words import IMPORTS, NO, SAID_BY, SHEETS, YES, to_read
from maillage.ingest.list_labels import list_label
from maillage.ingest.lists.actors import ACTORS
from maillage.ingest.lists.form import INK, column_width, write
from maillage.ingest.lists.poles import POLES
from maillage.ingest.lists.rows import Cell as Column
from maillage.ingest.lists.rows import ListSpec, choice_label
from maillage.ingest.lists.ties import TIES

POLE = "pole"
_READ_WIDTH = 110
# What a list calls otherwise than the network does.
_CALLED = {
    "actors": {"siret": "sirets", "family": "ess_family", "departement_code": "departement"},
    "poles": {
        "departement_codes": "departements",
        "territory": "territories",
        "charter_2014": "charter_signed",
    },
    "ties": {"valid_from": "start", "valid_to": "end"},
}
# A name that follows from a code, which has its own column.
_LEFT_OUT = {"departement"}
# Follows from what other columns say, or from the sheet.
_DERIVED = {"kind", "sector", "sector_source", "latitude", "longitude", "geo_precision"}
_NUMBERS = {"integer", "number", "money", "percent", "share", "year"}
_IN_WORDS = {"yes": YES, "no": NO}


def workbook(network: Exported) -> Iterator[bytes]:
    language = network.language
    book = Workbook(write_only=True)
    first = blank_page(book, SHEETS["read"].text(language))
    counts: Counter[str] = Counter()
    sheets = [_actors(network, ACTORS), _actors(network, POLES), _ties(network)]
    if network.k is None:
        sheets.append(_imports(network))
    for sheet in sheets:
        counts[sheet.title] = sheet.write(book)
    _read_first(first, network, counts)
    with tempfile.TemporaryFile() as file:
        book.save(file)
        file.seek(0)
        while piece := file.read(PIECE):
            yield piece


def _actors(network: Exported, spec: ListSpec) -> Sheet:
    """Poles, or all others: the columns of the list that any of them fills, then all else that is
    said of them."""

    def nodes() -> Iterator[Node]:
        wanted = spec is POLES
        return (one for one in network.nodes() if (one.cells.get("kind") == POLE) is wanted)

    used = {name for one in nodes() for name in one.cells} | {"id", "name"}
    if spec is POLES and "departement" in used:
        used = used - {"departement"} | {"departements"}
    columns = _columns(spec, used)
    others = sorted(used - columns.keys() - _DERIVED)

    def rows() -> Iterator[Sequence[Cell | None]]:
        for one in nodes():
            said = {**one.cells, "id": one.id, "name": one.name}
            if "departement" in said:
                said.setdefault("departements", said["departement"])
            yield [*_values(columns, said, network.language), *map(said.get, others)]

    own = (_heading_of(name, network.language) for name in others)
    headings = (*_headings(columns, network.language), *own)
    return Sheet(_title(spec, network.language), headings, rows)


def _ties(network: Exported) -> Sheet:
    """With both ends by id and by name, the documents that say so, what else they say, and whose
    word it is."""
    language = network.language
    names = {one.id: one.name for one in network.nodes()}
    used: set[str] = set()
    own: set[str] = set()
    for one in network.edges():
        used.update(one.cells)
        own.update(one.own)
    ends = {"source_id", "source_name", "target_id", "target_name", "direction"}
    columns = _columns(TIES, used | ends | {"source"})
    # Of a workbook that was loaded back, whose word it was is such a column.
    others = sorted(own - {SAID_BY.fr, SAID_BY.en})

    def row(one: Edge, source: str) -> Sequence[Cell | None]:
        said: dict[str, Cell] = {
            **one.cells,
            "source_id": one.source,
            "source_name": names.get(one.source, ""),
            "target_id": one.target,
            "target_name": names.get(one.target, ""),
            "direction": "directed" if one.directed else "undirected",
            "source": source,
        }
        standing = STANDING_LABELS[Standing(str(one.cells["standing"]))].text(language)
        return [*_values(columns, said, language), *map(one.own.get, others), standing]

    def rows() -> Iterator[Sequence[Cell | None]]:
        for one, source in with_sources(network):
            yield row(one, source)

    headings = (*_headings(columns, language), *map(Heading, (*others, SAID_BY.text(language))))
    return Sheet(_title(TIES, language), headings, rows)


def _imports(network: Exported) -> Sheet:
    """What was loaded or written, undone acts too."""
    language = network.language

    def rows() -> Iterator[Sequence[Cell | None]]:
        for item in network.imports():
            yield (
                item.loaded_at.date().isoformat(),
                item.title,
                item.options.get("file", ""),
                list_label(item.list).text(language),
                item.rows,
                (YES if item.live else NO).text(language),
                item.complete_on.text if item.complete_on else None,
                item.sha256,
            )

    headings = [Heading(label.text(language)) for label in IMPORTS]
    return Sheet(SHEETS["imports"].text(language), headings, rows)


def _read_first(page: Worksheet, network: Exported, counts: Mapping[str, int]) -> None:
    """Last of all, when it is known how many rows each sheet holds."""
    page.column_dimensions["A"].width = _READ_WIDTH
    for number, line in enumerate(to_read(network.on, counts, network.k)):
        cell = WriteOnlyCell(page)
        write(cell, line.text(network.language))
        cell.font = Font(bold=not number, size=11 if number else 14, color=INK)
        cell.alignment = Alignment(wrap_text=True, vertical="top")
        page.append([cell])


def _title(spec: ListSpec, language: Language) -> str:
    return spec.label.text(language).capitalize()


def _columns(spec: ListSpec, used: set[str]) -> Mapping[str, Column]:
    """The columns of a list that something stands in, by what the network calls it."""
    called = _CALLED[spec.name]
    return {
        called.get(name, name): column
        for name, column in spec.row.cells().items()
        if name not in _LEFT_OUT and called.get(name, name) in used
    }


def _headings(columns: Mapping[str, Column], language: Language) -> Iterator[Heading]:
    for column in columns.values():
        yield Heading(column.label.text(language), column_width(column, language))


def _heading_of(name: str, language: Language) -> Heading:
    """Of what no list has a column for: loaded back it is text, which a figure must not be."""
    field = ACTOR_FIELDS.get(name)
    return Heading(name if field is None or field.type == "text" else field.label.text(language))


def _values(
    columns: Mapping[str, Column], said: Mapping[str, Cell], language: Language
) -> Iterator[Cell | None]:
    return (_value(column, said.get(name), language) for name, column in columns.items())


def _value(column: Column, cell: Cell | None, language: Language) -> Cell | None:
    """In the words that the list offers; a number as one, where that loses nothing of it."""
    if not isinstance(cell, str):
        return cell
    if column.choices is not None:
        if (words := column.choices.get(cell)) is not None:
            return choice_label(cell, words).text(language)
        return None if cell == Sector.UNKNOWN else cell
    if column.reads == "flag":
        return _IN_WORDS[cell].text(language)
    if column.reads == "siret":
        return cell.partition("|")[0]
    return _number(cell) if column.reads in _NUMBERS else cell


def _number(text: str) -> Cell:
    """A column that no list knew may hold any text under the name of a figure."""
    try:
        number = float(text)
        return number if Fraction(repr(number)) == Fraction(text) else text
    except ValueError:
        return text
