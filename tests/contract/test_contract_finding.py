"""Finding again after writing: members, merged ids, pages, the order of ids."""

from __future__ import annotations

from dataclasses import replace

from little_network import importing, little_network, tie_record
from stores_under_test import Stores
from strategies import Evidence

from maillage.graph import ledger
from maillage.graph.model import ActorClaim, Record, Ref
from maillage.graph.port import ActorQuery, Store, TieQuery
from maillage.graph.vocabulary import SOLE_TRADER, Status


def loaded(stores: Stores) -> Store:
    store = stores.fresh()
    store.commit(little_network().change, expected=0)
    return store


def test_who_only_may_belong_to_a_pole_or_did_once_does_not(stores: Stores) -> None:
    store = loaded(stores)
    records = [
        tie_record("isolee", "pole-sud", "membership", import_id="later", status=Status.PLANNED),
        tie_record("menuiserie", "pole-sud", "membership", import_id="later", status=Status.ENDED),
        tie_record("mairie-lens", "pole-sud", "financing", import_id="later"),
        tie_record("scic-lille", "pole-sud", "carrier", import_id="later"),
    ]
    ledger.add(store, importing("later"), records)
    found = store.actors(ActorQuery(pole="pole-sud")).items
    assert [actor.id for actor in found] == ["asso-toulouse", "scic-lille"]


def test_a_merged_id_finds_what_its_actor_finds(stores: Stores) -> None:
    claim = ActorClaim(ref=Ref(ids=("mairie-lens", "ancien-id"), name="Lens"), row_key="x")
    found = little_network()
    found = replace(
        found, records=(*found.records, Record(id="m", import_id="ties", line=1, actors=(claim,)))
    )
    store = stores.fresh()
    store.commit(found.change, expected=0)
    assert found.graph.redirects == {"mairie-lens": "ancien-id"}
    assert store.actor("mairie-lens").id == "ancien-id"
    assert store.ties(TieQuery(actor="mairie-lens")) == store.ties(TieQuery(actor="ancien-id"))


def test_sole_traders_are_left_out_where_persons_are(stores: Stores) -> None:
    store = loaded(stores)
    claim = ActorClaim(
        ref=Ref(ids=("p",), name="Jeanne Untel"),
        row_key="p",
        attributes={"legal_category": SOLE_TRADER},
    )
    ledger.add(
        store, importing("later"), [Record(id="p", import_id="later", line=1, actors=(claim,))]
    )
    assert [one.id for one in store.actors(ActorQuery(q="untel")).items] == ["p"]
    assert store.actors(ActorQuery(q="untel", persons=False)).total == 0
    others = store.actors(ActorQuery(persons=False))
    assert others.total == store.actors(ActorQuery()).total - 1
    assert "p" not in {one.id for one in others.items}


def test_a_page_is_not_moved_by_what_is_written_before_it(stores: Stores) -> None:
    store = loaded(stores)
    first = store.actors(ActorQuery(limit=3))
    claim = ActorClaim(ref=Ref(ids=("aaa",), name="Arrivée"), row_key="aaa")
    record = Record(id="new", import_id="later", line=1, actors=(claim,))
    ledger.add(store, importing("later"), [record])
    second = store.actors(ActorQuery(after=first.next or "", limit=100))
    assert "aaa" not in {actor.id for actor in (*first.items, *second.items)}
    assert len(first.items) + len(second.items) == 7
    assert second.total == 8


ODD_IDS = ("B", "a", "à", "é", "z", "\u00e9", "\uffff", "\U0001f91d", "\U0010ffff", "A b", "_")


def test_ids_come_in_the_order_of_their_characters_whatever_the_alphabet(stores: Stores) -> None:
    records = tuple(
        Record(
            id=id_,
            import_id="odd",
            line=number,
            actors=(ActorClaim(ref=Ref(ids=(id_,), name=f"n{number}"), row_key=id_),),
        )
        for number, id_ in enumerate(sorted(set(ODD_IDS)))
    )
    store = stores.fresh()
    store.commit(Evidence((importing("odd"),), records, ()).change, expected=0)
    expected = sorted(set(ODD_IDS))
    assert [record.id for record in store.records()] == expected
    assert [actor.id for actor in store.actors(ActorQuery()).items] == expected
    assert [actor.id for actor in store.actors(ActorQuery(after="\uffff", limit=1)).items] == [
        "\U0001f91d"
    ]
