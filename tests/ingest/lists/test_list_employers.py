"""Who belongs to which employer group, for how much work."""

from __future__ import annotations

import pytest
from loading import Desk, codes, fates

from maillage.graph.errors import InvalidInput, Refused, UnreadableFile
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


def test_the_group_of_the_option_is_whose_list_it_is(desk: Desk) -> None:
    text = "Entreprise;ETP\nVal Ferme;1,5\n"
    with pytest.raises(UnreadableFile, match="--group"):
        desk.bring(text, "employers")
    with pytest.raises(InvalidInput, match="employers"):
        desk.bring(text, "members", group="GEIQ BTP")
    report = desk.bring(text, "employers", group="GEIQ BTP", date="2013", complete=True)
    assert "group_new" in report.problems.counts
    assert desk.tie("Val Ferme", "GEIQ BTP", "employer_group").attributes == {"fte": 1.5}
    assert desk.actor("GEIQ BTP").kind == "employer_group"
    later = "Entreprise;ETP\nLe Fournil;1\n"
    report = desk.bring(
        later, "employers", name="2014.csv", group="geiq btp", date="2014", complete=True
    )
    assert "group_new" not in report.problems.counts and len(report.ended) == 1
    with pytest.raises(Refused, match="GEIQ BTP"):
        desk.bring(text, "employers", group="GEIQ BTPP")


@pytest.mark.parametrize(
    "text",
    [
        "Entreprise;ETP;ETP mis à disposition\nVal Ferme;12;1,5\n",
        "Entreprise;Nombre d’ETP mis à disposition;ETP\nVal Ferme;1,5;12\n",
    ],
)
def test_beside_the_shared_staff_plain_staff_is_the_member_s_own(desk: Desk, text: str) -> None:
    desk.bring(text, "employers", group="GEIQ BTP")
    assert desk.tie("Val Ferme", "GEIQ BTP", "employer_group").attributes == {"fte": 1.5}
    assert desk.actor("Val Ferme").attributes["fte"] == 12


def test_a_group_is_not_a_member_of_itself(desk: Desk) -> None:
    report = desk.bring("Groupement;Membre\nGEIQ Diois;geiq  diois\n", "employers")
    assert (fates(report), codes(report, 2)) == ({"refused": 1}, {"tie_to_itself"})


def test_a_negative_time_is_left_out(desk: Desk) -> None:
    report = desk.bring("Groupement;Membre;Heures\nGEIQ;A;beaucoup\n", "employers")
    assert (fates(report), codes(report, 2)) == ({"changed": 1}, {"not_a_number", "actor_new"})
    assert desk.tie("A", "GEIQ", "employer_group").attributes == {}
