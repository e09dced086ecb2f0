"""Poles, and the groups and places that are found in them."""

from __future__ import annotations

import pytest
from loading import Desk, codes, fates


def test_a_pole(desk: Desk) -> None:
    desk.bring(
        "Identifiant;Nom du pôle;Structures porteuses;Départements;Typologie (Adam);Impulsion;"
        "Stade;Charte signée;Année de création;Part de subventions (%)\n"
        "ptce-die;Pôle du Diois;Val Ferme|Le Fournil;26|05;filière;citoyens;"
        "émergent;oui;2011;45 %\n",
        "poles",
    )
    pole = desk.actor("Pôle du Diois")
    assert (pole.id, pole.kind) == ("ptce-die", "pole")
    assert {name: pole.attributes[name] for name in ("carriers", "departements")} == {
        "carriers": ("Le Fournil", "Val Ferme"),
        "departements": ("05", "26"),
    }
    assert pole.attributes["typology_adam"] == "value_chain"
    assert pole.attributes["impulse"] == "citizens"
    assert pole.attributes["stage"] == "emerging"
    assert pole.attributes["charter_signed"] == "yes"
    assert pole.attributes["founded_year"] == 2011
    assert [(f.field, f.value) for f in pole.figures] == [("subsidy_share", 45.0)]


@pytest.mark.parametrize("told", ["5|26", "05 / 26", "26 et 5", "5, 26"])
def test_a_pole_spans_departements_whose_zero_was_lost(told: str, desk: Desk) -> None:
    report = desk.bring(f"Nom du pôle;Départements\nPôle;{told}\n", "poles")
    assert fates(report) == {"accepted": 1}
    assert desk.actor("Pôle").attributes["departements"] == ("05", "26")


@pytest.mark.parametrize(
    ("told", "codes"),
    [("Nord", ("59",)), ("Lot et Garonne", ("47",)), ("Landes et 64", ("40", "64"))],
)
def test_departements_by_their_names(told: str, codes: tuple[str, ...], desk: Desk) -> None:
    report = desk.bring(f"Nom du pôle;Départements\nPôle;{told}\n", "poles")
    assert fates(report) == {"accepted": 1}
    assert desk.actor("Pôle").attributes["departements"] == codes


def test_a_word_that_is_not_one_of_the_list(desk: Desk) -> None:
    report = desk.bring("Nom du pôle;Stade\nPôle;vieux\n", "poles")
    assert fates(report) == {"changed": 1}
    assert codes(report, 2) == {"unknown_choice"}
    assert "stage" not in desk.actor("Pôle").attributes


def test_a_group_that_is_an_actor_is_one_node(desk: Desk) -> None:
    desk.bring("id,name\ngeiq,GEIQ du Diois\n", "actors", name="acteurs.csv")
    desk.bring(
        "id,name,kind,actor_id,member_count\ngrp-geiq,GEIQ,employer_group,geiq,14\n",
        "groups",
        name="groupes.csv",
    )
    (actor,) = desk.graph.actors.values()
    assert actor.kind == "employer_group"
    assert {"geiq", "grp-geiq"} == {actor.id, *actor.aliases}
    assert actor.attributes["member_count"] == 14


@pytest.mark.parametrize(("said", "kind"), [("Tiers-lieu", "place"), ("COPIL", "governance_body")])
def test_a_group_by_the_words_of_lists(said: str, kind: str, desk: Desk) -> None:
    desk.bring(f"Nom du groupe;Nature\nLa halle;{said}\n", "groups")
    assert desk.actor("La halle").kind == kind


def test_a_group_needs_its_nature(desk: Desk) -> None:
    report = desk.bring("Nom du groupe;Nature\nLa halle;\nLe marché;foire\n", "groups")
    assert fates(report) == {"refused": 2}
    assert (codes(report, 2), codes(report, 3)) == ({"value_missing"}, {"unknown_choice"})


def test_a_carrier_is_no_person(desk: Desk) -> None:
    report = desk.bring(
        "Nom;Structure porteuse\nPôle A;Val Ferme | Le Fournil\nPôle B;Mme Claire Le Gall\n"
        "Pôle C;Jean Dupont\nPôle D;Le Gué | yann@rdm.fr\n",
        "poles",
    )
    assert (codes(report, 3), codes(report, 4)) == ({"person_named"}, {"person_maybe"})
    assert codes(report, 5) >= {"personal_masked", "person_named"}
    assert desk.actor("Pôle A").attributes["carriers"] == ("Le Fournil", "Val Ferme")
    assert "carriers" not in desk.actor("Pôle B").attributes
    assert all("Le Gall" not in str(record.cells) for record in desk.store.records())
