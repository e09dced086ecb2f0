"""Tables fit the terminal they are printed on, and are whole in a pipe."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest
from commands import maillage

from maillage.cli.main import run
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


def test_the_log_of_imports_reads_well_on_eighty_columns(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A day stays on its line; a title that is the name of a file goes on below itself."""
    url, title = f"sqlite:///{tmp_path / 's.db'}", "liste-des-partenaires-du-territoire.csv"
    (tmp_path / title).write_text("Partenaire 1;Partenaire 2\nUne;Deux\n", "utf-8")
    assert maillage("load", tmp_path / title, "--as", "partnerships", "--store", url).code == 0
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    assert run(["imports", "--lang", "fr", "--store", url]) == 0
    _, rule, first, *below = capsys.readouterr().out.splitlines()
    assert len(rule) <= 80
    assert re.search(r"\d\d/\d\d/\d{4}  compte  liste-des-", first)
    assert "".join(line.strip() for line in (first, *below)).endswith(title)
