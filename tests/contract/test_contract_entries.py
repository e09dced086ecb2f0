"""Actors and ties written by hand: kept by every store, heard first, taken back whole."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from little_network import little_network
from store_content import content
from stores_under_test import Stores

from maillage.graph import ledger
from maillage.graph.entries import Hand, add_actor, add_tie, amend_actor
from maillage.graph.errors import InvalidInput, NotFound, Refused, UnknownName
from maillage.graph.model import Ref, TieClaim, Value
from maillage.graph.port import Store

HAND = Hand(author="anne", now=datetime(2026, 3, 1, tzinfo=UTC))


def filled(stores: Stores) -> Store:
    store = stores.fresh()
    store.commit(little_network().change, expected=0)
    return store


def test_a_new_actor_and_its_tie_are_taken_back(stores: Stores) -> None:
    store = filled(stores)
    before = content(store).graph
    said: dict[str, Value] = {"name": "La Régie", "kind": "ess_enterprise", "jobs": 12}
    entered = add_actor(store, said, HAND)
    found = store.actor(entered.id)
    assert (found.name, found.kind, found.attributes["jobs"]) == ("La Régie", "ess_enterprise", 12)
    claim = TieClaim(source=Ref(ids=(found.id,)), target=Ref(ids=("scic-lille",)), kind="supply")
    tied = add_tie(store, claim, HAND)
    tie = store.tie(tied.id)
    assert (tie.source, tie.target, tie.standing.value) == (found.id, "scic-lille", "reported")
    (record,) = store.records(tie.records)
    assert (record.voice, record.author) == ("reviewer", "anne")
    ledger.undo(store, tied.import_id)
    ledger.undo(store, entered.import_id)
    assert content(store).graph == before


def test_a_reviewer_is_heard_before_lists(stores: Stores) -> None:
    store = filled(stores)
    was = store.actor("scic-lille")
    entered = amend_actor(store, "scic-lille", {"name": "SCIC de Lille", "ess": "no"}, HAND)
    now = store.actor("scic-lille")
    assert (now.id, now.name, now.ess.value) == (was.id, "SCIC de Lille", "no")
    ledger.undo(store, entered.import_id)
    assert store.actor("scic-lille") == was


@pytest.mark.parametrize(
    ("said", "error"),
    [
        ({}, InvalidInput),
        ({"kind": "licorne"}, UnknownName),
        ({"ess": "maybe"}, InvalidInput),
        ({"jobs": "douze"}, InvalidInput),
        ({"jobs": True}, InvalidInput),
        ({"turnover_eur": float("nan")}, InvalidInput),
        ({"subsidy_share": 101}, InvalidInput),
        ({"flags": ("esus", "geant")}, InvalidInput),
        ({"siren": "732829320"}, Refused),
    ],
)
def test_what_does_not_fit_changes_nothing(
    stores: Stores, said: dict[str, Value], error: type[Exception]
) -> None:
    store = filled(stores)
    with pytest.raises(error):
        amend_actor(store, "scic-lille", said, HAND)
    assert store.revision() == 1


def test_entries_of_nobody_are_refused(stores: Stores) -> None:
    store = filled(stores)
    with pytest.raises(InvalidInput):
        add_actor(store, {"name": "  "}, HAND)
    with pytest.raises(NotFound):
        amend_actor(store, "nobody", {"jobs": 1}, HAND)
    own = Ref(ids=("scic-lille",))
    with pytest.raises(Refused):
        add_tie(store, TieClaim(source=own, target=own, kind="supply"), HAND)
    with pytest.raises(NotFound):
        add_tie(store, TieClaim(source=own, target=Ref(ids=("x",)), kind="supply"), HAND)
    assert store.revision() == 1
