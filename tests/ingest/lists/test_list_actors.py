"""One organisation a line: what it says of itself becomes an actor, each value by its rule."""

from __future__ import annotations

import pytest
from loading import Desk, codes, fates

HEAD = "Nom;SIREN;Forme juridique;Secteur;Commune;Code département;Emplois;CA 2013 (k€)"


def test_a_line_becomes_an_actor(desk: Desk) -> None:
    report = desk.bring(
        f"{HEAD};Dynamique\nVal Ferme;732 829 320;Association loi 1901;ESS;Die;26;12;350,5;forte\n",
        "actors",
    )
    actor = desk.actor("Val Ferme")
    assert fates(report) == {"changed": 1}  # the spaces of its SIREN
    assert (actor.siren, actor.sector.value, actor.ess.value) == ("732829320", "ess", "yes")
    assert actor.attributes["ess_family"] == "association"
    assert actor.attributes["commune"] == "Die"
    assert actor.attributes["departement"] == "26"
    # A column that nobody knows is kept under its own heading.
    assert actor.attributes["Dynamique"] == "forte"
    figures = {figure.field: (figure.year, figure.value) for figure in actor.figures}
    assert figures == {"jobs": (2013, 12), "turnover_eur": (2013, 350_500.0)}


def test_the_record_keeps_the_line_as_written(desk: Desk) -> None:
    desk.bring(f"Ma liste\n{HEAD}\nVal Ferme;;;;Die;26;12;350,5\n", "actors")
    (record,) = desk.store.records()
    assert (record.line, record.sheet) == (3, "")
    assert record.cells == {
        "Nom": "Val Ferme",
        "Commune": "Die",
        "Code département": "26",
        "Emplois": "12",
        "CA 2013 (k€)": "350,5",
    }


def test_the_year_of_a_line_comes_before_that_of_the_heading(desk: Desk) -> None:
    text = "Nom;CA 2013;Année des chiffres\nA;1000;2012\nB;2000;\n"
    desk.bring(text, "actors")
    years = {actor.name: [f.year for f in actor.figures] for actor in desk.graph.actors.values()}
    assert years == {"A": [2012], "B": [2013]}


def test_headings_of_two_years_give_none(desk: Desk) -> None:
    report = desk.bring("Nom;Emplois 2012;CA 2013\nA;3;1000\n", "actors")
    assert report.problems.count("figures_of_years") == 1
    assert [figure.year for figure in desk.actor("A").figures] == [None, None]


def test_equal_sirens_are_one_actor_and_equal_names_are_two(desk: Desk) -> None:
    report = desk.bring(
        "Nom;SIREN;Commune\nVal Ferme;732829320;Die\nValferme;732829320;\n"
        "Le Fournil;;Die\nLe Fournil;;Crest\n",
        "actors",
    )
    assert report.rows == 4
    assert sorted(actor.name for actor in desk.graph.actors.values()) == [
        "Le Fournil",
        "Le Fournil",
        "Val Ferme",
    ]


def test_a_siret_is_a_place_of_its_siren(desk: Desk) -> None:
    desk.bring("Nom;SIRET\nVal Ferme;73282932000074\n", "actors")
    actor = desk.actor("Val Ferme")
    assert actor.siren == "732829320"
    assert actor.attributes["sirets"] == ("73282932000074",)


def test_a_vat_number_tells_the_siren_where_no_column_does(desk: Desk) -> None:
    report = desk.bring("Nom;Numéro de TVA\nVal Ferme;FR44732829320\n", "actors", name="tva.csv")
    assert codes(report, 2) == {"siren_from_vat"}
    assert desk.actor("Val Ferme").siren == "732829320"
    desk.bring("Nom;N° TVA;SIREN\nB;FR44732829320;552032534\n", "actors", name="deux.csv")
    assert desk.actor("B").siren == "552032534"


def test_a_legal_category_that_does_not_exist_is_said(desk: Desk) -> None:
    report = desk.bring("Nom;Catégorie juridique\nA;9999\nB;9220\n", "actors")
    assert (codes(report, 2), codes(report, 3)) == ({"category_unknown"}, set())
    assert desk.actor("A").attributes["legal_category"] == "9999"


def test_a_siren_in_the_column_of_sirets_says_who_it_is(desk: Desk) -> None:
    report = desk.bring("Nom;SIRET\nVal Ferme;732829320\n", "actors")
    assert (fates(report), codes(report, 2)) == ({"changed": 1}, {"siret_is_siren"})
    actor = desk.actor("Val Ferme")
    assert actor.siren == "732829320" and "sirets" not in actor.attributes


