"""Members of a pole that a list says to be poles: each of their lines says so."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from loading import Desk, a_desk

from maillage.ingest.loading.report import Report

MEMBERS = "Structure;Commune\nAlpha;Redon\nBêta;Rieux\n"


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with a_desk(tmp_path) as found:
        found.bring(MEMBERS, "members", pole="P1")
        yield found


def told(report: Report) -> dict[int | None, str]:
    return {one.row: one.value for one in report.problems if one.code == "member_now_pole"}


def test_a_list_of_members_loaded_as_poles(desk: Desk) -> None:
    content = MEMBERS + "Gamma;Allaire\n"
    assert told(desk.bring(content, "poles", dry_run=True)) == {2: "Alpha", 3: "Bêta"}
    assert told(desk.bring(content, "poles")) == {2: "Alpha", 3: "Bêta"}
    assert not told(desk.bring(content + "Delta;Allaire\n", "poles"))


def test_a_member_given_as_the_pole_of_a_list(desk: Desk) -> None:
    assert told(desk.bring("Structure\nGamma\n", "members", pole="alpha")) == {2: "Alpha"}


def test_a_pole_known_by_the_lists_of_others_becomes_none(desk: Desk) -> None:
    desk.bring("De;Vers;Nature\nP2;Alpha;partenariat\n", "ties")
    assert not told(desk.bring("Nom\nP1\nP2\n", "poles"))
