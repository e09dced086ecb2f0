"""The copy of a file to mend: its lines where they were, its cells to look at marked and told."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path

import openpyxl
import pytest
from loading import Desk, a_desk
from openpyxl.cell import Cell
from openpyxl.worksheet.worksheet import Worksheet
from workbooks import workbook

from maillage.graph.errors import InvalidInput
from maillage.graph.languages import Language
from maillage.ingest.loading import marked
from maillage.ingest.loading.marked import GROUNDS, marked_copy
from maillage.ingest.loading.report import Report

RED, ORANGE = GROUNDS["refused"], GROUNDS["warning"]


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with a_desk(tmp_path) as desk:
        yield desk


def copied(content: bytes, report: Report) -> openpyxl.Workbook:
    return openpyxl.load_workbook(io.BytesIO(marked_copy(content, [report])))


def marks(sheet: Worksheet) -> dict[str, tuple[str, str]]:
    """Cell → its ground and what its comment says."""
    return {
        cell.coordinate: (str(cell.fill.fgColor.rgb)[-6:], cell.comment.text)
        for row in sheet.iter_rows()
        for cell in row
        if isinstance(cell, Cell) and cell.comment
    }


def test_a_text_file_line_for_line(desk: Desk) -> None:
    text = (
        "Nos adhérents;;\n\nNom;SIREN;Part\nVal Ferme;8,19304E+08;=1+1\nA;732829320;0012;x\n"
        ";;\nB;Lyon\n"
    )
    report = desk.bring(text, "actors")
    sheet = copied(text.encode(), report).worksheets[0]
    assert [sheet.cell(row, 1).value for row in range(1, 8)] == [
        "Nos adhérents", None, "Nom", "Val Ferme", "A", None, "B",
    ]  # fmt: skip
    found = marks(sheet)
    assert found["B4"][0] == ORANGE and "8,19304E+08" not in found["B4"][1]
    assert found["A5"][0] == RED and "Ligne 5 refusée" in found["A5"][1]
    assert "C3" in found and "non reconnue" in found["C3"][1]
    # Text as it stands: neither a formula nor a number, the cell beyond the headings too.
    assert (sheet["C4"].value, sheet["C4"].data_type) == ("=1+1", "s")
    assert [sheet.cell(5, column).value for column in (3, 4)] == ["0012", "x"]


def test_the_copy_loads_as_the_file_did(desk: Desk) -> None:
    text = "Nom;SIREN;Commune\nVal Ferme;8,19304E+08;Die\n;732829320;Lyon\n“;x;y\n"
    report = desk.bring(text, "actors", dry_run=True)
    copy = marked_copy(text.encode(), [report])
    again = desk.bring(copy, "actors", name="copie.xlsx", dry_run=True)
    assert again.counts == report.counts
    assert again.notable.keys() == {("Feuille", line) for _, line in report.notable}


@pytest.mark.parametrize(("language", "kept"), [("fr", "Ligne gardée"), ("en", "Line kept")])
def test_of_a_line_refused_for_another_reason_it_is_not_said_to_be_kept(
    desk: Desk, language: Language, kept: str
) -> None:
    text = (
        "Associé;Société;% capital;Date\n"
        "Mme Dupont;Ferme;5;00/00/0000\n"  # refused as it is read
        "Kerbio;Ferme;51;00/00/0000\n"  # once all the lines are
        "Val Ferme;Ferme;50;00/00/0000\n"
        "Val Ferme;Scierie;50;00/00/0000\n"
    )
    report = desk.bring(text, "shareholdings")
    assert report.refused == 3
    told = [one for one in report.problems.in_order() if one.code == "date_zero"]
    assert [one.row for one in told if kept in one.message(language)] == [5]
    copy = openpyxl.load_workbook(io.BytesIO(marked_copy(text.encode(), [report], language)))
    found = marks(copy.worksheets[0])
    assert [line for line in range(2, 6) if kept in found[f"D{line}"][1]] == [5]


def test_mended_and_loaded_again(desk: Desk) -> None:
    text = "De;Vers;Nature\nA;B;amitié\nA;C;partenariat\n"
    report = desk.bring(text, "ties")
    assert report.refused == 1
    book = copied(text.encode(), report)
    assert marks(book.worksheets[0]).keys() == {"C2"}
    book.worksheets[0]["C2"] = "partenariat"
    content = io.BytesIO()
    book.save(content)
    again = desk.bring(content.getvalue(), "ties", name="copie.xlsx")
    assert (again.refused, again.rows) == (0, 2)
    assert desk.ties.keys() == {("A", "B", "partnership"), ("A", "C", "partnership")}


def test_a_workbook_keeps_its_other_sheets_and_formulas(desk: Desk) -> None:
    def fill(sheet: Worksheet) -> None:
        sheet.append(["Liste 2014"])
        sheet.append([])
        sheet.append([None, "Nom", "Emplois"])
        sheet.append([None, "Val Ferme", "beaucoup"])
        sheet.append([None, None, 3])
        sheet["E1"] = "=1+1"
        sheet["B4"].number_format = "@"

    content = workbook(Liste=fill, Notice=[["à lire"]])
    report = desk.bring(content, "actors", name="liste.xlsx")
    book = copied(content, report)
    seen = [sheet.title for sheet in book.worksheets if sheet.sheet_state == "visible"]
    assert seen == ["Liste", "Notice"]
    sheet = book["Liste"]
    assert sheet["E1"].value == "=1+1"
    found = marks(sheet)
    assert found["C4"][0] == ORANGE and "beaucoup" in found["C4"][1]
    assert found["B5"][0] == RED and "la case" in found["B5"][1]


def test_a_cell_within_a_merged_area(desk: Desk) -> None:
    def fill(sheet: Worksheet) -> None:
        sheet.append(["Nom", "Emplois"])
        sheet.append(["A", "peu"])
        sheet.append(["B", None])
        sheet.merge_cells("B2:B3")

    content = workbook(F=fill)
    report = desk.bring(content, "actors", name="liste.xlsx")
    found = marks(copied(content, report)["F"])
    assert "B2" in found and "B3" not in found


def test_records_without_a_heading_get_one(desk: Desk) -> None:
    text = '[{"Nom": "A", "Emplois": "x"}, {"Emplois": 3}]'
    report = desk.bring(text, "actors", name="liste.json")
    sheet = copied(text.encode(), report).worksheets[0]
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(max_row=3)]
    assert rows == [["Nom", "Emplois"], ["A", "x"], [None, "3"]]
    found = marks(sheet)
    assert found["B2"][0] == ORANGE and found["A3"][0] == RED


def test_a_line_with_several_findings_shows_the_worst(desk: Desk) -> None:
    text = "Nom;Emplois;Commune\n;peu;Die\n"
    report = desk.bring(text, "actors")
    found = marks(copied(text.encode(), report).worksheets[0])
    assert found["A2"][0] == RED and found["B2"][0] == ORANGE


def test_what_a_workbook_cannot_hold_is_left_out(desk: Desk) -> None:
    text = "Nom;Note\nA\x07;" + "z" * 40_000 + "\n;x\n"
    report = desk.bring(text, "actors")
    sheet = copied(text.encode(), report).worksheets[0]
    assert sheet["A2"].value == "A"
    assert len(str(sheet["B2"].value)) == marked.MOST_CHARACTERS


def test_more_lines_than_a_workbook_holds(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(marked, "MOST_LINES", 3)
    text = "Nom\nA\nB\nC\n"
    report = desk.bring(text, "actors")
    with pytest.raises(InvalidInput) as refusal:
        marked_copy(text.encode(), [report])
    assert refusal.value.code == "marked_too_long"


def test_comments_speak_the_language_asked(desk: Desk) -> None:
    text = "Nom;Emplois\nA;peu\n"
    report = desk.bring(text, "actors")
    book = openpyxl.load_workbook(io.BytesIO(marked_copy(text.encode(), [report], "en")))
    (told,) = marks(book.worksheets[0]).values()
    assert "is not a whole number" in told[1] or "is not a number" in told[1]


def test_a_workbook_of_several_lists_is_marked_for_each_and_loads_in_the_place_of_each(
    desk: Desk,
) -> None:
    tie = ["Val Ferme", "B", "partenariat"]
    content = workbook(
        Acteurs=[["Nom", "SIREN"], ["Val Ferme", "12"]],
        Liens=[["De", "Vers", "Nature"], tie, [*tie[:2], "amitié"]],
    )
    lists = ("actors", "ties")
    first = [desk.bring(content, name, name="reseau.xlsx") for name in lists]
    copy = marked_copy(content, first)
    book = openpyxl.load_workbook(io.BytesIO(copy))
    assert marks(book["Acteurs"]).keys() == {"B2"}
    assert marks(book["Liens"]).keys() == {"C3"}
    second = [desk.bring(copy, name, name="copie.xlsx") for name in lists]
    assert [report.replaces for report in second] == [report.import_id for report in first]
