"""Coding sheets filled in as coders do."""

from __future__ import annotations

import io
from collections.abc import Mapping
from pathlib import Path

from openpyxl import load_workbook

# coder → name of the organisation → heading → what is written
Decisions = Mapping[str, Mapping[str, Mapping[str, str]]]


def coded(sheets: bytes, decisions: Decisions) -> bytes:
    """Each decision on the line of its organisation, in the sheet of its coder."""
    book = load_workbook(io.BytesIO(sheets))
    for coder, of_coder in decisions.items():
        sheet = book[coder]
        columns = {str(cell.value): place for place, cell in enumerate(sheet[1], start=1)}
        lines = {
            sheet.cell(line, columns["Acteur"]).value: line for line in range(2, sheet.max_row + 1)
        }
        for name, cells in of_coder.items():
            for heading, text in cells.items():
                sheet.cell(lines[name], columns[heading]).value = text
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


def code_file(path: Path, decisions: Decisions) -> None:
    path.write_bytes(coded(path.read_bytes(), decisions))
