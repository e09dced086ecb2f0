"""Where a network is kept. `open_store` is the only door; drivers stay behind it."""

from __future__ import annotations

from maillage.graph.errors import StoreUrlError
from maillage.graph.port import Store
from maillage.graph.stores.addresses import NEO4J_SCHEMES, Purpose, without_password


def open_store(url: str, purpose: Purpose = "write") -> Store:
    """The store at this address. To read, it must exist; to write, it is made if need be."""
    scheme = url.partition("://")[0]
    if scheme == "sqlite":
        from maillage.graph.stores.sqlite import open_sqlite  # noqa: PLC0415 -- a driver is loaded by who needs it

        return open_sqlite(url, purpose)
    if scheme in NEO4J_SCHEMES:
        from maillage.graph.stores.neo4j import open_neo4j  # noqa: PLC0415 -- a driver is loaded by who needs it

        return open_neo4j(url)
    raise StoreUrlError("store_scheme", url=without_password(url))
