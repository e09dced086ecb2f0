"""What the tests of the adapters share."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from neo4j import Driver
from neo4j_server import RunningNeo4j


@pytest.fixture
def driver(neo4j_server: RunningNeo4j) -> Iterator[Driver]:
    """Of a server that is empty, and is left so."""
    with neo4j_server.driver() as driver:
        driver.execute_query("MATCH (n) DETACH DELETE n")
        yield driver
        driver.execute_query("MATCH (n) DETACH DELETE n")
