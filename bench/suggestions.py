"""Suggestions: how fast beside the field, and whether hidden ties are found again.

python bench/suggestions.py                    both
python bench/suggestions.py --speed --sizes M  only how fast, on M
python bench/suggestions.py --worth            only what they are worth

Speed: the ten best at two steps of 1,000 organisations by the index of Adamic and Adar, none of
them tied already; graphs are built before the clock starts, and all answers are compared.
Worth: a tenth of the ties between two who may meet is hidden, and looked for in what is left
(`readouts/suggestions/hidden_ties.py` says what the figures are); means over the draws, with their
standard errors. `maillage` is what is proposed, `maillage score` the same score of all pairs.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Callable, Sequence
from heapq import nsmallest
from pathlib import Path

import igraph
import networkx as nx
import numpy as np
from measure_samples import SIZES, sample
from measures import SEED, machine, race
from scipy import sparse

from maillage.graph.adjacency import Adjacency, Floats, Ints
from maillage.graph.readouts.subject import Subject
from maillage.graph.readouts.suggestions.hidden_ties import evaluate
from maillage.graph.readouts.suggestions.two_steps import strangers, worth
from maillage.graph.stores import open_store
from maillage.ingest.demonstration import load_demonstration
from maillage.ingest.loading.load import load
from maillage.ingest.sample import write_sample

OURS, ASKED, TEN, GOAL = "maillage", 1_000, 10, 8.0
SHARE = 0.1
# Sample networks of two sizes; draws of each, fewer where one takes long.
SAMPLES = {"600 organisations, 1,800 ties": (600, 1_800, 8), "S": (2_000, 6_000, 3)}
DEMONSTRATION_DRAWS = 40
WITH_GOAL = ("M", "L")
# The best others of one that was asked, and their scores.
Best = tuple[Sequence[int] | Ints, Sequence[float] | Floats]


def main(arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--speed", action="store_true")
    parser.add_argument("--worth", action="store_true")
    parser.add_argument("--sizes", nargs="+", default=["S", "M"], choices=SIZES)
    parser.add_argument("--rounds", type=int, default=5)
    options = parser.parse_args(arguments)
    print(machine())
    both = options.speed == options.worth
    if options.speed or both:
        for size in options.sizes:
            speed(size, max(options.rounds, 5))
    if options.worth or both:
        worth_of_all()
    return 0


# ---------------------------------------------------------------------- how fast


def speed(size: str, rounds: int) -> None:
    graph = sample(size, SEED).simple
    rows = np.random.default_rng(SEED).choice(graph.n, ASKED, replace=False).astype(np.int32)
    ours = _ours(graph, rows)
    peers = {
        "numpy/scipy": _scipy(graph, rows),
        "igraph": _igraph(graph, rows),
        "networkx": _networkx(graph, rows),
    }
    answer = list(zip(*ours(), strict=True))
    agreed = all(_same(answer, peer()) for peer in peers.values())
    seconds = race({OURS: ours, **peers}, rounds=rounds)
    name, best = min(((n, s) for n, s in seconds.items() if n != OURS), key=lambda pair: pair[1])
    ratio = best / seconds[OURS]
    goal = f"; goal {GOAL:g}×{'' if ratio >= GOAL else ' MISSED'}" if size in WITH_GOAL else ""
    print(
        f"\n{size}: {graph.n} organisations, {graph.size} simple ties; {ASKED:,} asked, seed {SEED}"
    )
    print("  " + ", ".join(f"{n} {s * 1e3:.3g} ms" for n, s in seconds.items()))
    print(f"  {ratio:.2g}× the best peer, {name}{goal}; same answers: {'yes' if agreed else 'NO'}")


def _same(ours: Sequence[Best], theirs: Sequence[Best]) -> bool:
    """The same scores; of equals any may be among the ten."""
    pairs = [(_scores(one), _scores(other)) for one, other in zip(ours, theirs, strict=True)]
    return all(len(one) == len(other) and np.allclose(one, other) for one, other in pairs)


def _scores(best: Best) -> np.ndarray:
    return np.sort([score for _, score in zip(*best, strict=True) if score])


def _ours(graph: Adjacency, rows: np.ndarray) -> Callable[[], tuple[np.ndarray, np.ndarray]]:
    """Two tables, of the others and of their scores."""
    among, worths = np.ones(graph.n, np.bool_), worth(graph, "adamic_adar")

    return lambda: strangers(graph, worths, rows, TEN, apart=graph, among=among)


def _scipy(graph: Adjacency, rows: np.ndarray) -> Callable[[], Sequence[Best]]:
    ties = sparse.csr_array(
        (np.ones(len(graph.indices)), graph.indices, graph.indptr), shape=(graph.n, graph.n)
    )
    weighted = sparse.diags_array(worth(graph, "adamic_adar")).tocsr() @ ties

    def run() -> Sequence[Best]:
        near = ties[rows]
        scores = (near @ weighted).tocsr()
        best: list[Best] = []
        for place, row in enumerate(rows.tolist()):
            start, end = scores.indptr[place], scores.indptr[place + 1]
            others, values = scores.indices[start:end], scores.data[start:end].copy()
            known = near.indices[near.indptr[place] : near.indptr[place + 1]]
            values[np.isin(others, known) | (others == row)] = 0
            if len(values) > TEN:
                top = np.argpartition(-values, TEN)[:TEN]
                others, values = others[top], values[top]
            best.append((others, values))
        return best

    return run


def _igraph(graph: Adjacency, rows: np.ndarray) -> Callable[[], Sequence[Best]]:
    peer = igraph.Graph(graph.n, np.column_stack([graph.source, graph.target]))
    lists, index = peer.get_adjlist(), _logarithms(peer.degree())
    return lambda: [_walked(lists, index, row) for row in rows.tolist()]


def _networkx(graph: Adjacency, rows: np.ndarray) -> Callable[[], Sequence[Best]]:
    peer: nx.Graph[int] = nx.Graph()
    peer.add_nodes_from(range(graph.n))
    peer.add_edges_from(zip(graph.source.tolist(), graph.target.tolist(), strict=True))

    def run() -> Sequence[Best]:
        best: list[Best] = []
        for row in rows.tolist():
            two = {far for near in peer[row] for far in peer[near]} - set(peer[row]) - {row}
            scored = nx.adamic_adar_index(peer, [(row, other) for other in two])
            best.append(_ten({other: score for _, other, score in scored}))
        return best

    return run


def _logarithms(degrees: Sequence[int]) -> list[float]:
    found: list[float] = (1 / np.log(np.maximum(degrees, 2))).tolist()
    return found


def _walked(lists: list[list[int]], index: list[float], row: int) -> Best:
    """What Python does with the neighbours that igraph gives: its own similarity is of all."""
    scores: dict[int, float] = {}
    for near in lists[row]:
        value = index[near]
        for far in lists[near]:
            scores[far] = scores.get(far, 0.0) + value
    for known in (row, *lists[row]):
        scores.pop(known, None)
    return _ten(scores)


def _ten(scores: dict[int, float]) -> Best:
    best = nsmallest(TEN, scores.items(), key=lambda item: (-item[1], item[0]))
    return [other for other, _ in best], [score for _, score in best]


# ---------------------------------------------------------------------- what they are worth


def worth_of_all() -> None:
    with tempfile.TemporaryDirectory() as folder:
        store = open_store(f"sqlite:///{folder}/demonstration.db")
        for _ in load_demonstration(store):
            pass
        _worth("the demonstration network", Subject.network_of(store), DEMONSTRATION_DRAWS)
        store.close()
        for place, (name, (organisations, ties, draws)) in enumerate(SAMPLES.items()):
            files = Path(folder) / f"sample{place}"
            write_sample(files, organisations=organisations, ties=ties, seed=SEED, parquet="none")
            store = open_store(f"sqlite:///{files}.db")
            for list_ in ("actors", "poles", "groups", "ties"):
                load(store, files / f"{list_}.csv", list_)
            _worth(f"sample {name}", Subject.network_of(store), draws)
            store.close()


def _worth(name: str, network: Subject, draws: int) -> None:
    found = evaluate(network, share=SHARE, draws=draws, seed=SEED)
    print(
        f"\n{name}: {SHARE:.0%} of the ties hidden, {found.hidden:.0f} pairs a draw, "
        f"{draws} draws from seed {SEED}"
    )
    print(f"  {'':26}AUC             precision at 10 (whoever knew all: {found.reachable:.3f})")
    for method, each in found.by_method.items():
        auc = f"{each.auc:.3f} ± {each.auc_error:.3f}"
        precision = f"{each.precision:.4f} ± {each.precision_error:.4f}"
        print(f"  {method.replace('_', ' '):26}{auc}   {precision}")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
