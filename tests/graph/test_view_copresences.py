"""Organisations that meet in a gathering: which do, and how much it weighs in a view."""

from __future__ import annotations

import pytest
from small_graphs import actor, graph, tie
from small_views import see, ties_of


def test_newman_weights_by_hand() -> None:
    # g holds a, b, c: each pair 1/(3−1). h holds a, b: 1/(2−1). Together a~b = 1.5.
    columns = graph(
        "a b c g=working_group h=place",
        "a-g:working_group b-g:membership c-g:project a-h:shared_premises h-b:supply",
    )
    network = see(columns)
    assert ties_of(network) == {"a~b": 1.5, "a~c": 0.5, "b~c": 0.5}
    assert network.provenance.left_out_ties == {"as_copresence": 5}
    # Binary measures run on direct ties only, weighted ones on all.
    assert (network.simple.size, network.weighted.size) == (0, 3)


def test_count_or_no_projection() -> None:
    columns = graph(
        "a b c g=working_group h=place",
        "a-g:working_group b-g:working_group c-g:working_group a-h:project b-h:project",
    )
    assert ties_of(see(columns, projection="count")) == {"a~b": 2.0, "a~c": 1.0, "b~c": 1.0}
    none = see(columns, projection="none")
    assert ties_of(none) == {}
    assert none.provenance.left_out_ties == {"end_left_out": 5}
    assert none.provenance.filters["projection"] == "none"


def test_a_guest_counts_once_and_one_alone_meets_nobody() -> None:
    columns = graph("a b g=place h=place", "a-g:project a-g:membership b-g:project a-h:project")
    network = see(columns)
    assert ties_of(network) == {"a~b": 1.0}
    assert network.provenance.left_out_ties == {"as_copresence": 3, "end_left_out": 1}


@pytest.mark.parametrize(
    ("place", "kind", "meet"),
    [
        ("place", "membership", True),
        ("place", "project", True),
        ("place", "network_affiliation", False),
        ("place", "attendance", False),
        ("place", "financing", False),
        ("employer_group", "employer_group", True),
        ("agreement", "partnership", True),
        ("event_or_project", "project", True),
        ("event_or_project", "membership", False),
        ("event_or_project", "attendance", False),
        ("pole", "membership", False),
        ("pole", "project", False),
        ("member_circle", "membership", False),
        ("governance_body", "membership", False),
        ("network", "membership", False),  # an organisation is no gathering
    ],
)
def test_what_makes_two_organisations_meet(place: str, kind: str, meet: bool) -> None:  # noqa: FBT001 -- pytest tells it by name
    columns = graph(f"a b g={place}", f"a-g:{kind} b-g:{kind}")
    assert ties_of(see(columns)).get("a~b") == (1.0 if meet else None)


def test_who_is_left_out_of_the_view_meets_nobody() -> None:
    columns = graph("a b ~c +d g=place", "a-g:project b-g:project c-g:project d-g:project")
    assert ties_of(see(columns)) == {"a~b": 1.0}


def test_a_tie_that_is_over_brings_nobody_together() -> None:
    columns = graph(
        [actor("a"), actor("b"), actor("g=place")],
        [tie("a-g:project"), tie("b-g:project", end="2012")],
    )
    assert ties_of(see(columns, at="2012")) == {"a~b": 1.0}
    assert ties_of(see(columns, at="2013")) == {}
