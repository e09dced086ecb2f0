"""Whom to meet and why, on networks told by hand; then on the documents."""

from __future__ import annotations

from math import isclose, log
from typing import Any

import pytest
from small_truth import Evidence, row, tie
from told_store import Telling

from maillage.graph.model import ActorClaim
from maillage.graph.port import Reader
from maillage.graph.readouts.statement import Readout, Statement
from maillage.graph.readouts.subject import Subject
from maillage.graph.readouts.suggestions import search
from maillage.graph.readouts.suggestions.readout import suggestions


def firm(id_: str, name: str, **more: Any) -> ActorClaim:
    """Outside the social economy."""
    return row(id_, kind="enterprise", name=name, legal_sector="private", ess="no", **more)


def two_firms() -> Evidence:
    """a and b, of one town and trade, both work with x and y; c works with x alone, far away."""
    told = Evidence()
    there = {"departement": "26", "commune": "Die", "activity": "Bois, énergie"}
    told.load(
        firm("a", "Alpha", **there),
        firm("b", "Bêta", **(there | {"activity": "bois"})),
        firm("c", "Gamma", departement="59"),
        firm("x", "Xylo"),
        firm("y", "Ypsilon"),
    )
    told.load(*(tie(one, other) for one in "ab" for other in "xy"), tie("c", "x"))
    return told


def of(store: Reader, id_: str = "", most: int = 10) -> Readout:
    return suggestions(Subject.actor_of(store, id_) if id_ else Subject.network_of(store), most)


def proposed(found: Readout, section: str = "suggestions") -> list[str]:
    return [said.about for said in found.statements if said.section == section and said.about]


def parts(said: Statement) -> dict[str, float]:
    found = said.figures["parts"]
    assert isinstance(found, dict)
    return {name: float(str(value)) for name, value in found.items()}


def test_a_suggestion_says_why_and_its_score_is_its_parts(tell: Telling) -> None:
    store = tell(two_firms())
    said = of(store, "a").said("meeting", "a~b")
    assert said.sentence.fr == (
        "Alpha et Bêta ont 2 partenaires communs (Ypsilon et Xylo). Ypsilon peut les présenter. "
        "Même commune\u202f: Die. Même activité\u202f: Bois."
    )
    assert said.sentence.en == (
        "Alpha and Bêta have 2 partners in common (Ypsilon and Xylo). Ypsilon can introduce them. "
        "Same municipality: Die. Same activity: Bois."
    )
    # Three work with x, two with y: one over each; then what the reasons are worth.
    assert parts(said) == pytest.approx(
        {"shared": 1 / 3 + 1 / 2, "broker": 0.25, "territory": 0.6, "activity": 0.5}
    )
    assert isclose(float(str(said.figures["score"])), sum(parts(said).values()))
    assert isclose(float(str(said.figures["adamic_adar"])), 1 / log(3) + 1 / log(2))
    ends = {(store.tie(id_).source, store.tie(id_).target) for id_ in said.evidence.ties}
    assert ends == {("a", "x"), ("a", "y"), ("b", "x"), ("b", "y")}
    assert len(said.evidence.records) == 4
    assert set(said.evidence.actors) == {"a", "b", "x", "y"}


def test_the_best_come_first_and_no_more_than_asked(tell: Telling) -> None:
    store = tell(two_firms())
    assert proposed(of(store, "a")) == ["a~b", "a~c"]
    assert proposed(of(store, "a", most=1)) == ["a~b"]


@pytest.mark.parametrize("status", ["active", "planned"])
def test_who_is_tied_or_soon_will_be_is_not_proposed(tell: Telling, status: str) -> None:
    told = two_firms()
    told.load(tie("a", "b", "financing", status=status))
    found = of(tell(told), "a")
    assert proposed(found) == ["a~c"]
    assert proposed(found, "planned") == (["a~b"] if status == "planned" else [])


def test_who_was_tied_once_is_and_it_is_said(tell: Telling) -> None:
    told = two_firms()
    told.load(tie("a", "b", start="2010", end="2011", status="ended"))
    said = of(tell(told), "a").said("meeting", "a~b")
    assert said.sentence.fr.endswith("Un lien entre eux a pris fin.")
    assert parts(said)["once"] == 0


