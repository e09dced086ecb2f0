"""Ownership of 100,000 firms: one owner and all of them, by which solve, and how exactly.

python bench/ownership.py                  every sample: ratios, accuracy, every measure
python bench/ownership.py "rings of 50"    one of them

Three ways to what one owner holds of every firm: one sparse factorisation of the whole, then a
solve for each owner; pushing what is left from firm to firm until nothing is; ours. Medians of
interleaved rounds, processor time, one thread.
"""

from __future__ import annotations

import os
import resource
import sys
import time
from collections.abc import Callable
from fractions import Fraction

os.environ.setdefault("OMP_NUM_THREADS", "1")
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

import networkx as nx
import numpy as np
from measures import machine, race
from ownership_samples import SAMPLES, sample
from scipy import sparse

from maillage.graph.adjacency import Floats
from maillage.graph.measures.ownership.flow import Factor, Flow
from maillage.graph.measures.ownership.holdings import Holdings
from maillage.graph.measures.ownership.registry import measure_ownership

SEED, OWNERS, ROUNDS = 1, 10, 5
OURS, WHOLE, PUSH = "maillage", "factor of the whole", "push"
# A factorisation of one tangle takes minutes: it is left out there.
FACTORED = [name for name in SAMPLES if name != "one tangle"]
PUSHED, MOST_PUSHES = 1e-14, 1_000
# Solved in fractions: owners who reach some firms, and not too many for long numbers.
EXACT, FEWEST, MOST = 5, 20, 300
Runners = dict[str, Callable[[], object]]


def main() -> int:
    print(machine())
    for name in sys.argv[1:] or SAMPLES:
        held = sample(name, SEED)
        print(f"\n{name}: {held.n} firms, {held.size} holdings")
        generator = np.random.default_rng(SEED)
        owners = generator.choice(np.array(held.holders), OWNERS, replace=False).tolist()
        one_owner(name, held, owners)
        accuracy(held, generator)
        everything(held)
    return 0


def one_owner(name: str, held: Holdings, owners: list[int]) -> None:
    """Milliseconds for each owner, everything prepared; and what preparing takes."""
    flow = Flow.of(held)
    turned = flow.matrix.T.tocsr()
    flow.row(owners[0])
    each: Runners = {
        OURS: lambda: [flow.row(owner) for owner in owners],
        PUSH: lambda: [pushed(turned, direct(flow, owner)) for owner in owners],
    }
    first: Runners = {OURS: lambda: Flow.of(held).row(owners[0])}
    if name in FACTORED:
        whole = Factor(flow.matrix)
        each[WHOLE] = lambda: [whole.left(direct(flow, owner)) for owner in owners]
        first[WHOLE] = lambda: Factor(Flow.of(held).matrix)
    ready, solved = race(first, rounds=ROUNDS), race(each, rounds=ROUNDS)
    gaps = [np.abs(flow.row(o) - pushed(turned, direct(flow, o))).max() for o in owners]
    for way, seconds in solved.items():
        alone = f", the first in {ready[way] * 1e3:.0f} ms" if way in ready else ""
        missing = f", off by up to {max(gaps):.0e}" if way == PUSH else ""
        print(f"  one owner, {way}: {seconds / len(owners) * 1e3:.2f} ms{alone}{missing}")


def direct(flow: Flow, owner: int) -> Floats:
    held: Floats = flow.matrix[[owner]].toarray()[0]
    return held


def pushed(turned: sparse.csr_array, left: Floats) -> Floats:
    """What is held directly, then what these hold, and so on until too little is left."""
    found = left.copy()
    for _ in range(MOST_PUSHES):
        left = turned @ left
        found += left
        if left.max() < PUSHED:
            break
    return found


def accuracy(held: Holdings, generator: np.random.Generator) -> None:
    """The greatest relative error of a row, against a solve in fractions."""
    flow, worst, checked, reach = Flow.of(held), 0.0, 0, 0
    for owner in generator.permutation(np.array(held.holders)).tolist():
        reached = flow.reach(owner)
        if FEWEST <= len(reached) <= MOST:
            row, exact = flow.row(owner), in_fractions(flow, reached.tolist())
            for firm, value in exact.items():
                if value:
                    worst = max(worst, abs(float(Fraction(float(row[firm])) / value - 1)))
            checked, reach = checked + 1, max(reach, len(reached))
        if checked == EXACT:
            break
    if checked:
        print(f"  against fractions: {checked} owners, up to {reach} firms: {worst:.1e}")


def in_fractions(flow: Flow, reached: list[int]) -> dict[int, Fraction]:
    """What the first reached holds of each: holders first, the rings by elimination."""
    inside = set(reached)
    graph: nx.DiGraph[int] = nx.DiGraph()
    graph.add_nodes_from(reached)
    ends = zip(flow.owner.tolist(), flow.owned.tolist(), flow.share, strict=True)
    for i, j, share in ends:
        if i in inside and j in inside:
            graph.add_edge(i, j, share=share)
    rings = nx.condensation(graph)
    held = {node: Fraction(0) for node in reached}
    for node in nx.topological_sort(rings):
        firms = list(rings.nodes[node]["members"])
        outside = [
            sum(
                (
                    (held[i] + (i == reached[0])) * given["share"]
                    for i, _, given in graph.in_edges(firm, data=True)
                    if i not in firms or i == reached[0]
                ),
                Fraction(0),
            )
            for firm in firms
        ]
        held.update(zip(firms, _eliminated(graph, firms, outside), strict=True))
    return held


def _eliminated(
    graph: nx.DiGraph[int], firms: list[int], outside: list[Fraction]
) -> list[Fraction]:
    """x = outside + x W within a ring."""
    rows = []
    for k, firm in enumerate(firms):
        row = [Fraction(firm == other) for other in firms]
        for place, holder in enumerate(firms):
            if graph.has_edge(holder, firm):
                row[place] -= graph.edges[holder, firm]["share"]
        rows.append([*row, outside[k]])
    for k in range(len(rows)):
        pivot = rows[k]
        pivot[:] = [value / pivot[k] for value in pivot]
        for other in rows:
            if other is not pivot and (by := other[k]):
                other[:] = [a - by * b if b else a for a, b in zip(other, pivot, strict=True)]
    return [row[-1] for row in rows]


def everything(held: Holdings) -> None:
    """Every measure of every firm, once, as `maillage ownership` takes them."""
    start = time.process_time()
    results = measure_ownership(held)
    taken = time.process_time() - start
    refused = sorted({each.measure for each in results if each.reason == "too_costly"})
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    told = f"; too costly for all at once: {', '.join(refused)}" if refused else ""
    print(f"  all measures: {taken:.1f} s, peak memory so far {peak:.0f} MB{told}")


if __name__ == "__main__":
    sys.exit(main())
