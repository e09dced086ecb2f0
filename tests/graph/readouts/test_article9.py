"""The five conditions of the law on poles told by hand, then on those of the documents."""

from __future__ import annotations

from dataclasses import replace

import pytest
from small_truth import Evidence, row, tie
from told_store import Telling

from maillage.graph.errors import NotFound
from maillage.graph.model import ActorClaim, Value
from maillage.graph.port import Reader
from maillage.graph.readouts.article9 import (
    CANNOT_TELL,
    CONDITIONS,
    MET,
    MISSING,
    article9,
    article9_of_all,
)
from maillage.graph.readouts.statement import Readout

ESS: dict[str, Value] = {"kind": "ess_enterprise", "legal_sector": "private", "ess": "yes"}
FIRM: dict[str, Value] = {"kind": "enterprise", "legal_sector": "private", "ess": "no"}
TOWN: dict[str, Value] = {"kind": "local_authority", "legal_sector": "public"}


def member(id_: str, said: dict[str, Value]) -> ActorClaim:
    return replace(row(id_), attributes=said | {"name": f"Membre {id_}"})


def a_pole(**members: dict[str, Value]) -> Evidence:
    """A pole of the Drôme whose members are told, all of them."""
    told = Evidence()
    told.load(
        row("p", kind="pole", name="Pôle", departements=("26",)),
        *(member(id_, said) for id_, said in members.items()),
    )
    told.load(
        *(tie(id_, "p", "membership") for id_ in members),
        list_="members",
        scope="p",
        complete="2014",
    )
    return told


def verdicts(found: Readout) -> list[str]:
    return [found.said(name).verdict for name in CONDITIONS]


def test_all_that_a_graph_can_show_is_met(tell: Telling) -> None:
    drome: dict[str, Value] = {"departement": "26"}
    found = article9(tell(a_pole(a=ESS | drome, b=ESS | drome, c=FIRM, d=TOWN)), "p")
    assert verdicts(found) == [MET, MET, MET, MET, CANNOT_TELL]
    assert found.said("overall").verdict == MET
    assert [found.said(name).sentence.fr for name in CONDITIONS] == [
        "Deux entreprises de l’ESS au moins\u202f: attesté, Membre a et Membre b.",
        "Associées à d’autres entreprises\u202f: attesté, Membre c.",
        "Sur un même territoire\u202f: attesté, 2 membres et partenaires y sont (Drôme).",
        "Un lien avec collectivités, recherche, enseignement, formation ou toute autre personne"
        "\u202f: attesté, Membre d\u202f; cette condition l’est presque toujours.",
        "Une stratégie commune et continue\u202f: aucun graphe ne peut la montrer.",
    ]
    assert found.said("ess").evidence.actors == ("a", "b")
    assert set(found.said("ess").evidence.records) == {"import 1#0", "import 1#1"}


def test_a_complete_list_shows_what_is_missing(tell: Telling) -> None:
    found = article9(
        tell(a_pole(a=ESS | {"departement": "26"}, b=TOWN | {"departement": "38"})), "p"
    )
    assert verdicts(found) == [MISSING, MISSING, MISSING, MET, CANNOT_TELL]
    assert found.said("ess").sentence.en == (
        "Two social-economy enterprises or more: missing, the complete list shows 1."
    )
    assert found.said("overall").verdict == MISSING


def test_an_unknown_sector_could_mend_it(tell: Telling) -> None:
    found = article9(tell(a_pole(a=ESS, b={"kind": "other"})), "p")
    assert verdicts(found)[:3] == [CANNOT_TELL] * 3
    assert found.said("ess").sentence.fr == (
        "Deux entreprises de l’ESS au moins\u202f: ne peut se dire, 1 connue et 1 dont on ne sait "
        "pas le secteur."
    )


def test_without_a_complete_list_nothing_is_missing(tell: Telling) -> None:
    told = Evidence()
    told.load(row("p", kind="pole", name="Pôle"), member("a", TOWN))
    told.load(tie("a", "p", "membership"))
    found = article9(tell(told), "p")
    assert verdicts(found) == [CANNOT_TELL, CANNOT_TELL, CANNOT_TELL, MET, CANNOT_TELL]
    assert [said.code for said in found.statements[:2]] == ["no_list", "company"]


def test_a_collective_of_several_counts_for_its_least(tell: Telling) -> None:
    several = ESS | {"collective": True, "named": False, "stands_for_min": 15}
    found = article9(tell(a_pole(a=several)), "p")
    assert found.said("ess").verdict == MET
    assert "d’au moins 15" in found.said("ess").sentence.fr


def test_signing_the_charter_or_attending_is_no_link(tell: Telling) -> None:
    told = a_pole()
    told.load(row("c", kind="agreement", name="Charte"), row("e", name="Labo", kind="network"))
    told.load(tie("p", "c", "charter_signature"), tie("e", "p", "attendance"))
    assert article9(tell(told), "p").said("link").verdict == CANNOT_TELL


def test_a_list_of_members_is_not_one_of_partners(tell: Telling) -> None:
    """A link is missing only where every list of the pole is complete."""
    told = a_pole()
    told.load(tie("p", "p2"), list_="ties", scope="p", complete="2014")
    told.load(row("p2", kind="pole", name="Autre pôle"))
    assert article9(tell(told), "p").said("link").verdict == MISSING


def test_an_unknown_pole_and_one_that_is_no_pole(tell: Telling) -> None:
    store = tell(a_pole(a=ESS))
    for id_ in ("nobody", "a"):
        with pytest.raises(NotFound) as refused:
            article9(store, id_)
        assert "pôle" in refused.value.text("fr")


def test_no_pole_at_all(tell: Telling) -> None:
    together, poles = article9_of_all(tell(Evidence()))
    assert poles == ()
    assert [said.code for said in together.statements] == ["no_pole"]


def test_the_poles_of_the_documents(demonstration: Reader) -> None:
    together, poles = article9_of_all(demonstration)
    assert len(poles) == 46
    told = {found.subject: verdicts(found) for found in poles}
    # No list is complete: nothing can be said to be missing.
    assert not any(MISSING in said for said in told.values())
    assert told["ptce-dombinnov"] == [MET, MET, MET, MET, CANNOT_TELL]
    assert told["ptce-sud-aquitaine"] == [MET, CANNOT_TELL, MET, MET, CANNOT_TELL]
    assert told["ptce-ardaines"] == [CANNOT_TELL] * 5
    why = together.said("why")
    assert why.figures["nobody"] == 14
    assert together.said("condition", "strategy").figures == {MET: 0, MISSING: 0, CANNOT_TELL: 46}


def test_one_pole_and_all_poles_say_the_same(demonstration: Reader) -> None:
    _, poles = article9_of_all(demonstration)
    (among,) = [found for found in poles if found.subject == "ptce-realis"]
    assert among == article9(demonstration, "ptce-realis")
