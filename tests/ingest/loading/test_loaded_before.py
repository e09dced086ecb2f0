"""A file brought again: the same load however it is written whose it is, or one that is told."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from loading import Desk, a_desk
from workbooks import workbook

from maillage.graph import ledger
from maillage.ingest.loading.report import Report

MEMBERS = "Structure;Commune\nAlpha;Redon\n"
AGAIN = {"pole": "PTCE Rédon", "date": "01/03/2024"}


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with a_desk(tmp_path) as found:
        found.bring(MEMBERS, "members", pole="ptce redon", date="2024-03-01")
        yield found


def of_code(report: Report, code: str) -> list[str]:
    return [one.message("fr") for one in report.problems if one.code == code]


def test_a_pole_and_a_day_written_otherwise_are_the_same_load(desk: Desk) -> None:
    again = desk.bring(MEMBERS, "members", **AGAIN)
    assert again.again
    assert again.import_id == desk.reports[0].import_id
    assert {"ptce redon", "Alpha"} == desk.names


def test_so_is_a_pole_named_by_its_id(desk: Desk) -> None:
    assert desk.bring(MEMBERS, "members", **{**AGAIN, "pole": desk.actor("ptce redon").id}).again


def test_and_one_that_was_undone(desk: Desk) -> None:
    first = str(desk.reports[0].import_id)
    ledger.undo(desk.store, first)
    assert desk.bring(MEMBERS, "members", **AGAIN).import_id == first
    assert len(desk.store.imports()) == 1


def test_of_another_day_the_load_that_holds_it_is_told(desk: Desk) -> None:
    report = desk.bring(MEMBERS, "members", pole="ptce redon", date="2025-03-01")
    (said,) = of_code(report, "loaded_otherwise")
    assert "à une autre date" in said
    assert str(desk.reports[0].import_id) in said
    assert not of_code(desk.bring(MEMBERS, "members", **AGAIN), "loaded_otherwise")


def test_so_is_one_of_another_pole(desk: Desk) -> None:
    report = desk.bring(MEMBERS, "members", pole="PTCE Auray", new_pole=True, date="2024-03-01")
    (said,) = of_code(report, "loaded_otherwise")
    assert "ptce redon" in said


@pytest.mark.parametrize(
    ("said", "option"),
    [
        ({"source": "Rapport"}, "--source"), ({"declared_by": "Alpha"}, "--declared-by"),
        ({"columns": {"Commune": ""}}, "--map"), ({"left_out": ["Commune"]}, "colonnes"),
    ],
)  # fmt: skip
def test_the_option_that_differs_is_named(desk: Desk, said: Mapping[str, Any], option: str) -> None:
    (told,) = of_code(desk.bring(MEMBERS, "members", **{**AGAIN, **said}), "loaded_otherwise")
    assert option in told
    assert not {"pour", "--date"} & set(told.split())


def test_of_several_loads_the_latest_is_told_and_the_others_are_counted(desk: Desk) -> None:
    for title in ("Un", "Deux"):
        desk.bring(MEMBERS, "members", **AGAIN, source=title)
    (told,) = of_code(desk.bring(MEMBERS, "members", **AGAIN, source="Trois"), "loaded_otherwise")
    assert "Deux" in told
    assert "de 2 autres façons" in told
    (told,) = of_code(desk.bring(MEMBERS, "actors"), "loaded_as_another")
    assert "de 3 autres façons" in told


def test_the_same_list_now_complete_says_which_load_to_undo(desk: Desk) -> None:
    desk.bring(MEMBERS, "members", **AGAIN, source="Rapport")
    report = desk.bring(MEMBERS, "members", **AGAIN, complete=True)
    assert not of_code(report, "loaded_otherwise")
    (told,) = [one for one in report.problems if one.code == "loaded_twice"]
    assert "sans être dite complète" in told.message("fr")
    assert f"maillage undo {desk.reports[0].import_id}" in told.hint("fr")


def test_and_one_of_another_list(desk: Desk) -> None:
    (said,) = of_code(desk.bring(MEMBERS, "actors"), "loaded_as_another")
    assert "(membres)" in said


def test_but_not_one_that_no_longer_counts(desk: Desk) -> None:
    ledger.undo(desk.store, str(desk.reports[0].import_id))
    assert not of_code(desk.bring(MEMBERS, "actors"), "loaded_as_another")


def test_other_sheets_of_a_workbook_are_other_lines(desk: Desk) -> None:
    book = workbook(Membres=[["Structure", "Pôle"], ["A", "P"]], Liens=[["De", "Vers"], ["A", "B"]])
    desk.bring(book, "members", sheets=["Membres"])
    report = desk.bring(book, "ties", sheets=["Liens"])
    assert not of_code(report, "loaded_as_another")


def test_another_file_of_the_pole_says_under_which_name_it_is_known(desk: Desk) -> None:
    report = desk.bring("Structure\nBêta\n", "members", **AGAIN)
    (said,) = of_code(report, "pole_known_as")
    assert "ptce redon" in said
