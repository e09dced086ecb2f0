"""Networks: columns and partitions, readings, and what other tools get."""

from __future__ import annotations

import networkx as nx
import numpy as np
import pytest
from hypothesis import given
from random_networks import networks, simple_graph
from small_networks import net

from maillage.graph.errors import InvalidInput, UnknownName
from maillage.graph.network import Adjacency, Column, Network, Partition, Provenance


def test_blanks_and_words_for_unknown_are_missing() -> None:
    column = Column.of("g", ["a", "", None, " Unknown ", "INCONNU", "b "])
    assert column.categories == ("a", "b")
    assert column.codes.tolist() == [0, -1, -1, -1, -1, 1]
    assert column.sizes.tolist() == [1, 1]


def test_declared_groups_may_be_empty_but_not_too_few() -> None:
    column = Column.of("g", ["b", None], ["c", "b"])
    assert column.categories == ("b", "c")
    again = column.declare(["a", "b"])
    assert again.categories == ("a", "b")
    assert again.codes.tolist() == [1, -1]
    with pytest.raises(InvalidInput) as refused:
        Column.of("g", ["b"], ["c"])
    assert "b" in refused.value.text("fr")
    with pytest.raises(InvalidInput):
        column.declare(["c"])


def test_a_partition_leaves_out_in_one_place() -> None:
    sectors = Column.of("sector", ["public", "mixed", "citizens", None, "ess"])
    partition = Partition.of_store(sectors)
    assert partition.groups == ("ess", "public")
    assert partition.codes.tolist() == [1, -1, -1, -1, 0]
    assert partition.set_aside == {"citizens": 1, "mixed": 1, "unknown": 1}
    shown = partition.shown
    assert shown.groups == ("citizens", "ess", "mixed", "public", "unknown")
    assert [shown.groups[code] for code in shown.codes] == [
        "public", "mixed", "citizens", "unknown", "ess",
    ]  # fmt: skip


def test_other_partitions_of_a_store_keep_every_word() -> None:
    kinds = Partition.of_store(Column.of("kind", ["mixed", "citizens", None]))
    assert kinds.groups == ("citizens", "mixed")
    assert kinds.set_aside == {"unknown": 1}


def test_a_plain_list_leaves_out_the_missing_only() -> None:
    column = Column.of("sector", ["mixed", None])
    plain = Network.of("ab", [], [], columns={"sector": column})
    assert plain.partition("sector").groups == ("mixed",)
    view = Network.of("ab", [], [], columns={"sector": column}, provenance=Provenance(view="v"))
    assert view.partition("sector").groups == ()
    with pytest.raises(UnknownName) as refused:
        plain.partition("colour")
    assert "sector" in refused.value.text("fr")


def test_readings_of_ties() -> None:
    """ab twice, ba once, aa once; a co-presence bc weighs in the weighted reading only."""
    network = Network.of(
        "abc",
        [0, 0, 1, 0, 1],
        [1, 1, 0, 0, 2],
        weight=[1.0, 2.0, 4.0, 9.0, 0.5],
        projected=[False, False, False, False, True],
    )
    assert (network.simple.size, network.self_ties, network.isolates) == (1, 1, 1)
    assert network.weighted.weight.tolist() == [7.0, 0.5]
    arcs = Network.of("abc", [0, 0, 1], [1, 1, 0], directed=True, weight=[1.0, 2.0, 4.0])
    assert arcs.weighted.weight.tolist() == [3.0, 4.0]
    assert arcs.simple.union.weight.tolist() == [2.0]


@given(networks())
def test_compressed_rows_are_the_graph(network: Network) -> None:
    graph, simple = simple_graph(network), network.simple
    for number, node in enumerate(network.ids):
        row = simple.indices[simple.indptr[number] : simple.indptr[number + 1]]
        assert [network.ids[k] for k in row] == sorted(graph[node])
    heads = np.repeat(np.arange(simple.n), simple.degree)
    ends = {frozenset(pair) for pair in zip(simple.source, simple.target, strict=True)}
    for head, tail, slot in zip(heads, simple.indices, simple.slots, strict=True):
        assert {head, tail} == {simple.source[slot], simple.target[slot]}
        assert frozenset((head, tail)) in ends


@given(networks())
def test_weights_of_pairs_are_summed(network: Network) -> None:
    graph, weighted = simple_graph(network), network.weighted
    assert weighted.size == graph.number_of_edges()
    for i, j, weight in zip(weighted.source, weighted.target, weighted.weight, strict=True):
        assert graph.edges[network.ids[i], network.ids[j]]["weight"] == pytest.approx(weight)


@given(networks(directed=True))
def test_reversed_and_union(network: Network) -> None:
    graph, simple = simple_graph(network), network.simple
    assert isinstance(graph, nx.DiGraph)
    assert pairs(network, simple.reversed) == set(graph.reverse().edges)
    union = {tuple(sorted(pair)) for pair in graph.edges}
    assert pairs(network, simple.union) == union


def pairs(network: Network, graph: Adjacency) -> set[tuple[str, ...]]:
    ends = zip(graph.source.tolist(), graph.target.tolist(), strict=True)
    return {(network.ids[i], network.ids[j]) for i, j in ends}


def test_to_networkx_keeps_every_tie() -> None:
    network = net("ab ab aa", {"a": "x", "b": None}, isolates="c")
    graph = network.to_networkx()
    assert isinstance(graph, nx.MultiGraph)
    assert not graph.is_directed()
    assert sorted(graph.edges) == [("a", "a", 0), ("a", "b", 0), ("a", "b", 1)]
    assert graph.nodes["a"] == {"name": "a", "group": "x"}
    assert graph.nodes["b"]["group"] is None
    assert net("ab", directed=True).to_networkx().is_directed()


def test_to_networkx_marks_kinds_and_copresences() -> None:
    network = Network.of(
        "ab", [0, 0], [1, 1],
        weight=[1.0, 0.5], projected=[False, True], kind=Column.of("kind", ["supply", None]),
    )  # fmt: skip
    ties = [attributes for _, _, attributes in network.to_networkx().edges(data=True)]
    assert ties == [
        {"weight": 1.0, "kind": "supply"},
        {"weight": 0.5, "projected": True, "kind": None},
    ]


def test_to_pandas() -> None:
    nodes, ties = net("ab", {"a": "x", "b": None}).to_pandas()
    assert nodes["id"].tolist() == ["a", "b"]
    assert nodes["group"].tolist()[0] == "x"
    assert nodes["group"].isna().tolist() == [False, True]
    assert ties[["source", "target", "weight"]].values.tolist() == [["a", "b", 1.0]]
