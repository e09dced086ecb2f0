"""All of a change or none of it, and never over somebody else's."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import timedelta, timezone
from threading import Barrier

import pytest
from little_network import LOADED, actor_record, importing, little_network, tie_record
from store_content import content
from stores_under_test import Stores

from maillage.graph.errors import MaillageError, StoreConflict
from maillage.graph.model import Graph, Judgement, Record, Waiting
from maillage.graph.planning import difference
from maillage.graph.port import ActorQuery, Change, Store, TieQuery


def test_the_revision_grows_by_one_with_each_change(stores: Stores) -> None:
    store = stores.fresh()
    assert store.commit(little_network().change, expected=0) == 1
    assert store.commit(Change(), expected=1) == 2
    assert store.revision() == 2
    assert stores.again().revision() == 2


def test_a_stale_revision_is_refused_and_nothing_is_written(stores: Stores) -> None:
    store = stores.fresh()
    found = little_network()
    store.commit(found.change, expected=0)
    before = content(store)
    late = Change(imports=[importing("late")], records=[actor_record("isolee", "late")])
    for expected in (0, 2):
        with pytest.raises(StoreConflict):
            store.commit(late, expected=expected)
    assert content(store) == before


def broken(records: tuple[Record, ...]) -> Iterator[Record]:
    yield from records
    raise RuntimeError("the file ended in the middle of a row")


@pytest.mark.parametrize("already", [False, True])
def test_records_that_fail_midway_leave_the_store_untouched(stores: Stores, already: bool) -> None:  # noqa: FBT001 -- pytest tells it by name
    store = stores.fresh()
    found = little_network()
    if already:
        store.commit(Change(imports=[importing("first", 1)]), expected=0)
    before = content(store)
    with pytest.raises(RuntimeError, match="middle of a row"):
        store.commit(
            replace(found.change, records=broken(found.records)), expected=store.revision()
        )
    assert content(store) == before
    assert content(stores.again()) == before
    assert store.commit(found.change, expected=before.revision) == before.revision + 1
    assert content(store).graph == found.graph


def test_a_tie_to_an_actor_that_is_not_there_undoes_the_whole(stores: Stores) -> None:
    store = stores.fresh()
    change = little_network().change
    actors = {id_: actor for id_, actor in change.actors.items() if id_ != "menuiserie"}
    with pytest.raises((MaillageError, KeyError)):
        store.commit(replace(change, actors=actors), expected=0)
    assert store.revision() == 0
    assert store.actors(ActorQuery()).total == 0
    assert store.imports() == ()


def test_dropping_an_actor_that_still_has_ties_undoes_the_whole(stores: Stores) -> None:
    store = stores.fresh()
    store.commit(little_network().change, expected=0)
    before = content(store)
    with pytest.raises(MaillageError):
        store.commit(Change(dropped_actors=["isolee", "menuiserie"]), expected=1)
    assert content(stores.again()) == before


def test_what_is_dropped_is_gone_and_what_changes_is_replaced(stores: Stores) -> None:
    found = little_network()
    store = stores.fresh()
    store.commit(found.change, expected=0)
    ties = [tie.id for tie in store.ties(TieQuery(actor="menuiserie")).items]
    other = replace(
        found.graph.actors["isolee"], kind="pole", name="Nouveau nom", attributes={"web": "x"}
    )
    kept = next(tie for tie in found.graph.ties.values() if tie.kind == "carrier")
    stronger = replace(kept, attributes={"strength": 3})
    store.commit(
        Change(
            actors={"isolee": other},
            ties={kept.id: stronger},
            redirects={"old": "isolee", "older": "isolee"},
            dropped_actors=["menuiserie"],
            dropped_ties=[*ties, "no-such-tie"],
        ),
        expected=1,
    )
    assert store.actor("isolee") == other
    assert store.actors(ActorQuery(kinds=("other",))).total == 0
    assert store.tie(kept.id) == stronger
    assert store.actors(ActorQuery(q="menuiserie")).total == 0
    assert store.ties(TieQuery()).total == len(found.graph.ties) - len(ties)
    assert store.actor("old") == other
    stored = difference(
        Graph(actors={"isolee": other}, ties={kept.id: stronger}, redirects={}),
        store.fingerprints(),
    )
    assert not (stored.actors or stored.ties)  # the digests are those of what is there now
    store.commit(Change(redirects={"old": "pole-nord"}, dropped_redirects=["older"]), expected=2)
    assert store.fingerprints().redirects == {"old": "pole-nord"}
    assert store.actor("old").id == "pole-nord"


def test_who_is_merely_mentioned_rests_upon_more_and_is_else_the_same(stores: Stores) -> None:
    found = little_network()
    store = stores.fresh()
    store.commit(found.change, expected=0)
    was = found.graph.actors["scic-lille"]
    now = replace(was, records=(*was.records, "r-zz"))
    store.commit(Change(actors={was.id: now}, mentioned={was.id}), expected=1)
    graph = replace(found.graph, actors={**found.graph.actors, was.id: now})
    assert content(store).graph == graph
    assert not difference(graph, store.fingerprints()).actors
    assert [actor.id for actor in store.actors(ActorQuery(q="lille")).items] == [was.id]
    assert store.actors_named(["cooperative d energie"]) == (was.id,)


def test_evidence_is_added_to_and_its_imports_and_judgements_replaced(stores: Stores) -> None:
    store = stores.fresh()
    judgement = Judgement(
        id="j", left="a", right="b", verdict="same", decided_at=LOADED, evidence={"why": "name"}
    )
    kept = importing("kept")
    record = actor_record("isolee", "kept")
    store.commit(Change(imports=[kept], records=[record], judgements=[judgement]), expected=0)
    undone = replace(kept, live=False)
    asleep = replace(judgement, live=False)
    # A record is never changed: said again under the same id, it is the same record.
    store.commit(
        Change(
            imports=[undone],
            judgements=[asleep],
            records=[replace(record, line=99), tie_record("a", "b", "supply", import_id="kept")],
        ),
        expected=1,
    )
    assert store.imports() == (undone,)
    assert store.judgements() == (asleep,)
    assert list(store.records([record.id, "nothing", record.id])) == [record]
    assert len(list(store.records())) == 2


def test_the_queue_is_replaced_whole_or_left_as_it_is(stores: Stores) -> None:
    store = stores.fresh()
    queue = [Waiting(actor=name, candidates=("a", "b"), records=("r",)) for name in ("z", "é", "a")]
    store.commit(Change(waiting=queue), expected=0)
    assert store.waiting() == tuple(queue)
    store.commit(Change(), expected=1)
    assert store.waiting() == tuple(queue)
    store.commit(Change(waiting=queue[1:]), expected=2)
    assert store.waiting() == tuple(queue[1:])
    store.commit(Change(waiting=[]), expected=3)
    assert store.waiting() == ()


def test_imports_and_judgements_are_read_oldest_first(stores: Stores) -> None:
    store = stores.fresh()
    east = timezone(timedelta(hours=10))
    oldest = replace(importing("z"), loaded_at=LOADED.replace(hour=9).astimezone(east))
    imports = [importing("b"), importing("a"), oldest]
    decided = [
        Judgement(id=item.id, left="l", right="r", verdict="same", decided_at=item.loaded_at)
        for item in imports
    ]
    store.commit(Change(imports=imports, judgements=decided), expected=0)
    assert [item.id for item in store.imports()] == ["z", "a", "b"]
    assert [item.id for item in store.judgements()] == ["z", "a", "b"]


def test_of_two_who_write_at_once_one_is_told_to_read_again(stores: Stores) -> None:
    writers = [stores.fresh(), stores.again()]
    start = Barrier(len(writers))

    def write(number: int) -> bool:
        change = Change(imports=[importing(f"import-{number}")])
        start.wait()
        try:
            writers[number].commit(change, expected=0)
        except MaillageError:
            return False
        return True

    with ThreadPoolExecutor(len(writers)) as pool:
        won = list(pool.map(write, range(len(writers))))
    assert sorted(won) == [False, True]
    assert [item.id for item in writers[0].imports()] == [f"import-{won.index(True)}"]
    assert writers[0].revision() == writers[1].revision() == 1


def test_one_store_serves_many_threads(stores: Stores) -> None:
    store = stores.fresh()
    found = little_network()
    store.commit(found.change, expected=0)

    def read(number: int) -> int:
        return len(store.columns().ties.ids) + store.actors(ActorQuery(limit=number)).total

    with ThreadPoolExecutor(4) as pool:
        answers = set(pool.map(read, range(1, 9)))
    assert answers == {len(found.graph.ties) + len(found.graph.actors)}


def test_closing_twice_is_closing(stores: Stores) -> None:
    store: Store = stores.fresh()
    store.commit(Change(), expected=0)
    store.close()
    store.close()
    assert stores.again().revision() == 1


def test_the_address_never_shows_a_password(stores: Stores) -> None:
    store = stores.fresh()
    assert "@" not in store.url
    assert store.url.partition("://")[0] in ("sqlite", "bolt")
