"""What a line says against another load is told: cell, both values, which load, which counts."""

from __future__ import annotations

from pathlib import Path

import pytest
from loading import Desk, a_desk, fates

from maillage.graph import ledger
from maillage.ingest.demonstration import load_demonstration
from maillage.ingest.loading.findings import told_elsewhere
from maillage.ingest.loading.report import Report
from maillage.ingest.problems import Problem

CODE = "told_elsewhere"
ACTORS = "Nom;SIREN;Forme juridique;Emplois;Année des chiffres\n"
OLD = f"{ACTORS}Alpha;732829320;SCOP;12;\nBêta;552100554;Association;3;\n"
NEW = f"{ACTORS}ALPHA;732829320;SCIC;15;\nBêta;552100554;association;3;\n"
TIES = "De;Vers;Nature;Depuis;État;Montant (€)\n"


def told(report: Report) -> list[Problem]:
    return [problem for problem in report.problems if problem.code == CODE]


def places(report: Report) -> list[tuple[int | None, str, str]]:
    return [(one.row, one.column, one.value) for one in told(report)]


def test_a_later_list_counts_and_says_against_what(desk: Desk) -> None:
    first = desk.bring(OLD, "actors", name="2021.csv", date="2021")
    assert not told(first)
    later = desk.bring(NEW, "actors", name="2022.csv", date="2022")
    assert places(later) == [(2, "Forme juridique", "SCIC"), (2, "Emplois", "15")]
    assert fates(later) == {"accepted": 1, "changed": 1}
    jobs = told(later)[1]
    assert jobs.level == "warning"
    assert jobs.message("en") == (
        f"“ALPHA”, Emplois: “15” here, “12” in “2021.csv” (2021, {first.import_id}); "
        "this line counts from now on."
    )
    assert "«\u202f12\u202f» dans «\u202f2021.csv\u202f»" in jobs.message("fr")
    assert jobs.message("fr").endswith("\u202f; c’est cette ligne qui compte désormais.")


def test_an_older_list_does_not_count(desk: Desk) -> None:
    last = desk.bring(NEW, "actors", name="2022.csv", date="2022")
    older = desk.bring(OLD, "actors", name="2021.csv", date="2021")
    assert [one.message("en") for one in told(older)][1] == (
        f"“ALPHA”, Emplois: “12” here, “15” in “2022.csv” (2022, {last.import_id}); "
        "the other counts."
    )


def test_a_trial_says_the_same(desk: Desk) -> None:
    desk.bring(OLD, "actors", name="2021.csv", date="2021")
    trial = desk.bring(NEW, "actors", name="2022.csv", date="2022", dry_run=True)
    assert told(trial) == told(desk.bring(NEW, "actors", name="2022.csv", date="2022"))


def test_what_was_told_before_is_not_told_again(desk: Desk) -> None:
    desk.bring(OLD, "actors", name="2021.csv", date="2021")
    desk.bring(NEW, "actors", name="2022.csv", date="2022")
    assert not told(desk.bring(NEW, "actors", name="2022.csv", date="2022"))
    # A third that agrees with what counts has nothing to say of the first.
    assert not told(desk.bring(NEW, "actors", name="2023.csv", date="2023"))
    # One that goes back to the first does.
    back = desk.bring(OLD, "actors", name="2024.csv", date="2024")
    assert [(one.row, one.value) for one in told(back)] == [(2, "SCOP"), (2, "12")]
    assert "2023.csv" in told(back)[1].message("fr")


def test_a_year_follows_another(desk: Desk) -> None:
    desk.bring(f"{ACTORS}Alpha;732829320;;12;2024\n", "actors", name="2025.csv")
    other_year = desk.bring(f"{ACTORS}Alpha;732829320;;15;2025\n", "actors", name="2026.csv")
    assert not told(other_year)
    same_year = desk.bring(f"{ACTORS}Alpha;732829320;;11;2024\n", "actors", name="2027.csv")
    assert places(same_year) == [(2, "Emplois", "11")]


@pytest.mark.parametrize(
    ("before", "now"),
    [
        ("Association", "Asso"), ("SARL", "S.A.R.L."), ("association loi 1901", "assoc. loi 1901"),
        ("SCOP SARL", "SCOP"), ("SCIC", "SCIC SA"), ("SARL", "SCOP SARL"), ("Coopérative", "SCIC"),
        ("association", "association d’insertion"), ("association", "association, GEIQ"),
        ("SAS", "SASU"), ("EURL", "SARL"), ("SCOP", "SA"), ("Coopérative", "SA"),
        ("société", "SARL"), ("Société commerciale", "SCOP"), ("Collectivité", "Commune"),
        ("Collectivité territoriale", "Communauté de communes"),
    ],
)  # fmt: skip
def test_a_legal_form_written_otherwise_or_with_more_precision_is_the_same(
    before: str, now: str, desk: Desk
) -> None:
    head = "Nom;SIREN;Forme juridique\n"
    desk.bring(f"{head}Alpha;732829320;{before}\n", "actors", name="un.csv", date="2021")
    assert not told(desk.bring(f"{head}Alpha;732829320;{now}\n", "actors", date="2022"))
    assert not told(desk.bring(f"{head}Alpha;732829320;{before}\n", "actors", date="2023"))


