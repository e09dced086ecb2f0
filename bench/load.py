"""How fast a network is loaded, records and provenance kept, into each store: first, and again.

python bench/load.py                        M: 100,000 organisations and 500,000 ties
python bench/load.py --size S               a smaller one
python bench/load.py --organisations 20000 --ties 100000 --stores sqlite

Beside it, bare rows (no record, no provenance, nothing derived): one MERGE a row and UNWIND into
Neo4j, UNWIND with the properties that people read of a tie, one INSERT into SQLite. Each load is a
process of its own, so that its peak is its own.
"""

from __future__ import annotations

import argparse
import csv
import json
import platform
import resource
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar, cast

from maillage.graph.port import Store
from maillage.graph.stores import open_store
from maillage.ingest.loading.load import load
from maillage.ingest.sample import SIZES, write_sample

if TYPE_CHECKING:
    from neo4j import Driver
    from neo4j_server import RunningNeo4j

SEED = 1
LISTS = ("actors", "poles", "groups", "ties")
STORES = ("sqlite", "neo4j")
BATCH = 10_000
# One MERGE a row is slow enough for its rate to be known long before the last row.
ROWS_MERGED = 2_000
SQLITE_GOAL, NEO4J_FIRST, NEO4J_AGAIN, NEO4J_ARRAYS = 50_000, 50, 30, 7
WARM_UP = 3  # loads
T = TypeVar("T")
Row = tuple[str, str, str]


@dataclass(frozen=True)
class Ran:
    """The loading of one list."""

    rows: int
    seconds: float
    # In the store's own hands, of those seconds.
    writing: float
    megabytes: float
    changed: bool


