"""Who belongs to which employer group, for how much work."""

from __future__ import annotations

from loading import Desk, codes, fates

from maillage.graph.vocabulary import Tier


def test_shared_work_in_fte_and_in_hours(desk: Desk) -> None:
    report = desk.bring(
        "Groupement d’employeurs;Adhérent;ETP partagés;Heures;Depuis\n"
        "GEIQ BTP;Val Ferme;1,5;;2012\nGEIQ BTP;Le Fournil;;1 820;\n",
        "employers",
    )
    assert fates(report) == {"accepted": 2}
    first = desk.tie("Val Ferme", "GEIQ BTP", "employer_group")
    second = desk.tie("Le Fournil", "GEIQ BTP", "employer_group")
    assert (first.attributes, second.attributes) == ({"fte": 1.5}, {"hours": 1820.0})
    assert first.start and first.start.text == "2012"
    assert {first.tier, second.tier} == {Tier.MEANS}
    assert desk.actor("GEIQ BTP").kind == "employer_group"


def test_both_ends_are_needed(desk: Desk) -> None:
    report = desk.bring("Groupement;Membre\nGEIQ;\n;Val Ferme\n", "employers")
    assert fates(report) == {"refused": 2}
    assert codes(report, 2) == codes(report, 3) == {"value_missing"}


def test_a_group_is_not_a_member_of_itself(desk: Desk) -> None:
    report = desk.bring("Groupement;Membre\nGEIQ Diois;geiq  diois\n", "employers")
    assert (fates(report), codes(report, 2)) == ({"refused": 1}, {"tie_to_itself"})


def test_a_negative_time_is_left_out(desk: Desk) -> None:
    report = desk.bring("Groupement;Membre;Heures\nGEIQ;A;beaucoup\n", "employers")
    assert (fates(report), codes(report, 2)) == ({"changed": 1}, {"not_a_number", "actor_new"})
    assert desk.tie("A", "GEIQ", "employer_group").attributes == {}
