"""Who runs each task on a network, and how: every graph is built before the clock starts."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from importlib import import_module
from types import ModuleType
from typing import Any

import igraph
import networkx as nx
import numpy as np
from scipy import sparse
from scipy.sparse import csgraph

from maillage.graph import kernels
from maillage.graph.adjacency import Adjacency, Ints
from maillage.graph.measures.burt import burt_constraint
from maillage.graph.measures.centrality import ranks
from maillage.graph.measures.cohesion import clustering_avg
from maillage.graph.measures.components import component_labels
from maillage.graph.measures.cores import core_numbers
from maillage.graph.measures.lowlink import breaks
from maillage.graph.measures.relabelling import labellings
from maillage.graph.measures.rewiring import TRIED_PER_TIE, chain
from maillage.graph.measures.study import Study
from maillage.graph.measures.tally import pair_table
from maillage.graph.network import Network

OURS = "maillage"
PERMUTATIONS = 1_000
PERMUTED = f"{PERMUTATIONS:,} label permutations"
# One graph of the hundred, which cost a hundred times as much: 10·L switches tried by everybody.
REWIRED = "one rewiring"
# Not a peer: what it takes to read the two arrays of ends.
READING = "reading the ends"
# Only so small a part of the task is done, and what it took is told so many times.
EXTRAPOLATED = {(PERMUTED, "networkx"): 100}
Runners = dict[str, Callable[[], object]]


def contenders(network: Network, *, networkx: bool) -> dict[str, Runners]:
    """Tasks in the order of the table."""
    tasks = {task: {OURS: runner} for task, runner in _ours(network).items()}
    peers = [_igraph(network), _numpy(network)]
    peers += [_networkx(network)] if networkx else []
    for name, made in (("rustworkx", _rustworkx), ("networkit", _networkit)):
        module = _optional(name)
        if module is not None:
            peers.append(made(module, network.simple))
    for peer in peers:
        for (task, name), runner in peer.items():
            tasks[task][name] = runner
    return tasks


Peer = dict[tuple[str, str], Callable[[], object]]


def _ours(network: Network) -> Runners:
    graph, codes = network.simple, network.column("sector").codes
    groups = len(network.column("sector").categories)
    # As after any first measure that compiles: the others then use what is loaded.
    import_module("numba")
    for prepared in (graph.rows, graph.degree, graph.reversed.rows):
        del prepared
    ties = network.ties
    return {
        "graph from arrays": lambda: _rows_of(
            Network.of(network.ids, ties.source, ties.target).simple
        ),
        "mixing matrix": lambda: pair_table(graph, codes, groups, weighted=False),
        "components": lambda: component_labels(graph),
        "coreness": lambda: core_numbers(graph),
        "local clustering": lambda: clustering_avg(Study(network), "degree<2 -> 0"),
        "articulation and bridges": lambda: breaks(graph),
        "constraint": lambda: burt_constraint(Study(network), "unweighted"),
        "PageRank": lambda: ranks(graph),
        PERMUTED: lambda: list(labellings(graph, codes, groups, PERMUTATIONS, 1, workers=1)),
        REWIRED: partial(next, chain(graph, 1_000_000, [1], work=kernels.MANY)),
    }


def _rows_of(graph: Adjacency) -> object:
    return graph.rows


def _igraph(network: Network) -> Peer:
    graph = network.simple
    ends = np.column_stack([graph.source, graph.target])
    peer = igraph.Graph(graph.n, ends)
    peer.vs["sector"] = codes = network.column("sector").codes.tolist()
    other, generator = peer.copy(), np.random.default_rng(1)

    def permuted() -> None:
        for _ in range(PERMUTATIONS):
            labels = generator.permutation(network.column("sector").codes).tolist()
            peer.assortativity_nominal(labels, directed=False)

    return {
        ("graph from arrays", "igraph"): lambda: igraph.Graph(graph.n, ends),
        ("mixing matrix", "igraph"): lambda: peer.assortativity_nominal(codes, directed=False),
        ("components", "igraph"): peer.connected_components,
        ("coreness", "igraph"): peer.coreness,
        ("local clustering", "igraph"): lambda: peer.transitivity_local_undirected(mode="zero"),
        ("articulation and bridges", "igraph"): lambda: (
            peer.articulation_points(),
            peer.bridges(),
        ),
        ("constraint", "igraph"): peer.constraint,
        ("PageRank", "igraph"): peer.pagerank,
        (PERMUTED, "igraph"): permuted,
        (REWIRED, "igraph"): lambda: other.rewire(n=TRIED_PER_TIE * graph.size),
    }


def _numpy(network: Network) -> Peer:
    graph, codes = network.simple, network.column("sector").codes
    ones = np.ones(len(graph.indices), np.int8)
    rows = sparse.csr_array((ones, graph.indices, graph.indptr), shape=(graph.n, graph.n))
    groups = len(network.column("sector").categories)

    def counted(labels: Ints = codes) -> object:
        pairs = labels[graph.source] * groups + labels[graph.target]
        return np.bincount(pairs, minlength=groups * groups)

    def permuted() -> None:
        generator = np.random.default_rng(1)
        for _ in range(PERMUTATIONS):
            counted(generator.permutation(codes))

    return {
        ("mixing matrix", "numpy/scipy"): counted,
        (PERMUTED, "numpy/scipy"): permuted,
        ("mixing matrix", READING): lambda: int(graph.source.sum()) + int(graph.target.sum()),
        ("components", "numpy/scipy"): lambda: csgraph.connected_components(rows, directed=False),
        ("graph from arrays", "numpy/scipy"): lambda: sparse.coo_array(
            (np.ones(graph.size, np.int8), (graph.source, graph.target)), shape=(graph.n, graph.n)
        ).tocsr(),
    }


def _networkx(network: Network) -> Peer:
    graph, sectors = network.simple, network.column("sector")
    pairs = list(zip(graph.source.tolist(), graph.target.tolist(), strict=True))
    peer: nx.Graph[int] = nx.Graph()
    peer.add_nodes_from(
        (k, {"sector": sectors.categories[code]}) for k, code in enumerate(sectors.codes)
    )
    peer.add_edges_from(pairs)
    other, generator = peer.copy(), np.random.default_rng(1)
    swaps = TRIED_PER_TIE * graph.size

    def permuted() -> None:
        for _ in range(PERMUTATIONS // EXTRAPOLATED[PERMUTED, "networkx"]):
            codes = generator.permutation(sectors.codes).tolist()
            nx.set_node_attributes(other, dict(enumerate(codes)), "sector")
            nx.attribute_mixing_matrix(other, "sector")

    return {
        ("graph from arrays", "networkx"): lambda: nx.Graph(pairs),
        ("mixing matrix", "networkx"): lambda: nx.attribute_mixing_matrix(peer, "sector"),
        ("components", "networkx"): lambda: list(nx.connected_components(peer)),
        ("coreness", "networkx"): lambda: nx.core_number(peer),
        ("local clustering", "networkx"): lambda: nx.clustering(peer),
        ("articulation and bridges", "networkx"): lambda: (
            list(nx.articulation_points(peer)),
            list(nx.bridges(peer)),
        ),
        ("constraint", "networkx"): lambda: nx.constraint(peer),
        (PERMUTED, "networkx"): permuted,
        (REWIRED, "networkx"): lambda: nx.double_edge_swap(other, swaps, 100 * swaps, seed=1),
        ("PageRank", "networkx"): lambda: nx.pagerank(peer, tol=1e-12, max_iter=1000),
    }


def _rustworkx(library: ModuleType, graph: Adjacency) -> Peer:
    pairs = list(zip(graph.source.tolist(), graph.target.tolist(), strict=True))

    def build() -> Any:
        made = library.PyGraph()
        made.add_nodes_from(range(graph.n))
        made.extend_from_edge_list(pairs)
        return made

    peer = build()
    both = peer.to_directed()
    return {
        ("graph from arrays", "rustworkx"): build,
        ("components", "rustworkx"): lambda: library.connected_components(peer),
        ("coreness", "rustworkx"): lambda: library.core_number(peer),
        ("articulation and bridges", "rustworkx"): lambda: (
            library.articulation_points(peer),
            library.bridges(peer),
        ),
        ("PageRank", "rustworkx"): lambda: library.pagerank(both, tol=1e-12, max_iter=1000),
    }


def _networkit(library: ModuleType, graph: Adjacency) -> Peer:
    library.setNumberOfThreads(1)
    ends = graph.source.astype(np.uint64), graph.target.astype(np.uint64)
    ones = np.ones(graph.size)

    def build() -> Any:
        return library.GraphFromCoo((ones, ends), n=graph.n, weighted=False, directed=False)

    peer = build()
    central = library.centrality
    return {
        ("graph from arrays", "networkit"): build,
        ("components", "networkit"): lambda: library.components.ConnectedComponents(peer).run(),
        ("coreness", "networkit"): lambda: central.CoreDecomposition(peer).run(),
        ("local clustering", "networkit"): lambda: central.LocalClusteringCoefficient(peer).run(),
        (REWIRED, "networkit"): lambda: library.randomization.EdgeSwitching(
            peer, TRIED_PER_TIE
        ).run(),
        ("PageRank", "networkit"): lambda: central.PageRank(peer, 0.85, 1e-12).run(),
    }


def _optional(name: str) -> ModuleType | None:
    try:
        return import_module(name)
    except ImportError:
        return None