def main(arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--size", choices=list(SIZES), default="M")
    parser.add_argument("--organisations", type=int)
    parser.add_argument("--ties", type=int)
    parser.add_argument("--stores", nargs="+", choices=STORES, default=STORES)
    parser.add_argument("--one", nargs=3, metavar=("LIST", "FILE", "URL"), help=argparse.SUPPRESS)
    options = parser.parse_args(arguments)
    if options.one:
        return load_one(*options.one)
    usual = SIZES[options.size]
    organisations, ties = options.organisations or usual[0], options.ties or usual[1]
    print(machine())
    print(f"sample: {organisations:,} organisations, {ties:,} ties, seed {SEED}; one run each\n")
    with tempfile.TemporaryDirectory() as folder:
        lists = Path(folder) / "lists"
        write_sample(lists, organisations=organisations, ties=ties, seed=SEED)
        benches = {"sqlite": bench_sqlite, "neo4j": bench_neo4j}
        for name in options.stores:
            benches[name](lists, Path(folder))
    return 0


def machine() -> str:
    packages = ", ".join(f"{name} {version(name)}" for name in ("maillage", "neo4j", "pydantic"))
    return (
        f"{platform.machine()}, Python {platform.python_version()}, "
        f"SQLite {sqlite3.sqlite_version}, {packages}"
    )


# ---------------------------------------------------------------------- the stores


def bench_sqlite(lists: Path, folder: Path) -> None:
    url = f"sqlite:///{folder / 'bench.db'}"
    first, _ = twice("SQLite", lists, url)
    bare = timed(lambda: insert_bare(lists / "ties.csv", folder / "bare.db"))
    print(f"  bare INSERT of the ties     {rate(first.rows, bare)}")
    written = first.rows / first.writing
    print(f"  ties a second, store write  {written:,.0f}   {goal(written, SQLITE_GOAL)}\n")


def bench_neo4j(lists: Path, folder: Path) -> None:
    sys.path.insert(0, str(Path(__file__).parents[1] / "tests" / "support"))
    import neo4j_server  # noqa: PLC0415 -- only who measures it starts one

    memory = neo4j_server.Memory(heap="2g", page_cache="1g")
    server = neo4j_server.start(memory)
    try:
        print(f"Neo4j {server.version} at {server.url}; {transport()}")
        if server.process:
            print(f"{memory.heap} of heap, {memory.page_cache} of page cache")
        print(f"{WARM_UP} loads of a sample of size S come first, unmeasured")
        warm_up(server, folder / "warm")
        first, again = twice("Neo4j", lists, server.url_with_credentials)
        with server.driver() as driver:
            arrays, rows = read_back(driver, server.url_with_credentials)
            server.empty()
            merged, unwound, created = merge_bare(driver, lists)
        server.empty()
    finally:
        server.stop()
    print(f"  bare MERGE, one row each            {merged:>8,.0f} ties/s (of {ROWS_MERGED:,} rows)")
    print(f"  bare UNWIND MERGE                   {unwound:>8,.0f} ties/s")
    told = f"{created / merged:,.0f} × one MERGE a row"
    print(f"  UNWIND CREATE, as people read them  {created:>8,.0f} ties/s, {told}")
    for name, speed, least in (
        ("first, file to end", first.rows / first.seconds, NEO4J_FIRST),
        ("first, in the store's hands", first.rows / first.writing, NEO4J_FIRST),
        ("again, file to end", again.rows / again.seconds, NEO4J_AGAIN),
    ):
        ratio = speed / merged
        told = f"{ratio:,.0f} × one MERGE a row   {goal(ratio, least)}"
        print(f"  {name:<35} {speed:>8,.0f} ties/s, {told}")
    ratio = rows / arrays
    print(f"  into arrays, to execute_query       {ratio:,.1f} ×   {goal(ratio, NEO4J_ARRAYS)}\n")


def warm_up(server: RunningNeo4j, folder: Path) -> None:
    """Java compiles what has run often: a server that was just started takes five times as long."""
    organisations, ties = SIZES["S"]
    write_sample(folder, organisations=organisations, ties=ties, seed=SEED + 1)
    for _ in range(WARM_UP):
        server.empty()
        for as_list in LISTS:
            in_a_process(as_list, folder / f"{as_list}.csv", server.url_with_credentials)
    server.empty()


def transport() -> str:
    """Which of the two carries values: neo4j-rust-ext takes the place of some of the driver."""
    try:
        return f"neo4j-rust-ext {version('neo4j-rust-ext')}"
    except PackageNotFoundError:
        return "pure Python driver (the extra neo4j-rust is not installed)"


def read_back(driver: Driver, url: str) -> tuple[float, float]:
    """Seconds, the better of three: the network into arrays, and the same of its ties as rows."""
    store = open_store(url)
    query = """MATCH (a:Actor)-[r]->(b:Actor) RETURN r.id, a.id, b.id, type(r), r.tier, r.status,
        r.standing, r.directed, r.from_min, r.from_max, r.to_min, r.to_max, r.last_observed"""
    arrays = min(timed(store.columns) for _ in range(3))
    rows = min(timed(lambda: driver.execute_query(query)) for _ in range(3))
    store.close()
    return arrays, rows


def twice(name: str, lists: Path, url: str) -> tuple[Ran, Ran]:
    """The four lists into an empty store, then again; the loads of the ties."""
    print(f"{name:<8}{'list':<8}{'rows':>10}{'seconds':>9}{'writing':>9}{'rows/s':>10}{'peak':>9}")
    ties: dict[str, Ran] = {}
    spent: dict[str, float] = {}
    for when in ("first", "again"):
        for as_list in LISTS:
            ran = ties[when] = in_a_process(as_list, lists / f"{as_list}.csv", url)
            spent[when] = spent.get(when, 0) + ran.seconds
            if ran.changed is (when == "again"):
                raise SystemExit(f"{as_list}, {when}: changed is {ran.changed}")
            print(
                f"  {when:<6}{as_list:<8}{ran.rows:>10,}{ran.seconds:>9.1f}{ran.writing:>9.1f}"
                f"{ran.rows / ran.seconds:>10,.0f}{ran.megabytes:>6,.0f} MB"
            )
    more = spent["again"] / spent["first"]
    told = "reached" if more <= 1 else "not reached"
    print(f"  again / first               {more:.2f}   goal: nothing changes, at most 1, {told}")
    return ties["first"], ties["again"]


def goal(value: float, least: float) -> str:
    return f"goal: at least {least:,.0f}, {'reached' if value >= least else 'not reached'}"


# ---------------------------------------------------------------------- one load


def in_a_process(as_list: str, file: Path, url: str) -> Ran:
    command = [sys.executable, __file__, "--one", as_list, str(file), url]
    done = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True)
    return Ran(**json.loads(done.stdout))


