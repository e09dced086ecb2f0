"""Which graph is measured: nodes and ties of each view, and the account of the rest."""

from __future__ import annotations

from collections import defaultdict

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from small_graphs import actor, graph, tie
from small_views import see, ties_of

from maillage.graph.arrays import GraphColumns
from maillage.graph.dates import DateSpan
from maillage.graph.left_out import LEFT_OUT_LABELS
from maillage.graph.views import Lens, network_of
from maillage.graph.vocabulary import ACTOR_KINDS, TIE_KINDS

VIEWS = [
    "cooperation", "direct", "affiliation", "poles", "ownership", "layer:cooperation",
    "layer:support", "layer:affiliation", "layer:institutional", "kinds:partnership,membership",
]  # fmt: skip


# ---------------------------------------------------------------------- every tie has one fate


@st.composite
def graphs(draw: st.DrawFn) -> GraphColumns:
    kinds = ["enterprise", "enterprise", "network", "pole", "place", "event_or_project"]
    actors = [
        actor(draw(st.sampled_from(["", "", "", "~", "+"])) + f"{letter}={kind}")
        for letter, kind in zip(
            "abcdefgh", draw(st.permutations([*kinds, "pole", "enterprise"])), strict=True
        )
    ]
    said = st.tuples(
        st.sampled_from("abcdefgh"),
        st.sampled_from("abcdefgh"),
        st.sampled_from(sorted(TIE_KINDS)),
        st.sampled_from(["active", "active", "planned", "ended"]),
        st.sampled_from([None, "2010", "2012"]),
        st.sampled_from([None, "2011", "2014"]),
        st.sampled_from(["", "40", "n.c."]),
    )
    ties = [
        tie(f"{one}-{other}:{kind}", status=status, start=start, end=end, share=share)
        for one, other, kind, status, start, end, share in draw(st.lists(said, max_size=25))
    ]
    return graph(actors, ties)


@st.composite
def lenses(draw: st.DrawFn, columns: GraphColumns) -> Lens:
    at = draw(st.sampled_from([None, "2011", "2013-05"]))
    pole = columns.actors.ids[columns.actors.kinds.index("pole")]
    return Lens(
        view=draw(st.sampled_from(VIEWS)),
        at=DateSpan.parse(at) if at else None,
        certain_dates=draw(st.booleans()),
        pole=draw(st.sampled_from([None, pole])),
        projection=draw(st.sampled_from(["newman", "none"])),
    )


@settings(max_examples=80, deadline=None)
@given(st.data())
def test_each_actor_and_each_tie_is_kept_or_left_out_for_one_reason(data: st.DataObject) -> None:
    columns = data.draw(graphs())
    lens = data.draw(lenses(columns))
    network = network_of(columns, lens, {})
    account = network.provenance
    used = int((~network.ties.projected).sum())
    if lens.view == "poles":  # of which a line is a pair, whatever it is made of
        used = used_between_poles(columns, lens)
    assert network.n + sum(account.left_out_nodes.values()) == len(columns.actors.ids)
    assert used + sum(account.left_out_ties.values()) == len(columns.ties.ids)
    assert {*account.left_out_nodes, *account.left_out_ties} <= set(LEFT_OUT_LABELS)
    assert 0 not in {*account.left_out_nodes.values(), *account.left_out_ties.values()}


def used_between_poles(columns: GraphColumns, lens: Lens) -> int:
    """Living ties from pole to pole, or from a pole to what another pole touches too."""
    ties, kinds = columns.ties, columns.actors.kinds
    out = ties.planned | ties.over(lens.at)
    if lens.certain_dates:
        out |= ties.over(lens.at, certain_dates=True)
    alive = [
        (int(one), int(other))
        for one, other, gone in zip(ties.source, ties.target, out, strict=True)
        if not gone
    ]
    touched = defaultdict(set)
    for one, other in (*alive, *((other, one) for one, other in alive)):
        if kinds[one] == "pole":
            touched[other].add(one)
    return sum(
        1
        for one, other in alive
        if "pole" in (kinds[one], kinds[other])
        and (kinds[one] == kinds[other] or len(touched[other if kinds[one] == "pole" else one]) > 1)
    )


def test_nothing_stored_is_an_empty_view() -> None:
    for view in VIEWS:
        network = see(graph(""), view)
        assert (network.n, network.simple.size) == (0, 0)


# ---------------------------------------------------------------------- one mode


ONE_MODE = graph(
    "a b c ~d +e p=pole g=place n=network",
    "a-b a-c:supply b-n:project a-n:network_affiliation c-d a-e d-g:shared_premises"
    " a-b:financing a-b:founding a-p:membership p-c:charter_signature",
)


def test_organisations_that_are_named_and_their_cooperation() -> None:
    network = see(ONE_MODE, "direct")
    # n is joined by a, which does not make it less of an organisation: its project counts.
    assert network.ids == ("a", "b", "c", "n")
    assert set(ties_of(network)) == {"a-b", "a-c", "b-n"}
    assert network.provenance.left_out_nodes == {"gatherings": 2, "collectives": 1, "unnamed": 1}
    assert network.provenance.left_out_ties == {
        "layer_support": 1,
        "layer_affiliation": 3,
        "layer_institutional": 1,
        "end_left_out": 3,  # c-d, a-e, d-g
    }
    assert network.provenance.notes == ("read_undirected",)


