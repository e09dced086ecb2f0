"""Each sheet of a workbook may be a list of its own: loaded by itself, an import of its own."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from loading import Desk, a_desk
from workbooks import mended, workbook

from maillage.graph import ledger
from maillage.ingest.lists.which_list import guess_lists
from maillage.ingest.loading.marked import marked_copy
from maillage.ingest.loading.report import Report

BOOK = workbook(
    Réalis=[["Adhérent", "Depuis"], ["Alpha", "2012"], ["Bêta", "hier"]],
    Vilaine=[["Adhérent", "Depuis"], ["Alpha", "2013"], ["Gamma", "2013"]],
)
REALIS = {("Alpha", "Réalis", "membership"), ("Bêta", "Réalis", "membership")}
VILAINE = {("Alpha", "Vilaine", "membership"), ("Gamma", "Vilaine", "membership")}


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with a_desk(tmp_path) as one:
        yield one


def bring(desk: Desk, *sheets: str, pole: str, content: bytes = BOOK) -> Report:
    return desk.bring(
        content, "members", name="poles.xlsx", sheets=sheets, pole=pole, new_pole=True
    )


def test_two_sheets_of_a_workbook_are_two_imports(desk: Desk) -> None:
    first, second = (bring(desk, name, pole=name) for name in ("Réalis", "Vilaine"))
    assert desk.ties.keys() == REALIS | VILAINE
    assert [item.title for item in desk.store.imports()] == [
        "poles.xlsx (Réalis)",
        "poles.xlsx (Vilaine)",
    ]
    assert bring(desk, "realis", pole="Réalis").again
    ledger.undo(desk.store, str(first.import_id))
    assert desk.ties.keys() == VILAINE
    assert second.import_id != first.import_id


def test_the_sheet_makes_the_import_though_the_list_be_of_the_same_pole(desk: Desk) -> None:
    loaded = {bring(desk, *names, pole="P").import_id for names in ([], ["Réalis"], ["Vilaine"])}
    assert len(loaded) == 3


def test_the_copy_of_one_sheet_mended_takes_its_place_and_no_other(desk: Desk) -> None:
    first = bring(desk, "Réalis", pole="Réalis")
    copy = mended(marked_copy(BOOK, [first]), B3="2014")
    assert not bring(desk, "Vilaine", pole="Vilaine", content=copy).replaces
    assert bring(desk, "Réalis", pole="Réalis", content=copy).replaces == first.import_id
    assert desk.ties.keys() == REALIS | VILAINE


def test_the_copy_of_one_sheet_is_read_of_that_sheet_though_none_is_asked_for(desk: Desk) -> None:
    first = bring(desk, "Réalis", pole="Réalis")
    copy = mended(marked_copy(BOOK, [first]), B3="2014")
    assert bring(desk, pole="Réalis", content=copy).replaces == first.import_id
    assert desk.ties.keys() == REALIS


def test_the_list_is_guessed_from_the_sheets_that_are_asked_for() -> None:
    holdings = [["Associé", "Société", "Part du capital"], ["Alpha", "Bêta", "10 %"]]
    book = workbook(Une=holdings, Deux=[["Nom", "Commune"], ["Alpha", "Redon"]])
    assert guess_lists(book) == ("shareholdings",)
    assert guess_lists(book, sheets=["Deux"]) == ("actors",)
