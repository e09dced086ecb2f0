"""What is generated from the row model of a list: Table Schema, templates, documentation."""

from __future__ import annotations

import csv
import io

from openpyxl import Workbook
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from maillage.graph.errors import Language
from maillage.ingest.lists.rows import Cell, ListSpec, choice_label

Json = str | bool | dict[str, "Json"] | list["Json"]

SCHEMA_PROFILE = "https://specs.frictionlessdata.io/schemas/table-schema.json"
_INK, _GROUND = "1D2328", "F7F4EE"
_ROWS_WITH_MENUS = 1_000
_WIDEST, _NARROWEST = 40, 14


def table_schema(spec: ListSpec) -> dict[str, Json]:
    """The published Table Schema: the columns by their stable names."""
    return {
        "$schema": SCHEMA_PROFILE,
        "name": spec.name,
        "title": spec.label.fr,
        "description": spec.purpose.fr,
        "fields": [_schema_field(name, cell) for name, cell in spec.row.cells().items()],
        "missingValues": [""],
    }


def csv_template(spec: ListSpec, language: Language = "fr") -> str:
    """Headings, as a French spreadsheet opens them: `;` and a byte-order mark."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";" if language == "fr" else ",", lineterminator="\r\n")
    cells = spec.row.cells().values()
    writer.writerow([cell.label.text(language) for cell in cells])
    return "\ufeff" + out.getvalue()


def xlsx_template(spec: ListSpec, language: Language = "fr") -> bytes:
    """Headings with a comment each (an example in it), a drop-down where the words are few.

    No example stands in a row: filled in below it, it would enter the network as a fact.
    """
    book = Workbook()
    sheet = book.active
    if not isinstance(sheet, Worksheet):
        raise TypeError(sheet)
    sheet.title = spec.label.text(language)[:31]
    menus = book.create_sheet("listes" if language == "fr" else "lists")
    menus.sheet_state = "veryHidden"
    for position, cell in enumerate(spec.row.cells().values(), start=1):
        _head(sheet, position, cell, language)
        if cell.choices:
            _menu(sheet, menus, position, cell, language)
        sheet.column_dimensions[get_column_letter(position)].width = _width(cell, language)
    sheet.freeze_panes = "A2"
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


def documentation(spec: ListSpec, language: Language = "fr") -> str:
    """The section of `docs/lists.md` on this list."""
    headings = ("Colonne", "Nom stable", "Obligatoire", "Ce qu’on y écrit", "Exemple")
    lines = [
        f"## `{spec.name}` : {spec.label.text(language)}",
        "",
        f"{spec.purpose.text(language).capitalize()}.",
        "",
        "| " + " | ".join(headings) + " |",
        "|" + " --- |" * len(headings),
    ]
    for name, cell in spec.row.cells().items():
        row = (
            cell.label.text(language),
            f"`{name}`",
            "oui" if cell.required else "",
            _said(cell, language),
            cell.example,
        )
        lines.append("| " + " | ".join(part.replace("|", "\\|") for part in row) + " |")
    return "\n".join(lines) + "\n"


def menu_words(cell: Cell, language: Language) -> list[str]:
    """What the drop-down shows for each code: its French (or English) word."""
    choices = (cell.choices or {}).items()
    return [choice_label(code, said).text(language) for code, said in choices]


def _schema_field(name: str, cell: Cell) -> Json:
    field: dict[str, Json] = {
        "name": name,
        # « 1 234,5 » and « mars 2013 » are welcome: to a schema they are text.
        "type": "string",
        "title": cell.label.fr,
        "description": _said(cell, "fr"),
    }
    if cell.example:
        field["example"] = cell.example
    if cell.required:
        field["constraints"] = {"required": True}
    return field


def _said(cell: Cell, language: Language) -> str:
    parts = [cell.help.text(language)]
    if cell.choices:
        parts.append(", ".join(menu_words(cell, language)))
    return " ; ".join(part for part in parts if part)


def _head(sheet: Worksheet, position: int, cell: Cell, language: Language) -> None:
    heading = sheet.cell(1, position, cell.label.text(language))
    heading.font = Font(bold=True, color=_INK)
    heading.fill = PatternFill("solid", fgColor=_GROUND)
    heading.alignment = Alignment(wrap_text=True, vertical="top")
    needed = {"fr": "Obligatoire.", "en": "Required."}[language] if cell.required else ""
    example = {"fr": "Exemple", "en": "Example"}[language]
    shown = f"{example} : {cell.example}" if cell.example else ""
    note = "\n".join(filter(None, (needed, _said(cell, language), shown)))
    if note:
        heading.comment = Comment(note, "Maillage")


def _menu(
    sheet: Worksheet, menus: Worksheet, position: int, cell: Cell, language: Language
) -> None:
    """The words stand in a hidden sheet: a drop-down in place is limited in length."""
    words = menu_words(cell, language)
    letter = get_column_letter(position)
    for line, word in enumerate(words, start=1):
        menus.cell(line, position, word)
    source = f"='{menus.title}'!${letter}$1:${letter}${len(words)}"
    menu = DataValidation(type="list", formula1=source, allow_blank=True, showErrorMessage=False)
    menu.add(f"{letter}2:{letter}{_ROWS_WITH_MENUS}")
    sheet.add_data_validation(menu)


def _width(cell: Cell, language: Language) -> int:
    longest = max(len(cell.label.text(language)), len(cell.example))
    return min(_WIDEST, max(_NARROWEST, longest + 2))
