"""Neighbourhoods: who is near, how near, and which ties are among them."""

from __future__ import annotations

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from small_columns import columns

from maillage.graph.around import Around
from maillage.graph.arrays import GraphColumns
from maillage.graph.ego import Ego, ego
from maillage.graph.errors import NotFound

GRAPH = columns("ab bc cd ac ef", planned="ae")


def names(graph: GraphColumns, found: Ego) -> dict[str, int]:
    return {
        graph.actors.ids[row]: step for row, step in zip(found.actors, found.steps, strict=True)
    }


def test_steps_are_counted_and_ties_are_those_among_the_near() -> None:
    found = ego(Around(GRAPH), "a", 1)
    assert names(GRAPH, found) == {"a": 0, "b": 1, "c": 1}
    assert {GRAPH.ties.ids[row] for row in found.ties} == {"t-ab", "t-bc", "t-ac"}
    assert names(GRAPH, ego(Around(GRAPH), "a", 2)) == {"a": 0, "b": 1, "c": 1, "d": 2}


def test_an_actor_alone_and_nobody() -> None:
    alone = columns("ab", isolates="z")
    assert names(alone, ego(Around(alone), "z", 3)) == {"z": 0}
    with pytest.raises(NotFound):
        ego(Around(alone), "nobody", 1)


def test_beyond_the_most_the_farthest_are_left_out_and_counted() -> None:
    found = ego(Around(GRAPH), "a", 3, most=3)
    assert names(GRAPH, found) == {"a": 0, "b": 1, "c": 1}
    assert found.left_out == 1
    assert len(found.ties) == 3


@given(
    pairs=st.lists(
        st.tuples(st.sampled_from("abcdefgh"), st.sampled_from("abcdefgh")), max_size=20
    ),
    steps=st.integers(0, 4),
)
def test_steps_are_distances(pairs: list[tuple[str, str]], steps: int) -> None:
    graph = nx.Graph(pairs)
    graph.add_node("a")
    stored = columns(" ".join({first + second for first, second in pairs}), isolates="a")
    expected = nx.single_source_shortest_path_length(graph, "a", cutoff=steps)
    assert names(stored, ego(Around(stored), "a", steps)) == dict(expected)
