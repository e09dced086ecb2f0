"""Small networks at random, by seed or by hypothesis, with everything that goes wrong in them."""

from __future__ import annotations

import random

import networkx as nx
from hypothesis import strategies as st

from maillage.graph.measures.registry import measure
from maillage.graph.network import Column, Network


def random_network(seed: int, *, directed: bool, most: int = 13) -> Network:
    """2 to `most` nodes, up to three groups; self-ties, parallel ties, isolates, weights."""
    chance = random.Random(seed)
    n = chance.randint(2, most)
    wanted = chance.choice([0.1, 0.2, 0.35, 0.6])
    ties = [
        (i, j, chance.choice([0.5, 1.0, 2.0, 3.25]))
        for i in range(n)
        for j in range(n)
        if i != j and (directed or i < j) and chance.random() < wanted
    ]
    ties.append((0, 0, 1.0))
    ties.append(chance.choice(ties))
    groups = [chance.choice("xyz"[: chance.randint(1, 3)]) for _ in range(n)]
    return build(n, ties, groups, directed=directed)


def build(
    n: int, ties: list[tuple[int, int, float]], groups: list[str], *, directed: bool
) -> Network:
    return Network.of(
        [f"n{i:02d}" for i in range(n)],
        [source for source, _, _ in ties],
        [target for _, target, _ in ties],
        directed=directed,
        weight=[weight for _, _, weight in ties],
        columns={"group": Column.of("group", groups, ["x", "y", "z"])},
    )


@st.composite
def networks(draw: st.DrawFn, *, directed: bool | None = None, most: int = 9) -> Network:
    """What hypothesis shrinks: any ties among few nodes."""
    n = draw(st.integers(1, most))
    node = st.integers(0, n - 1)
    weight = st.sampled_from([0.5, 1.0, 2.0, 3.25])
    ties = draw(st.lists(st.tuples(node, node, weight), max_size=24))
    groups = draw(st.lists(st.sampled_from("xyz"), min_size=n, max_size=n))
    way = draw(st.booleans()) if directed is None else directed
    return build(n, ties, groups, directed=way)


def simple_graph(network: Network) -> nx.Graph[str]:
    """The network as other libraries read it: no self-tie, weights of a pair summed."""
    graph: nx.Graph[str] = nx.DiGraph() if network.directed else nx.Graph()
    column = network.column("group")
    for node, code in zip(network.ids, column.codes.tolist(), strict=True):
        graph.add_node(node, group=column.categories[code])
    ties = network.ties
    for i, j, weight in zip(ties.source, ties.target, ties.weight.tolist(), strict=True):
        if i == j:
            continue
        ends = network.ids[i], network.ids[j]
        before = graph.get_edge_data(*ends, {"weight": 0.0})["weight"]
        graph.add_edge(*ends, weight=before + weight)
    return graph


def by_variant(network: Network, *, weighted: bool = True) -> dict[tuple[str, str], object]:
    """Every result of the battery, nulls included, by measure and variant."""
    found = measure(network, by="group", weighted=weighted, permutations=0)
    return {(result.measure, result.variant): result.to_json()["value"] for result in found}
