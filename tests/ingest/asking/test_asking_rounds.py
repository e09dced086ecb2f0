"""Who has answered, and where the ties of each stand."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path

import pytest
from answer_sheets import OTHER_POLE, POLE, a_pole
from loading import Desk, a_desk

from maillage.graph import ledger
from maillage.graph.vocabulary import Standing
from maillage.ingest.asking.questions import members_of_pole
from maillage.ingest.asking.round import every_round, round_of


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with a_desk(tmp_path) as desk:
        a_pole(desk)
        yield desk


def answer(desk: Desk, who: str, on: str, **ticks: str) -> str:
    tie = desk.tie("Val Ferme", "Le Fournil", "partnership").id
    line = {"pole_id": POLE, "answerer": who, "tie_id": tie, "asked_on": on, **ticks}
    text = f"{';'.join(line)}\n{';'.join(line.values())}\n"
    report = desk.bring(text, "answers", name=f"{who}-{on}.csv")
    assert report.written and report.import_id
    return report.import_id


def test_nobody_has_answered_before_the_first_does(desk: Desk) -> None:
    found = round_of(desk.store, POLE)
    assert [one.member.id for one in found.members] == ["four", "val"]
    assert (found.answered, found.response_rate) == (0, Fraction(0))
    assert found.members[1].standings == {Standing.REPORTED: 3}


def test_the_rate_follows_the_answers_and_their_undoing(desk: Desk) -> None:
    first = answer(desk, "val", "2014-09-19", confirms="oui")
    found = round_of(desk.store, POLE)
    assert (found.answered, found.response_rate) == (1, Fraction(1, 2))
    four, val = found.members
    # The other end was only spoken of: it has said nothing itself.
    assert not four.answered and four.answered_on is None
    assert val.answered_on and val.answered_on.text == "2014-09-19"
    assert val.standings == {Standing.REPORTED: 2, Standing.ONE_SIDED: 1}
    answer(desk, "four", "2014-10-01", contests="oui")
    both = round_of(desk.store, POLE)
    assert both.response_rate == 1
    assert both.members[0].standings[Standing.CONTESTED] == 1
    ledger.undo(desk.store, first)
    assert round_of(desk.store, POLE).response_rate == Fraction(1, 2)


def test_answers_of_two_rounds_are_of_one_member(desk: Desk) -> None:
    answer(desk, "val", "2014-09-19", confirms="oui")
    answer(desk, "val", "2015-09-19", contests="oui")
    (_, val) = round_of(desk.store, POLE).members
    assert val.answers == 2 and val.answered_on and val.answered_on.text == "2015-09-19"


def test_what_an_end_says_otherwise_is_no_answer_to_a_sheet(desk: Desk) -> None:
    ties = "source_id;target_id;kind\nval;four;project\n"
    desk.bring(ties, "ties", name="liens-de-val.csv", declared_by="val")
    assert round_of(desk.store, POLE).answered == 0


def test_who_answers_that_it_has_left_the_pole_has_answered(desk: Desk) -> None:
    tie = desk.tie("Val Ferme", "Pôle de la Brume", "membership").id
    line = {"pole_id": POLE, "answerer": "val", "tie_id": tie, "asked_on": "2014-09-19"}
    line |= {"ended": "2013"}
    report = desk.bring(f"{';'.join(line)}\n{';'.join(line.values())}\n", "answers")
    found = round_of(desk.store, POLE)
    assert [(one.member.id, one.answered) for one in found.members] == [
        ("four", False), ("val", True),
    ]  # fmt: skip
    assert found.response_rate == Fraction(1, 2)
    assert [member.id for member in members_of_pole(desk.store, POLE).asked] == ["four"]
    ledger.undo(desk.store, report.import_id or "")
    assert round_of(desk.store, POLE).answered == 0


def test_every_pole_with_members(desk: Desk) -> None:
    rounds = {found.pole.id: len(found.members) for found in every_round(desk.store)}
    assert rounds == {POLE: 2, OTHER_POLE: 1}


def test_a_pole_without_members_has_no_rate(desk: Desk) -> None:
    desk.bring("id;Nom du pôle\nvide;Pôle vide\n", "poles", name="vide.csv")
    assert round_of(desk.store, "vide").response_rate is None
