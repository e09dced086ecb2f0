"""Every store there is, behind one fixture: whatever is promised here, each of them keeps."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from stores_under_test import Neo4jStores, SqliteStores, Stores

from maillage.graph.stores.neo4j_link import Limits

NEO4J = [pytest.mark.neo4j, pytest.mark.xdist_group("neo4j")]
# Every change goes through staging, some rows at a time, as if it were larger than memory.
STAGED = Limits(rows_at_once=0, rows_in_a_batch=4, chunk=3)


@pytest.fixture(
    params=[
        pytest.param("sqlite"),
        pytest.param("neo4j", marks=NEO4J),
        pytest.param("neo4j-staged", marks=NEO4J),
    ]
)
def stores(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Stores]:
    if request.param == "sqlite":
        found: Stores = SqliteStores(tmp_path_factory.mktemp("store"))
    else:
        server = request.getfixturevalue("neo4j_server")
        found = Neo4jStores(server, STAGED if request.param == "neo4j-staged" else Limits())
    yield found
    found.close()
