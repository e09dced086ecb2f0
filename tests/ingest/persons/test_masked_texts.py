"""Addresses, numbers and persons are masked within texts."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from maillage.ingest.persons.asides import without_persons_aside
from maillage.ingest.persons.removal import (
    MASK,
    mask_personal,
    mask_titled,
)


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("écrire à jean.dupont@labo-ess.org.", f"écrire à {MASK}."),
        ("<a@b.fr>;c@d.coop", f"<{MASK}>;{MASK}"),
        ("tél. 06 12 34 56 78, le matin", f"tél. {MASK}, le matin"),
        ("06.12.34.56.78", MASK),
        ("0612345678", MASK),
        ("01-23-45-67-89", MASK),
        ("+33 6 12 34 56 78", MASK),
        ("+33 (0)6 12 34 56 78", MASK),
        ("0033612345678", MASK),
        ("+32 2 123 45 67", MASK),
        ("06\u00a012\u202f34 56 78", MASK),
    ],
)
def test_addresses_and_numbers_are_masked_within_texts(text: str, masked: str) -> None:
    assert mask_personal(text) == masked


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("M. Jean Dupont", MASK),
        ("voir Mme Le Goff-Martin, présidente", f"voir {MASK}, présidente"),
        ("MM. Petit et Grand", f"{MASK} et Grand"),
        ("Mme de Sévigné ou Mlle X", f"{MASK} ou {MASK}"),
        ("M. le maire, la S.M. Industrie", "M. le maire, la S.M. Industrie"),
        ("Monsieur Vélo", "Monsieur Vélo"),
        ("vu le Dr Martin et le Pr. Durand", f"vu le {MASK} et le {MASK}"),
        ("avocat : Me Petit, notaire : Me Le Goff", f"avocat : {MASK}, notaire : {MASK}"),
        ("MME DUPONT, Madame Claire Dupont", f"{MASK}, {MASK}"),
        ("le Docteur Jean Martin ; le Docteur Vélo", f"le {MASK} ; le Docteur Vélo"),
        ("à la place du Dr Martin", f"à la place du {MASK}"),
        ("cabinet du Dr Martin, 3 place du Dr Roux", f"cabinet du {MASK}, 3 place du Dr Roux"),
        ("12 rue du Dr Martin, av. du Pr Calmette", "12 rue du Dr Martin, av. du Pr Calmette"),
        (
            "3, RUE Mme de Sévigné ; lycée du Dr Lacroix",
            "3, RUE Mme de Sévigné ; lycée du Dr Lacroix",
        ),
        (
            "Me contacter. F.Dr Est, Dr en droit, 10 Dr",
            "Me contacter. F.Dr Est, Dr en droit, 10 Dr",
        ),
        ("voir mme Dupont ou madame Anne Prat", f"voir {MASK} ou {MASK}"),
        ("à Melle Agglo, PROFESSEUR DES ÉCOLES, me Joindre",) * 2,
        ("Melun, Pré Vert, Prado, Drôme", "Melun, Pré Vert, Prado, Drôme"),
        ("12 M. €", "12 M. €"),
        ("voir mme dupont, ou Mlle jeanne", f"voir {MASK}, ou {MASK}"),
        ("voir mme claire dupont, Mme anne-marie martin", f"voir {MASK}, {MASK}"),
        ("voir mme le gall et mlle d’ornano", f"voir {MASK} et {MASK}"),
        ("mme hélène Le Gall demain, mme dupont mme prat", f"{MASK} demain, {MASK} {MASK}"),
        ("mme claire pour info, mlle de la tour", f"{MASK} pour info, mlle de la tour"),
        ("le mme jour, en mme temps, quand mme vrai",) * 2,
        ("de mme secteur, soi-mme engagé, mme ancienne maire, mme bonjour",) * 2,
        ("Mme pour info, Mme adjointe au maire, mme sera absente",) * 2,
        ("mme la présidente, mme la sous-préfète, mme le maire, mme de l’accueil, mme du centre",)
        * 2,
        ("mme et m. dupont, Mme la maire, mmes les élues",) * 2,
        ("Mme et M. Dupont, 3 rue mme dupont", f"Mme et {MASK}, 3 rue mme dupont"),
        ("festival « Take Me Home », Call Me Maybe", "festival « Take Me Home », Call Me Maybe"),
        ("Mouvement Me Too, tell Me More", "Mouvement Me Too, tell Me More"),
        ("Voir Me Petit, Notaire Me Toon", f"Voir {MASK}, Notaire {MASK}"),
        ("call Me Dupont, « Love Me Dupont »", f"call {MASK}, « Love {MASK} »"),
        ("Lift Me Up, Count Me In, Drive Me Home",) * 2,
        ("Take Me Home : Me Petit", f"Take Me Home : {MASK}"),
    ],
)
def test_persons_named_by_their_title_are_masked(text: str, masked: str) -> None:
    assert mask_titled(text) == masked


@pytest.mark.parametrize(
    "text",
    [
        "732 829 320", "73282932000074", "732 829 320 00074", "W751234567", "01 02 2012",
        "2012-2013-2014", "01/02/2012 10:30", "1 234 567 890,50 €", "0,123456789", "@mairie",
        "https://mastodon.social/@ptce", "a@b", "n° 0123", "75001 Paris", "10 000 000",
        "001234567890", "2004 2005 2006 2007", "FR76 3000 1234",
    ],
)  # fmt: skip
def test_other_texts_are_left(text: str) -> None:
    assert mask_personal(text) == text


@settings(deadline=None)
@given(st.text("0123456789 .-+@abc()", max_size=80))
def test_masking_twice_changes_nothing_more(text: str) -> None:
    once = mask_personal(text)
    assert mask_personal(once) == once


@pytest.mark.timeout(60)  # a pattern that goes back upon its steps would take hours
@pytest.mark.parametrize(
    "unit", ["0", "0 ", "+33", " - ", " (a", " ", "a.", "a@", "a@b.", "06 12 ", "-"]
)
def test_a_long_text_is_masked_without_being_searched_again_and_again(unit: str) -> None:
    once = mask_personal(unit * 30_000)
    assert mask_personal(once) == once
    assert without_persons_aside(f"{once}:") == f"{once}:"
