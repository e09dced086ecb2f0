"""Dependence: what breaks if one leaves, and what public bodies weigh."""

from __future__ import annotations

import pytest
from small_truth import Evidence, row, tie
from told_store import Telling

from maillage.graph.port import Reader
from maillage.graph.readouts.dependence import dependence
from maillage.graph.readouts.statement import UNKNOWN
from maillage.graph.readouts.subject import Subject


def a_star(members: int) -> Evidence:
    """A pole whose carrier h is tied to each member, two of which are tied to one another."""
    told = Evidence()
    leaves = [f"m{k}" for k in range(members)]
    told.load(
        row("p", kind="pole", name="Pôle"),
        row("h", name="Porteuse", kind="ess_enterprise", legal_sector="private", ess="yes"),
        row("ville", name="Ville", kind="local_authority", legal_sector="public"),
        *(row(leaf, name=leaf, kind="enterprise", legal_sector="private", ess="no")
          for leaf in leaves),
    )  # fmt: skip
    told.load(
        tie("h", "p", "carrier"),
        *(tie(leaf, "p", "membership") for leaf in leaves),
        *(tie("h", leaf) for leaf in leaves),
        tie("m0", "m1"),
    )
    return told


def pole(store: Reader) -> Subject:
    return Subject.pole_of(store, "p")


def test_without_the_carrier(tell: Telling) -> None:
    found = dependence(pole(tell(a_star(9))))
    without = found.said("removal", "h")
    assert without.sentence.fr == (
        "Sans Porteuse, 7 membres sur 9 perdent tous leurs liens\u202f; il resterait 8 ensembles "
        "séparés, le plus grand de 2."
    )
    assert without.sentence.en == (
        "Without Porteuse, 7 of 9 members lose every tie; 8 separate parts would remain, the "
        "largest of 2."
    )
    assert found.said("articulation_points").figures == {"h": {"largest": 2, "parts": 8}}
    assert found.said("before_leaving").sentence.en == (
        "Counting ties and meetings, 10 named organisations in one whole."
    )
    assert found.said("through_leader").figures["through"] == 10
    # 20 ties: 1 carrier, 9 memberships, 9 partnerships of the carrier, 1 between members.
    assert found.said("through_carrier").figures["through"] == 10
    assert found.said("through_carrier").sentence.fr == (
        "10 liens sur 20 passent par la structure porteuse, Porteuse."
    )


def test_who_meets_elsewhere_has_not_lost_every_tie(tell: Telling) -> None:
    told = a_star(4)
    told.load(row("g", name="Groupe", kind="working_group"))
    told.load(tie("m2", "g", "working_group"), tie("m3", "g", "working_group"))
    found = dependence(pole(tell(told)))
    assert found.said("removal", "h").figures == {
        "lost": 0, "others": 4, "parts": 2, "largest": 2,
    }  # fmt: skip


def test_no_one_of_those_tied_as_much_is_called_the_most_tied(tell: Telling) -> None:
    told = Evidence()
    told.load(row("p", kind="pole", name="Pôle"), row("a", name="A"), row("b", name="B"))
    told.load(tie("a", "p", "membership"), tie("b", "p", "membership"))
    assert dependence(pole(tell(told))).said("through_leaders").sentence.fr == (
        "1 lien sur 2 touche chacun des 2 acteurs les plus liés, A et B."
    )


def test_nobody_holds_a_ring_together(tell: Telling) -> None:
    told = Evidence()
    told.load(row("p", kind="pole", name="Pôle"), *(row(x, kind="enterprise") for x in "abcd"))
    told.load(*(tie(x, "p", "membership") for x in "abcd"))
    told.load(tie("a", "b"), tie("b", "c"), tie("c", "d"), tie("d", "a"))
    found = dependence(pole(tell(told)))
    assert found.said("articulation_points").sentence.en == (
        "Nobody’s leaving would split those who remain."
    )
    assert found.said("centralisation").figures["degree"] == 0.0