def test_a_layer_or_some_kinds_on_the_same_nodes() -> None:
    assert set(ties_of(see(ONE_MODE, "layer:affiliation"))) == {"a-n"}
    assert set(ties_of(see(ONE_MODE, "layer:support"))) == {"a-b"}
    kinds = see(ONE_MODE, "kinds:supply, project")
    assert set(ties_of(kinds)) == {"a-c", "b-n"}
    assert kinds.provenance.left_out_ties["layer_cooperation"] == 4  # a-b, c-d, a-e, d-g
    kind = kinds.ties.kind
    assert kind
    assert [kind.categories[code] for code in kind.codes] == [
        "supply",
        "project",
    ]


def test_ties_planned_or_over_are_left_out_and_one_pair_counts_once() -> None:
    columns = graph(
        [actor("a"), actor("b"), actor("c")],
        [tie("a-b"), tie("b-a:supply"), tie("a-c", status="planned"), tie("b-c", status="ended")],
    )
    network = see(columns, "direct")
    assert len(network.ties.source) == 2
    assert network.simple.size == 1
    assert network.provenance.left_out_ties == {"planned": 1, "ended": 1}


def test_kinds_of_actors_are_all_of_one_mode_or_the_other() -> None:
    columns = graph([actor(f"{kind}={kind}") for kind in ACTOR_KINDS])
    network = see(columns)
    gatherings = [kind.name for kind in ACTOR_KINDS.values() if kind.gathering]
    assert set(network.ids) == set(ACTOR_KINDS) - set(gatherings)
    assert network.isolates == network.n  # isolates stay


# ---------------------------------------------------------------------- two modes


def test_affiliation_has_two_modes_and_projects_nothing() -> None:
    columns = graph(
        "a b c n=network p=pole g=place",
        "a-p:membership b-p:membership a-n:network_affiliation c-n:network_affiliation"
        " a-g:project a-b b-n p-n:network_affiliation a-p:attendance",
    )
    network = see(columns, "affiliation")
    # The network is what a and c join: second mode, an organisation though it is.
    mode = network.column("mode")
    assert [mode.categories[code][0] for code in mode.codes] == list("oooggg")
    assert set(ties_of(network)) == {"a-p", "b-p", "a-n", "c-n", "a-g"}
    assert network.provenance.left_out_ties == {
        "layer_cooperation": 2,  # a-b, b-n: cooperation that is in no gathering
        "layer_institutional": 1,
        "same_mode": 1,  # what is joined joins: p-n
    }


# ---------------------------------------------------------------------- poles


def poles_graph(sharing: int, poles: int) -> GraphColumns:
    """So many poles, of which some share s; the first two share t as well."""
    names = [f"p{n:02d}" for n in range(poles)]
    ties = [tie(f"s-{name}:carrier") for name in names[:sharing]]
    ties += [tie(f"{name}-t:membership") for name in names[:2]]
    return graph([actor("s"), actor("t=place"), *(actor(f"{n}=pole") for n in names)], ties)


@pytest.mark.parametrize(
    ("sharing", "poles", "hub"),
    [
        (4, 20, False),  # more than a tenth, but fewer than five
        (5, 50, False),  # five, and exactly a tenth
        (5, 49, True),
        (6, 50, True),
    ],
)
def test_what_too_many_poles_share_links_none_of_them(sharing: int, poles: int, hub: bool) -> None:  # noqa: FBT001 -- pytest tells it by name
    network = see(poles_graph(sharing, poles), "poles")
    assert network.n == poles
    if hub:
        assert ties_of(network) == {"p00-p01": 1.0}
        assert network.provenance.notes == (f"hub:s:{sharing}",)
        assert network.provenance.left_out_ties == {"hub": sharing}
    else:
        assert len(ties_of(network)) == sharing * (sharing - 1) // 2
        assert ties_of(network)["p00-p01"] == pytest.approx(1 / (sharing - 1) + 1)
        assert ties_of(network)["p00-p02"] == pytest.approx(1 / (sharing - 1))


def test_a_direct_tie_between_poles_counts_one_however_often_it_is_told() -> None:
    columns = graph("p=pole q=pole r=pole a b", "p-q q-p:supply p-a q-a b-r a-b")
    network = see(columns, "poles")
    assert ties_of(network) == {"p-q": 2.0}  # one direct, and 1/(2−1) for a
    assert network.simple.size == 1
    assert network.provenance.left_out_nodes == {"not_poles": 2}
    assert network.provenance.left_out_ties == {"between_others": 1, "unshared": 1}


# ---------------------------------------------------------------------- ownership


def test_ownership_is_holdings_with_shares() -> None:
    columns = graph(
        [actor(letter) for letter in "abcd"] + [actor("p=pole")],
        [
            tie("a-b:shareholding", share="51"),
            tie("c-b:shareholding", share="33.4"),
            tie("a-d:shareholding"),
            tie("d-a:shareholding", share="n.c."),
            tie("a-c"),
            tie("c-p:membership"),
        ],
    )
    network = see(columns, "ownership")
    assert network.directed
    assert network.ids == ("a", "b", "c")
    assert ties_of(network) == {"a-b": 0.51, "c-b": pytest.approx(0.334)}
    assert network.provenance.left_out_nodes == {"without_holdings": 2}
    assert network.provenance.left_out_ties == {
        "layer_cooperation": 1,
        "layer_affiliation": 1,
        "without_shares": 2,
    }
    # Of a pole: what its members hold, and who holds them.
    assert set(ties_of(see(columns, "ownership", pole="p"))) == {"c-b"}
