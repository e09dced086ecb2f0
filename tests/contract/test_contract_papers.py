"""What every store keeps beside the network."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest
from little_network import little_network
from stores_under_test import SqliteStores, Stores

from maillage.graph.copying import copy_store
from maillage.graph.papers import Shelf


@pytest.fixture
def embedded(tmp_path: Path) -> SqliteStores:
    return SqliteStores(tmp_path)


def test_a_paper_is_kept_replaced_and_thrown_away(stores: Stores) -> None:
    store = stores.fresh()
    store.put_paper(Shelf.VIEWS, "b", "1")
    store.put_paper(Shelf.VIEWS, "a/é\N{FIRE}", "{}")
    store.put_paper(Shelf.VIEWS, "b", "2")
    assert list(store.papers(Shelf.VIEWS).items()) == [("a/é\N{FIRE}", "{}"), ("b", "2")]
    assert store.papers(Shelf.TOKENS) == {}
    store.drop_paper(Shelf.VIEWS, "b")
    store.drop_paper(Shelf.VIEWS, "b")
    with closing(stores.again()) as again:
        assert again.papers(Shelf.VIEWS) == {"a/é\N{FIRE}": "{}"}


def test_papers_are_no_evidence(stores: Stores) -> None:
    store = stores.fresh()
    store.put_paper(Shelf.TOKENS, "anne", "{}")
    assert store.revision() == 0
    assert store.commit(little_network().change, expected=0) == 1
    store.put_paper(Shelf.JOBS, "1", "{}")
    assert store.revision() == 1
    assert store.papers(Shelf.TOKENS) == {"anne": "{}"}


def test_papers_move_with_the_network_but_jobs_stay(stores: Stores, embedded: SqliteStores) -> None:
    first, there = embedded.fresh(), stores.fresh()
    first.commit(little_network().change, expected=0)
    for shelf in Shelf:
        first.put_paper(shelf, "one", shelf.value)
    copy_store(first, there)
    assert {shelf: there.papers(shelf) for shelf in Shelf if there.papers(shelf)} == {
        shelf: {"one": shelf.value} for shelf in Shelf if shelf is not Shelf.JOBS
    }
