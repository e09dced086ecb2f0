"""What no figure may depend on: names, order, other people's isolation, the unit of weights."""

from __future__ import annotations

import random
from collections.abc import Mapping
from dataclasses import replace

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from near import assert_near
from random_networks import networks

from maillage.graph.measures.registry import measure
from maillage.graph.network import Column, Network, Ties

# Found by a search that starts from the order of the nodes.
SEARCHED = {"communities", "communities_nmi", "communities_ari"}
SETTINGS = settings(max_examples=40, deadline=None)


def battery(network: Network, *, weighted: bool = True) -> dict[tuple[str, str], object]:
    found = measure(network, by="group", weighted=weighted, permutations=0)
    return {
        (result.measure, result.variant): result.to_json()["value"]
        for result in found
        if result.measure not in SEARCHED
    }


def renumbered(network: Network, order: list[int]) -> Network:
    """The same network, its nodes listed in another order."""
    place = np.argsort(order).astype(np.int32)
    column, ties = network.column("group"), network.ties
    moved = Ties(place[ties.source], place[ties.target], ties.weight, ties.projected)
    codes = column.codes[np.asarray(order, np.int64)]
    ids = tuple(network.ids[k] for k in order)
    column = Column("group", column.categories, codes)
    return replace(network, ids=ids, names=ids, ties=moved, columns={"group": column})


@SETTINGS
@given(networks(), st.randoms(use_true_random=False))
def test_order_of_nodes_does_not_matter(network: Network, chance: random.Random) -> None:
    order = list(range(network.n))
    chance.shuffle(order)
    assert_near(battery(renumbered(network, order)), battery(network))


@SETTINGS
@given(networks(), st.randoms(use_true_random=False))
def test_order_of_ties_does_not_matter(network: Network, chance: random.Random) -> None:
    order = list(range(len(network.ties.source)))
    chance.shuffle(order)
    pick = np.array(order, np.int64)
    ties = network.ties
    moved = Ties(ties.source[pick], ties.target[pick], ties.weight[pick], ties.projected[pick])
    assert_near(battery(replace(network, ties=moved)), battery(network))


@SETTINGS
@given(networks(directed=False))
def test_the_end_a_tie_is_written_from_does_not_matter(network: Network) -> None:
    ties = network.ties
    turned = Ties(ties.target, ties.source, ties.weight, ties.projected)
    assert_near(battery(replace(network, ties=turned)), battery(network))


@SETTINGS
@given(networks())
def test_names_of_groups_do_not_matter(network: Network) -> None:
    """x, y, z become c, a, b: everything said of a group follows it."""
    column = network.column("group")
    names = dict(zip("xyz", "cab", strict=True))
    values = [names[column.categories[code]] for code in column.codes]
    other = replace(network, columns={"group": Column.of("group", values, list("abc"))})
    before, after = battery(network), battery(other)
    for key, value in before.items():
        if key[0] in {"mixing_matrix", "dyads_matrix"} or key[0].startswith("mixing_perm"):
            continue
        by_group = isinstance(value, Mapping) and set(value) == set("xyz")
        assert_near(after[key], renamed(value, names) if by_group else value, str(key))


def renamed(value: object, names: Mapping[str, str]) -> object:
    assert isinstance(value, Mapping)
    return {names[group]: number for group, number in value.items()}


# Values that an isolate far away leaves as they are: nothing in them counts the members.
UNMOVED = {
    "ei_network", "ei_group", "ei_node", "assortativity_nominal", "modularity", "gamix",
    "reciprocity", "transitivity", "clustering_avg", "coreness", "burt_constraint",
    "burt_effective_size", "blau_ego", "cross_group_share", "participation", "brokerage_raw",
    "brokerage_total", "articulation_points", "bridges", "krackhardt_hierarchy",
    "krackhardt_efficiency", "krackhardt_lubness", "ssi_node", "disparity_p",
}  # fmt: skip
COUNTING_EVERYBODY = {"dyadic", "degree<2 -> 0", "directed_fagiolo", "normalized"}


@SETTINGS
@given(networks())
def test_an_isolate_changes_only_what_counts_it(network: Network) -> None:
    column = network.column("group")
    first = column.categories[column.codes[0]]
    values = [*(column.categories[code] for code in column.codes), first]
    more = replace(
        network,
        ids=(*network.ids, "zz"),
        names=(*network.names, "zz"),
        columns={"group": Column.of("group", values, list("xyz"))},
    )
    before, after = battery(network), battery(more)
    assert set(before) == set(after)
    for key, value in before.items():
        if key[0] in UNMOVED and key[1] not in COUNTING_EVERYBODY:
            assert_near(without(after[key], "zz"), value, str(key))


def without(value: object, node: str) -> object:
    if isinstance(value, Mapping):
        return {key: without(inner, node) for key, inner in value.items() if key != node}
    return value


@SETTINGS
@given(networks())
def test_the_unit_of_weights_does_not_matter(network: Network) -> None:
    ties = network.ties
    doubled = Ties(ties.source, ties.target, 2 * ties.weight, ties.projected)
    before, after = battery(network), battery(replace(network, ties=doubled))
    for key, value in before.items():
        if key[0] != "mixing_matrix":
            assert_near(after[key], value, str(key))


@SETTINGS
@given(networks())
def test_without_weights_a_weight_column_is_ignored(network: Network) -> None:
    ties = network.ties
    plain = Ties(ties.source, ties.target, np.ones(len(ties.weight)), ties.projected)
    one, other = (battery(each, weighted=False) for each in (network, replace(network, ties=plain)))
    assert_near(one, other)


@SETTINGS
@given(networks(directed=False))
def test_arcs_both_ways_are_ties(network: Network) -> None:
    """Where a tie counts as two arcs, the directed reading of both says the same."""
    ties = network.ties
    both = Ties(
        np.concatenate([ties.source, ties.target]),
        np.concatenate([ties.target, ties.source]),
        np.concatenate([ties.weight, ties.weight]),
        np.concatenate([ties.projected, ties.projected]),
    )
    undirected, arcs = battery(network), battery(replace(network, directed=True, ties=both))
    for tied, directed in (
        (("ei_network", ""), ("ei_network", "")),
        (("assortativity_nominal", ""), ("assortativity_nominal", "directed")),
        (("coleman", "mutual_arcs"), ("coleman", "")),
        (("gamix", ""), ("gamix", "arcs_row_normalised")),
        (("odds_ratio_within", ""), ("odds_ratio_within", "ordered_dyads")),
        (("brokerage_raw", ""), ("brokerage_raw", "")),
        (("brokerage_z", ""), ("brokerage_z", "")),
        (("smi", "own_between_density"), ("smi", "own_between_density")),
        (("pagerank", "unweighted"), ("pagerank", "unweighted")),
        (("closeness", "wf_improved_in"), ("closeness", "wf_improved_in")),
        (("burt_constraint", "unweighted"), ("burt_constraint", "unweighted")),
        (("participation", "unweighted"), ("participation", "unweighted_in")),
    ):
        assert_near(arcs[directed], undirected[tied], str(tied))
