"""A coder's decision is believed over every other source, and stays one coder's."""

from __future__ import annotations

import pytest
from loading import Desk, codes, fates
from store_content import content

from maillage.graph import ledger
from maillage.graph.vocabulary import Ess, LegalSector, Sector
from maillage.ingest.coding.journal import journal
from maillage.ingest.loading.report import Report

ACTORS = "id;Nom;Secteur;Famille de l’ESS\nval;Val Ferme;privé;\nfour;Le Fournil;ESS;association\n"
HEAD = "Acteur;Codeur;Secteur codé;Famille codée;Nature codée;Codé le\n"


@pytest.fixture
def known(desk: Desk) -> Desk:
    desk.bring(ACTORS, "actors", name="acteurs.csv", declared_by="val")
    return desk


def code(desk: Desk, *lines: str, name: str = "codage.csv") -> Report:
    return desk.bring(HEAD + "\n".join(lines) + "\n", "codings", name=name)


@pytest.mark.parametrize(
    ("word", "sector", "legal", "ess"),
    [
        ("public", Sector.PUBLIC, LegalSector.PUBLIC, Ess.UNKNOWN),
        ("ESS", Sector.ESS, LegalSector.PRIVATE, Ess.YES),
        ("privé hors ESS", Sector.PRIVATE, LegalSector.PRIVATE, Ess.NO),
        ("mixte", Sector.MIXED, LegalSector.MIXED, Ess.UNKNOWN),
        ("citizens", Sector.CITIZENS, LegalSector.NONE, Ess.UNKNOWN),
        ("indécidable", Sector.UNKNOWN, LegalSector.UNKNOWN, Ess.UNKNOWN),
    ],
)
def test_each_word_is_a_sector_whatever_was_declared(
    known: Desk, word: str, sector: Sector, legal: LegalSector, ess: Ess
) -> None:
    report = code(known, f"Val Ferme;C1;{word};;;2014-01-01")
    assert fates(report) == {"accepted": 1}
    actor = known.actor("Val Ferme")
    assert (actor.sector, actor.legal_sector, actor.ess) == (sector, legal, ess)
    assert actor.attributes["sector_source"] == "reviewer"


def test_the_record_has_its_coder_and_its_date(known: Desk) -> None:
    code(known, "Val Ferme;C1;ESS;coopérative;;2014-01-01", "Le Fournil;C2;public;;;")
    first, second = (one for one in known.store.records() if one.voice == "reviewer")
    assert (first.author, second.author) == ("C1", "C2")
    assert first.observed_on and first.observed_on.text == "2014-01-01"
    assert known.actor("Val Ferme").attributes["ess_family"] == "cooperative"


def test_a_family_or_a_kind_alone_leaves_the_sector_as_it_was(known: Desk) -> None:
    code(known, "Le Fournil;C1;;mutuelle;financeur;2014-01-01")
    actor = known.actor("Le Fournil")
    assert (actor.kind, actor.attributes["ess_family"]) == ("financier", "mutual")
    assert actor.sector is Sector.ESS and actor.attributes["sector_source"] == "declared"


def test_the_latest_coding_is_retained_and_the_other_is_listed(known: Desk) -> None:
    code(known, "Val Ferme;C2;public;;;2014-03-01", "Val Ferme;C1;ESS;;;2014-01-01")
    actor = known.actor("Val Ferme")
    assert actor.sector is Sector.PUBLIC
    (conflict,) = [one for one in actor.conflicts if one.field == "legal_sector"]
    assert [value for value, _ in conflict.others] == ["private"]


def test_a_coder_who_says_two_things_the_same_day_is_told_which_counts(known: Desk) -> None:
    report = code(
        known,
        "Val Ferme;C1;indécidable;;;",
        "Val Ferme;C2;ESS;;;",
        "Val Ferme;C1;ESS;;;",
        "Val Ferme;C1;public;;;2014-03-01",
        "Val Ferme;C2;;coopérative;;",
    )
    (found,) = [one for one in report.problems if one.code == "coding_otherwise"]
    assert (found.row, found.level) == (4, "warning")
    assert "C1" in found.message("fr") and "ligne 2" in found.message("fr")
    told = {record.line: record for record in known.store.records() if record.author == "C1"}
    assert set(told) == {2, 4, 5}  # both stay in the journal
    assert journal(known.store).actors[0].decisions["C1"].value == "public"


def test_of_two_undated_words_of_a_coder_the_first_counts(known: Desk) -> None:
    code(known, "Val Ferme;C1;indécidable;;;", "Val Ferme;C1;ESS;;;")
    assert journal(known.store).actors[0].decisions["C1"].value == "unknown"


def test_an_undone_coding_gives_back_what_was_declared(known: Desk) -> None:
    before = content(known.store).graph
    report = code(known, "Val Ferme;C1;public;;;2014-01-01")
    assert code(known, "Val Ferme;C1;public;;;2014-01-01").again
    assert report.import_id
    ledger.undo(known.store, report.import_id)
    assert content(known.store).graph == before


def test_a_line_without_a_decision_says_nothing(known: Desk) -> None:
    report = code(known, "Val Ferme;C1;;;;2014-01-01", "Le Fournil;C1;ESS;;;")
    assert fates(report) == {"accepted": 1}
    assert known.actor("Val Ferme").sector is Sector.PRIVATE


@pytest.mark.parametrize(
    ("line", "code_"),
    [
        ("Inconnue;C1;public;;;", "unknown_actor"),
        ("Val Ferme;;public;;;", "value_missing"),
        (";C1;public;;;", "value_missing"),
        ("Val Ferme;C1;public;association;;", "coding_family_outside"),
        ("Val Ferme;C1;marchand;;;", "unknown_choice"),
    ],
)
def test_what_cannot_be_a_coding_is_refused(known: Desk, line: str, code_: str) -> None:
    before = content(known.store)
    report = code(known, line)
    assert fates(report) == {"refused": 1} and code_ in codes(report, 2)
    assert content(known.store) == before
