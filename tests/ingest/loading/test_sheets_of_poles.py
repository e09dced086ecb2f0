"""Sheets called after other poles than the one whose list it is said to be are told."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from loading import Desk, a_desk
from workbooks import workbook

LINES = [["Structure", "Commune"], ["Alpha", "Redon"]]


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with a_desk(tmp_path) as one:
        one.bring("Nom;Autres noms\nPTCE T;Le T\nLa Lande;\n", "poles")
        yield one


def said(desk: Desk, *titles: str, lines: list[list[str]] = LINES) -> list[str]:
    book = workbook(**dict.fromkeys(titles, lines))
    report = desk.bring(book, "members", name="membres.xlsx", pole="PTCE T")
    return [one.message("fr") for one in report.problems if one.code == "sheets_of_poles"]


def test_those_of_poles_known_and_unknown(desk: Desk) -> None:
    (sentence,) = said(desk, "PTCE Redon", "PTCE T 2023", "la lande")
    assert "PTCE Redon" in sentence and "la lande" in sentence
    assert "2023" not in sentence


@pytest.mark.parametrize(
    "title", ["Membres", "2023", "PTCE", "Pôle", "LE T", "Membres PTCE T", "Alpha"]
)
def test_other_titles_name_no_other_pole(desk: Desk, title: str) -> None:
    assert not said(desk, title, "Suite")


def test_nor_do_those_whose_lines_say_the_pole(desk: Desk) -> None:
    lines = [["Structure", "Pôle"], ["Alpha", "PTCE T"]]
    assert not said(desk, "PTCE Redon", lines=lines)
