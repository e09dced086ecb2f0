"""Who is a member of a pole or of a network: said, complete, ended, taken back."""

from __future__ import annotations

import pytest
from loading import Desk, codes, fates

from maillage.graph import ledger
from maillage.graph.errors import InvalidInput, Refused
from maillage.graph.vocabulary import Standing, Status

POLE = "id,name\nptce-die,Pôle du Diois\n"


def test_a_line_becomes_a_membership(desk: Desk) -> None:
    desk.bring(
        "Structure;Pôle;Rôle;Collège;Voix;Depuis;Forme juridique\n"
        "Val Ferme;Pôle du Diois;administrateur;usagers;2;mars 2012;Association loi 1901\n",
        "members",
    )
    tie = desk.tie("Val Ferme", "Pôle du Diois", "membership")
    assert tie.directed and tie.start and tie.start.text == "2012-03"
    assert tie.attributes == {"role": "administrateur", "college": "usagers", "votes": 2.0}
    assert (tie.status, tie.standing) == (Status.ACTIVE, Standing.REPORTED)
    assert desk.actor("Pôle du Diois").kind == "pole"
    assert desk.actor("Val Ferme").attributes["ess_family"] == "association"


def test_the_pole_of_the_option(desk: Desk) -> None:
    desk.bring(POLE, "poles")
    desk.bring("Nom\nVal Ferme\nLe Fournil\n", "members", pole="ptce-die")
    ties = desk.ties
    assert ties.keys() == {
        ("Val Ferme", "Pôle du Diois", "membership"),
        ("Le Fournil", "Pôle du Diois", "membership"),
    }
    # The pole speaks of its own members: one end has said so.
    assert {tie.standing for tie in ties.values()} == {Standing.ONE_SIDED}
    assert {tie.declared_by for tie in ties.values()} == {("ptce-die",)}


def test_another_may_speak(desk: Desk) -> None:
    desk.bring(POLE, "poles")
    desk.bring("Nom\nVal Ferme\n", "members", pole="ptce-die", declared_by="RTES")
    tie = desk.tie("Val Ferme", "Pôle du Diois", "membership")
    assert (tie.standing, tie.declared_by) == (Standing.REPORTED, (desk.actor("RTES").id,))


def test_both_ends_make_it_confirmed(desk: Desk) -> None:
    desk.bring(POLE, "poles")
    desk.bring("Nom\nVal Ferme\n", "members", pole="ptce-die")
    desk.bring("Nom;Pôle\nVal Ferme;ptce-die\n", "members", declared_by="Val Ferme", name="v.csv")
    tie = desk.tie("Val Ferme", "Pôle du Diois", "membership")
    assert tie.standing is Standing.CONFIRMED
    assert len(tie.records) == 2


def test_the_list_of_a_network(desk: Desk) -> None:
    desk.bring("Membre;Réseau\nVille de Die;RTES\n", "members")
    assert ("Ville de Die", "RTES", "network_affiliation") in desk.ties
    assert desk.actor("RTES").kind == "network"


def test_without_a_pole_a_line_is_refused(desk: Desk) -> None:
    report = desk.bring("Nom;Rôle\nVal Ferme;x\n", "members")
    assert fates(report) == {"refused": 1}
    assert codes(report, 2) == {"value_missing"}


def test_an_actor_is_not_a_pole(desk: Desk) -> None:
    desk.bring("id,name,kind\nf,Le Fournil,enterprise\n", "actors")
    with pytest.raises(Refused) as refusal:
        desk.bring("Nom\nVal Ferme\n", "members", pole="f")
    assert refusal.value.code == "not_a_pole"


def test_a_complete_list_ends_who_is_no_longer_on_it(desk: Desk) -> None:
    desk.bring(POLE, "poles")
    earlier = desk.bring(
        "Nom\nA\nB\nC\n",
        "members",
        pole="ptce-die",
        date="2012-06-01",
        complete=True,
        name="12.csv",
    )
    assert earlier.written
    before = desk.ties
    later = desk.bring(
        "Nom\nA\nC\n", "members", pole="ptce-die", date="2014-06-01", complete=True, name="14.csv"
    )
    ended = desk.tie("B", "Pôle du Diois", "membership")
    assert ended.status is Status.ENDED
    assert ended.end and ended.end.text == "2012-06-02/2014-06-01"
    assert desk.tie("A", "Pôle du Diois", "membership").status is Status.ACTIVE
    assert later.import_id is not None
    ledger.undo(desk.store, later.import_id)
    assert desk.ties == before


def test_a_list_that_is_not_complete_ends_nothing(desk: Desk) -> None:
    desk.bring(POLE, "poles")
    desk.bring("Nom\nA\nB\n", "members", pole="ptce-die", date="2012", complete=True, name="12.csv")
    desk.bring("Nom\nA\n", "members", pole="ptce-die", date="2014", name="14.csv")
    assert {tie.status for tie in desk.ties.values()} == {Status.ACTIVE}


def test_complete_needs_a_date(desk: Desk) -> None:
    with pytest.raises(InvalidInput) as wrong:
        desk.bring("Nom\nA\n", "members", pole="ptce-die", complete=True)
    assert wrong.value.code == "complete_without_date"


def test_dates_the_wrong_way_round(desk: Desk) -> None:
    report = desk.bring("Nom;Depuis;Jusqu’à\nA;2014;2012\n", "members", pole="p")
    assert codes(report, 2) >= {"dates_reversed"}
    assert fates(report) == {"refused": 1}
