"""The référentiel and its scores are records, and say nothing of who is tied to whom."""

from __future__ import annotations

import pytest
from loading import Desk, codes, fates

from maillage.graph.errors import UnreadableFile


def test_an_indicator(desk: Desk) -> None:
    desk.bring(
        "Version;Objectif général;Objectif principal;Code de l’indicateur;Indicateur\n"
        "2012;Servir un territoire;a;a1;Lieu identifié\n",
        "referentiel",
    )
    (record,) = desk.store.records()
    assert record.cells["Code de l’indicateur"] == "a1"
    assert not desk.graph.actors and not desk.graph.ties


def test_a_score_is_about_a_pole(desk: Desk) -> None:
    desk.bring("id,name\nptce-die,Pôle du Diois\n", "poles", name="p.csv")
    text = "Pôle;Version;Code de l’indicateur;Note de 1 à 6\nPôle du Diois;2012;a1;4\n"
    report = desk.bring(text, "referentiel-scores")
    assert fates(report) == {"accepted": 1}
    assert len(desk.actor("Pôle du Diois").records) == 2


def test_the_pole_of_the_option_is_whose_scores_they_are(desk: Desk) -> None:
    text = "Version;Code de l’indicateur;Note de 1 à 6\n2012;a1;4\n"
    assert fates(desk.bring(text, "referentiel-scores", pole="Pôle P")) == {"accepted": 1}
    with pytest.raises(UnreadableFile):
        desk.bring(text, "referentiel-scores")


@pytest.mark.parametrize("score", ["7", "moyen", "7/6"])
def test_what_is_no_score_is_said_to_be_none(score: str, desk: Desk) -> None:
    text = f"Pôle;Version;Code de l’indicateur;Note de 1 à 6\nP;2012;a1;{score}\n"
    report = desk.bring(text, "referentiel-scores")
    assert codes(report, 2) == {"score_out_of_range"} and fates(report) == {"refused": 1}


@pytest.mark.parametrize("score", ["5", "5/6", "5 sur 6"])
def test_a_score_out_of_six(score: str, desk: Desk) -> None:
    text = f"Pôle;Version;Code de l’indicateur;Note de 1 à 6\nP;2012;a1;{score}\n"
    assert fates(desk.bring(text, "referentiel-scores")) == {"accepted": 1}


@pytest.mark.parametrize("score", ["0", "7", "5/7", "bien", ""])
def test_a_score_is_from_one_to_six(score: str, desk: Desk) -> None:
    text = f"Pôle;Version;Code de l’indicateur;Note de 1 à 6\nP;2012;a1;{score}\n"
    report = desk.bring(text, "referentiel-scores")
    assert fates(report) == {"refused": 1}
    assert len(codes(report, 2)) == 1


def test_a_person_who_answers_is_not_kept(desk: Desk) -> None:
    text = (
        "Pôle;Version;Code;Note;Qui répond;Suite\n"
        "P;2012;a1;4;Mme Claire Martin;vu avec M. Petit\n"
        "P;2012;a2;4;Le Labo;\n"
    )
    report = desk.bring(text, "referentiel-scores", new_pole=True)
    first, second = desk.store.records()
    assert "Martin" not in repr(first) and "Petit" not in repr(first)
    assert second.cells["Qui répond"] == "Le Labo"
    assert codes(report, 2) >= {"personal_name_masked"}
