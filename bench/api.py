"""How fast the API answers 32 clients on M: a real server, real connections, medians and p95.

python bench/api.py                        M: 100,000 organisations, 500,000 ties (loaded first)
python bench/api.py --size S               a smaller one
python bench/api.py --store sqlite:///…    a store that exists already; it is only read

Each client keeps its connection. Paced: it asks once a second on average, at random moments, as
people with a page open do. Flat out: it asks again as soon as it is answered, so that the rate is
what one process of Python can give, and the times are a queue of 32 before it.
"""

from __future__ import annotations

import argparse
import asyncio
import platform
import random
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from importlib.metadata import version
from itertools import count
from os import getloadavg
from pathlib import Path
from urllib.parse import quote, urlsplit

from maillage.graph.stores import open_store
from maillage.ingest.loading.load import load
from maillage.ingest.sample import SIZES, write_sample

sys.path.insert(0, str(Path(__file__).parents[1] / "tests" / "support"))
from real_server import real_server

SEED = 1
CLIENTS = 32
LISTS = ("actors", "poles", "groups", "ties")
ASKED = 500
PACE_SECONDS = 1.0
EGO, MEASURE = "/actors/{id}/ego", "/measures/ei_network, cached"
GOALS = {EGO: 30.0, MEASURE: 10.0}

Paths = Callable[[], str]


@dataclass
class Heard:
    """Milliseconds of each answer; how many were not 200."""

    times: list[float] = field(default_factory=list)
    wrong: int = 0

    def share(self, part: float) -> float:
        return sorted(self.times)[min(int(len(self.times) * part), len(self.times) - 1)]


@dataclass(frozen=True)
class Rhythm:
    """When a client asks: at random moments, `pace` seconds apart on average."""

    pace: float
    until: float
    draws: random.Random

    def pause(self) -> float:
        return self.pace * self.draws.uniform(0.5, 1.5)


def main(arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--size", choices=list(SIZES), default="M")
    parser.add_argument("--store", metavar="URL")
    parser.add_argument("--seconds", type=float, default=15)
    options = parser.parse_args(arguments)
    packages = ", ".join(f"{name} {version(name)}" for name in ("maillage", "fastapi", "uvicorn"))
    print(f"{platform.machine()}, Python {platform.python_version()}, {packages}")
    with store_of(options.store, options.size) as url, real_server(url) as server:
        bench(url, server.address, options.seconds)
    return 0


@contextmanager
def store_of(url: str | None, size: str) -> Iterator[str]:
    if url:
        yield url
        return
    organisations, ties = SIZES[size]
    print(f"sample: {organisations:,} organisations, {ties:,} ties, seed {SEED}")
    with tempfile.TemporaryDirectory() as folder:
        lists = Path(folder) / "lists"
        write_sample(lists, organisations=organisations, ties=ties, seed=SEED)
        made = f"sqlite:///{folder}/bench.db"
        with closing(open_store(made)) as store:
            for name in LISTS:
                load(store, lists / f"{name}.csv", name)
        yield made


def bench(url: str, address: str, seconds: float) -> None:
    draws = random.Random(SEED)
    with closing(open_store(url, "read")) as store:
        ids = draws.choices(store.columns().actors.ids, k=ASKED)
    numbers = count()
    routes: dict[str, Paths] = {
        EGO: lambda: f"/api/v1/actors/{quote(ids[next(numbers) % ASKED])}/ego?steps=1",
        MEASURE: lambda: "/api/v1/measures/ei_network?by=sector",
    }
    print(f"{CLIENTS} clients, {seconds:g} s each; load of the machine {getloadavg()[0]:.1f}\n")
    print(f"{'route':<30}{'clients':<12}{'a second':>9}{'p50 ms':>9}{'p95 ms':>9}{'worst':>9}")
    for name, path in routes.items():
        began = time.perf_counter()
        first = asyncio.run(ask(address, path, 1, 0.0, 0.0))
        if first.wrong:
            raise SystemExit(f"{path()} is not answered")
        print(f"{name:<30}{'first':<12}{'':>9}{1000 * (time.perf_counter() - began):>9.0f}")
        for pace, called in ((PACE_SECONDS, "paced"), (0.0, "flat out")):
            told = asyncio.run(ask(address, path, CLIENTS, seconds, pace))
            rate, p95 = len(told.times) / seconds, told.share(0.95)
            verdict = ""
            if pace:
                reached = p95 <= GOALS[name] and not told.wrong
                verdict = f"   goal {GOALS[name]:g}, {'reached' if reached else 'not reached'}"
            print(
                f"{'':<30}{called:<12}{rate:>9.0f}{told.share(0.5):>9.1f}{p95:>9.1f}"
                f"{max(told.times):>9.0f}{verdict}{f'   {told.wrong} wrong' if told.wrong else ''}"
            )
    print(f"\nload of the machine at the end {getloadavg()[0]:.1f}")


async def ask(address: str, path: Paths, clients: int, seconds: float, pace: float) -> Heard:
    heard, until = Heard(), time.perf_counter() + seconds
    rhythms = [Rhythm(pace, until, random.Random(seed)) for seed in range(clients)]
    await asyncio.gather(*(client(address, path, heard, rhythm) for rhythm in rhythms))
    return heard


async def client(address: str, path: Paths, heard: Heard, rhythm: Rhythm) -> None:
    """At least one request."""
    where = urlsplit(address)
    reader, writer = await asyncio.open_connection(where.hostname, where.port)
    while True:
        await asyncio.sleep(rhythm.pause())
        began = time.perf_counter()
        writer.write(f"GET {path()} HTTP/1.1\r\nHost: {where.netloc}\r\n\r\n".encode())
        status = await answer(reader)
        heard.times.append(1000 * (time.perf_counter() - began))
        heard.wrong += status != b"200"
        if time.perf_counter() >= rhythm.until:
            break
    writer.close()


async def answer(reader: asyncio.StreamReader) -> bytes:
    """The status; the body is read to its end."""
    head = await reader.readuntil(b"\r\n\r\n")
    (length,) = (
        int(line.split(b":")[1])
        for line in head.lower().split(b"\r\n")
        if line.startswith(b"content-length")
    )
    await reader.readexactly(length)
    return head.split(b" ", 2)[1]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
