"""The registry: what is measured by default, by name, and what is refused."""

from __future__ import annotations

import json
from importlib import import_module
from pkgutil import iter_modules
from typing import Any

import pytest
from random_networks import random_network
from small_networks import net

from maillage.graph import measures
from maillage.graph.errors import InvalidInput, UnknownName
from maillage.graph.measures import centrality
from maillage.graph.measures.docs import EVERY
from maillage.graph.measures.entry import Cost, Measure, Mode
from maillage.graph.measures.reasons import REASONS, WARNINGS
from maillage.graph.measures.registry import ONE_MODE, measure
from maillage.graph.measures.result import Keyed
from maillage.graph.network import Column

# measures.md §8, the one-mode rows: names and variants as promised.
PROMISED = {
    "mixing_matrix": "upper_triangle symmetric_diag_doubled arcs",
    "dyads_matrix": "upper_triangle arcs",
    "ei_network": "- weighted",
    "ei_group": "ties_counted_once",
    "ei_node": "alters_any_direction",
    "ei_perm_expected": "-",
    "assortativity_nominal": "- directed weighted",
    "communities": "leiden",
    "communities_nmi": "leiden",
    "communities_ari": "leiden",
    "modularity": "unweighted weighted",
    "coleman": "- mutual_arcs",
    "freeman": "-",
    "transitivity": "- undirected_projection",
    "density": "-",
    "gamix": "- arcs_row_normalised groups_with_ties_only",
    "two_by_two": "- ordered_dyads",
    "odds_ratio_within": "- ordered_dyads haldane_anscombe",
    "yule_q": "- ordered_dyads",
    "smi": "own_between_density",
    "ssi_node": "-",
    "ssi_group": "-",
    "blau_ego": "alters_any_direction",
    "iqv_ego": "alters_any_direction",
    "cross_group_share": "alters_any_direction",
    "participation": "unweighted weighted unweighted_out unweighted_in weighted_out weighted_in",
    "within_module_z": "unweighted weighted",
    "brokerage_raw": "-",
    "brokerage_expected": "-",
    "brokerage_z": "-",
    "brokerage_total": "-",
    "burt_constraint": "unweighted weighted",
    "burt_effective_size": "unweighted weighted",
    "reciprocity": "edgewise dyadic nonnull_dyads_ratio",
    "dyad_census": "-",
    "triad_census": "-",
    "coreness": "- total_degree undirected_projection",
    "articulation_points": "- weak",
    "bridges": "- weak",
    "components": "weak",
    "removal_impact": "lcc_size,n_components",
    "centralization_degree": "freeman indegree outdegree",
    "centralization_betweenness": "undirected directed",
    "global_efficiency": "- undirected_projection",
    "betweenness": "raw normalized",
    "closeness": "wf_improved_in",
    "harmonic": "in_normalized",
    "pagerank": "unweighted",
    "krackhardt_connectedness": "-",
    "krackhardt_hierarchy": "-",
    "krackhardt_efficiency": "-",
    "krackhardt_lubness": "-",
    "mixing_perm_observed": "-",
    "mixing_perm_expected": "-",
    "mixing_perm_variance": "-",
    "mixing_perm_z": "-",
    "disparity_p": "min_of_both_ends",
    "within_ties_degree_null": "monte_carlo",
    "qap_same_group": "monte_carlo",
}
CLUSTERING = {"degree<2 excluded", "degree<2 -> 0", "directed_fagiolo"}
KEYS = {
    "measure", "variant", "value", "reason", "n", "ties", "directed", "weighted", "groups",
    "self_ties_dropped", "isolates", "seed", "reasons", "warnings",
}  # fmt: skip


@pytest.mark.parametrize("name", PROMISED)
def test_promised_names_and_variants(name: str) -> None:
    wanted = {"" if variant == "-" else variant for variant in PROMISED[name].split()}
    assert wanted <= {variant.name for variant in ONE_MODE[name].variants}


def test_clustering_variants_have_spaces_in_their_names() -> None:
    assert {variant.name for variant in ONE_MODE["clustering_avg"].variants} == CLUSTERING


@pytest.mark.parametrize("name", [entry.name for entry in EVERY])
def test_every_entry_speaks_both_languages(name: str) -> None:
    (found,) = (entry for entry in EVERY if entry.name == name)
    for text in (found.label.fr, found.label.en, found.meaning.fr, found.meaning.en):
        assert text.strip()
    assert found.meaning.fr.rstrip()[-1] in ".?"
    assert found.formula
    assert found.reference
    assert found.cost in Cost


@pytest.mark.parametrize("entry", EVERY, ids=lambda entry: entry.name)
def test_every_function_says_what_it_gives(entry: Measure[Any]) -> None:
    assert entry.function.__doc__


CASES = [(seed, directed) for seed in range(12) for directed in (False, True)]


@pytest.mark.parametrize(("seed", "directed"), CASES)
def test_every_result_has_the_promised_shape(seed: int, *, directed: bool) -> None:
    network = random_network(seed, directed=directed)
    for result in measure(network, by="group", weighted=True, permutations=0):
        shown = result.to_json()
        json.dumps(shown, allow_nan=False)
        assert shown.keys() >= KEYS
        assert (shown["value"] is None) == (shown["reason"] is not None)
        assert set(result.reasons.values()) <= set(REASONS)
        assert set(result.warnings) <= set(WARNINGS)
        assert shown["self_ties_dropped"] == network.self_ties >= 1
        assert result.directed is directed
        if isinstance(result.value, Keyed):
            nulls = {key for key, value in result.value.items() if value is None}
            assert nulls == set(result.reasons)


