"""A name that several lines of one file bear: the lines that wait for a decision say so."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from loading import Desk, a_desk, codes, fates

from maillage.ingest.matching.review import queue

TWICE = "Nom;Commune\nVal Ferme;Die\nLe Fournil;Crest\nVAL FERME;\n"


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with a_desk(tmp_path) as found:
        yield found


def test_the_later_line_waits_as_the_queue_has_it(desk: Desk) -> None:
    report = desk.bring(TWICE, "actors")
    assert fates(report) == {"accepted": 2, "waiting": 1}
    assert codes(report, 4) == {"same_actor_in_file"}
    (problem,) = report.problems
    assert "que Val Ferme, ligne 2 [nom]" in problem.message("fr")
    assert "as Val Ferme, line 2 [name]" in problem.message("en")
    (item,) = queue(desk.store).items
    (match,) = report.matches["", 4]
    assert match.other in (item.left, item.right)
    (candidate,) = next(line for line in report.lines if line.row == 4).candidates
    assert candidate.name == "Val Ferme"


def test_a_trial_says_the_same(desk: Desk) -> None:
    trial = desk.bring(TWICE, "actors", dry_run=True)
    assert fates(trial) == {"accepted": 2, "waiting": 1}


def test_known_ones_and_those_of_the_file_are_said_apart(desk: Desk) -> None:
    desk.bring("Nom;Commune\nVal Ferme;Die\n", "actors", name="avant.csv")
    report = desk.bring("Nom;Rôle\nVal-Ferme;a\nVal  Ferme;b\n", "actors")
    assert fates(report) == {"waiting": 2}
    assert codes(report, 2) == {"same_actor"}
    assert codes(report, 3) == {"same_actor", "same_actor_in_file"}
    assert len(queue(desk.store).items) == 3
