"""Decisions on matches carried from a file: as the review takes them, undone with their import."""

from __future__ import annotations

import csv
import io

import pytest
from loading import Desk, codes, fates
from openpyxl import load_workbook
from store_content import content

from maillage.graph import ledger
from maillage.graph.contradictions import worth
from maillage.graph.errors import Refused
from maillage.graph.languages import Language
from maillage.graph.model import Judgement
from maillage.graph.truth.identity import latest_judgements
from maillage.ingest.lists.judgements import JUDGEMENTS, written
from maillage.ingest.loading.marked import marked_copy
from maillage.ingest.loading.report import Report

ACTORS = """id;Nom;SIREN
val;Val Ferme;
ferme;La Ferme du Val;
four;Le Fournil;552100554
fournil;Fournil d’en Haut;732829320
bis;Le Fournil bis;
"""
HEAD = "Un acteur;Un autre;Décision;Décidé par;Décidé le;Remarque\n"


@pytest.fixture
def known(desk: Desk) -> Desk:
    desk.bring(ACTORS, "actors", name="acteurs.csv", declared_by="val")
    return desk


def decide(desk: Desk, *lines: str, head: str = HEAD, **options: object) -> Report:
    return desk.bring(head + "\n".join(lines) + "\n", "judgements", name="avis.csv", **options)


def counting(desk: Desk) -> list[Judgement]:
    return latest_judgements(desk.store.judgements())


def test_a_line_is_a_judgement_of_its_author_and_day_with_its_remark(known: Desk) -> None:
    report = decide(known, "Val Ferme;La Ferme du Val;même;AB;19/09/2014;même adresse")
    assert fates(report) == {"accepted": 1}
    assert known.store.actor("val") == known.store.actor("ferme")
    (one,) = known.store.judgements()
    assert (one.author, one.decided_at.date().isoformat()) == ("AB", "2014-09-19")
    assert one.evidence["note"] == "même adresse"
    assert one.import_id == report.import_id and worth(known.store, one) == "counts"


def test_its_undoing_takes_them_back_and_its_redoing_brings_them_again(known: Desk) -> None:
    before = known.graph
    report = decide(known, "val;ferme;same;;;", "four;bis;different;;;")
    joined, once = known.graph, content(known.store)
    assert len(joined.actors) == len(before.actors) - 1
    assert decide(known, "val;ferme;same;;;", "four;bis;different;;;").again
    assert content(known.store) == once
    ledger.undo(known.store, report.import_id or "")
    assert known.graph == before and counting(known) == []
    ledger.redo(known.store, report.import_id or "")
    assert known.graph == joined and len(counting(known)) == 2
    ledger.undo(known.store, report.import_id or "")
    assert not decide(known, "val;ferme;same;;;", "four;bis;different;;;").again
    assert known.graph == joined and len(known.store.judgements()) == 2


def test_what_the_review_would_refuse_is_refused_in_its_words(known: Desk) -> None:
    report = decide(
        known,
        "Val Ferm;La Ferme du Val;même;;;",
        "Le Fournil;Fournil d’en Haut;même;;;",
        "val;bis;différents;;;",
        "bis;val;même;;;",
        "val;val;différents;;;",
        "val;Personne de connu;même;;;",
    )
    assert fates(report) == {"accepted": 1, "refused": 5}
    assert [codes(report, line) for line in (2, 3, 5, 6, 7)] == [
        {"unknown_actor_near"},
        {"decision_refused"},
        {"decision_refused"},
        {"decision_on_one"},
        {"unknown_actor"},
    ]
    near, sirens, otherwise = (
        next(one for one in report.problems if one.row == line) for line in (2, 3, 5)
    )
    assert "Val Ferme (val)" in near.hint()
    left, right = known.store.actor("four"), known.store.actor("fournil")
    wanted = Refused(
        "judgement_two_sirens",
        left=left.name,
        right=right.name,
        siren_left=left.siren,
        siren_right=right.siren,
    )
    assert wanted.text() in sirens.message()
    assert "ont déjà été dits différents" in otherwise.message()
    assert [one.verdict for one in counting(known)] == ["different"]


