"""Employer groups and shared means: who, how much, overlaps, and groups that join two poles."""

from __future__ import annotations

from collections import defaultdict
from itertools import combinations
from random import Random

import pytest
from small_truth import Evidence, row, tie
from told_store import Telling

from maillage.graph.port import Reader
from maillage.graph.readouts.sharing import sharing
from maillage.graph.readouts.subject import Subject


def test_a_network_told_by_hand(tell: Telling) -> None:
    told = Evidence()
    told.load(
        *(row(pole, kind="pole", name=pole.upper()) for pole in "pqr"),
        *(row(firm, kind="enterprise", name=firm.upper()) for firm in "abc"),
        row("g", kind="employer_group", name="G", pole="p"),
        row("h", kind="ess_enterprise", name="H", flags=("geiq",)),
        row("e", kind="employer_group", name="E"),
        row("l", kind="place", name="L"),
    )
    told.load(
        tie("a", "p", "membership"), tie("b", "q", "membership"), tie("c", "q", "membership"),
        tie("a", "g", "employer_group", attributes={"fte": 1.5}),
        tie("b", "g", "employer_group", attributes={"fte": 0.25, "hours": 100.0}),
        tie("b", "h", "employer_group"), tie("c", "h", "membership"),
        tie("e", "r", "employer_group"),  # a group said to be of a pole
        tie("h", "r", "network_affiliation"),
        tie("a", "e", "employer_group", status="planned"),
        tie("a", "c", "shared_staff", attributes={"hours": 30.0}, end="2013"),
        tie("a", "l", "shared_premises"), tie("b", "c", tier="means"), tie("a", "b"),
    )  # fmt: skip
    found = sharing(Subject.network_of(tell(told)))
    assert found.said("groups").figures == {"groups": 3, "employers": 3}
    assert found.said("group", "g").sentence.en == (
        "G: 2 known employers (A and B); 1.75 FTE and 100 hours, told by 2 of 2."
    )
    assert found.said("group", "g").figures == {
        "fte": 1.75, "hours": 100.0, "employers": 2, "ties": 2, "telling": 2,
    }  # fmt: skip
    assert found.said("group", "h").sentence.en == "H: 2 known employers (B and C)."
    assert found.said("no_employer").evidence.actors == ("e",)
    assert found.said("silent").figures == {"ties": 2, "of": 5}
    # B is in both groups.
    assert found.said("overlap").sentence.en == "B employs through G and H."
    # Of G it is said that it is of P, where A is too; through B it reaches Q.
    joins = [said for said in found.statements if said.code == "joins"]
    assert [said.sentence.en for said in joins] == ["G joins P (through A) and Q (through B)."]
    assert len(joins[0].evidence.ties) == 4
    assert found.said("staff").sentence.en == "A and C share staff (30 hours)."
    assert found.said("end_date_not_asked").figures == {"ties": 1, "of": 7}
    means = {said.about: said.figures["ties"] for said in found.statements if said.code == "means"}
    assert means == {"partnership": 1, "shared_premises": 1}


def test_of_a_pole_an_actor_and_at_a_date(tell: Telling) -> None:
    told = Evidence()
    told.load(
        row("p", kind="pole", name="P"),
        *(row(firm, kind="enterprise", name=firm.upper()) for firm in "abz"),
        *(row(group, kind="employer_group", name=group.upper()) for group in "gh"),
    )
    told.load(
        tie("a", "p", "membership"),
        tie("a", "g", "employer_group"), tie("z", "g", "employer_group"),
        tie("b", "h", "employer_group", start="2012", end="2013"),
    )  # fmt: skip
    store = tell(told)
    # The group of a member is told whole, with those who are not of the pole.
    assert sharing(Subject.pole_of(store, "p")).said("group").evidence.actors == ("g", "a", "z")
    assert sharing(Subject.actor_of(store, "z")).said("group").about == "g"
    assert sharing(Subject.actor_of(store, "b", "2012")).said("group").about == "h"
    assert sharing(Subject.actor_of(store, "b", "2015")).statements[0].code == "nothing"


def test_what_one_employs_through_is_a_group_whatever_its_kind(tell: Telling) -> None:
    told = Evidence()
    told.load(*(row(id_, kind="other", name=id_.upper()) for id_ in "abg"))
    told.load(tie("a", "g", "employer_group"), tie("b", "g", "membership"))
    said = sharing(Subject.network_of(tell(told))).said("group")
    # A member of it may be the member of something else.
    assert (said.about, said.evidence.actors) == ("g", ("g", "a"))


@pytest.mark.parametrize("seed", range(5))
def test_overlaps_and_joins_by_definition(tell: Telling, seed: int) -> None:
    drawn, told = Random(seed), Evidence()
    pole_of = {f"m{n}": drawn.choice(["p0", "p1", "p2", ""]) for n in range(8)}
    employs = {(firm, f"g{n}") for firm in pole_of for n in range(4) if drawn.random() < 0.3}
    told.load(
        *(row(f"p{n}", kind="pole") for n in range(3)),
        *(row(firm, kind="enterprise") for firm in pole_of),
        *(row(f"g{n}", kind="employer_group") for n in range(4)),
    )
    told.load(
        *(tie(firm, pole, "membership") for firm, pole in pole_of.items() if pole),
        *(tie(firm, group, "employer_group") for firm, group in sorted(employs)),
    )
    found = sharing(Subject.network_of(tell(told)))
    groups: defaultdict[str, set[str]] = defaultdict(set)
    poles: defaultdict[str, set[str]] = defaultdict(set)
    for firm, group in employs:
        groups[firm].add(group)
        poles[group] |= {pole_of[firm]} - {""}
    both = {firm for firm, of in groups.items() if any(combinations(of, 2))}
    assert {said.about for said in found.statements if said.code == "overlap"} == both
    joined = {group: sorted(of) for group, of in poles.items() if len(of) > 1}
    said = {each.about: each.figures["poles"] for each in found.statements if each.code == "joins"}
    assert said == joined


def test_sud_aquitaine_has_two_geiq_and_a_ge(demonstration: Reader) -> None:
    """None of whose employers is named: nobody is said to be tied by them."""
    found = sharing(Subject.pole_of(demonstration, "ptce-sud-aquitaine"))
    assert found.said("groups").evidence.actors == (
        "ge-multisectoriel-seignanx", "geiq-btp-seignanx", "geiq-interpro-seignanx",
    )  # fmt: skip
    assert found.said("no_employer").figures == {"groups": 3}
    assert found.said("no_join").section == "joins"
    network = sharing(Subject.network_of(demonstration))
    assert network.said("pole_groups").about == "ptce-sud-aquitaine"
    assert network.said("pole_groups").figures == {"groups": 3}
