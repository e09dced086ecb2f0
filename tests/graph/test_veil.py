"""What is told of the network to whoever only reads: sole traders without a name."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from maillage.graph.entries import Hand, add_actor, add_tie
from maillage.graph.model import Attributes, Ref, TieClaim
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


def test_a_tie_with_a_person_keeps_its_figures_and_no_free_words(tmp_path: Path) -> None:
    store = open_store(f"sqlite:///{tmp_path / 's.db'}")
    person = add_actor(store, {"name": "Jeanne Dupont", "legal_category": SOLE_TRADER}, HAND).id
    firm = add_actor(store, {"name": "Rizière"}, HAND).id
    said: Attributes = {"purpose": "Bail de Jeanne Dupont", "share_pct": 10, "bail": "Dupont"}
    claim = TieClaim(
        source=Ref(ids=(person,)), target=Ref(ids=(firm,)), kind="shareholding", attributes=said
    )
    own = store.tie(add_tie(store, claim, HAND).id)
    reader = veiled(store, "fr")
    (record,) = reader.records(own.records)
    assert own.attributes == said
    assert reader.tie(own.id).attributes == {"share_pct": 10}
    assert record.ties[0].attributes == {"share_pct": 10}
    store.close()
