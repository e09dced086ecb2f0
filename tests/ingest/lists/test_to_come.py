"""A tie that had yet to begin when the list spoke is planned, and the line is to look at."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from loading import Desk, a_desk, codes

from maillage.graph.vocabulary import Status

CODE = "start_to_come"
TIES = "De;Vers;Nature;Depuis;État;Constaté le\n"


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with a_desk(tmp_path) as found:
        yield found


@pytest.mark.parametrize(
    ("line", "day", "status"),
    [
        ("2015;;", "2014", Status.PLANNED),
        ("2015;;2013", "2020", Status.PLANNED),
        # It may have begun, by the days that are told.
        ("2014-11;;", "2014", Status.ACTIVE),
        ("2014;;", "2014-06-02", Status.ACTIVE),
        ("2013;;2013", "2010", Status.ACTIVE),
        # What the line says of it stands.
        ("2015;en cours;", "2014", Status.ACTIVE),
        ("2015;prévu;", "2014", Status.PLANNED),
    ],
)
def test_a_start_after_the_day_of_the_list(line: str, day: str, status: Status, desk: Desk) -> None:
    report = desk.bring(f"{TIES}Alpha;Bêta;partenariat;{line}\n", "ties", date=day)
    assert desk.tie("Alpha", "Bêta", "partnership").status is status
    told = "prévu" not in line and status is Status.PLANNED
    assert (CODE in codes(report, 2)) == told


def test_without_a_day_it_is_that_of_the_load(desk: Desk) -> None:
    now = datetime.now(UTC).year
    text = f"{TIES}A;B;partenariat;{now + 2};;\nA;C;partenariat;{now - 1};;\n"
    desk.bring(text, "ties")
    statuses = [desk.tie("A", other, "partnership").status for other in "BC"]
    assert statuses == [Status.PLANNED, Status.ACTIVE]


def test_the_cell_and_both_days_are_told(desk: Desk) -> None:
    report = desk.bring(
        "Membre;Adhérent depuis\nAlpha;01/2015\n", "members", pole="P", new_pole=True, date="2014"
    )
    (found,) = [problem for problem in report.problems if problem.code == CODE]
    assert (found.row, found.column, found.value, found.level) == (
        2, "Adhérent depuis", "01/2015", "warning",
    )  # fmt: skip
    assert "janvier 2015" in found.message("fr") and "31 décembre 2014" in found.message("fr")


def test_who_sees_it_later_says_that_it_began(desk: Desk) -> None:
    line = f"{TIES}Alpha;Bêta;partenariat;2015;;\n"
    desk.bring(line, "ties", date="2014")
    desk.bring(line, "ties", date="2016")
    assert desk.tie("Alpha", "Bêta", "partnership").status is Status.ACTIVE
