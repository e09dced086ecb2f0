"""Tables fit the terminal they are printed on, and are whole in a pipe."""

from __future__ import annotations

import sys

import pytest

from maillage.cli.output import print_table
from maillage.cli.settings import Settings

HEADINGS = ("id", "lignes", "chargé le", "titre")
ROWS = [
    ("i-0123456789abcdef", 12, "21/11/2026 18:05", "Annuaire du territoire, édition de juin " * 2),
    ("i-fedcba9876543210", 1_200, "22/11/2026 09:00", "b.csv"),
]


def lines(capsys: pytest.CaptureFixture[str]) -> list[str]:
    print_table(Settings(lang="fr"), HEADINGS, ROWS)
    return capsys.readouterr().out.splitlines()


def test_cells_go_on_below_themselves_on_a_terminal(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = lines(capsys)
    assert len(whole) == 4 and max(map(len, whole)) > 100
    monkeypatch.setenv("COLUMNS", "60")
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    folded = lines(capsys)
    assert max(map(len, folded)) <= 60
    # Nothing is lost, and what is one word stays one.
    assert sorted(" ".join(folded[2:]).split()) == sorted(" ".join(whole[2:]).split())
