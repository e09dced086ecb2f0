"""Which sheets of a workbook are read: hidden, empty, foreign, damaged, asked for."""

from __future__ import annotations

import io
import zipfile

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet
from workbook_tables import cells, one, read
from workbooks import workbook

from maillage.graph.errors import UnreadableFile
from maillage.ingest.tables import read_tables


def hide(sheet: Worksheet) -> None:
    sheet.append(["Nom"])
    sheet.append(["caché"])
    sheet.sheet_state = "hidden"


@pytest.fixture
def hidden_and_seen() -> bytes:
    def menus(sheet: Worksheet) -> None:
        sheet.append(["oui"])
        sheet.sheet_state = "veryHidden"

    one = [["Nom"], ["a"]]
    return workbook(Adhérents=one, Bureau=one, Caché=hide, listes=menus)


def test_several_sheets_hidden_empty_and_foreign() -> None:
    data = workbook(
        Notice=[["Bonjour"], ["lisez-moi"]],
        A=[["Nom"], ["a"]],
        Caché=hide,
        Vide=[],
        Titres=[["Nom", "Commune"]],
        B=[["Structure", "Commune"], ["b", "c"]],
    )
    tables = read(data)
    assert [(table.name, cells(table)) for table in tables] == [
        ("A", [("a",)]),
        ("B", [("b", "c")]),
    ]
    assert [(p.code, p.sheet) for p in tables[0].problems] == [
        ("sheet_hidden", "Caché"), ("sheet_empty", "Vide"), ("sheet_ignored", "Notice"),
        ("sheet_empty", "Titres"),
    ]  # fmt: skip


def test_the_sheets_that_are_asked_for_alone_are_read(hidden_and_seen: bytes) -> None:
    """By their names but for case and accents, a hidden one too."""
    (hidden,) = read(hidden_and_seen, "cache")
    assert (hidden.hidden, cells(hidden)) == (True, [("caché",)])
    assert [(p.code, p.sheet) for p in hidden.problems] == [
        ("sheet_not_asked", "Adhérents"), ("sheet_not_asked", "Bureau"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("asked", "code"), [("Adherent", "sheet_unknown_near"), ("?", "sheet_unknown")]
)
def test_a_sheet_that_is_not_there_is_answered_with_those_that_are(
    hidden_and_seen: bytes, asked: str, code: str
) -> None:
    with pytest.raises(UnreadableFile) as caught:
        read(hidden_and_seen, "Bureau", asked)
    said = caught.value.text("fr")
    assert caught.value.code == code and said.endswith("Adhérents, Bureau, Caché, listes.")


def test_a_file_of_text_has_no_sheet_to_ask_for() -> None:
    with pytest.raises(UnreadableFile) as caught:
        read_tables(b"Nom\nA\n", name="liste.csv", sheets=["Adhérents"])
    assert caught.value.code == "file_without_sheets"


def test_a_sheet_of_charts_is_no_table() -> None:
    book = openpyxl.Workbook()
    assert book.active is not None
    book.active.append(["Nom"])
    book.active.append(["A"])
    book.create_chartsheet("Graphique")
    held = io.BytesIO()
    book.save(held)
    assert cells(one(held.getvalue())) == [("A",)]


def test_one_damaged_sheet_does_not_hide_the_others() -> None:
    data = workbook(A=[["Nom"], ["a"]], B=[["Nom"], ["b"]])
    held = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(held, "w") as new:
        for info in old.infolist():
            content = old.read(info)
            new.writestr(info.filename, content[:80] if "sheet2" in info.filename else content)
    table = one(held.getvalue())
    assert cells(table) == [("a",)]
    assert [(p.code, p.sheet) for p in table.problems] == [("sheet_damaged", "B")]