def test_what_changes_nothing_says_so(known: Desk) -> None:
    decide(known, "val;ferme;même;;;", "four;val;différents;;;")
    joined = known.graph
    report = decide(
        known,
        "Val Ferme;La Ferme du Val;identiques;;;",
        "val;four;différents;CD;;",
        "val;bis;;;;",
    )
    assert codes(report, 2) == codes(report, 3) == {"decision_known"}
    assert fates(report) == {"accepted": 2}
    assert known.graph == joined


def test_a_mended_copy_takes_the_place_of_what_it_copies(known: Desk) -> None:
    """Names that a decision made one mean the two that it was about; the others are free again."""
    lines = ("Val Ferme;La Ferme du Val;même;;;", "four;bis;différents;;;", "val;inconnu;même;;;")
    text = HEAD + "\n".join(lines) + "\n"
    first = known.bring(text, "judgements", name="avis.csv")
    joined = known.graph
    book = load_workbook(io.BytesIO(marked_copy(text.encode(), [first])))
    book.worksheets[0]["C3"] = "même"
    mended_book = io.BytesIO()
    book.save(mended_book)
    mended = known.bring(mended_book.getvalue(), "judgements", name="copie.xlsx")
    assert mended.replaces == first.import_id and fates(mended) == {"accepted": 2, "refused": 1}
    assert {one.import_id for one in counting(known)} == {mended.import_id}
    assert known.store.actor("val") == known.store.actor("ferme")
    assert known.store.actor("four") == known.store.actor("bis")
    assert len(known.graph.actors) == len(joined.actors) - 1


def test_what_a_third_one_parts_is_said_to_be_of_no_effect(known: Desk) -> None:
    """Each line may stand; together they would join two SIRENs."""
    lines = ("four;bis;même;AB;2014-01-01;", "bis;fournil;même;AB;2014-01-02;")
    trial = decide(known, *lines, dry_run=True)
    assert known.store.judgements() == ()
    report = decide(known, *lines)
    for one in (trial, report):
        assert (codes(one, 2), codes(one, 3)) == (set(), {"decision_without_effect"})
    assert [worth(known.store, one) for one in counting(known)] == ["counts", "overruled"]


def test_one_refused_line_refuses_the_file_if_so_asked(known: Desk) -> None:
    decide(known, "val;ferme;même;;;", "val;inconnu;même;;;", strict=True)
    assert known.store.judgements() == () and "ferme" in known.graph.actors


@pytest.mark.parametrize("language", ["fr", "en"])
def test_what_our_sheet_tells_for_the_eye_is_passed_over(known: Desk, language: Language) -> None:
    told = [label.text(language) for label in JUDGEMENTS.to_read]
    ours = HEAD.replace("\n", ";" + ";".join(told) + "\n")
    report = decide(known, "four;bis;différents;;;;m-1;90 %;3;noms semblables", head=ours)
    assert list(report.problems) == []
    assert {one.status for one in report.sheets[0].columns if one.heading in told} == {"left_out"}
    theirs = HEAD.replace("\n", f";{told[-1]}\n")
    report = decide(known, "val;ferme;même;;;;elle me l’a dit", head=theirs)
    assert [problem.code for problem in report.problems] == ["column_unknown"]


@pytest.mark.parametrize("language", ["fr", "en"])
def test_what_counts_is_written_as_it_is_read(known: Desk, language: Language) -> None:
    decide(known, "val;ferme;même;AB;19/09/2014;même adresse", "four;bis;différents;CD;;")
    joined, said = known.graph, _said(known)
    out = io.StringIO()
    headings = [cell.label.text(language) for cell in JUDGEMENTS.row.cells().values()]
    csv.writer(out).writerows([headings, *written(counting(known), language)])
    for item in known.store.imports():
        if item.list == "judgements":
            ledger.undo(known.store, item.id)
    report = known.bring(out.getvalue(), "judgements", name="decisions.csv")
    assert fates(report) == {"accepted": 2} and _said(known) == said
    assert known.graph == joined


def _said(desk: Desk) -> list[tuple[str, ...]]:
    return sorted(written(counting(desk), "fr"))