def load_one(as_list: str, file: str, url: str) -> int:
    clock = time.perf_counter
    store = _Timed(open_store(url))
    began = clock()
    report = load(cast(Store, store), Path(file), as_list)
    seconds = clock() - began
    store.close()
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    changed = bool(report.outcome and report.outcome.changed)
    ran = Ran(report.rows, seconds, store.writing, peak, changed)
    print(json.dumps(vars(ran)))
    return 0


class _Timed:
    """A store that is timed while it writes."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self.writing = 0.0

    def __getattr__(self, name: str) -> Any:
        return getattr(self._store, name)

    def commit(self, *arguments: Any, **named: Any) -> int:
        began = time.perf_counter()
        try:
            return self._store.commit(*arguments, **named)
        finally:
            self.writing += time.perf_counter() - began


# ---------------------------------------------------------------------- bare rows


def merge_bare(driver: Driver, lists: Path) -> tuple[float, float, float]:
    """Ties a second: one MERGE a row; all of them by batches; and once more, created with the
    properties by which people read a tie (`docs/cypher.md`), which a load that keeps them does at
    least, besides records and what Maillage reads back."""
    driver.execute_query("CREATE CONSTRAINT bare IF NOT EXISTS FOR (b:Bare) REQUIRE b.id IS UNIQUE")
    driver.execute_query(
        "CREATE CONSTRAINT told IF NOT EXISTS FOR ()-[t:TOLD]-() REQUIRE t.id IS UNIQUE"
    )
    ends = {end for source, target, _ in bare_rows(lists / "ties.csv") for end in (source, target)}
    for batch in batches(iter(sorted(ends))):
        driver.execute_query("UNWIND $ids AS id MERGE (:Bare {id: id})", ids=batch)
    one = """MERGE (a:Bare {id: $source}) MERGE (b:Bare {id: $target})
             MERGE (a)-[:TIE {kind: $kind}]->(b)"""
    few = list(islice(bare_rows(lists / "ties.csv"), ROWS_MERGED))

    def row_by_row() -> None:
        for source, target, kind in few:
            driver.execute_query(one, source=source, target=target, kind=kind)

    def by_batches() -> None:
        many = """UNWIND $rows AS row MERGE (a:Bare {id: row[0]}) MERGE (b:Bare {id: row[1]})
                  MERGE (a)-[:TIE {kind: row[2]}]->(b)"""
        for batch in batches(bare_rows(lists / "ties.csv")):
            driver.execute_query(many, rows=[list(row) for row in batch])

    def as_people_read_them() -> None:
        many = """WITH date('2024-03-15') AS day UNWIND $rows AS row
                  MATCH (a:Bare {id: row[0]}) MATCH (b:Bare {id: row[1]})
                  CREATE (a)-[:TOLD {id: row[3], subtype: row[2], layer: 'cooperation',
                      directed: false, status: 'active', standing: 'reported',
                      certainty: 'stated', from_min: day, from_max: day, first_observed: day,
                      last_observed: day, records: [row[3]]}]->(b)"""
        for batch in batches(enumerate(bare_rows(lists / "ties.csv"))):
            driver.execute_query(many, rows=[[*row, f"t-{number:016}"] for number, row in batch])

    merged = len(few) / timed(row_by_row)
    rows = sum(1 for _ in bare_rows(lists / "ties.csv"))
    unwound, created = rows / timed(by_batches), rows / timed(as_people_read_them)
    for name in ("bare", "told"):
        driver.execute_query(f"DROP CONSTRAINT {name}")
    return merged, unwound, created


def insert_bare(file: Path, path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("CREATE TABLE tie (source TEXT, target TEXT, kind TEXT)")
        for batch in batches(bare_rows(file)):
            with connection:
                connection.executemany("INSERT INTO tie VALUES (?, ?, ?)", batch)


def bare_rows(file: Path) -> Iterator[Row]:
    with file.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            yield row["source_id"], row["target_id"], row["kind"]


def batches(items: Iterator[T]) -> Iterator[list[T]]:
    while batch := list(islice(items, BATCH)):
        yield batch


def timed(act: Callable[[], object]) -> float:
    began = time.perf_counter()
    act()
    return time.perf_counter() - began


def rate(rows: int, seconds: float) -> str:
    return f"{rows / seconds:>9,.0f} ties/s"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