def test_a_tie_that_begins_later_has_not_ended(tell: Telling) -> None:
    told = two_firms()
    told.load(tie("a", "b", start="2013"))
    found = suggestions(Subject.actor_of(tell(told), "a", at="2012"), 10)
    assert "once" not in parts(found.said("meeting", "a~b"))


@pytest.mark.parametrize(
    ("gathering", "kind", "meets"),
    [
        ("working_group", "working_group", True),
        ("governance_body", "governance", True),
        ("employer_group", "membership", True),
        ("event_or_project", "membership", False),
        ("pole", "membership", False),
    ],
)
def test_who_sits_in_one_place_has_met(
    tell: Telling, gathering: str, kind: str, *, meets: bool
) -> None:
    told = two_firms()
    told.load(row("g", kind=gathering, name="Lieu"))
    told.load(tie("a", "g", kind), tie("b", "g", kind))
    assert ("a~b" not in proposed(of(tell(told), "a"))) == meets


def test_a_pole_and_who_carries_it_are_told_the_same(tell: Telling) -> None:
    """Whoever the carrier knows is not new to the pole."""
    told = two_firms()
    told.load(row("p", kind="pole", name="Pôle", departement="26"))
    told.load(tie("x", "p", "carrier"), tie("y", "p", "membership"))
    # y is a partner of a and b, and of p; but x, who carries p, knows both.
    assert proposed(of(tell(told), "p")) == []


def test_a_person_is_proposed_to_nobody_and_named_to_nobody(tell: Telling) -> None:
    told = two_firms()
    told.load(row("z", kind="enterprise", name="Jeanne Martin", legal_category="1000"))
    told.load(tie("z", "x"), tie("z", "y"), tie("a", "z"), tie("c", "z"))
    store = tell(told)
    for id_ in ("", "a", "b", "c", "x"):
        found = of(store, id_)
        assert not [about for about in proposed(found) if "z" in about.split("~")]
        assert "Martin" not in str(found.to_json())
        assert "publié) peut" not in str(found.to_json())
    (only,) = of(store, "z").statements
    assert only.code == "no_meeting"


def test_members_are_proposed_to_each_other_for_more_than_their_pole(tell: Telling) -> None:
    told = two_firms()
    told.load(row("p", kind="pole", name="Pôle"), firm("n", "Nu"))
    told.load(*(tie(member, "p", "membership") for member in "abn"))
    assert proposed(of(tell(told), "p"), "between_members") == ["a~b"]


def test_what_a_pole_lacks_is_brought_by_a_neighbour(tell: Telling) -> None:
    told = Evidence()
    told.load(
        row("p", kind="pole", name="Pôle", departements=("26",)),
        row("v", kind="local_authority", name="Ville", legal_sector="public", departement="26"),
        row("w", kind="local_authority", name="Loin", legal_sector="public", departement="59"),
        firm("f", "Firme", departement="26"),
        row("i", kind="other", name="Chantier", flags=("insertion",), departement="26"),
    )
    found = of(tell(told), "p")
    assert proposed(found) == ["f~p", "p~v", "i~p"]
    assert found.said("meeting", "p~v").sentence.fr == (
        "Pôle et Ville. Même département\u202f: Drôme. Pôle\u202f: on ne lui connaît de lien avec "
        "aucune collectivité, ni recherche, ni formation (article 9)\u202f; Ville en relève."
    )
    assert "référentiel, i3" in found.said("meeting", "i~p").sentence.fr
    # Its own silence says little, and that is said first.
    assert [said.code for said in found.statements[:2]] == ["few_partners", "coverage"]


@pytest.mark.parametrize(
    ("kind", "code"),
    [("university", "h1"), ("training", "d2"), ("local_authority", "c3"), ("financier", "g3")],
)
def test_what_the_law_does_not_ask_the_referentiel_may(tell: Telling, kind: str, code: str) -> None:
    """A pole that meets the law, by two social enterprises, a firm and one authority."""
    told = Evidence()
    there: dict[str, Any] = {"legal_sector": "private", "departement": "26"}
    told.load(
        row("p", kind="pole", name="Pôle", departements=("26",)),
        row("s", kind="ess_enterprise", name="Scop", ess="yes", **there),
        row("t", kind="ess_enterprise", name="Scic", ess="yes", **there),
        firm("f", "Firme", departement="26"),
        row("e", kind="local_authority", name="Ville", legal_sector="public"),
        row("n", kind=kind.replace("university", "higher_education"), name="Nouveau",
            departement="26"),
    )  # fmt: skip
    told.load(*(tie(member, "p", "membership") for member in "stfe"))
    found = of(tell(told), "p")
    assert f"(référentiel, {code})" in found.said("meeting", "n~p").sentence.fr
    assert parts(found.said("meeting", "n~p"))["complement"] == 0.4


