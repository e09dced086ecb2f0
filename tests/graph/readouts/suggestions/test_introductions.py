"""What is kept of suggestions, and what became of introductions."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from small_truth import Evidence, row, tie
from told_store import told_store

from maillage.graph import ledger
from maillage.graph.dates import DateSpan
from maillage.graph.errors import InvalidInput, NotFound, Refused
from maillage.graph.model import ActorClaim, Import, Judgement, Record, TieClaim
from maillage.graph.papers import Shelf
from maillage.graph.port import Store
from maillage.graph.readouts.statement import Readout
from maillage.graph.readouts.subject import Subject
from maillage.graph.readouts.suggestions.introductions import (
    acts,
    dismiss,
    introduce,
    pair_id,
    pair_of,
    take_back,
)
from maillage.graph.readouts.suggestions.readout import suggestions

AB = ("a", "b")
IN_2013 = DateSpan.parse("2013")


def told(*ties: TieClaim, by: str | None = None, seen: str | None = "2012") -> Evidence:
    """a and b work with x, as does c; then what else is told."""
    evidence = Evidence()
    names = {"a": "Alpha", "b": "Bêta", "c": "Gamma", "x": "Xylo"}
    evidence.load(*(row(id_, kind="enterprise", name=name) for id_, name in names.items()))
    evidence.load(*(tie(id_, "x") for id_ in "abc"))
    if ties:
        evidence.load(*ties, by=by, seen=seen)
    return evidence


def of_one_record(claim: ActorClaim) -> tuple[Import, list[Record]]:
    evidence = Evidence()
    evidence.load(claim, name="later")
    return evidence.imports["later"], evidence.records


@pytest.fixture
def stores(tmp_path: Path) -> Iterator[ExitStack]:
    with ExitStack() as stack:
        yield stack


def of_a(store: Store) -> Readout:
    return suggestions(Subject.actor_of(store, "a"))


def proposed(store: Store) -> set[str]:
    return {said.about for said in of_a(store).statements if said.section == "suggestions"}


def test_what_was_dismissed_or_introduced_does_not_come_back(
    tmp_path: Path, stores: ExitStack
) -> None:
    store = stores.enter_context(told_store(tmp_path, told()))
    assert proposed(store) == {"a~b", "a~c"}
    dismiss(store, AB, author="anne")
    assert proposed(store) == {"a~c"}
    introduce(store, ("a", "c"), IN_2013)
    assert proposed(store) == {""}
    assert [said.code for said in of_a(store).statements][-2:] == ["introduced", "dismissed"]
    take_back(store, AB)
    assert proposed(store) == {"a~b"}


def test_whoever_met_the_carrier_met_the_pole(tmp_path: Path, stores: ExitStack) -> None:
    evidence = told()
    evidence.load(row("p", kind="pole", name="Pôle"))
    evidence.load(tie("b", "p", "carrier"), tie("p", "x"))
    store = stores.enter_context(told_store(tmp_path, evidence))
    assert proposed(store) == {"a~b", "a~c", "a~p"}
    dismiss(store, AB)
    assert proposed(store) == {"a~c"}


def test_what_is_said_of_those_who_are_gone_sleeps(tmp_path: Path, stores: ExitStack) -> None:
    store = stores.enter_context(told_store(tmp_path, told()))
    dismiss(store, AB)
    for item in ("import 0", "import 1"):
        ledger.undo(store, item)
    assert acts(store) == {}
    for item in ("import 0", "import 1"):
        ledger.redo(store, item)
    assert list(acts(store)) == [AB]


def test_nothing_is_kept_of_a_person(tmp_path: Path, stores: ExitStack) -> None:
    store = stores.enter_context(told_store(tmp_path, told()))
    dismiss(store, AB)
    ledger.add(store, *of_one_record(row("b", legal_category="1000")))
    assert acts(store) == {}
    assert "~b" not in str(of_a(store).to_json())
    with pytest.raises(Refused):
        introduce(store, AB, IN_2013)
    assert take_back(store, AB).act == "dismissed"


def test_taking_back_uncovers_what_was_said_before(tmp_path: Path, stores: ExitStack) -> None:
    store = stores.enter_context(told_store(tmp_path, told()))
    introduce(store, AB, IN_2013)
    dismiss(store, AB)
    assert acts(store)[AB].act == "dismissed"
    assert take_back(store, AB).act == "dismissed"
    assert acts(store)[AB].act == "introduced"
    take_back(store, AB)
    assert store.papers(Shelf.INTRODUCTIONS) == {}
    with pytest.raises(NotFound):
        take_back(store, AB)


def test_who_has_merged_since_is_still_who_was_introduced(
    tmp_path: Path, stores: ExitStack
) -> None:
    store = stores.enter_context(told_store(tmp_path, told()))
    introduce(store, ("b", "c"), IN_2013)
    dismiss(store, AB)
    same = Judgement(id="j", left="b", right="c", verdict="same", decided_at=datetime.now(UTC))
    ledger.judge(store, same)
    # b and c are one: what was said of both is nobody's, what was said of a and b stands.
    one = store.actor("c").id
    assert list(acts(store)) == [("a", one)]
    assert proposed(store) == {""}
    ledger.undo_judgement(store, "j")
    assert set(acts(store)) == {AB, ("b", "c")}


def test_ids_that_hold_the_mark_are_told_apart(tmp_path: Path, stores: ExitStack) -> None:
    evidence = told()
    evidence.load(row("b~c", kind="enterprise", name="Tilde 100 %"))
    store = stores.enter_context(told_store(tmp_path, evidence))
    id_ = pair_id("b~c", "a")
    assert pair_of(store, id_) == ("a", "b~c")
    for wrong in ("b", "a~", "a~nobody"):
        with pytest.raises(NotFound):
            pair_of(store, wrong)
    with pytest.raises(InvalidInput):
        pair_of(store, "a~a")


def test_nobody_is_introduced_tomorrow(tmp_path: Path, stores: ExitStack) -> None:
    store = stores.enter_context(told_store(tmp_path, told()))
    tomorrow = (datetime.now(UTC) + timedelta(days=1)).date().isoformat()
    with pytest.raises(InvalidInput):
        introduce(store, AB, DateSpan.parse(tomorrow))
    assert not acts(store)


@pytest.mark.parametrize(
    ("since", "verdict", "sentence"),
    [
        (None, "nothing_since", "Aucun lien n’est connu depuis."),
        (tie("a", "b", start="2014-03"), "tied_since",
         "Depuis\u202f: partenariat, mars 2014, déclaré par Alpha."),
        (tie("a", "b", start="2014", end="2014", status="ended"), "tied_since",
         "Depuis\u202f: partenariat, 2014, déclaré par Alpha."),
        (tie("a", "b", start="2011"), "tied_before",
         "Ils étaient déjà liés\u202f: partenariat, 2011, déclaré par Alpha."),
        (tie("a", "b", start="2013"), "cannot_tell",
         "Un lien (partenariat) est connu, déclaré par Alpha\u202f; on ne sait s’il est d’avant "
         "ou d’après."),
        (tie("a", "b"), "seen_since",
         "Un lien (partenariat) est constaté depuis (2015), déclaré par Alpha\u202f; on ne sait "
         "s’il est né de là."),
        (tie("b", "a", "supply", status="planned"), "planned_since",
         "Un lien est prévu\u202f: fourniture, déclaré par Alpha."),
    ],
)  # fmt: skip
def test_what_became_of_an_introduction(
    tmp_path: Path, stores: ExitStack, since: TieClaim | None, verdict: str, sentence: str
) -> None:
    evidence = told(*([since] if since else []), by="a", seen="2015")
    store = stores.enter_context(told_store(tmp_path, evidence))
    introduce(store, AB, IN_2013)
    said = of_a(store).said("introduced")
    assert said.verdict == verdict
    assert said.sentence.fr == f"Présentés (2013)\u202f: Alpha et Bêta. {sentence}"
    assert len(said.evidence.ties) == len(said.evidence.records) == (since is not None)


def test_how_many_led_to_a_tie_is_counted(tmp_path: Path, stores: ExitStack) -> None:
    store = stores.enter_context(told_store(tmp_path, told(tie("a", "b", start="2014"))))
    introduce(store, AB, IN_2013)
    introduce(store, ("a", "c"), IN_2013)
    assert (
        of_a(store).said("became").sentence.fr
        == "2 présentations faites\u202f: 1 suivie d’un lien."
    )
