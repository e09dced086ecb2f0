"""What an end says of a tie, on each store: written with its author, undone, done again."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from little_network import little_network
from store_content import graph_in
from stores_under_test import Stores

from maillage.graph import ledger
from maillage.graph.dates import DateSpan
from maillage.graph.edits import EDITS, Act, Answered, Saying, answer
from maillage.graph.errors import InvalidInput, NotFound, Refused
from maillage.graph.model import Tie
from maillage.graph.port import Store, TieQuery
from maillage.graph.vocabulary import Standing, Status

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)


def loaded(stores: Stores) -> Store:
    store = stores.fresh()
    found = little_network()
    for item in found.imports:
        ledger.add(store, item, [r for r in found.records if r.import_id == item.id])
    return store


def tie_of(store: Store, actor: str, kind: str, other: str) -> Tie:
    ties = store.ties(TieQuery(actor=actor, kinds=(kind,))).items
    (found,) = (tie for tie in ties if other in (tie.source, tie.target))
    return found


def say(store: Store, tie: Tie, act: Act, by: str, *, minutes: int = 0, on: str = "") -> Answered:
    return answer(
        store,
        tie.id,
        Saying(
            act=act,
            by=by,
            on=DateSpan.parse(on) if on else None,
            author="Camille",
            now=NOON + timedelta(minutes=minutes),
        ),
    )


def test_an_end_confirms_and_the_other_makes_it_confirmed(stores: Stores) -> None:
    store = loaded(stores)
    tie = tie_of(store, "asso-toulouse", "partnership", "scic-lille")
    assert tie.standing is Standing.REPORTED
    first = say(store, tie, "confirm", "asso-toulouse")
    assert (first.tie.id, first.tie.standing) == (tie.id, Standing.ONE_SIDED)
    second = say(store, first.tie, "confirm", "scic-lille", minutes=1)
    assert second.tie.standing is Standing.CONFIRMED
    assert set(second.tie.declared_by) == {"asso-toulouse", "scic-lille"}


def test_the_act_is_an_import_of_one_record_with_its_author(stores: Stores) -> None:
    store = loaded(stores)
    tie = tie_of(store, "asso-toulouse", "partnership", "scic-lille")
    said = say(store, tie, "contest", "scic-lille")
    item = next(item for item in store.imports() if item.id == said.import_id)
    assert (item.list, item.rows, item.author, item.live) == (EDITS, 1, "Camille", True)
    (record,) = store.records([record for record in said.tie.records if item.id in record])
    assert record.declared_by
    assert record.declared_by.ids == ("scic-lille",)
    assert said.tie.standing is Standing.CONTESTED


@pytest.mark.parametrize("act", ["confirm", "contest", "end"])
def test_undo_and_redo(stores: Stores, act: Act) -> None:
    store = loaded(stores)
    before = graph_in(store)
    tie = tie_of(store, "asso-toulouse", "partnership", "scic-lille")
    said = say(store, tie, act, "asso-toulouse")
    after = graph_in(store)
    assert after != before
    ledger.undo(store, said.import_id)
    assert graph_in(store) == before
    assert ledger.redo(store, said.import_id).changed
    assert graph_in(store) == after
    assert not ledger.redo(store, said.import_id).changed
    with pytest.raises(NotFound):
        ledger.redo(store, "i-none")


def test_a_tie_ends_when_it_is_said_to(stores: Stores) -> None:
    store = loaded(stores)
    tie = tie_of(store, "asso-toulouse", "partnership", "scic-lille")
    ended = say(store, tie, "end", "asso-toulouse", on="2015-06").tie
    assert (ended.status, ended.end) == (Status.ENDED, DateSpan.parse("2015-06"))
    assert ended.start == tie.start


def test_an_end_without_a_date_is_before_today(stores: Stores) -> None:
    store = loaded(stores)
    tie = tie_of(store, "asso-toulouse", "partnership", "scic-lille")
    ended = say(store, tie, "end", "scic-lille").tie
    assert ended.status is Status.ENDED
    assert ended.end
    assert ended.end.latest == NOON.date()


def test_the_last_word_of_a_day_counts(stores: Stores) -> None:
    store = loaded(stores)
    tie = tie_of(store, "asso-toulouse", "partnership", "scic-lille")
    acts: list[tuple[Act, Standing]] = [
        ("contest", Standing.CONTESTED),
        ("confirm", Standing.ONE_SIDED),
        ("contest", Standing.CONTESTED),
    ]
    for minute, (act, standing) in enumerate(acts):
        tie = say(store, tie, act, "scic-lille", minutes=minute).tie
        assert tie.standing is standing


def test_who_confirms_a_plan_does_not_make_it_true(stores: Stores) -> None:
    store = loaded(stores)
    tie = tie_of(store, "mairie-lens", "financing", "scic-lille")
    assert tie.status is Status.PLANNED
    assert say(store, tie, "confirm", "mairie-lens").tie.status is Status.PLANNED


def test_who_confirms_what_is_over_does_not_revive_it(stores: Stores) -> None:
    store = loaded(stores)
    tie = tie_of(store, "menuiserie", "shareholding", "scic-lille")
    confirmed = say(store, tie, "confirm", "menuiserie").tie
    assert (confirmed.status, confirmed.end) == (Status.ENDED, tie.end)


def test_only_an_end_answers_and_only_for_what_has_come(stores: Stores) -> None:
    store = loaded(stores)
    before = graph_in(store)
    tie = tie_of(store, "asso-toulouse", "partnership", "scic-lille")
    with pytest.raises(Refused, match="not an end"):
        say(store, tie, "confirm", "menuiserie")
    with pytest.raises(NotFound):
        say(store, tie, "confirm", "nobody")
    with pytest.raises(InvalidInput):
        say(store, tie, "end", "scic-lille", on="2031")
    with pytest.raises(InvalidInput):
        say(store, tie, "end", "scic-lille", on="2001")
    with pytest.raises(NotFound):
        answer(store, "t-none", Saying(act="confirm", by="scic-lille"))
    assert graph_in(store) == before
