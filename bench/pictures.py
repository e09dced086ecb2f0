"""First paint and frames of the explorer, beside vis-network, cytoscape and sigma.

python bench/pictures.py                    1,000 and 50,000 nodes
python bench/pictures.py --sizes 1000       one size
python bench/pictures.py --rounds 5         rounds, interleaved; medians are printed

The same graph at the same places for everyone, in one run of one browser (Debian's chromium,
without a GPU). A peer that needs more than half a minute for a round is run once. The explorer is
the product, served from a SQLite store; its first picture is whole. The scene was asked for
before: what its first making costs the server (reading, layout, drawing) is printed apart. Files
of the picture are made where they are promised, at 1,000 marks.
"""

from __future__ import annotations

import argparse
import gzip
import platform
import socket
import sys
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from importlib import metadata
from pathlib import Path
from statistics import median
from typing import TypeVar
from urllib.request import Request, urlopen

from picture_graph import graph, stored
from picture_race import (
    OURS,
    PEERS,
    Run,
    browser,
    built_peers,
    explorer_served,
    pages_served,
    run,
    write_graph,
)
from playwright.sync_api import Browser, Error

from maillage.viz.layout import arrange
from maillage.viz.picture import draw_picture
from maillage.viz.scene import Scene, build_scene

T = TypeVar("T")

SEED = 1
TOO_LONG = 30.0  # seconds
# ms until the first paint, frames a second in motion: `picture.md`.
FIRST_PAINT = {1_000: 500, 5_000: 1_000, 50_000: 1_500}
PICTURES_UP_TO = 2_000


def main(arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--sizes", nargs="+", type=int, default=[1_000, 50_000])
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args(arguments)
    print(
        f"{platform.machine()}, Python {platform.python_version()}, "
        f"igraph {metadata.version('igraph')}, typst {metadata.version('typst')}, seed {SEED}"
    )
    with tempfile.TemporaryDirectory(prefix="maillage-bench-") as folder:
        pages = built_peers(Path(folder))
        for size in options.sizes:
            race(size, options.rounds, pages, Path(folder))
    return 0


def race(size: int, rounds: int, pages: Path, folder: Path) -> None:
    drawn = graph(size, SEED)
    actors, ties = list(drawn.actors.values()), list(drawn.ties.values())
    print(f"\n{len(actors):,} nodes, {len(ties):,} ties")
    seconds("layout", lambda: arrange(actors, ties))
    if size <= PICTURES_UP_TO:
        pictures(seconds("scene, with the layout", lambda: build_scene(actors, ties)))
    store = stored(drawn, folder / f"{size}.db")
    with (
        pages_served(pages) as peers,
        explorer_served(store, _free_port()) as explorer,
        browser() as found,
    ):
        asked_first(explorer, pages)
        print(f"  chromium {found.version}")
        addresses = {
            OURS: f"{explorer}?scope=all",
            **{name: f"{peers}{name}.html" for name in PEERS},
        }
        runs = raced(found, addresses, rounds)
    print(table(runs, FIRST_PAINT.get(size)))


def asked_first(explorer: str, pages: Path) -> None:
    """The server makes its scene; peers are given the same marks at the same places."""
    address = f"{explorer}api/v1/scene?as=all"
    made = seconds("first GET /scene", lambda: fetched(f"{address}&form=bytes"))
    seconds("GET /scene again", lambda: fetched(f"{address}&form=bytes"))
    print(f"  {'as bytes, compressed':28}{len(made) / 1e6:8.1f} MB")
    write_graph(gzip.decompress(fetched(address)), pages)


def fetched(address: str) -> bytes:
    with urlopen(Request(address, headers={"Accept-Encoding": "gzip"}), timeout=600) as answer:
        content: bytes = answer.read()
    return content


def raced(found: Browser, addresses: Mapping[str, str], rounds: int) -> dict[str, list[Run]]:
    """Each in turn, round after round, so that a slow minute of the machine is everybody's."""
    runs: dict[str, list[Run]] = {name: [] for name in addresses}
    slow: set[str] = set()
    for _ in range(rounds):
        for name in [name for name in addresses if name not in slow]:
            begun = time.perf_counter()
            mark = "maillage:first-paint" if name == OURS else "peer:first-paint"
            try:
                runs[name].append(run(found, addresses[name], mark))
            except Error as error:
                print(f"  {name}: {str(error).splitlines()[0]}")
                slow.add(name)
            if name != OURS and time.perf_counter() - begun > TOO_LONG:
                slow.add(name)
    return runs


def pictures(scene: Scene) -> None:
    for form in ("svg", "pdf", "png"):
        seconds(f"picture as {form}", partial(draw_picture, scene, form))


def table(runs: dict[str, list[Run]], goal: int | None) -> str:
    lines = [
        f"  {'':12}{'first paint':>12}{'frames/s':>10}{'script p95':>12}{'redraw':>10}"
        f"{'heap':>9}{'rounds':>8}"
    ]
    for name, seen in runs.items():
        if not seen:
            lines.append(f"  {name:12}{'not in time':>12}")
            continue
        lines.append(
            f"  {name:12}{_median(seen, 'first_paint'):>9} ms{_median(seen, 'fps'):>10}"
            f"{_median(seen, 'script'):>9} ms{_median(seen, 'redraw'):>7} ms"
            f"{_median(seen, 'heap'):>6} MB{len(seen):>8}"
        )
    if goal:
        lines.append(f"  goal: first paint under {goal} ms")
    return "\n".join(lines)


def _median(runs: Sequence[Run], name: str) -> str:
    values = [value for one in runs if (value := getattr(one, name)) is not None]
    return f"{median(values):,.0f}" if values else "–"


def seconds(what: str, act: Callable[[], T]) -> T:
    begun, processor = time.perf_counter(), time.process_time()
    found = act()
    wall, processor = time.perf_counter() - begun, time.process_time() - processor
    print(f"  {what:28}{wall:8.2f} s ({processor:.2f} s of processor)")
    return found


def _free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port: int = free.getsockname()[1]
        return port


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
