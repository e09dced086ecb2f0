"""Isolated, or merely not documented: small networks of poles told by hand, then the documents."""

from __future__ import annotations

from dataclasses import replace

import pytest
from french import set_as_french
from small_truth import Evidence, row, tie
from told_store import Telling

from maillage.graph.port import ActorQuery, Reader
from maillage.graph.readouts.decloisonnement import decloisonnement
from maillage.graph.readouts.isolation import ISOLATED, LINKED, NOT_DOCUMENTED, isolation
from maillage.graph.readouts.statement import Readout
from maillage.graph.readouts.subject import Subject
from maillage.graph.vocabulary import Label


def four_poles() -> Evidence:
    """a and b share a firm; c has a member of its own; of d nothing is known."""
    told = Evidence()
    told.load(
        *(row(pole, kind="pole", name=f"Pôle {pole.upper()}") for pole in "abcd"),
        *(row(firm, kind="enterprise", name=f"Firme {firm}") for firm in ("f", "g")),
    )
    told.load(tie("f", "a", "membership"), tie("f", "b", "membership"), seen="2013")
    return told


def verdicts(found: Readout) -> dict[str, str]:
    return {said.about: said.verdict for said in found.statements if said.verdict}


def test_isolated_is_told_from_not_documented_by_the_ledger(tell: Telling) -> None:
    told = four_poles()
    told.load(tie("g", "c", "membership"), list_="members", scope="c", complete="2014-09")
    found = isolation(tell(told))
    assert verdicts(found) == {"c": ISOLATED, "d": NOT_DOCUMENTED, "a": LINKED, "b": LINKED}
    assert list(verdicts(found)) == ["c", "d", "a", "b"]
    assert found.said(ISOLATED, "c").sentence.fr == (
        "Isolé\u202f: sa liste est complète (septembre 2014) et ne montre aucun lien vers un autre "
        "pôle. 1 autre acteur touché, qu’aucun autre pôle ne partage."
    )
    assert found.said(ISOLATED, "c").sentence.en == (
        "Isolated: its list is complete (September 2014) and shows no tie to another pole. "
        "1 other actor touched, which no other pole shares."
    )
    assert found.said(NOT_DOCUMENTED, "d").sentence.fr == (
        "Non documenté\u202f: aucune liste complète\u202f; on ne peut pas dire s’il est isolé. "
        "Aucun lien n’est connu."
    )
    assert found.said(LINKED, "a").sentence.fr == "Relié à 1 pôle (Pôle B) par Firme f."
    assert found.said("headline").sentence == Label(
        "2 pôles sur 4 sont reliés à un autre\u202f; 1 est isolé\u202f; pour 1, on ne sait pas.",
        "2 poles of 4 are linked to another; 1 is isolated; of 1 we cannot say.",
    )


def test_a_complete_list_that_is_not_of_members_says_nothing_of_isolation(tell: Telling) -> None:
    told = four_poles()
    told.load(tie("g", "c", "supply"), list_="employers", scope="c", complete="2014")
    found = isolation(tell(told))
    assert verdicts(found)["c"] == NOT_DOCUMENTED
    assert found.said(NOT_DOCUMENTED, "c").figures["complete_lists"] == 1


def test_a_complete_list_says_nothing_before_its_date(tell: Telling) -> None:
    told = four_poles()
    told.load(tie("g", "c", "membership"), list_="members", scope="c", complete="2014-09")
    assert verdicts(isolation(tell(told), at="2013"))["c"] == NOT_DOCUMENTED


def test_an_undone_list_says_nothing(tell: Telling) -> None:
    told = four_poles()
    name = told.load(tie("g", "c", "membership"), list_="members", scope="c", complete="2014")
    told.imports[name] = replace(told.imports[name], live=False)
    assert verdicts(isolation(tell(told)))["c"] == NOT_DOCUMENTED


def test_what_is_not_known_is_said_first_with_the_floor(tell: Telling) -> None:
    found = isolation(tell(four_poles()))
    assert found.statements[0].code == "coverage_floor"
    assert found.statements[0].sentence.en == (
        "A pole is called isolated only if its list of members, or of all its ties, is declared "
        "complete: 0 of 4 are."
    )
    sections = [said.section for said in found.statements]
    assert sections == sorted(sections, key=lambda section: section != "unknown")


def test_evidence_is_the_ties_and_records_that_link(tell: Telling) -> None:
    store = tell(four_poles())
    said = isolation(store).said(LINKED, "a")
    assert said.evidence.actors == ("b",)
    assert {(store.tie(id_).source, store.tie(id_).target) for id_ in said.evidence.ties} == {
        ("f", "a"), ("f", "b"),
    }  # fmt: skip
    assert set(said.evidence.records) == {"import 1#0", "import 1#1"}


def test_a_hub_links_nobody_and_is_listed_apart(tell: Telling) -> None:
    told = Evidence()
    poles = [f"p{number}" for number in range(5)]
    told.load(*(row(pole, kind="pole", name=pole) for pole in poles),
              row("charte", kind="agreement", name="Charte"))  # fmt: skip
    told.load(*(tie(pole, "charte", "charter_signature") for pole in poles))
    found = isolation(tell(told))
    assert set(verdicts(found).values()) == {NOT_DOCUMENTED}
    assert found.said("hub", "charte").sentence.fr == (
        "Charte touche 5 pôles\u202f: trop pour les relier, compté à part."
    )
    assert "On ne connaît de lui que Charte" in found.said(NOT_DOCUMENTED, "p0").sentence.fr


