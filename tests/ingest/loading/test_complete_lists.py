"""A list said to be complete says what it ends, or of which lists it was not the next."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from loading import Desk, a_desk
from workbooks import mended

from maillage.graph.vocabulary import Status
from maillage.ingest.loading.marked import marked_copy
from maillage.ingest.loading.report import Report

TIES = "De;Vers;Nature\nA;B;partenariat\nB;C;partenariat\nC;D;recherche\n"
FEWER = "De;Vers;Nature\nA;B;partenariat\n"
MEMBERS, ONE_LESS = "Nom\nVal Ferme\nLe Fournil\n", "Nom\nVal Ferme\n"


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with a_desk(tmp_path) as found:
        yield found


def test_what_ends_is_counted_and_named(desk: Desk) -> None:
    desk.bring(TIES, "ties", name="liens.csv", date="2013")
    report = desk.bring(FEWER, "ties", name="liens.csv", date="2014-09-19", complete=True)
    assert said(report) == (
        "Liste complète (19 septembre 2014)\u202f: fin de 2 liens qui n’y sont plus "
        "(B – C (partenariat) et C – D (recherche))."
    )
    assert [(one["source"], one["target"]) for one in report.as_data("fr")["ended"]] == [
        ("B", "C"),
        ("C", "D"),
    ]
    ended = {tie.id for tie in desk.ties.values() if tie.status is Status.ENDED}
    assert ended == {one.tie for one in report.ended}
    again = desk.bring(FEWER, "ties", name="liens.csv", date="2014-09-19", complete=True)
    assert again.again and not again.ended


def test_a_trial_says_what_would_end(desk: Desk) -> None:
    desk.bring(TIES, "ties", name="liens.csv", date="2013")
    trial = desk.bring(FEWER, "ties", name="liens.csv", date="2014", complete=True, dry_run=True)
    assert len(trial.ended) == 2 and "fin de 2 liens" in said(trial)
    assert not any(tie.status is Status.ENDED for tie in desk.ties.values())


def test_a_list_under_another_name_names_those_that_may_be_meant(desk: Desk) -> None:
    desk.bring(TIES, "ties", name="liens-2013.csv", date="2013")
    report = desk.bring(FEWER, "ties", name="liens-2014.csv", date="2014", complete=True)
    assert "«\u202fliens-2014.csv\u202f»" in said(report)
    assert "«\u202fliens-2013.csv\u202f» (2013)" in said(report) and not report.ended
    (problem,) = [one for one in report.problems if one.code == "complete_other_title"]
    assert "--source" in problem.hint("fr") and "--source" in problem.hint("en")
    # As the hint says.
    told = {"name": "liens-2014.csv", "source": "liens-2013.csv"}
    report = desk.bring(FEWER, "ties", **told, date="2014", complete=True)
    assert len(report.ended) == 2


def test_lists_of_one_pole_replace_one_another_whatever_their_names(desk: Desk) -> None:
    desk.bring("id;Nom\np;Pôle P\nq;Pôle Q\n", "poles")
    desk.bring(MEMBERS, "members", name="a.csv", pole="p", date="2013")
    other = desk.bring(ONE_LESS, "members", name="c.csv", pole="q", date="2014", complete=True)
    assert said(other) == (
        "Liste complète (2014), sans liste comparable d’avant\u202f: rien ne prend fin."
    )
    report = desk.bring(ONE_LESS, "members", name="b.csv", pole="p", date="2014", complete=True)
    assert [(one.source, one.target) for one in report.ended] == [("Le Fournil", "Pôle P")]
    kept = desk.bring(ONE_LESS, "members", name="d.csv", pole="Pôle P", date="2015", complete=True)
    assert "aucun lien des listes d’avant ne prend fin" in said(kept)


def test_a_list_without_a_date_is_not_from_before(desk: Desk) -> None:
    """It speaks of the day it was loaded."""
    desk.bring(TIES, "ties", name="liens.csv")
    report = desk.bring(FEWER, "ties", name="liens.csv", date="2014", complete=True)
    assert re.search("«\u202fliens.csv\u202f» \\(chargée le .* sans date\\)", said(report))
    assert not report.ended


def test_the_members_of_a_pole_loaded_without_it(desk: Desk) -> None:
    desk.bring("Nom;Pôle\nVal Ferme;Pôle P\nLe Fournil;Pôle P\n", "members", name="a.csv")
    report = desk.bring(ONE_LESS, "members", pole="Pôle P", date="2014", complete=True)
    assert "n’est de ce pôle" in said(report) and "a.csv" in said(report)


def test_what_may_last_under_a_name_that_waits_is_said_and_lasts_once_decided(desk: Desk) -> None:
    desk.bring("Nom\nAtelier du Loch\nLe Fournil\n", "members", pole="Pôle P", date="2013")
    later = "Nom\nAtelier du Loc\n"
    report = desk.bring(later, "members", name="b.csv", pole="Pôle P", date="2014", complete=True)
    assert len(report.ended) == 2
    (problem,) = [one for one in report.problems if one.code == "complete_waiting"]
    assert problem.message("fr") == (
        "Ce qui prend fin dure peut-être encore, sous un nom qui attend votre avis\u202f: "
        "Atelier du Loch – Pôle P (adhésion)."
    )
    assert problem.message("en") != problem.message("fr")
    decided = "Un acteur;Un autre;Décision\nAtelier du Loc;Atelier du Loch;même\n"
    assert not desk.bring(decided, "judgements", name="avis.csv").refused
    over = {tie.source for tie in desk.graph.ties.values() if tie.status is Status.ENDED}
    assert over == {desk.actor("Le Fournil").id}


WRONG = f"{FEWER}B;B;partenariat\n"


def test_a_list_of_which_a_line_is_refused_ends_nothing(desk: Desk) -> None:
    """Who is missing may be on that line."""
    desk.bring(TIES, "ties", name="liens.csv", date="2013")
    for dry_run in (True, False):
        report = brought(desk, WRONG, dry_run=dry_run)
        assert not report.ended
        assert said(report) == (
            "Liste dite complète (2014)\u202f: 1 ligne en est refusée, rien ne prend fin."
        )
    (problem,) = [one for one in report.problems if one.code == "complete_refused"]
    assert "--complete" in problem.hint("fr") and "--complete" in problem.hint("en")
    assert not any(tie.status is Status.ENDED for tie in desk.ties.values())
    assert not any(item.complete_on for item in desk.store.imports())


def test_a_list_is_complete_once_all_its_lines_are_accepted(desk: Desk) -> None:
    desk.bring(TIES, "ties", name="liens.csv", date="2013")
    text = f"{FEWER}A;Z;partenariat\n"
    first = brought(desk, text, known_only=True)
    assert first.refused and not first.ended
    desk.bring("Nom\nZ\n", "actors", name="acteurs.csv")
    again = brought(desk, text, known_only=True)
    assert again.import_id == first.import_id and len(again.ended) == 2


def test_a_mended_copy_is_of_the_list_that_it_copies(desk: Desk) -> None:
    desk.bring(TIES, "ties", name="liens.csv", date="2013")
    first = brought(desk, WRONG)
    copy = mended(marked_copy(WRONG.encode(), [first]), A3="A", B3="C")
    again = desk.bring(copy, "ties", name="liens-à-corriger.xlsx", date="2014", complete=True)
    assert again.replaces == first.import_id
    assert sum(tie.status is Status.ENDED for tie in desk.ties.values()) == 2


def brought(desk: Desk, text: str, *, dry_run: bool = False, known_only: bool = False) -> Report:
    return desk.bring(
        text,
        "ties",
        name="liens.csv",
        date="2014",
        complete=True,
        dry_run=dry_run,
        known_only=known_only,
    )


def said(report: Report) -> str:
    (problem,) = [one for one in report.problems if one.code.startswith("complete_")]
    assert problem.message("en") != problem.message("fr")
    return problem.message("fr")
