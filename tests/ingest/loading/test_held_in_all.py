"""Shares that several files tell of one firm: more than the whole is said, and by which files."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from loading import Desk, a_desk, codes, fates

from maillage.ingest.loading import large_networks
from maillage.ingest.loading.findings import held_in_all

HEAD = "Détenteur;Société;Part du capital (%);Jusqu’à\n"
FIRST = f"{HEAD}A;Trop SA;60;\nA;Juste SA;60;\n"
SECOND = f"{HEAD}B;Juste SA;40;\nB;TROP SA;30,5;\nC;Trop SA;20;\n"


@pytest.fixture(params=["whole", "near", "near, of many firms"])
def desk(
    request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Desk]:
    if request.param != "whole":  # as in a large network
        monkeypatch.setattr(large_networks, "MOST_ACTORS", 0)
    if request.param == "near, of many firms":
        monkeypatch.setattr(held_in_all, "FEW", 0)
    with a_desk(tmp_path) as found:
        yield found


def test_two_files_that_make_more_than_the_whole(desk: Desk) -> None:
    assert fates(desk.bring(FIRST, "shareholdings", name="capital-1.csv")) == {"accepted": 2}
    report = desk.bring(SECOND, "shareholdings", name="capital-2.csv")
    assert fates(report) == {"accepted": 2, "changed": 1}
    (found,) = [one for one in report.problems if one.code == "shares_over_100_with_others"]
    assert found.row == 3 and codes(report, 3) >= {"shares_over_100_with_others"}
    for said in ("Trop SA", "110,5", "capital-1.csv"):
        assert said in found.message("fr")
    assert "110.5" in found.message("en")


def test_a_share_that_has_ended_is_not_counted(desk: Desk) -> None:
    desk.bring(f"{HEAD}A;Trop SA;60;2012\n", "shareholdings", name="capital-1.csv")
    assert fates(desk.bring(SECOND, "shareholdings")) == {"accepted": 3}


def test_the_same_share_told_again_is_one(desk: Desk) -> None:
    desk.bring(FIRST, "shareholdings", name="capital-1.csv")
    report = desk.bring(f"{FIRST}B;Trop SA;40;\n", "shareholdings", name="capital-2.csv")
    assert fates(report) == {"accepted": 3}
