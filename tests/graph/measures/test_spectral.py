"""Spectral segregation against a dense, unsymmetric solver, and by hand."""

from __future__ import annotations

from itertools import pairwise
from math import sqrt

import networkx as nx
import numpy as np
import pytest
from near import assert_near
from random_networks import by_variant, random_network, simple_graph
from small_networks import net

from maillage.graph.measures import spectral
from maillage.graph.network import Network


def dense(network: Network) -> dict[str, float]:
    """λx/mean(x) with numpy's general eigensolver on R restricted to each piece of each group."""
    graph, found = simple_graph(network), dict.fromkeys(network.ids, 0.0)
    groups = nx.get_node_attributes(graph, "group")
    for group in set(groups.values()):
        inside = graph.subgraph([node for node in graph if groups[node] == group])
        for piece in nx.connected_components(inside):
            if len(piece) == 1:
                continue
            members = sorted(piece)
            degrees = [graph.degree(node) for node in members]
            table = np.array(
                [[inside.has_edge(i, j) / k for j in members]
                 for i, k in zip(members, degrees, strict=True)]
            )  # fmt: skip
            values, vectors = np.linalg.eig(table)
            lead = int(np.argmax(values.real))
            x = np.abs(vectors[:, lead].real)
            found |= dict(zip(members, values[lead].real * x / x.mean(), strict=True))
    return found


@pytest.mark.parametrize("seed", range(40))
def test_same_as_a_dense_solver(seed: int) -> None:
    network = random_network(seed, directed=False)
    found = by_variant(network)
    assert_near(found["ssi_node", ""], dense(network))
    values, column = dense(network), network.column("group")
    means: dict[str, float | None] = {}
    for code, name in enumerate(column.categories):
        members = [values[node] for k, node in enumerate(network.ids) if column.codes[k] == code]
        means[name] = sum(members) / len(members) if members else None
    assert_near(found["ssi_group", ""], means)


def test_by_hand() -> None:
    """x: a-b-c in a path, and b-d across. R: a→b 1, b→a and b→c 1/3 each, c→b 1.

    λ² = 2/3; the right eigenvector is (1, λ, 1): x_b = λ x_a, since λ x_a = x_b.
    """
    network = net("ab bc bd", {"a": "x", "b": "x", "c": "x", "d": "y", "e": "y"})
    lam = sqrt(2 / 3)
    mean = (2 + lam) / 3
    expected = {"a": lam / mean, "b": lam * lam / mean, "c": lam / mean, "d": 0.0, "e": 0.0}
    result = network.measure("ssi_node", by="group")
    assert_near(result.to_json()["value"], expected)
    assert result.warnings == ("isolate",)
    groups = network.measure("ssi_group", by="group")
    assert_near(groups.to_json()["value"], {"x": lam, "y": 0.0})


def test_isolates_may_be_left_out_of_the_mean() -> None:
    network = net("ab", {"a": "x", "b": "x", "c": "x", "d": "y"})
    result = network.measure("ssi_group", by="group", variant="without_isolates")
    assert result.value == {"x": 1.0, "y": None}
    assert result.reasons == {"y": "group_without_ties"}


def test_a_group_alone_is_wholly_segregated() -> None:
    assert_near(
        net("ab bc", dict.fromkeys("abc", "x")).measure("ssi_group", by="group").to_json()["value"],
        {"x": 1.0},
    )


def test_arcs_have_none() -> None:
    result = net("ab", {"a": "x", "b": "x"}, directed=True).measure("ssi_node", by="group")
    assert (result.value, result.reason) == (None, "not_applicable")


def test_both_solvers_agree(monkeypatch: pytest.MonkeyPatch) -> None:
    """Pieces above `_DENSE` nodes go through Lanczos; small entries keep their digits."""
    chain = [f"{i:02d}" for i in range(40)]
    ties = [(a, b, 1.0) for a, b in pairwise(chain)]
    ties += [("00", "02", 1.0), ("01", "03", 1.0), ("39", "zz", 1.0)]
    groups = {**dict.fromkeys(chain, "x"), "zz": "y"}
    exact = net(ties, groups).measure("ssi_node", by="group").to_json()["value"]
    monkeypatch.setattr(spectral, "_DENSE", 2)
    assert_near(net(ties, groups).measure("ssi_node", by="group").to_json()["value"], exact)
