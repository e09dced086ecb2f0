"""Small networks whose read-outs can be told by hand, and the demonstration network."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from told_store import Telling, told_store

from maillage.graph.port import Reader
from maillage.graph.stores import open_store
from maillage.ingest.demonstration import load_demonstration


@pytest.fixture
def tell(tmp_path: Path) -> Iterator[Telling]:
    """A store of what is told; one a test."""
    with ExitStack() as stack:
        yield lambda evidence: stack.enter_context(told_store(tmp_path, evidence))


@pytest.fixture(scope="session")
def demonstration(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Reader]:
    store = open_store(f"sqlite:///{tmp_path_factory.mktemp('readouts') / 'demo.db'}")
    for _ in load_demonstration(store):
        pass
    yield store
    store.close()
