"""Our measures against the field: ratios, side by side in one run.

python bench/measures.py                 S and M, against whatever peers are installed
python bench/measures.py --sizes S M L   with the largest as well
python bench/measures.py --networkx S    networkx on S only (on M it takes minutes)

Rounds are interleaved, each library runs on one thread, medians of five or more, of processor time
so that what else the machine does weighs less. Whoever needs more than a few seconds for one task
is timed `once`; `×100` is what a hundredth of the task took, a hundred times. networkit
and rustworkx are no dependencies: without them the table says how to have them take part.
"""

from __future__ import annotations

import argparse
import gc
import os
import platform
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib import metadata
from importlib.util import find_spec
from math import log
from pathlib import Path
from statistics import median

os.environ.setdefault("OMP_NUM_THREADS", "1")
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

from measure_contenders import (
    EXTRAPOLATED,
    OURS,
    PERMUTATIONS,
    PERMUTED,
    READING,
    REWIRED,
    Runners,
    contenders,
)
from measure_samples import SIZES, sample

from maillage.graph.measures.drawing import cores
from maillage.graph.measures.relabelling import labellings
from maillage.graph.measures.rewiring import rewirings
from maillage.graph.network import Network

SEED = 1
PEERS = ("networkx", "igraph", "numpy", "scipy", "rustworkx", "networkit", "numba")
# How many times the best peer we mean to be on M and L: as fast within a fifth, unless said here.
GOALS = {
    "mixing matrix": 3.0,
    "constraint": 3.0,
    "articulation and bridges": 5.0,
    PERMUTED: 4.0,
    REWIRED: 3.5,
}
LINEAR = 1 / 1.2
# Peers that are not installed with the rest, and how they come to be timed.
APART = {"networkit": "11.2.2", "rustworkx": "0.18.1"}
# Seconds above which one run must do, unless it is ours.
SLOW = 3.0
# Graphs rewired to see what a second core brings.
GRAPHS = 16
WITHOUT_GOAL = {"graph from arrays"}


@dataclass(frozen=True)
class Race:
    """Median seconds of processor that each library takes at one task."""

    task: str
    seconds: dict[str, float]
    # Who was timed once.
    once: frozenset[str] = frozenset()

    @property
    def best_peer(self) -> tuple[str, float] | None:
        peers = {name: taken for name, taken in self.seconds.items() if name not in (OURS, READING)}
        return min(peers.items(), key=lambda pair: pair[1]) if peers else None

    @property
    def ratio(self) -> float | None:
        best = self.best_peer
        return best[1] / self.seconds[OURS] if best else None


