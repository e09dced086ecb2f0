"""What a member answers about its ties: heard as its own word, and what cannot be heard is said."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from answer_sheets import OTHER_POLE, POLE, a_pole
from loading import Desk, codes, fates
from store_content import content

from maillage.graph import ledger
from maillage.graph.model import Judgement
from maillage.graph.vocabulary import Standing, Status
from maillage.ingest.loading.report import Report


@pytest.fixture
def known(desk: Desk) -> Desk:
    a_pole(desk)
    return desk


def answer(
    desk: Desk, *, name: str = "reponse.csv", pole: str | None = None, **cells: str
) -> Report:
    """One line of a sheet of the farm, by the stable names of its columns."""
    line = {"pole_id": POLE, "answerer": "val", "asked_on": "2014-09-19", **cells}
    text = f"{';'.join(line)}\n{';'.join(line.values())}\n"
    return desk.bring(text, "answers", name=name, pole=pole)


def refusal(report: Report) -> str:
    """The one code of the one line, that is refused with a sentence in both languages."""
    assert fates(report) == {"refused": 1} and report.outcome is None
    (problem,) = [one for one in report.problems if one.level == "refused"]
    for language in ("fr", "en"):
        sentence = problem.message(language) + problem.hint(language)
        assert "{" not in sentence and len(sentence) > 20
    return problem.code


# ---------------------------------------------------------------------- what is heard


def test_each_end_in_turn_confirms_a_reported_tie(known: Desk) -> None:
    tie = known.tie("Val Ferme", "Le Fournil", "partnership")
    assert tie.standing is Standing.REPORTED
    report = answer(known, tie_id=tie.id, confirms="oui")
    assert fates(report) == {"accepted": 1}
    assert known.tie("Val Ferme", "Le Fournil", "partnership").standing is Standing.ONE_SIDED
    answer(known, answerer="four", tie_id=tie.id, confirms="x", name="fournil.csv")
    found = known.tie("Val Ferme", "Le Fournil", "partnership")
    assert found.standing is Standing.CONFIRMED
    assert set(found.declared_by) == {"val", "four"}
    # It is the same tie: its dates were not touched, and it was last seen when it was asked about.
    assert (found.id, found.start) == (tie.id, tie.start)
    assert found.last_observed and found.last_observed.text == "2014-09-19"


def test_a_denial_contests_and_a_later_word_takes_it_back(known: Desk) -> None:
    tie = known.tie("Val Ferme", "Le Fournil", "partnership")
    answer(known, tie_id=tie.id, contests="oui")
    assert known.tie("Val Ferme", "Le Fournil", "partnership").standing is Standing.CONTESTED
    answer(known, tie_id=tie.id, confirms="oui", asked_on="2015-01-10", name="plus-tard.csv")
    assert known.tie("Val Ferme", "Le Fournil", "partnership").standing is Standing.ONE_SIDED


def test_what_is_over_ends_on_the_members_word(known: Desk) -> None:
    tie = known.tie("Val Ferme", "Le Fournil", "partnership")
    answer(known, tie_id=tie.id, ended="06/2013")
    found = known.tie("Val Ferme", "Le Fournil", "partnership")
    assert found.status is Status.ENDED and found.end and found.end.text == "2013-06"
    assert found.standing is Standing.ONE_SIDED


def test_who_confirms_may_know_better_since_when(known: Desk) -> None:
    tie = known.tie("Val Ferme", "Le Fournil", "partnership")
    answer(known, tie_id=tie.id, confirms="oui", since="2008", note="depuis l’origine")
    found = known.tie("Val Ferme", "Le Fournil", "partnership")
    assert found.start and found.start.text == "2008"
    assert [conflict.field for conflict in found.conflicts] == ["start"]
    assert found.attributes["note"] == "depuis l’origine"


def test_who_confirms_a_plan_does_not_say_that_it_is_done(known: Desk) -> None:
    tie = known.tie("Banque Verte", "Val Ferme", "financing")
    answer(known, tie_id=tie.id, confirms="oui")
    found = known.tie("Banque Verte", "Val Ferme", "financing")
    assert (found.status, found.standing) == (Status.PLANNED, Standing.ONE_SIDED)


@pytest.mark.parametrize("pole", [POLE, "Pôle de la Brume"])
def test_the_pole_of_the_load_may_be_said_by_its_id_or_its_name(known: Desk, pole: str) -> None:
    tie = known.tie("Val Ferme", "Le Fournil", "partnership")
    assert fates(answer(known, tie_id=tie.id, confirms="oui", pole=pole)) == {"accepted": 1}


@pytest.mark.parametrize(
    ("direction", "ends"),
    [
        ("nous → partenaire", ("Val Ferme", "Banque Verte")),
        ("partner → us", ("Banque Verte", "Val Ferme")),
    ],
)
def test_a_tie_is_added_in_the_direction_that_is_said(
    known: Desk, direction: str, ends: tuple[str, str]
) -> None:
    answer(
        known, partner="banque verte", kind="fourniture", direction=direction, adds="oui",
        since="2014", subtype="papier",
    )  # fmt: skip
    tie = known.tie(*ends, "supply")
    assert (tie.standing, tie.subtype) == (Standing.ONE_SIDED, "papier")
    assert known.graph.actors[tie.source].name == ends[0]
    assert tie.start and tie.start.text == "2014"


def test_the_partner_of_an_added_tie_may_be_new(known: Desk) -> None:
    report = answer(known, partner="Nouvelle Scierie", kind="partenariat", adds="oui")
    assert fates(report) == {"accepted": 1} and codes(report, 2) == {"actor_new"}
    assert known.tie("Val Ferme", "Nouvelle Scierie", "partnership").standing is Standing.ONE_SIDED


def test_the_partner_of_an_added_tie_that_resembles_a_known_one_waits(known: Desk) -> None:
    report = answer(known, partner="SARL Le Fournil", kind="partenariat", adds="oui")
    assert fates(report) == {"waiting": 1} and "same_actor" in codes(report, 2)


def test_with_known_only_an_unknown_partner_is_refused(known: Desk) -> None:
    line = f"pole_id;answerer;partner;kind\n{POLE};val;Nouvelle Scierie;partenariat\n"
    report = known.bring(line, "answers", name="r.csv", known_only=True)
    assert refusal(report) == "unknown_actor"


# ---------------------------------------------------------------------- twice, and taken back


def test_the_same_answers_twice_change_nothing_and_an_undo_takes_them_back(known: Desk) -> None:
    before = content(known.store)
    tie = known.tie("Val Ferme", "Le Fournil", "partnership")
    text = (
        "pole_id;answerer;tie_id;contests;adds;partner;kind;asked_on\n"
        f"{POLE};val;{tie.id};oui;;;;2014-09-19\n"
        f"{POLE};val;;;oui;Nouvelle Scierie;partenariat;2014-09-19\n"
    )
    first = known.bring(text, "answers", name="r.csv")
    after = content(known.store)
    assert known.bring(text, "answers", name="r.csv").again
    assert content(known.store) == after
    assert first.import_id
    ledger.undo(known.store, first.import_id)
    found = content(known.store)
    assert (found.graph, before.graph) == (before.graph, before.graph)


def test_a_blank_sheet_says_nothing(known: Desk) -> None:
    revision = known.store.revision()
    report = answer(known, tie_id=known.tie("Val Ferme", "Le Fournil", "partnership").id)
    assert fates(report) == {} and not report.written
    assert [problem.code for problem in report.problems] == ["nothing_said"]
    assert known.store.revision() == revision


# ---------------------------------------------------------------------- what cannot be heard


@pytest.mark.parametrize(
    ("cells", "code"),
    [
        ({"answerer": "inconnu"}, "answer_member_unknown"),
        ({"pole_id": "ptce-inconnu"}, "answer_pole_unknown"),
        ({"pole_id": "four"}, "answer_pole_unknown"),
        ({"pole_id": OTHER_POLE}, "answer_not_member"),
        ({"pole": OTHER_POLE}, "answer_other_pole"),
        ({"pole": "Pôle d’ailleurs"}, "answer_other_pole"),
        ({"answerer": "eole", "pole_id": OTHER_POLE}, "answer_not_its_tie"),
        ({"partner_id": "banque"}, "answer_not_its_tie"),
        ({"tie_id": "t-0000"}, "answer_tie_gone"),
        ({"partner": "Banque Verte"}, "answer_tie_rewritten"),
        ({"kind": "financement"}, "answer_tie_rewritten"),
        ({"contests": "oui"}, "answer_several"),
        ({"adds": "oui"}, "answer_several"),
        ({"confirms": "", "adds": "oui"}, "answer_adds_known"),
        ({"confirms": "", "contests": "oui", "ended": "2013"}, "answer_several"),
        ({"confirms": "peut-être"}, "not_a_flag"),
        ({"confirms": "", "ended": "un jour"}, "not_a_date"),
        ({"confirms": "non"}, "answer_no"),
        ({"confirms": "", "contests": "non"}, "answer_no"),
        ({"confirms": "", "ended": "2009"}, "dates_reversed"),
        ({"tie_id": "", "partner": "Val Ferme", "kind": "partenariat"}, "tie_to_itself"),
        ({"tie_id": "", "kind": "partenariat"}, "value_missing"),
        ({"tie_id": "", "partner": "Le Fournil"}, "value_missing"),
        ({"tie_id": "", "partner": "Le Fournil", "kind": "copinage"}, "unknown_choice"),
        ({"tie_id": "", "partner": "Le Fournil", "kind": "financement"}, "answer_direction"),
        (
            {"tie_id": "", "confirms": "", "contests": "oui", "partner": "A", "kind": "projet"},
            "answer_contests_nothing",
        ),
    ],
)
def test_what_cannot_be_heard_is_refused_with_a_sentence(
    known: Desk, cells: dict[str, str], code: str
) -> None:
    before = known.store.revision()
    tie = known.tie("Val Ferme", "Le Fournil", "partnership")
    report = answer(known, **{"tie_id": tie.id, "confirms": "oui", **cells})
    assert refusal(report) == code
    assert known.store.revision() == before


def test_an_end_to_come_is_no_end(known: Desk) -> None:
    tie = known.tie("Val Ferme", "Le Fournil", "partnership")
    later = (date.today() + timedelta(days=400)).isoformat()
    assert refusal(answer(known, tie_id=tie.id, ended=later)) == "answer_end_to_come"


def test_a_line_below_those_of_the_sheet_does_not_say_who_speaks(known: Desk) -> None:
    report = known.bring("Avec;Nature du lien;Qui répond\nLe Fournil;projet;\n", "answers")
    assert refusal(report) == "value_missing"


def test_a_remark_without_an_answer_is_said_and_not_kept(known: Desk) -> None:
    tie = known.tie("Val Ferme", "Le Fournil", "partnership")
    report = answer(known, tie_id=tie.id, note="à revoir")
    assert codes(report, 2) == {"answer_note_only"}
    assert known.tie("Val Ferme", "Le Fournil", "partnership").standing is Standing.REPORTED


def test_a_tie_that_ended_since_stays_so_and_is_said(known: Desk) -> None:
    tie = known.tie("Val Ferme", "SCIC Éole", "supply")
    report = answer(known, tie_id=tie.id, confirms="oui")
    assert fates(report) == {"changed": 1} and codes(report, 2) == {"answer_tie_ended"}
    found = known.tie("Val Ferme", "SCIC Éole", "supply")
    assert (found.status, found.standing) == (Status.ENDED, Standing.ONE_SIDED)


def test_a_tie_whose_partner_was_merged_since_is_found_again(known: Desk) -> None:
    known.bring("id;Nom\nzeste;Fournil de l’Aube\n", "actors", name="autre.csv")
    known.bring("source_id;target_id;kind\nval;zeste;project\n", "ties", name="autres-liens.csv")
    asked = known.tie("Val Ferme", "Fournil de l’Aube", "project")
    day = datetime(2014, 1, 1, tzinfo=UTC)
    same = Judgement(id="j-1", left="four", right="zeste", verdict="same", decided_at=day)
    ledger.judge(known.store, same)
    assert asked.id not in known.graph.ties
    line = {"tie_id": asked.id, "confirms": "oui", "partner_id": "zeste", "kind": "projet"}
    report = answer(known, **line)
    assert fates(report) == {"changed": 1} and "answer_tie_moved" in codes(report, 2)
    (tie,) = [tie for tie in known.graph.ties.values() if tie.kind == "project"]
    assert tie.standing is Standing.ONE_SIDED
    # Nothing tells which tie is meant without the partner: it is not guessed.
    report = answer(known, tie_id=asked.id, confirms="oui", name="sans.csv")
    assert refusal(report) == "answer_tie_gone"


def test_a_person_is_not_kept_in_a_remark(known: Desk) -> None:
    tie = known.tie("Val Ferme", "Le Fournil", "partnership")
    answer(known, tie_id=tie.id, confirms="oui", note="voir jean@exemple.fr, 06 12 34 56 78")
    note = known.tie("Val Ferme", "Le Fournil", "partnership").attributes["note"]
    assert "exemple.fr" not in str(note) and "06 12" not in str(note)
