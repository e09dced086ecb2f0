"""Acts on the ledger, done and undone on each store."""

from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from little_network import LOADED, NAMES, importing, little_network, tie_record
from store_content import content, graph_in
from stores_under_test import Stores
from strategies import Evidence, evidence

from maillage.graph import ledger
from maillage.graph.errors import NotFound
from maillage.graph.folding import normalise
from maillage.graph.model import ActorClaim, Judgement, JudgementClaim, Record, Ref, TieClaim
from maillage.graph.port import Store
from maillage.graph.truth.derivation import derive

ACTORS = importing("actors")
TIES = importing("ties")


def load_all(store: Store) -> None:
    found = little_network()
    for item in found.imports:
        ledger.add(store, item, of(item.id, found.records))


def of(import_id: str, records: tuple[Record, ...]) -> list[Record]:
    return [record for record in records if record.import_id == import_id]


def test_what_a_small_change_looks_up(stores: Stores) -> None:
    store = stores.fresh()
    load_all(store)
    found = little_network()
    actor = found.graph.actors["isolee"]
    folded = normalise(actor.name)
    assert store.actors_named([folded, "nobody", folded[:-1]]) == (actor.id,)
    assert store.actors_named([]) == ()
    ties = found.graph.ties
    assert store.known_actors([actor.id, "nobody"]) == {actor.id: actor}
    assert store.known_ties([*ties, "nothing"]) == ties
    assert (store.known_actors([]), store.known_ties([])) == ({}, {})
    for name in (ACTORS.id, "no-such-import"):
        own = sorted(of(name, found.records), key=lambda record: record.id)
        assert list(store.records_of(name)) == own
    ledger.undo(store, ACTORS.id)
    assert [record.id for record in store.records_of(ACTORS.id)] == sorted(
        record.id for record in of(ACTORS.id, found.records)
    )


def test_loading_twice_is_loading_once(stores: Stores) -> None:
    store = stores.fresh()
    load_all(store)
    once = content(store)
    load_all(store)
    assert content(store) == once
    assert once.graph == little_network().graph


def test_the_records_of_one_import_are_known_by_their_ids(stores: Stores) -> None:
    store = stores.fresh()
    assert store.record_ids("actors") == frozenset()
    load_all(store)
    found = little_network()
    for item in found.imports:
        assert store.record_ids(item.id) == {each.id for each in of(item.id, found.records)}
        assert ledger.holds(store, item, of(item.id, found.records))
    assert not ledger.holds(store, TIES, [tie_record("isolee", "isolee", "supply")])
    ledger.undo(store, "ties")
    assert store.record_ids("ties") == {each.id for each in of("ties", found.records)}
    assert not ledger.holds(store, TIES, of("ties", found.records))


@settings(
    max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(found=evidence())
def test_any_order_of_loading_ends_in_the_same_graph(stores: Stores, found: Evidence) -> None:
    store = stores.fresh()
    for item in reversed(found.imports):
        ledger.add(store, item, of(item.id, found.records))
    assert graph_in(store) == derive(found.imports, found.records, ())
    stored = store.fingerprints()
    assert stored.actors.keys() == graph_in(store).actors.keys()


def test_an_undone_import_was_never_loaded_and_can_be_loaded_again(stores: Stores) -> None:
    store = stores.fresh()
    load_all(store)
    full = graph_in(store)
    later = importing("later", 20)
    ledger.add(store, later, [tie_record("isolee", "menuiserie", "supply", import_id="later")])
    with_later = graph_in(store)
    ledger.undo(store, "ties")
    found = little_network()
    left = [record for record in store.records() if record.import_id != "ties"]
    assert graph_in(store) == derive([ACTORS, later], left, ())
    ledger.undo(store, "later")
    assert graph_in(store) == derive([ACTORS], of("actors", found.records), ())
    ledger.add(store, TIES, of("ties", found.records))
    assert graph_in(store) == full
    ledger.add(store, later, [])
    assert graph_in(store) == with_later
    assert [item.live for item in store.imports()] == [True, True, True]
    with pytest.raises(NotFound):
        ledger.undo(store, "no-such-import")


def test_a_judgement_merges_and_its_undoing_parts_them_again(stores: Stores) -> None:
    store = stores.fresh()
    load_all(store)
    before = graph_in(store)
    judgement = Judgement(
        id="j1", left="isolee", right="asso-toulouse", verdict="same",
        decided_at=LOADED + timedelta(days=1),
    )  # fmt: skip
    ledger.judge(store, judgement)
    merged = store.actor("isolee")
    assert merged == store.actor("asso-toulouse")
    assert set(merged.other_names) | {merged.name} == {NAMES["isolee"], NAMES["asso-toulouse"]}
    ledger.undo_judgement(store, "j1")
    assert graph_in(store) == before
    assert [item.live for item in store.judgements()] == [False]


def test_judgements_of_a_file_come_and_go_with_it(stores: Stores) -> None:
    store = stores.fresh()
    load_all(store)
    before, item = graph_in(store), importing("judgements", 20)
    claim = JudgementClaim(
        left="isolee", right="asso-toulouse", verdict="same", evidence={"note": "même siège"}
    )
    record = Record(
        id=f"{item.id}:0:2", import_id=item.id, line=2, author="AB", judgements=(claim,)
    )
    ledger.add(store, item, [record])
    merged, once = graph_in(store), content(store)
    assert store.actor("isolee") == store.actor("asso-toulouse")
    assert next(store.records([record.id])) == record
    (judgement,) = store.judgements()
    assert (judgement.author, judgement.import_id) == ("AB", item.id)
    ledger.add(store, item, [record])
    assert content(store) == once
    ledger.undo(store, item.id)
    assert graph_in(store) == before
    assert [one.live for one in store.judgements()] == [False]
    ledger.redo(store, item.id)
    assert graph_in(store) == merged and store.judgements() == (judgement,)


def test_a_name_that_could_be_two_waits_until_one_is_chosen(stores: Stores) -> None:
    twins = [
        ActorClaim(ref=Ref(name="Les Jumeaux", commune=place), row_key=place)
        for place in ("Lyon", "Lille")
    ]
    tie = TieClaim(source=Ref(name="LES JUMEAUX"), target=Ref(ids=("p",)), kind="membership")
    rows = [Record(id="r", import_id="twins", line=1, actors=tuple(twins), ties=(tie,))]
    store = stores.fresh()
    ledger.add(store, importing("twins"), rows)
    (waiting,) = store.waiting()
    assert len(waiting.candidates) == 2
    assert waiting.records == ("r",)
    choice = Judgement(
        id="j", left=waiting.actor, right=waiting.candidates[0], verdict="same", decided_at=LOADED
    )
    ledger.judge(store, choice)
    assert store.waiting() == ()
    ledger.undo_judgement(store, "j")
    assert store.waiting() == (waiting,)
