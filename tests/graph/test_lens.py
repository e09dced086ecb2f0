"""What may be asked of a view: a date, a pole, weights, a direction; and what does not exist."""

from __future__ import annotations

from typing import Any

import pytest
from small_graphs import actor, graph, tie
from small_views import see, ties_of

from maillage.graph.errors import InvalidInput, MaillageError, NotFound, UnknownName
from maillage.graph.network import Network

# ---------------------------------------------------------------------- dates


DATED = graph(
    [actor(letter) for letter in "abcdefg"],
    [
        tie("a-b"),  # undated
        tie("a-c", start="2012"),
        tie("a-d", start="2010", end="2012"),
        tie("a-e", end="2011"),
        tie("a-f", start="2013", status="planned"),
        tie("a-g", start="2010", status="ended"),
    ],
)


@pytest.mark.parametrize(
    ("at", "possible", "certain"),
    [
        ("2009", "b e", ""),
        ("2011-06-01", "b d e g", "d"),
        ("2012", "b c d g", "c d"),  # 2012 is the whole year: at some moment of it
        ("2012-06-01", "b c d g", ""),  # c may begin, and d end, on either side
        ("2013", "b c g", "c"),
    ],
)
def test_at_a_date_what_may_be_alive_or_certainly_is(at: str, possible: str, certain: str) -> None:
    def kept(network: Network) -> list[str]:
        return [pair.removeprefix("a-") for pair in ties_of(network)]

    seen = see(DATED, "direct", at=at)
    assert kept(seen) == possible.split()
    assert f"undated:{1}" in seen.provenance.notes
    sure = see(DATED, "direct", at=at, certain_dates=True)
    assert kept(sure) == certain.split()
    assert not any(note.startswith("undated") for note in sure.provenance.notes)


def test_dates_are_accounted_for() -> None:
    account = see(DATED, "direct", at="2012", certain_dates=True).provenance
    assert account.left_out_ties == {"planned": 1, "not_alive": 1, "uncertain_dates": 2}
    assert account.filters == {"at": "2012", "certain_dates": "yes"}


def test_without_a_date_an_end_is_not_a_status_and_is_said() -> None:
    network = see(DATED, "direct")
    assert set(ties_of(network)) == {"a-b", "a-c", "a-d", "a-e"}
    assert network.provenance.notes == ("end_date_not_asked:2",)
    known = see(DATED, "direct", certain_dates=True)
    assert set(ties_of(known)) == {"a-c", "a-d"}  # those whose start is known


# ---------------------------------------------------------------------- a pole's scope


SCOPED = graph(
    [*(actor(said) for said in ["a", "b", "c", "d", "p=pole", "q=pole", "g=place"])],
    [
        tie("a-p:membership"), tie("b-p:carrier"), tie("c-q:membership"),
        tie("d-p:membership", end="2012"), tie("a-b"), tie("a-c"), tie("b-d"),
        tie("a-g:project"), tie("b-g:project"), tie("c-g:project"),
    ],
)  # fmt: skip


def test_a_pole_is_its_members_and_carriers() -> None:
    network = see(SCOPED, pole="p", at="2014")
    assert network.ids == ("a", "b")
    assert ties_of(network) == {"a-b": 1.0, "a~b": 1.0}
    assert network.provenance.left_out_nodes == {"gatherings": 3, "other_poles": 2}
    assert network.provenance.filters["pole"] == "p"
    assert see(SCOPED, pole="p", at="2012").ids == ("a", "b", "d")


def test_both_modes_of_a_pole_are_its_members_and_what_they_join() -> None:
    network = see(SCOPED, "affiliation", pole="p")
    assert network.ids == ("a", "b", "d", "g", "p")  # not q
    assert set(ties_of(network)) == {"a-p", "b-p", "d-p", "a-g", "b-g"}


def test_a_pole_that_is_not_there() -> None:
    with pytest.raises(NotFound):
        see(SCOPED, pole="nowhere")


# ---------------------------------------------------------------------- weights, direction, names


def test_tiers_weigh_what_is_declared() -> None:
    columns = graph(
        [actor(letter) for letter in "abc"],
        [tie("a-b:supply", tier="capital"), tie("a-c:supply", tier="means"), tie("b-c:supply")],
    )
    network = see(columns, "direct", weights={"capital": 3, "means": 2.5})
    assert ties_of(network) == {"a-b": 3.0, "a-c": 2.5, "b-c": 1.0}
    assert network.provenance.filters["weights"] == "capital=3,means=2.5"


@pytest.mark.parametrize("weight", [0, -1, float("nan"), float("inf")])
def test_a_weight_is_a_positive_number(weight: float) -> None:
    with pytest.raises(InvalidInput):
        see(graph("a"), weights={"capital": weight})


def test_arcs_only_where_everything_is_one() -> None:
    columns = graph(
        [*map(actor, "abc"), actor("g=place")],
        [
            tie("a-b:supply"), tie("b-c:project"), tie("a-c"),
            tie("a-g:employer_group"), tie("b-g:employer_group"),
        ],
    )  # fmt: skip
    assert see(columns, "kinds:supply,project", directed=True).directed
    with pytest.raises(InvalidInput, match="partnership"):
        see(columns, "direct", directed=True)
    with pytest.raises(InvalidInput, match="copresence"):
        see(columns, "cooperation", directed=True)
    both_ways = graph([actor("a"), actor("b")], [tie("a-b:supply", directed=False)])
    with pytest.raises(InvalidInput, match="supply"):
        see(both_ways, "kinds:supply", directed=True)


@pytest.mark.parametrize(
    "filters",
    [
        {"view": "cooperative"},
        {"view": "layer:nowhere"},
        {"view": "kinds:partnership,nothing"},
        {"view": "direct:x"},
        {"weights": {"gold": 2.0}},
    ],
)
def test_names_that_do_not_exist(filters: dict[str, Any]) -> None:
    with pytest.raises(UnknownName):
        see(graph("a"), **filters)


def test_every_refusal_is_a_sentence_in_both_languages() -> None:
    for filters in ({"view": "x"}, {"pole": "x"}, {"weights": {"means": 0.0}}):
        with pytest.raises(MaillageError) as caught:
            see(graph("a"), **filters)
        assert caught.value.text("fr") != caught.value.text("en")
