"""The name of a known member, in another commune: two actors, and the line says so."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from loading import Desk, a_desk, codes


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with a_desk(tmp_path) as found:
        found.bring(_list("La Fabrique", "Plestin-les-Grèves", "P1"), "members", name="a.csv")
        yield found


def test_in_the_same_pole_it_is_said(desk: Desk) -> None:
    report = desk.bring(_list("LA FABRIQUE", "Plestin", "P1"), "members", name="b.csv")
    assert "same_name_elsewhere" in codes(report, 2)
    (said,) = [one for one in report.problems if one.code == "same_name_elsewhere"]
    assert "(Plestin)" in said.message("fr")
    assert "qui est à Plestin-les-Grèves" in said.message("fr")


@pytest.mark.parametrize(
    ("name", "commune", "pole"),
    [
        ("La Fabrique", "Plestin", "P2"),
        ("La Fabrique", "PLESTIN LES GREVES", "P1"),
        ("Le Phare", "Plestin", "P1"),
    ],
)
def test_elsewhere_and_otherwise_it_is_not(desk: Desk, name: str, commune: str, pole: str) -> None:
    report = desk.bring(_list(name, commune, pole), "members", name="b.csv")
    assert "same_name_elsewhere" not in {one.code for one in report.problems}


def _list(name: str, commune: str, pole: str) -> str:
    return f"Structure;Commune;Pôle\n{name};{commune};{pole}\n"
