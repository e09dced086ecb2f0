"""What is told of the network to whoever only reads: sole traders without a name."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from maillage.graph.entries import Hand, add_actor
from maillage.graph.stores import open_store
from maillage.graph.veil import veiled
from maillage.graph.vocabulary import SOLE_TRADER

HAND = Hand(author="anne", now=datetime(2026, 3, 1, tzinfo=UTC))


def test_the_title_of_an_act_names_nobody(tmp_path: Path) -> None:
    store = open_store(f"sqlite:///{tmp_path / 's.db'}")
    add_actor(store, {"name": "Jeanne Dupont", "legal_category": SOLE_TRADER}, HAND)
    (own,), (told,) = store.imports(), veiled(store, "fr").imports()
    assert "Jeanne Dupont" in own.title
    assert own.title.startswith(told.title) and told.title
    assert "Dupont" not in told.title
    store.close()
