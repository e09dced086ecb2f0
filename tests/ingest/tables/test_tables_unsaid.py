"""What a person says of her cells without writing it in them is told not to be read."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable

import pytest
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.comments import Comment
from openpyxl.styles import Font, PatternFill
from openpyxl.worksheet.worksheet import Worksheet
from workbook_tables import one
from workbooks import workbook

from maillage.ingest.tables import Table

STRUCK = Font(strike=True)


def filled(mark: Callable[[Worksheet], None]) -> Table:
    def fill(sheet: Worksheet) -> None:
        for row in (["Liste"], ["Nom", "Part"], ["a", 1], ["b", 2], ["c", None]):
            sheet.append(row)
        mark(sheet)

    return one(workbook(F=fill))


def said(table: Table) -> list[str]:
    codes = {"rows_struck", "comments_not_read"}
    return [problem.message("fr") for problem in table.problems if problem.code in codes]


def test_texts_that_are_struck_out_are_read_and_said() -> None:
    """A heading or a blank cell that is struck out says nothing."""

    def strike(sheet: Worksheet) -> None:
        for cell in ("A1", "B2", "A3", "B4", "B5"):
            sheet[cell].font = STRUCK

    table = filled(strike)
    assert [row.cells[0] for row in table.rows] == ["a", "b", "c"]
    assert said(table) == [
        "2 lignes où un texte est barré sont lues comme les autres (lignes 3, 4)."
    ]


def test_words_struck_out_within_a_cell_are_not_seen() -> None:
    def strike(sheet: Worksheet) -> None:
        sheet["A3"] = CellRichText(TextBlock(InlineFont(strike=True), "a"), " b")

    table = filled(strike)
    assert [row.cells[0] for row in table.rows] == ["a b", "b", "c"]
    assert not said(table)


@pytest.mark.parametrize("number", [1, 12])
def test_comments_are_said_by_their_cells(number: int) -> None:
    def comment(sheet: Worksheet) -> None:
        for row in range(3, 3 + number):
            sheet.cell(row, 1).comment = Comment("Mme Dupont a rappelé", "Anne Dupont")

    told = said(filled(comment))
    assert told == [
        "1 commentaire de cellule n’est pas lu (A3)."
        if number == 1
        else "12 commentaires de cellules ne sont pas lus "
        "(A3, A4, A5, A6, A7, A8, A9, A10, A11, A12…)."
    ]
    assert "Dupont" not in str(told)


def test_ours_are_none() -> None:
    def comment(sheet: Worksheet) -> None:
        sheet["A3"].comment = Comment("ligne 3 refusée", "Maillage, compte rendu")
        sheet["B2"].comment = Comment("en pour cent", "Maillage")

    assert said(filled(comment)) == []


def test_colours_are_no_sign_by_themselves() -> None:
    def colour(sheet: Worksheet) -> None:
        sheet["A3"].fill = PatternFill("solid", fgColor="FF0000")
        sheet["A4"].font = Font(color="FF0000", bold=True)

    assert said(filled(colour)) == []


def test_comments_that_cannot_be_read_cost_nothing_else() -> None:
    def comment(sheet: Worksheet) -> None:
        sheet.append(["Nom"])
        sheet.append(["a"])
        sheet["A2"].comment = Comment("?", "Anne")

    made, held = io.BytesIO(workbook(F=comment)), io.BytesIO()
    with zipfile.ZipFile(made) as before, zipfile.ZipFile(held, "w") as after:
        for name in before.namelist():
            cut = "comment" in name and name.endswith(".xml")
            after.writestr(name, b"<comments>" if cut else before.read(name))
    table = one(held.getvalue())
    assert [row.cells for row in table.rows] == [("a",)]
    assert said(table) == []
