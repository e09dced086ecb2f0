"""E-I on small cases worked by hand."""

from __future__ import annotations

import pytest
from small_networks import net

from maillage.graph.measures.registry import measure_one
from maillage.graph.measures.result import Keyed
from maillage.graph.network import Column, Network, Provenance

# a-b and c-d within, b-c and a-c across: E = 2, I = 2. Sizes 2 and 3 with the isolate e.
GROUPS = {"a": "x", "b": "x", "c": "y", "d": "y", "e": "y"}
FOUR = net("ab cd bc ac", GROUPS)


def test_network_and_expected() -> None:
    result = FOUR.measure("ei_network", by="group")
    assert result.value == 0.0
    # Of the 10 pairs 1 + 3 are within: 1 − 2·4/10.
    assert result.expected == pytest.approx(0.2)
    assert result.difference == pytest.approx(-0.2)
    assert (result.n, result.ties, result.isolates) == (5, 4, 1)
    assert result.interval is None  # fewer than 8 members


def test_expected_is_a_result_of_its_own() -> None:
    result = FOUR.measure("ei_perm_expected", by="group")
    assert result.value == {"expected_ei": pytest.approx(0.2), "observed": 0.0}


def test_each_tie_of_a_group_counts_once() -> None:
    # x: ab within; bc, ac across: (2 − 1)/3. y: cd within: the same.
    result = FOUR.measure("ei_group", by="group", groups=["x", "y", "z"])
    assert result.value == {"x": pytest.approx(1 / 3), "y": pytest.approx(1 / 3), "z": None}
    assert result.reasons == {"z": "empty_group"}
    assert result.group_sizes == {"x": 2, "y": 3, "z": 0}


def test_nodes_count_distinct_partners_in_either_direction() -> None:
    arcs = net("ab ba ac", {"a": "x", "b": "x", "c": "y", "d": "y"}, directed=True)
    result = arcs.measure("ei_node", by="group")
    assert result.value == {"a": 0.0, "b": -1.0, "c": 1.0, "d": None}
    assert result.reasons == {"d": "isolate"}
    # The network counts arcs as arcs: E = 1, I = 2.
    assert arcs.measure("ei_network", by="group").value == pytest.approx(-1 / 3)


def test_weights_are_summed() -> None:
    network = net([("a", "b", 1.0), ("b", "a", 2.0), ("a", "c", 5.0)], GROUPS)
    result = network.measure("ei_network", by="group", variant="weighted")
    assert result.value == pytest.approx((5 - 3) / 8)
    assert network.measure("ei_network", by="group").value == 0.0


@pytest.mark.parametrize("name", ["ei_network", "ei_perm_expected"])
def test_no_tie_has_no_index(name: str) -> None:
    result = net("", GROUPS).measure(name, by="group")
    assert (result.value, result.reason) == (None, "no_ties")


def test_one_group_is_turned_inwards_by_construction() -> None:
    result = net("ab bc", dict.fromkeys("abc", "x")).measure("ei_network", by="group")
    assert (result.value, result.warnings) == (-1.0, ("one_group",))


def test_only_crossing_ties() -> None:
    assert net("ac bc", GROUPS).measure("ei_network", by="group").value == 1.0


def test_undecided_nodes_leave_with_their_ties_and_bound_the_index() -> None:
    # d is unknown: cd and de leave. E = 2 (ac, bc), I = 1 (ab): 1/3 over 3 ties.
    network = net("ab cd bc ac de", {**GROUPS, "d": None})
    result = network.measure("ei_network", by="group")
    assert result.value == pytest.approx(1 / 3)
    assert (result.n, result.ties) == (4, 3)
    assert result.left_out.nodes == {"unknown": 1}
    assert result.left_out.ties == {"undecided_group": 2}
    assert result.bounds is not None
    # As within: (2 − 3)/5; as crossing: (4 − 1)/5.
    assert result.bounds.low == pytest.approx(-0.2)
    assert result.bounds.high == pytest.approx(0.6)
    assert (result.bounds.undecided_nodes, result.bounds.undecided_ties) == (1, 2)


