"""Filters before views: what is hidden is not there, and groups stay what they are."""

from __future__ import annotations

import pytest
from small_columns import columns

from maillage.graph.cut import Cut, cut_network
from maillage.graph.views import Lens

GRAPH = columns(
    "ab bc ag:working_group bg:working_group cg:working_group ap:membership bp:membership",
    planned="ac",
    kinds="g=working_group p=pole",
)
LENS = Lens()


def test_nothing_hidden_is_the_view_itself() -> None:
    network = cut_network(GRAPH, LENS, {}, Cut())
    assert network.ids == ("a", "b", "c")
    assert network.provenance.left_out_ties["planned"] == 1


def test_a_hidden_gathering_makes_no_copresence() -> None:
    whole = cut_network(GRAPH, LENS, {}, Cut())
    without = cut_network(GRAPH, LENS, {}, Cut(nodes=frozenset("g")))
    assert int(whole.ties.projected.sum()) == 3
    assert int(without.ties.projected.sum()) == 0
    assert without.provenance.left_out_nodes["gatherings"] == 1


def test_hidden_actors_go_with_their_ties() -> None:
    network = cut_network(GRAPH, LENS, {}, Cut(nodes=frozenset("b")))
    assert network.ids == ("a", "c")
    assert network.simple.size == 0


def test_hidden_ties_leave_actors_and_their_groups() -> None:
    hidden = frozenset({"t-ap:membership", "t-bp:membership", "t-ab"})
    network = cut_network(GRAPH, LENS, {}, Cut(ties=hidden))
    assert network.ids == ("a", "b", "c")
    assert network.simple.size == 1
    pole = network.column("pole")
    assert [pole.categories[code] if code >= 0 else None for code in pole.codes] == ["p", "p", None]


@pytest.mark.parametrize("kept", ["abc", "ab", "gp", ""])
def test_what_is_kept_says_the_same_as_what_is_hidden(kept: str) -> None:
    ids, ties = set(GRAPH.actors.ids), set(GRAPH.ties.ids)
    only = cut_network(GRAPH, LENS, {}, Cut(frozenset(kept), frozenset(ties), only=True))
    without = cut_network(GRAPH, LENS, {}, Cut(frozenset(ids - set(kept))))
    assert only.ids == without.ids
    assert vars(only.provenance) == vars(without.provenance)
    assert only.ties.source.tolist() == without.ties.source.tolist()


def test_ids_of_another_day_say_nothing() -> None:
    network = cut_network(GRAPH, LENS, {}, Cut(frozenset({"gone"}), frozenset({"t-gone"})))
    assert network.simple.size == 2
