"""A store that holds the demonstration network, for tests that serve it."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

from maillage.graph.stores import open_store
from maillage.ingest.demonstration import load_demonstration


def demonstration_store(folder: Path) -> str:
    """Its address."""
    url = f"sqlite:///{folder / 'demo.db'}"
    with closing(open_store(url)) as store:
        list(load_demonstration(store))
    return url