def test_the_weight_of_public_bodies(tell: Telling) -> None:
    told = a_star(2)
    told.load(
        tie("ville", "p", "membership", attributes={"votes": 30}),
        tie("m0", "p", "membership", attributes={"votes": 70}),
        tie("ville", "h", "shareholding", attributes={"share_pct": "18"}),
        tie("m1", "h", "shareholding", attributes={"share_pct": "40"}),
        tie("ville", "p", "financing", attributes={"amount_eur": 1000.0}),
    )
    found = dependence(pole(tell(told)))
    assert found.said("public_votes").figures == {"public": 30.0, "known": 100.0}
    capital = found.said("public_capital", "h")
    assert capital.sentence.fr == (
        "Organismes publics au capital de Porteuse\u202f: 18\u202f% en direct, 18\u202f% de bout "
        "en bout, sur 58\u202f% connus."
    )
    assert found.said("single_funder").sentence.fr == "Un seul financeur est connu, Ville."
    assert found.said("public_finance").sentence.fr == (
        "Organismes publics dans les financements\u202f: 1 sur 1\u202f; 1\u202f000 € sur "
        "1\u202f000 € dont le montant est dit."
    )
    assert found.said("authority", "ville").sentence.en == (
        "Ville: shareholding (1), financing (1), membership (1)."
    )


def test_public_capital_through_the_firms_between(tell: Telling) -> None:
    told = a_star(2)
    told.load(
        tie("ville", "m0", "shareholding", attributes={"share_pct": "50"}),
        tie("m0", "h", "shareholding", attributes={"share_pct": "40"}),
        tie("ville", "h", "shareholding", attributes={"share_pct": "10", "votes_pct": "30"}),
    )
    found = dependence(pole(tell(told))).said("public_capital", "h")
    assert found.figures["direct"] == pytest.approx(0.1)
    assert found.figures["look_through"] == pytest.approx(0.1 + 0.5 * 0.4)
    assert found.figures["votes"] == pytest.approx(0.3)
    assert found.sentence.en == (
        "Public bodies in the capital of Porteuse: 10% directly, 30% look-through, of 50% known; "
        "30% of the votes."
    )
    assert len(found.evidence.ties) == 2


def test_what_is_not_known_is_said(tell: Telling) -> None:
    told = Evidence()
    told.load(row("p", kind="pole", name="Pôle"), row("a", kind="enterprise", name="A"))
    told.load(tie("a", "p", "membership"))
    codes = {
        said.code for said in dependence(pole(tell(told))).statements if said.section == "unknown"
    }
    assert codes >= {
        "no_list",
        "no_carrier",
        "no_funder",
        "no_subsidy",
        "no_votes",
        "no_capital",
        "no_public_ties",
    }


def test_a_subsidy_is_that_of_its_year(tell: Telling) -> None:
    told = a_star(2)
    told.load(row("p", kind="pole", subsidy_share=30.0, year=2012))
    told.load(row("p", kind="pole", subsidy_share=45.0, year=2014))
    store = tell(told)
    for at, figures in ((None, (0.45, 2014)), ("2013", (0.3, 2012))):
        said = dependence(Subject.pole_of(store, "p", at)).said("subsidy")
        assert (said.figures["share"], said.figures["year"]) == figures
        assert len(said.evidence.records) == 1
    assert dependence(Subject.pole_of(store, "p", "2011")).said("no_subsidy").section == UNKNOWN


def test_no_tie_at_all(tell: Telling) -> None:
    (only,) = dependence(Subject.network_of(tell(Evidence()))).statements
    assert only.code == "no_tie"


@pytest.mark.parametrize(
    ("id_", "carrier"),
    [("ptce-sud-aquitaine", "cbe-seignanx"), ("ptce-dombinnov", "val-horizon")],
)
def test_carriers_of_the_documents(demonstration: Reader, id_: str, carrier: str) -> None:
    found = dependence(Subject.pole_of(demonstration, id_))
    assert found.said("through_carrier").evidence.actors == (carrier,)


def test_smac_07_lives_of_45_per_cent_of_subsidies(demonstration: Reader) -> None:
    found = dependence(Subject.pole_of(demonstration, "ptce-smac-07"))
    assert "45\u202f%" in found.said("subsidy").sentence.fr
    assert found.said("subsidy").evidence.records
