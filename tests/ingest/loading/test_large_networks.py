"""The same file again in a network too large to compare names with: nothing is worked out."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from loading import Desk, a_desk
from store_content import content

from maillage.graph import ledger, planning
from maillage.graph.kept import Evidence
from maillage.ingest.loading import large_networks

ACTORS = "id;Nom;Emplois\na;Alpha;3\nb;Bêta;dix\n;;\nc;;4\n"
MENDED = "id;Nom;Emplois\na;Alpha;3\nb;Bêta;dix\n;;\nc;Gamma;4\n"
TIES = "Source;Cible;Type de lien\na;b;partnership\na;d;partnership\nb;c;membership\n"


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    monkeypatch.setattr(large_networks, "MOST_ACTORS", 1)
    with a_desk(tmp_path) as found:
        yield found


def test_again_says_the_same_and_changes_nothing(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = desk.bring(ACTORS, "actors")
    before = content(desk.store)
    monkeypatch.setattr(Evidence, "of", _never)
    again = desk.bring(ACTORS, "actors")
    assert (again.again, again.written, again.import_id) == (True, True, first.import_id)
    assert again.counts == first.counts
    assert again.outcome and not again.outcome.changed
    assert [(line.row, line.fate) for line in again.lines] == [
        (line.row, line.fate) for line in first.lines
    ]
    trial = desk.bring(ACTORS, "actors", dry_run=True)
    assert (trial.again, trial.written) == (True, False)
    assert content(desk.store) == before


def test_what_is_undone_is_worked_out_again(desk: Desk) -> None:
    first = desk.bring(ACTORS, "actors")
    assert first.import_id
    ledger.undo(desk.store, first.import_id)
    again = desk.bring(ACTORS, "actors")
    assert not again.again and again.outcome and again.outcome.actors_written == 3
    assert desk.names == {"Alpha", "Bêta", "c"}


def test_another_file_is_worked_out(desk: Desk) -> None:
    desk.bring(ACTORS, "actors")
    assert not desk.bring(MENDED, "actors").again
    assert desk.names == {"Alpha", "Bêta", "Gamma"}


def test_a_short_list_is_worked_out_from_what_it_touches(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And says line by line what it says when all is worked out."""
    (tmp_path / "whole").mkdir()
    with a_desk(tmp_path / "whole") as other:
        for at in (desk, other):
            at.bring(ACTORS, "actors")
        monkeypatch.setattr(planning, "plan_near", lambda *_: None)
        whole = other.bring(TIES, "ties")
        monkeypatch.undo()
        monkeypatch.setattr(large_networks, "MOST_ACTORS", 1)
        monkeypatch.setattr(Evidence, "of", _never)
        trial, alone = desk.bring(TIES, "ties", dry_run=True), desk.bring(TIES, "ties")
        assert alone.lines == whole.lines == trial.lines
        assert alone.outcome == whole.outcome
        assert [each.code for each in alone.problems] == [each.code for each in whole.problems]
        assert desk.graph.ties.keys() == other.graph.ties.keys()
        assert desk.names == other.names == {"Alpha", "Bêta", "c", "d"}


@pytest.mark.parametrize("worked_out", ["near", "whole"])
def test_how_many_are_new_is_said_though_they_are_not_named(
    worked_out: str, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.bring(ACTORS, "actors")
    if worked_out == "whole":
        monkeypatch.setattr(planning, "plan_near", lambda *_: None)
    told = "De;Vers;Nature\na;Delta;partenariat\nDelta;Epsilon;partenariat\nb;c;partenariat\n"
    for dry_run in (True, False):
        problems = desk.bring(told, "ties", dry_run=dry_run).problems
        (found,) = [one for one in problems if one.code == "matches_not_sought"]
        assert found.message("fr").endswith("(acteurs nouveaux\u202f: 2).")
        assert "actor_new" not in {one.code for one in problems}


def _never(*_: object) -> Evidence:
    raise AssertionError("all the evidence was read")
