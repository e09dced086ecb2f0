"""Partnerships: two partners make a tie, three or more an agreement, never a clique."""

from __future__ import annotations

import pytest
from loading import Desk, codes, fates

from maillage.graph.vocabulary import Status


def test_two_partners_make_a_tie(desk: Desk) -> None:
    desk.bring(
        "Partenaires;Précision;Objet;Montant (€);Du;Au\n"
        "Val Ferme | Le Fournil;convention;pain;12 000;2012;2013\n",
        "partnerships",
    )
    tie = desk.tie("Le Fournil", "Val Ferme", "partnership")
    assert not tie.directed and tie.subtype == "convention"
    assert tie.attributes == {"purpose": "pain", "amount_eur": 12_000.0}
    assert tie.start and tie.end and (tie.start.text, tie.end.text) == ("2012", "2013")


def test_three_partners_make_an_agreement(desk: Desk) -> None:
    desk.bring("Partenaires;Objet;Nature\nA|B|C|D;Cantine;recherche\n", "partnerships")
    agreement = desk.actor("Accord : Cantine")
    assert agreement.kind == "agreement"
    ends = {(frozenset(names), kind) for *names, kind in desk.ties}
    assert ends == {(frozenset((name, "Accord : Cantine")), "research") for name in "ABCD"}


def test_an_agreement_without_a_purpose_is_called_by_its_partners(desk: Desk) -> None:
    desk.bring("Partenaires\nA;B;C;D\n".replace("A;B;C;D", '"A;B;C;D"'), "partnerships")
    assert "Accord : A, B, C…" in desk.names


@pytest.mark.parametrize("partners", ["A | B", "A / B", '"A;B"'])
def test_partners_are_parted_as_people_part_them(partners: str, desk: Desk) -> None:
    desk.bring(f"Partenaires;Type\n{partners};achats groupés\n", "partnerships")
    assert desk.ties.keys() == {("A", "B", "joint_purchase")}


def test_a_slash_within_a_name_parts_nothing(desk: Desk) -> None:
    desk.bring("Partenaires;Objet\nGE/GEIQ du Rhône | B;x\n", "partnerships")
    assert desk.names == {"GE/GEIQ du Rhône", "B"}


def test_partners_in_columns(desk: Desk) -> None:
    desk.bring("Partenaire 1;Partenaire 2;Partenaire 3\nA;B;\nA;C;D\n", "partnerships")
    kinds = [actor.kind for actor in desk.graph.actors.values()]
    assert kinds.count("agreement") == 1
    assert len(desk.ties) == 4


@pytest.mark.parametrize("partners", ["A", "A|A", "Le Fournil | LE  FOURNIL"])
def test_one_partner_is_none(partners: str, desk: Desk) -> None:
    report = desk.bring(f"Partenaires;Objet\n{partners};x\n", "partnerships")
    assert (fates(report), codes(report, 2)) == ({"refused": 1}, {"one_partner"})


def test_a_partner_named_twice_counts_once(desk: Desk) -> None:
    desk.bring("Partenaires;Objet\nA|B|a;x\n", "partnerships")
    assert len(desk.ties) == 1 and desk.names == {"A", "B"}


def test_the_same_agreement_again_is_the_same(desk: Desk) -> None:
    text = "Partenaires;Objet\nA|B|C;Cantine\n"
    desk.bring(text, "partnerships")
    before = desk.graph
    report = desk.bring(text, "partnerships")
    assert report.again and desk.graph == before


def test_a_status_in_the_feminine_and_an_end_that_has_not_come(desk: Desk) -> None:
    report = desk.bring(
        "Partenaires;Fin;Statut\nA | B;à ce jour;Signée\nC | D;2013;Terminée\n", "partnerships"
    )
    assert fates(report) == {"accepted": 2}
    assert desk.tie("A", "B", "partnership").end is None
    assert desk.tie("C", "D", "partnership").status is Status.ENDED


def test_only_kinds_of_cooperation(desk: Desk) -> None:
    report = desk.bring("Partenaires;Nature\nA|B;adhésion\n", "partnerships")
    assert (fates(report), codes(report, 2)) == ({"refused": 1}, {"unknown_choice"})


def test_a_partner_told_by_the_line_above_is_refused(desk: Desk) -> None:
    report = desk.bring("Partenaires;Objet\nA | B;pain\nA | idem;bois\n", "partnerships")
    assert codes(report, 3) == {"ditto"}
    assert desk.names == {"A", "B"}
