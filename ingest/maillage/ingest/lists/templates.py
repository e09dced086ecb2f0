"""What is generated from the row model of a list: Table Schema, templates, documentation."""

from __future__ import annotations

import csv
import io

from maillage.graph.languages import Language
from maillage.graph.wording import capital
from maillage.ingest.lists.form import Form, said_of
from maillage.ingest.lists.rows import Cell, ListSpec

Json = str | bool | dict[str, "Json"] | list["Json"]

SCHEMA_PROFILE = "https://specs.frictionlessdata.io/schemas/table-schema.json"


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
    form = Form.new(language)
    sheet = form.sheet(spec.label.text(language))
    form.head(sheet, tuple(spec.row.cells().values()))
    sheet.freeze_panes = "A2"
    return form.content()


def documentation(spec: ListSpec, language: Language = "fr") -> str:
    """The section of `docs/lists.md` on this list."""
    headings = ("Colonne", "Nom stable", "Obligatoire", "Ce qu’on y écrit", "Exemple")
    lines = [
        f"## `{spec.name}`\u202f: {spec.label.text(language)}",
        "",
        f"{capital(spec.purpose).text(language)}.",
        "",
        "| " + " | ".join(headings) + " |",
        "|" + " --- |" * len(headings),
    ]
    for name, cell in spec.row.cells().items():
        row = (
            cell.label.text(language),
            f"`{name}`",
            "oui" if cell.required else "",
            said_of(cell, language),
            # As it is typed, with the spaces of a keyboard.
            f"`{cell.example}`" if cell.example else "",
        )
        lines.append("| " + " | ".join(part.replace("|", "\\|") for part in row) + " |")
    return "\n".join(lines) + "\n"


def _schema_field(name: str, cell: Cell) -> Json:
    field: dict[str, Json] = {
        "name": name,
        # « 1 234,5 » and « mars 2013 » are welcome: to a schema they are text.
        "type": "string",
        "title": cell.label.fr,
        "description": said_of(cell, "fr"),
    }
    if cell.example:
        field["example"] = cell.example
    if cell.required:
        field["constraints"] = {"required": True}
    return field
