"""The kind of list is told from the headings, as people write them."""

from __future__ import annotations

import pytest

from maillage.graph.errors import InvalidInput, UnreadableFile
from maillage.graph.languages import Language
from maillage.ingest.lists.registry import LISTS
from maillage.ingest.lists.templates import csv_template
from maillage.ingest.lists.which_list import Of, guess_lists


def guessed(headings: str, of: Of = "") -> str:
    line = ";".join(["x"] * (headings.count(";") + 1))
    (found,) = guess_lists(f"{headings}\n{line}\n".encode(), name="liste.csv", of=of)
    return found


@pytest.mark.parametrize("name", LISTS)
@pytest.mark.parametrize("language", ["fr", "en"])
def test_each_template_is_known_again(name: str, language: Language) -> None:
    template = csv_template(LISTS[name], language)
    row = (";" if language == "fr" else ",").join(["x"] * 9)
    assert guess_lists(f"{template}{row}\r\n".encode(), name="modele.csv") == (name,)


@pytest.mark.parametrize(
    ("headings", "name"),
    [
        ("Nom;Commune;SIREN", "actors"),
        ("Structure;Ville;Téléphone", "actors"),
        ("Nom;Prénom;Structure;Email;Commune", "actors"),
        ("Adhérent;Commune;Date d’adhésion", "members"),
        ("Membre;Collège", "members"),
        ("Adhérent;ETP;Commune", "members"),
        ("Structure;ETP;Commune", "actors"),
        ("Adhérent;ETP mis à disposition;Commune", "employers"),
        ("Adhérent;Ville;Depuis;SIREN;Courriel", "members"),
        ("Associé;Société;% du capital", "shareholdings"),
        ("Partenaire 1;Partenaire 2;Objet", "partnerships"),
        ("Source;Cible;Type", "ties"),
        ("Entreprise utilisatrice;GEIQ;ETP", "employers"),
        ("Nom du pôle;Département;Structure porteuse", "poles"),
        ("id;name;pole_id;kind;members", "groups"),
        ("actor_id;coder;sector;coded_on", "codings"),
        ("Acteur;Codeur;Secteur codé", "codings"),
        ("Un acteur;Un autre;Décision;Décidé par", "judgements"),
        ("Avec;Je confirme;Je conteste;Qui répond;Numéro du lien", "answers"),
    ],
)
def test_lists_as_people_head_them(headings: str, name: str) -> None:
    assert guessed(headings) == name


@pytest.mark.parametrize(
    ("headings", "of", "name"),
    [
        ("Structure;SIREN;Commune", "pole", "members"),
        ("Adhérent;ETP;Commune", "pole", "members"),
        ("Structure;ETP;Commune", "pole", "members"),
        ("Entreprise;Commune", "group", "employers"),
        ("Adhérent;ETP;Commune", "group", "employers"),
        ("Associé;Société;% du capital", "pole", "shareholdings"),
        ("Source;Cible;Type", "group", "ties"),
    ],
)
def test_organisations_of_a_pole_or_a_group_are_its_members(
    headings: str, of: Of, name: str
) -> None:
    assert guessed(headings, of) == name


@pytest.mark.parametrize(
    ("headings", "words", "name"),
    [
        ("Structure A;Structure B;Type", ["financement", "partenariat"], "ties"),
        ("Structure A;Structure B;Type", ["partenariat", "projet"], "partnerships"),
        ("Structure A;Structure B;Objet", ["financement"], "partnerships"),
        ("Partenaire 1;Partenaire 2;Nature", ["adhésion"], "ties"),
    ],
)
def test_words_that_a_list_would_refuse_tell_it_from_another(
    headings: str, words: list[str], name: str
) -> None:
    lines = "".join(f"Une;Autre;{word}\n" for word in words)
    assert guess_lists(f"{headings}\n{lines}".encode(), name="liens.csv") == (name,)


def test_ties_between_ids_are_known_as_such() -> None:
    assert guessed("source_id;target_id;kind;subtype;share_pct;status;source") == "ties"


def test_what_nobody_knows_is_asked() -> None:
    with pytest.raises(InvalidInput, match="No column"):
        guessed("aaa;bbb;ccc")


def test_a_file_that_is_no_table_is_said() -> None:
    with pytest.raises(UnreadableFile):
        guess_lists(b"\x89PNG\r\n\x1a\n" + bytes(100), name="photo.png")
