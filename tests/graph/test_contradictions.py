"""Judgements upon a store, and those that cannot stand."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from never_whole import NeverWhole, fresh, load, told
from small_truth import Evidence, row, tie
from store_content import graph_in

from maillage.graph import ledger
from maillage.graph.errors import NotFound, Refused
from maillage.graph.model import Judgement, Ref
from maillage.graph.stores.sqlite import SqliteStore

ONE, TWO = "111111111", "222222222"


@pytest.fixture
def store() -> Iterator[SqliteStore]:
    with fresh(NeverWhole) as opened:
        yield opened


@pytest.fixture
def three(store: SqliteStore) -> SqliteStore:
    """a and d with a SIREN each, b and c without, and e known by an alias too."""
    evidence = Evidence()
    evidence.load(
        row(Ref(ids=("a",), siren=ONE)), row("b"), row("c"), row(Ref(ids=("d",), siren=TWO)),
        row(Ref(ids=("e", "e2"))), tie("b", "c"),
    )  # fmt: skip
    load(store, evidence)
    return store


def test_a_match_and_its_undoing(three: SqliteStore) -> None:
    before = graph_in(three)
    ledger.judge(three, told("a", "same", "b"))
    assert three.actor("b").id == "a"
    assert [(t.source, t.target) for t in graph_in(three).ties.values()] == [("a", "c")]
    ledger.undo_judgement(three, "a same b")
    assert graph_in(three) == before
    with pytest.raises(Refused, match="undone already"):
        ledger.undo_judgement(three, "a same b")


def refused(store: SqliteStore, judgement: Judgement) -> str:
    revision = store.revision()
    with pytest.raises(Refused) as caught:
        ledger.judge(store, judgement)
    assert store.revision() == revision
    assert caught.value.text("fr") != caught.value.text("en")
    return caught.value.code


def test_an_actor_is_not_compared_with_itself(three: SqliteStore) -> None:
    assert refused(three, told("a", "same", "a")) == "judgement_self"
    assert refused(three, told("e", "same", "e2")) == "judgement_self"
    with pytest.raises(NotFound):
        ledger.judge(three, told("a", "same", "nobody"))


def test_two_sirens_are_refused_also_through_a_third(three: SqliteStore) -> None:
    assert refused(three, told("a", "same", "d")) == "judgement_two_sirens"
    ledger.judge(three, told("a", "same", "b"))
    assert refused(three, told("b", "same", "d")) == "judgement_two_sirens"


def test_contradictions_are_refused_also_in_a_loop(three: SqliteStore) -> None:
    ledger.judge(three, told("a", "same", "b"))
    assert refused(three, told("b", "different", "a")) == "judgement_contradicts_same"
    ledger.judge(three, told("b", "same", "c", hour=1))
    assert refused(three, told("a", "different", "c", hour=2)) == "judgement_contradicts_same"
    ledger.undo_judgement(three, "b same c")
    ledger.judge(three, told("a", "different", "c", hour=3))
    assert refused(three, told("b", "same", "c", hour=4)) == "judgement_contradicts"
    assert refused(three, told("c", "same", "a", hour=4)) == "judgement_contradicts"


def test_what_one_row_joined_a_reviewer_may_part(three: SqliteStore) -> None:
    ledger.judge(three, told("e", "different", "e2"))
    graph = graph_in(three)
    assert "e" in graph.actors
    assert "e2" not in graph.redirects


def test_a_sleeping_judgement_hinders_nobody(three: SqliteStore) -> None:
    later = Evidence()
    later.load(row("z"), name="later")
    load(three, later)
    ledger.judge(three, told("z", "same", "b"))
    ledger.undo(three, "later")
    ledger.judge(three, told("b", "different", "c"))
    load(three, later)
    assert three.actor("z").id == "b"


def test_a_judgement_that_a_later_list_belies_hinders_nobody() -> None:
    with fresh() as store:
        evidence = Evidence()
        evidence.load(row("a"), row("b"), row("c"), name="one")
        load(store, evidence)
        ledger.judge(store, told("a", "same", "b"))
        sirens = Evidence()
        sirens.load(row(Ref(ids=("a",), siren=ONE)), row(Ref(ids=("b",), siren=TWO)), name="two")
        load(store, sirens)
        assert store.actor("a").id != store.actor("b").id
        ledger.judge(store, told("b", "different", "c"))
