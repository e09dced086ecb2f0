"""A state that the dates of its line contradict is kept with them, and the line is to look at."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from loading import Desk, a_desk, codes

from maillage.graph.vocabulary import Status

CODE = "state_against_dates"
TIES = "De;Vers;Nature;Depuis;Jusqu’à;État;Constaté le\n"


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with a_desk(tmp_path) as found:
        yield found


@pytest.mark.parametrize(
    ("line", "status"),
    [
        ("2019;2021;en cours", Status.ACTIVE),
        ("2030;;en cours", Status.ACTIVE),
        ("2030;;terminé", Status.ENDED),
        ("2019;2030;terminé", Status.ENDED),
        ("2019;2022;prévu", Status.PLANNED),
        (";2022;prévu", Status.PLANNED),
        ("2019;;prévu", Status.PLANNED),
    ],
)
def test_what_contradicts_is_said_and_kept(line: str, status: Status, desk: Desk) -> None:
    report = desk.bring(f"{TIES}Alpha;Bêta;partenariat;{line};\n", "ties", date="2024-01-01")
    assert CODE in codes(report, 2)
    tie = desk.tie("Alpha", "Bêta", "partnership")
    since, until, _ = line.split(";")
    told = [span.text if span else "" for span in (tie.start, tie.end)]
    assert (tie.status, told[0]) == (status, since)
    assert not until or told[1] == until


@pytest.mark.parametrize(
    "line",
    [
        "2019;;en cours;",
        "2019;2030;en cours;",
        "2019;2021;terminé;",
        "2019;;terminé;",
        "2030;2031;prévu;",
        # Without a state nothing contradicts, nor where either day may be meant.
        "2019;2021;;",
        "2024;;prévu;2024",
        "2019;2024;en cours;2024",
        "2019;2024;terminé;2024",
        # The line says of which day it speaks.
        "2019;2021;en cours;2020",
    ],
)
def test_what_may_be_is_not(line: str, desk: Desk) -> None:
    report = desk.bring(f"{TIES}Alpha;Bêta;partenariat;{line}\n", "ties", date="2024-01-01")
    assert CODE not in codes(report, 2)


def test_a_list_without_a_day_is_held_to_that_of_the_load(desk: Desk) -> None:
    now = datetime.now(UTC).year
    said = {
        f";{now - 2};en cours": True,
        f";{now - 2};terminé": False,
        f";{now + 2};terminé": True,
        f";{now + 2};en cours": False,
        f"{now - 2};;prévu": True,
        f"{now + 2};;prévu": False,
    }
    report = desk.bring(TIES + "".join(f"A;B;partenariat;{line};\n" for line in said), "ties")
    told = [CODE in codes(report, line) for line in range(2, 2 + len(said))]
    assert told == list(said.values())


def test_of_a_line_that_is_refused_it_is_not_said_that_it_is_kept(desk: Desk) -> None:
    report = desk.bring(f"{TIES}A;B;partenariat;2021;2020;en cours;\n", "ties")
    assert codes(report, 2) == {"dates_reversed"}


def test_the_cell_the_date_and_the_day_are_told(desk: Desk) -> None:
    text = "Membre;Depuis;Jusqu’à;Situation\nAlpha;2019;06/2021;En cours\n"
    report = desk.bring(text, "members", pole="P", new_pole=True, date="2024")
    (found,) = [problem for problem in report.problems if problem.code == CODE]
    assert (found.row, found.column, found.value, found.level) == (
        2, "Situation", "En cours", "warning",
    )  # fmt: skip
    french, english = found.message("fr"), found.message("en")
    assert all(word in french for word in ("la fin", "juin 2021", "2024"))
    assert all(word in english for word in ("the end", "June 2021", "2024"))
