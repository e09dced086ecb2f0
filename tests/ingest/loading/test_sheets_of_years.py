"""Two sheets that look like two years of one list are read together, and said to be."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from loading import Desk, a_desk
from workbooks import workbook

HEAD, ROW = ["Nom", "SIREN"], ["Val Horizon", "732829320"]


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with a_desk(tmp_path) as one:
        yield one


def said(desk: Desk, **sheets: list[list[str]]) -> list[str]:
    report = desk.bring(workbook(**sheets), "actors", name="annuaire.xlsx")
    return [one.message("fr") for one in report.problems if one.code == "sheets_of_years"]


def test_years_of_one_list_are_named(desk: Desk) -> None:
    (sentence,) = said(desk, **{"Adhérents 2012": [HEAD, ROW], "adherents 2013": [HEAD, ROW]})
    assert "«\u202fAdhérents 2012\u202f» et «\u202fadherents 2013\u202f»" in sentence


@pytest.mark.parametrize(
    "names", [("Adhérents", "Adhérents 2013"), ("Membres 2012", "Fournisseurs 2013")]
)
def test_other_sheets_are_not(desk: Desk, names: tuple[str, str]) -> None:
    assert not said(desk, **{name: [HEAD, ROW] for name in names})


def test_nor_are_those_of_other_columns(desk: Desk) -> None:
    assert not said(desk, **{"2012": [HEAD, ROW], "2013": [["Nom", "Commune"], ["X", "Tarnos"]]})
