"""The economy of a pole: every figure with its year and source, conflicts shown, nothing added."""

from __future__ import annotations

from small_truth import Evidence, row, tie
from told_store import Telling

from maillage.graph.measures.values import Json
from maillage.graph.port import Reader
from maillage.graph.readouts.economy import economy
from maillage.graph.readouts.statement import Readout
from maillage.graph.readouts.subject import Subject


def untold(found: Readout) -> list[Json]:
    fields = found.said("untold").figures["fields"]
    assert isinstance(fields, list)
    return fields


def test_years_are_told_apart_and_headcounts_never_added(tell: Telling) -> None:
    told = Evidence()
    told.load(row("p", kind="pole", name="P", jobs=30, year=2012), title="a.csv")
    told.load(
        row("p", kind="pole", jobs=40, turnover_eur=1500000.5, year=2014),
        row("m", kind="enterprise", name="M", jobs=25, year=2013),
        row("c", kind="enterprise", name="C", collective=True, jobs=30, year=2012),
        row("x", kind="enterprise", name="X", jobs=9, year=2012),
        row("g", kind="employer_group", name="G", pole="p", fte=3.5, year=2014),
        title="b.csv",
    )
    told.load(tie("m", "p", "membership"), tie("c", "p", "membership"), tie("x", "m"))
    store = tell(told)
    found = economy(Subject.pole_of(store, "p"))
    assert (
        found.said("figure", "jobs").sentence.en == "Jobs: 30 in 2012 (a.csv), 40 in 2014 (b.csv)."
    )
    assert found.said("figure", "jobs").evidence.records == ("import 0#0", "import 1#0")
    assert found.said("figure", "turnover_eur").sentence.fr.endswith(
        ": 1\u202f500\u202f000,5 en 2014 (b.csv)."
    )
    # Of those in it only, each by itself: 25 + 30 is told nowhere.
    assert found.said("within", "jobs").figures == {
        "c": [{"year": 2012, "value": 30}],
        "m": [{"year": 2013, "value": 25}],
    }
    assert found.said("within", "fte").evidence.actors == ("g",)
    assert "nothing is added" in found.said("not_added").sentence.en
    assert "jobs" not in untold(found)
    # At a date, nothing of a later year.
    then = economy(Subject.pole_of(store, "p", "2012"))
    assert then.said("figure", "jobs").figures == {"values": [{"year": 2012, "value": 30}]}
    assert "turnover_eur" in untold(then)
    assert then.said("within", "jobs").evidence.actors == ("c",)


def test_a_conflict_keeps_both_with_their_sources(tell: Telling) -> None:
    told = Evidence()
    told.load(row("p", kind="pole", name="P", jobs=18, year=2012), title="a.csv", seen="2012")
    told.load(row("p", kind="pole", jobs=16, year=2012), title="b.csv", seen="2013")
    said = economy(Subject.pole_of(tell(told), "p")).said("conflict", "p")
    assert said.section == "unknown"
    assert said.sentence.en == "P, jobs: sources disagree, 16 (kept: b.csv) or 18 (a.csv)."
    assert set(said.evidence.records) == {"import 0#0", "import 1#0"}


def test_nothing_is_known(tell: Telling) -> None:
    told = Evidence()
    told.load(row("p", kind="pole", name="P"))
    found = economy(Subject.pole_of(tell(told), "p"))
    assert [said.code for said in found.statements] == ["no_figure"]


def test_poles_of_the_documents(demonstration: Reader) -> None:
    """18 or 16 firms; 12 then 14, 200 jobs then 300; a subsidy of 45 %."""
    lille = economy(Subject.pole_of(demonstration, "ptce-lille-metropole-solidaire"))
    said = lille.said("conflict", "ptce-lille-metropole-solidaire")
    assert said.figures == {"field": "member_count", "kept": 18, "others": [16]}
    assert "16 (plaquette-2013)" in said.sentence.fr
    dombinnov = economy(Subject.pole_of(demonstration, "ptce-dombinnov"))
    for field, before, after in (("member_count", 12, 14), ("jobs", 200, 300)):
        assert dombinnov.said("figure", field).figures == {
            "values": [{"year": 2012, "value": before}, {"year": 2014, "value": after}]
        }
    # The collective counts the same 300 jobs: 600 is nowhere.
    assert not any("600" in said.sentence.fr.split() for said in dombinnov.statements)
    smac = economy(Subject.pole_of(demonstration, "ptce-smac-07"))
    assert smac.said("figure", "subsidy_share").figures == {"values": [{"year": 2012, "value": 45}]}