@pytest.mark.parametrize(
    ("before", "now"),
    [
        ("association", "SARL"), ("SCOP", "SCIC"), ("SCOP SARL", "SCOP SA"),
        ("SCIC SA", "SCIC SAS"), ("association d’insertion", "association de droit local"),
        ("association", "à préciser"), ("association", "société"), ("SEM", "SARL"),
        ("SCOP SA", "SARL"), ("Commune", "Département"),
    ],
)  # fmt: skip
def test_another_legal_form_is_told(before: str, now: str, desk: Desk) -> None:
    head = "Nom;SIREN;Forme juridique\n"
    desk.bring(f"{head}Alpha;732829320;{before}\n", "actors", name="un.csv", date="2021")
    later = desk.bring(f"{head}Alpha;732829320;{now}\n", "actors", date="2022")
    assert places(later) == [(2, "Forme juridique", now)]


def test_one_cell_that_says_several_things_is_told_once(desk: Desk) -> None:
    head = "Nom;SIREN;Secteur\n"
    desk.bring(f"{head}Alpha;732829320;ESS\n", "actors", name="un.csv")
    second = desk.bring(f"{head}Alpha;732829320;public\n", "actors", name="deux.csv")
    assert places(second) == [(2, "Secteur", "public")]


def test_a_column_that_no_list_knows_is_told_too(desk: Desk) -> None:
    head = "Nom;SIREN;Couleur\n"
    desk.bring(f"{head}Alpha;732829320;bleu\n", "actors", name="un.csv", date="2012")
    second = desk.bring(f"{head}Alpha;732829320;vert\n", "actors", name="deux.csv", date="2012")
    assert places(second) == [(2, "Couleur", "vert")]


def test_what_goes_on_from_year_to_year_contradicts_nothing(desk: Desk) -> None:
    for date, line in (("2021-12-31", "7;60;membre;2010"), ("2022-12-31", "3;70;porteur;2012")):
        second = _members(desk, line, date=date)
    assert places(second) == [(2, "Depuis", "2012")]
    undated = _members(desk, "4;80;porteur;2012", date="")
    assert "Cotisation (€)" in {column for _, column, _ in places(undated)}


def _members(desk: Desk, line: str, *, date: str) -> Report:
    text = f"Nom;SIREN;N°;Cotisation (€);Rôle;Depuis\nAlpha;732829320;{line}\n"
    return desk.bring(text, "members", pole="P", new_pole=True, date=date)


def test_of_a_tie_the_ends_are_named(desk: Desk) -> None:
    desk.bring(f"{TIES}Alpha;Bêta;partenariat;2010;en cours;\n", "ties", name="un.csv")
    desk.bring(f"{TIES}Alpha;Gamma;partenariat;2010;;\n", "ties", name="autre.csv")
    second = desk.bring(
        f"{TIES}Alpha;Gamma;partenariat;2010;;\nAlpha;Bêta;partenariat;2012;terminé;\n",
        "ties",
        name="deux.csv",
    )
    assert places(second) == [(3, "Depuis", "2012"), (3, "État", "terminé")]
    assert "Alpha – Bêta (partenariat), État" in told(second)[1].message("fr")


def test_two_files_that_say_the_same_or_each_its_part_are_silent(desk: Desk) -> None:
    desk.bring(f"{TIES}Alpha;Bêta;partenariat;2010;;\n", "ties", name="un.csv")
    second = desk.bring(f"{TIES}Alpha;Bêta;partenariat;2010-03;;500\n", "ties", name="deux.csv")
    assert not told(second)


def test_nothing_is_told_against_what_was_taken_back(desk: Desk) -> None:
    first = desk.bring(OLD, "actors", name="2025.csv")
    assert first.import_id
    ledger.undo(desk.store, first.import_id)
    assert not told(desk.bring(NEW, "actors", name="2026.csv"))


def test_of_a_long_list_that_differs_all_lines_are_counted(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(told_elsewhere, "KEPT_PER_CODE", 1)
    desk.bring(OLD, "actors", name="2021.csv", date="2021")
    report = desk.bring(OLD.replace("12;", "13;").replace("3;\n", "4;\n"), "actors", date="2022")
    assert [one.row for one in told(report)] == [2, 3]
    assert fates(report) == {"changed": 2}


def test_the_demonstration_contradicts_itself_where_its_sources_do(tmp_path: Path) -> None:
    with a_desk(tmp_path) as desk:
        found = [
            (report.file, problem.column, problem.value)
            for report in load_demonstration(desk.store)
            for problem in told(report)
        ]
    assert found == [
        ("actors-other-documents.csv", "stands_for_min", "16"),  # firms, where the list says 18
        ("actors-other-documents.csv", "stands_for_max", "16"),
        ("poles-other-documents.csv", "member_count", "16"),
    ]


def test_a_column_called_like_a_field_that_it_does_not_hold_is_told_as_written(desk: Desk) -> None:
    for name, told_there in (("2025.csv", "47,21;2015-13"), ("2026.csv", "NC;2016-13")):
        text = f"Nom;SIREN;latitude;valid_from\nAlpha;732829320;{told_there}\n"
        report = desk.bring(text, "actors", name=name, date="2025")
    said = " ".join(one.message("fr") for one in told(report))
    assert "47,21" in said
