"""Two names with nothing in common under one number: one actor, and both lines are named."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from loading import Desk, a_desk
from registers_made import made_siren

from maillage.graph.languages import Language
from maillage.ingest.problems import Problem

ONE = made_siren(1)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with a_desk(tmp_path) as desk:
        yield desk


def said(desk: Desk, *names: str, number: str = ONE) -> list[Problem]:
    heading = "Nom;RNA\n" if number.startswith("W") else "Nom;SIREN\n"
    lines = "".join(f"{name};{number}\n" for name in names)
    report = desk.bring(heading + lines, "actors")
    assert report.refused == 0 and len(desk.graph.actors) == 1
    return [one for one in report.problems if one.code == "number_of_two_names"]


@pytest.mark.parametrize("number", [ONE, "W401002345"])
def test_both_names_and_both_lines_are_said(desk: Desk, number: str) -> None:
    names = ("Les Jardins de Cocagne", "Boulangerie Dupont", "Boulangerie DUPONT")
    (found,) = said(desk, *names, number=number)
    assert (found.row, found.level, found.value) == (3, "warning", number)
    assert found.column in ("SIREN", "RNA")
    lines: dict[Language, str] = {"fr": "(ligne 2)", "en": "(line 2)"}
    for tongue, line in lines.items():
        text = found.message(tongue)
        assert all(name in text for name in names[:2]) and line in text
    assert "corrigez le numéro" in found.hint("fr") and "mend the number" in found.hint("en")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Val Horizon", "VAL HORIZON (association)"),
        ("SARL Dubois & fils", "Sté Dubois et Fils"),
        ("ADES", "Association pour le développement de l’économie sociale"),
        ("Réseau des territoires", "R.D.T."),
        ("Ville de Redon", "Mairie de Redon"),
        ("Ets Martin", "Etablissements Martin SAS"),
        ("CCI de Lyon", "Chambre de commerce et d’industrie de Lyon"),
    ],
)
def test_two_writings_of_a_name_are_not_talked_about(desk: Desk, one: str, other: str) -> None:
    assert said(desk, one, other) == []


def test_a_number_in_a_list_of_ties_is_heard_too(desk: Desk) -> None:
    text = (
        f"De;SIREN : de;Vers;Nature\nVal Horizon;{ONE};Redon;partenariat\n"
        f"Le Tilleul;{ONE};Redon;financement\n"
    )
    report = desk.bring(text, "ties")
    assert report.problems.count("number_of_two_names") == 1
