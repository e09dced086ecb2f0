"""A second list of actors with a name that others gave to one: who bore their ties is told."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from loading import Desk, a_desk

CODE = "name_now_shared"
FIRST = "Nom;Commune;Code postal\nAlpha;REDON;35600\n"
SECOND = "Nom;Commune\nBêta;Rieux\nAlpha;Redon\n"
MEMBERS = "Structure;Commune;Pôle\nAlpha;Redon;P1\n"


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with a_desk(tmp_path) as found:
        found.bring(FIRST, "actors", name="annuaire.csv")
        yield found


def test_the_lines_that_no_longer_say_which_are_told(desk: Desk) -> None:
    desk.bring(MEMBERS, "members", name="membres.csv")
    report = desk.bring(SECOND, "actors", name="autre.csv")
    (said,) = [one for one in report.problems if one.code == CODE]
    assert said.row == 3
    assert "membres.csv" in said.message("fr")
    again = desk.bring(SECOND + "Gamma;Allaire\n", "actors", name="suite.csv")
    assert CODE not in {one.code for one in again.problems}


def test_where_nobody_refers_to_it_there_is_nothing_to_tell(desk: Desk) -> None:
    report = desk.bring(SECOND, "actors", name="autre.csv")
    assert CODE not in {one.code for one in report.problems}
