"""Of a workbook of several sheets it is said which were read; of the others, why not."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from loading import Desk, a_desk
from openpyxl.worksheet.worksheet import Worksheet
from workbooks import workbook

ROWS = [["Nom", "Commune"], ["Val Horizon", "Trévoux"]]


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with a_desk(tmp_path) as one:
        yield one


def hide(sheet: Worksheet) -> None:
    sheet.append(["Nom"])
    sheet.append(["caché"])
    sheet.sheet_state = "hidden"


def test_the_sheets_that_are_read_are_named(desk: Desk) -> None:
    book = workbook(
        Notice=[["Bonjour"]], Une=ROWS, Deux=ROWS, Cachée=hide, Vide=[], Blancs=[[" "], [" "]]
    )
    report = desk.bring(book, "actors", name="annuaire.xlsx")
    first, *others = report.problems.in_order()
    assert first.message() == (
        "Lu dans ce fichier\u202f: 2 feuilles sur 6, «\u202fUne\u202f» et «\u202fDeux\u202f»."
    )
    assert first.message("en") == "Read of this file: 2 sheets of 6, “Une” and “Deux”."
    assert {(p.code, p.sheet) for p in others if p.row is None} == {
        ("sheet_hidden", "Cachée"),
        ("sheet_empty", "Vide"),
        ("sheet_empty", "Blancs"),
        ("sheet_ignored", "Notice"),
    }


def test_of_one_sheet_nothing_is_said(desk: Desk) -> None:
    def menus(sheet: Worksheet) -> None:
        sheet.append(["oui"])
        sheet.sheet_state = "veryHidden"

    report = desk.bring(workbook(Une=ROWS, listes=menus), "actors", name="annuaire.xlsx")
    assert not report.problems.count("sheets_read")
    assert not desk.bring("Nom\nUne\n", "actors").problems.count("sheets_read")