def test_bounds_of_nodes_and_groups() -> None:
    network = net("ab ad", {"a": "x", "b": "x", "c": "y", "d": None, "e": None})
    nodes = network.measure("ei_node", by="group").bounds
    assert nodes is not None
    assert isinstance(nodes.low, Keyed)
    assert isinstance(nodes.high, Keyed)
    assert (nodes.low["a"], nodes.high["a"]) == (-1.0, 0.0)
    assert nodes.low["d"] is None
    groups = network.measure("ei_group", by="group").bounds
    assert groups is not None
    assert isinstance(groups.low, Keyed)
    assert isinstance(groups.high, Keyed)
    # x: ab within, ad undecided. y: nothing touches it.
    assert (groups.low["x"], groups.high["x"]) == (-1.0, 0.0)
    assert groups.low["y"] is None


def test_bounds_hold_every_coding() -> None:
    network = net("ab cd bc ac de", {**GROUPS, "d": None})
    result = network.measure("ei_network", by="group")
    assert result.bounds is not None
    assert isinstance(result.bounds.low, float)
    assert isinstance(result.bounds.high, float)
    for coding in ("x", "y", "z"):
        column = Column.of("group", ["x", "x", "y", coding, "y"])
        value = measure_one(network, "ei_network", by=column).value
        assert isinstance(value, float)
        assert result.bounds.low <= value <= result.bounds.high


def test_sectors_of_a_store_show_the_undecided_in_the_mixing_matrix_only() -> None:
    column = Column.of("sector", ["public", "ess", "mixed", "unknown", None])
    network = Network.of(
        "abcde",
        [0, 0, 0, 2],
        [1, 2, 3, 4],
        columns={"sector": column},
        provenance=Provenance(view="cooperation"),
    )
    index = network.measure("ei_network", by="sector")
    assert (index.value, index.n, index.groups) == (1.0, 2, ("ess", "public"))
    assert index.left_out.nodes == {"mixed": 1, "unknown": 2}
    assert index.left_out.ties == {"undecided_group": 3}
    table = network.measure("mixing_matrix", by="sector")
    assert table.to_json()["value"] == {
        "groups": ["ess", "mixed", "public", "unknown"],
        "matrix": [[0, 0, 1, 0], [0, 0, 1, 1], [0, 0, 0, 1], [0, 0, 0, 0]],
    }
    assert table.n == 5


def test_permutations_are_seeded_and_told() -> None:
    groups = dict(zip("abcdefg", "xxxyyyy", strict=True))
    karate_like = net("ab bc ca de ef fd cd", groups)
    first, again = (
        karate_like.measure("ei_network", by="group", permutations=200, seed=5) for _ in range(2)
    )
    assert (first.draws, first.seed, first.p) == (200, 5, again.p)
    # Of the 35 ways to hand out 3 + 4 labels, 2 leave as few crossing ties: p ≈ 2·2/35.
    assert first.p == pytest.approx(4 / 35, abs=0.1)


def test_interval_is_the_jackknife_over_nodes() -> None:
    # A cycle of 8 in two halves: every node removed leaves 6 ties, of which 0 to 2 cross.
    ring = net("ab bc cd de ef fg gh ha", dict(zip("abcdefgh", "xxxxyyyy", strict=True)))
    result = ring.measure("ei_network", by="group")
    # Without d, e, h or a one crossing tie of six remains, without another node two.
    without = [(1 - 5) / 6] * 4 + [(2 - 4) / 6] * 4
    mean = sum(without) / 8
    se = (6 / 16 * sum((value - mean) ** 2 for value in without)) ** 0.5
    assert result.interval is not None
    assert result.interval.se == pytest.approx(se)
    assert result.interval.high == pytest.approx(-0.5 + 1.959963984540054 * se)
    assert result.interval.low == -1.0  # −0.5 − 1.96·se is beyond what E-I can be