def test_a_lost_bridge_is_reported_with_its_year(tell: Telling) -> None:
    told = Evidence()
    told.load(*(row(pole, kind="pole", name=f"Pôle {pole.upper()}") for pole in "ab"))
    told.load(tie("a", "b", start="2011", end="2013", status="ended"))
    store = tell(told)
    found = isolation(store)
    assert verdicts(found) == {"a": NOT_DOCUMENTED, "b": NOT_DOCUMENTED}
    lost = found.said("lost_bridge", "a")
    assert (
        lost.sentence.fr
        == "Le seul passage de Pôle A vers un autre pôle (Pôle B) a pris fin en 2013."
    )
    assert lost.figures == {"year": 2013}
    assert len(lost.evidence.ties) == 1
    assert found.said("trend").figures == {"2011": 2, "2013": 2, "now": 0}
    # What comes after the date asked is not told.
    before = isolation(store, at="2012")
    assert before.said("trend").figures == {"2011": 2, "now": 2}
    assert verdicts(before)["a"] == LINKED


def test_a_bridge_that_ended_is_counted_though_another_holds(tell: Telling) -> None:
    told = Evidence()
    told.load(*(row(pole, kind="pole", name=pole) for pole in "ab"), row("x", name="X"))
    told.load(tie("a", "b", start="2011", end="2012", status="ended"))
    told.load(tie("x", "a", "membership", start="2014"), tie("x", "b", "membership", start="2014"))
    found = isolation(tell(told))
    assert found.said("trend").figures == {"2011": 2, "2014": 2, "now": 2}
    assert "trend_unknown" not in {said.code for said in found.statements}


def test_an_open_side_of_a_date_is_no_year(tell: Telling) -> None:
    """Of an end before 2013 the first day is not known: it is not of the year 1."""
    told = four_poles()
    told.load(tie("a", "b", end="../2013", status="ended"), seen=None)
    told.load(tie("c", "d", start="2011/.."), seen=None)
    store = tell(told)
    assert isolation(store).said("trend_unknown").figures == {}
    by_sector = decloisonnement(Subject.network_of(store, None), permutations=19)
    assert by_sector.said("no_time").figures == {}


def test_a_year_of_fewer_than_four_figures_is_read(tell: Telling) -> None:
    """No list holds one, and nobody may write one: a store that does is told all the same."""
    told = four_poles()
    told.load(tie("a", "c", start="0024"), seen=None)
    assert list(isolation(tell(told)).said("trend").figures) == ["24", "now"]


def test_an_empty_store_says_so(tell: Telling) -> None:
    (only,) = isolation(tell(Evidence())).statements
    assert only.sentence.fr == "Aucun pôle. Chargez d’abord une liste de pôles."


def test_a_sole_trader_is_not_named(tell: Telling) -> None:
    told = four_poles()
    told.load(row("z", kind="enterprise", name="Jeanne Martin", legal_category="1000"))
    told.load(tie("z", "c", "membership"), tie("z", "d", "membership"))
    said = isolation(tell(told)).said(LINKED, "c").sentence
    assert "Martin" not in said.fr + said.en
    assert "Sole trader" in said.en


# ---------------------------------------------------------------------- the documents


def test_the_poles_of_the_documents(demonstration: Reader) -> None:
    found = isolation(demonstration)
    said = verdicts(found)
    assert len(said) == 46
    assert {pole for pole, verdict in said.items() if verdict == LINKED} == {
        "ptce-culture-cooperation", "ptce-dombinnov", "ptce-fontaine-o-livres",
        "ptce-lille-metropole-solidaire", "ptce-paris-mix", "ptce-pole-sud", "ptce-smac-07",
    }  # fmt: skip
    # No list of the documents is complete: nobody can be called isolated.
    assert ISOLATED not in said.values()
    hubs = [statement.about for statement in found.statements if statement.code == "hub"]
    assert hubs == ["charte-ptce-2014", "demarche-ptce", "aap-ptce-2013"]
    only_charter = found.said(NOT_DOCUMENTED, "ptce-ardaines")
    assert only_charter.figures["outward"] == 0
    assert only_charter.figures["through_hubs"] == 1


def test_every_pole_is_told_as_its_view_ties_it(demonstration: Reader) -> None:
    view = demonstration.network(view="poles").weighted
    degree = dict(zip(demonstration.network(view="poles").ids, view.degree.tolist(), strict=True))
    found = isolation(demonstration)
    assert {
        said.about: said.figures["poles"] for said in found.statements if said.verdict
    } == degree


def test_every_sentence_is_set_as_french_is(demonstration: Reader) -> None:
    names = sorted(
        (actor.name for actor in demonstration.actors(ActorQuery(limit=1000)).items), key=len
    )
    for said in isolation(demonstration).statements:
        sentence = said.sentence.fr
        for name in reversed(names):  # a name is written as the document writes it
            sentence = sentence.replace(name, "Nom")
        assert set_as_french(sentence), sentence


@pytest.mark.parametrize("at", ["2012", "2014-09-19"])
def test_a_view_at_a_date_has_every_pole(demonstration: Reader, at: str) -> None:
    assert len(verdicts(isolation(demonstration, at=at))) == 46
