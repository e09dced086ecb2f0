"""Names of persons in the place of organisations', or beside them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from loading import Desk, a_desk, codes

from maillage.ingest.persons.asides import may_name_person_aside, without_persons_aside
from maillage.ingest.persons.names import may_name_person, names_person
from maillage.ingest.persons.removal import (
    MASK,
)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with a_desk(tmp_path) as one:
        yield one


@pytest.mark.parametrize(
    "name",
    [
        "Mme Le Gall", "Consorts Martin", "Les consorts Le Gall", "Indivision Dupont",
        "Héritiers Martin", "Succession Martin",
        "Dr Jean Martin", "Me Claire Durand", "Maître Claire Durand", "MME LE GALL", "Mme. Martin",
        "M. Taverne", "Mme Dupont Coiffure", "mme Dupont", "mlle Le Gall", "M et Mme Dupont",
        "MME ET M. DUPONT", "CONSORTS MARTIN", "madame Claire Dupont", "mme dupont", "Mme dupont",
        "mlle le gall", "mme. dupont", "mme claire de sévigné",
    ],
)  # fmt: skip
def test_a_person_or_her_heirs_are_no_organisation(name: str) -> None:
    assert names_person(name)


@pytest.mark.parametrize(
    "name",
    [
        "Dr Martin", "Docteur Vélo", "Me Durand", "Maître Coq", "Famille Le Gall",
        "famille de Sévigné", "FAMILLE LE GALL", "Madame Dupont", "MADAME DUPONT", "Monsieur Vélo",
        "Mr Bricolage", "MR DUPONT", "DR MARTIN", "dr Martin", "M Dupont", "M Habitat Sud",
        "Melle Dupont", "Mle Dupont", "Melle Habitat Sud", "MADAME CLAIRE DUPONT", "m. dupont",
        "mr dupont", "dr martin", "madame dupont", "m. et mme dupont", "monsieur vélo",
        "ms informatique", "consorts martin",
    ],
)  # fmt: skip
def test_a_title_before_one_word_may_be_a_shop_and_a_family_hold_shares(name: str) -> None:
    assert may_name_person(name) and not names_person(name)


@pytest.mark.parametrize(
    "name",
    [
        "Jean Dupont", "DUPONT Jean", "Dupont Jean", "Morvan Yann", "LE GOFF Yann", "Le Goff Yann",
        "LE GOFF YANN", "Yann Le Goff", "Jean-Pierre Martin", "MARTIN Jean-Pierre",
        "Martin Jean Pierre", "Yann L’Hostis", "Jean de Kersauson", "BEN SALAH Karim",
        "J. Dupont", "J.Dupont", "Dupont J.", "DUPONT J.-P.", "J.-P. Le Goff", "Le Goff Y.",
        "Jean-Yves Le Drian", "Soizic Morvan", "LE GOFF Soizic", "Erwan Riou", "Marie-Anne Prat",
        "Fañch Abgrall", "Guilhem Faure", "Maialen Etcheverry", "Iñaki Goñi", "Ghjuvanni Santoni",
        "Lieselotte Meyer", "Fatoumata Diallo", "Teva Temaru", "Jean-Noël Payet",
        "HOARAU Marie-France", "Yann Le Goff (Recyclerie)", "Soizic Morvan EI",
        "EI Morvan Soizic", "Jean Dupont EIRL", "Fontaine Pierre", "Fontaine Jean Pierre",
        "Rivière Anne", "J.P. Martin", "J. P. Martin", "J-P. Martin", "J.-P Martin", "J-P Martin",
        "J.P.Martin", "Martin J.P.", "MARTIN J. P.", "J.Y. Le Goff", "M.-C. Martin",
    ],
)  # fmt: skip
def test_a_first_name_or_an_initial_beside_a_surname_may_be_a_person(name: str) -> None:
    assert may_name_person(name) and not names_person(name)


@pytest.mark.parametrize(
    "name",
    [
        "Saint Yves", "SAINT Yves", "St Yves", "Ste Anne", "Association Yann", "Asso Yann",
        "Coop Martin", "COOP Yann", "Les Jardins de Marie", "Maison Rose", "Terre Rose",
        "Énergie Marine", "Café Louise", "CAFÉ LOUISE", "Le Café Louise", "Le Petit Nicolas",
        "La Belle Hélène", "Château Thierry", "Port Louis", "Le Luc",
        "F. Martin & fils", "A. B. C.", "E.D.F.", "Dupont S.A.", "M.S. Informatique", "Bâtiment C.",
        "SARL Jean Dupont", "J. Dupont SARL", "Jean et fils", "Jean", "J.", "&", "",
        "Christine Coiffure", "Simon Vélo", "Tonton Yann", "Pays de la Lys Romane",
        "Crêpe Suzette", "Saint-Brieuc", "Noël Martin", "Ti Youenn", "Casa Rosa",
        "Fontaine Saint-Pierre", "Fontaine Claire", "La Fontaine Pierre", "Moulin Marion",
        "Petit Pierre", "Pierre & Terre", "Martin Pêcheur", "Marie-Galante Coop",
        "Jean Bart SCOP", "J.P. Martin & fils", "SARL J.P. Martin", "J.A. Bretagne", "J.E. Rennes",
        "J.S. Allonnes", "U.S. Redon", "M.J.C. Redon", "J-Tech Redon", "J.P.", "jardins de marie",
    ],
)  # fmt: skip
def test_nor_is_every_first_name_or_initial_that_of_a_person(name: str) -> None:
    assert not may_name_person(name) and not names_person(name)


@pytest.mark.parametrize(
    "name",
    [
        "Famille Rurale de Redon", "Familles Rurales", "Famille Martin SARL", "Famille et Cité",
        "Consortium des Alpes", "Maître d’Œuvre", "SCP Maître Durand", "Dr Martin SELARL 2",
        "MAÎTRE D’OUVRAGE", "MAITRE DU JEU", "MS Informatique", "Melle", "M", "MM", "M.E.R.",
        "Mme Dupont Fleurs SARL", "mme dupont fleurs sarl", "Mme Dupont et fils", "mme",
        "maître d’ouvrage", "famille et cité", "familles rurales", "mmerie d’art",
    ],
)  # fmt: skip
def test_nor_is_every_family_a_person(name: str) -> None:
    assert not names_person(name) and not may_name_person(name)


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("Val Ferme (Mme Prat)", "Val Ferme"),
        ("Val Ferme c/o Mme Prat", "Val Ferme"),
        ("Val Ferme (mme prat)", "Val Ferme"),
        ("Val Ferme (mme le gall)", "Val Ferme"),
        ("Val Ferme (mme claire prat)", "Val Ferme"),
        ("Val Ferme (le mme jour)", "Val Ferme (le mme jour)"),
        ("Val Ferme – M. Prat et Mme Riou", "Val Ferme"),
        ("Val Ferme, Mme Prat, Redon", "Val Ferme, Redon"),
        ("Val Ferme (Mme Prat, Redon)", f"Val Ferme ({MASK}, Redon)"),
        ("Val Ferme, président Yann Le Goff", "Val Ferme"),
        ("Val Ferme (contact : Yann)", "Val Ferme"),
        ("(Mme Prat)", MASK),
    ],
)
def test_persons_beside_the_name_of_an_organisation_go(name: str, kept: str) -> None:
    assert without_persons_aside(name) == kept
    assert not may_name_person_aside(kept)


@pytest.mark.parametrize(
    "name",
    [
        "La Fabrique, Maire : et Cie", "Val Ferme (contact : Mairie de Redon)", "Élan (Redon)",
        "Val Ferme (12 rue du Dr Martin)", "SCI Martin, M. Bricolage SARL", "Élan, Éole - Ti Coop",
        "Val Ferme (président)", "Val Ferme c/o Mairie de Redon", "Paroisse (Saint Yves)",
    ],
)  # fmt: skip
def test_what_names_nobody_beside_it_stays(name: str) -> None:
    assert without_persons_aside(name) == name
    assert not may_name_person_aside(name)


@pytest.mark.parametrize(
    "name", ["Val Ferme (Yann Le Goff)", "Val Ferme c/o Yann Le Goff", "Cabinet, Dr Vélo"]
)
def test_what_may_be_a_person_beside_it_is_to_look_at(desk: Desk, name: str) -> None:
    report = desk.bring(f"Nom;Commune\n{name};Redon\nVal (Mme Prat);Redon\n", "actors")
    assert "person_maybe" in codes(report, 2) and "personal_name_masked" in codes(report, 3)
    assert desk.names == {name, "Val"}
