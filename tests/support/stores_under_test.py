"""Empty stores on demand, of each kind, for the contract suite."""

from __future__ import annotations

from abc import ABC, abstractmethod
from pathlib import Path

from neo4j import Driver
from neo4j_server import RunningNeo4j

from maillage.graph.port import Store
from maillage.graph.stores import open_store
from maillage.graph.stores.neo4j import open_neo4j
from maillage.graph.stores.neo4j_link import Limits


class Stores(ABC):
    """`fresh()` is an empty store; `again()` another connection to the same one."""

    def __init__(self) -> None:
        self._open: list[Store] = []

    def fresh(self) -> Store:
        self._close_stores()
        self.wipe()
        return self.again()

    def again(self) -> Store:
        store = self.open()
        self._open.append(store)
        return store

    def close(self) -> None:
        self._close_stores()

    @abstractmethod
    def wipe(self) -> None: ...

    @abstractmethod
    def open(self) -> Store: ...

    def _close_stores(self) -> None:
        for store in self._open:
            store.close()
        self._open.clear()


class SqliteStores(Stores):
    def __init__(self, folder: Path) -> None:
        super().__init__()
        self._folder = folder
        self._number = 0

    def wipe(self) -> None:
        self._number += 1

    def open(self) -> Store:
        return open_store(f"sqlite:///{self._folder / f'{self._number}.db'}")


class Neo4jStores(Stores):
    def __init__(self, server: RunningNeo4j, limits: Limits) -> None:
        super().__init__()
        self._server = server
        self._limits = limits
        self._driver: Driver = server.driver()

    def wipe(self) -> None:
        self._driver.execute_query("MATCH (n) DETACH DELETE n")

    def open(self) -> Store:
        return open_neo4j(self._server.url_with_credentials, limits=self._limits)

    def close(self) -> None:
        super().close()
        self.wipe()
        self._driver.close()