def test_what_is_met_is_not_lacking(tell: Telling) -> None:
    told = Evidence()
    told.load(
        row("p", kind="pole", name="Pôle", departements=("26",)),
        firm("f", "Firme", departement="26"),
        firm("g", "Autre", departement="26"),
    )
    told.load(tie("g", "p", "membership"))
    assert proposed(of(tell(told), "p")) == []


@pytest.mark.parametrize(("known", "lacking"), [("v", ["p~w", "p~x"]), ("vw", [])])
def test_what_its_carrier_has_a_pole_does_not_lack(
    tell: Telling, known: str, lacking: list[str]
) -> None:
    """One public partner is not two."""
    told = Evidence()
    there: dict[str, Any] = {"legal_sector": "public", "departement": "26"}
    told.load(
        row("p", kind="pole", name="Pôle", departements=("26",)),
        row("c", kind="other", name="Porteuse"),
        *(row(id_, kind="local_authority", name=id_, **there) for id_ in "vwx"),
    )
    told.load(tie("c", "p", "carrier"), *(tie("c", id_) for id_ in known))
    assert proposed(of(tell(told), "p")) == lacking


def test_poles_of_one_trade_are_proposed_however_far(tell: Telling) -> None:
    told = Evidence()
    told.load(
        row("p", kind="pole", name="Pôle P", activity="éco-construction", departement="26"),
        row("q", kind="pole", name="Pôle Q", activity="Éco-construction", departement="59"),
    )
    assert proposed(of(tell(told), "p")) == ["p~q"]


def test_what_too_many_poles_share_is_nothing_in_common(tell: Telling) -> None:
    told = Evidence()
    poles = [f"p{number}" for number in range(6)]
    told.load(*(row(pole, kind="pole", name=pole) for pole in poles),
              row("v", kind="other", name="Partout"))  # fmt: skip
    told.load(*(tie("v", pole) for pole in poles))
    assert proposed(of(tell(told), "p0")) == []


def test_the_network_proposes_nobody_more_than_twice(tell: Telling) -> None:
    told = Evidence()
    told.load(*(firm(id_, id_) for id_ in "abcdefghijx"))
    told.load(*(tie(id_, "x") for id_ in "abcdefghij"))
    found = proposed(of(tell(told), most=100))
    turns = [end for about in found for end in about.split("~")]
    assert found
    assert max(turns.count(id_) for id_ in turns) == 2


def test_a_large_network_is_searched_for_partners_alone_and_it_is_said(
    tell: Telling, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = two_firms()
    there: dict[str, Any] = {"departement": "26", "commune": "Die"}
    told.load(row("p", kind="pole", name="Pôle", **there))
    told.load(*(tie("c", f"o{n}") for n in range(9)))
    store = tell(told)
    assert "a~p" in proposed(of(store))
    monkeypatch.setattr(search, "MOST_NEAR", 0)
    found = of(store)
    assert "a~p" not in proposed(found)
    assert "a~b" in proposed(found)
    assert found.said("only_partners").section == "unknown"


def test_too_little_is_said_to_be_too_little(tell: Telling) -> None:
    store = tell(two_firms())
    (only,) = of(store).statements
    assert (
        only.sentence.fr == "5 liens connus en tout\u202f: trop peu pour proposer qui que ce soit."
    )
    assert of(store, "a").statements[0].sentence.en == (
        "Alpha: 2 known partners, too few to say whom it lacks."
    )


# ---------------------------------------------------------------------- the documents


def test_what_the_documents_propose(demonstration: Reader) -> None:
    found = of(demonstration)
    assert len(proposed(found)) == 10
    assert proposed(found)[0] == "ptce-smac-07~transmea"
    assert "agglo-niort~ptce-niortais" in proposed(found)
    network = Subject.network_of(demonstration)
    ties = network.graph.ties
    tied = {
        frozenset((network.graph.actors.ids[one], network.graph.actors.ids[other]))
        for one, other in zip(ties.source, ties.target, strict=True)
    }
    assert not [about for about in proposed(found) if frozenset(about.split("~")) in tied]
