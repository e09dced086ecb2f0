"""Types told and types seen, kept apart; the three logics of cooperation as shares of ties."""

from __future__ import annotations

from collections import Counter
from random import Random

import pytest
from small_truth import Evidence, row, tie
from told_store import Telling

from maillage.graph.port import Reader
from maillage.graph.readouts.logics import OF_KIND, Logic
from maillage.graph.readouts.subject import Subject, every_tie
from maillage.graph.readouts.type_signs import Pointed, type_of_activity
from maillage.graph.readouts.typology import typology
from maillage.graph.vocabulary import TIE_KINDS


def test_what_sources_say_and_where_ties_point(tell: Telling) -> None:
    told = Evidence()
    told.load(row("p", kind="pole", name="P", impulse="citizens"), title="a.csv")
    told.load(row("p", kind="pole", typology_adam="value_chain", note=("déduit",)), title="b.csv")
    told.load(row("p", kind="pole", impulse="firms"), title="c.csv", seen="2011")
    told.load(
        row("a", kind="enterprise", activity="Arts de la rue"),
        row("b", kind="enterprise", naf="90.01Z"),
        row("c", kind="enterprise", naf="59.11A"),
        row("d", kind="enterprise", activity="énergie et tourisme"),  # both, hence neither
        row("l", kind="place"),
    )
    told.load(
        *(tie(member, "p", "membership") for member in "abcd"),
        tie("a", "b", "shared_premises"), tie("a", "l", "membership"), tie("p", "l", "project"),
        tie("b", "c", "supply"), tie("c", "d", "shared_premises", status="planned"),
    )  # fmt: skip
    found = typology(Subject.pole_of(tell(told), "p"))
    said = found.said("declared", "impulse")
    assert said.sentence.en == "Impulse: citizens (a.csv)."
    assert said.evidence.records == ("import 0#0",)
    assert found.said("declared", "typology_adam").evidence.records == ("import 1#0",)
    # Of another word, earlier, nothing is lost.
    assert found.said("conflict").figures == {"kept": "citizens", "others": ["firms"]}
    assert found.said("note").sentence.en == "The source notes: déduit."
    fields = found.said("untold").figures["fields"]
    assert isinstance(fields, list) and "stage" in fields and "impulse" not in fields
    ties = found.said("pointed", "typology_adam")
    # The place is not said to be of the pole: A's membership of it is no tie of the pole.
    assert (ties.verdict, ties.figures["place"], ties.figures["value_chain"]) == ("place", 2, 1)
    activities = found.said("pointed", "typology_podlewski")
    assert activities.verdict == "creative_cultural"
    assert activities.evidence.actors == ("a", "b", "c")
    assert activities.figures["confidence"] == "low"


@pytest.mark.parametrize(
    ("counts", "type_", "confidence"),
    [
        ((2, 0, 0), "", "none"),
        ((2, 2, 0), "", "none"),
        ((1, 2, 0), "b", "low"),
        ((2, 1, 1), "a", "low"),
        ((3, 1, 1), "a", "medium"),
        ((5, 4, 1), "a", "low"),
        ((7, 2, 1), "a", "high"),
    ],
)
def test_confidence(counts: tuple[int, int, int], type_: str, confidence: str) -> None:
    found = Pointed.by({name: range(n) for name, n in zip("abc", counts, strict=True)})
    assert (found.type, found.confidence) == (type_, confidence)


@pytest.mark.parametrize(
    ("attributes", "type_"),
    [
        ({"naf": "01.13Z"}, "production"), ({"naf": "43.99A"}, "production"),
        ({"naf": "58.11Z"}, "creative_cultural"), ({"naf": "62.01Z"}, "services"),
        ({"naf": "62.01Z", "naf_scheme": "NAF25", "activity": "éolien"}, "production"),
        ({"activity": "Ingénierie, conseil"}, "services"), ({"activity": "quartz"}, ""), ({}, ""),
    ],
)  # fmt: skip
def test_activities(attributes: dict[str, str], type_: str) -> None:
    assert type_of_activity(attributes) == type_


@pytest.mark.parametrize("seed", range(4))
def test_logics_by_definition(tell: Telling, seed: int) -> None:
    drawn, told = Random(seed), Evidence()
    actors, gatherings = "abcdef", {"l": "place", "w": "working_group", "m": "member_circle"}
    told.load(
        *(row(id_, kind="enterprise") for id_ in actors),
        *(row(id_, kind=kind) for id_, kind in gatherings.items()),
    )
    for kind in drawn.choices(list(TIE_KINDS), k=25):
        one, other = drawn.sample(actors, 2)
        told.load(tie(one, other, kind, tier=drawn.choice([None, None, "means", "affiliation"])))
    told.load(*(tie(drawn.choice(actors), id_, "membership") for id_ in gatherings))
    store = tell(told)
    expected: Counter[str] = Counter()
    for made in every_tie(store):
        other, kind, tier = made.target, made.kind, made.tier
        if tier in ("means", "capital") or (kind, other) == ("membership", "l"):
            expected["mutualisation"] += 1
        elif (kind, other) == ("membership", "w"):
            expected["interaction"] += 1
        else:
            expected[OF_KIND.get(kind, "")] += 1
    found = typology(Subject.network_of(store))
    for logic in Logic:
        assert found.said("logic", logic).figures["ties"] == expected[logic]
    assert found.said("logic_silent").figures["ties"] == expected[""]


def test_of_the_documents(demonstration: Reader) -> None:
    """What ties show is beside what is told, never in its place."""
    network = typology(Subject.network_of(demonstration))
    assert network.said("told_of", "typology_adam").figures == {
        "place": 4, "value_chain": 3, "firm_grouping": 2, "not_told": 37,
    }  # fmt: skip
    lille = network.said("pointed", "ptce-lille-metropole-solidaire")
    assert (lille.verdict, lille.figures["told"]) == ("firm_grouping", "value_chain")
    assert "confiance faible" in lille.sentence.fr
    # Three ties or more that agree, or nothing is said of it.
    smac = typology(Subject.pole_of(demonstration, "ptce-smac-07"))
    assert smac.said("pointed", "typology_adam").verdict == "nowhere"
    assert smac.said("declared", "typology_adam").figures == {"typology_adam": "value_chain"}