def test_weighted_variants_are_added_to_the_others() -> None:
    network = random_network(5, directed=True)
    plain = {(r.measure, r.variant) for r in measure(network, by="group", permutations=0)}
    more = measure(network, by="group", permutations=0, weighted=True)
    assert plain < {(r.measure, r.variant) for r in more}
    assert {r.weighted for r in more if (r.measure, r.variant) in plain} == {False}


def test_without_a_partition_only_what_needs_none() -> None:
    names = {result.measure for result in measure(net("ab bc"))}
    assert "density" in names
    assert "ei_network" not in names
    with pytest.raises(InvalidInput) as refused:
        measure(net("ab"), ["ei_network"])
    assert "--by" in refused.value.text("fr")


def test_what_does_not_apply_is_said_when_asked_for() -> None:
    network = net("ab")
    assert "reciprocity" not in {result.measure for result in measure(network)}
    asked = measure(network, ["reciprocity"])
    assert [result.variant for result in asked] == ["edgewise", "dyadic", "nonnull_dyads_ratio"]
    assert {result.reason for result in asked} == {"not_applicable"}


def test_unknown_names_are_refused() -> None:
    network = net("ab", {"a": "x", "b": "y"})
    with pytest.raises(UnknownName):
        network.measure("e_i")
    with pytest.raises(UnknownName):
        network.measure("ei_network", by="colour")
    with pytest.raises(UnknownName):
        network.measure("ei_network", by="group", variant="double")
    with pytest.raises(InvalidInput):
        network.measure("ei_network", by="group", groups=["x"])


def test_measures_without_a_partition_keep_nodes_without_a_group() -> None:
    network = net("ab bc", {"a": "x", "b": None, "c": "x"})
    found = {result.measure: result for result in measure(network, by="group", permutations=0)}
    assert found["density"].n == 3
    assert found["density"].groups is None
    assert found["ei_network"].n == 2
    assert found["ei_node"].to_json()["value"] == {"a": None, "b": None, "c": None}
    assert found["ei_node"].reasons == {"a": "isolate", "b": "not_applicable", "c": "isolate"}


def test_too_costly_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    network = net("ab bc cd")
    monkeypatch.setattr(centrality, "MOST_PATHS", 1)
    result = network.measure("betweenness")
    assert (result.value, result.reason) == (None, "too_costly")
    assert "betweenness" in result.advice("fr")
    advice = result.to_json()["advice"]
    assert isinstance(advice, dict)
    assert set(advice) == {"fr", "en"}
    # By its name the measure also gives its estimate; in the battery it does not.
    asked = {result.variant: result.reason for result in measure(network, ["betweenness"])}
    assert asked["raw_sampled"] is None
    assert "raw_sampled" not in {result.variant for result in measure(network)}
    monkeypatch.undo()
    asked = {result.variant: result.reason for result in measure(network, ["betweenness"])}
    assert asked == {"raw": None, "normalized": None}


def test_a_variant_by_its_name() -> None:
    network = net([("a", "b", 2.0), ("b", "c", 1.0)], {"a": "x", "b": "x", "c": "y"})
    weighted = network.measure("ei_network", by="group", variant="weighted")
    assert (weighted.variant, weighted.weighted) == ("weighted", True)
    other = network.measure("assortativity_nominal", by="group", variant="directed")
    assert (other.value, other.reason) == (None, "not_applicable")
    assert network.measure("attack_robustness").variant == "degree_recomputed"


def test_any_column_can_be_the_partition() -> None:
    column = Column.of("side", ["l", "l", "r"])
    result = net("ab bc").measure("ei_network", by=column)
    assert (result.value, result.by) == (0.0, "side")


def test_permutations_test_every_index_of_the_network() -> None:
    network = net("ab bc ca de ef fd", dict(zip("abcdefg", "xxxyyyy", strict=True)))
    found = measure(network, by="group", permutations=99, seed=3)
    tested = {result.measure for result in found if result.p is not None}
    assert tested >= {"ei_network", "assortativity_nominal", "freeman", "yule_q", "modularity"}
    for result in found:
        if result.p is not None:
            assert result.draws == 99
            assert result.seed == 3
            assert 0 < result.p <= 1


def test_arcs_are_never_joined_without_a_word() -> None:
    network = random_network(7, directed=True)
    found = {(r.measure, r.variant): r for r in measure(network, by="group", permutations=0)}
    for key in (
        ("removal_impact", "lcc_size,n_components"),
        ("clustering_avg", "degree<2 excluded"),
        ("communities", "leiden"),
        ("mixing_perm_expected", ""),
    ):
        assert found[key].warnings == ("undirected_projection",), key
    named = ("weak", "undirected_projection", "alters_any_direction")
    said = [variant for _, variant in found if variant in named]
    assert len(said) >= 8


def test_no_file_of_measures_is_forgotten() -> None:
    written = {
        entry.name
        for module in iter_modules(measures.__path__)
        for entry in getattr(
            import_module(f"maillage.graph.measures.{module.name}"), "MEASURES", ()
        )
        if entry.mode is not Mode.OWNERSHIP
    }
    assert written == {entry.name for entry in EVERY if entry.mode is not Mode.OWNERSHIP}
