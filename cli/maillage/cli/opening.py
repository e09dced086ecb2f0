"""The store of a command, closed whatever happens."""

from __future__ import annotations

from contextlib import closing

from maillage.cli.settings import Settings
from maillage.graph.port import Store
from maillage.graph.stores import open_store


def existing_store(settings: Settings) -> closing[Store]:
    """To read, or to act upon what is there: none is made."""
    return closing(open_store(settings.store_url, "read"))
