"""Ties of any kind, and how the report says whom their ends mean."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from loading import Desk, codes, fates

from maillage.graph import ledger
from maillage.graph.fields import TIE_FIELDS
from maillage.graph.model import Judgement
from maillage.graph.vocabulary import Status, Tier
from maillage.ingest.lists.ties import TIES

ACTORS = (
    "id;Nom;SIREN;Commune\nval;Val Ferme;732829320;Die\nf1;Le Fournil;;Die\nf2;Le Fournil;;Crest\n"
    "eole;SCIC Éole;;Tarnos\n"
)


@pytest.fixture
def known(desk: Desk) -> Desk:
    desk.bring(ACTORS, "actors", name="acteurs.csv")
    return desk


def test_a_tie_and_what_it_carries(desk: Desk) -> None:
    desk.bring(
        "De;Vers;Nature du lien;Précision;Depuis;Jusqu’à;État;Niveau;Montant (M€);"
        "Programme;Source\n"
        "Région;Val Ferme;financement;subvention;2011;;planned;;1,8;FSE;journal, p. 3\n",
        "ties",
    )
    tie = desk.tie("Région", "Val Ferme", "financing")
    assert tie.directed and tie.status is Status.PLANNED and tie.subtype == "subvention"
    assert tie.attributes == {"amount_eur": 1_800_000.0, "programme": "FSE"}
    (record,) = desk.store.records()
    assert record.source == "journal, p. 3"


def test_a_start_is_not_an_observation(desk: Desk) -> None:
    desk.bring(
        "source_name,target_name,kind,observed_on,tier\nA,B,partnership,2012,means\n", "ties"
    )
    tie = desk.tie("A", "B", "partnership")
    assert tie.start is None and tie.tier is Tier.MEANS
    assert tie.first_observed and tie.first_observed.text == "2012"


@pytest.mark.parametrize(
    ("end", "how"),
    [
        ("val", "by_number"),
        ("732 829 320", "by_number"),
        ("73282932000074", "by_number"),
        ("VAL  FERME", "by_name"),
        ("Le Fournil", "waiting"),
        ("Les Abeilles", "new"),
    ],
)
def test_how_an_end_is_found(end: str, how: str, known: Desk) -> None:
    field = "source_id" if end == "val" else "source_name"
    report = known.bring(f"{field},target_id,kind\n{end},eole,partenariat\n", "ties", name="l.csv")
    expected = {"by_number": 1} if how != "by_number" else {}
    assert report.references == {**expected, how: 1 + (how == "by_number")}
    assert fates(report) == {"waiting" if how == "waiting" else "accepted": 1}


def test_an_actor_spelled_in_two_ways_is_counted_once(known: Desk) -> None:
    report = known.bring(
        "De;Vers;Nature\nLes Abeilles;eole;achat groupé\nLES ABEILLES;SCIC Éole;partenariat\n",
        "ties",
        name="l.csv",
    )
    assert report.references == {"new": 1, "by_name": 1}


def test_a_known_name_is_said_to_be_so(known: Desk) -> None:
    report = known.bring("De;Vers;Nature\nval ferme;SCIC Eole;partenariat\n", "ties", name="l.csv")
    said = [p.message("fr") for p in report.problems if p.code == "found_by_name"]
    assert len(said) == 2 and "Val Ferme (val)" in said[0]
    assert ("SCIC Éole", "Val Ferme", "partnership") in known.ties


def test_two_bearers_of_a_name_wait(known: Desk) -> None:
    report = known.bring("De;Vers;Nature\nLe Fournil;eole;fourniture\n", "ties", name="l.csv")
    (problem,) = [p for p in report.problems if p.code == "same_actor"]
    assert (problem.row, problem.column, problem.level) == (2, "De", "waiting")
    assert "f1" in problem.message("fr") and "f2" in problem.message("fr")


def test_a_new_actor_that_resembles_a_known_one_waits(known: Desk) -> None:
    report = known.bring("De;Vers;Nature\nÉole SARL;val;partenariat\n", "ties", name="l.csv")
    assert fates(report) == {"waiting": 1}
    (problem,) = [p for p in report.problems if p.code == "same_actor"]
    assert "SCIC Éole (eole) [nom]" in problem.message("fr")
    assert "SCIC Éole (eole) [name]" in problem.message("en")
    # A name alone never merges: it is meanwhile an actor of its own.
    assert {"Éole SARL", "SCIC Éole"} <= known.names


def test_what_was_decided_is_not_asked_again(known: Desk) -> None:
    text = "De;Vers;Nature\nÉole SARL;val;partenariat\n"
    known.bring(text, "ties", name="l.csv")
    judgement = Judgement(
        id="j1",
        left=known.actor("Éole SARL").id,
        right="eole",
        verdict="different",
        decided_at=datetime(2026, 1, 1, tzinfo=UTC),
    )
    ledger.judge(known.store, judgement)
    assert fates(known.bring(text, "ties", name="l.csv")) == {"accepted": 1}


def test_unknown_actors_are_refused_by_option(known: Desk) -> None:
    text = "De;Vers;Nature\nVal Ferme;eole;partenariat\nLes Abeilles;eole;partenariat\n"
    report = known.bring(text, "ties", name="l.csv", known_only=True)
    assert fates(report) == {"accepted": 1, "refused": 1}
    assert codes(report, 3) == {"unknown_actor"}
    assert report.problems.count("unknown_actor") == report.refused
    assert "Les Abeilles" not in known.names and len(known.ties) == 1
    # Once they are known, the same file brings the line that was refused.
    known.bring("Nom\nLes Abeilles\n", "actors", name="suite.csv")
    again = known.bring(text, "ties", name="l.csv", known_only=True)
    assert fates(again) == {"accepted": 2} and len(known.ties) == 2
    assert again.import_id == report.import_id
    third = known.bring(text, "ties", name="l.csv", known_only=True)
    assert third.again and len(known.ties) == 2


@pytest.mark.parametrize("ends", ["A;A", "A;a", "Élan;ELAN", "732829320;73282932000074"])
def test_a_tie_to_itself_is_refused(ends: str, desk: Desk) -> None:
    report = desk.bring(f"De;Vers;Nature\n{ends};partenariat\n", "ties")
    assert (fates(report), codes(report, 2)) == ({"refused": 1}, {"tie_to_itself"})


def test_a_firm_may_hold_its_own_shares(desk: Desk) -> None:
    report = desk.bring("De;Vers;Nature;Part du capital (%)\nA;A;actionnaire;5\n", "ties")
    assert fates(report) == {"accepted": 1}
    assert desk.tie("A", "A", "shareholding").attributes["share_pct"] == "5"


def test_there_is_a_column_for_all_that_a_tie_may_carry() -> None:
    """A workbook of any network is loaded back as this list."""
    assert TIE_FIELDS.keys() <= TIES.row.cells().keys()


def test_a_kind_that_nobody_knows_is_refused(desk: Desk) -> None:
    report = desk.bring("De;Vers;Nature du lien\nA;B;amitié\nA;B;\n", "ties")
    assert fates(report) == {"refused": 2}
    assert (codes(report, 2), codes(report, 3)) == ({"unknown_choice"}, {"value_missing"})


def test_an_end_is_known_by_its_rna_number_in_the_column_of_sirens(desk: Desk) -> None:
    desk.bring("Nom;RNA\nVal Ferme;W401002345\n", "actors", name="acteurs.csv")
    text = "De;SIREN A;Vers;Nature\nLa ferme;W401002345;Le Fournil;achat\n"
    report = desk.bring(text, "ties")
    assert "siren_is_rna" in codes(report, 2)
    assert desk.names == {"Val Ferme", "Le Fournil"} and report.references["by_number"] == 1


@pytest.mark.parametrize(("cell", "several"), [('"Éole ; Val Ferme"', {"name_of_several"}),
                                               ("Éole | Val Ferme", {"name_of_several"}),
                                               ('"Éole\nde Tarnos"', set())])  # fmt: skip
def test_an_end_that_names_several_is_to_look_at(desk: Desk, cell: str, several: set[str]) -> None:
    report = desk.bring(f"De;Vers;Nature\nRégion;{cell};achat\n", "ties")
    assert codes(report, 2) & {"name_of_several"} == several
    assert len(desk.names) == 2
