"""Shortest paths: all of them, named, and none that follows a tie that is not there."""

from __future__ import annotations

from itertools import pairwise

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from small_columns import columns

from maillage.graph.dates import DateSpan
from maillage.graph.errors import NotFound
from maillage.graph.paths import shortest_paths


def test_every_shortest_path_is_counted_and_its_ties_named() -> None:
    found = shortest_paths(columns("ab bd ac cd ae ef fd"), "a", "d")
    assert (found.length, found.count) == (2, 2)
    assert [path.actors for path in found.paths] == [("a", "b", "d"), ("a", "c", "d")]
    assert found.paths[0].ties == (("t-ab",), ("t-bd",))


def test_parallel_ties_make_one_step() -> None:
    found = shortest_paths(columns("ab ab:supply ba:research bc"), "c", "a")
    assert found.count == 1
    assert found.paths[0].ties == (("t-bc",), ("t-ab", "t-ab:supply", "t-ba:research"))


def test_planned_and_ended_ties_are_not_followed_and_said() -> None:
    found = shortest_paths(columns("ab bc", planned="ac", ended="ac:supply"), "a", "c")
    assert (found.length, found.planned, found.over) == (2, 1, 1)


def test_a_date_opens_and_closes_ways() -> None:
    graph = columns("ab:supply@2012/2012 ac:supply@2013/2014 cb:supply@2013/2014")
    lengths = [
        shortest_paths(graph, "a", "b", at=DateSpan.parse(year)).length
        for year in ("2012", "2014", "2016")
    ]
    assert lengths == [1, 2, None]


def test_no_path_oneself_nobody() -> None:
    graph = columns("ab cd", isolates="e")
    assert shortest_paths(graph, "a", "e").length is None
    assert shortest_paths(graph, "a", "c").paths == ()
    oneself = shortest_paths(graph, "a", "a")
    assert (oneself.length, oneself.count, oneself.paths[0].actors) == (0, 1, ("a",))
    with pytest.raises(NotFound):
        shortest_paths(graph, "a", "z")


def test_more_paths_than_a_machine_integer_holds_are_counted_and_few_are_given() -> None:
    letters = [chr(ord("一") + number) for number in range(200)]
    rungs = [letters[start : start + 2] for start in range(0, 200, 2)]
    ties = " ".join(a + b for one, other in pairwise(rungs) for a in one for b in other)
    found = shortest_paths(
        columns(f"{ties} a{letters[0]} a{letters[1]}"), "a", rungs[-1][0], most=4
    )
    assert found.count == 2**99
    assert len(found.paths) == 4
    assert len({path.actors for path in found.paths}) == 4


@given(
    pairs=st.lists(st.tuples(st.sampled_from("abcdefgh"), st.sampled_from("abcdefgh")), max_size=20)
)
def test_the_paths_are_those_of_networkx(pairs: list[tuple[str, str]]) -> None:
    graph = nx.Graph(pairs)
    graph.add_nodes_from("ah")
    stored = columns(" ".join({first + second for first, second in pairs}), isolates="ah")
    found = shortest_paths(stored, "a", "h", most=1_000)
    if not nx.has_path(graph, "a", "h"):
        assert found.length is None
        return
    expected = sorted(map(tuple, nx.all_shortest_paths(graph, "a", "h")))
    assert [path.actors for path in found.paths] == expected
    assert found.count == len(expected)
    assert all(len(path.ties) == found.length for path in found.paths)
