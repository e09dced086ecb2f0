"""Lines that name nobody: what a list holds beside its lines is left aside, and said."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from loading import Desk, a_desk, fates

from maillage.ingest.lists import left_aside
from maillage.ingest.loading.report import Report

HEAD = "Structure;Commune;Depuis\n"
ROWS = "La Fédé;Redon;2022\nBiocoop;Rieux;2021\nADMR du Trégor;Tréguier;2020\n"


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with a_desk(tmp_path) as found:
        yield found


def members(desk: Desk, text: str) -> Report:
    return desk.bring(text, "members", pole="Pays de Redon", new_pole=True)


def said(report: Report) -> dict[int, str]:
    return {
        problem.row: problem.code
        for problem in report.problems
        if problem.row and problem.level != "info"
    }


def test_titles_within_a_list_are_no_members(desk: Desk) -> None:
    report = members(
        desk,
        f"{HEAD}Collège 1 – Entreprises;;\nLa Fédé;Redon;2022\nCollège 2 : collectivités;;\n"
        "Ville de Redon;Redon;2021\n\nAnciens adhérents;;\nADMR;Tréguier;2020\n"
        "Candidatures en attente;;\nBiocoop;Redon;\n",
    )
    assert desk.names == {"Pays de Redon", "La Fédé", "Ville de Redon", "ADMR", "Biocoop"}
    assert said(report) == {
        2: "subtitle", 4: "subtitle", 7: "subtitle", 8: "under_title", 9: "subtitle",
        10: "under_title",
    }  # fmt: skip
    assert fates(report) == {"accepted": 2, "changed": 2}


def test_a_line_below_such_a_title_that_tells_its_state_is_ready(desk: Desk) -> None:
    report = members(
        desk, "Structure;Commune;Jusqu’à\nLa Fédé;Redon;\nSortants;;\nADMR;Tréguier;2020\n"
    )
    assert said(report) == {3: "subtitle"}
    assert fates(report) == {"accepted": 2}


@pytest.mark.parametrize(
    "name",
    [
        "Collège de Bretagne",
        "Total Énergies",
        "Maison des Associations",
        "Les Anciens de Redon",
        "Partenaires",
        "Sous-total Studio",
    ],
)
def test_what_has_its_commune_beside_it_stays_a_member(desk: Desk, name: str) -> None:
    report = members(desk, f"{HEAD}{ROWS}{name};Rennes;\n")
    assert name in desk.names
    assert fates(report) == {"accepted": 4}


def test_names_alone_on_their_lines_are_a_list(desk: Desk) -> None:
    names = [
        "La Source",
        "Effectif",
        "Voir aussi",
        "Anciens Combattants",
        "Cotisation",
        "Vert = Vie",
    ]
    report = members(desk, HEAD + "".join(f"{name};;\n" for name in names))
    assert desk.names == {"Pays de Redon", *names}
    assert fates(report) == {"accepted": len(names)}


def test_a_list_of_who_is_of_which_pole_has_no_titles(desk: Desk) -> None:
    report = desk.bring("Adhérent;Pôle\nPartenaires;Redon\nLieu;Redon\n", "members")
    assert desk.names == {"Redon", "Partenaires", "Lieu"}
    assert fates(report) == {"accepted": 2}
    report = desk.bring("member_id;pole_id;Rôle\na;redon;x\nb;redon;y\nlieu;redon;\n", "members")
    assert report.rows == 3


@pytest.mark.parametrize(
    "remark",
    [
        "Fait à Redon le 12/01/2023", "En rouge : départs en 2022", "Liste arrêtée au 31/12/2022",
        "Document interne – ne pas diffuser", "Page 1/2", "Nombre d’adhérents : 3", "Effectif",
        "Soit 3 structures", "3 adhérents", "Cotisation non réglée", "ETP = 1607 h annuelles",
        "(1) en cours de dissolution", "Rédigé par la Fédé", "Voir aussi onglet 2", "© 2023 PTCE",
        "Voir plus ›", "Mise à jour : janvier 2023",
    ],
)  # fmt: skip
def test_a_remark_is_no_member(desk: Desk, remark: str) -> None:
    report = members(desk, f"{HEAD}{ROWS}\n{remark};;\n")
    assert said(report) == {6: "note_row"}
    assert fates(report) == {"accepted": 3}


def test_a_name_alone_below_the_table_is_to_look_at(desk: Desk) -> None:
    report = members(desk, f"{HEAD}{ROWS}\nLes Petits Débrouillards;;\n")
    assert said(report) == {6: "perhaps_remark"}
    assert fates(report) == {"accepted": 3, "changed": 1}


def test_a_name_alone_amid_the_others_is_one_of_them(desk: Desk) -> None:
    report = members(desk, f"{HEAD}La Source;;\n{ROWS}\nLes Petits Débrouillards;;\n")
    assert fates(report) == {"accepted": 5}


def test_more_names_alone_than_anybody_writes_below_a_table_are_of_it(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(left_aside, "_MOST_HELD", 2)
    report = members(desk, f"{HEAD}{ROWS}\nLa Source;;\nLe Fournil;;\nLa Halle;;\nLe Lieu-dit;;\n")
    assert fates(report) == {"accepted": 7}


def test_what_follows_the_heading_of_a_legend_is_the_legend(desk: Desk) -> None:
    report = members(
        desk, f"{HEAD}{ROWS}\n;Légende :;\njaune;pas réglé;\n\nrouge;a quitté le pôle;\n"
    )
    assert said(report) == dict.fromkeys((6, 7, 9), "legend_row")
    assert fates(report) == {"accepted": 3}


def test_a_legend_above_the_lines_does_not_swallow_them(desk: Desk) -> None:
    report = members(desk, f"{HEAD}Légende :;;\njaune;pas réglé;\n\nLa Source;Die;\n{ROWS}")
    assert said(report) == {2: "legend_row", 3: "legend_row", 5: "perhaps_remark"}
    assert fates(report) == {"accepted": 3, "changed": 1}


def test_what_may_be_of_a_legend_or_of_the_list_is_to_look_at(desk: Desk) -> None:
    report = members(desk, "Nom;Commune\nA;Redon\nB;Rieux\nLégende;\nrouge;parti\n\nC;Die\n")
    assert said(report) == {4: "legend_row", 5: "perhaps_remark"}
    assert fates(report) == {"accepted": 3, "changed": 1}


@pytest.mark.parametrize("title", ["PARTENAIRES (non membres);;", "Banques;;", ""])
def test_a_second_table_is_not_read(desk: Desk, title: str) -> None:
    report = members(
        desk, f"{HEAD}{ROWS}\n{title}\nNom;Ville;Contact\nBanque Z;Nantes;x\nRégion;Rennes;y\n"
    )
    assert said(report) == ({6: "subtitle"} if title else {}) | {7: "second_table"}
    assert fates(report) == {"accepted": 3}


def test_a_second_table_below_a_title_may_name_elsewhere(desk: Desk) -> None:
    report = members(desk, f"{HEAD}{ROWS}\nBanques;;\nVille;Nom;Contact\nNantes;Banque Z;x\n")
    assert said(report) == {6: "subtitle", 7: "second_table"}


@pytest.mark.parametrize(
    "line",
    [
        "La Source;Ville;",
        "La Source;Ville;Date",
        "Source;Association;",
        "Fondateurs;;\nSource;Membre;",
        "Fondateurs;;\nSource;Trésorier;",
    ],
)
def test_an_organisation_called_as_a_column_heads_no_other_table(desk: Desk, line: str) -> None:
    report = members(desk, f"Structure;Type;Depuis\nA;GIE;2020\n\n{line}\nC;GIE;2021\n")
    assert not report.problems.count("second_table")
    assert {"A", "C"} < desk.names and {"Source", "La Source"} & desk.names


def test_a_list_above_a_second_table_ends_nothing(desk: Desk) -> None:
    members(desk, f"{HEAD}{ROWS}")
    report = desk.bring(
        f"{HEAD}La Fédé;Redon;2022\n\nNom;Ville;Contact\nBiocoop;Rieux;x\nADMR;Tréguier;y\n",
        "members", pole="Pays de Redon", date="2023", complete=True,
    )  # fmt: skip
    assert not report.ended and not any(one.complete_on for one in desk.store.imports())
    told = {one.code: one.message("fr") for one in report.problems}
    assert told["second_table"].endswith("il n’est pas lu (2 lignes).")
    assert told["complete_refused"].endswith("une partie n’en est pas lue, rien ne prend fin.")


def test_nor_does_one_below_a_narrower_table(desk: Desk) -> None:
    members(desk, f"{HEAD}{ROWS}")
    text = "Structure;Commune\nLa Fédé;Redon\n\nNom;Ville;Depuis\nBiocoop;Rieux;2021\n"
    report = desk.bring(text, "members", pole="Pays de Redon", date="2023", complete=True)
    assert not report.ended and said(report) == {4: "table_above"}
    assert report.problems.count("complete_refused")


def test_titles_and_subtotals_beside_the_firm_are_no_holders(desk: Desk) -> None:
    report = desk.bring(
        "Société;Associé;Nb de parts;% capital\nKerbio;Catégorie A – Producteurs;;\n"
        "Kerbio;GAEC des Ajoncs;600;60 %\nKerbio;Sous-total cat. A;600;60 %\n"
        "Kerbio;Ville de Guingamp;400;40 %\nKerbio;S/Total B;400;40 %\nKerbio;TOTAL;1000;100 %\n"
        "(1) Une personne, une voix;;;\n",
        "shareholdings",
    )
    assert desk.names == {"Kerbio", "GAEC des Ajoncs", "Ville de Guingamp"}
    assert said(report) == {
        2: "subtitle", 4: "totals_row", 6: "totals_row", 7: "total_of_shares", 8: "note_row",
    }  # fmt: skip
    assert fates(report) == {"accepted": 2, "refused": 1}


def test_a_remark_below_a_table_of_who_is_with_whom_is_no_actor(desk: Desk) -> None:
    report = desk.bring(
        ";A;B;C;Partenaires\nA;;x;;x\nB;x;;;\nC;;x;;\nPartenaires;;;;\n\nX = lien régulier;;;;\n",
        "ties",
    )
    assert desk.names == {"A", "B", "C", "Partenaires"}
    assert said(report) == {7: "note_row"}


def test_what_a_line_left_aside_says_is_told_without_the_person_it_names(desk: Desk) -> None:
    report = members(desk, f"{HEAD}{ROWS}\nRédigé par Mme Claire Martin, 06 12 34 56 78;;\n")
    (problem,) = [one for one in report.problems if one.code == "note_row"]
    assert problem.value == "Rédigé par ⟦retiré⟧, ⟦retiré⟧"