def main(arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--sizes", nargs="+", default=["S", "M"], choices=SIZES)
    parser.add_argument("--networkx", nargs="*", default=["S", "M"], choices=SIZES)
    parser.add_argument("--tasks", nargs="+", help="only these, by a part of their names")
    parser.add_argument("--rounds", type=int, default=5)
    options = parser.parse_args(arguments)
    print(machine())
    if absent := [f"--with {name}=={APART[name]}" for name in APART if find_spec(name) is None]:
        print(f"not timed, since absent: uv run {' '.join(absent)} python bench/measures.py")
    taken: dict[str, dict[str, float]] = {}
    for size in options.sizes:
        network = sample(size, SEED)
        runners = contenders(network, networkx=size in options.networkx)
        races = run(chosen(runners, options.tasks), rounds=options.rounds)
        print(table(size, network, races))
        if size != "S":
            print(on_every_core(network))
        taken[size] = {race.task: race.seconds[OURS] for race in races}
    if len(taken) > 1:
        print(growth(taken))
    print(cold_start())
    return 0


def chosen(tasks: dict[str, Runners], parts: Sequence[str] | None) -> dict[str, Runners]:
    """The tasks whose name holds one of the parts; all if there are none."""
    if parts is None:
        return tasks
    return {name: task for name, task in tasks.items() if any(part in name for part in parts)}


def run(tasks: dict[str, Runners], *, rounds: int) -> list[Race]:
    races = []
    for task, runners in tasks.items():
        first = {name: timed(runner) for name, runner in runners.items()}
        slow = frozenset(name for name in first if name != OURS and first[name] > SLOW)
        others = {name: runner for name, runner in runners.items() if name not in slow}
        seconds = {**first, **race(others, rounds=max(rounds, 5))}
        for name in seconds:
            seconds[name] *= EXTRAPOLATED.get((task, name), 1)
        races.append(Race(task, seconds, slow))
    return races


def race(runners: Runners, *, rounds: int) -> dict[str, float]:
    """Everybody once to warm up, then in turn; in the other direction every second round."""
    for runner in runners.values():
        runner()
    seconds: dict[str, list[float]] = {name: [] for name in runners}
    gc.collect()
    for turn in range(rounds):
        order = list(runners.items())
        for name, runner in order if turn % 2 == 0 else reversed(order):
            seconds[name].append(timed(runner))
    return {name: median(times) for name, times in seconds.items()}


def timed(runner: Callable[[], object]) -> float:
    start = time.process_time()
    runner()
    return time.process_time() - start


def on_every_core(network: Network) -> str:
    """How much sooner the clock on the wall stops where draws are made on all cores, at best."""
    graph, column = network.simple, network.column("sector")
    groups = len(column.categories)
    tasks: dict[str, Callable[[int], object]] = {
        PERMUTED: lambda workers: list(
            labellings(graph, column.codes, groups, PERMUTATIONS, SEED, workers=workers)
        ),
        f"{GRAPHS} rewirings": lambda workers: list(
            rewirings(graph, GRAPHS, SEED, read=lambda ends: ends.pool, workers=workers)
        ),
    }
    told = []
    for task, runner in tasks.items():
        walls: dict[int, list[float]] = {1: [], cores(): []}
        for _ in range(5):
            for workers, times in walls.items():
                start = time.perf_counter()
                runner(workers)
                times.append(time.perf_counter() - start)
        told.append(f"{task} {min(walls[1]) / min(walls[cores()]):.2f}×")
    return f"on {cores()} cores instead of one: {', '.join(told)}"


def machine() -> str:
    versions = []
    for peer in PEERS:
        try:
            versions.append(f"{peer} {metadata.version(peer)}")
        except metadata.PackageNotFoundError:
            versions.append(f"{peer} absent")
    load = ", ".join(f"{value:.1f}" for value in os.getloadavg())
    return (
        f"{platform.machine()}, {os.cpu_count()} cores, load {load}, Python "
        f"{platform.python_version()}, {'; '.join(versions)}; seed {SEED}"
    )


def table(size: str, network: Network, races: list[Race]) -> str:
    names = list(dict.fromkeys(name for race in races for name in race.seconds))
    graph = network.simple
    head = f"\n{size}: {network.n} organisations, {graph.size} simple ties; milliseconds\n"
    rows = [["", *names, "ours against the best", "goal"]]
    for each in races:
        cells = [cell(each, name) for name in names]
        free = size == "S" or each.task in WITHOUT_GOAL
        goal, ratio = 0.0 if free else GOALS.get(each.task, LINEAR), each.ratio or 0.0
        told = f"{ratio:.2g}×{' MISSED' if ratio < goal else ''}"
        rows.append([each.task, *cells, told, f"{goal:.2g}×" if goal else "–"])
    widths = [max(len(row[k]) for row in rows) for k in range(len(rows[0]))]
    lines = ["  ".join(c.ljust(w) for c, w in zip(row, widths, strict=True)) for row in rows]
    return head + "\n".join(line.rstrip() for line in lines)


def cell(each: Race, name: str) -> str:
    """Milliseconds, and how they were come by where not by rounds."""
    if name not in each.seconds:
        return "–"
    times = EXTRAPOLATED.get((each.task, name))
    said = f" ×{times}" if times else ""
    return f"{each.seconds[name] * 1e3:.3g}{said}{' once' if name in each.once else ''}"


def growth(taken: dict[str, dict[str, float]]) -> str:
    """Exponent of our time in the number of ties, from the smallest size to the largest."""
    sizes = sorted(taken, key=lambda size: SIZES[size][1])
    small, large = sizes[0], sizes[-1]
    span = log(SIZES[large][1] / SIZES[small][1])
    parts = [
        f"{task} {log(taken[large][task] / seconds) / span:.2f}"
        for task, seconds in taken[small].items()
    ]
    return f"\nour time grows from {small} to {large} as ties to the power: {', '.join(parts)}"


COLD = """
import time; start = time.perf_counter()
import sys; sys.path.insert(0, {here!r})
from measure_samples import sample
network = sample("S", 1); made = time.perf_counter()
from maillage.graph.measures.registry import measure
measure(network, {names}, by="sector", weighted=True, permutations=0)
print(time.perf_counter() - made + {extra} * 0)
"""


def cold_start() -> str:
    """From a new process, the network at hand: one answer, then the whole battery, on S."""
    here = str(Path(__file__).parent)
    told = []
    for what, names in (("E-I", '["ei_network"]'), ("the whole battery", "None")):
        code = COLD.format(here=here, names=names, extra=0)
        times = []
        for _ in range(5):
            start = time.perf_counter()
            subprocess.run([sys.executable, "-c", code], check=True, capture_output=True)
            times.append(time.perf_counter() - start)
        told.append(f"{what} {median(times):.2f} s")
    return f"\nS from a cold start (process, imports, sample and all): {'; '.join(told)}"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
