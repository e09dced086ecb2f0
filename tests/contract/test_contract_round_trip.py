"""What is written is read back, field by field, whatever people's files hold."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from little_network import importing
from same_columns import assert_same_columns
from store_content import content
from stores_under_test import Stores
from strategies import HOSTILE, Evidence, evidence

from maillage.graph.arrays import columns_of
from maillage.graph.errors import NotFound
from maillage.graph.folding import normalise
from maillage.graph.model import ActorClaim, Record, Ref, TieClaim
from maillage.graph.planning import difference
from maillage.graph.port import ActorQuery, TieQuery


def test_a_new_store_is_empty(stores: Stores) -> None:
    store = stores.fresh()
    assert store.revision() == 0
    assert (store.imports(), store.judgements(), store.waiting()) == ((), (), ())
    assert list(store.records()) == []
    assert list(store.records(["no-such-record"])) == []
    assert store.actors(ActorQuery()).total == 0
    assert store.ties(TieQuery()).items == ()
    assert store.columns().actors.ids == ()
    assert store.columns().ties.ids == ()
    assert store.fingerprints().actors == {}
    with pytest.raises(NotFound):
        store.actor("nobody")
    with pytest.raises(NotFound):
        store.tie("nothing")


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(found=evidence())
def test_every_field_comes_back(stores: Stores, found: Evidence) -> None:
    store = stores.fresh()
    graph, change = found.graph, found.change
    assert store.commit(change, expected=0) == 1
    stored = content(store)
    assert stored.revision == 1
    assert {item.id: item for item in stored.imports} == {item.id: item for item in found.imports}
    assert list(stored.records) == sorted(found.records, key=lambda record: record.id)
    assert {item.id: item for item in stored.judgements} == {
        item.id: item for item in found.judgements
    }
    assert stored.graph == graph
    again = difference(graph, stored.fingerprints)
    assert not (again.actors or again.ties or again.redirects)
    assert_same_columns(store.columns(), columns_of(graph))


def test_hostile_texts_stay_texts(stores: Stores) -> None:
    """Where a text may stand at all: names, ids, headings, subtypes, titles. Also NUL."""
    item = replace(importing("odd"), title=HOSTILE[0], author=HOSTILE[2])
    records = tuple(hostile_record(number, text) for number, text in enumerate(HOSTILE))
    found = Evidence((item,), records, ())
    store = stores.fresh()
    store.commit(found.change, expected=0)
    assert content(store).graph == found.graph
    assert tuple(store.records()) == tuple(sorted(records, key=lambda record: record.id))
    for number, text in enumerate(HOSTILE):
        assert store.actor(f"id {text}").name == f"nom {text}"
        found_by_name = store.actors(ActorQuery(q=f"nom {text}")).items
        assert f"id {text}" in {actor.id for actor in found_by_name}, number
        assert store.ties(TieQuery(actor=f"id {text}")).total > 0
        with pytest.raises(NotFound):
            store.actor(f"{text} nobody")
    found_there = store.actors(ActorQuery(departement=HOSTILE[2])).items
    assert [actor.id for actor in found_there] == [f"id {HOSTILE[2]}"]
    assert_same_columns(store.columns(), columns_of(found.graph))


def hostile_record(number: int, text: str) -> Record:
    here = Ref(ids=(f"id {text}",), name=f"nom {text}")
    claim = ActorClaim(
        ref=here,
        row_key=text,
        attributes={text: text, "note": (text, f"{text} bis"), "departement": text},
    )
    tie = TieClaim(
        source=here, target=Ref(ids=("id |",)), kind="supply", subtype=text,
        attributes={text: text, "purpose": text},
    )  # fmt: skip
    return Record(
        id=f"{text}-{number}", import_id="odd", sheet=text, line=1, source=text, locator=text,
        cells={text: text}, actors=(claim,), ties=(tie,),
    )  # fmt: skip


def test_very_long_names_and_many_records_are_kept_whole(stores: Stores) -> None:
    long = "Pôle d’activités solidaires " * 400  # 11,200 characters
    claim = ActorClaim(
        ref=Ref(ids=("long",), name=long),
        row_key="x",
        attributes={"other_names": (long[::-1],), "note": tuple(f"{n} {long}" for n in range(5))},
    )
    found = Evidence(
        (importing("big"),), (Record(id="r", import_id="big", line=1, actors=(claim,)),), ()
    )
    store = stores.fresh()
    store.commit(found.change, expected=0)
    assert store.actor("long") == found.graph.actors["long"]
    assert store.actors(ActorQuery(q=long)).total == 1
    assert store.actors(ActorQuery(q=normalise(long)[5000:9000])).total == 1
