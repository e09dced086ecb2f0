"""A whole store moved into another of any kind, and back, loses nothing."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from little_network import importing, little_network
from store_content import content
from stores_under_test import SqliteStores, Stores
from strategies import Evidence, evidence

from maillage.graph import ledger
from maillage.graph.copying import copy_store
from maillage.graph.errors import Refused, StoreConflict
from maillage.graph.model import Waiting
from maillage.graph.port import Change
from maillage.graph.stores.sqlite import SqliteStore


@pytest.fixture
def embedded(tmp_path: Path) -> SqliteStores:
    return SqliteStores(tmp_path)


@settings(
    max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(found=evidence())
def test_there_and_back_nothing_is_lost(
    stores: Stores, embedded: SqliteStores, found: Evidence
) -> None:
    first, there = embedded.fresh(), stores.fresh()
    first.commit(found.change, expected=0)
    assert copy_store(first, there) == 1
    assert content(there) == content(first)
    embedded.wipe()
    back = embedded.again()
    assert copy_store(there, back) == 1
    assert content(back) == content(first)


def test_what_was_undone_comes_along_and_can_be_redone(
    stores: Stores, embedded: SqliteStores
) -> None:
    first = embedded.fresh()
    first.commit(little_network().change, expected=0)
    ledger.undo(first, "ties")
    there = stores.fresh()
    copy_store(first, there)
    assert content(there) == replace(content(first), revision=1)
    ledger.add(there, importing("ties"), [])
    assert content(there).graph == little_network().graph


def test_a_copy_goes_into_an_empty_store_only(stores: Stores, embedded: SqliteStores) -> None:
    first, there = embedded.fresh(), stores.fresh()
    first.commit(little_network().change, expected=0)
    copy_store(first, there)
    before = content(there)
    with pytest.raises(Refused) as refusal:
        copy_store(first, there)
    assert "vide" in refusal.value.text("fr")
    assert content(there) == before


class WrittenMeanwhile(SqliteStore):
    """A store that somebody writes to while its queue is read."""

    def waiting(self) -> tuple[Waiting, ...]:
        self.commit(Change(), expected=self.revision())
        return super().waiting()


def test_a_source_written_to_meanwhile_is_not_copied(stores: Stores, tmp_path: Path) -> None:
    path = tmp_path / "busy.db"
    busy = WrittenMeanwhile(f"sqlite:///{path}", path)
    with closing(busy):
        busy.prepare()
        busy.commit(little_network().change, expected=0)
        there = stores.fresh()
        with pytest.raises(StoreConflict):
            copy_store(busy, there)
    assert content(there).records == ()
    assert there.revision() == 0