@pytest.mark.parametrize("column", ["SIREN", "SIRET"])
def test_an_rna_number_in_the_column_of_enterprises_is_one_all_the_same(
    desk: Desk, column: str
) -> None:
    report = desk.bring(f"Nom;{column}\nVal Ferme;w 401 002 345\n", "actors")
    assert (fates(report), codes(report, 2)) == ({"changed": 1}, {f"{column.lower()}_is_rna"})
    actor = desk.actor("Val Ferme")
    assert (actor.siren, actor.rna) == (None, "W401002345")
    assert actor.attributes.keys().isdisjoint({"rna", "sirets"})


@pytest.mark.parametrize("number", ["732829320", "73282932000074"])
def test_a_siren_in_the_column_of_associations_is_one_all_the_same(desk: Desk, number: str) -> None:
    report = desk.bring(f"Nom;RNA\nVal Ferme;{number}\n", "actors")
    assert (fates(report), codes(report, 2)) == ({"changed": 1}, {"rna_is_siren"})
    actor = desk.actor("Val Ferme")
    assert (actor.siren, actor.rna, "rna" in actor.attributes) == ("732829320", None, False)


def test_two_numbers_each_in_the_column_of_the_other(desk: Desk) -> None:
    desk.bring("Nom;SIREN;RNA\nVal Ferme;W401002345;732829320\n", "actors")
    assert (desk.actor("Val Ferme").siren, desk.actor("Val Ferme").rna) == (
        "732829320",
        "W401002345",
    )


def test_a_siren_in_each_column_is_that_of_the_column_for_it(desk: Desk) -> None:
    report = desk.bring("Nom;SIREN;RNA\nVal Ferme;732829320;404833048\n", "actors")
    assert codes(report, 2) == {"rna_is_siren", "siren_of_another"}
    assert desk.actor("Val Ferme").siren == "732829320"


def test_a_damaged_number_loses_itself_and_not_the_line(desk: Desk) -> None:
    report = desk.bring("Nom;SIREN\nVal Ferme;8,19304E+08\nB;732829321\n", "actors")
    assert fates(report) == {"changed": 2}
    assert desk.actor("Val Ferme").siren is None
    assert {"siren_key"} <= codes(report, 3)


def test_a_collective_stands_for_several(desk: Desk) -> None:
    desk.bring(
        "name,named,collective,stands_for_min,stands_for_max\nUne quinzaine,no,yes,15,15\n",
        "actors",
    )
    actor = desk.actor("Une quinzaine")
    assert (actor.named, actor.collective) == (False, True)
    assert (actor.attributes["stands_for_min"], actor.attributes["stands_for_max"]) == (15, 15)


def test_persons_are_not_kept(desk: Desk) -> None:
    text = "Structure;Nom;Prénom;Courriel;Note\nVal Ferme;D.;Camille;c@d.fr;voir c@d.fr\n"
    report = desk.bring(text, "actors")
    (record,) = desk.store.records()
    assert record.cells == {"Structure": "Val Ferme", "Note": "voir ⟦retiré⟧"}
    (removed,) = [problem for problem in report.problems if problem.code == "personal_removed"]
    assert "Nom, Prénom, Courriel" in removed.message("fr")


@pytest.mark.parametrize("text", ["Nom\n-\n", "Nom;Commune\n;Die\n"])
def test_a_line_that_names_nobody_is_refused(text: str, desk: Desk) -> None:
    report = desk.bring(text, "actors")
    assert fates(report) == {"refused": 1}
    assert codes(report, 2) >= {"value_missing"}


def test_the_same_line_twice_is_one_actor(desk: Desk) -> None:
    report = desk.bring("Nom;Commune\nA;Die\nB;Die\nA;Die\n", "actors")
    (repeated,) = [problem for problem in report.problems if problem.code == "row_repeated"]
    assert (repeated.row, dict(repeated.values)["first"]) == (4, 2)
    assert desk.names == {"A", "B"}


@pytest.mark.parametrize(
    "line",
    [
        "Gaston Untel;Micro-entreprise;;",
        "Gaston Untel;EI;;732829320",
        "Gaston Untel;;1000;",
        "Gaston Untel;1000;;",
    ],
)
def test_a_sole_trader_is_one_whatever_says_so_and_no_id_tells_who(desk: Desk, line: str) -> None:
    desk.bring(f"Nom;Forme juridique;Catégorie juridique;SIREN\n{line}\n", "actors")
    actor = desk.actor("Gaston Untel")
    assert actor.attributes["legal_category"] == "1000"
    assert actor.id.startswith("personne-")
    assert "untel" not in actor.id
    assert "732829320" not in actor.id


def test_what_is_no_association_number_identifies_nobody(desk: Desk) -> None:
    desk.bring("Nom;RNA\nThêta;1234567\nIota;1234567\nKappa;W123456789\n", "actors")
    assert len(desk.graph.actors) == 3
    assert desk.actor("Thêta").rna == "1234567"  # as it is written, for a reviewer to see
    assert "ess_family" not in desk.actor("Thêta").attributes
    assert desk.actor("Kappa").rna == "W123456789"
