"""A period where a start is awaited is a start and an end, if nothing tells another end."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from loading import Desk, a_desk, codes

TIES = "De;Vers;Nature;Depuis;Jusqu’à\n"


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with a_desk(tmp_path) as found:
        yield found


def lasted(desk: Desk) -> tuple[str, str]:
    tie = desk.tie("Alpha", "Bêta", "partnership")
    return tie.start.text if tie.start else "", tie.end.text if tie.end else ""


@pytest.mark.parametrize(
    ("cell", "start", "end"),
    [
        ("2019-2021", "2019", "2021"),
        ("2019 – 2021", "2019", "2021"),
        ("2019 à 2021", "2019", "2021"),
        ("de 2019 à 2020", "2019", "2020"),
        ("de mars 2019 à 2021", "2019-03", "2021"),
        ("du 01/02/2019 au 31/12/2021", "2019-02-01", "2021-12-31"),
        ("sept 2019 - août 2021", "2019-09", "2021-08"),
        ("07/2019-08/2020", "2019-07", "2020-08"),
        ("11/2019-08/2020", "2019-11", "2020-08"),
        ("09/2019-05/2020", "2019-09", "2020-05"),
        ("01/09/2019-15/09/2020", "2019-09-01", "2020-09-15"),
        ("09/2019-2020", "2019-09", "2020"),
        ("de sept 2019 à août 2020", "2019-09", "2020-08"),
    ],
)
def test_both_are_read_and_said(cell: str, start: str, end: str, desk: Desk) -> None:
    report = desk.bring(f"{TIES}Alpha;Bêta;partenariat;{cell};\n", "ties")
    assert "date_period_read" in codes(report, 2)
    assert "date_is_period" not in codes(report, 2)
    assert lasted(desk) == (start, end)


@pytest.mark.parametrize(
    "line",
    [
        # One season, perhaps: who came in it may not have left.
        "2019-2020;",
        "sept 2019 - août 2020;",
        "09/2019-08/2020;",
        "07/2019 – 06/2020;",
        "10/2019-09/2020;",
        "01/09/2019-31/08/2020;",
        "2021-2019;",
        # A year that is not known, perhaps.
        "2019 / 2021;",
        "vers 2019-2021;",
        # Something stands where the end would.
        "2019-2021;2023",
        "2019-2021;en cours",
        "2019-2021;hier",
    ],
)
def test_what_may_mean_something_else_is_not(line: str, desk: Desk) -> None:
    report = desk.bring(f"{TIES}Alpha;Bêta;partenariat;{line}\n", "ties")
    assert "date_is_period" in codes(report, 2)
    assert lasted(desk) == ("", "2023" if "2023" in line else "")


@pytest.mark.parametrize(
    ("as_list", "text"),
    [
        ("members", "Structure;Pôle;Adhésion\nAlpha;P;2019-2021\n"),
        ("employers", "Employeur;Groupement;Depuis\nAlpha;G;2019-2021\n"),
        ("partnerships", "Partenaires;Date\nAlpha | Bêta;2019-2021\n"),
        ("shareholdings", "Associé;Société;Depuis\nAlpha;Bêta;2019-2021\n"),
    ],
)
def test_whatever_the_list_of_ties(as_list: str, text: str, desk: Desk) -> None:
    report = desk.bring(text, as_list)
    assert "date_period_read" in codes(report, 2)
    (tie,) = [tie for tie in desk.ties.values() if tie.start]
    assert (tie.start and tie.start.text, tie.end and tie.end.text) == ("2019", "2021")


def test_an_organisation_founded_within_a_period_has_not_ended(desk: Desk) -> None:
    report = desk.bring("Nom;Créé en\nAlpha;2019-2021\n", "actors")
    assert "date_is_period" in codes(report, 2)
    assert "valid_to" not in desk.actor("Alpha").attributes


def test_a_period_to_come_is_planned(desk: Desk) -> None:
    line = "Alpha;Bêta;partenariat;2027-2029;\n"
    assert "start_to_come" in codes(desk.bring(TIES + line, "ties", date="2024-01-01"), 2)
