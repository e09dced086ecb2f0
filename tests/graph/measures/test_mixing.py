"""Mixing matrices worked by hand."""

from __future__ import annotations

from small_networks import net

from maillage.graph.measures.registry import measure
from maillage.graph.network import Network

GROUPS = {"a": "x", "b": "x", "c": "y", "d": "y"}


def tables(network: Network, name: str, *, weighted: bool = False) -> dict[str, object]:
    results = measure(network, [name], by="group", weighted=weighted, groups=["x", "y", "z"])
    shown = {result.variant: result.to_json()["value"] for result in results}
    return {variant: value["matrix"] for variant, value in shown.items() if isinstance(value, dict)}


def test_undirected_ties_stand_once_or_as_a_symmetric_table() -> None:
    # ab twice is one tie; aa is dropped; ac, bc across; cd within.
    network = net("ab ba aa ac bc cd", GROUPS)
    assert tables(network, "mixing_matrix") == {
        "upper_triangle": [[1, 2, 0], [0, 1, 0], [0, 0, 0]],
        "symmetric_diag_doubled": [[2, 2, 0], [2, 2, 0], [0, 0, 0]],
    }
    assert network.measure("mixing_matrix", by="group").self_ties_dropped == 1


def test_arcs_keep_their_direction() -> None:
    network = net("ab ba ca cd", GROUPS, directed=True)
    assert tables(network, "mixing_matrix") == {"arcs": [[2, 0, 0], [1, 1, 0], [0, 0, 0]]}


def test_weights_are_sums() -> None:
    network = net([("a", "b", 2.0), ("b", "a", 0.5), ("a", "c", 3.0)], GROUPS)
    found = tables(network, "mixing_matrix", weighted=True)
    assert found["upper_triangle_weighted"] == [[2.5, 3.0, 0], [0, 0, 0], [0, 0, 0]]
    assert found["upper_triangle"] == [[1, 1, 0], [0, 0, 0], [0, 0, 0]]


def test_dyads_count_isolates_and_empty_groups() -> None:
    assert tables(net("ab", GROUPS), "dyads_matrix") == {
        "upper_triangle": [[1, 4, 0], [0, 1, 0], [0, 0, 0]]
    }
    assert tables(net("ab", GROUPS, directed=True), "dyads_matrix") == {
        "arcs": [[2, 4, 0], [4, 2, 0], [0, 0, 0]]
    }


def test_a_plain_list_drops_nodes_without_a_group() -> None:
    network = net("ab ac", {"a": "x", "b": "x", "c": " Inconnu "})
    result = network.measure("mixing_matrix", by="group")
    assert result.to_json()["value"] == {"groups": ["x"], "matrix": [[1]]}
    assert result.left_out.nodes == {"unknown": 1}
