"""What stands before the brackets is the heading: what they hold is a unit or a precision."""

from __future__ import annotations

import pytest

from maillage.ingest.columns.assigning import match_columns
from maillage.ingest.columns.names import BY_LIST, COMMON
from maillage.ingest.lists.registry import LISTS


def fields(list_name: str, *header: str) -> dict[str, str]:
    return dict(match_columns(header, list_name).mapped)


@pytest.mark.parametrize(
    ("list_name", "heading"),
    [
        ("members", "Maison mère (SIREN)"),
        ("members", "Ancien siège (commune)"),
        ("members", "Salariés du groupe (emplois)"),
        ("members", "Télétravail (ETP)"),
        ("members", "Adhésion au GE (depuis)"),
        ("members", "Visite [date]"),
        ("members", "Voix (%)"),
        ("employers", "Absences (heures)"),
        ("employers", "Groupe (nom)"),
        ("partnerships", "Réunion (date)"),
        ("shareholdings", "Poids en AG (%)"),
        ("shareholdings", "Subvention (%)"),
        ("poles", "Financements publics (%)"),
    ],
)
def test_a_word_in_brackets_does_not_decide(list_name: str, heading: str) -> None:
    columns = match_columns([heading], list_name)
    assert not columns.mapped
    assert columns.unknown == (heading,)


@pytest.mark.parametrize("list_name", LISTS)
def test_no_word_decides_in_brackets_after_what_nobody_knows(list_name: str) -> None:
    for field in LISTS[list_name].row.cells():
        for word in BY_LIST.get(list_name, {}).get(field, COMMON.get(field, ())):
            assert not fields(list_name, f"Zzz ({word})"), word


@pytest.mark.parametrize(
    ("list_name", "heading", "field"),
    [
        ("members", "Numéro (SIREN)", "siren"),
        ("members", "Identifiant (SIRET)", "siret"),
        ("members", "Nom (raison sociale)", "member"),
        ("members", "Siège social (commune)", "commune"),
        ("members", "Adhésion (année)", "since"),
        ("members", "Effectif (ETP)", "fte"),
        ("members", "Effectif 2023 (ETP)", "fte"),
        ("members", "Salariés au 31/12/2023 (ETP)", "fte"),
        ("members", "Effectif (hors intérim)", "jobs"),
        ("members", "Subventions (%)", "subsidy_share"),
        ("members", "Entité", "member"),
        ("members", "Structure(s) adhérente(s)", "member"),
        ("shareholdings", "Associé(e)s", "holder"),
        ("members", "Quel est le nom de votre structure ? (selon les statuts)", "member"),
        ("employers", "Effectif propre (ETP)", "fte"),
        ("employers", "Mise à disposition (ETP)", "shared_fte"),
        ("employers", "Mise à disposition (heures)", "hours"),
        ("employers", "Heures facturées", "hours"),
        ("partnerships", "Signature (date)", "since"),
        ("shareholdings", "Voix (%)", "votes_pct"),
        ("shareholdings", "Voix en %", "votes_pct"),
        ("shareholdings", "Parts (%)", "share_pct"),
        ("shareholdings", "% parts", "share_pct"),
        ("shareholdings", "Part (% du capital)", "share_pct"),
        ("shareholdings", "Capital 2023 (%)", "share_pct"),
        ("shareholdings", "Voix (%) 2023", "votes_pct"),
        ("ties", "Poids (%)", "strength"),
    ],
)
def test_a_precision_is_read_with_what_it_precises(
    list_name: str, heading: str, field: str
) -> None:
    assert fields(list_name, heading) == {heading: field}


@pytest.mark.parametrize(
    ("list_name", "heading", "field"),
    [
        ("members", "N° d'immatriculation (SIREN)", "siren"),
        ("actors", "Numéro d'identification (SIRET)", "siret"),
        ("actors", "Code d’identification (APE)", "naf"),
        ("members", "Num. d’immatriculation (SIREN)", "siren"),
        ("members", "Période (début)", "since"),
        ("members", "Période (fin)", "until"),
        ("members", "Année (début)", "since"),
        ("members", "Adresse (code postal)", "postal_code"),
        ("members", "Localisation (département)", "departement"),
        ("members", "Personnel (ETP)", "fte"),
        ("members", "Votre structure (nom)", "member"),
        ("members", "Votre structure (SIREN)", "siren"),
        ("members", "Structure (commune)", "commune"),
        ("employers", "Temps (heures)", "hours"),
        ("employers", "Temps 2023 (heures)", "hours"),
        ("partnerships", "Signé (date)", "since"),
        ("shareholdings", "taux (%)", "share_pct"),
        ("shareholdings", "Taux (% du capital)", "share_pct"),
        ("shareholdings", "Détention (%)", "share_pct"),
    ],
)
def test_behind_a_word_that_only_says_a_kind_the_precision_decides(
    list_name: str, heading: str, field: str
) -> None:
    assert fields(list_name, heading) == {heading: field}


@pytest.mark.parametrize(
    ("list_name", "heading"),
    [
        ("members", "Adresse (association)"),
        ("members", "Numéro (adhérent)"),
        ("members", "Numéro de la maison mère (SIREN)"),
        ("members", "Adresse de l’ancien siège (commune)"),
        ("shareholdings", "Taux (voix) (capital)"),
    ],
)
def test_it_decides_of_that_kind_alone(list_name: str, heading: str) -> None:
    assert not fields(list_name, heading)


def test_votes_stand_beside_parts() -> None:
    header = {"Associé": "holder", "Société": "firm", "Parts (%)": "share_pct",
              "Voix (%)": "votes_pct"}  # fmt: skip
    assert fields("shareholdings", *header) == header


def test_what_is_precise_takes_no_place() -> None:
    columns = match_columns(("Entreprise", "Groupe (nom)", "Effectif propre (ETP)"), "employers")
    assert columns.mapped == {"Entreprise": "member", "Effectif propre (ETP)": "fte"}
    assert not columns.ambiguous


def test_what_is_known_by_a_part_of_its_heading_is_told() -> None:
    header = ("Structure (au 1er janvier)", "Commune / pays", "N° (SIREN)", "CA 2013 (k€)",
              "Effectif", "Couleur (RAL)")  # fmt: skip
    columns = match_columns(header, "members")
    assert columns.by_part == ("Structure (au 1er janvier)", "Commune / pays")
    (told,) = [one for one in columns.problems() if one.code == "columns_by_part"]
    assert "«\u202fCommune / pays\u202f» comme «\u202f" in told.message("fr")
    assert columns.unknown == ("Couleur (RAL)",)
    assert not match_columns(header[:1], "members", {header[0]: "member"}).by_part
    assert not match_columns(["Structure(s) porteuse(s)"], "poles").by_part


@pytest.mark.parametrize("text", ["%", "%%", "(%)", "% %", "a % b % c", "%" * 300, "(% (" * 80])
def test_any_number_of_percents(text: str) -> None:
    assert match_columns([text], "shareholdings").header == (text,)
