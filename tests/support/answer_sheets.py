"""A small pole and its members, and the sheets that they fill in as people do."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from pathlib import Path

from loading import Desk
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

POLE, OTHER_POLE = "ptce-brume", "ptce-autre"
LISTS = {
    "actors": (
        "id;Nom;SIREN;Commune\nval;Val Ferme;732829320;Die\nfour;Le Fournil;;Die\n"
        "eole;SCIC Éole;;Crest\nbanque;Banque Verte;;Die\n"
    ),
    "poles": f"id;Nom du pôle\n{POLE};Pôle de la Brume\n{OTHER_POLE};Pôle d’ailleurs\n",
    "members": f"member_id;pole_id;Depuis\nval;{POLE};2012\nfour;{POLE};\neole;{OTHER_POLE};\n",
    "ties": (
        "source_id;target_id;kind;valid_from;valid_to;status;subtype;source;observed_on\n"
        "val;four;partnership;2010;;;;Journal;2013\n"
        "banque;val;financing;;;planned;fonds d’amorçage;Journal;2013\n"
        "val;eole;supply;2009;2011;ended;;Journal;2013\n"
    ),
}
Cells = Mapping[str, str]


def a_pole(desk: Desk) -> None:
    for as_list, text in LISTS.items():
        desk.bring(text, as_list, name=f"{as_list}.csv")


def filled(sheet: bytes, answers: Mapping[str, Cells], added: Sequence[Cells] = ()) -> bytes:
    """The sheet with these answers, by the name of the partner, and the lines that are added."""
    book = load_workbook(io.BytesIO(sheet))
    first = book.worksheets[0]
    head, columns = headings(first)
    blank = []
    for line in range(head + 1, first.max_row + 1):
        partner = first.cell(line, 1).value
        if partner is None:
            blank.append(line)
        for heading, text in answers.get(str(partner), {}).items():
            first.cell(line, columns[heading]).value = text
    for line, cells in zip(blank, added, strict=False):
        for heading, text in cells.items():
            first.cell(line, columns[heading]).value = text
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


def fill_file(path: Path, answers: Mapping[str, Cells], added: Sequence[Cells] = ()) -> None:
    path.write_bytes(filled(path.read_bytes(), answers, added))


def headings(sheet: Worksheet) -> tuple[int, dict[str, int]]:
    """Their line, and the column of each."""
    line = next(n for n in range(1, 20) if sheet.cell(n, 1).value in ("Avec", "With"))
    return line, {
        str(sheet.cell(line, column).value): column for column in range(1, sheet.max_column + 1)
    }
