"""Which graph is measured: nodes and ties of each view, and the account of the rest."""

from __future__ import annotations

from collections import defaultdict

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from small_graphs import actor, graph, tie

from maillage.graph.arrays import GraphColumns
from maillage.graph.dates import DateSpan
from maillage.graph.errors import InvalidInput, MaillageError, NotFound, UnknownName
from maillage.graph.network import Network
from maillage.graph.views import Lens, network_of
from maillage.graph.vocabulary import ACTOR_KINDS, LEFT_OUT_LABELS, TIE_KINDS

VIEWS = [
    "cooperation", "direct", "affiliation", "poles", "ownership", "layer:cooperation",
    "layer:support", "layer:affiliation", "layer:institutional", "kinds:partnership,membership",
]  # fmt: skip


def see(columns: GraphColumns, view: str = "cooperation", **filters: object) -> Network:
    if isinstance(filters.get("at"), str):
        filters["at"] = DateSpan.parse(str(filters["at"]))
    return network_of(columns, Lens(view=view, **filters), {})  # type: ignore[arg-type]


def ties_of(network: Network) -> dict[str, float]:
    """`a-b` → weight, co-presences written `a~b`."""
    ids, found = network.ids, network.ties
    lines = zip(found.source, found.target, found.weight, found.projected, strict=True)
    return {
        ("~" if shared else "-").join((ids[one], ids[other])): float(weight)
        for one, other, weight, shared in lines
    }


# ---------------------------------------------------------------------- every tie has one fate


@st.composite
def graphs(draw: st.DrawFn) -> GraphColumns:
    kinds = ["enterprise", "enterprise", "network", "pole", "place", "event_or_project"]
    actors = [
        actor(draw(st.sampled_from(["", "", "", "~", "+"])) + f"{letter}={kind}")
        for letter, kind in zip("abcdefgh", draw(st.permutations([*kinds, "pole", "enterprise"])))  # noqa: B905
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
    assert [kinds.ties.kind.categories[code] for code in kinds.ties.kind.codes] == [  # type: ignore[union-attr]
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


# ---------------------------------------------------------------------- co-presence


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
def test_what_makes_two_organisations_meet(place: str, kind: str, meet: bool) -> None:  # noqa: FBT001
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
def test_what_too_many_poles_share_links_none_of_them(sharing: int, poles: int, hub: bool) -> None:  # noqa: FBT001
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
        [actor(letter) for letter in "abcg"[:3]] + [actor("g=place")],
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
    both_ways = (
        graph("a b", "")
        if False
        else graph([actor("a"), actor("b")], [tie("a-b:supply", directed=False)])
    )
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
def test_names_that_do_not_exist(filters: dict[str, object]) -> None:
    with pytest.raises(UnknownName):
        see(graph("a"), **filters)  # type: ignore[arg-type]


def test_every_refusal_is_a_sentence_in_both_languages() -> None:
    for filters in ({"view": "x"}, {"pole": "x"}, {"weights": {"means": 0.0}}):
        with pytest.raises(MaillageError) as caught:
            see(graph("a"), **filters)
        assert caught.value.text("fr") != caught.value.text("en")


def test_kinds_of_actors_are_all_of_one_mode_or_the_other() -> None:
    columns = graph([actor(f"{kind}={kind}") for kind in ACTOR_KINDS])
    network = see(columns)
    gatherings = [kind.name for kind in ACTOR_KINDS.values() if kind.gathering]
    assert set(network.ids) == set(ACTOR_KINDS) - set(gatherings)
    assert network.isolates == network.n  # isolates stay
