"""A store keeps words: a vocabulary that grows in the middle changes no tie already stored."""

from __future__ import annotations

from pathlib import Path

import pytest
from small_ledgers import one_tie

from maillage.graph import ledger
from maillage.graph.arrays import KIND_NAMES
from maillage.graph.stores import open_store, sqlite_ties


def test_a_kind_put_in_the_middle_moves_no_tie(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = open_store(f"sqlite:///{tmp_path / 's.db'}")
    item, records = one_tie("financing")
    ledger.add(store, item, records)
    grown = ("partnership", "new_kind", *KIND_NAMES[1:])
    codes = {**sqlite_ties._CODES, "kind": {name: code for code, name in enumerate(grown)}}
    monkeypatch.setattr(sqlite_ties, "_CODES", codes)
    (code,) = store.columns().ties.kind
    assert grown[code] == "financing"
    store.close()
