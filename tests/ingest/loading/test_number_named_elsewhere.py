"""A number that another load knows under quite another name: the line is to look at."""

from __future__ import annotations

from pathlib import Path

import pytest
from loading import Desk, a_desk, fates
from registers_made import made_siren

from maillage.graph import ledger
from maillage.ingest.demonstration import load_demonstration
from maillage.ingest.loading.findings import number_named_elsewhere
from maillage.ingest.loading.report import Report
from maillage.ingest.problems import Problem

CODE = "number_of_two_names_elsewhere"
ONE, TWO, RNA = made_siren(1), made_siren(2), "W401002345"


def found(report: Report) -> list[Problem]:
    return [problem for problem in report.problems if problem.code == CODE]


def bring(desk: Desk, *lines: str, name: str, **options: object) -> Report:
    text = "\n".join(("Nom;SIREN;RNA;Autres noms", *lines))
    return desk.bring(text, "actors", name=name, **options)


@pytest.mark.parametrize("numbers", [f"{ONE};", f";{RNA}"])
def test_both_names_and_the_other_load_are_said(desk: Desk, numbers: str) -> None:
    first = bring(desk, f"Biocoop;{numbers};", name="2023.csv", date="2023")
    line = f"Garage Solidaire;{numbers};"
    trial = bring(desk, line, name="2024.csv", date="2024", dry_run=True)
    later = bring(desk, line, name="2024.csv", date="2024")
    (told,) = found(later)
    assert found(first) == [] and found(trial) == [told] and fates(later) == {"changed": 1}
    number = numbers.strip(";").split(";")[0]
    assert (told.row, told.column, told.value) == (2, "SIREN" if number == ONE else "RNA", number)
    assert told.message("en") == (
        f"The number {number} is that of “Biocoop” in “2023.csv” (2023, {first.import_id}), and "
        "here of “Garage Solidaire”: one actor."
    )
    assert "«\u202fBiocoop\u202f» dans «\u202f2023.csv\u202f»" in told.message("fr")
    assert "corrigez le numéro" in told.hint("fr") and "mend the number" in told.hint("en")


@pytest.mark.parametrize(
    ("known", "line"),
    [
        ("Val Horizon", f"VAL HORIZON (association);{ONE};;"),
        ("ADES", f"Association pour le développement de l’économie sociale;{ONE};;"),
        ("Ville de Redon", f"Mairie de Redon;{ONE};;"),
        ("Recyclerie", f"La Recyclerie du Trégor;{ONE};;"),
        ("Biocoop", f"Garage Solidaire;{ONE};;Biocoop"),  # the line gives the former name
        ("Biocoop", f"Garage Solidaire;{TWO};;"),
    ],
)
def test_names_that_can_be_of_one_are_not_talked_about(desk: Desk, known: str, line: str) -> None:
    bring(desk, f"{known};{ONE};;", name="un.csv")
    assert not found(bring(desk, line, name="deux.csv"))


def test_two_numbers_that_agree_are_of_one_that_changed_its_name(desk: Desk) -> None:
    bring(desk, f"Biocoop;{ONE};{RNA};", name="un.csv")
    assert not found(bring(desk, f"Garage Solidaire;{ONE};{RNA};", name="deux.csv"))


def test_a_line_may_join_the_numbers_of_two(desk: Desk) -> None:
    bring(desk, f"Biocoop;{ONE};;", f"Garage Solidaire;;{RNA};", name="un.csv")
    (told,) = found(bring(desk, f"Biocoop;{ONE};{RNA};", name="deux.csv"))
    assert (told.column, told.value) == ("RNA", RNA)


def test_names_known_already_are_not_talked_about_again(desk: Desk) -> None:
    bring(desk, f"Biocoop;{ONE};;", name="un.csv")
    bring(desk, f"Garage Solidaire;{ONE};;", name="deux.csv")
    assert not found(bring(desk, f"Le garage solidaire;{ONE};;", name="trois.csv"))
    assert not found(bring(desk, f"Biocoop;{ONE};;", name="quatre.csv"))


def test_what_was_taken_back_is_known_no_longer(desk: Desk) -> None:
    first = bring(desk, f"Biocoop;{ONE};;", name="un.csv")
    assert first.import_id
    ledger.undo(desk.store, first.import_id)
    assert not found(bring(desk, f"Garage Solidaire;{ONE};;", name="deux.csv"))


def test_of_two_names_of_a_file_the_first_is_held_against_what_is_known(desk: Desk) -> None:
    bring(desk, f"Biocoop;{ONE};;", name="un.csv")
    later = bring(desk, f"Biocoop;{ONE};;", f"Garage Solidaire;{ONE};;", name="deux.csv")
    assert not found(later) and later.problems.count("number_of_two_names") == 1


def test_a_number_at_the_end_of_a_tie_is_heard_too(desk: Desk) -> None:
    bring(desk, f"Biocoop;{ONE};;", name="un.csv")
    text = f"De;SIREN : de;Vers;Nature\nGarage Solidaire;{ONE};Redon;partenariat\n"
    (told,) = found(desk.bring(text, "ties", name="liens.csv"))
    assert (told.row, told.column) == (2, "SIREN : de")


def test_of_a_long_list_of_wrong_numbers_all_lines_are_counted(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(number_named_elsewhere, "KEPT_PER_CODE", 1)
    bring(desk, f"Biocoop;{ONE};;", f"Mairie de Redon;{TWO};;", name="un.csv")
    report = bring(desk, f"Garage;{ONE};;", f"Crèche Lutine;{TWO};;", name="deux.csv")
    assert [one.row for one in found(report)] == [2, 3]


def test_the_demonstration_names_no_number_twice(tmp_path: Path) -> None:
    with a_desk(tmp_path) as desk:
        reports = load_demonstration(desk.store)
    assert [one for report in reports for one in found(report)] == []
