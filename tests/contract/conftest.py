"""Every store there is, behind one fixture: whatever is promised here, each of them keeps."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from little_network import little_network
from stores_under_test import Neo4jStores, SqliteStores, Stores

from maillage.graph.port import Store
from maillage.graph.stores.neo4j_link import Limits

NEO4J = [pytest.mark.neo4j, pytest.mark.xdist_group("neo4j")]
# Every change is written some rows at a time, as if it were larger than memory.
IN_BATCHES = Limits(rows_at_once=0, rows_in_a_batch=4, chunk=3)


SQLITE = pytest.param("sqlite")
DIRECT = pytest.param("neo4j", marks=NEO4J)


@pytest.fixture(params=[SQLITE, DIRECT, pytest.param("neo4j-batches", marks=NEO4J)])
def stores(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Stores]:
    found = stores_of(str(request.param), request, tmp_path_factory)
    yield found
    found.close()


@pytest.fixture(scope="module", params=[SQLITE, DIRECT])
def loaded(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Store]:
    """The little network, loaded once: for tests that only read, in files that only read."""
    found = stores_of(str(request.param), request, tmp_path_factory)
    store = found.fresh()
    store.commit(little_network().change, expected=0)
    yield store
    found.close()


def stores_of(name: str, request: pytest.FixtureRequest, folders: pytest.TempPathFactory) -> Stores:
    if name == "sqlite":
        return SqliteStores(folders.mktemp("store"))
    server = request.getfixturevalue("neo4j_server")
    return Neo4jStores(server, IN_BATCHES if name == "neo4j-batches" else Limits())
