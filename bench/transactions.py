"""How many rows one transaction of a small Neo4j takes: where the bound of a large load comes from.

python bench/transactions.py [--rows 20000 30000 40000 50000]

A row is a line of source, an actor or a tie. The server is that of the tests: 512 MB of heap, of
which Neo4j gives seven tenths to transactions. A network of so many rows is copied into it at once.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

from maillage.graph.copying import copy_store
from maillage.graph.errors import StoreError
from maillage.graph.port import ActorQuery, Reader, Store, TieQuery
from maillage.graph.stores import open_store
from maillage.graph.stores.neo4j import open_neo4j
from maillage.graph.stores.neo4j_link import Limits
from maillage.ingest.loading.load import load
from maillage.ingest.sample import write_sample

sys.path.insert(0, str(Path(__file__).parents[1] / "tests" / "support"))
import neo4j_server

SEED = 1
ROWS = (20_000, 30_000, 40_000, 50_000)
# An organisation makes twelve rows: itself and its line, its five ties and theirs.
TIES_OF_ONE, ROWS_OF_ONE = 5, 12
ALL_AT_ONCE = Limits(rows_at_once=sys.maxsize)


def main(arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--rows", type=int, nargs="+", default=ROWS)
    options = parser.parse_args(arguments)
    server = neo4j_server.start()
    print(f"Neo4j {server.version} at {server.url}, {neo4j_server.Memory().heap} of heap")
    print(f"sample, seed {SEED}; as many rows at once as are asked for\n")
    try:
        for rows in options.rows:
            with (
                tempfile.TemporaryDirectory() as folder,
                closing(sample(Path(folder), rows // ROWS_OF_ONE)) as network,
            ):
                print(f"{size(network):>9,} rows   {copied(network, server.url_with_credentials)}")
                server.empty()
    finally:
        server.stop()
    return 0


def sample(folder: Path, organisations: int) -> Store:
    write_sample(folder, organisations=organisations, ties=organisations * TIES_OF_ONE, seed=SEED)
    network = open_store(f"sqlite:///{folder / 'sample.db'}")
    for as_list in ("actors", "poles", "groups", "ties"):
        load(network, folder / f"{as_list}.csv", as_list)
    return network


def size(network: Reader) -> int:
    lines = sum(item.rows for item in network.imports())
    actors, ties = network.actors(ActorQuery(limit=1)), network.ties(TieQuery(limit=1))
    return lines + actors.total + ties.total


def copied(network: Reader, url: str) -> str:
    with closing(open_neo4j(url, limits=ALL_AT_ONCE)) as store:
        try:
            copy_store(network, store)
        except StoreError as refused:
            return f"refused: {refused}"
    return "taken"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
