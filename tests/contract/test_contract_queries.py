"""Filters and pages: the same answers from every store."""

from __future__ import annotations

from dataclasses import replace

import pytest
from little_network import importing, little_network, tie_record
from stores_under_test import Stores
from strategies import Evidence

from maillage.graph import ledger
from maillage.graph.errors import NotFound
from maillage.graph.model import Actor, ActorClaim, Record, Ref
from maillage.graph.port import ActorQuery, Store, TieQuery
from maillage.graph.vocabulary import Status

NORTH = ["mairie-lens", "menuiserie", "scic-lille"]


def loaded(stores: Stores) -> Store:
    store = stores.fresh()
    store.commit(little_network().change, expected=0)
    return store


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        (ActorQuery(kinds=("pole",)), ["pole-nord", "pole-sud"]),
        (ActorQuery(kinds=("pole", "other")), ["isolee", "pole-nord", "pole-sud"]),
        (ActorQuery(kinds=("no-such-kind",)), []),
        (ActorQuery(sectors=("ess",)), ["asso-toulouse", "scic-lille"]),
        (ActorQuery(sectors=("public", "private")), ["mairie-lens", "menuiserie"]),
        (ActorQuery(sectors=("unknown",)), ["isolee", "pole-nord", "pole-sud"]),
        (ActorQuery(departement="59"), ["pole-nord", "scic-lille"]),
        (ActorQuery(departement="6"), []),
        (ActorQuery(pole="pole-nord"), NORTH),
        (ActorQuery(pole="pole-sud"), ["asso-toulouse"]),
        (ActorQuery(pole="isolee"), []),
        (ActorQuery(pole="pole-nord", departement="62", kinds=("enterprise",)), ["menuiserie"]),
        (ActorQuery(q="POLE"), ["pole-nord", "pole-sud"]),
        (ActorQuery(q="énergie"), ["scic-lille"]),
        (ActorQuery(q="cooperative d energie"), ["scic-lille"]),
        (ActorQuery(q="oeuvre"), ["asso-toulouse"]),
        (ActorQuery(q="lille coop"), []),
        (ActorQuery(q="%"), []),
        (ActorQuery(q="pôle", departement="31"), ["pole-sud"]),
        (ActorQuery(), sorted([*NORTH, "asso-toulouse", "isolee", "pole-nord", "pole-sud"])),
    ],
)  # fmt: skip
def test_actors_are_filtered(stores: Stores, query: ActorQuery, expected: list[str]) -> None:
    page = loaded(stores).actors(query)
    assert [actor.id for actor in page.items] == expected
    assert (page.total, page.next) == (len(expected), None)


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


CASES = [
    (TieQuery(kinds=("partnership",)), {"asso-toulouse scic-lille", "menuiserie scic-lille"}),
    (TieQuery(kinds=("partnership", "carrier"), actor="pole-nord"), {"scic-lille pole-nord"}),
    (TieQuery(kinds=("no-such-kind",)), set()),
    (TieQuery(actor="mairie-lens"), {"mairie-lens pole-nord", "mairie-lens scic-lille"}),
    (TieQuery(actor="isolee"), set()),
    (TieQuery(statuses=("planned",)), {"mairie-lens scic-lille"}),
    (TieQuery(statuses=("planned", "ended")), {"mairie-lens scic-lille", "menuiserie scic-lille"}),
    (TieQuery(statuses=("no-such-status",)), set()),
    (TieQuery(standings=("confirmed",)), {"menuiserie scic-lille"}),
    (TieQuery(standings=("one_sided",)), {"menuiserie pole-nord"}),
    (TieQuery(standings=("confirmed",), kinds=("shareholding",)), set()),
    (TieQuery(actor="menuiserie", statuses=("ended",)), {"menuiserie scic-lille"}),
]


@pytest.mark.parametrize(("query", "expected"), CASES)
def test_ties_are_filtered(stores: Stores, query: TieQuery, expected: set[str]) -> None:
    page = loaded(stores).ties(query)
    assert {f"{tie.source} {tie.target}" for tie in page.items} == expected
    assert (page.total, page.next) == (len(page.items), None)


def test_who_asks_for_ties_or_members_of_nobody_is_told_so(stores: Stores) -> None:
    store = loaded(stores)
    with pytest.raises(NotFound):
        store.ties(TieQuery(actor="nobody"))
    with pytest.raises(NotFound):
        store.actors(ActorQuery(pole="nobody"))


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


@pytest.mark.parametrize("limit", [1, 2, 3, 7, 100])
def test_pages_follow_one_another_without_gap_or_repeat(stores: Stores, limit: int) -> None:
    store = loaded(stores)
    everything = store.actors(ActorQuery()).items
    found: list[Actor] = []
    after = ""
    while True:
        page = store.actors(ActorQuery(after=after, limit=limit))
        assert page.total == len(everything)
        found += page.items
        if page.next is None:
            break
        after = page.next
    assert tuple(found) == everything
    ties = store.ties(TieQuery(limit=limit))
    rest = store.ties(TieQuery(after=ties.next or "\U0010ffff"))
    assert (*ties.items, *rest.items) == store.ties(TieQuery()).items


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
