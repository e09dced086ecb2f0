"""Columns about persons are removed, those about organisations are not."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from loading import Desk, a_desk

from maillage.ingest.columns.assigning import match_columns
from maillage.ingest.persons.removal import (
    personal_columns,
)
from maillage.ingest.tables import Row


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with a_desk(tmp_path) as one:
        yield one


def removed(header: list[str], *rows: list[str], **overrides: str) -> dict[str, str]:
    sample = [Row(line, tuple(cells)) for line, cells in enumerate(rows, start=2)]
    columns = match_columns(header, "actors", overrides)
    return dict(personal_columns(header, sample, columns).removed)


@pytest.mark.parametrize(
    "heading",
    [
        "Contact", "Nom du contact", "Personne à contacter (contact)", "Référent", "Prénom",
        "PRÉNOMS", "Nom Prénom", "Nom et prénom du dirigeant", "Nom de famille", "Courriel",
        "E-mail", "e-mail de la structure", "Adresse mail", "Mél", "Email contact", "Téléphone",
        "Tél.", "Tel.", "Tel portable", "N° de mobile", "Fax", "Dirigeant", "Nom du dirigeant",
        "Président", "Président de l’association", "Directrice", "Gérant", "Responsable", "Resp.",
        "Responsable de la structure", "Représentant légal", "Date de naissance", "Né(e) le",
        "Année de naissance", "Lieu de naissance", "Adresse personnelle", "Domicile", "Civilité",
        "Sexe", "Nationalité", "N° de sécurité sociale", "IBAN", "Interlocuteur", "Maire",
        "Saisi par", "Contact name", "First name", "Surname", "Phone", "Date of birth",
        "Home address", "CEO", "Legal representative", "Suivi par", "Chargée de mission",
        "Représenté par", "Représenté·e par", "Personne ressource", "Personne-ressource",
        "Qui appeler ?", "Coprésidente", "Votre nom", "Quel est votre nom ?", "Votre prénom",
        "Rempli par", "Nom d’utilisateur", "Horodateur", "Nom de la personne qui répond",
    ],
)  # fmt: skip
def test_headings_that_announce_persons(heading: str) -> None:
    assert removed(["Nom de la structure", heading], ["A", ""]) == {heading: "heading"}


@pytest.mark.parametrize(
    "heading",
    [
        "Nom", "Nom de la structure", "Raison sociale", "Dénomination", "Nom de l’organisme",
        "Name", "Adresse", "Adresse du siège", "Commune", "Site web", "Page web", "URL",
        "Nombre de dirigeants", "Nb de responsables", "Type de contact", "Structure référente",
        "Organisme représentant les usagers", "Site de contact", "Effectif", "Salariés", "Emplois",
        "Bénévoles", "Collège", "Statut", "Forme juridique", "Membre", "Adhérent", "Associé",
        "Actionnaire", "Signataire", "Porteur", "Structure porteuse", "Partenaire 1", "Fonction",
        "Mandat", "Source", "Note", "Date de création", "Date de contact", "Année", "Réseau",
        "Part des dirigeants", "Titre", "Objet", "Genre d’activité", "Télétravail", "Mailing",
        "Personne morale", "Structure pilote", "Membres du CA", "Nombre de membres du bureau",
        "Votre nom de structure", "Qui", "Objet (tel que dans les statuts)",
        "Quel est le nom de votre structure ? (tel qu’il apparaît dans vos statuts)",
        "Nom tel qu'écrit au Journal officiel", "Activité telle que déclarée",
    ],
)  # fmt: skip
def test_headings_that_do_not(heading: str) -> None:
    assert removed(["Raison sociale", heading], ["A", "B"], ["C", "D"]) == {}


def test_a_heading_that_is_removed_is_told_whole() -> None:
    heading = (
        "Quel est le numéro de téléphone de la personne qui suit le projet ? (portable ou fixe)"
    )
    (problem,) = personal_columns(["Nom", heading], []).problems()
    assert heading in problem.message("fr")


def test_a_name_beside_a_first_name_is_a_persons() -> None:
    assert removed(["Structure", "Nom", "Prénom"], ["A", "X", "Y"]) == {
        "Nom": "heading", "Prénom": "heading",
    }  # fmt: skip
    assert removed(["Prénom", "Nom", "Structure"], ["Y", "X", "A"]).keys() == {"Prénom", "Nom"}
    assert removed(["Nom", "Commune", "Prénom du contact"], ["A", "B", "C"]) == {
        "Prénom du contact": "heading"
    }


@pytest.mark.parametrize(
    "header",
    [
        ["Prénom", "NOM", "Fonction", "Organisme"],
        ["Structure", "Fonction", "Contact"],
        ["Structure", "Contact", "Courriel", "Fonction"],
        ["Nom", "Prénom", "Structure", "Fonction", "Mail"],
        ["Structure", "Président", "Qualité"],
    ],
)
def test_the_function_of_a_person_goes_with_her(header: list[str]) -> None:
    (function,) = {"Fonction", "Qualité"}.intersection(header)
    assert removed(header)[function] == "heading"
    assert function not in removed(header, **{function: "note"})


@pytest.mark.parametrize(
    "header",
    [
        ["Structure", "Fonction", "Courriel", "Téléphone"],
        ["Structure", "Fonction", "Commune", "Président"],
        ["Structure", "Rôle", "Contact"],
    ],
)
def test_the_function_of_a_member_stays(header: list[str]) -> None:
    assert {"Fonction", "Rôle"}.isdisjoint(removed(header))


def test_columns_are_recognised_by_what_they_hold() -> None:
    header = ["Structure", "Joindre", "Rappeler", "Qui", "Notes"]
    rows = [
        ["Le Labo", "a@labo.fr", "06 12 34 56 78", "Marie Dupont", "voir a@labo.fr"],
        ["Élan", "x.y@elan.org", "+33 1 23 45 67 89", "M. Durand", "rien"],
        ["Val Horizon", "", "0612345678", "DUPONT Jean-Pierre", "à revoir"],
        ["Éole", "c@d.coop", "", "Sylvie", "ok"],
    ]
    assert removed(header, *rows) == {"Joindre": "emails", "Rappeler": "phones", "Qui": "names"}


@pytest.mark.parametrize(
    "heading",
    [
        "Porteur", "Porteur de projet", "Animatrice", "Chef de projet", "Signataire", "Pilote",
        "Membres du CA", "Délégué",
    ],
)  # fmt: skip
def test_what_heads_persons_or_organisations_is_told_by_what_it_holds(heading: str) -> None:
    person, organisation = ["A", "Marie Dupont"], ["A", "Association du Val"]
    assert removed(["Nom", heading], person) == {heading: "names"}
    assert removed(["Nom", heading], organisation) == {}
    assert removed(["Nom", heading], person, organisation, organisation) == {}


def test_a_cell_may_name_several_persons() -> None:
    board = [["A", "Yann Le Goff, Anne Prat"], ["B", "Mme Duval et M. Riou;"], ["C", "Zoé / Paul"]]
    mixed = [["A", "Yann Le Goff, Mairie de Redon"], ["B", "Val Ferme"], ["C", "Ti Coop, Le Gué"]]
    assert removed(["Structure", "Instance"], *board) == {"Instance": "names"}
    assert removed(["Structure", "Instance"], *mixed) == {}


def test_fewer_than_three_cells_hold_persons_if_all_are_whole_names() -> None:
    whole, first = ["A", "Anne Prat"], ["B", "Rose"]
    assert removed(["Structure", "Instance"], whole) == {"Instance": "names"}
    assert removed(["Structure", "Instance"], whole, first) == {}
    assert removed(["Structure", "Instance"], first) == {}


def test_a_column_of_saints_is_one_of_places() -> None:
    places = [["A", "Saint-Yves"], ["B", "Sainte-Anne"], ["C", "St Julien"]]
    assert removed(["Structure", "Paroisse"], *places) == {}


def test_a_column_that_is_removed_is_not_said_to_be_kept(desk: Desk) -> None:
    report = desk.bring("Adhérent;Porteur\nVal Ferme;Marie Dupont\n", "members", pole="P")
    assert {one.code for one in report.problems if one.row is None} >= {"personal_removed"}
    assert not report.problems.count("column_unknown")
    assert all("Porteur" not in record.cells for record in desk.store.records())


def test_some_cells_of_a_column_of_your_own_may_name_persons(desk: Desk) -> None:
    rows = (
        "Alpha;Yann Le Goff;Pierre sèche;x\nBêta;Anne Prat, Yann Riou;Paille;x\n"
        "Gamma;Réseau Cocagne;Rose;x\nDelta;CRESS;Saint Jean;x\nÉpi;Mme Prat;Bois;Anne Prat\n"
        "Zêta;Jean Dupont SARL;Marine marchande;x\n"
    )
    head = "Adhérent;Appui;Matériau;Code maison\n"
    report = desk.bring(head + rows, "members", pole="P")
    told = {(one.row, one.column) for one in report.problems if one.code == "person_maybe_kept"}
    assert told == {(2, "Appui"), (3, "Appui"), (6, "Code maison")}
    assert not report.problems.count("personal_removed")
    # Who is sure to be one is not kept, as everywhere.
    assert not any("Mme Prat" in str(record) for record in desk.store.records())
    assert desk.actor("Alpha").attributes["Appui"] == "Yann Le Goff"


def test_of_two_columns_of_your_own_each_is_asked_about(desk: Desk) -> None:
    text = "Nom;Appui;Salle\nAlpha;Yann Le Goff;Jean Macé\nB;x;y\nC;x;y\nD;x;y\n"
    report = desk.bring(text, "members", pole="P")
    told = [one for one in report.problems if one.code == "person_maybe_kept"]
    assert [one.column for one in told] == ["Appui", "Salle"]
    # Not that persons are not kept: these are.
    assert "gardée telle quelle" in told[0].hint("fr") and "kept as it is" in told[0].hint("en")
    assert desk.actor("Alpha").attributes["Appui"] == "Yann Le Goff"


def test_titles_show_a_column_of_persons_and_trades_do_not() -> None:
    persons = [["A", "Consorts Martin"], ["B", "Maître Claire Durand"], ["C", "mme le gall"]]
    trades = [["A", "Maître d’ouvrage"], ["B", "Maître d’œuvre"], ["C", "Docteur en droit"]]
    assert removed(["Structure", "Suivi"], *persons) == {"Suivi": "names"}
    assert removed(["Structure", "Suivi"], *trades) == {}


def test_initials_and_surnames_show_a_column_of_persons() -> None:
    rows = [["A", "J. Dupont"], ["B", "Martin P."], ["C", "LE GOFF Yann"]]
    assert removed(["Structure", "Suivi"], *rows) == {"Suivi": "names"}


def test_organisations_named_after_persons_are_kept() -> None:
    header = ["Sigle", "Bâtiment", "Nom"]
    rows = [
        ["AJM", "Espace Jean Macé", "Jean Macé"],
        ["LM", "Centre Louise Michel", "Louise Michel"],
        ["SA", "Lycée Simone Veil", "Simone Veil"],
    ]
    assert removed(header, *rows) == {}


def test_numbers_of_organisations_are_no_telephones() -> None:
    header = ["Nom", "SIREN", "SIRET", "CP", "Montant (€)", "Code"]
    rows = [["A", "732829320", "73282932000074", "01234", "0", "W751234567"]] * 5
    assert removed(header, *rows) == {}


def test_a_column_that_the_user_maps_is_hers_to_judge() -> None:
    header = ["Contact", "Commune"]
    assert removed(header, ["Le Labo", "Paris"], Contact="name") == {}
    assert removed(header, ["a@b.fr", "Paris"], Contact="name") == {"Contact": "emails"}


def test_without_a_map_headings_speak_alone() -> None:
    found = personal_columns(("Contact", "Nom"), (), None)
    assert found.removed == {"Contact": "heading"}


@pytest.mark.parametrize(
    ("header", "french", "english"),
    [
        (("Nom", "Contact"), "Colonne Contact retirée", "Column Contact removed"),
        (
            ("Nom", "Contact", "Courriel"),
            "Colonnes Contact, Courriel retirées",
            "Columns Contact, Courriel removed",
        ),
    ],
)
def test_what_is_removed_is_said_in_the_words_of_the_design(
    header: tuple[str, ...], french: str, english: str
) -> None:
    (problem,) = personal_columns(header, ()).problems()
    assert problem.message("fr") == f"{french}\u202f: données de personnes, jamais gardées."
    assert problem.message("en") == f"{english}: personal data, never kept."


def test_removed_columns_are_neither_kept_nor_said_to_be() -> None:
    columns = match_columns(("Nom", "Contact"), "actors")
    assert (columns.personal, columns.unknown) == (("Contact",), ())
    found = personal_columns(columns.header, (), columns)
    (problem,) = found.problems("F")
    assert "Contact" in problem.message("fr")
    many = dict.fromkeys(("Président(e) du conseil", "Courriel de secours", "Autre téléphone"))
    header = tuple(f"{heading} {n}" for heading in many for n in range(4))
    (problem,) = personal_columns(header, (), None).problems("F")
    assert all(heading in problem.message("fr") for heading in header)
    assert list(personal_columns(("Nom",), (), None).problems()) == []


@settings(deadline=None)
@given(st.lists(st.text(max_size=20), min_size=1, max_size=4), st.text(max_size=40))
def test_any_column_can_be_judged(cells: list[str], heading: str) -> None:
    personal_columns((heading,), [Row(n, (cell,)) for n, cell in enumerate(cells)], None)
