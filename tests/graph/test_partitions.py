"""Partitions are derived from what an actor is."""

from __future__ import annotations

import numpy as np
import pytest
from small_graphs import actor, graph, tie

from maillage.graph.arrays import GraphColumns
from maillage.graph.columns import Column, Partition
from maillage.graph.dates import DateSpan
from maillage.graph.model import Value
from maillage.graph.partitions import NAF_SECTIONS, SEVERAL, partition_columns
from maillage.graph.views import Lens, network_of


def values(columns: GraphColumns, name: str, at: str | None = None) -> list[str | None]:
    chosen = np.arange(len(columns.actors.ids))
    column = partition_columns(columns, chosen, DateSpan.parse(at) if at else None)[name]
    return [column.categories[code] if code >= 0 else None for code in column.codes]


SECTORS = graph("a/public b/ess c/private d/unsaid e/mixed f/citizens g")


def test_sector_and_public_private() -> None:
    # A firm of private law of which nothing else is known is private, its sector unknown.
    assert values(SECTORS, "sector") == [
        "public", "ess", "private", None, "mixed", "citizens", None,
    ]  # fmt: skip
    assert values(SECTORS, "public_private") == [
        "public", "private", "private", "private", "mixed", "citizens", None,
    ]  # fmt: skip
    assert values(SECTORS, "inside_ess") == [
        "outside", "inside", "outside", None, None, None, None,
    ]  # fmt: skip


def test_a_store_s_indices_leave_out_mixed_citizens_and_unknown_and_show_them() -> None:
    network = network_of(SECTORS, Lens(view="direct"), {})
    parts = network.partition("sector")
    assert parts.groups == ("ess", "private", "public")
    assert parts.set_aside == {"mixed": 1, "citizens": 1, "unknown": 2}
    assert parts.shown.groups == ("citizens", "ess", "mixed", "private", "public", "unknown")
    assert network.partition("public_private").groups == ("private", "public")


@pytest.mark.parametrize(
    ("attributes", "expected"),
    [
        ({"naf": "88.99B"}, "Q"),
        ({"naf": "01.11Z"}, "A"),
        ({"naf": "99.00Z", "activity": "x"}, "U"),
        ({"naf": "04.00Z"}, None),  # no such division
        ({"naf": "74.8K", "naf_scheme": "NAFRev1", "activity": "conseil"}, "conseil"),
        ({"activity": "recyclerie"}, "recyclerie"),
        ({}, None),
    ],
)
def test_activity_is_the_section_of_the_code_or_what_is_written(
    attributes: dict[str, Value], expected: str | None
) -> None:
    assert values(graph([actor("a", **attributes)]), "activity") == [expected]


def test_sections_follow_one_another() -> None:
    bounds = [bound for _, first, last in NAF_SECTIONS for bound in (first, last)]
    assert bounds == sorted(bounds)
    assert [section for section, *_ in NAF_SECTIONS] == [chr(ord("A") + n) for n in range(21)]


def test_several_departements_are_a_group_of_their_own() -> None:
    columns = graph(
        [
            actor("a", departement="40"),
            actor("b", departements=("64",)),
            actor("c", departements=("40", "64")),
            actor("d"),
        ]
    )
    assert values(columns, "departement") == ["40", "64", SEVERAL, None]


@pytest.mark.parametrize(
    ("attributes", "today", "in_2014"),
    [
        ({"departement": "40"}, "Nouvelle-Aquitaine", "Aquitaine"),
        ({"departement": "Landes"}, "Nouvelle-Aquitaine", "Aquitaine"),
        ({"departement": "40", "region": "Bretagne"}, "Nouvelle-Aquitaine", "Aquitaine"),
        ({"departements": ("40", "64")}, "Nouvelle-Aquitaine", "Aquitaine"),
        # A pole may cross a border that is there no longer.
        ({"departements": ("40", "24", "32")}, SEVERAL, SEVERAL),
        ({"departements": ("01", "63")}, "Auvergne-Rhône-Alpes", SEVERAL),
        ({"region": "aquitaine"}, "Nouvelle-Aquitaine", "Aquitaine"),
        ({"region": "Nouvelle-Aquitaine"}, "Nouvelle-Aquitaine", None),  # it was three
        ({"region": "Centre-Val de Loire"}, "Centre-Val de Loire", "Centre"),
        ({"region": "Wallonie"}, "Wallonie", "Wallonie"),
        ({}, None, None),
    ],
)
def test_a_region_is_that_of_the_date_asked(
    attributes: dict[str, Value], today: str | None, in_2014: str | None
) -> None:
    columns = graph([actor("a", **attributes)])
    assert values(columns, "region") == [today]
    assert values(columns, "region", at="2014-09-19") == [in_2014]


def test_a_departement_written_by_name_is_its_code() -> None:
    columns = graph([actor("a", departement="Landes"), actor("b", departement="Hainaut")])
    assert values(columns, "departement") == ["40", "Hainaut"]


def test_the_pole_of_an_actor_at_a_date() -> None:
    columns = graph(
        [actor(said) for said in ["a", "b", "c", "d", "p=pole", "q=pole"]],
        [
            tie("a-p:membership"), tie("a-q:carrier", start="2013"),
            tie("b-q:membership", end="2012"),
            tie("c-p:membership", status="planned"), tie("d-p:partnership"),
        ],
    )  # fmt: skip
    assert values(columns, "pole") == [SEVERAL, "q", None, None, "p", "q"]
    assert values(columns, "pole", at="2010") == ["p", "q", None, None, "p", "q"]
    assert values(columns, "pole", at="2014") == [SEVERAL, None, None, None, "p", "q"]


def test_any_attribute_is_a_partition_but_texts_and_numbers_of_identity() -> None:
    columns = graph([actor("a", stage="emerging", tags=("x", "y"), note="long", web="w")])
    names = set(partition_columns(columns, np.arange(1), None))
    assert {"stage", "tags", "sector", "kind", "pole", "family"} <= names
    assert not {"note", "web"} & names
    assert values(columns, "tags") == ["x|y"]
    assert values(columns, "kind") == ["enterprise"]


def test_columns_are_of_the_chosen_actors_and_carry_what_is_added() -> None:
    columns = graph("a/public b/ess c/private")
    extra = Column.of("mode", ["one", "two"])
    found = partition_columns(columns, np.array([0, 2]), None, [extra])
    assert found["sector"].categories == ("private", "public")
    assert found["sector"] is found["sector"]  # coded once
    assert found["mode"] is extra
    assert len(found) == len(list(found)) == len(dict(found))
    with pytest.raises(KeyError):
        found["nothing"]
    assert Partition(found["sector"]).groups == ("private", "public")
